import type { NoticeRecord } from '../../model/index.ts';
import { column, field, table } from '../table.ts';
import { type Notice, noticeColumn, ofNotice, sampleColumn } from './notice.ts';

interface Row {
  readonly record: NoticeRecord;
  readonly unit: NoticeRecord['units'][number];
  readonly number: number;
}
const recordOf = ({ record }: Row): NoticeRecord => record;

/** One row an inspected unit that a notice names. */
export const units = table<Notice, Row>({
  name: 'units',
  title: { zh: '被巡视单位', en: 'Inspected units' },
  description: { zh: '通报点名的每个被巡视单位一行。', en: 'One row an inspected unit that a notice names.' },
  key: ['notice', 'unit'],
  refers: [ofNotice],
  rows: ({ record }) => record.units.map((unit, index) => ({ record, unit, number: index + 1 })),
  fields: [
    noticeColumn(recordOf),
    sampleColumn(recordOf),
    column(
      'unit',
      'integer',
      { zh: '序号', en: 'Number' },
      { zh: '在该通报中的序号，从 1 数起。', en: 'Its number in the notice, from 1.' },
      ({ number }) => number,
      { required: true },
    ),
    field('name', 'units[].name', 'string', ({ unit }) => unit.name, { required: true }),
    field('id', 'units[].id', 'string', ({ unit }) => unit.id),
  ],
});
