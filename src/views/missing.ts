import type { Lang } from '../i18n/index.ts';
import type { FigureCategory } from '../model/index.ts';
import { type Absence, absenceOf } from './absence.ts';
import { categoryLabel } from './labels.ts';
import type { NoticeSummary } from './summary.ts';

/** The totals that a complete account of rectification states. */
export const CORE: readonly FigureCategory[] = [
  'issues',
  'tasks',
  'measures',
  'measuresDone',
  'measuresDue',
  'rules',
  'accountabilityCases',
  'accountabilityPersons',
  'discipline',
  'money',
];

export interface MissingFacts {
  readonly notice: NoticeSummary;
  readonly absences: readonly {
    readonly absence: Absence;
    readonly categories: readonly FigureCategory[];
    readonly labels: Readonly<Record<Lang, readonly string[]>>;
  }[];
}

/** Which core totals each notice lacks, by the kind of absence; notices that lack none are left out. */
export function missingFacts(notices: readonly NoticeSummary[]): MissingFacts[] {
  return notices.flatMap((notice) => {
    const byAbsence = new Map<Absence, FigureCategory[]>();
    for (const category of CORE) {
      if (notice.headline.some((fact) => fact.category === category)) continue;
      const absence = absenceOf(notice, category);
      byAbsence.set(absence, [...(byAbsence.get(absence) ?? []), category]);
    }
    const absences = [...byAbsence].map(([absence, categories]) => ({
      absence,
      categories,
      labels: { zh: categories.map((c) => categoryLabel(c, 'zh')), en: categories.map((c) => categoryLabel(c, 'en')) },
    }));
    return absences.length > 0 ? [{ notice, absences }] : [];
  });
}
