import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, openPage } from './browser.ts';

/** The demo site is built after a second scrape, in which one publisher turned us away and one page was gone. */
const demo = inject('demo');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const BLOCKED = '#sample-dongwan';

describe('a publisher that turned us away', () => {
  test('is told in the table, with the reason below and the day of the last look', async () => {
    const { page, errors } = await openPage(browser);
    await page.goto(`${demo}/quality/sources/`);
    await page.click(`a[href="${BLOCKED}"]`);
    const section = page.locator(BLOCKED);
    await expect.poll(() => section.isVisible()).toBe(true);
    const text = (await section.textContent()) ?? '';
    expect(text).toMatch(/被拒绝 · 最近查看 \d{4}-\d{2}-\d{2}/);
    expect(text).toContain('安全验证');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('keeps the notices that were read before', async () => {
    const { page } = await openPage(browser);
    const answer = await page.goto(`${demo}/notices/sample-dongwan-auto-rectification-20230216/`);
    expect(answer?.status()).toBe(200);
    expect(await page.locator('h1').first().textContent()).toContain('示例东湾汽车集团');
    await page.context().close();
  });
});

test('what is missing was not found by us; nobody says that it was not published', async () => {
  const { page } = await openPage(browser);
  for (const [path, words] of [
    ['/quality/sources/', '不等于没有公开'],
    ['/en/quality/sources/', 'not found by us, last looked'],
  ] as const) {
    await page.goto(demo + path);
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text).toContain(words);
    expect(text).not.toMatch(/未公开|not disclosed/);
  }
  await page.context().close();
});
