import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, openPage } from './browser.ts';
import { layoutShift } from './layout-shift.ts';

const made = inject('made');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const SIX = 'demo-01,demo-02,demo-03,demo-04,demo-05,demo-06';

describe('compare', () => {
  test.each([
    ['demo-01,demo-02', 2],
    [SIX, 6],
  ])('%s: a column and a bar each, restored from the address', async (e, n) => {
    const { page, errors } = await openPage(browser);
    await page.goto(`${made}/compare/?e=${e}`);
    await page.waitForSelector('.compare-table');
    expect(await page.locator('.compare-table thead th').count()).toBe(n);
    expect(await page.locator('.chart').first().locator('rect.mark').count()).toBe(n);
    expect(await page.locator('#chosen button').count()).toBe(n);
    await page.locator('.compare-table tbody tr', { hasText: '个具体问题' }).locator('a').first().click();
    await page.waitForSelector('mark.here');
    expect(page.url()).toMatch(/\/notices\/.+#f-\d+$/);
    expect(await page.textContent('mark.here')).toMatch(/\d+个具体问题/);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('adding, choosing a measure and removing is all in the address', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${made}/compare/?e=demo-01`);
    await page.waitForSelector('.compare-table');
    await page.fill('#add', '东湖造船');
    await page.press('#add', 'Enter');
    await expect.poll(() => new URL(page.url()).searchParams.get('e')).toBe('demo-01,demo-02');
    await page.selectOption('#measure', 'rules');
    await page.check('#per');
    await expect.poll(() => page.url()).toContain('m=rules&per=1');
    const shared = page.url();
    const shown = await page.locator('#comparison').innerText();
    await page.goto('about:blank');
    await page.goto(shared);
    await page.waitForSelector('.compare-table');
    expect(await page.locator('#comparison').innerText()).toBe(shown);
    await page.click('#chosen button[data-remove="demo-01"]');
    await expect.poll(() => new URL(page.url()).searchParams.get('e')).toBe('demo-02');
    await page.context().close();
  });

  test('another notice of the same enterprise can stand for it', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${made}/compare/?e=demo-01,demo-02`);
    await page.waitForSelector('#n-demo-01');
    await page.selectOption('#n-demo-01', 'demo-01-r1');
    await expect.poll(() => new URL(page.url()).searchParams.get('n')).toBe('demo-01-r1');
    await page.reload();
    await page.waitForSelector('#n-demo-01');
    expect(await page.inputValue('#n-demo-01')).toBe('demo-01-r1');
    await page.context().close();
  });

  test('an enterprise stands beside itself, earlier', async () => {
    const { page, errors } = await openPage(browser);
    await page.goto(`${made}/enterprises/demo-01/`);
    await page.click('text=与自己的往轮对比');
    await page.waitForSelector('.compare-table');
    expect(await page.locator('.compare-table thead th').count()).toBe(3);
    expect(await page.locator('.chart').first().locator('text.label').allTextContents()).toEqual([
      '岷岭能源 2016-05',
      '岷岭能源 2020-03',
      '岷岭能源 2023-04',
    ]);
    await page.locator('button[data-drop]').nth(1).click();
    await expect.poll(() => page.locator('.compare-table thead th').count()).toBe(2);
    await page.click('button[data-another]');
    await expect.poll(() => page.locator('.compare-table thead th').count()).toBe(3);
    expect(new URL(page.url()).searchParams.get('n')?.split(',').sort()).toEqual([
      'demo-01-r1',
      'demo-01-r2',
      'demo-01-r3',
    ]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('a cell of the topics leads to all its passages, whether one or several', async () => {
    const { page } = await openPage(browser);
    const address = `${made}/compare/?e=${SIX}&m=topics`;
    await page.goto(address);
    await page.waitForSelector('.heat td a');
    const counts = (await page.locator('.heat td a').allTextContents()).map(Number);
    for (const several of [false, true]) {
      const place = counts.findIndex((n) => n > 1 === several);
      if (place < 0) continue;
      await page.goto(address);
      await page.locator('.heat td a').nth(place).click();
      await page.waitForURL(several ? /\/enterprises\/.+#t-.+-of-.+$/ : /\/notices\/.+#o-\d+$/);
      const target = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
      expect(await target.count()).toBe(1);
      if (several) expect(await target.locator('li').count()).toBe(counts[place]);
    }
    await page.context().close();
  });

  test('every fact leads to its own words', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${made}/compare/?e=demo-01,demo-02`);
    await page.locator('.compare-table a[href*="#e-"]').first().waitFor();
    const places = await page
      .locator('.compare-table a[href*="#e-"]')
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).hash));
    for (const place of ['#e-inspection-groups-0', '#e-inspection-start', '#e-inspection-feedbackDate'])
      expect(places).toContain(place);
    await page.locator('.compare-table a[href*="#e-inspection-feedbackDate"]').first().click();
    await page.waitForSelector('mark.here');
    await page.context().close();
  });

  test('nothing moves while a shared comparison is drawn', async () => {
    for (const viewport of [
      { width: 390, height: 844 },
      { width: 1280, height: 900 },
    ]) {
      const { page } = await openPage(browser, { viewport });
      await page.goto(`${made}/compare/?e=${SIX}`);
      await page.waitForSelector('.compare-table');
      const shift = await layoutShift(page);
      expect(shift).toBeLessThan(0.05);
      await page.context().close();
    }
  });

  test('a seventh, an unknown and a nonsense id are refused with a word', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${made}/compare/?e=${SIX},demo-07`);
    await page.waitForSelector('.compare-table');
    expect(await page.locator('.compare-table thead th').count()).toBe(6);
    expect(await page.isDisabled('#add')).toBe(true);
    await page.goto(`${made}/compare/?e=demo-01,nobody,<b>`);
    await page.waitForSelector('.compare-table');
    expect(await page.textContent('#say')).toContain('没有这家企业：nobody');
    await page.context().close();
  });

  test('what is missing has words, never 0, and no bar', async () => {
    const { page } = await openPage(browser);
    // twelve enterprises: somewhere tasks or money are not stated
    const missing: string[] = [];
    for (const group of [SIX, 'demo-07,demo-08,demo-09,demo-10,demo-11,demo-12']) {
      await page.goto(`${made}/compare/?e=${group}&m=tasks`);
      await page.waitForSelector('.compare-table');
      const cells = await page.locator('.compare-table tbody td').allTextContents();
      expect(cells.filter((cell) => /^0\D*$/.test(cell.trim()))).toEqual([]);
      missing.push(...cells.filter((cell) => cell === '未披露'));
      const absent = await page.locator('.chart').first().locator('g', { hasText: '未披露' }).all();
      for (const row of absent) expect(await row.locator('rect').count()).toBe(0);
    }
    expect(missing.length).toBeGreaterThan(0);
    await page.context().close();
  });

  test.each(['issues', 'topics'])('the picture of %s has title, drawing, legend and source', async (m) => {
    const { page, errors } = await openPage(browser, { acceptDownloads: true });
    await page.goto(`${made}/compare/?e=demo-01,demo-02&m=${m}`);
    await page.waitForSelector('.compare-table');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('button[data-save="svg"]')]);
    const svg = await readFile(await download.path(), 'utf8');
    for (const words of [m === 'issues' ? '问题' : '主题', '东湖造船', '来源', '2026-11-20'])
      expect(svg).toContain(words);
    expect(svg).toMatch(/fill="rgb\(\d+, \d+, \d+\)"/);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test.each(['lag', 'funnel', 'progress', 'topics', 'money'])('the chart %s is drawn without an error', async (m) => {
    const { page, errors } = await openPage(browser);
    await page.goto(`${made}/en/compare/?e=${SIX}&m=${m}`);
    await page.waitForSelector('.compare-table');
    expect(await page.inputValue('#measure')).toBe(m);
    expect(await page.locator('#comparison .drawing, #comparison .heat').count()).toBeGreaterThan(0);
    expect(await page.locator('#comparison').innerText()).not.toMatch(/NaN|undefined/);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('saves table and drawing', async () => {
    const { page, errors } = await openPage(browser, { acceptDownloads: true });
    await page.goto(`${made}/compare/?e=demo-01,demo-02`);
    await page.waitForSelector('.compare-table');
    const save = async (kind: string): Promise<Buffer> => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.click(`button[data-save="${kind}"]`)]);
      return readFile(await download.path());
    };
    expect((await save('csv')).toString()).toMatch(/^\uFEFF,岷岭能源集团有限公司,东湖造船集团有限公司\r\n/);
    const svg = (await save('svg')).toString();
    expect(svg).toMatch(/^<svg /);
    expect(svg).toMatch(/fill="rgb\(31, 95, 153\)"/);
    expect((await save('png')).subarray(1, 4).toString()).toBe('PNG');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('says that it needs a script', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${made}/compare/?e=demo-01,demo-02`);
    expect(await page.locator('main').innerText()).toContain('需要 JavaScript');
    await page.context().close();
  });
});
