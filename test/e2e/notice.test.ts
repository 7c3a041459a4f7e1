import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { makeNotice } from '../fixtures/notices.ts';
import { openBrowser, openPage } from './browser.ts';
import { TEXTLESS } from './site.ts';

const made = inject('made');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const { record } = makeNotice(12, { notices: 30 }); // demo-01-r2
const first = record.figures.findIndex((f) => f.category === 'measures');

describe('a click on a figure', () => {
  test('of the headline shows and lights up its sentence', async () => {
    const { page, errors } = await openPage(browser);
    await page.goto(`${made}/notices/demo-01-r2/`);
    await page.click('#h-measures a');
    expect(new URL(page.url()).hash).toBe(`#f-${first + 1}`);
    const mark = page.locator(`#f-${first + 1}`);
    await expect.poll(() => mark.evaluate((e) => e.classList.contains('here'))).toBe(true);
    expect(await mark.textContent()).toBe(record.figures[first]?.quote);
    // visible: inside the window, after the scroll has come to rest
    await expect
      .poll(() =>
        mark.evaluate((e) => e.getBoundingClientRect().top > 0 && e.getBoundingClientRect().bottom < innerHeight),
      )
      .toBe(true);
    const sentence = mark.locator('xpath=ancestor::*[contains(@class,"s")][1]');
    expect(await sentence.evaluate((e) => e.classList.contains('here'))).toBe(true);
    const colours = await page.evaluate(() => {
      const lit = document.querySelector('mark.here') as Element;
      const plain = document.querySelector('.s:not(.here)') as Element;
      return [lit, lit.closest('.s') as Element, plain].map((e) => getComputedStyle(e).backgroundColor);
    });
    expect(new Set(colours).size).toBe(3);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('in the table and in the rail leads to the same sentence, and another click moves the light', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${made}/notices/demo-01-r2/#f-2`);
    await expect.poll(() => page.locator('mark.here').first().getAttribute('id')).toBe('f-2');
    await page.click('.rail li:nth-child(5) a');
    expect(new URL(page.url()).hash).toBe('#f-5');
    await expect.poll(() => page.locator('mark.here').first().getAttribute('id')).toBe('f-5');
    await page.click('section:has(> #figures) summary');
    await page.locator('.figures a[href="#f-3"]').click();
    await expect.poll(() => page.locator('mark.here').evaluateAll((all) => all.map((e) => e.id))).toEqual(['f-3']);
    await page.context().close();
  });

  test('works without JavaScript', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${made}/notices/demo-01-r2/#f-2`);
    const mark = page.locator('#f-2');
    expect(await mark.isVisible()).toBe(true);
    await expect.poll(async () => (await mark.boundingBox())?.y).toBeLessThan(900);
    expect((await mark.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    expect(await page.locator('.s:has(:target)').count()).toBe(1);
    await page.context().close();
  });

  test('shows the quote where the text is not at hand', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${made}/notices/${TEXTLESS}/`);
    expect(await page.locator('.text').count()).toBe(0);
    expect(await page.locator('#h-issues q').textContent()).toMatch(/\d+个具体问题/);
    const target = await page.locator('#h-issues a').getAttribute('href');
    await page.click('#h-issues a');
    const row = page.locator(`tr${target}`);
    expect(await row.isVisible()).toBe(true);
    expect(await row.locator('.quote').textContent()).toMatch(/\d+个具体问题/);
    await page.context().close();
  });
});

test('facts lead to their words, sentences and outline have anchors', async () => {
  const { page } = await openPage(browser);
  await page.goto(`${made}/notices/demo-01-r2/`);
  await page.locator('.facts a.cited').first().click();
  await expect.poll(() => page.locator('mark.here').count()).toBeGreaterThan(0);
  await page.goto(`${made}/notices/demo-01-r2/#s-003`);
  expect(await page.locator('#s-003').evaluate((e) => getComputedStyle(e).backgroundColor)).not.toBe(
    'rgba(0, 0, 0, 0)',
  );
  await page.locator('.outline a').nth(3).click();
  expect(new URL(page.url()).hash).toMatch(/^#o-\d+$/);
  await page.context().close();
});

test('a click on a sentence makes the address lead to it, and moves nothing', async () => {
  const { page, errors } = await openPage(browser);
  await page.goto(`${made}/notices/demo-01-r2/#s-020`);
  await page.waitForTimeout(300);
  const sentence = page.locator('#s-021');
  const lit = () => sentence.evaluate((e) => getComputedStyle(e).backgroundColor !== 'rgba(0, 0, 0, 0)');
  expect(await lit()).toBe(false);
  const before = await page.evaluate(() => scrollY);
  const place = await sentence.evaluate((e) => {
    const { left, top, width, height } = [...e.getClientRects()].at(-1) as DOMRect;
    return { x: left + width / 2, y: top + height / 2 };
  });
  await page.mouse.click(place.x, place.y);
  await expect.poll(lit).toBe(true);
  expect(await page.evaluate(() => scrollY)).toBe(before);
  const { hash } = new URL(page.url());
  expect(hash).toMatch(/^#q-[a-z0-9-]+$/);
  await page.goto('about:blank');
  await page.goto(`${made}/notices/demo-01-r2/${hash}`);
  expect(await lit()).toBe(true);
  expect(errors).toEqual([]);
  await page.context().close();
});

test('a row of a table is a sentence: a click leads to it, and its link lights it up', async () => {
  const { page, errors } = await openPage(browser);
  const notice = `${inject('demo')}/notices/sample-jiangzhou-bank-rectification-20240731/`;
  await page.goto(notice);
  const row = page.locator('#reading tr').last();
  expect(await row.innerText()).toBe('合计\t45\t168\t161\t95.8%');
  await row.locator('td').first().click();
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#q-/);
  const { href } = new URL(page.url());
  await page.goto('about:blank');
  await page.goto(href);
  expect(await row.evaluate((e) => getComputedStyle(e).backgroundColor)).not.toBe('rgba(0, 0, 0, 0)');
  expect(errors).toEqual([]);
  await page.context().close();
});

test('sentences are one stop of the Tab key; arrows and Enter give the link of one, and it is copied', async () => {
  const { page, errors } = await openPage(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(`${made}/notices/demo-01-r2/`);
  await page.click('#copy-sentence');
  expect(await page.textContent('#sentence-said')).toBe('先选一句。');
  expect(await page.locator('#reading [tabindex="0"]').count()).toBe(1);
  await page.locator('.outline a').last().focus();
  await page.keyboard.press('Tab');
  const at = () => page.evaluate(() => document.activeElement?.id);
  expect(await at()).toBe('s-001');
  expect(await page.locator('#s-001').evaluate((e) => getComputedStyle(e).outlineStyle)).not.toBe('none');
  for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  expect(await at()).toBe('s-030');
  await expect
    .poll(() => page.locator(':focus').evaluate((e) => e.getBoundingClientRect().bottom <= innerHeight))
    .toBe(true);
  await page.keyboard.press('Enter');
  const own = await page.locator('#s-030 [id^="q-"]').getAttribute('id');
  await expect.poll(() => new URL(page.url()).hash).toBe(`#${own}`);
  expect(await page.textContent('#sentence-said')).toBe('地址栏已是这一句的链接。');
  // the focus comes back a moment after the browser’s jump
  await expect.poll(at).toBe('s-030');
  await page.keyboard.press('ControlOrMeta+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${made}/notices/demo-01-r2/#${own}`);
  // still one stop; the next leaves the text
  expect(await page.locator('#reading [tabindex="0"]').count()).toBe(1);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('#reading'))).toBeNull();
  // the sentence of a figure, by the lasting anchor
  await page.goto(`${made}/notices/demo-01-r2/#f-2`);
  await page.click('#copy-sentence');
  await expect.poll(() => page.textContent('#sentence-said')).toBe('已复制这一句的链接。');
  const owner = await page.locator('.s:has(#f-2) [id^="q-"]').getAttribute('id');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${made}/notices/demo-01-r2/#${owner}`);
  expect(errors).toEqual([]);
  await page.context().close();
});

describe('a repaired text', () => {
  test('is shown repaired, with its repairs marked, or as it was, also without a script', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${made}/notices/demo-07-r1/`);
    const words = () => page.locator('#f-2').innerText();
    const ground = () =>
      page
        .locator('.repaired ins')
        .first()
        .evaluate((e) => getComputedStyle(e).backgroundColor);
    expect(await words()).toMatch(/^\d+个具体问题$/);
    const plain = await ground();
    await page.check('.forms [value=marked]');
    expect(await ground()).not.toBe(plain);
    await page.check('.forms [value=original]');
    expect(await words()).toMatch(/^\d+个具体問題$/);
    expect(await page.locator('#reading').innerText()).toContain('業(yè)');
    await page.context().close();
  });

  test('keeps the choice in the address, and is reported in the repaired form', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${made}/notices/demo-07-r1/?form=original#f-2`);
    expect(await page.isChecked('.forms [value=original]')).toBe(true);
    expect(decodeURIComponent((await page.getAttribute('#report', 'href')) ?? '')).toMatch(/\d+个具体问题/);
    await page.check('.forms [value=marked]');
    expect(page.url()).toContain('form=marked#f-2');
    await page.context().close();
  });
});

test('a citation is copied', async () => {
  const { page } = await openPage(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(`${made}/notices/demo-01-r2/`);
  await page.click('button[data-copy="cite-gbt2015"]');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('[EB/OL]');
  await page.context().close();
});

test('samples are marked on their page and can be hidden, also by the address', async () => {
  const { page } = await openPage(browser);
  await page.goto(`${made}/notices/demo-01-r2/`);
  expect(await page.locator('.sample-banner').isVisible()).toBe(true);
  expect(await page.locator('.notice-head .tag.sample').isVisible()).toBe(true);
  await page.goto(`${made}/notices/`);
  expect(await page.locator('.entry:visible').count()).toBeGreaterThan(20);
  await page.click('#samples');
  expect(await page.locator('.entry:visible').count()).toBe(0);
  expect(new URL(page.url()).searchParams.get('samples')).toBe('hide');
  await page.goto(`${made}/`);
  expect(await page.locator('.numbers dd a:visible').allTextContents()).toEqual(['0', '0', '0', '0']);
  await page.goto(`${made}/?samples=show`);
  expect(await page.locator('.numbers dd a:visible').first().textContent()).toBe('32');
  await page.context().close();
});
