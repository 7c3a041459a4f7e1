import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, openPage } from './browser.ts';

const made = inject('made');
const folder = inject('madeFolder');

describe('words of a hostile notice', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test.each([
    '/notices/hostile-notice/',
    '/en/notices/hostile-notice/',
    '/notices/',
    '/notices/?sort=issues',
    '/',
    '/enterprises/',
    '/figures/?category=issues&min=7&max=7',
    '/figures/?category=measures&q=<img src=x onerror="window.__pwned=9">',
    '/quality/',
    '/compare/?e="><script>window.__pwned=9</script>,demo-01&m=<script>',
    '/search/?q=<script>window.__pwned=9</script>',
  ])('run nothing on %s', async (path) => {
    const { page } = await openPage(browser);
    await page.goto(made + path, { waitUntil: 'networkidle' });
    expect(await page.evaluate(() => Reflect.get(window, '__pwned'))).toBeUndefined();
    expect(await page.locator('main img, main script:not([type]), main u, main b b').count()).toBe(0);
    expect(await page.locator('[onerror], [onload], [onmouseover]').count()).toBe(0);
    await page.context().close();
  });

  test('stand on the page as words', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${made}/notices/hostile-notice/`);
    expect(await page.textContent('h1')).toContain('</script><script>window.__pwned=1</script>');
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
    await page.context().close();
  });
});

test('no page of the site holds an inline script, handler or style, or a link that runs', () => {
  for (const path of globSync('**/*.html', { cwd: folder })) {
    const $ = load(readFileSync(join(folder, path), 'utf8'));
    const inline = $('script:not([src]):not([type$="json"])').length;
    const handlers = $('*').filter((_, e) =>
      Object.keys('attribs' in e ? e.attribs : {}).some((a) => /^on/i.test(a)),
    ).length;
    const running = $('[href^="javascript:" i], [src^="javascript:" i]').length;
    const styles = $('style, [style]').length;
    expect({ path, inline, handlers, running, styles }).toEqual({
      path,
      inline: 0,
      handlers: 0,
      running: 0,
      styles: 0,
    });
    expect($('meta[http-equiv="Content-Security-Policy"]').attr('content'), path).toContain("script-src 'self'");
  }
});
