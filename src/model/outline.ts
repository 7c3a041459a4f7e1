import { z } from 'zod';
import { Evidence } from './evidence.ts';
import { ITEM_STATUSES } from './labels.ts';

export const ItemStatus = z.enum(
  Object.keys(ITEM_STATUSES) as [keyof typeof ITEM_STATUSES, ...(keyof typeof ITEM_STATUSES)[]],
);
export type ItemStatus = z.infer<typeof ItemStatus>;

/** A node of the outline: a heading, a numbered item or an inline 一是/二是. */
export const OutlineNode = z.strictObject({
  number: z.string().meta({
    title: '序号',
    description: 'As printed: 一、 （一） 1. (1) 一是 第一部分; empty for an un-numbered heading.',
  }),
  level: z.int().min(1).max(6).meta({ title: '层级', description: '1 = outermost.' }),
  title: z
    .string()
    .max(80)
    .meta({ title: '标题', description: 'The heading, or the first sentence of the item, at most 80 characters.' }),
  start: z.int().min(0).meta({ title: '起', description: 'Where the node’s first line begins in the clean text.' }),
  end: z.int().min(0).meta({ title: '止', description: 'Where the next node of the same or a higher level begins.' }),
  kind: z.enum(['heading', 'item', 'inline']).meta({
    title: '类型',
    description: 'item: a rectification item; inline: a 一是/二是 inside a paragraph; heading: everything else.',
  }),
  topics: z.array(z.string()).meta({ title: '主题', description: 'Ids of the topics in content/topics.yaml.' }),
  status: ItemStatus.meta({ title: '进度', description: 'What the item says of its own progress.' }),
  statusEvidence: Evidence.optional().meta({ title: '进度出处', description: 'The words that state the progress.' }),
  get children() {
    return z.array(OutlineNode).meta({ title: '下级', description: 'Nodes inside this one, in order.' });
  },
});
export type OutlineNode = z.infer<typeof OutlineNode>;
