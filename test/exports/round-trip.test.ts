import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DuckDBInstance } from '@duckdb/node-api';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csvLine, neutralise, restore } from '../../src/exports/csv.ts';
import { type Datasets, writeDatasets } from '../../src/exports/datasets.ts';
import { readLedger } from '../../src/ledger.ts';
import { downloads } from '../../src/urls.ts';
import { readRecord, readText, recordIds } from '../../src/workspace.ts';
import { writeWorkspace } from '../fixtures/notices.ts';
import { readCsv } from './read-csv.ts';

/** What a reader of the data adds up; each format must give the totals of the records themselves. */
interface Totals {
  readonly notices: number;
  readonly figures: number;
  readonly value: number;
  readonly approx: number;
  readonly issues: number;
  readonly noTasks: number;
  readonly quotes: number;
}

const dir = mkdtempSync(join(tmpdir(), 'round-trip-'));
const out = join(dir, 'out');
let datasets: Datasets;
let wanted: Totals;
beforeAll(() => {
  writeWorkspace(dir, { notices: 30, hostile: true });
  datasets = writeDatasets(dir, readLedger(dir), out);
  const records = recordIds(dir).map((id) => readRecord(dir, id));
  const figures = records.flatMap((record) => record.figures);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
  wanted = {
    notices: records.length,
    figures: figures.length,
    value: sum(figures.map(({ value }) => value)),
    approx: figures.filter(({ approx }) => approx).length,
    issues: sum(records.map(({ headline }) => headline.issues ?? 0)),
    noTasks: records.filter(({ headline }) => headline.tasks === undefined).length,
    quotes: sum(figures.map(({ quote }) => quote.length)),
  };
});
afterAll(() => rmSync(dir, { recursive: true }));

type Row = Readonly<Record<string, unknown>>;

/** The totals of two tables of rows by column name, whatever they were read from. */
function totalsOf(notices: readonly Row[], figures: readonly Row[]): Totals {
  const sum = (rows: readonly Row[], of: (row: Row) => number): number =>
    rows.reduce((total, row) => total + of(row), 0);
  const isMissing = (cell: unknown): boolean => cell === null || cell === undefined || cell === '';
  return {
    notices: notices.length,
    figures: figures.length,
    value: sum(figures, ({ value }) => Number(value)),
    approx: figures.filter(({ approx }) => approx === true || approx === 'true' || approx === 1).length,
    issues: sum(notices, ({ headline_issues }) => Number(headline_issues ?? 0)),
    noTasks: notices.filter(({ headline_tasks }) => isMissing(headline_tasks)).length,
    quotes: sum(figures, ({ quote }) => String(quote).length),
  };
}

/** A row of CSV with its texts as they were. */
const restored = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, cell]) => [name, typeof cell === 'string' ? restore(cell) : cell]),
  );

describe('the totals of the records come back from', () => {
  test.each(['csv', 'excel'] as const)('%s', (format) => {
    const rows = (table: string): Row[] => {
      const text = readFileSync(join(out, downloads.table(table, format)), 'utf8');
      expect(text.startsWith('\uFEFF')).toBe(format === 'excel');
      const [head = [], ...body] = readCsv(text.replace(/^\uFEFF/, ''));
      return body.map((cells) => restored(Object.fromEntries(cells.map((cell, i) => [head[i] ?? '', cell]))));
    };
    expect(totalsOf(rows('notices'), rows('figures'))).toEqual(wanted);
  });

  test('Parquet', async () => {
    const rows = async (table: string): Promise<Row[]> =>
      parquetReadObjects({ file: await asyncBufferFromFile(join(out, downloads.table(table, 'parquet'))) });
    expect(totalsOf(await rows('notices'), await rows('figures'))).toEqual(wanted);
  });

  test.each(['csv', 'excel', 'parquet'] as const)('%s through DuckDB, which finds the types itself', async (format) => {
    const connection = await (await DuckDBInstance.create()).connect();
    const rows = async (table: string): Promise<Row[]> => {
      const path = join(out, downloads.table(table, format));
      const found = (await connection.runAndReadAll(`SELECT * FROM '${path}'`)).getRowObjectsJS();
      return format === 'parquet' ? found : found.map(restored);
    };
    expect(totalsOf(await rows('notices'), await rows('figures'))).toEqual(wanted);
    connection.closeSync();
  });

  test('SQLite', () => {
    const db = new DatabaseSync(join(out, downloads.database), { readOnly: true });
    const rows = (table: string): Row[] => db.prepare(`SELECT * FROM "${table}"`).all();
    expect(totalsOf(rows('notices'), rows('figures'))).toEqual(wanted);
    db.close();
  });

  test('JSON Lines', () => {
    const records = readFileSync(join(out, downloads.recordLines), 'utf8').trimEnd().split('\n');
    expect(records.map((line) => JSON.parse(line))).toEqual(recordIds(dir).map((id) => readRecord(dir, id)));
  });
});

