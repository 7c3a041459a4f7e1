import type { NoticeRecord } from '../../model/index.ts';
import type { NoticeSummary } from '../../views/summary.ts';
import { column, type Field, type SourceTable, table } from '../table.ts';
import type { Words } from '../words.ts';

/** A notice as the tables see it. */
export interface Notice {
  readonly record: NoticeRecord;
  readonly summary: NoticeSummary;
}

/** What every row of a table that hangs on notices says first: which notice, and whether that is invented. */
export const NOTICE_COLUMNS: readonly Field<Pick<Notice, 'record'>>[] = [
  column(
    'notice',
    'string',
    { zh: '通报', en: 'Notice' },
    { zh: '通报的编号（notices 表的 id）。', en: 'Id of the notice (id in the table notices).' },
    ({ record }) => record.id,
    { required: true },
  ),
  column(
    'sample',
    'boolean',
    { zh: '示例', en: 'Sample' },
    { zh: '虚构的示例为 true；统计时应先排除。', en: 'True for invented samples: leave them out of any statistics.' },
    ({ record }) => record.sample === true,
    { required: true },
  ),
];

/** Whether what a row of a registry tells is invented. */
export const sampleColumn = <Row>(isSample: (row: Row) => boolean): Field<Row> =>
  column(
    'sample',
    'boolean',
    { zh: '示例', en: 'Sample' },
    { zh: '虚构的示例为 true。', en: 'True for invented samples.' },
    isSample,
    { required: true },
  );

/** Where a row of a registry comes from. */
export const sourceColumn = <Row>(of: (row: Row) => string): Field<Row> =>
  column(
    'source',
    'string',
    { zh: '依据', en: 'Source' },
    { zh: '网址，或 knowledge（常识）。', en: 'URL, or "knowledge".' },
    of,
    { required: true },
  );

/** Every row hangs on a notice. */
export const OF_NOTICE = { column: 'notice', table: 'notices', key: 'id' } as const;

/** A member of a list of the record. */
export interface Member<T> {
  readonly record: NoticeRecord;
  readonly member: T;
  /** Its number in the notice, from 1. */
  readonly number: number;
}

/** The column that tells the members of one notice apart. */
export const numberColumn = (
  name: string,
  title: Words = { zh: '序号', en: 'Number' },
  description: Words = { zh: '在该通报中的序号，从 1 数起。', en: 'Its number in the notice, from 1.' },
): Field<Member<unknown>> => column(name, 'integer', title, description, ({ number }) => number, { required: true });

interface MemberTable<T> {
  readonly name: string;
  readonly title: Words;
  readonly description: Words;
  /** Name of the column that holds the number. */
  readonly number: string;
  readonly members: (record: NoticeRecord) => readonly T[];
  /** After notice and sample; the number among them. */
  readonly fields: readonly Field<Member<T>>[];
}

/** A table with one row a member of a list of the record. */
export const memberTable = <T>({ number, members, fields, ...words }: MemberTable<T>): SourceTable<Notice> =>
  table<Notice, Member<T>>({
    ...words,
    key: ['notice', number],
    refers: [OF_NOTICE],
    rows: ({ record }) => members(record).map((member, index) => ({ record, member, number: index + 1 })),
    fields: [...NOTICE_COLUMNS, ...fields],
  });
