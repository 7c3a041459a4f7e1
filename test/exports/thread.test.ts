import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeDatasets } from '../../src/exports/datasets.ts';
import { writeDatasetsAside } from '../../src/exports/thread.ts';
import { readLedger } from '../../src/ledger.ts';
import { api } from '../../src/urls.ts';
import { writeWorkspace } from '../fixtures/notices.ts';

const dir = mkdtempSync(join(tmpdir(), 'thread-'));
afterAll(() => rmSync(dir, { recursive: true }));
writeWorkspace(dir, { notices: 4 });
const ledger = readLedger(dir);
const site = 'https://ledger.example';

test('the thread writes the same files and tells the same of them', { timeout: 30_000 }, async () => {
  const aside = await writeDatasetsAside({ dir, ledger, root: join(dir, 'aside'), site, base: '' });
  const here = writeDatasets(dir, ledger, join(dir, 'here'), site);
  const sums = (files: typeof here.files) => files.map(({ path, sha256, table }) => [path, sha256, table?.name]);
  expect(sums(aside.files)).toEqual(sums(here.files));
  expect(aside.tables.map(({ name }) => name)).toEqual(here.tables.map(({ name }) => name));
  expect(aside.fields).toEqual(JSON.parse(JSON.stringify(here.fields)));
});

test('addresses carry the path below the host', { timeout: 30_000 }, async () => {
  const root = join(dir, 'below');
  await writeDatasetsAside({ dir, ledger, root, site: `${site}/below`, base: '/below' });
  const records = JSON.parse(readFileSync(join(root, api.records), 'utf8')) as { path: string }[];
  expect(records[0]?.path).toMatch(/^\/below\/api\/v1\/records\//);
});

test('what fails in the thread fails the build', { timeout: 30_000 }, async () => {
  const root = join(dir, 'no-folder');
  writeFileSync(root, '');
  await expect(writeDatasetsAside({ dir, ledger, root, site, base: '' })).rejects.toThrow(/ENOTDIR|EEXIST/);
  expect(existsSync(join(root, 'data'))).toBe(false);
});
