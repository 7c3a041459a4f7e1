/**
 * Every download, the API and the figures index, written in one pass over the records: a record is read, written in
 * every form and forgotten, so that ten thousand need no more memory than ten.
 */
import { type FactSheet, factSheet, filledFields, RECORD_VERSION, WORKSPACE } from '../model/index.ts';
import { downloads, indexes } from '../urls.ts';
import type { Ledger } from '../views/ledger.ts';
import type { NoticeSummary } from '../views/summary.ts';
import { readOptionalJson, readRecord, readReleasedState, readReleases, readText } from '../workspace.ts';
import { openApi } from './api.ts';
import type { About, DataFile, Format } from './catalogue.ts';
import { type CodebookEntry, codebook, collectExamples, type Example } from './codebook.ts';
import { BOM, csvLine } from './csv.ts';
import { dataPackage } from './data-package.ts';
import { dcatCatalogue } from './dcat.ts';
import { recordSchema } from './dictionary.ts';
import { json, openFile, readableJson, type Written, writeFile } from './files.ts';
import { openParquet } from './parquet.ts';
import { collectParts } from './parts.ts';
import { plainFile } from './plain-files.ts';
import { qualityReport } from './quality.ts';
import { readme } from './readme.ts';
import { schemaOrgDataset } from './schema-org.ts';
import { openDatabase } from './sqlite.ts';
import type { Cell, Table } from './table.ts';
import { codebookTable, columnsTable } from './tables/codebook.ts';
import { LEDGER_TABLES, NOTICE_TABLES } from './tables/index.ts';
import { type Versions, versionsOf } from './versions.ts';
import type { Words } from './words.ts';

/** What was written. */
export interface Datasets {
  /** Folder that holds the files under their site paths. */
  readonly root: string;
  /** The downloads in the order of the page. */
  readonly files: readonly DataFile[];
  readonly tables: readonly Table[];
  readonly about: About;
  readonly versions: Versions;
  /** Every field of the record, with a real value and its sentence. */
  readonly fields: readonly (CodebookEntry & { readonly example: Example | undefined })[];
}

const TITLE: Words = { zh: '整改台账', en: 'Rectification Ledger' };
const DESCRIPTION: Words = {
  zh: '中国国有企业公布的巡视巡察整改通报中的事实：日期、巡视组、问题、任务、措施、问责等数据，每一项都带原文出处。',
  en: 'Facts from the inspection-rectification notices that Chinese state-owned enterprises publish: dates, inspection groups, issues, tasks, measures, accountability; each with the words it was read from.',
};

const TABLES: readonly Table[] = [...NOTICE_TABLES, ...LEDGER_TABLES, codebookTable, columnsTable];

type Rows = readonly (readonly Cell[])[];

/** A table in all its formats but SQLite. */
function openTable(root: string, table: Table) {
  const csv = openFile(root, downloads.table(table.name, 'csv'));
  const excel = openFile(root, downloads.table(table.name, 'excel'));
  const parquet = openParquet(root, downloads.table(table.name, 'parquet'), table);
  const head = csvLine(table.columns.map(({ name }) => name));
  csv.write(head);
  excel.write(BOM + head);
  return {
    write(rows: Rows): void {
      const lines = rows.map((row) => csvLine(row)).join('');
      csv.write(lines);
      excel.write(lines);
      parquet.write(rows);
    },
    close: (): DataFile[] => [
      tableFile(table, 'csv', csv.close()),
      tableFile(table, 'excel', excel.close()),
      tableFile(table, 'parquet', parquet.close()),
    ],
  };
}

const tableFile = (table: Table, format: Format, written: Written): DataFile => ({
  ...written,
  name: format === 'csv' ? table.name : `${table.name}-${format}`,
  format,
  title: table.title,
  description: table.description,
  table,
});

/** All tables in all formats. */
function openTables(root: string) {
  const tables = new Map(TABLES.map((table) => [table.name, openTable(root, table)]));
  const database = openDatabase(root, downloads.database, TABLES);
  return {
    write(table: Table, rows: Rows): void {
      tables.get(table.name)?.write(rows);
      database.write(table.name, rows);
    },
    addText: database.addText,
    close: (): DataFile[] => [
      ...TABLES.flatMap(({ name }) => tables.get(name)?.close() ?? []),
      plainFile('database', database.close()),
    ],
  };
}

