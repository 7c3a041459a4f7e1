import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import sirv from 'sirv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeDatasets } from '../../src/exports/datasets.ts';
import { readLedger } from '../../src/ledger.ts';
import { downloads } from '../../src/urls.ts';
import type { Ledger } from '../../src/views/ledger.ts';
import { readRecord, recordIds } from '../../src/workspace.ts';
import { writeWorkspace } from '../fixtures/notices.ts';

// The starters of docs/ are run as they stand and must give what the pages show: the totals of the ledger.
const dir = mkdtempSync(join(tmpdir(), 'starters-'));
const out = join(dir, 'out');
const run = promisify(execFile);
let ledger: Ledger;
let server: Server;
let site = '';
beforeAll(async () => {
  writeWorkspace(dir, { notices: 20, sample: false });
  ledger = readLedger(dir);
  writeDatasets(dir, ledger, out);
  server = createServer(sirv(out));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  site = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`;
});
afterAll(async () => {
  await new Promise((done) => server.close(done));
  rmSync(dir, { recursive: true });
});

const figures = () => ledger.notices.reduce((sum, notice) => sum + notice.figures, 0);
const lastLine = (text: string): unknown => JSON.parse(text.trimEnd().split('\n').at(-1) ?? '');

test('JavaScript reads the API', async () => {
  const { stdout, stderr } = await run(process.execPath, ['docs/starters/javascript.mjs', site]);
  const issueTotals = recordIds(dir)
    .flatMap((id) => readRecord(dir, id).figures)
    .filter(({ category, scope }) => category === 'issues' && scope === 'total').length;
  expect(lastLine(stdout)).toMatchObject({ notices: ledger.notices.length, issueTotals });
  expect(stderr.trimEnd().split('\n')).toHaveLength(issueTotals);
});

test('DuckDB reads the Parquet files', async () => {
  const connection = await (await DuckDBInstance.create()).connect();
  const sql = readFileSync('docs/starters/duckdb.sql', 'utf8').replace(
    "'figures.parquet'",
    `'${join(out, downloads.table('figures', 'parquet'))}'`,
  );
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJS();
  const wanted = new Map<string, number>();
  for (const { counts } of ledger.notices)
    for (const [category, count] of Object.entries(counts)) wanted.set(category, (wanted.get(category) ?? 0) + count);
  expect(Object.fromEntries(rows.map(({ category, figures: count }) => [category, Number(count)]))).toEqual(
    Object.fromEntries(wanted),
  );
  connection.closeSync();
});

const hasPython = spawnSync('python3', ['-c', 'import sqlite3']).status === 0;
describe.skipIf(!hasPython)('Python (where python3 is at hand)', () => {
  test('reads the SQLite file and finds words', async () => {
    const { stdout, stderr } = await run('python3', ['docs/starters/sqlite.py', join(out, downloads.database)]);
    expect(lastLine(stdout)).toEqual({ notices: ledger.notices.length, figures: figures() });
    expect(stderr).toMatch(/^20 notices say 整改措施$/m);
  });
});
