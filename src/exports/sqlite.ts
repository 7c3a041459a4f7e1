import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { measure, type Written } from './files.ts';
import type { Cell, ColumnType, Table } from './table.ts';

const TYPES: Readonly<Record<ColumnType, string>> = {
  string: 'TEXT',
  list: 'TEXT',
  date: 'TEXT',
  datetime: 'TEXT',
  integer: 'INTEGER',
  number: 'REAL',
  boolean: 'INTEGER',
};

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const list = (names: readonly string[]): string => names.map(quoted).join(', ');

/** The statement that makes a table. */
export function createTable({ name, columns, key, refers }: Table): string {
  const lines = [
    ...columns.map(
      (column) =>
        `${quoted(column.name)} ${TYPES[column.type]}${column.required ? ' NOT NULL' : ''}${
          column.type === 'boolean' ? ` CHECK (${quoted(column.name)} IN (0, 1))` : ''
        }`,
    ),
    `PRIMARY KEY (${list(key)})`,
    ...refers.map(
      ({ column, table, key: to }) => `FOREIGN KEY (${quoted(column)}) REFERENCES ${quoted(table)} (${quoted(to)})`,
    ),
  ];
  return `CREATE TABLE ${quoted(name)} (\n  ${lines.join(',\n  ')}\n) STRICT, WITHOUT ROWID;`;
}

const input = (cell: Cell): SQLInputValue => (typeof cell === 'boolean' ? Number(cell) : cell);

/**
 * The full texts and their index. Trigrams find any words of three characters and more in Chinese as well, by
 * `text MATCH '"…"'` or `text LIKE '%…%'`; shorter words are found by LIKE without the index.
 */
const TEXTS = `
CREATE TABLE "texts" ("notice" TEXT NOT NULL UNIQUE REFERENCES "notices" ("id"), "text" TEXT NOT NULL) STRICT;
CREATE VIRTUAL TABLE "search" USING fts5("text", content = 'texts', tokenize = 'trigram');
`;

export interface Database {
  readonly write: (table: string, rows: readonly (readonly Cell[])[]) => void;
  /** The full text of a notice, where the archive is at hand. */
  readonly addText: (notice: string, text: string) => void;
  readonly close: () => Written;
}

/** All tables in one SQLite file. The same rows in the same order give the same bytes. */
export function openDatabase(root: string, path: string, tables: readonly Table[]): Database {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const db = new DatabaseSync(file);
  // A file that is made anew and thrown away on failure needs neither journal nor waiting for the disk.
  db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192; BEGIN;');
  const inserts = new Map<string, StatementSync>();
  for (const table of tables) {
    db.exec(createTable(table));
    const marks = table.columns.map(() => '?').join(', ');
    inserts.set(table.name, db.prepare(`INSERT INTO ${quoted(table.name)} VALUES (${marks})`));
  }
  let addText: StatementSync | null = null;
  const openTexts = (): StatementSync => {
    db.exec(TEXTS);
    return db.prepare('INSERT INTO "texts" ("notice", "text") VALUES (?, ?)');
  };
  return {
    write(table, rows) {
      const insert = inserts.get(table);
      if (!insert) throw new Error(`no table "${table}" in the database`);
      for (const row of rows) insert.run(...row.map(input));
    },
    addText(notice, text) {
      addText ??= openTexts();
      addText.run(notice, text);
    },
    close() {
      if (addText) db.exec(`INSERT INTO "search" ("search") VALUES ('rebuild')`);
      db.exec('COMMIT; PRAGMA user_version = 1;');
      db.close();
      return measure(root, path);
    },
  };
}
