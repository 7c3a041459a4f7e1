import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLedger } from '../../src/ledger.ts';
import { sitemapEntries } from '../../src/views/sitemap.ts';
import { writeWorkspace } from '../fixtures/notices.ts';

const entriesOf = (sample: boolean) => {
  const dir = mkdtempSync(join(tmpdir(), 'ledger-'));
  writeWorkspace(dir, { notices: 3, sample });
  const entries = sitemapEntries(readLedger(dir));
  rmSync(dir, { recursive: true });
  return entries;
};

test('names every page with the day on which what it shows was captured', () => {
  const entries = entriesOf(false);
  expect(new Set(entries.map((e) => e.path)).size).toBe(entries.length);
  expect(entries).toContainEqual({ path: '/notices/demo-01-r1/', modified: '2026-11-20' });
  // nothing was captured about it: no date is made up
  expect(entries).toContainEqual({ path: '/enterprises/demo-12/', modified: null });
  expect(entries.map((e) => e.path)).not.toContain('/search/');
});

test('leaves invented samples out', () => {
  const paths = entriesOf(true).map((e) => e.path);
  expect(paths.filter((path) => path.includes('demo-'))).toEqual([]);
});
