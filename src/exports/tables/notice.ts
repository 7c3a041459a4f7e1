import type { NoticeRecord } from '../../model/index.ts';
import type { NoticeSummary } from '../../views/summary.ts';
import { column, type Field } from '../table.ts';

/** A notice as the tables see it. */
export interface Notice {
  readonly record: NoticeRecord;
  readonly summary: NoticeSummary;
}

/** What every row of a table that hangs on notices says first. */
export const noticeColumn = <Row>(of: (row: Row) => NoticeRecord): Field<Row> =>
  column<Row>(
    'notice',
    'string',
    { zh: '通报', en: 'Notice' },
    { zh: '通报的编号（notices 表的 id）。', en: 'Id of the notice (id in the table notices).' },
    (row) => of(row).id,
    { required: true },
  );

/** Whether the row is invented: samples must never be counted with real notices. */
export const sampleColumn = <Row>(of: (row: Row) => NoticeRecord): Field<Row> =>
  column<Row>(
    'sample',
    'boolean',
    { zh: '示例', en: 'Sample' },
    { zh: '虚构的示例为 true；统计时应先排除。', en: 'True for invented samples: leave them out of any statistics.' },
    (row) => of(row).sample === true,
    { required: true },
  );

/** Every row hangs on a notice. */
export const ofNotice = { column: 'notice', table: 'notices', key: 'id' } as const;
