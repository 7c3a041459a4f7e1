import type { ListedNotice } from './listed.ts';

/** What the reader asks of the list; '' = everything. The names are those of the address. */
export interface NoticeFilter {
  readonly q: string;
  readonly round: string;
  readonly type: string;
  readonly level: string;
  readonly year: string;
  readonly sort: string;
}

export const NO_FILTER: NoticeFilter = { q: '', round: '', type: '', level: '', year: '', sort: '' };

/** The notices that fit, sorted. What is missing sorts last, whichever way. */
export function filterNotices(notices: readonly ListedNotice[], filter: NoticeFilter): ListedNotice[] {
  const words = filter.q.trim().toLowerCase();
  const fits = notices.filter(
    (n) =>
      (!words || matches(n, words)) &&
      (!filter.round || n.roundId === filter.round) &&
      (!filter.type || n.type === filter.type) &&
      (!filter.level || n.level === filter.level) &&
      (!filter.year || String(n.year) === filter.year),
  );
  return sortNotices(fits, filter.sort);
}

const matches = (n: ListedNotice, words: string): boolean =>
  [n.enterprise, n.enterpriseId, n.title].some((field) => field?.toLowerCase().includes(words));

function sortNotices(notices: ListedNotice[], sort: string): ListedNotice[] {
  switch (sort) {
    case 'oldest':
      return [...notices].sort(by((n) => n.published, 1));
    case 'lag':
      return [...notices].sort(by((n) => n.lag, -1));
    case 'issues':
      return [...notices].sort(by((n) => n.totals.find((total) => total.category === 'issues')?.value ?? null, -1));
    default:
      return notices; // the index is newest first
  }
}

/** A comparator by a key that may be missing. */
export const by =
  <T>(key: (item: T) => string | number | null, direction: 1 | -1) =>
  (a: T, b: T): number => {
    const left = key(a);
    const right = key(b);
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    return left === right ? 0 : (left < right ? -1 : 1) * direction;
  };
