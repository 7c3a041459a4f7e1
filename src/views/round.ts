import { median } from 'd3-array';
import type { Round, StatedDate } from '../model/index.ts';
import type { Ledger } from './ledger.ts';
import { byNewest } from './notices.ts';
import type { NoticeSummary } from './summary.ts';

type RoundUnit = Round['units'][number];

/** A unit of a round and what became public about it. */
export interface UnitState {
  readonly unit: RoundUnit;
  readonly start: StatedDate | null;
  readonly end: StatedDate | null;
  /** The notice's own date where it states one, else the registry's. */
  readonly feedback: StatedDate | null;
  readonly feedbackFrom: 'notice' | 'registry' | 'unsourced' | null;
  /** Its first rectification notice of this round; null = not found by us. */
  readonly notice: NoticeSummary | null;
  /** Further notices of this round about it. */
  readonly others: readonly NoticeSummary[];
  readonly lag: number | null;
}

export interface RoundCoverage {
  readonly round: Round;
  /** Registered enterprises of the round: the denominator. */
  readonly enterprises: number;
  /** Those whose rectification notice we found. */
  readonly found: number;
  readonly medianLag: number | null;
  readonly units: readonly UnitState[];
  /** Notices that name the round but no unit of the registered list. */
  readonly unlisted: readonly NoticeSummary[];
}

/** Every round with the state of its units, newest round first. */
export const roundCoverage = (ledger: Ledger): RoundCoverage[] =>
  [...ledger.rounds.values()].sort(byNewestRound).map((round) => coverRound(round, ledger.byRound.get(round.id) ?? []));

export function coverRound(round: Round, notices: readonly NoticeSummary[]): RoundCoverage {
  const byEnterprise = new Map<string, NoticeSummary[]>();
  for (const notice of notices)
    for (const id of notice.enterpriseIds) byEnterprise.set(id, [...(byEnterprise.get(id) ?? []), notice]);
  const units = round.units.map((unit) => unitState(round, unit, byEnterprise.get(unit.enterprise ?? '') ?? []));
  const listed = new Set(round.units.map((unit) => unit.enterprise));
  const lags = notices.flatMap((n) => (n.docType === 'rectification' && n.lag !== null ? [n.lag] : []));
  const registered = units.filter((state) => state.unit.enterprise);
  return {
    round,
    enterprises: registered.length,
    found: registered.filter((state) => state.notice).length,
    medianLag: median(lags) ?? null,
    units,
    unlisted: notices.filter((n) => !n.enterpriseIds.some((id) => listed.has(id))),
  };
}

/** The rectification notice that came first is the one that ends the waiting. */
function unitState(round: Round, unit: RoundUnit, notices: readonly NoticeSummary[]): UnitState {
  const oldestFirst = [...notices].sort(byNewest).reverse();
  const notice = oldestFirst.find((n) => n.docType === 'rectification') ?? null;
  const stated = notice?.feedback ?? oldestFirst.find((n) => n.feedback)?.feedback ?? null;
  const registered = unit.feedback ?? round.feedback ?? null;
  return {
    unit,
    start: notice?.start ?? unit.start ?? round.start ?? null,
    end: notice?.end ?? unit.end ?? round.end ?? null,
    feedback: stated ?? registered,
    feedbackFrom: feedbackOrigin(stated, unit.feedback, round),
    notice,
    others: oldestFirst.filter((n) => n !== notice),
    lag: notice?.lag ?? null,
  };
}

function feedbackOrigin(
  stated: StatedDate | null,
  own: StatedDate | undefined,
  round: Round,
): UnitState['feedbackFrom'] {
  if (stated) return 'notice';
  if (own) return 'registry';
  if (!round.feedback) return null;
  return round.unsourced.includes('feedback') ? 'unsourced' : 'registry';
}

const byNewestRound = (a: Round, b: Round): number => {
  const left = a.start ?? '';
  const right = b.start ?? '';
  if (left !== right) return left < right ? 1 : -1;
  return a.id < b.id ? -1 : 1;
};

/** An inspection group and the units whose notices name it, in the order of the list. */
export interface GroupCoverage {
  readonly group: string;
  readonly notices: readonly NoticeSummary[];
}

/** What each group covered, as far as the notices say; groups in the order of their numbers where they have one. */
export function groupCoverage(coverage: RoundCoverage): GroupCoverage[] {
  const groups = new Map<string, NoticeSummary[]>();
  const notices = [
    ...coverage.units.flatMap((u) => [...(u.notice ? [u.notice] : []), ...u.others]),
    ...coverage.unlisted,
  ];
  for (const notice of notices)
    for (const group of notice.groups) {
      const list = groups.get(group) ?? [];
      if (!list.includes(notice)) list.push(notice);
      groups.set(group, list);
    }
  return [...groups]
    .map(([group, list]) => ({ group, notices: aboutUnits(list) }))
    .sort((a, b) => numeralOf(a.group) - numeralOf(b.group) || (a.group < b.group ? -1 : 1));
}

/** Notices about one enterprise say what was covered; news of the whole round only where nothing else names the group. */
const aboutUnits = (notices: readonly NoticeSummary[]): readonly NoticeSummary[] => {
  const own = notices.filter((n) => n.enterprise);
  return own.length > 0 ? own : notices;
};

const NUMERALS = '一二三四五六七八九';

/** 中央第十四巡视组 → 14; Infinity for a group without a number. */
function numeralOf(group: string): number {
  const [, tens, ten, ones] = /第([一二三四五六七八九])?(十)?([一二三四五六七八九])?/.exec(group) ?? [];
  const digit = (character: string | undefined): number => (character ? NUMERALS.indexOf(character) + 1 : 0);
  if (ten) return (digit(tens) || 1) * 10 + digit(ones);
  return digit(tens) || digit(ones) || Number.POSITIVE_INFINITY;
}
