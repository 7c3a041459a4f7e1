import { FIGURE_CATEGORIES, type FigureCategory, ITEM_STATUSES, type ItemStatus } from '../model/index.ts';
import type { NoticeSummary } from '../views/summary.ts';
import type { CsvCell } from './csv.ts';

const CATEGORIES = Object.keys(FIGURE_CATEGORIES) as FigureCategory[];
const STATUSES = Object.keys(ITEM_STATUSES) as ItemStatus[];

/** Columns of notices.csv: one row a notice. */
export const NOTICE_COLUMNS: readonly string[] = [
  'id',
  'sample',
  'docType',
  'title',
  'enterpriseId',
  'enterprise',
  'level',
  'groups',
  'roundId',
  'round',
  'types',
  'start',
  'end',
  'feedbackDate',
  'publishedDate',
  'signedDate',
  'lagDays',
  ...CATEGORIES.flatMap((c) => [`headline_${c}`, `headline_${c}_unit`, `headline_${c}_approx`]),
  ...STATUSES.map((s) => `items_${s}`),
  'figures',
  'errors',
  'warnings',
  'repairs',
  'corrections',
  'publisher',
  'url',
  'retrievedAt',
  'chars',
];

export function noticeCells(n: NoticeSummary): CsvCell[] {
  return [
    n.id,
    n.sample,
    n.docType,
    n.title,
    n.enterprise?.id,
    n.enterprise?.name,
    n.level,
    n.groups.join(';'),
    n.round?.id,
    n.round?.text,
    n.types.join(';'),
    n.start,
    n.end,
    n.feedback,
    n.published,
    n.signed,
    n.lag,
    ...CATEGORIES.flatMap((category): CsvCell[] => {
      const fact = n.headline.find((f) => f.category === category);
      return fact ? [fact.value, fact.unit, fact.approx] : [null, null, null];
    }),
    ...STATUSES.map((status) => (n.itemCount === 0 ? null : n.items[status])),
    n.figures,
    n.checks.filter((c) => c.severity === 'error').length,
    n.checks.filter((c) => c.severity === 'warning').length,
    n.repairs.join(';'),
    n.corrections,
    n.publisher,
    n.url,
    n.retrievedAt,
    n.chars,
  ];
}
