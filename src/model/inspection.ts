import { z } from 'zod';
import { StatedDate } from './date.ts';
import { INSPECTION_TYPES, LEVELS } from './labels.ts';

export const Level = z.enum(Object.keys(LEVELS) as [keyof typeof LEVELS, ...(keyof typeof LEVELS)[]]);
export type Level = z.infer<typeof Level>;

export const InspectionType = z.enum(
  Object.keys(INSPECTION_TYPES) as [keyof typeof INSPECTION_TYPES, ...(keyof typeof INSPECTION_TYPES)[]],
);
export type InspectionType = z.infer<typeof InspectionType>;

/** The inspection that a notice is about. */
export const Inspection = z.strictObject({
  level: Level.nullable().meta({ title: '层级', description: 'Rank of the inspecting body.' }),
  groups: z
    .array(z.string())
    .meta({ title: '巡视组', description: 'Numbered or specially named groups, ranges expanded.' }),
  groupCount: z
    .int()
    .nullable()
    .meta({ title: '组数', description: 'Stated number of groups, or the number of groups named for this notice.' }),
  unitCount: z.int().nullable().meta({
    title: '被巡视单位数',
    description: 'Stated number of inspected units; stated parts of one round are summed.',
  }),
  round: z
    .strictObject({
      id: z.string().nullable().meta({
        title: '轮次编号',
        description: 'Id of the round in content/rounds, null where it is not in the registry.',
      }),
      text: z.string().min(1).nullable().meta({
        title: '轮次',
        description:
          'As stated, with its body where the text has it; null where the text names none and the id follows from the enterprise and the dates.',
      }),
    })
    .nullable()
    .meta({ title: '轮次', description: 'The inspection round.' }),
  types: z.array(InspectionType).meta({ title: '方式', description: 'Kinds of inspection that the text names.' }),
  start: StatedDate.nullable().meta({ title: '巡视开始', description: 'Stated start, entry or kick-off date.' }),
  end: StatedDate.nullable().meta({ title: '巡视结束', description: 'Stated end; a duration gives none.' }),
  feedbackDate: StatedDate.nullable().meta({
    title: '反馈日期',
    description: 'When findings were handed over; of several days the first.',
  }),
});
export type Inspection = z.infer<typeof Inspection>;
