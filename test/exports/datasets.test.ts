import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, test } from 'vitest';
import { writeDatasets } from '../../src/exports/datasets.ts';
import { dictionary, recordSchema } from '../../src/exports/dictionary.ts';
import { type FiguresPart, figuresIndex } from '../../src/exports/parts.ts';
import { readLedger } from '../../src/ledger.ts';
import { downloads, indexes } from '../../src/urls.ts';
import { readRecord, recordIds } from '../../src/workspace.ts';
import { writeWorkspace } from '../fixtures/notices.ts';
import { readCsv } from './read-csv.ts';

const dir = mkdtempSync(join(tmpdir(), 'ledger-'));
afterAll(() => rmSync(dir, { recursive: true }));
writeWorkspace(dir, { notices: 14, hostile: true });
const ledger = readLedger(dir);
const out = join(dir, 'out');
const { files } = writeDatasets(dir, ledger, out);
const bytes = (path: string): Buffer => readFileSync(join(out, path));
const text = (path: string): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes(path));
const csv = (table: string): string => text(downloads.table(table, 'csv'));

describe('downloads', () => {
  test('sizes and checksums are those of the bytes', () => {
    for (const f of files) {
      const body = bytes(f.path);
      expect(body.length, f.path).toBe(f.bytes);
      expect(createHash('sha256').update(body).digest('hex'), f.path).toBe(f.sha256);
    }
  });

  test('records.json holds every record', () => {
    const records = JSON.parse(text(downloads.records)) as { id: string }[];
    expect(records.map((r) => r.id).sort()).toEqual(recordIds(dir));
    expect(records.find((r) => r.id === 'demo-01-r1')).toEqual(readRecord(dir, 'demo-01-r1'));
  });

  test('the tables give the totals of the records', () => {
    const notices = readCsv(csv('notices'));
    expect(notices.length - 1).toBe(ledger.notices.length);
    expect(new Set(notices.map((row) => row.length)).size).toBe(1);
    const figures = readCsv(csv('figures'));
    expect(figures.length - 1).toBe(ledger.notices.reduce((sum, n) => sum + n.figures, 0));
    const column = (name: string): number => notices[0]?.indexOf(name) ?? -1;
    const issues = notices.slice(1).reduce((sum, row) => sum + Number(row[column('headline_issues')] ?? 0), 0);
    const stated = ledger.notices.reduce(
      (sum, n) => sum + (n.headline.find((f) => f.category === 'issues')?.value ?? 0),
      0,
    );
    expect(issues).toBe(stated);
  });

  test('a missing total is an empty cell', () => {
    const notices = readCsv(csv('notices'));
    const tasks = notices[0]?.indexOf('headline_tasks') ?? -1;
    const without = ledger.notices.find((n) => !n.headline.some((f) => f.category === 'tasks'));
    const row = notices.find((cells) => cells[0] === without?.id);
    expect(row?.[tasks]).toBe('');
  });

  test('the Excel variants differ by the byte order mark only', () => {
    for (const { table } of files.filter((each) => each.format === 'csv'))
      expect(text(downloads.table(table?.name ?? '', 'excel'))).toBe(`\uFEFF${csv(table?.name ?? '')}`);
  });

  test('a hostile notice puts no formula into a spreadsheet, whatever separator it is set to', () => {
    for (const { table } of files.filter((each) => each.format === 'csv'))
      for (const row of readCsv(csv(table?.name ?? '')))
        for (const cell of row.flatMap((whole) => whole.split(/[;\t\r\n]/)))
          if (!/^-?[\d.]+$/.test(cell)) expect(cell).not.toMatch(/^[=+\-@＝＋－＠]/);
  });

  test('two runs give the same bytes', () => {
    const again = join(dir, 'again');
    writeDatasets(dir, readLedger(dir), again);
    const names = readdirSync(out, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    expect(names.length).toBeGreaterThan(80);
    for (const { parentPath, name } of names) {
      const path = join(parentPath, name).slice(out.length);
      expect(bytes(path).equals(readFileSync(join(again, path))), path).toBe(true);
    }
  });
});

test('the figures index names exactly the parts that exist, with their rows', () => {
  const index = figuresIndex(ledger.notices);
  const written = readdirSync(join(out, 'data/index/figures')).map((name) => name.replace('.json', ''));
  expect(index.categories.flatMap((c) => c.parts).sort()).toEqual(written.sort());
  for (const { category, rows, parts: names } of index.categories) {
    const found = names.flatMap((name) => (JSON.parse(text(indexes.figuresPart(name))) as FiguresPart).rows);
    expect(found).toHaveLength(rows);
    expect(found.every((row) => row[2] === category)).toBe(true);
  }
});

describe('the schema', () => {
  test('is JSON Schema 2020-12 and accepts every record', () => {
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(recordSchema());
    for (const id of recordIds(dir)) expect(validate(readRecord(dir, id)), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...readRecord(dir, 'demo-01-r1'), surprise: 1 })).toBe(false);
  });

  test('gives a dictionary with a title and a description for every field', () => {
    const fields = dictionary();
    const paths = fields.map((f) => f.path);
    for (const path of ['id', 'inspection.round.id', 'figures[].value', 'outline[].children', 'evidence.*.quote'])
      expect(paths).toContain(path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(fields.filter((f) => f.title === '' || f.description === '').map((f) => f.path)).toEqual([]);
  });
});
