import { type Cause, fillRates, type Source, type SourceHealth, type SourceState } from '../src/model/index.ts';
import { type HostCount, ROBOTS_FORBID } from './fetch.ts';
import { daysBetween } from './sources.ts';
import type { Entry } from './store.ts';
import type { Visited } from './visit.ts';

/** Everything that decides a source’s health. */
export interface Findings {
  readonly source: Source;
  readonly visited: Visited;
  /** The records that have a page of this source. */
  readonly entries: readonly Entry[];
  readonly before: SourceHealth | null;
  readonly hosts: readonly HostCount[];
  readonly now: Date;
}

/** Fewer rows than this share of the last good reading are a redesign, not a clean-up. */
const SHRUNK = 0.6;
/** Below so many rows a share says nothing. */
const MIN_ROWS = 5;
/** A field that was there in more than this share of the records and lost as much is a broken selector. */
const FILL_DROP = 0.3;
/** So many dates are needed to learn a publisher’s habit. */
const MIN_DATES = 4;
/** An enterprise is inspected once in some years; who reports on many falls silent for some months at most. */
const MIN_USUAL_GAP = { own: 730, authority: 180, media: 120, mirror: 120 } as const;
const MAX_PROBLEMS = 50;
const DAY_MS = 86_400_000;

interface Verdict {
  readonly cause: Cause;
  readonly line: string;
}

const datesOf = ({ facts }: Entry): string[] =>
  [facts.publication.publishedDate, facts.publication.signedDate, facts.inspection.feedbackDate].flatMap((date) =>
    date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : [],
  );

/** The day each record speaks of: its publication, else its signature, else its feedback. */
const dayOf = (entry: Entry): string[] => datesOf(entry).slice(0, 1);

/** Twice the longest pause so far, at least what is usual for the kind; null with fewer than four dates. */
export function usualGap(days: readonly string[], kind: Source['kind']): number | null {
  const sorted = [...new Set(days)].sort();
  if (sorted.length < MIN_DATES) return null;
  const gaps = sorted.slice(1).map((day, index) => daysBetween(sorted[index] as string, day));
  return Math.max(MIN_USUAL_GAP[kind], 2 * Math.max(...gaps));
}

function listVerdicts({ source, visited, before }: Findings): Verdict[] {
  return visited.lists.flatMap(({ reading, wanted }): Verdict[] => {
    const { url, rows, problem } = reading;
    const where = `list ${url}`;
    if (problem) return [{ cause: problem.cause, line: `${where}: ${problem.reason}` }];
    const expect = source.lists.find((list) => list.url === url)?.expect;
    const last = before?.lists.find((list) => list.url === url);
    if (expect && (rows.length < expect.min || rows.length > expect.max)) {
      return [{ cause: 'moved', line: `${where}: ${rows.length} rows, expected ${expect.min} to ${expect.max}` }];
    }
    if (last && last.rows >= MIN_ROWS && rows.length < SHRUNK * last.rows) {
      return [{ cause: 'moved', line: `${where}: ${rows.length} rows, ${last.rows} at the last look` }];
    }
    if (last && last.wanted > 0 && wanted === 0) {
      return [
        { cause: 'moved', line: `${where}: the title filter lets no row through, ${last.wanted} at the last look` },
      ];
    }
    return [];
  });
}

const CAUSES: readonly Cause[] = ['blocked', 'down', 'moved', 'unread', 'postponed'];
const STATE_OF: Readonly<Record<Cause, SourceState>> = {
  blocked: 'blocked',
  moved: 'moved',
  down: 'down',
  unread: 'moved',
  postponed: 'postponed',
};

function noticeVerdict({ visited }: Findings): { line: string | null; cause: Cause | null; isWhole: boolean } {
  const { counts, causes } = visited;
  const failed = counts.failed + counts.unread;
  if (failed === 0) return { line: null, cause: null, isWhole: true };
  const cause = CAUSES.find((each) => (causes[each] ?? 0) > 0) ?? 'unread';
  const good = counts.new + counts.changed + counts.added + counts.reread + counts.unchanged;
  const parts = CAUSES.flatMap((each) => (causes[each] ? `${causes[each]} ${each}` : []));
  return { line: `${countNotices(failed)} failed: ${parts.join(', ')}`, cause, isWhole: good > 0 };
}

