import {
  FIGURE_CATEGORIES,
  type FigureCategory,
  INSPECTION_TYPES,
  ITEM_STATUSES,
  type ItemStatus,
  LEVELS,
} from '../../model/index.ts';
import { column, type Field, field, joined, table } from '../table.ts';
import type { Notice } from './notice.ts';

const CATEGORIES = Object.keys(FIGURE_CATEGORIES) as FigureCategory[];
const STATUSES = Object.keys(ITEM_STATUSES) as ItemStatus[];

/** Value, unit and hedge of a stated total. */
function headlineFields(category: FigureCategory): Field<Notice>[] {
  const { zh, en } = FIGURE_CATEGORIES[category];
  const fact = ({ summary }: Notice) => summary.headline.find((each) => each.category === category);
  return [
    column(
      `headline_${category}`,
      'number',
      { zh, en },
      {
        zh: `写明的总数：${zh}；没写为空，从不自行相加。`,
        en: `Stated total: ${en}; empty where not stated, never summed up.`,
      },
      (notice) => fact(notice)?.value,
    ),
    column(
      `headline_${category}_unit`,
      'string',
      { zh: `${zh}（单位）`, en: `${en} (unit)` },
      { zh: '该总数的原文单位。', en: 'The stated unit of that total.' },
      (notice) => fact(notice)?.unit || null,
    ),
    column(
      `headline_${category}_approx`,
      'boolean',
      { zh: `${zh}（约数）`, en: `${en} (approximate)` },
      { zh: '该总数是否为约数。', en: 'Whether that total is approximate.' },
      (notice) => fact(notice)?.approx,
    ),
  ];
}

const itemField = (status: ItemStatus): Field<Notice> =>
  column(
    `items_${status}`,
    'integer',
    { zh: `事项：${ITEM_STATUSES[status].zh}`, en: `Items: ${ITEM_STATUSES[status].en}` },
    {
      zh: '自述为此进度的整改事项数；通报没有列事项时为空。',
      en: 'Rectification items that say so of themselves; empty where the notice lists none.',
    },
    ({ summary }) => (summary.itemCount === 0 ? null : summary.items[status]),
  );

/** How many members a list of the record has. */
const counted = (
  name: string,
  path: string,
  of: (notice: Notice) => number,
  zh: string,
  en: string,
): Field<Notice> => ({
  ...field(name, path, 'integer', of, { required: true }),
  description: { zh, en },
});

/** One row a notice. */
export const notices = table<Notice, Notice>({
  name: 'notices',
  title: { zh: '通报', en: 'Notices' },
  description: {
    zh: '每份通报一行：企业、巡视、日期、写明的总数。',
    en: 'One row a notice: enterprise, inspection, dates, stated totals.',
  },
  key: ['id'],
  refers: [],
  rows: (notice) => [notice],
  fields: [
    field('id', 'id', 'string', ({ record }) => record.id, { required: true }),
    {
      ...field<Notice>('sample', 'sample', 'boolean', ({ record }) => record.sample === true, { required: true }),
      description: {
        zh: '虚构的示例为 true；统计时应先排除。',
        en: 'True for invented samples: leave them out of any statistics.',
      },
    },
    field('docType', 'docType', 'string', ({ record }) => record.docType, { required: true }),
    field('title', 'title', 'string', ({ record }) => record.title),
    field('enterpriseId', 'enterprise.id', 'string', ({ record }) => record.enterprise?.id),
    field('enterprise', 'enterprise.name', 'string', ({ record }) => record.enterprise?.name),
    field('level', 'inspection.level', 'string', ({ record }) => record.inspection.level, {
      values: Object.keys(LEVELS),
    }),
    field('groups', 'inspection.groups', 'list', ({ record }) => joined(record.inspection.groups)),
    field('groupCount', 'inspection.groupCount', 'integer', ({ record }) => record.inspection.groupCount),
    field('unitCount', 'inspection.unitCount', 'integer', ({ record }) => record.inspection.unitCount),
    field('roundId', 'inspection.round.id', 'string', ({ record }) => record.inspection.round?.id),
    field('round', 'inspection.round.text', 'string', ({ record }) => record.inspection.round?.text),
    {
      ...field<Notice>('types', 'inspection.types', 'list', ({ record }) => joined(record.inspection.types)),
      description: {
        zh: `正文写明的巡视方式：${Object.keys(INSPECTION_TYPES).join('、')}。`,
        en: `Kinds of inspection that the text names: ${Object.keys(INSPECTION_TYPES).join(', ')}.`,
      },
    },
    field('start', 'inspection.start', 'date', ({ record }) => record.inspection.start),
    field('end', 'inspection.end', 'date', ({ record }) => record.inspection.end),
    field('feedbackDate', 'inspection.feedbackDate', 'date', ({ record }) => record.inspection.feedbackDate),
    field('publishedDate', 'publication.publishedDate', 'date', ({ record }) => record.publication.publishedDate),
    field('signedDate', 'publication.signedDate', 'date', ({ record }) => record.publication.signedDate),
    field('signer', 'publication.signer', 'string', ({ record }) => record.publication.signer),
    field('disclosureStart', 'publication.disclosureStart', 'date', ({ record }) => record.publication.disclosureStart),
    field('disclosureEnd', 'publication.disclosureEnd', 'date', ({ record }) => record.publication.disclosureEnd),
    field('workingDays', 'publication.workingDays', 'integer', ({ record }) => record.publication.workingDays),
    column(
      'lagDays',
      'integer',
      { zh: '反馈到公布的天数', en: 'Days from feedback to publication' },
      {
        zh: '仅整改通报，且两个日期都写明到日时才有。',
        en: 'Rectification notices only, and only where both dates state their day.',
      },
      ({ summary }) => summary.lag,
    ),
    ...CATEGORIES.flatMap(headlineFields),
    ...STATUSES.map(itemField),
    counted(
      'figures',
      'figures',
      ({ record }) => record.figures.length,
      '写明的数量有多少个。',
      'How many quantities are stated.',
    ),
    column(
      'errors',
      'integer',
      { zh: '核验错误', en: 'Check errors' },
      { zh: '程度为 error 的核验结果数。', en: 'Number of checks of severity error.' },
      ({ record }) => record.checks.filter(({ severity }) => severity === 'error').length,
      { required: true },
    ),
    column(
      'warnings',
      'integer',
      { zh: '核验提醒', en: 'Check warnings' },
      { zh: '程度为 warning 的核验结果数。', en: 'Number of checks of severity warning.' },
      ({ record }) => record.checks.filter(({ severity }) => severity === 'warning').length,
      { required: true },
    ),
    field('repairs', 'repairs', 'list', ({ record }) => joined(record.repairs)),
    counted(
      'corrections',
      'corrections',
      ({ record }) => record.corrections.length,
      '人作的校正有多少处。',
      'How many facts a person corrected.',
    ),
    field('publisher', 'sources[].publisher', 'string', ({ summary }) => summary.publisher),
    field('url', 'sources[].url', 'string', ({ summary }) => summary.url),
    field('retrievedAt', 'sources[].retrievedAt', 'datetime', ({ summary }) => summary.retrievedAt),
    field('chars', 'text.chars', 'integer', ({ record }) => record.text.chars, { required: true }),
    field('textSha256', 'text.sha256', 'string', ({ record }) => record.text.sha256, { required: true }),
  ],
});
