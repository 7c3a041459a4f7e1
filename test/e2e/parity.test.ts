import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, openPage } from './browser.ts';

const folder = inject('madeFolder');
const made = inject('made');
const pages = globSync('**/index.html', { cwd: folder }).sort();
const chinese = pages.filter((path) => !path.startsWith('en/'));

test('every page has its English page and the other way round', () => {
  expect(pages.filter((path) => path.startsWith('en/'))).toEqual(chinese.map((path) => `en/${path}`));
  expect(chinese.length).toBeGreaterThan(60);
});

describe.each([
  ['zh', 'zh-Hans', chinese],
  ['en', 'en', chinese.map((path) => `en/${path}`)],
] as const)('%s', (lang, tag, list) => {
  test('pages say their language, have a title, a description and one h1, and lead to the other language', () => {
    for (const path of list) {
      const $ = load(readFileSync(join(folder, path), 'utf8'));
      expect($('html').attr('lang'), path).toBe(tag);
      expect($('title').text().trim(), path).not.toBe('');
      expect($('meta[name=description]').attr('content')?.trim(), path).toBeTruthy();
      expect($('h1'), path).toHaveLength(1);
      const here = `/${path.replace(/index\.html$/, '')}`;
      const there = lang === 'zh' ? `/en${here}` : here.replace(/^\/en/, '');
      expect($('#language').attr('href'), path).toBe(there);
    }
  });
});

test('English pages are English but for the words of the notices', () => {
  for (const path of chinese.map((p) => `en/${p}`)) {
    const $ = load(readFileSync(join(folder, path), 'utf8'));
    // notices’ own words carry their language; drawings and field names are taken from them
    $('[lang^=zh], noscript, .dictionary, svg, code, datalist, script, style').remove();
    const chineseWords =
      $('main, header, footer')
        .text()
        .match(/[\u4e00-\u9fff]+/g) ?? [];
    const own = chineseWords.filter((word) => !/^(个|项|人|人次|次|元|家|余|示例中央|江北省)$/.test(word));
    expect(own.slice(0, 5), path).toEqual([]);
  }
});

describe('the language switch', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('keeps the page and its state', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${made}/compare/?e=demo-01,demo-02&m=rules#comparison`);
    await page.waitForSelector('.compare-table');
    await page.click('#language');
    await page.waitForURL('**/en/compare/?e=demo-01,demo-02&m=rules#comparison');
    await page.waitForSelector('.compare-table');
    expect(await page.locator('#comparison').innerText()).toContain('Rules made or revised');
    await page.context().close();
  });
});
