import { z } from 'zod';
import { StatedDate } from './date.ts';
import { Id } from './id.ts';
import { noteFields } from './note.ts';

/** One unit that was inspected in a round. */
export const RoundUnit = z.strictObject({
  name: z.string().min(1).meta({ title: '单位', description: 'As announced then.' }),
  enterprise: Id.optional().meta({ title: '企业编号', description: 'Id in content/enterprises, where it is one.' }),
  kind: z.string().min(1).optional().meta({ title: '方式', description: 'Where it differs from the round’s.' }),
  start: StatedDate.optional().meta({ title: '开始', description: 'Where it differs from the round’s.' }),
  end: StatedDate.optional().meta({ title: '结束', description: 'Where it differs from the round’s.' }),
  feedback: StatedDate.optional().meta({ title: '反馈', description: 'Where it differs from the round’s.' }),
  source: z.string().min(1).meta({ title: '依据', description: 'URL, or "knowledge".' }),
  verified: z
    .boolean()
    .meta({ title: '已核', description: 'Its presence in the round was checked against the source.' }),
  ...noteFields('What explains the row.'),
});

/** One inspection round (content/rounds/<id>.yaml). */
export const Round = z.strictObject({
  id: Id.meta({ title: '编号', description: 'Term and number, e.g. 19-3; equals the file name.' }),
  term: z.int().positive().meta({ title: '届', description: 'Term of the Central Committee.' }),
  number: z.int().positive().meta({ title: '轮', description: 'Number within the term.' }),
  body: z.string().min(1).meta({ title: '巡视主体', description: 'The inspecting body, e.g. 中央.' }),
  kind: z.string().min(1).meta({ title: '方式', description: '常规, 专项, 机动 or 回头看.' }),
  start: StatedDate.optional().meta({ title: '开始', description: 'When the groups entered.' }),
  end: StatedDate.optional().meta({ title: '结束', description: 'When they left.' }),
  feedback: StatedDate.optional().meta({ title: '反馈', description: 'When findings were handed over.' }),
  unsourced: z
    .array(z.enum(['start', 'end', 'feedback']))
    .default([])
    .meta({ title: '无来源日期', description: 'Dates of the round that are usual knowledge and stand in no source.' }),
  units: z.array(RoundUnit).min(1).meta({ title: '被巡视单位', description: 'Units known to us.' }),
  complete: z.boolean().meta({ title: '名单完整', description: 'Whether the list holds every unit of the round.' }),
  ...noteFields('What explains the list.'),
  sample: z.literal(true).optional().meta({ title: '示例', description: 'An invented round of the samples.' }),
});
export type Round = z.infer<typeof Round>;
