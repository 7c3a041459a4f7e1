import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, openPage, PAGE_TYPES } from './browser.ts';

const made = inject('made');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe calls serious or critical, short enough to read. */
async function serious(path: string, colorScheme: 'light' | 'dark'): Promise<string[]> {
  // bypassCSP: the test puts its own script into the page
  const { page } = await openPage(browser, { colorScheme, bypassCSP: true });
  await page.goto(made + path, { waitUntil: 'networkidle' });
  await page.evaluate(axe);
  const violations = (await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] }).then((r) => r.violations)',
  )) as Violation[];
  await page.context().close();
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map(
      (v) =>
        `${v.id}: ${v.nodes.length} × ${v.nodes[0]?.html.slice(0, 160)} ${v.nodes[0]?.failureSummary?.split('\n')[1] ?? ''}`,
    );
}

const PAGES = [
  ...PAGE_TYPES,
  '/compare/?e=demo-01,demo-02&m=topics',
  '/notices/demo-07-r1/?form=original',
  '/search/?q=整改',
  '/404.html',
  '/en/',
  '/en/notices/demo-01-r2/',
];

describe.each(['light', 'dark'] as const)('axe finds nothing serious, %s', (scheme) => {
  test.each(PAGES)('on %s', async (path) => {
    expect(await serious(path, scheme)).toEqual([]);
  });
});
