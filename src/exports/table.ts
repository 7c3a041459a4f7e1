import { type CodebookEntry, fieldOf } from './codebook.ts';
import type { Words } from './words.ts';

/**
 * date: as stated, of the precision of the text (2019, 2019-07, 2019-07-22, --07-22), so a string for machines ·
 * datetime: a moment on our own clock, ISO 8601 in UTC · list: several values in one cell, joined by `;`.
 */
export type ColumnType = 'string' | 'list' | 'date' | 'datetime' | 'integer' | 'number' | 'boolean';

/** A value of a cell; null where nothing is stated, never 0 or ''. */
export type Cell = string | number | boolean | null;

/** A column as every format needs it: header, schema, codebook, Parquet and SQLite all come from here. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly title: Words;
  readonly description: Words;
  /** Never empty. */
  readonly required: boolean;
  /** The closed list of its values, where there is one. */
  readonly values?: readonly string[];
}

/** A column with the way to its value. */
export interface Field<Row> extends Column {
  readonly of: (row: Row) => Cell | undefined;
}

export interface ForeignKey {
  readonly column: string;
  readonly table: string;
  readonly key: string;
}

/** A long table: one row a thing. */
export interface Table {
  readonly name: string;
  readonly title: Words;
  readonly description: Words;
  /** Columns that together tell the rows apart. */
  readonly key: readonly string[];
  readonly refers: readonly ForeignKey[];
  readonly columns: readonly Column[];
}

/** A table that gives the rows of what it is asked about. */
export interface SourceTable<Source> extends Table {
  readonly rowsOf: (source: Source) => Cell[][];
}

interface Definition<Source, Row> extends Omit<Table, 'columns'> {
  readonly rows: (source: Source) => readonly Row[];
  readonly fields: readonly Field<Row>[];
}

/** A table from its fields; the type of its rows stays inside. */
export function table<Source, Row>({ rows, fields, ...rest }: Definition<Source, Row>): SourceTable<Source> {
  return {
    ...rest,
    columns: fields,
    rowsOf: (source) => rows(source).map((row) => fields.map((field) => field.of(row) ?? null)),
  };
}

type Extra = Partial<Pick<Column, 'required' | 'values'>>;

/** A column that holds a field of the record: its words are those of the model. */
export function field<Row>(
  name: string,
  path: string,
  type: ColumnType,
  of: Field<Row>['of'],
  extra: Extra = {},
): Field<Row> {
  const { title, description }: CodebookEntry = fieldOf(path);
  return { name, type, title, description, required: false, ...extra, of };
}

/** A column of our own making. */
export const column = <Row>(
  name: string,
  type: ColumnType,
  title: Words,
  description: Words,
  of: Field<Row>['of'],
  extra: Extra = {},
): Field<Row> => ({ name, type, title, description, required: false, ...extra, of });

/** Values in one cell. */
export const joined = (values: readonly string[]): string | null => (values.length > 0 ? values.join(';') : null);
