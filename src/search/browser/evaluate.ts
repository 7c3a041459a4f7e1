import type { Candidates } from './candidates.ts';
import { both, either, emptySet, fullSet, members, type NoticeSet, setOf, without } from './notice-set.ts';
import type { Phrase, Query } from './query.ts';

/** What is known about the notices that a question is true of: certainly these, at most those. */
export interface Bounds {
  readonly sure: NoticeSet;
  readonly possible: NoticeSet;
}

/** What is known about a phrase so far; looks at texts change it. */
export interface PhraseState {
  readonly phrase: string;
  sure: NoticeSet;
  possible: NoticeSet;
  /** One look decides about all possible notices. */
  allOrNone: boolean;
}

export function phraseState(phrase: string, { sure, notices }: Candidates, total: number): PhraseState {
  const possible = setOf(notices, total);
  return { phrase, sure: sure === 'exact' ? possible : emptySet(total), possible, allOrNone: sure === 'one' };
}

/** Takes in what a look at a notice's folded text says. */
export function learn(state: PhraseState, notice: number, stands: boolean): void {
  if (state.allOrNone) {
    state.allOrNone = false;
    if (stands) state.sure = state.possible;
    else state.possible = emptySet(state.possible.length * 32);
    return;
  }
  const one = setOf([notice], state.possible.length * 32);
  if (stands) state.sure = either(state.sure, one);
  else state.possible = without(state.possible, one);
}

/** Bounds of a question from those of its phrases. */
export function evaluate(
  query: Query,
  states: ReadonlyMap<string, PhraseState>,
  fields: FieldSets,
  total: number,
): Bounds {
  const bounds = (part: Query): Bounds => evaluate(part, states, fields, total);
  const phrase = ({ text }: Phrase): Bounds => states.get(text) ?? { sure: emptySet(total), possible: emptySet(total) };
  switch (query.kind) {
    case 'phrase':
      return phrase(query);
    case 'field': {
      const set = fields(query);
      return { sure: set, possible: set };
    }
    case 'near': {
      const [first, second] = [phrase(query.first), phrase(query.second)];
      return { sure: emptySet(total), possible: both(first.possible, second.possible) };
    }
    case 'not': {
      const part = bounds(query.part);
      const all = fullSet(total);
      return { sure: without(all, part.possible), possible: without(all, part.sure) };
    }
    case 'and':
    case 'or': {
      const join = query.kind === 'and' ? both : either;
      return query.parts
        .map(bounds)
        .reduce((a, b) => ({ sure: join(a.sure, b.sure), possible: join(a.possible, b.possible) }));
    }
  }
}

export type FieldSets = (field: Extract<Query, { kind: 'field' }>) => NoticeSet;

/** Whether a notice has one of the values that a field asks for. */
export type InField = (field: Extract<Query, { kind: 'field' }>, notice: number) => boolean;

/** Whether a question is true of one notice, from its folded text alone. */
export function isTrueOf(query: Query, text: string, notice: number, inField: InField): boolean {
  const holds = (part: Query): boolean => isTrueOf(part, text, notice, inField);
  switch (query.kind) {
    case 'phrase':
      return text.includes(query.text);
    case 'field':
      return inField(query, notice);
    case 'near':
      return nearPlaces(text, query.first.text, query.second.text, query.distance).length > 0;
    case 'not':
      return !holds(query.part);
    case 'and':
      return query.parts.every(holds);
    case 'or':
      return query.parts.some(holds);
  }
}

/** A stretch of a text, UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** All places of a string in a text, overlapping ones included. */
export function placesOf(text: string, phrase: string): Span[] {
  const places: Span[] = [];
  if (phrase === '') return places;
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1))
    places.push({ start: at, end: at + phrase.length });
  return places;
}

/** The places of either string that have the other within the distance: at most so many characters between them, in one paragraph or not. */
export function nearPlaces(text: string, first: string, second: string, distance: number): Span[] {
  const a = placesOf(text, first);
  const b = placesOf(text, second);
  const close = (x: Span, y: Span): boolean =>
    (x.end <= y.start ? y.start - x.end : y.end <= x.start ? x.start - y.end : Number.POSITIVE_INFINITY) <= distance;
  const near = (span: Span, others: Span[]): boolean => {
    // others ascend: only the ones around the span can be close
    let low = 0;
    let high = others.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((others[middle] as Span).end < span.start - distance) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < others.length; i++) {
      const other = others[i] as Span;
      if (other.start > span.end + distance) return false;
      if (close(span, other)) return true;
    }
    return false;
  };
  return [...a.filter((span) => near(span, b)), ...b.filter((span) => near(span, a))].sort((x, y) => x.start - y.start);
}

/** Notices about which nothing is settled yet. */
export const undecided = ({ sure, possible }: Bounds): number[] => members(without(possible, sure));
