import { ITEM_STATUSES, type NoticeRecord, type OutlineNode } from '../../model/index.ts';
import { flattenOutline } from '../../views/summary.ts';
import { column, field, joined, table } from '../table.ts';
import { type Notice, noticeColumn, ofNotice, sampleColumn } from './notice.ts';

interface Row {
  readonly record: NoticeRecord;
  readonly node: OutlineNode;
  readonly number: number;
}
const recordOf = ({ record }: Row): NoticeRecord => record;

/** One row a node of an outline; the rectification items are those of kind item. */
export const items = table<Notice, Row>({
  name: 'items',
  title: { zh: '整改事项与标题', en: 'Items and headings' },
  description: {
    zh: '结构中的每个节点一行；kind 为 item 的是整改事项。',
    en: 'One row a node of the outline; those of kind item are the rectification items.',
  },
  key: ['notice', 'node'],
  refers: [ofNotice],
  rows: ({ record }) => flattenOutline(record.outline).map((node, index) => ({ record, node, number: index + 1 })),
  fields: [
    noticeColumn(recordOf),
    sampleColumn(recordOf),
    column(
      'node',
      'integer',
      { zh: '节点', en: 'Node' },
      {
        zh: '在该通报中的序号，从 1 数起，先上级后下级；页面锚点为 #o-序号。',
        en: 'Its number in the notice, from 1, parents first; the anchor on the page is #o-NUMBER.',
      },
      ({ number }) => number,
      { required: true },
    ),
    field('number', 'outline[].number', 'string', ({ node }) => node.number || null),
    field('level', 'outline[].level', 'integer', ({ node }) => node.level, { required: true }),
    field('kind', 'outline[].kind', 'string', ({ node }) => node.kind, {
      required: true,
      values: ['heading', 'item', 'inline'],
    }),
    field('title', 'outline[].title', 'string', ({ node }) => node.title || null),
    field('topics', 'outline[].topics', 'list', ({ node }) => joined(node.topics)),
    field('status', 'outline[].status', 'string', ({ node }) => node.status, {
      required: true,
      values: Object.keys(ITEM_STATUSES),
    }),
    field('statusQuote', 'outline[].statusEvidence.quote', 'string', ({ node }) => node.statusEvidence?.quote),
    field('start', 'outline[].start', 'integer', ({ node }) => node.start, { required: true }),
    field('end', 'outline[].end', 'integer', ({ node }) => node.end, { required: true }),
  ],
});
