import type { NoticeSource } from '../../model/index.ts';
import { field } from '../table.ts';
import { memberTable, numberColumn } from './notice.ts';

/** One row a place where a notice was found. */
export const sources = memberTable<NoticeSource>({
  name: 'sources',
  title: { zh: '来源', en: 'Sources' },
  description: {
    zh: '找到通报的每个地方一行，发布者自己的页面在前。',
    en: 'One row a place where a notice was found, the publisher’s own page first.',
  },
  number: 'source',
  members: (record) => record.sources,
  fields: [
    numberColumn('source'),
    field('url', 'sources[].url', 'string', ({ member }) => member.url),
    field('publisher', 'sources[].publisher', 'string', ({ member }) => member.publisher),
    field('retrievedAt', 'sources[].retrievedAt', 'datetime', ({ member }) => member.retrievedAt, { required: true }),
    field('sha256', 'sources[].sha256', 'string', ({ member }) => member.sha256, { required: true }),
    field('status', 'sources[].status', 'string', ({ member }) => member.status, {
      required: true,
      values: ['live', 'changed', 'gone'],
    }),
  ],
});
