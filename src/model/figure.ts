import { z } from 'zod';
import { Evidence } from './evidence.ts';
import { FIGURE_CATEGORIES } from './labels.ts';

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
