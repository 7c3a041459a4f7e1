import type { Column, ColumnType, Table } from './table.ts';

/** A stated date: year, month or day as the text has it; `--07-22` where it names no year. */
const STATED_DATE = '^(\\d{4}(-\\d{2}(-\\d{2})?)?|--\\d{2}(-\\d{2})?)$';

const TYPES: Readonly<Record<ColumnType, { readonly type: string; readonly pattern?: string }>> = {
  string: { type: 'string' },
  list: { type: 'string' },
  date: { type: 'string', pattern: STATED_DATE },
  datetime: { type: 'datetime' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
};

const fieldSchema = ({ name, type, title, description, required, values }: Column) => {
  const { pattern, ...rest } = TYPES[type];
  const constraints = {
    ...(required && { required: true }),
    ...(values && { enum: values }),
    // CSV puts an apostrophe before --07-22, see csv.ts
    ...(pattern && { pattern: pattern.replace('|--', "|'?--") }),
  };
  return {
    name,
    ...rest,
    title: `${title.zh} / ${title.en}`,
    description: `${description.zh} / ${description.en}`,
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
};

/** The Frictionless Table Schema (v2) of a table. */
export const tableSchema = ({ columns, key, refers }: Table) => ({
  $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
  fields: columns.map(fieldSchema),
  missingValues: [''],
  primaryKey: key,
  ...(refers.length > 0 && {
    foreignKeys: refers.map(({ column, table, key: field }) => ({
      fields: [column],
      reference: { resource: table, fields: [field] },
    })),
  }),
});
