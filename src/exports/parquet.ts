import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BasicType, fileWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import { measure, type Written } from './files.ts';
import type { Cell, ColumnType, Table } from './table.ts';

/** Rows that are kept in memory before they are written as a row group. */
const GROUP_ROWS = 20_000;

const TYPES: Readonly<Record<ColumnType, BasicType>> = {
  string: 'STRING',
  list: 'STRING',
  date: 'STRING',
  datetime: 'TIMESTAMP',
  integer: 'INT32',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
};

type Value = Cell | Date;
const parquetValue = (cell: Cell, type: ColumnType): Value =>
  type === 'datetime' && typeof cell === 'string' ? new Date(cell) : cell;

/** A table that is being written as Parquet: Snappy, row groups of 20,000. */
export function openParquet(
  root: string,
  path: string,
  { columns }: Table,
): { readonly write: (rows: readonly (readonly Cell[])[]) => void; readonly close: () => Written } {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  const empty = columns.map(({ name, type, required }) => ({ name, data: [], type: TYPES[type], nullable: !required }));
  const writer = new ParquetWriter({
    writer: fileWriter(join(root, path)),
    schema: schemaFromColumnData({ columnData: empty }),
    createdBy: 'zhenggai-ledger',
  });
  let data: Value[][] = columns.map(() => []);
  const flush = (): void => {
    const rows = data[0]?.length ?? 0;
    if (rows === 0) return;
    const columnData = columns.map(({ name }, index) => ({ name, data: data[index] ?? [] }));
    void writer.write({ columnData, rowGroupSize: rows });
    data = columns.map(() => []);
  };
  return {
    write(rows) {
      for (const row of rows)
        columns.forEach(({ type }, index) => {
          data[index]?.push(parquetValue(row[index] ?? null, type));
        });
      if ((data[0]?.length ?? 0) >= GROUP_ROWS) flush();
    },
    close() {
      flush();
      void writer.finish();
      return measure(root, path);
    },
  };
}
