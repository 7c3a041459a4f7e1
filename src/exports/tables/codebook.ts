import { type CodebookEntry, codebook, type Example } from '../codebook.ts';
import { type Column, column, type Field, type Table, table } from '../table.ts';

/** What something is called and what it means. */
const WORDS_COLUMNS: readonly Field<Pick<CodebookEntry, 'title' | 'description'>>[] = [
  column(
    'titleZh',
    'string',
    { zh: '中文名', en: 'Title in Chinese' },
    { zh: '中文名。', en: 'Title in Chinese.' },
    ({ title }) => title.zh,
    { required: true },
  ),
  column(
    'titleEn',
    'string',
    { zh: '英文名', en: 'Title in English' },
    { zh: '英文名。', en: 'Title in English.' },
    ({ title }) => title.en,
    { required: true },
  ),
  column(
    'descriptionZh',
    'string',
    { zh: '中文说明', en: 'Description in Chinese' },
    { zh: '中文说明。', en: 'Description in Chinese.' },
    ({ description }) => description.zh,
    { required: true },
  ),
  column(
    'descriptionEn',
    'string',
    { zh: '英文说明', en: 'Description in English' },
    { zh: '英文说明。', en: 'Description in English.' },
    ({ description }) => description.en,
    { required: true },
  ),
];

interface FieldRow extends CodebookEntry {
  readonly example: Example | undefined;
}

/** One row a field of the record, with a real value and the sentence that states it. */
export const codebookTable = table<ReadonlyMap<string, Example>, FieldRow>({
  name: 'codebook',
  title: { zh: '字段说明', en: 'Codebook' },
  description: {
    zh: '记录的每个字段一行，附一个真实的值和写明它的句子。',
    en: 'One row a field of the record, with a real value and the sentence that states it.',
  },
  key: ['path'],
  refers: [],
  rows: (examples) => codebook().map((entry) => ({ ...entry, example: examples.get(entry.path) })),
  fields: [
    column(
      'path',
      'string',
      { zh: '路径', en: 'Path' },
      {
        zh: '字段在记录中的路径；[] 表示列表的成员，* 表示任意键。',
        en: 'Path in the record; [] for the members of a list, * for any key.',
      },
      ({ path }) => path,
      { required: true },
    ),
    column(
      'type',
      'string',
      { zh: '类型', en: 'Type' },
      { zh: 'JSON 类型或取值。', en: 'JSON type or closed list of values.' },
      ({ type }) => type,
      { required: true },
    ),
    column(
      'required',
      'boolean',
      { zh: '必有', en: 'Required' },
      { zh: '键是否总在（值仍可为空）。', en: 'Whether the key is always there (its value may be null).' },
      ({ required }) => required,
      { required: true },
    ),
    ...WORDS_COLUMNS,
    column(
      'exampleValue',
      'string',
      { zh: '示例值', en: 'Example' },
      { zh: '一份通报中的实际值，写成 JSON。', en: 'A value from a notice, as JSON.' },
      ({ example }) => example?.value,
    ),
    column(
      'exampleSentence',
      'string',
      { zh: '原文', en: 'Its words' },
      {
        zh: '写明该值的原文，最多 80 字；编号、校验值等没有原文。',
        en: 'The words that state it, at most 80 characters; ids and hashes have none.',
      },
      ({ example }) => example?.sentence,
    ),
    column(
      'exampleNotice',
      'string',
      { zh: '示例通报', en: 'From notice' },
      { zh: '取自哪份通报。', en: 'Id of the notice that it is from.' },
      ({ example }) => example?.notice,
    ),
  ],
});

interface ColumnRow extends Column {
  readonly table: string;
}

/** One row a column of a table: what the other tables mean, for machines. */
export const columnsTable = table<readonly Table[], ColumnRow>({
  name: 'columns',
  title: { zh: '各表的列', en: 'Columns of the tables' },
  description: { zh: '各表的每一列一行。', en: 'One row a column of a table.' },
  key: ['table', 'column'],
  refers: [],
  rows: (tables) => tables.flatMap(({ name, columns }) => columns.map((each) => ({ ...each, table: name }))),
  fields: [
    column(
      'table',
      'string',
      { zh: '表', en: 'Table' },
      { zh: '表名。', en: 'Name of the table.' },
      (row) => row.table,
      { required: true },
    ),
    column(
      'column',
      'string',
      { zh: '列', en: 'Column' },
      { zh: '列名。', en: 'Name of the column.' },
      ({ name }) => name,
      { required: true },
    ),
    column(
      'type',
      'string',
      { zh: '类型', en: 'Type' },
      {
        zh: 'string、list（以 ; 相隔）、date（按原文精度）、datetime、integer、number、boolean。',
        en: 'string, list (joined by ;), date (of the stated precision), datetime, integer, number, boolean.',
      },
      ({ type }) => type,
      { required: true },
    ),
    column(
      'required',
      'boolean',
      { zh: '必有', en: 'Required' },
      { zh: '是否从不为空。', en: 'Whether it is never empty.' },
      ({ required }) => required,
      { required: true },
    ),
    ...WORDS_COLUMNS,
  ],
});
