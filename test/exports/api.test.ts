import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import sirv from 'sirv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeDatasets } from '../../src/exports/datasets.ts';
import { readLedger } from '../../src/ledger.ts';
import { factSheet, type Release, releasePath, statePath, WORKSPACE } from '../../src/model/index.ts';
import { readRecord, recordIds } from '../../src/workspace.ts';
import { writeWorkspace } from '../fixtures/notices.ts';

const dir = mkdtempSync(join(tmpdir(), 'api-'));
const out = join(dir, 'out');
const document = readFileSync('docs/api.md', 'utf8');
let server: Server;
let site = '';

/** A workspace whose state was released, and which has changed since: one notice added, one corrected, one gone. */
function prepare(): void {
  writeWorkspace(dir, { notices: 13, sample: false, hostile: true });
  mkdirSync(join(dir, WORKSPACE.releases), { recursive: true });
  const sheets = recordIds(dir)
    .filter((id) => id !== 'demo-02-r1')
    .map((id) => factSheet(readRecord(dir, id)));
  const earlier = sheets.map((sheet) =>
    sheet.id === 'demo-01-r1' ? { ...sheet, facts: { ...sheet.facts, 'headline.issues': 1 } } : sheet,
  );
  const lost = { id: 'demo-99', facts: { docType: 'other' }, figures: ['issues=3个 total'], corrections: [] };
  const lines = [...earlier, lost].map((sheet) => `${JSON.stringify(sheet)}\n`);
  writeFileSync(join(dir, statePath), lines.join(''));
  const release: Release = {
    id: '2026-11-01',
    schema: '1.0.0',
    notices: 14,
    figures: 9,
    note: '首次发布',
    changes: [],
  };
  for (const id of ['2026-11-01', '2026-11-01-2'])
    writeFileSync(join(dir, releasePath(id)), JSON.stringify({ ...release, id }));
  writeDatasets(dir, readLedger(dir), out);
}

beforeAll(async () => {
  prepare();
  server = createServer(sirv(out));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  site = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
afterAll(async () => {
  await new Promise((done) => server.close(done));
  rmSync(dir, { recursive: true });
});

const fetchText = async (path: string): Promise<string> => {
  const response = await fetch(site + path);
  expect(response.status, path).toBe(200);
  return response.text();
};
// biome-ignore lint/suspicious/noExplicitAny: what is fetched is what is tested
const fetchJson = async (path: string): Promise<any> => JSON.parse(await fetchText(path));

/** The addresses that docs/api.md promises, with the keys it names. */
const promised = [...document.matchAll(/^\| `(\/api\/v1\/[^`]+)` \| (.+) \|$/gm)].map(
  ([, address = '', keys = '']) => ({
    address,
    keys: /^list of|^`/.test(keys) ? [...keys.matchAll(/`(\w+)`/g)].map((match) => match[1] ?? '') : null,
  }),
);

const EXAMPLES: Readonly<Record<string, string>> = {
  '<id>': 'demo-01-r1',
  '<enterprise>': 'demo-01',
  '<round>': 'demo-1',
  '<category>': 'issues',
  '<release>': '2026-11-01-2',
};
const realAddress = (address: string): string => address.replace(/<\w+>/, (hole) => EXAMPLES[hole] ?? hole);

test('the document names all addresses of the code', () => {
  expect(promised).toHaveLength(11);
});

test.each(promised)('$address is there with its keys', async ({ address, keys }) => {
  const value = await fetchJson(realAddress(address));
  if (keys === null) return;
  const one = Array.isArray(value) ? value[0] : value;
  expect(Object.keys(one).sort()).toEqual([...keys].sort());
});

describe('hashes and sizes', () => {
  const expectHash = async ({
    path,
    bytes,
    sha256,
  }: {
    path: string;
    bytes: number;
    sha256: string;
  }): Promise<string> => {
    const text = await fetchText(path);
    const body = Buffer.from(text);
    expect([body.length, createHash('sha256').update(body).digest('hex')], path).toEqual([bytes, sha256]);
    return text;
  };

  test('are right from the index down to every single file', async () => {
    const index = await fetchJson('/api/v1/index.json');
    let files = 0;
    for (const [name, entry] of Object.entries(index.indexes)) {
      const list = JSON.parse(await expectHash(entry as never));
      const entries =
        name === 'changes'
          ? list.releases
          : name === 'figures'
            ? list.flatMap((each: never) => (each as { files: unknown[] }).files)
            : list;
      for (const each of entries) await expectHash(each);
      files += entries.length;
    }
    expect(files).toBeGreaterThan(40);
    for (const each of index.downloads.filter(({ format }: { format: string }) => !/parquet|sqlite|excel/.test(format)))
      await expectHash(each);
  });
});

test('a record is the record of the downloads, valid by the schema', async () => {
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
    await fetchJson('/data/record.schema.json'),
  );
  for (const { path, id } of await fetchJson('/api/v1/records.json')) {
    const record = await fetchJson(path);
    expect(validate(record), JSON.stringify(validate.errors)).toBe(true);
    expect(record).toEqual(readRecord(dir, id));
  }
});

test('figures by category are all figures of the records', async () => {
  const categories = await fetchJson('/api/v1/figures.json');
  const figures = recordIds(dir).flatMap((id) => readRecord(dir, id).figures);
  let found = 0;
  for (const { category, figures: count, files } of categories) {
    const rows = (await Promise.all(files.map(({ path }: { path: string }) => fetchJson(path)))).flat();
    expect(rows).toHaveLength(count);
    expect(rows.every((row: { category: string }) => row.category === category)).toBe(true);
    found += rows.length;
  }
  expect(found).toBe(figures.length);
});

describe('the change feed', () => {
  test('tells what changed since the latest release, and names the state', async () => {
    const feed = await fetchJson('/api/v1/changes.json');
    expect(feed.version).toMatch(/^2026-11-01-2\+[0-9a-f]{8}$/);
    expect(feed.unreleased.counts).toEqual({ added: 1, changed: 1, corrected: 0, gone: 1 });
    expect(feed.unreleased.changes.map(({ id, kind }: { id: string; kind: string }) => `${id} ${kind}`)).toEqual([
      'demo-01-r1 changed',
      'demo-02-r1 added',
      'demo-99 gone',
    ]);
    expect(feed.unreleased.changes[0].fields).toEqual([
      { field: 'headline.issues', from: 1, to: readRecord(dir, 'demo-01-r1').headline.issues },
    ]);
    expect(feed.unreleased.changes[2].figuresRemoved).toEqual(['issues=3个 total']);
    expect(feed.releases.map(({ id }: { id: string }) => id)).toEqual(['2026-11-01-2', '2026-11-01']);
  });

  test('a state that is the released one has its date alone', () => {
    const clean = mkdtempSync(join(tmpdir(), 'api-'));
    writeWorkspace(clean, { notices: 2, sample: false });
    mkdirSync(join(clean, WORKSPACE.releases), { recursive: true });
    const sheets = recordIds(clean).map((id) => `${JSON.stringify(factSheet(readRecord(clean, id)))}\n`);
    writeFileSync(join(clean, statePath), sheets.join(''));
    const release = { id: '2026-11-01', schema: '1.0.0', notices: 3, figures: 9, changes: [] };
    writeFileSync(join(clean, releasePath('2026-11-01')), JSON.stringify(release));
    const { about, versions } = writeDatasets(clean, readLedger(clean), join(clean, 'out'));
    expect([about.version, versions.unreleased]).toEqual(['2026-11-01', []]);
    rmSync(clean, { recursive: true });
  });
});
