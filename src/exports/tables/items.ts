import { ITEM_STATUSES, type OutlineNode } from '../../model/index.ts';
import { flattenOutline } from '../../views/summary.ts';
import { field, joined } from '../table.ts';
import { memberTable, numberColumn } from './notice.ts';

/** One row a node of an outline; the rectification items are those of kind item. */
export const items = memberTable<OutlineNode>({
  name: 'items',
  title: { zh: '整改事项与标题', en: 'Items and headings' },
  description: {
    zh: '结构中的每个节点一行；kind 为 item 的是整改事项。',
    en: 'One row a node of the outline; those of kind item are the rectification items.',
  },
  number: 'node',
  members: (record) => flattenOutline(record.outline),
  fields: [
    numberColumn(
      'node',
      { zh: '节点', en: 'Node' },
      {
        zh: '在该通报中的序号，从 1 数起，先上级后下级；页面锚点为 #o-序号。',
        en: 'Its number in the notice, from 1, parents first; the anchor on the page is #o-NUMBER.',
      },
    ),
    field('number', 'outline[].number', 'string', ({ member }) => member.number || null),
    field('level', 'outline[].level', 'integer', ({ member }) => member.level, { required: true }),
    field('kind', 'outline[].kind', 'string', ({ member }) => member.kind, {
      required: true,
      values: ['heading', 'item', 'inline'],
    }),
    field('title', 'outline[].title', 'string', ({ member }) => member.title || null),
    field('topics', 'outline[].topics', 'list', ({ member }) => joined(member.topics)),
    field('status', 'outline[].status', 'string', ({ member }) => member.status, {
      required: true,
      values: Object.keys(ITEM_STATUSES),
    }),
    field('statusQuote', 'outline[].statusEvidence.quote', 'string', ({ member }) => member.statusEvidence?.quote),
    field('start', 'outline[].start', 'integer', ({ member }) => member.start, { required: true }),
    field('end', 'outline[].end', 'integer', ({ member }) => member.end, { required: true }),
  ],
});
