import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { load } from 'cheerio';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, openPage, PAGE_TYPES } from './browser.ts';
import { layoutShift } from './layout-shift.ts';

const made = inject('made');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const ground = (): string => getComputedStyle(document.documentElement).backgroundColor;

describe('light and dark', () => {
  test('follow the system, and a choice outlives the visit', async () => {
    const { page } = await openPage(browser, { colorScheme: 'dark' });
    await page.goto(`${made}/`);
    const dark = await page.evaluate(ground);
    await page.selectOption('#theme', 'light');
    const light = await page.evaluate(ground);
    expect(light).not.toBe(dark);
    await page.goto(`${made}/rounds/`);
    expect(await page.evaluate(ground)).toBe(light);
    await page.selectOption('#theme', 'auto');
    expect(await page.evaluate(ground)).toBe(dark);
    await page.context().close();
  });
});

test('paper is white, whatever was chosen for the screen, and shows what is folded', async () => {
  const { page } = await openPage(browser);
  await page.goto(`${made}/notices/demo-01-r2/`);
  await page.selectOption('#theme', 'dark');
  await page.emulateMedia({ media: 'print' });
  expect(
    await page.evaluate(() => getComputedStyle(document.body.querySelector('header') as Element).backgroundColor),
  ).toBe('rgb(255, 255, 255)');
  expect(await page.evaluate(() => getComputedStyle(document.body).colorScheme)).toBe('light');
  expect(await page.locator('.figures .quote').last().isVisible()).toBe(true);
  expect(await page.locator('button:visible, .site-nav:visible').count()).toBe(0);
  await page.context().close();
});

describe('keyboard only', () => {
  test('the first stop skips to the content', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${made}/notices/demo-01-r2/`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    expect(await page.locator('.skip').boundingBox()).toMatchObject({ x: 16 });
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.context().close();
  });

  test('every stop is visible and has an outline; a figure is reached and opened', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${made}/notices/demo-01-r2/`);
    let reached = false;
    for (let i = 0; i < 60 && !reached; i++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const e = document.activeElement as HTMLElement;
        const style = getComputedStyle(e);
        return {
          visible: e.getClientRects().length > 0,
          outline: style.outlineStyle,
          tile: e.closest('#h-issues') !== null,
        };
      });
      expect(stop.visible).toBe(true);
      expect(stop.outline).not.toBe('none');
      reached = stop.tile;
    }
    expect(reached).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('mark.here').count()).toBe(1);
    await page.context().close();
  });

  test('enterprises are compared without a mouse', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${made}/compare/`);
    await page.waitForFunction(() => document.querySelectorAll('#candidates option').length > 0);
    await page.focus('#add');
    for (const name of ['demo-03', '赤水矿业']) {
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
    }
    await page.waitForSelector('.compare-table thead th:nth-of-type(2)');
    await expect.poll(() => new URL(page.url()).searchParams.get('e')).toBe('demo-03,demo-04');
    await page.context().close();
  });
});

describe.each([390, 1280])('at %i px', (width) => {
  test.each(PAGE_TYPES)('%s fits', async (path) => {
    const { page, errors } = await openPage(browser, { viewport: { width, height: 844 } });
    await page.goto(made + path, { waitUntil: 'networkidle' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    // a date or a number broken to pieces by a narrow column
    const broken = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('td time, td.num')].flatMap((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        return cell.children.length === 0 && lines.size > 1 ? [cell.textContent] : [];
      }),
    );
    expect(broken).toEqual([]);
    expect(await page.locator('h1').count()).toBe(1);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

// English labels are longer than the Chinese ones that the columns were made for
describe('in English on a phone', () => {
  test.each(PAGE_TYPES)('%s fits, and no word of a label is broken', async (path) => {
    const { page, errors } = await openPage(browser, { viewport: { width: 390, height: 844 } });
    await page.goto(`${made}/en${path}`, { waitUntil: 'networkidle' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const broken = await page.evaluate(() => {
      const found: string[] = [];
      for (const label of document.querySelectorAll('h1, h2, h3, th, dt, label, nav a, button')) {
        const walker = document.createTreeWalker(label, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode())
          for (const word of (node.textContent ?? '').matchAll(/[A-Za-z]+/g)) {
            const range = document.createRange();
            range.setStart(node, word.index);
            range.setEnd(node, word.index + word[0].length);
            const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
            if (lines.size > 1) found.push(word[0]);
          }
      }
      return found;
    });
    expect(broken).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

test('nothing moves while a page loads', async () => {
  const { page } = await openPage(browser);
  for (const path of ['/', '/notices/demo-01-r2/', '/enterprises/demo-01/']) {
    await page.goto(made + path, { waitUntil: 'networkidle' });
    const shift = await layoutShift(page);
    expect(shift, path).toBeLessThan(0.02);
  }
  await page.context().close();
});

describe('what is sent, compressed', () => {
  /** What a static host sends: every answer of a visit, as gzip. */
  const weigh = async (path: string): Promise<{ scripts: number; all: number }> => {
    const { page } = await openPage(browser);
    const sum = { scripts: 0, all: 0 };
    page.on('response', async (response) => {
      const size = gzipSync(await response.body().catch(() => Buffer.alloc(0))).length;
      sum.all += size;
      if (response.request().resourceType() === 'script') sum.scripts += size;
    });
    await page.goto(made + path, { waitUntil: 'networkidle' });
    await page.context().close();
    return sum;
  };

  const light = [...PAGE_TYPES.filter((path) => !path.startsWith('/compare/')), '/notices/?sort=lag', '/404.html'];
  test.each(light)('%s: at most 20 kB of scripts', async (path) => {
    expect((await weigh(path)).scripts).toBeLessThan(20_000);
  });

  test.each(['/notices/demo-02-r1/', '/en/notices/demo-02-r1/'])(
    '%s: a notice without its text, at most 60 kB',
    async (path) => {
      expect((await weigh(path)).all).toBeLessThan(60_000);
    },
  );

  test('a notice with its text: what is not text, at most 60 kB', async () => {
    const folder = inject('madeFolder');
    const $ = load(readFileSync(join(folder, 'notices/demo-01-r2/index.html'), 'utf8'));
    const text = gzipSync($.html('#reading')).length;
    expect((await weigh('/notices/demo-01-r2/')).all - text).toBeLessThan(60_000);
  });
});
