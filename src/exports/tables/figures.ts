import { FIGURE_CATEGORIES, type Figure, FigureCategory } from '../../model/index.ts';
import { column, field } from '../table.ts';
import { memberTable, numberColumn } from './notice.ts';

/** One row a stated quantity. */
export const figures = memberTable<Figure>({
  name: 'figures',
  title: { zh: '数据', en: 'Figures' },
  description: {
    zh: '写明的每个数量一行，带原文和位置。不同范围、不同单位的不可相加；人与人次不可相加。',
    en: 'One row a stated quantity, with its words and place. Never add up different scopes or units, nor 人 and 人次.',
  },
  number: 'figure',
  members: (record) => record.figures,
  fields: [
    field('docType', 'docType', 'string', ({ record }) => record.docType, { required: true }),
    field('enterpriseId', 'enterprise.id', 'string', ({ record }) => record.enterprise?.id),
    field('enterprise', 'enterprise.name', 'string', ({ record }) => record.enterprise?.name),
    field('roundId', 'inspection.round.id', 'string', ({ record }) => record.inspection.round?.id),
    field('publishedDate', 'publication.publishedDate', 'date', ({ record }) => record.publication.publishedDate),
    numberColumn(
      'figure',
      { zh: '序号', en: 'Number' },
      {
        zh: '在该通报中的序号，从 1 数起；页面锚点为 #f-序号。',
        en: 'Its number in the notice, from 1; the anchor on the page is #f-NUMBER.',
      },
    ),
    field('category', 'figures[].category', 'string', ({ member }) => member.category, {
      required: true,
      values: FigureCategory.options,
    }),
    column(
      'categoryLabel',
      'string',
      { zh: '类别名称', en: 'Category label' },
      { zh: '类别的中文名称。', en: 'Chinese label of the category.' },
      ({ member }) => FIGURE_CATEGORIES[member.category].zh,
      { required: true },
    ),
    field('value', 'figures[].value', 'number', ({ member }) => member.value, { required: true }),
    field('min', 'figures[].min', 'number', ({ member }) => member.min),
    field('unit', 'figures[].unit', 'string', ({ member }) => member.unit, { required: true }),
    field('approx', 'figures[].approx', 'boolean', ({ member }) => member.approx, { required: true }),
    field('scope', 'figures[].scope', 'string', ({ member }) => member.scope, {
      required: true,
      values: ['total', 'part'],
    }),
    field('section', 'figures[].section', 'string', ({ member }) => member.section || null),
    field('quote', 'figures[].quote', 'string', ({ member }) => member.quote, { required: true }),
    field('start', 'figures[].start', 'integer', ({ member }) => member.start, { required: true }),
    field('end', 'figures[].end', 'integer', ({ member }) => member.end, { required: true }),
  ],
});
