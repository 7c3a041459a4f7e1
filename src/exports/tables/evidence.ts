import { type FactWords, factWords, type NoticeRecord, valueAt } from '../../model/index.ts';
import { column, field, table } from '../table.ts';
import { NOTICE_COLUMNS, type Notice, OF_NOTICE } from './notice.ts';

interface Row extends FactWords {
  readonly record: NoticeRecord;
}

/** The fact as text; objects (enterprise, round) by what the notice calls them. */
function shown(record: NoticeRecord, path: string): string | null {
  const value = valueAt(record, path);
  if (value === undefined || value === null) return null;
  if (typeof value !== 'object') return String(value);
  const { name, text } = value as { name?: string; text?: string | null };
  return name ?? text ?? null;
}

/** One row a fact with the words it was read from. */
export const evidence = table<Notice, Row>({
  name: 'evidence',
  title: { zh: '出处', en: 'Evidence' },
  description: {
    zh: '每个单项事实一行：字段、值、原文、在正文中的位置；在页面上而不在正文中的没有位置。',
    en: 'One row a scalar fact: field, value, its words and their place in the text; what stands on the page only has no place.',
  },
  key: ['notice', 'path'],
  refers: [OF_NOTICE],
  rows: ({ record }) => factWords(record).map((words) => ({ ...words, record })),
  fields: [
    ...NOTICE_COLUMNS,
    column(
      'path',
      'string',
      { zh: '字段', en: 'Field' },
      { zh: '事实在记录中的路径。', en: 'Path of the fact in the record.' },
      ({ path }) => path,
      { required: true },
    ),
    column(
      'value',
      'string',
      { zh: '值', en: 'Value' },
      { zh: '事实本身，写成文字。', en: 'The fact itself, as text.' },
      ({ record, path }) => shown(record, path),
    ),
    field('quote', 'evidence.*.quote', 'string', ({ quote }) => quote, { required: true }),
    field('start', 'evidence.*.start', 'integer', ({ place }) => place?.start),
    field('end', 'evidence.*.end', 'integer', ({ place }) => place?.end),
    field(
      'certainty',
      'evidence.*.certainty',
      'string',
      ({ place }) => (place ? (place.certainty ?? 'stated') : null),
      {
        values: ['stated', 'implied'],
      },
    ),
  ],
});
