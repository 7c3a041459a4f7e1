import type { Correction, NoticeRecord } from '../../model/index.ts';
import { column, type Field, field, table } from '../table.ts';
import { type Notice, noticeColumn, ofNotice, sampleColumn } from './notice.ts';

interface Row {
  readonly record: NoticeRecord;
  readonly correction: Correction;
  readonly number: number;
}
const recordOf = ({ record }: Row): NoticeRecord => record;

/** A value of any kind as JSON: a cell holds text. */
const json = (name: 'from' | 'to'): Field<Row> => {
  const made = field<Row>(
    name,
    `corrections[].${name}`,
    'string',
    ({ correction }) => JSON.stringify(correction[name]),
    {
      required: true,
    },
  );
  return {
    ...made,
    description: { zh: `${made.description.zh}写成 JSON。`, en: `${made.description.en} As JSON.` },
  };
};

/** One row a fact that a person corrected. */
export const corrections = table<Notice, Row>({
  name: 'corrections',
  title: { zh: '校正', en: 'Corrections' },
  description: {
    zh: '人作的每处校正一行：原值、现值、理由。',
    en: 'One row a fact that a person corrected: old, new, why.',
  },
  key: ['notice', 'correction'],
  refers: [ofNotice],
  rows: ({ record }) => record.corrections.map((correction, index) => ({ record, correction, number: index + 1 })),
  fields: [
    noticeColumn(recordOf),
    sampleColumn(recordOf),
    column(
      'correction',
      'integer',
      { zh: '序号', en: 'Number' },
      { zh: '在该通报中的序号，从 1 数起。', en: 'Its number in the notice, from 1.' },
      ({ number }) => number,
      { required: true },
    ),
    field('field', 'corrections[].field', 'string', ({ correction }) => correction.field, { required: true }),
    json('from'),
    json('to'),
    field('reason', 'corrections[].reason', 'string', ({ correction }) => correction.reason, { required: true }),
    field('evidence', 'corrections[].evidence', 'string', ({ correction }) => correction.evidence),
    field('by', 'corrections[].by', 'string', ({ correction }) => correction.by, { required: true }),
    field('on', 'corrections[].on', 'date', ({ correction }) => correction.on, { required: true }),
  ],
});
