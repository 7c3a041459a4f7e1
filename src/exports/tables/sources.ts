import type { NoticeRecord, NoticeSource } from '../../model/index.ts';
import { column, field, table } from '../table.ts';
import { type Notice, noticeColumn, ofNotice, sampleColumn } from './notice.ts';

interface Row {
  readonly record: NoticeRecord;
  readonly source: NoticeSource;
  readonly number: number;
}
const recordOf = ({ record }: Row): NoticeRecord => record;

/** One row a place where a notice was found. */
export const sources = table<Notice, Row>({
  name: 'sources',
  title: { zh: '来源', en: 'Sources' },
  description: {
    zh: '找到通报的每个地方一行，发布者自己的页面在前。',
    en: 'One row a place where a notice was found, the publisher’s own page first.',
  },
  key: ['notice', 'source'],
  refers: [ofNotice],
  rows: ({ record }) => record.sources.map((source, index) => ({ record, source, number: index + 1 })),
  fields: [
    noticeColumn(recordOf),
    sampleColumn(recordOf),
    column(
      'source',
      'integer',
      { zh: '序号', en: 'Number' },
      { zh: '在该通报中的序号，从 1 数起。', en: 'Its number in the notice, from 1.' },
      ({ number }) => number,
      { required: true },
    ),
    field('url', 'sources[].url', 'string', ({ source }) => source.url),
    field('publisher', 'sources[].publisher', 'string', ({ source }) => source.publisher),
    field('retrievedAt', 'sources[].retrievedAt', 'datetime', ({ source }) => source.retrievedAt, { required: true }),
    field('sha256', 'sources[].sha256', 'string', ({ source }) => source.sha256, { required: true }),
    field('status', 'sources[].status', 'string', ({ source }) => source.status, {
      required: true,
      values: ['live', 'changed', 'gone'],
    }),
  ],
});