function fillLines(before: SourceHealth | null, fill: Readonly<Record<string, number>>): string[] {
  const last = before?.fillBefore ?? null;
  if (last === null) return [];
  return Object.entries(last).flatMap(([field, rate]) => {
    const now = fill[field] ?? 0;
    return rate - now > FILL_DROP
      ? `field ${field}: in ${percent(now)} of the records, ${percent(rate)} at the last good run`
      : [];
  });
}

/** A site that breaks in a thousand places need not fill the report. */
const atMost = (most: number, lines: readonly string[]): string[] =>
  lines.length <= most ? [...lines] : [...lines.slice(0, most), `and ${lines.length - most} more`];

const countNotices = (n: number): string => (n === 1 ? '1 notice' : `${n} notices`);

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function stateOf(lists: readonly Verdict[], allLists: number, findings: Findings, isQuiet: boolean): SourceState {
  const notices = noticeVerdict(findings);
  const worst = CAUSES.find((cause) => lists.some((verdict) => verdict.cause === cause));
  // With every list in trouble nothing new can be found: that is the source’s state, whatever single notices say.
  if (worst && lists.length === allLists) return STATE_OF[worst];
  if (notices.cause && !notices.isWhole) return STATE_OF[notices.cause];
  if (worst || notices.cause) return 'partial';
  if (findings.visited.unread.some(({ cause }) => cause === 'postponed')) return 'postponed';
  return isQuiet ? 'quiet' : 'ok';
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function sumStatuses(hosts: readonly HostCount[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const { statuses } of hosts) {
    for (const [status, count] of Object.entries(statuses)) total[status] = (total[status] ?? 0) + count;
  }
  return Object.fromEntries(Object.entries(total).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Turns what a visit found into the source’s health. */
export function summarise(findings: Findings): SourceHealth {
  const { source, visited, entries, before, hosts, now } = findings;
  const days = entries.flatMap(dayOf).sort();
  const newest = days.at(-1) ?? null;
  const gap = source.quietDays ?? usualGap(days, source.kind);
  const age = newest === null ? null : daysBetween(newest, now.toISOString());
  const isQuiet = gap !== null && age !== null && age > gap;
  const lists = listVerdicts(findings);
  const notices = noticeVerdict(findings);
  const fill = fillRates(entries.map(({ filled }) => filled));
  const fillProblems = fillLines(before, fill);
  const state = stateOf(lists, source.lists.length, findings, isQuiet);
  const isGood = state === 'ok' || state === 'quiet';
  return {
    id: source.id,
    name: source.name,
    state: isGood && fillProblems.length > 0 ? 'partial' : state,
    problems: atMost(MAX_PROBLEMS, [
      ...lists.map(({ line }) => line),
      ...(notices.line ? [notices.line] : []),
      ...fillProblems,
      ...(visited.counts.postponed > 0
        ? [
            `${countNotices(visited.counts.postponed)} not asked for: ${visited.unread.find(({ cause, reason }) => cause === 'postponed' || reason === ROBOTS_FORBID)?.reason ?? 'by our own rules'}`,
          ]
        : []),
      ...(isQuiet ? [`nothing new for ${age} days; ${gap} are usual here`] : []),
      ...visited.remarks,
      ...[...visited.warnings].map(
        ([warning, pages]) => `${pages.length === 1 ? pages[0] : `${pages.length} pages (${pages[0]}, …)`}: ${warning}`,
      ),
    ]),
    lookedAt: now.toISOString(),
    lastGood: isGood ? now.toISOString() : (before?.lastGood ?? null),
    nextDue: new Date(now.getTime() + source.pace.revisitDays * DAY_MS).toISOString(),
    lists: visited.lists.map(({ reading, wanted }) => ({
      url: reading.url,
      pages: reading.pages,
      rows: reading.rows.length,
      wanted,
    })),
    requests: sum(hosts.map(({ requests }) => requests)),
    statuses: sumStatuses(hosts),
    bytes: sum(hosts.map(({ bytes }) => bytes)),
    counts: visited.counts,
    repairs: Object.fromEntries(Object.entries(visited.repairs).sort(([a], [b]) => (a < b ? -1 : 1))),
    unread: visited.unread,
    proposals: visited.proposals,
    notices: entries.length,
    fill,
    // Records stay whatever single pages do, so a source that is never quite well has its standard too.
    fillBefore: lists.length === 0 && fillProblems.length === 0 ? fill : (before?.fillBefore ?? null),
    newest,
    usualGap: gap,
    ...(source.sample && { sample: source.sample }),
  };
}
