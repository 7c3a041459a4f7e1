import { z } from 'zod';
import { Evidence } from './evidence.ts';

/** Every category of a stated quantity, with its label and the unit it is shown in when none is stated. */
export const FIGURE_CATEGORIES = {
  issues: { zh: '问题', en: 'Issues' },
  tasks: { zh: '整改任务', en: 'Tasks' },
  measures: { zh: '整改措施', en: 'Measures' },
  recommendations: { zh: '意见建议', en: 'Recommendations' },
  issuesDone: { zh: '已整改问题', en: 'Issues rectified' },
  tasksDone: { zh: '已完成任务', en: 'Tasks done' },
  measuresDone: { zh: '已完成措施', en: 'Measures done' },
  measuresDue: { zh: '集中整改期应完成措施', en: 'Measures due' },
  completionRate: { zh: '完成率', en: 'Completion rate' },
  rules: { zh: '制度', en: 'Rules made or revised' },
  accountabilityCases: { zh: '问责件数', en: 'Accountability cases' },
  accountabilityPersons: { zh: '问责人数', en: 'Persons held to account' },
  discipline: { zh: '党纪政务处分', en: 'Disciplinary sanctions' },
  talks: { zh: '约谈诫勉', en: 'Admonishing talks' },
  transfers: { zh: '移送司法', en: 'Transferred to justice' },
  clues: { zh: '问题线索与信访', en: 'Clues and petitions' },
  money: { zh: '追缴清退金额', en: 'Money recovered' },
  satisfaction: { zh: '满意度', en: 'Satisfaction' },
  interviews: { zh: '个别谈话', en: 'Interviews' },
  documents: { zh: '查阅资料', en: 'Documents read' },
  units: { zh: '单位', en: 'Units' },
  meetings: { zh: '会议', en: 'Meetings' },
  trainings: { zh: '培训', en: 'Trainings' },
  other: { zh: '其他数据', en: 'Other' },
} as const;

export const FigureCategory = z
  .enum(Object.keys(FIGURE_CATEGORIES) as [keyof typeof FIGURE_CATEGORIES, ...(keyof typeof FIGURE_CATEGORIES)[]])
  .meta({ title: '类别', description: 'What is counted; exact meanings in the codebook.' });
export type FigureCategory = z.infer<typeof FigureCategory>;

/** One stated quantity, with the words that state it. */
export const Figure = z.strictObject({
  category: FigureCategory,
  value: z.number().meta({
    title: '数值',
    description: 'The stated number; money in yuan, rates in per cent; of a range the upper end.',
  }),
  min: z
    .number()
    .optional()
    .meta({ title: '下限', description: 'The lower end, where the text states a range (2至3项).' }),
  unit: z.string().min(1).meta({
    title: '单位',
    description: 'The stated unit: 项, 个, 件, 人, 人次, 元, %, … 人次 is never turned into 人.',
  }),
  approx: z.boolean().meta({ title: '约数', description: 'True for 约 余 多 近 超 以上 左右 and the like.' }),
  scope: z.enum(['total', 'part']).meta({
    title: '范围',
    description:
      'total: of this notice, this round, the whole enterprise; part: of one item, sub-unit, breakdown, other year or other round.',
  }),
  ...Evidence.pick({ quote: true, start: true, end: true }).shape,
  section: z.string().meta({
    title: '位置',
    description: 'Outline path of the passage, e.g. 二/（一）/3; empty before the first heading.',
  }),
});
export type Figure = z.infer<typeof Figure>;
