import { FIGURE_CATEGORIES, type Figure, FigureCategory, type NoticeRecord } from '../../model/index.ts';
import { column, field, table } from '../table.ts';
import { type Notice, noticeColumn, ofNotice, sampleColumn } from './notice.ts';

interface Row {
  readonly record: NoticeRecord;
  readonly figure: Figure;
  /** From 1, like the anchor `#f-1`. */
  readonly number: number;
}
const recordOf = ({ record }: Row): NoticeRecord => record;

/** One row a stated quantity. */
export const figures = table<Notice, Row>({
  name: 'figures',
  title: { zh: '数据', en: 'Figures' },
  description: {
    zh: '写明的每个数量一行，带原文和位置。不同范围、不同单位的不可相加；人与人次不可相加。',
    en: 'One row a stated quantity, with its words and place. Never add up different scopes or units, nor 人 and 人次.',
  },
  key: ['notice', 'figure'],
  refers: [ofNotice],
  rows: ({ record }) => record.figures.map((figure, index) => ({ record, figure, number: index + 1 })),
  fields: [
    noticeColumn(recordOf),
    sampleColumn(recordOf),
    field('docType', 'docType', 'string', ({ record }) => record.docType, { required: true }),
    field('enterpriseId', 'enterprise.id', 'string', ({ record }) => record.enterprise?.id),
    field('enterprise', 'enterprise.name', 'string', ({ record }) => record.enterprise?.name),
    field('roundId', 'inspection.round.id', 'string', ({ record }) => record.inspection.round?.id),
    field('publishedDate', 'publication.publishedDate', 'date', ({ record }) => record.publication.publishedDate),
    column(
      'figure',
      'integer',
      { zh: '序号', en: 'Number' },
      {
        zh: '在该通报中的序号，从 1 数起；页面锚点为 #f-序号。',
        en: 'Its number in the notice, from 1; the anchor on the page is #f-NUMBER.',
      },
      ({ number }) => number,
      { required: true },
    ),
    field('category', 'figures[].category', 'string', ({ figure }) => figure.category, {
      required: true,
      values: FigureCategory.options,
    }),
    column(
      'categoryLabel',
      'string',
      { zh: '类别名称', en: 'Category label' },
      { zh: '类别的中文名称。', en: 'Chinese label of the category.' },
      ({ figure }) => FIGURE_CATEGORIES[figure.category].zh,
      { required: true },
    ),
    field('value', 'figures[].value', 'number', ({ figure }) => figure.value, { required: true }),
    field('min', 'figures[].min', 'number', ({ figure }) => figure.min),
    field('unit', 'figures[].unit', 'string', ({ figure }) => figure.unit, { required: true }),
    field('approx', 'figures[].approx', 'boolean', ({ figure }) => figure.approx, { required: true }),
    field('scope', 'figures[].scope', 'string', ({ figure }) => figure.scope, {
      required: true,
      values: ['total', 'part'],
    }),
    field('section', 'figures[].section', 'string', ({ figure }) => figure.section || null),
    field('quote', 'figures[].quote', 'string', ({ figure }) => figure.quote, { required: true }),
    field('start', 'figures[].start', 'integer', ({ figure }) => figure.start, { required: true }),
    field('end', 'figures[].end', 'integer', ({ figure }) => figure.end, { required: true }),
  ],
});