test('every table has the same rows in every format', async () => {
  const db = new DatabaseSync(join(out, downloads.database), { readOnly: true });
  const connection = await (await DuckDBInstance.create()).connect();
  for (const { name, columns } of datasets.tables) {
    const [head, ...body] = readCsv(readFileSync(join(out, downloads.table(name, 'csv')), 'utf8'));
    expect(head, name).toEqual(columns.map((column) => column.name));
    const count = db.prepare(`SELECT count(*) AS n FROM "${name}"`).get() as { n: number };
    const parquet = await connection.runAndReadAll(
      `SELECT count(*)::INTEGER FROM read_parquet('${join(out, downloads.table(name, 'parquet'))}')`,
    );
    expect([count.n, parquet.getRows()[0]?.[0]], name).toEqual([body.length, body.length]);
  }
  db.close();
  connection.closeSync();
});

describe('the database', () => {
  test('keeps its references and finds words in the full texts, inside words too', () => {
    const db = new DatabaseSync(join(out, downloads.database), { readOnly: true });
    expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    const wanted = recordIds(dir).filter((id) => readText(dir, readRecord(dir, id))?.includes('落实党中央决策'));
    const find = (where: string, word: string): unknown[] =>
      db
        .prepare(`SELECT notice FROM texts WHERE rowid IN (SELECT rowid FROM search WHERE ${where}) ORDER BY notice`)
        .all(word)
        .map(({ notice }) => notice);
    expect(wanted.length).toBeGreaterThan(0);
    expect(find('search MATCH ?', '"落实党中央决策"')).toEqual(wanted);
    expect(find('text LIKE ?', '%落实党中央决策%')).toEqual(wanted);
    db.close();
  });

  test('has no texts where the archive is not at hand', () => {
    const bare = mkdtempSync(join(tmpdir(), 'round-trip-'));
    writeWorkspace(bare, { notices: 2, texts: false });
    writeDatasets(bare, readLedger(bare), join(bare, 'out'));
    const db = new DatabaseSync(join(bare, 'out', downloads.database), { readOnly: true });
    expect(db.prepare("SELECT name FROM sqlite_master WHERE name IN ('texts', 'search')").all()).toEqual([]);
    db.close();
    rmSync(bare, { recursive: true });
  });
});

describe('formulas', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['a;=1', "a;'=1"],
    ["'=1", "''=1"],
    ['x\n-1', "x\n'-1"],
    ['--07-22', "'--07-22"],
    ['\t=1', "'\t'=1"],
    ["o'clock", "o'clock"],
    ['3-1=2', '3-1=2'],
    ['', ''],
  ])('%j → %j and back', (text, safe) => {
    expect(neutralise(text)).toBe(safe);
    expect(restore(safe)).toBe(text);
  });

  test('a hostile cell stays one cell of text for an independent reader', async () => {
    const hostile = ['=HYPERLINK("http://evil.example","x")', 'a;=cmd|calc', '@SUM(A1)', '"', 'x\r\n=2'];
    const connection = await (await DuckDBInstance.create()).connect();
    const path = join(dir, 'hostile.csv');
    writeFileSync(path, csvLine(['a', 'b', 'c', 'd', 'e']) + csvLine(hostile));
    const rows = await connection.runAndReadAll(
      `SELECT * FROM read_csv('${path}', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', new_line = '\\r\\n')`,
    );
    expect(rows.getRows()[0]?.map((cell) => restore(String(cell)))).toEqual(hostile);
    connection.closeSync();
  });
});
