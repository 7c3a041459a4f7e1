import type { DocType, FigureCategory, Level, Round } from '../model/index.ts';
import { roundName } from './labels.ts';
import type { NoticeSummary } from './summary.ts';

/** A notice in a list: what a row shows and what filters ask. Also the shape of the notices index. */
export interface ListedNotice {
  readonly id: string;
  readonly sample: boolean;
  readonly type: DocType;
  readonly title: string | null;
  readonly enterpriseId: string | null;
  readonly enterprise: string | null;
  readonly level: Level | null;
  readonly roundId: string | null;
  /** In its own words, or as the registry names it. */
  readonly round: string | null;
  /** Its English name, where it is registered. */
  readonly roundEn: string | null;
  readonly published: string | null;
  readonly year: number | null;
  readonly lag: number | null;
  /** The totals that a row shows, with unit and whether approximate. */
  readonly totals: readonly Total[];
}

export interface Total {
  readonly category: FigureCategory;
  readonly value: number;
  readonly unit: string;
  readonly approx: boolean;
  /** Index of the figure that states it; null where only the total is known. */
  readonly figure: number | null;
  readonly quote?: string;
}

/** The totals that say most about a notice, in this order. */
const SHOWN: readonly FigureCategory[] = ['issues', 'measures', 'accountabilityPersons'];

/** @param rounds the registry, for notices whose text names no round */
export function listNotice(n: NoticeSummary, rounds: ReadonlyMap<string, Round>): ListedNotice {
  const registered = rounds.get(n.round?.id ?? '');
  return {
    id: n.id,
    sample: n.sample,
    type: n.docType,
    title: n.title,
    enterpriseId: n.enterprise?.id ?? null,
    enterprise: n.enterprise?.name ?? null,
    level: n.level,
    roundId: n.round?.id ?? null,
    round: n.round?.text ?? (registered ? roundName(registered, 'zh') : null),
    roundEn: registered ? roundName(registered, 'en') : null,
    published: n.published,
    year: n.year,
    lag: n.lag,
    totals: SHOWN.flatMap((category) => {
      const fact = n.headline.find((f) => f.category === category);
      if (!fact) return [];
      const { value, unit, approx, figure, quote } = fact;
      return [{ category, value, unit, approx, figure, ...(approx && quote ? { quote } : {}) }];
    }),
  };
}

/** Notices on one page of the plain list. */
export const PAGE_SIZE = 100;
export const pageCount = (notices: number): number => Math.max(1, Math.ceil(notices / PAGE_SIZE));
