import type { Message } from '../i18n/index.ts';
import type { DocType, FigureCategory } from '../model/index.ts';
import type { NoticeSummary } from './summary.ts';

/**
 * Why a total is not there. Never 0.
 * - not-stated 未披露: the text was read and does not say it.
 * - not-read 未能提取: the text states totals of this kind, but they could not be settled on one; or there was no text.
 * - not-applicable 不适用: a notice of this type never states it.
 */
export type Absence = 'not-stated' | 'not-read' | 'not-applicable';

/** The three states with what each means, for readers. */
export const ABSENCES = [
  ['not-stated', 'notStatedHint'],
  ['not-read', 'notReadHint'],
  ['not-applicable', 'notApplicableHint'],
] as const satisfies readonly (readonly [Absence, Message])[];

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

/** The reason why a fact that any notice may state is not there: without a readable text nothing can be. */
export const factAbsence = ({ chars }: { readonly chars: number }): Absence =>
  chars === 0 ? 'not-read' : 'not-stated';

/** The reason why the headline of a notice lacks a category. */
export function absenceOf(notice: NoticeSummary, category: FigureCategory): Absence {
  if (notice.docType === 'launch') return 'not-applicable';
  if (WITHOUT_PROGRESS.includes(notice.docType) && OF_RECTIFICATION.includes(category)) return 'not-applicable';
  return notice.stated[category] === 'total' ? 'not-read' : factAbsence(notice);
}
