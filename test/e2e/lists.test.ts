import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, openPage } from './browser.ts';

const made = inject('made');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('the list of notices', () => {
  test('is plain without JavaScript', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${made}/notices/`);
    expect(await page.locator('.entry').count()).toBe(32);
    expect(await page.locator('#filters').isVisible()).toBe(false);
    await page.context().close();
  });

  test('keeps filters and order in the address', async () => {
    const { page, errors } = await openPage(browser);
    await page.goto(`${made}/notices/`);
    await page.fill('#filters [name=q]', '岷岭');
    await page.selectOption('#filters [name=round]', 'demo-2');
    await expect.poll(() => page.locator('.entry').count()).toBe(1);
    expect(page.url()).toContain('round=demo-2');
    await page.reload();
    await expect.poll(() => page.locator('.entry').count()).toBe(1);
    expect(await page.textContent('#matches')).toContain('1 篇');
    await page.click('#filters [type=reset]');
    await expect.poll(() => page.locator('.entry').count()).toBe(32);
    expect(new URL(page.url()).search).toBe('');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('sorts missing values last', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${made}/notices/?sort=lag`);
    await expect.poll(() => page.textContent('#matches')).toContain('32 篇');
    // the practice article has neither feedback nor a full date
    expect(await page.locator('.entry').last().innerText()).toContain('南浦市');
    await page.goto(`${made}/notices/?q=(.*`);
    await expect.poll(() => page.textContent('#matches')).toContain('没有符合条件');
    await page.context().close();
  });
});

test('the list of enterprises is filtered in place', async () => {
  const { page } = await openPage(browser);
  await page.goto(`${made}/enterprises/?sector=energy`);
  await expect.poll(() => page.locator('#rows tbody tr:visible').count()).toBe(1);
  await page.goto(`${made}/enterprises/?q=岷岭电力`);
  await expect.poll(() => page.locator('#rows tbody tr:visible').count()).toBe(1);
  await page.context().close();
});

