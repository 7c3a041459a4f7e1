import type { Figure } from '../model/index.ts';
import type { NoticeSummary } from '../views/summary.ts';
import type { CsvCell } from './csv.ts';

/** Columns of figures.csv: one row a stated quantity. */
export const FIGURE_COLUMNS: readonly string[] = [
  'notice',
  'sample',
  'docType',
  'enterpriseId',
  'enterprise',
  'roundId',
  'publishedDate',
  'figure',
  'category',
  'value',
  'min',
  'unit',
  'approx',
  'scope',
  'section',
  'quote',
  'start',
  'end',
];

/** @param index place of the figure in the record, from 0; the column counts from 1 like the anchor `#f-1`. */
export const figureCells = (n: NoticeSummary, figure: Figure, index: number): CsvCell[] => [
  n.id,
  n.sample,
  n.docType,
  n.enterprise?.id,
  n.enterprise?.name,
  n.round?.id,
  n.published,
  index + 1,
  figure.category,
  figure.value,
  figure.min,
  figure.unit,
  figure.approx,
  figure.scope,
  figure.section,
  figure.quote,
  figure.start,
  figure.end,
];
