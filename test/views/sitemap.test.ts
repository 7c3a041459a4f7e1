import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLedger } from '../../src/ledger.ts';
import { sitemapEntries, sitemapFiles } from '../../src/views/sitemap.ts';
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

test('leaves out what is on the noindex list', () => {
  const dir = mkdtempSync(join(tmpdir(), 'ledger-'));
  writeWorkspace(dir, { notices: 3, sample: false });
  const entry = { path: '/notices/demo-02-r1/', reason: '发布者要求', reasonEn: 'asked for', on: '2026-11-22' };
  writeFileSync(join(dir, 'content/noindex.yaml'), JSON.stringify([entry]));
  const paths = sitemapEntries(readLedger(dir)).map((e) => e.path);
  rmSync(dir, { recursive: true });
  expect(paths).not.toContain('/notices/demo-02-r1/');
  expect(paths).toContain('/notices/demo-01-r1/');
});

describe('the files', () => {
  const entries = ['2026-01-03', null, '2026-01-02', '2026-01-01', null].map((modified, i) => ({
    address: `https://x.example/?a=${i}&b`,
    modified,
  }));
  const address = (path: string) => `https://x.example${path}`;

  test('are one where all addresses fit', () => {
    const files = sitemapFiles(entries, address);
    expect(files.map(({ path }) => path)).toEqual(['/sitemap.xml']);
    expect(files[0]?.xml).toContain('<url><loc>https://x.example/?a=0&amp;b</loc><lastmod>2026-01-03</lastmod></url>');
    expect(files[0]?.xml.match(/<url>/g)).toHaveLength(5);
  });

  test('are an index of parts where they do not', () => {
    const [index, ...parts] = sitemapFiles(entries, address, 2);
    expect(index?.path).toBe('/sitemap.xml');
    expect(index?.xml).toContain('<loc>https://x.example/sitemap-2.xml</loc><lastmod>2026-01-02</lastmod>');
    expect(parts.map(({ path }) => path)).toEqual(['/sitemap-1.xml', '/sitemap-2.xml', '/sitemap-3.xml']);
    expect(parts.map(({ xml }) => xml.match(/<url>/g)?.length)).toEqual([2, 2, 1]);
  });
});

test('leaves invented samples out', () => {
  const paths = entriesOf(true).map((e) => e.path);
  expect(paths.filter((path) => path.includes('demo-'))).toEqual([]);
});
