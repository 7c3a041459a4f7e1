import type { Check, NoticeRecord } from '../../model/index.ts';
import { column, field, joined, table } from '../table.ts';
import { type Notice, noticeColumn, ofNotice, sampleColumn } from './notice.ts';

interface Row {
  readonly record: NoticeRecord;
  readonly check: Check;
  readonly number: number;
}
const recordOf = ({ record }: Row): NoticeRecord => record;

/** One row an inconsistency found. */
export const checks = table<Notice, Row>({
  name: 'checks',
  title: { zh: '核验', en: 'Checks' },
  description: { zh: '发现的每处不一致一行。', en: 'One row an inconsistency found.' },
  key: ['notice', 'check'],
  refers: [ofNotice],
  rows: ({ record }) => record.checks.map((check, index) => ({ record, check, number: index + 1 })),
  fields: [
    noticeColumn(recordOf),
    sampleColumn(recordOf),
    column(
      'check',
      'integer',
      { zh: '序号', en: 'Number' },
      { zh: '在该通报中的序号，从 1 数起。', en: 'Its number in the notice, from 1.' },
      ({ number }) => number,
      { required: true },
    ),
    field('rule', 'checks[].rule', 'string', ({ check }) => check.rule, { required: true }),
    field('severity', 'checks[].severity', 'string', ({ check }) => check.severity, {
      required: true,
      values: ['error', 'warning'],
    }),
    field('message', 'checks[].message', 'string', ({ check }) => check.message, { required: true }),
    field('fields', 'checks[].fields', 'list', ({ check }) => joined(check.fields ?? [])),
  ],
});
