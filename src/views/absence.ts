import type { DocType, FigureCategory } from '../model/index.ts';
import type { NoticeSummary } from './summary.ts';

/**
 * Why a total is not there. Never 0.
 * - not-stated 未披露: the text was read and does not say it.
 * - not-read 未能提取: the text states totals of this kind, but they could not be settled on one; or there was no text.
 * - not-applicable 不适用: a notice of this type never states it.
 */
export type Absence = 'not-stated' | 'not-read' | 'not-applicable';

/** What only an account of rectification can state. */
const OF_RECTIFICATION: readonly FigureCategory[] = [
  'tasks',
  'measures',
  'issuesDone',
  'tasksDone',
  'measuresDone',
  'measuresDue',
  'completionRate',
];

const WITHOUT_PROGRESS: readonly DocType[] = ['feedback', 'launch'];

/** The reason why the headline of a notice lacks a category. */
export function absenceOf(notice: NoticeSummary, category: FigureCategory): Absence {
  if (notice.docType === 'launch') return 'not-applicable';
  if (WITHOUT_PROGRESS.includes(notice.docType) && OF_RECTIFICATION.includes(category)) return 'not-applicable';
  if (notice.chars === 0 || notice.stated[category] === 'total') return 'not-read';
  return 'not-stated';
}
