import { createHash } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser, openPage, type WatchedPage } from './browser.ts';

const made = inject('made');
let browser: Browser;
let watched: WatchedPage;
beforeAll(async () => {
  browser = await openBrowser();
  watched = await openPage(browser);
  await watched.page.goto(`${made}/data/`);
});
afterAll(() => browser.close());

const bytes = async (path: string): Promise<Buffer> => {
  const response = await fetch(new URL(path, made));
  expect(response.status, path).toBe(200);
  return Buffer.from(await response.arrayBuffer());
};

test('every download of the page is there, and its hash is the one shown', async () => {
  const links = watched.page.locator('a[download]');
  const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(paths.length).toBeGreaterThan(40);
  for (const path of paths) expect((await bytes(path)).length, path).toBeGreaterThan(0);
  const rows = await watched.page
    .locator('tr:has(code.hash)')
    .evaluateAll((all) =>
      all.map((row) => [
        row.querySelector('a')?.getAttribute('href') ?? '',
        row.querySelector('code.hash')?.textContent ?? '',
      ]),
    );
  expect(rows.length).toBeGreaterThan(8);
  for (const [path = '', hash] of rows)
    expect(
      createHash('sha256')
        .update(await bytes(path))
        .digest('hex'),
      path,
    ).toBe(hash);
});

test('the API says what the pages say', async () => {
  const index = JSON.parse((await bytes('/api/v1/index.json')).toString());
  await watched.page.goto(`${made}/notices/`);
  expect(await watched.page.locator('main').innerText()).toContain(String(index.counts.records));
  const records = JSON.parse((await bytes(index.indexes.records.path)).toString());
  expect(records).toHaveLength(index.counts.records);
  expect(await (await fetch(`${made}${index.indexes.records.path}`)).headers.get('access-control-allow-origin')).toBe(
    '*',
  );
});

test('the codebook shows real words of real notices', async () => {
  await watched.page.goto(`${made}/en/data/`);
  const row = watched.page.locator('table.dictionary tr', {
    has: watched.page.getByText('inspection.feedbackDate', { exact: true }),
  });
  expect(await row.locator('q').innerText()).toMatch(/反馈了巡视意见/);
  expect(watched.errors).toEqual([]);
});

test('a correction shows what was read, what holds, and why, on the page and in the API', async () => {
  const record = JSON.parse((await bytes('/api/v1/records/demo-04-r1.json')).toString());
  const [correction] = record.corrections;
  await watched.page.goto(`${made}/notices/demo-04-r1/`);
  const shown = await watched.page.locator('section[aria-labelledby=corrections]').innerText();
  for (const words of [
    correction.field,
    correction.from,
    correction.to,
    correction.reason,
    correction.by,
    correction.on,
  ])
    expect(shown).toContain(words);
});
