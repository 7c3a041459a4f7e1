import { type PageState, readState, writeState } from './page-state.ts';

/** A search that a reader wants to follow; kept in this browser only. */
export interface SavedSearch {
  /** Query part of its address, without page and earlier visit. */
  readonly search: string;
  /** Last day of the index at the latest visit; empty where the index knew none. */
  readonly seen: string;
}

const MOST = 30;

/** What is stored, as far as it makes sense. */
export function readSaved(stored: string | null): SavedSearch[] {
  let list: unknown;
  try {
    list = JSON.parse(stored ?? '[]');
  } catch {
    return [];
  }
  if (!Array.isArray(list)) return [];
  return list
    .flatMap((entry: Partial<Record<keyof SavedSearch, unknown>> | null) =>
      typeof entry?.search === 'string' && typeof entry.seen === 'string' && readState(entry.search).q !== ''
        ? [{ search: entry.search, seen: /^\d{4}-\d{2}-\d{2}$/.test(entry.seen) ? entry.seen : '' }]
        : [],
    )
    .slice(0, MOST);
}

/** The list with a search put first, seen up to a day; the same search stands in it once. */
export function withSaved(list: readonly SavedSearch[], state: PageState, seen: string): SavedSearch[] {
  const search = writeState({ ...state, page: 1, since: null }, '');
  return [{ search, seen }, ...list.filter((entry) => entry.search !== search)].slice(0, MOST);
}
