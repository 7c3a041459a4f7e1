import type { Lang } from '../i18n/index.ts';
import type { DocType, FigureCategory, ItemStatus, Level } from '../model/index.ts';
import { FIGURE_CATEGORIES } from '../model/labels.ts';
import { type Absence, absenceOf, factAbsence } from './absence.ts';
import type { EnterpriseView } from './enterprise.ts';
import { roundName } from './labels.ts';
import type { HeadlineFact, NoticeSummary } from './summary.ts';

/** An enterprise as the search box of the comparison offers it. */
export interface EnterpriseEntry {
  readonly id: string;
  readonly name: string;
  readonly short: string | null;
  readonly aliases: readonly string[];
  readonly notices: number;
  readonly sample: boolean;
}

/** What the comparison loads of an enterprise. */
export interface ComparableEnterprise {
  readonly id: string;
  readonly name: string;
  readonly short: string | null;
  readonly sample: boolean;
  /** Newest first, its own rectification notices before all others. */
  readonly notices: readonly ComparableNotice[];
}

export interface ComparableNotice {
  readonly id: string;
  readonly title: string | null;
  readonly type: DocType;
  readonly level: Level | null;
  readonly groups: readonly string[];
  readonly roundId: string | null;
  /** As the text names it. */
  readonly round: string | null;
  /** Its name in the registry; null where it is not registered for the enterprise. */
  readonly registered: Readonly<Record<Lang, string>> | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly feedback: string | null;
  readonly published: string | null;
  readonly lag: number | null;
  readonly totals: readonly HeadlineFact[];
  readonly quotes: NoticeSummary['quotes'];
  /** Why a total is not there; most are simply not stated, which is left out. */
  readonly absences: Readonly<Partial<Record<FigureCategory, Absence>>>;
  /** Why any other fact is not there. */
  readonly absence: Absence;
  readonly items: Readonly<Record<ItemStatus, number>>;
  readonly itemCount: number;
  /** Per topic the number of passages, and the node of the first. */
  readonly topics: Readonly<Record<string, readonly [passages: number, first: number]>>;
  /** Whether it is about this enterprise, whose page then lists its passages. */
  readonly own: boolean;
}

/** Fewer notices than this would hide nothing in practice; more would weigh on a page. */
const MAX_NOTICES = 40;

export const enterpriseIndex = (views: ReadonlyMap<string, EnterpriseView>): EnterpriseEntry[] =>
  [...views.values()].map(({ enterprise: e, notices }) => ({
    id: e.id,
    name: e.name,
    short: e.short ?? null,
    aliases: e.aliases,
    notices: notices.length,
    sample: e.sample === true,
  }));

export function comparable(view: EnterpriseView): ComparableEnterprise {
  const own = new Set(view.rectifications);
  const ordered = [...view.rectifications, ...view.notices.filter((n) => !own.has(n))];
  return {
    id: view.enterprise.id,
    name: view.enterprise.name,
    short: view.enterprise.short ?? null,
    sample: view.enterprise.sample === true,
    notices: ordered.slice(0, MAX_NOTICES).map((n) => comparableNotice(n, view)),
  };
}

function absencesOf(n: NoticeSummary): ComparableNotice['absences'] {
  const stated = new Set(n.headline.map((fact) => fact.category));
  const absences = (Object.keys(FIGURE_CATEGORIES) as FigureCategory[])
    .filter((category) => !stated.has(category))
    .map((category) => [category, absenceOf(n, category)] as const);
  return Object.fromEntries(absences.filter(([, absence]) => absence !== 'not-stated'));
}

function comparableNotice(n: NoticeSummary, { enterprise, rounds }: EnterpriseView): ComparableNotice {
  const topics: Record<string, [number, number]> = {};
  const registered = rounds.find(({ round }) => round.id === n.round?.id)?.round;
  for (const { node, topics: all } of n.passages)
    for (const topic of all) topics[topic] = [(topics[topic]?.[0] ?? 0) + 1, topics[topic]?.[1] ?? node];
  return {
    id: n.id,
    title: n.title,
    type: n.docType,
    level: n.level,
    groups: n.groups,
    roundId: n.round?.id ?? null,
    round: n.round?.text ?? null,
    registered: registered ? { zh: roundName(registered, 'zh'), en: roundName(registered, 'en') } : null,
    start: n.start,
    end: n.end,
    feedback: n.feedback,
    published: n.published,
    lag: n.lag,
    totals: n.headline,
    quotes: n.quotes,
    absences: absencesOf(n),
    absence: factAbsence(n),
    items: n.items,
    itemCount: n.itemCount,
    topics,
    own: n.enterprise?.id === enterprise.id,
  };
}
