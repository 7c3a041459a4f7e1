import { z } from 'zod';
import { StatedDate } from './date.ts';

/** The inspecting body’s rank. */
export const LEVELS = {
  central: { zh: '中央', en: 'Central' },
  ministry: { zh: '部委', en: 'Ministry' },
  province: { zh: '省级', en: 'Provincial' },
  city: { zh: '市级', en: 'City' },
  county: { zh: '县区', en: 'County' },
  group: { zh: '企业内部', en: 'Enterprise-internal' },
} as const;
export const Level = z.enum(Object.keys(LEVELS) as [keyof typeof LEVELS, ...(keyof typeof LEVELS)[]]);
export type Level = z.infer<typeof Level>;

/** The kinds of inspection, as the texts call them. */
export const INSPECTION_TYPES = {
  常规: { zh: '常规', en: 'Routine' },
  专项: { zh: '专项', en: 'Special' },
  回头看: { zh: '“回头看”', en: 'Look-back' },
  机动: { zh: '机动', en: 'Ad hoc' },
  提级: { zh: '提级', en: 'Raised-level' },
  联动: { zh: '联动', en: 'Joint' },
} as const;
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