describe('the table of figures', () => {
  test('loads, sorts and filters, and keeps only the rows in sight in the page', async () => {
    const { page, errors } = await openPage(browser);
    await page.goto(`${made}/figures/?category=all`);
    await expect.poll(() => page.textContent('#matches')).toMatch(/1,\d{3} 条/);
    expect(await page.locator('.grid-rows .grid-row').count()).toBeLessThan(60);
    await page.selectOption('#filters [name=category]', 'issues');
    await expect.poll(() => page.textContent('#matches')).toContain('32 条');
    await page.click('.grid-head [data-sort=value]');
    await expect.poll(() => page.locator('.grid-rows .g-value').first().innerText()).toContain('847');
    expect(page.url()).toContain('sort=value');
    await page.click('.grid-head [data-sort=value]');
    await expect.poll(() => page.locator('.grid-rows .g-value').first().innerText()).toMatch(/^7/);
    // published is missing for none; enterprise is missing for the practice article: last in either order
    for (const _ of ['ascending', 'descending']) {
      await page.click('.grid-head [data-sort=enterprise]');
      await page.locator('.grid-body').evaluate((e) => e.scrollTo(0, e.scrollHeight));
      await expect.poll(() => page.locator('.grid-rows .g-enterprise').last().innerText()).toContain('—');
    }
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('a row leads to its sentence; scrolling shows the last row', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${made}/figures/?category=other&e=demo-01`);
    await expect.poll(() => page.locator('.grid-rows .grid-row').count()).toBeGreaterThan(5);
    await page.locator('.grid-body').evaluate((e) => e.scrollTo(0, e.scrollHeight));
    const total = Number(await page.locator('.grid-body').getAttribute('aria-rowcount'));
    await expect
      .poll(() => page.locator('.grid-rows .grid-row').last().getAttribute('aria-rowindex'))
      .toBe(String(total));
    await page.locator('.grid-rows a').last().click();
    await page.waitForSelector('mark.here');
    await page.context().close();
  });

  test('is one stop of the Tab key; arrows reach every row and the focus never gets lost', async () => {
    const { page, errors } = await openPage(browser);
    await page.goto(`${made}/figures/?category=all`);
    await page.waitForSelector('.grid-rows a');
    const row = () =>
      page.evaluate(() => Number(document.activeElement?.closest('.grid-row')?.getAttribute('aria-rowindex')));
    await page.focus('.grid-head span:last-child button');
    await page.keyboard.press('Tab');
    expect(await row()).toBe(2);
    for (let i = 0; i < 45; i++) await page.keyboard.press('ArrowDown');
    expect(await row()).toBe(47);
    const box = await page.locator(':focus').boundingBox();
    const body = await page.locator('.grid-body').boundingBox();
    expect(box?.y).toBeGreaterThan(body?.y ?? 0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((body?.y ?? 0) + (body?.height ?? 0));
    await page.keyboard.press('End');
    expect(await row()).toBe(Number(await page.locator('.grid-body').getAttribute('aria-rowcount')));
    // scrolled out of sight, the row keeps the focus
    await page.locator('.grid-body').evaluate((e) => e.scrollTo(0, 0));
    await page.waitForTimeout(100);
    expect(await row()).toBeGreaterThan(1000);
    await page.keyboard.press('Home');
    expect(await row()).toBe(2);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.grid'))).toBeNull();
    await page.keyboard.press('Shift+Tab');
    expect(await row()).toBe(2);
    await page.keyboard.press('Enter');
    await page.waitForSelector('mark.here');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('saves the rows of the current filter', async () => {
    const { page } = await openPage(browser, { acceptDownloads: true });
    await page.goto(`${made}/figures/?category=issues&min=40`);
    await expect.poll(() => page.textContent('#matches')).toMatch(/\d+ 条/);
    const shown = Number(/(\d+) 条/.exec((await page.textContent('#matches')) ?? '')?.[1]);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#download')]);
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(shown + 1);
    expect(lines[0]).toContain('category,value');
    await page.context().close();
  });

  test('says so when its data cannot be had', async () => {
    const { page } = await openPage(browser);
    await page.route('**/data/index/figures/**', (route) => route.abort());
    await page.goto(`${made}/figures/`);
    await expect.poll(() => page.textContent('#matches')).toContain('没能载入数据');
    await page.context().close();
  });
});

test.each(['', '/en'])('a cell of the topics leads to all its passages, without JavaScript: %s', async (locale) => {
  const { page } = await openPage(browser, { javaScriptEnabled: false });
  await page.goto(`${made}${locale}/topics/`);
  const cell = page.locator('.heat td a', { hasText: '2' }).first();
  const passages = Number(await cell.innerText());
  await cell.click();
  await page.waitForURL(/\/enterprises\/[^/]+\/#t-/);
  const section = page.locator(new URL(page.url()).hash);
  await expect.poll(() => section.locator('h3').isVisible()).toBe(true);
  expect(await section.locator('li').count()).toBe(passages);
  await section.locator('li a').last().click();
  await page.waitForURL(/\/notices\/.+#o-\d+$/);
  expect(await page.locator(new URL(page.url()).hash).count()).toBe(1);
  await page.context().close();
});

test('a round shows who has published and who was not found', async () => {
  const { page } = await openPage(browser);
  await page.goto(`${made}/rounds/demo-3/`);
  expect(await page.locator('[data-state=found]').count()).toBe(6);
  const missing = page.locator('[data-state=not-found]');
  expect(await missing.count()).toBe(6);
  expect(await missing.first().innerText()).toBe('本站未找到，其网站尚未查找');
  await page.context().close();
});

test.each([true, false])(
  'the units of a round are shown by whether we found a notice, script: %s',
  async (javaScriptEnabled) => {
    const { page } = await openPage(browser, { javaScriptEnabled });
    // a round of which some have published and some were not found
    await page.goto(`${made}/rounds/`);
    const addresses = await page
      .locator('tbody th a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    for (const address of addresses) {
      await page.goto(made + address);
      if ((await page.locator('.forms').count()) > 0) break;
    }
    const rows = (state = ''): Promise<number> => page.locator(`.matrix tbody tr${state}:visible`).count();
    const [all, found] = [await rows(), await rows('.found')];
    expect(found).toBeGreaterThan(0);
    await page.check('.forms [value=found]');
    expect(await rows()).toBe(found);
    await page.check('.forms [value=not-found]');
    expect(await rows()).toBe(await rows('.not-found'));
    expect(await rows()).toBeGreaterThan(0);
    if (javaScriptEnabled) {
      expect(page.url()).toContain('show=not-found');
      await page.reload();
      expect(await page.isChecked('.forms [value=not-found]')).toBe(true);
    }
    await page.check('.forms [value=""]');
    expect(await rows()).toBe(all);
    await page.context().close();
  },
);

test('an enterprise leads to a comparison with its round and its trade', async () => {
  const { page, errors } = await openPage(browser);
  await page.goto(`${made}/enterprises/demo-01/`);
  await page.click('text=与同轮企业对比');
  await page.waitForSelector('.compare-table');
  expect(await page.locator('.compare-table thead th').count()).toBeGreaterThan(1);
  expect(new URL(page.url()).searchParams.get('e')).toMatch(/^demo-01,/);
  expect(errors).toEqual([]);
  await page.context().close();
});