/** The records as JSON and as JSON Lines. */
function openRecords(root: string) {
  const whole = openFile(root, downloads.records);
  const lines = openFile(root, downloads.recordLines);
  let count = 0;
  return {
    write(line: string): void {
      whole.write(`${count++ === 0 ? '[\n' : ',\n'}${line}`);
      lines.write(`${line}\n`);
    },
    close(): DataFile[] {
      whole.write(count > 0 ? '\n]\n' : '[]\n');
      return [plainFile('records', whole.close()), plainFile('records-lines', lines.close())];
    },
  };
}

/** First and last year that the notices speak of. */
function yearsOf(notices: readonly NoticeSummary[]): About['years'] {
  const years = notices.flatMap(({ year }) => year ?? []);
  return years.length > 0 ? [years.reduce((a, b) => Math.min(a, b)), years.reduce((a, b) => Math.max(a, b))] : null;
}

/** Notices by id: the order does not move when a date is corrected. */
const byId = (a: NoticeSummary, b: NoticeSummary): number => (a.id < b.id ? -1 : 1);

/** The data with what describes them: read me, data package, catalogues, and the sums of all those. */
function describe(root: string, about: About, data: readonly DataFile[]): DataFile[] {
  const files = [...data, plainFile('readme', writeFile(root, downloads.readme, readme(about, TABLES)))];
  const write = (path: string, value: unknown): Written => writeFile(root, path, readableJson(value));
  const described = [
    ...files,
    plainFile('datapackage', write(downloads.dataPackage, dataPackage(about, files))),
    plainFile('catalogue', write(downloads.catalogue, dcatCatalogue(about, files))),
    plainFile('dataset', write(downloads.dataset, schemaOrgDataset(about, files, 'zh'))),
  ];
  const sums = described.map(({ path, sha256 }) => `${sha256}  ${path.slice('/data/'.length)}\n`).join('');
  const entries = described.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }));
  return [
    ...described,
    plainFile('checksums', writeFile(root, downloads.checksums, json(entries))),
    plainFile('sums', writeFile(root, downloads.sums, sums)),
  ];
}

/**
 * Writes every generated data file under `root`.
 * @param dir the workspace
 * @param site absolute address of the site with its base, without a slash at the end; empty where it is not known
 */
export function writeDatasets(dir: string, ledger: Ledger, root: string, site = ''): Datasets {
  const records = openRecords(root);
  const tables = openTables(root);
  const api = openApi(root);
  const parts = collectParts((name, part) => writeFile(root, indexes.figuresPart(name), json(part)));
  const { add: addExample, examples } = collectExamples();
  const sheets = new Map<string, FactSheet>();
  const filled: string[][] = [];
  for (const summary of [...ledger.notices].sort(byId)) {
    const record = readRecord(dir, summary.id);
    const line = JSON.stringify(record);
    const text = readText(dir, record);
    records.write(line);
    for (const table of NOTICE_TABLES) tables.write(table, table.rowsOf({ record, summary }));
    if (text !== null) tables.addText(record.id, text);
    api.add(record, summary, line);
    parts.add(summary, record.figures);
    addExample(record, () => text);
    if (!record.sample) {
      sheets.set(record.id, factSheet(record));
      filled.push(filledFields(record));
    }
  }
  parts.close();
  for (const table of LEDGER_TABLES) tables.write(table, table.rowsOf(ledger));
  const found = examples();
  tables.write(codebookTable, codebookTable.rowsOf(found));
  tables.write(columnsTable, columnsTable.rowsOf(TABLES));
  const versions = versionsOf(readReleases(dir), readReleasedState(dir), sheets);
  const about: About = {
    title: TITLE,
    description: DESCRIPTION,
    version: versions.version,
    schemaVersion: RECORD_VERSION,
    asOf: ledger.asOf,
    years: yearsOf(ledger.notices),
    site,
    samples: ledger.samples,
  };
  const quality = qualityReport(ledger, readOptionalJson(dir, WORKSPACE.quality), filled);
  const files = describe(root, about, [
    ...records.close(),
    ...tables.close(),
    plainFile('record-schema', writeFile(root, downloads.recordSchema, readableJson(recordSchema()))),
    plainFile('quality', writeFile(root, downloads.quality, readableJson(quality))),
  ]);
  api.close(ledger, versions, files);
  const fields = codebook().map((entry) => ({ ...entry, example: found.get(entry.path) }));
  return { root, files, tables: TABLES, about, versions, fields };
}
