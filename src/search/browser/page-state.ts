import { FACETS, type FacetName } from '../header.ts';

/** Everything that the search page shows follows from this, and all of it is in the address. */
export interface PageState {
  readonly q: string;
  readonly chosen: Readonly<Partial<Record<FacetName, readonly string[]>>>;
  readonly sort: 'relevance' | 'date';
  readonly view: 'list' | 'concordance';
  /** Characters on either side of a hit. */
  readonly context: number;
  /** From 1. */
  readonly page: number;
  /** Day of an earlier visit: what was added later is marked as new. */
  readonly since: string | null;
}

export const CONTEXTS = [15, 30, 60, 120] as const;
const DEFAULT_CONTEXT = 30;
/** More is no question that a person asks; the rest of a pasted address is dropped. */
const LONGEST_QUERY = 2000;
/** A longer one is answered with a hint only; servers refuse an address with it. */
const LONGEST_IN_ADDRESS = 600;
const MOST_CHOICES = 50;
const LAST_PAGE = 100_000;

export const EMPTY_STATE: PageState = {
  q: '',
  chosen: {},
  sort: 'relevance',
  view: 'list',
  context: DEFAULT_CONTEXT,
  page: 1,
  since: null,
};

/** Reads an address; what makes no sense there is as if it were not. */
export function readState(search: string): PageState {
  const asked = new URLSearchParams(search);
  const chosen: Partial<Record<FacetName, string[]>> = {};
  for (const name of FACETS) {
    const ids = [...new Set(asked.getAll(name))].filter((id) => id !== '' && id.length <= 200).slice(0, MOST_CHOICES);
    if (ids.length > 0) chosen[name] = ids;
  }
  const context = Number(asked.get('n'));
  const page = Number(asked.get('page'));
  const since = asked.get('since') ?? '';
  return {
    q: (asked.get('q') ?? '').slice(0, LONGEST_QUERY),
    chosen,
    sort: asked.get('sort') === 'date' ? 'date' : 'relevance',
    view: asked.get('view') === 'concordance' ? 'concordance' : 'list',
    context: CONTEXTS.find((size) => size === context) ?? DEFAULT_CONTEXT,
    page: Number.isInteger(page) && page > 1 && page <= LAST_PAGE ? page : 1,
    since: /^\d{4}-\d{2}-\d{2}$/.test(since) ? since : null,
  };
}

/** The query part of the address, without what is as usual; other parameters of the page stay. */
export function writeState(state: PageState, current: string): string {
  const next = new URLSearchParams(current);
  for (const name of ['q', 'sort', 'view', 'n', 'page', 'since', ...FACETS]) next.delete(name);
  const set = (name: string, value: string, usual: string): void => {
    if (value !== usual) next.set(name, value);
  };
  if (state.q.length <= LONGEST_IN_ADDRESS) set('q', state.q, '');
  for (const name of FACETS) for (const id of state.chosen[name] ?? []) next.append(name, id);
  set('sort', state.sort, 'relevance');
  set('view', state.view, 'list');
  set('n', String(state.context), String(DEFAULT_CONTEXT));
  set('page', String(state.page), '1');
  set('since', state.since ?? '', '');
  const text = next.toString();
  return text === '' ? '' : `?${text}`;
}

/** The state with one facet value chosen or no longer chosen; back on the first page. */
export function toggleChoice(state: PageState, name: FacetName, id: string): PageState {
  const before = state.chosen[name] ?? [];
  const after = before.includes(id) ? before.filter((other) => other !== id) : [...before, id];
  const { [name]: _dropped, ...others } = state.chosen;
  return { ...state, page: 1, chosen: after.length > 0 ? { ...others, [name]: after } : others };
}
