import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import sirv from 'sirv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeDatasets } from '../../src/exports/datasets.ts';
import { readLedger } from '../../src/ledger.ts';
import { type FigureCategory, recordPath } from '../../src/model/index.ts';
import { downloads } from '../../src/urls.ts';
import type { Ledger } from '../../src/views/ledger.ts';
import { bothNumbers } from '../../src/views/overview.ts';
import { readRecord, recordIds } from '../../src/workspace.ts';
import { writeWorkspace } from '../fixtures/notices.ts';

// The starters of docs/ are run as they stand and must give what the overview shows. Three notices are samples.
const dir = mkdtempSync(join(tmpdir(), 'starters-'));
const out = join(dir, 'out');
const data = join(out, 'data');
const run = promisify(execFile);
let ledger: Ledger;
let server: Server;
let site = '';
beforeAll(async () => {
  writeWorkspace(dir, { notices: 20, sample: false, hostile: true });
  for (const id of recordIds(dir).slice(0, 3))
    writeFileSync(join(dir, recordPath(id)), JSON.stringify({ ...readRecord(dir, id), sample: true }));
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

/** What the overview shows, and a starter prints as its last line. */
const shown = () => {
  const { notices, figures } = bothNumbers(ledger).real;
  return { notices, figures };
};
const lastLine = (text: string): unknown => JSON.parse(text.trimEnd().split('\n').at(-1) ?? '');
const starter = (name: string): string => `docs/starters/${name}`;

test('JavaScript reads the API', async () => {
  const { stdout, stderr } = await run(process.execPath, [starter('javascript.mjs'), site]);
  const issueTotals = recordIds(dir)
    .map((id) => readRecord(dir, id))
    .filter(({ sample }) => !sample)
    .flatMap(({ figures }) => figures)
    .filter(({ category, scope }) => category === 'issues' && scope === 'total').length;
  expect(lastLine(stdout)).toMatchObject({ notices: shown().notices, issueTotals });
  expect(stderr.trimEnd().split('\n')).toHaveLength(issueTotals);
});

describe('DuckDB reads the Parquet files', () => {
  /** Rows of a statement, run in the folder of the data. */
  async function query(sql: string): Promise<Record<string, unknown>[]> {
    const connection = await (await DuckDBInstance.create()).connect();
    await connection.run(`SET file_search_path = '${data}'`);
    const rows = (await connection.runAndReadAll(sql)).getRowObjectsJS();
    connection.closeSync();
    return rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, plain(value)])));
  }
  const plain = (value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value);

  test('with its own SQL', async () => {
    const [categories = '', totals = ''] = readFileSync(starter('duckdb.sql'), 'utf8').split(';');
    expect(await query(totals)).toEqual([shown()]);
    const wanted: Partial<Record<FigureCategory, number>> = {};
    for (const { counts } of ledger.notices.filter(({ sample }) => !sample))
      for (const [category, count] of Object.entries(counts) as [FigureCategory, number][])
        wanted[category] = (wanted[category] ?? 0) + count;
    const rows = await query(categories);
    expect(Object.fromEntries(rows.map(({ category, figures }) => [category, figures]))).toEqual(wanted);
  });

  test('with the SQL of the Python starter', async () => {
    const code = readFileSync(starter('python-duckdb.py'), 'utf8').replaceAll('{data}', data);
    const [issues = '', totals = ''] = [...code.matchAll(/f"""(.+?)"""/gs)].map((match) => match[1]);
    const stated = ledger.notices.filter(
      ({ sample, headline }) => !sample && headline.some(({ category }) => category === 'issues'),
    );
    expect(await query(issues)).toHaveLength(stated.length);
    expect((await query(totals)).map((row) => Object.values(row))).toEqual([Object.values(shown())]);
  });
});

describe('where the machine has the language and its libraries', () => {
  const PYTHONS = ['python3', '/usr/bin/python3'];
  const fromSite = (): string => `${site}data/`;
  test.for([
    {
      name: 'sqlite.py',
      commands: PYTHONS,
      probe: ['-c', 'import sqlite3'],
      from: () => join(out, downloads.database),
    },
    { name: 'python.py', commands: PYTHONS, probe: ['-c', 'import pandas'], from: fromSite },
    { name: 'python-duckdb.py', commands: PYTHONS, probe: ['-c', 'import duckdb'], from: () => data },
    { name: 'r.R', commands: ['Rscript'], probe: ['-e', 'quit()'], from: fromSite },
  ])(
    '$name gives the numbers of the overview',
    { timeout: 60_000 },
    async ({ name, commands, probe, from }, { skip }) => {
      const command = commands.find((each) => spawnSync(each, probe).status === 0);
      if (!command) return skip(`not run: no ${commands[0]} that can do ${probe.join(' ')}`);
      const { stdout, stderr } = await run(command, [starter(name), from()]);
      expect(lastLine(stdout)).toEqual(shown());
      if (name === 'sqlite.py') expect(stderr).toMatch(/^20 notices say 整改措施$/m);
    },
  );
});
