import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openPage } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(() => browser?.close());

const NOTICE = '/notices/demo-01-r2/';
const status = (page: Page): Promise<string | null> => page.textContent('#find [role="status"]');
const says = (page: Page, words: string): Promise<unknown> =>
  page.waitForFunction(
    (wanted) => globalThis.document?.querySelector('#find [role="status"]')?.textContent === wanted,
    words,
  );
/** The words that are marked as the current place. */
const here = (page: Page): Promise<string> => page.evaluate(`[...CSS.highlights.get('find-here') ?? []].join('|')`);
const marked = (page: Page): Promise<number> => page.evaluate(`CSS.highlights.get('find').size`);

describe('the search inside a notice', () => {
  it('counts and marks every place, steps through them by keys, and keeps the words in the address', async () => {
    const { page, errors } = await openPage(browser);
    await page.goto(inject('made') + NOTICE);
    const text = (await page.textContent('#reading')) ?? '';
    const count = text.split('整改措施').length - 1;
    expect(count).toBeGreaterThan(1);
    await page.fill('#find input', '整改措施');
    await says(page, `第 1 / ${count} 处`);
    expect(await marked(page)).toBe(count);
    expect(await here(page)).toBe('整改措施');
    expect(new URL(page.url()).searchParams.get('find')).toBe('整改措施');
    await page.press('#find input', 'Enter');
    expect(await status(page)).toBe(`第 2 / ${count} 处`);
    await page.press('#find input', 'Shift+Enter');
    await page.press('#find input', 'Shift+Enter');
    expect(await status(page)).toBe(`第 ${count} / ${count} 处`);
    await page.click('#find .next');
    expect(await status(page)).toBe(`第 1 / ${count} 处`);
    await page.press('#find input', 'Escape');
    expect(await status(page)).toBe('');
    expect(await marked(page)).toBe(0);
    expect(new URL(page.url()).search).toBe('');
    expect(errors).toEqual([]);
  });

  it('finds what stands in two cells of a row', async () => {
    const { page, errors } = await openPage(browser);
    await page.goto(
      `${inject('demo')}/notices/sample-jiangzhou-bank-rectification-20240731/?find=${encodeURIComponent('合计 45')}`,
    );
    await says(page, '第 1 / 1 处');
    expect(await here(page)).toBe('合计\t45');
    expect(errors).toEqual([]);
  });

  it('compares as the full text search does, and finds what an address asks for', async () => {
    const { page, errors } = await openPage(browser);
    await page.goto(`${inject('made')}/en${NOTICE}?find=${encodeURIComponent('巡視整改主體責任')}`);
    await page.waitForFunction(() =>
      / of \d/.test(globalThis.document?.querySelector('#find [role="status"]')?.textContent ?? ''),
    );
    expect(await here(page)).toBe('巡视整改主体责任');
    expect(errors).toEqual([]);
  });

  it.each(['没有这样的话', '<img src=x onerror="window.pwned=1">', '.*', '整'.repeat(30)])(
    'says that %j is not there',
    async (words) => {
      const { page, errors } = await openPage(browser);
      await page.goto(inject('made') + NOTICE);
      await page.fill('#find input', words);
      await says(page, '本篇没有');
      expect(await page.isDisabled('#find .next')).toBe(true);
      expect(await page.evaluate('window.pwned')).toBeUndefined();
      expect(errors).toEqual([]);
    },
  );

  it('is not offered where the text is not at hand, or without JavaScript', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${inject('made')}/notices/demo-02-r1/`);
    expect(await page.$('#find')).toBeNull();
    const plain = await openPage(browser, { javaScriptEnabled: false });
    await plain.page.goto(inject('made') + NOTICE);
    expect(await plain.page.isVisible('#find')).toBe(false);
  });
});

it('related notices share rare words, which lead to a search', async () => {
  const { page, errors } = await openPage(browser);
  const linksOf = (selector: string): Promise<string[]> =>
    page.$$eval(selector, (links) => links.map((link) => link.getAttribute('href') ?? ''));
  await page.goto(`${inject('demo')}/`);
  const notices = [...new Set(await linksOf('a[href^="/notices/"]'))];
  // not every notice has words that few others have
  let own = '';
  let related: string[] = [];
  for (const path of notices.slice(0, 20)) {
    own = path;
    await page.goto(inject('demo') + path);
    related = await linksOf('.related-notices > li > a');
    if (related.length > 0) break;
  }
  expect(related.length).toBeGreaterThan(0);
  expect(related).not.toContain(own);
  const word = await page.textContent('.related-notices .hint a');
  await page.click('.related-notices .hint a');
  await page.waitForSelector('.hit mark');
  expect(await page.textContent('.hit mark')).toBe(word);
  const found = await page.$$eval('.hit', (hits) => hits.map((hit) => hit.getAttribute('data-id')));
  expect(own).toContain(found.find((id) => own.includes(id ?? '')) ?? 'itself');
  expect(found.some((id) => related[0]?.includes(id ?? ''))).toBe(true);
  expect(errors).toEqual([]);
});
