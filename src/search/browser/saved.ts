import { type PageState, readState, writeState } from './page-state.ts';

/** A search that a reader wants to follow; kept in this browser only. */
export interface SavedSearch {
  /** Query part of its address, without page and earlier visit. */
  readonly search: string;
  /** Last day of the index at the latest visit; empty where the index knew none. */
  readonly seen: string;
  /** What it asks for, in words. */
  readonly label: string;
}

const MOST = 30;
const LONGEST_LABEL = 300;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

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
    .flatMap((entry: Partial<Record<keyof SavedSearch, unknown>> | null) => {
      if (typeof entry?.search !== 'string' || typeof entry.seen !== 'string') return [];
      const { q } = readState(entry.search);
      if (q === '') return [];
      const label = typeof entry.label === 'string' && entry.label !== '' ? entry.label.slice(0, LONGEST_LABEL) : q;
      return [{ search: entry.search, seen: DAY.test(entry.seen) ? entry.seen : '', label }];
    })
    .slice(0, MOST);
}

/** What a saved search is known by: its address without page and earlier visit. */
export const searchOf = (state: PageState): string => writeState({ ...state, page: 1, since: null }, '');

/** The list with a search put first, seen up to a day; the same search stands in it once. */
export function withSaved(
  list: readonly SavedSearch[],
  state: PageState,
  { seen, label }: Pick<SavedSearch, 'seen' | 'label'>,
): SavedSearch[] {
  const search = searchOf(state);
  return [{ search, seen, label }, ...list.filter((entry) => entry.search !== search)].slice(0, MOST);
}
