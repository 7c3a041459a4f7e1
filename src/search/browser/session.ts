import { FACETS, type FacetName } from '../header.ts';
import { findSorted } from '../shard.ts';
import { weightOf } from '../weight.ts';
import { type Candidates, findCandidates } from './candidates.ts';
import {
  type Bounds,
  evaluate,
  type InField,
  isTrueOf,
  learn,
  type PhraseState,
  phraseState,
  type Span,
  undecided,
} from './evaluate.ts';
import { MissingFile } from './files.ts';
import type { IndexReader, ReadNotice } from './index-reader.ts';
import {
  add,
  both,
  either,
  emptySet,
  firstMembers,
  fullSet,
  has,
  members,
  type NoticeSet,
  setOf,
  sharedWith,
  size,
  without,
} from './notice-set.ts';
import { openingOf, type Passage, passagesOf, wantedPlaces } from './passages.ts';
import { allPhrases, type NamedValue, type Note, type Phrase, parseQuery, type Query, wantedPhrases } from './query.ts';

/** What a page asks for. */
export interface Request {
  readonly q: string;
  /** Chosen facet values: any of one facet, all facets together. */
  readonly chosen: Readonly<Partial<Record<FacetName, readonly string[]>>>;
  readonly sort: 'relevance' | 'date';
  /** Notices from this place of the order on. */
  readonly from: number;
  readonly count: number;
  readonly hideSamples: boolean;
  /** What was added after this day counts as new; null where the reader has no earlier visit. */
  readonly since: string | null;
  /** Characters of context, passages for each notice, and whether near hits share one. */
  readonly context: number;
  readonly passages: number;
  readonly join: boolean;
  /** At most so many values of each facet, beside the chosen ones. */
  readonly values: number;
}

export interface Hit {
  readonly number: number;
  readonly id: string;
  readonly title: string;
  /** Hits within the title. */
  readonly titleMarks: readonly Span[];
  readonly enterprise: string;
  readonly date: string;
  readonly docType: string;
  readonly sample: boolean;
  /** Added after the day that the request names. */
  readonly fresh: boolean;
  /** Whether the clean text was searched, or the record alone. */
  readonly archived: boolean;
  /** How many places answer the question. */
  readonly places: number;
  readonly passages: readonly Passage[];
  readonly opening: string;
}

export interface FacetCount {
  readonly id: string;
  readonly zh: string;
  readonly en?: string;
  readonly count: number;
  readonly chosen: boolean;
}

/** Values of a facet, those first that most notices have (years: the latest); the chosen ones are always among them. */
export interface FacetCounts {
  readonly values: readonly FacetCount[];
  /** How many values are not among them. */
  readonly more: number;
}

/** A part of the answer that could not be had. */
export interface Problem {
  readonly kind: 'terms' | 'texts';
  /** The strings whose lists are missing, or the titles' numbers of texts that are missing. */
  readonly what: readonly string[];
  readonly path: string;
}

/** What the search says while it works; a later answer of a kind replaces the earlier one. */
export type Answer =
  | {
      readonly kind: 'understood';
      readonly query: Query | null;
      readonly notes: readonly Note[];
      /** How many notices are searched. */
      readonly notices: number;
      /** The last day on which anything was added to the index; empty where none is known. */
      readonly newest: string;
    }
  | {
      readonly kind: 'found';
      /** Notices that certainly answer the question and the choices. */
      readonly total: number;
      /** Notices that may answer it and are still to be looked at. */
      readonly open: number;
      /** How many of the total are new since the day that the request names. */
      readonly fresh: number;
      /** Of the total, those whose text is not at hand is not known here; it is told by each hit. */
      readonly facets: Readonly<Record<FacetName, FacetCounts>>;
      readonly enterprises: readonly { readonly id: string; readonly zh: string; readonly count: number }[];
    }
  | { readonly kind: 'hits'; readonly from: number; readonly hits: readonly (Hit | null)[] }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'done'; readonly bytes: number };

export interface SessionOptions {
  /** Bytes fetched so far. */
  readonly bytes: () => number;
  /** Resolves names of enterprises that no facet label shows. */
  readonly aliases: (value: string) => Promise<readonly string[]>;
}

const LOOKS_AT_ONCE = 12;
/** Up to so many places of the order are found without sorting everything. */
const MANY_PLACES = 100;
const OPENING = 100;

export type Ask = (request: Request, tell: (answer: Answer) => void, isCurrent: () => boolean) => Promise<void>;

/**
 * Answers requests. What is known of the last question is kept, so that turning a page or choosing a facet does not
 * ask again.
 */
export function openSession(index: IndexReader, { bytes, aliases }: SessionOptions): Ask {
  let last: { key: string; known: Known } | null = null;
  return async (request, tell, isCurrent) => {
    const problems: Problem[] = [];
    const { query, notes } = await understand(index, request.q, aliases);
    const { notices, added } = index.header;
    tell({ kind: 'understood', query, notes, notices, newest: added.at(-1)?.day ?? '' });
    if (query === null) return;
    const key = JSON.stringify(query);
    try {
      const known = last?.key === key ? last.known : await know(index, query);
      last = { key, known };
      if (isCurrent()) await answer(index, request, known, tell, isCurrent, problems);
    } catch (error) {
      last = null;
      if (!(error instanceof MissingFile)) throw error;
      problems.push({ kind: 'terms', what: allPhrases(query).map(({ text }) => text), path: error.path });
    }
    if (!isCurrent()) return;
    if (problems.length > 0) {
      last = null;
      tell({ kind: 'problems', problems });
    }
    tell({ kind: 'done', bytes: bytes() });
  };
}

async function understand(
  index: IndexReader,
  q: string,
  aliases: SessionOptions['aliases'],
): Promise<{ query: Query | null; notes: readonly Note[] }> {
  const byAlias = new Map<string, readonly string[]>();
  for (const [, value = ''] of q.matchAll(/(?:enterprise|企业)[:：]("[^"]*"|\S+)/gi)) {
    const name = value.replaceAll('"', '');
    byAlias.set(index.foldOwn(name), await aliases(await index.fold(name)));
  }
  const { query, notes } = parseQuery(q, (field, value) => {
    const wanted = index.foldOwn(value);
    return valuesNamed(index, field, wanted, field === 'enterprise' ? (byAlias.get(wanted) ?? []) : []);
  });
  return { query: query === null ? null : await foldQuery(query, index), notes };
}

/**
 * Values whose id or label is the folded word; where none is, those whose label holds it (第一轮 means 第一轮 and not
 * 第十一轮 as well) and those with one of the ids.
 */
function valuesNamed(index: IndexReader, field: FacetName, wanted: string, ids: readonly string[]): NamedValue[] {
  const values = index.header.facets[field].map(({ id, zh, en }, number) => ({
    id,
    names: [zh, ...(en === undefined ? [] : [en])].map((name) => index.foldOwn(name)),
    value: { number, zh, ...(en === undefined ? {} : { en }) },
  }));
  const exact = values.filter(({ id, names }) => index.foldOwn(id) === wanted || names.includes(wanted));
  const found =
    exact.length > 0
      ? exact
      : values.filter(({ id, names }) => ids.includes(id) || names.some((name) => name.includes(wanted)));
  return found.map(({ value }) => value);
}

async function foldQuery(query: Query, index: IndexReader): Promise<Query> {
  const phrase = async ({ text }: Phrase): Promise<Phrase> => ({ kind: 'phrase', text: await index.fold(text) });
  switch (query.kind) {
    case 'phrase':
      return phrase(query);
    case 'near':
      return { ...query, first: await phrase(query.first), second: await phrase(query.second) };
    case 'not':
      return { ...query, part: await foldQuery(query.part, index) };
    case 'and':
    case 'or':
      return { ...query, parts: await Promise.all(query.parts.map((part) => foldQuery(part, index))) };
    case 'field':
      return query;
  }
}

/** What is known of a question, choices aside. */
interface Known {
  readonly query: Query;
  readonly states: ReadonlyMap<string, PhraseState>;
  /** By notice. */
  readonly scores: Float32Array;
  /** Numbers of the enterprises that the question names. */
  readonly named: readonly number[];
  /** Notices that were looked at as a whole, and what came out. */
  readonly looked: { yes: NoticeSet; no: NoticeSet };
}

async function know(index: IndexReader, query: Query): Promise<Known> {
  const { notices } = index.header;
  const texts = [...new Set(allPhrases(query).map(({ text }) => text))];
  const found = await Promise.all(texts.map((text) => findCandidates(index, text)));
  const states = new Map(texts.map((text, i) => [text, phraseState(text, found[i] as Candidates, notices)]));
  const wanted = new Set(wantedPhrases(query).map(({ text }) => text));
  const terms = found.flatMap(({ terms }, i) => (wanted.has(texts[i] as string) ? terms : []));
  const scores = new Float32Array(notices);
  for (const { weights } of terms)
    weights?.notices.forEach((notice, i) => {
      scores[notice] = (scores[notice] as number) + weightOf(weights.values[i] as number);
    });
  const named = [...new Set(terms.flatMap(({ enterprises }) => enterprises ?? []))];
  return { query, states, scores, named, looked: { yes: emptySet(notices), no: emptySet(notices) } };
}

async function answer(
  index: IndexReader,
  request: Request,
  known: Known,
  tell: (answer: Answer) => void,
  isCurrent: () => boolean,
  problems: Problem[],
): Promise<void> {
  const read = readerOf(index, problems);
  await settlePhrases(index, known, request, read);
  let bounds = boundsOf(index, known);
  const openNow = (): number[] => undecided(chosenBounds(index, bounds, request));
  let open = openNow();
  let showing: Promise<void> = Promise.resolve();
  const show = (): void => {
    if (!isCurrent()) return;
    // counted while the texts are on their way
    showing = showHits(index, known, bounds, request, read, tell, isCurrent);
    tell(found(index, bounds, request, known, openNow().length));
  };
  // few open ones are settled before anything is shown: that is one round of texts that the page needs anyway
  if (open.length > index.header.look * 3) show();
  while (open.length > 0 && isCurrent()) {
    const batch = open.slice(0, LOOKS_AT_ONCE);
    const texts = await Promise.all(batch.map((notice) => read(notice)));
    for (const [i, text] of texts.entries()) settle(index, known, batch[i] as number, text);
    bounds = boundsOf(index, known);
    open = open.slice(batch.length);
    if (open.length > 0 && open.length % (LOOKS_AT_ONCE * 4) < LOOKS_AT_ONCE) show();
  }
  await showing;
  show();
  await showing;
}

/** Reads a notice; a text that does not come is a problem that is told, and null. */
function readerOf(index: IndexReader, problems: Problem[]): (number: number) => Promise<ReadNotice | null> {
  return async (number) => {
    try {
      return await index.notice(number);
    } catch (error) {
      if (!(error instanceof MissingFile)) throw error;
      if (!problems.some(({ path }) => path === error.path))
        problems.push({ kind: 'texts', what: [String(number)], path: error.path });
      return null;
    }
  };
}

/** Looks once for every phrase that all or none of its notices hold, at the notice that will be shown first if it can. */
async function settlePhrases(
  index: IndexReader,
  known: Known,
  request: Request,
  read: (number: number) => Promise<ReadNotice | null>,
): Promise<void> {
  const open = [...known.states.values()].filter(({ allOrNone }) => allOrNone);
  if (open.length === 0) return;
  const { possible } = chosenBounds(index, boundsOf(index, known), request);
  const shown = firstOf(possible, known, request, request.from + request.count).slice(request.from);
  // the look nearly always says yes: the rest of the page comes along without waiting for it
  for (const notice of shown) void read(notice);
  await Promise.all(
    open.map(async (state) => {
      const inSight = shown.find((notice) => has(state.possible, notice));
      const notice = inSight ?? firstMembers(state.possible, 1)[0];
      if (notice === undefined) return;
      const text = await read(notice);
      if (text === null) throw new MissingFile(`text ${notice}`, 'needed to settle the question');
      learn(state, notice, text.folded.includes(state.phrase));
    }),
  );
}

function settle(index: IndexReader, { query, looked }: Known, notice: number, text: ReadNotice | null): void {
  if (text === null) return;
  const inField: InField = ({ field, values }, notice) =>
    values.some(({ number }) => findSorted(index.header.facets[field][number]?.notices ?? [], notice) >= 0);
  add(isTrueOf(query, text.folded, notice, inField) ? looked.yes : looked.no, notice);
}

function boundsOf(index: IndexReader, { query, states, looked }: Known): Bounds {
  const { notices, facets } = index.header;
  const { sure, possible } = evaluate(
    query,
    states,
    ({ field, values }) =>
      values.reduce(
        (set, { number }) => either(set, setOf(facets[field][number]?.notices ?? [], notices)),
        emptySet(notices),
      ),
    notices,
  );
  return { sure: without(either(sure, looked.yes), looked.no), possible: without(possible, looked.no) };
}

/** One set for each facet that has choices, and one without the samples where they are hidden. */
function choiceSets(index: IndexReader, request: Request): { name: FacetName | 'samples'; set: NoticeSet }[] {
  const { notices, facets, samples } = index.header;
  const sets: { name: FacetName | 'samples'; set: NoticeSet }[] = [];
  for (const name of FACETS) {
    const ids = request.chosen[name] ?? [];
    if (ids.length === 0) continue;
    const values = facets[name].filter(({ id }) => ids.includes(id));
    sets.push({
      name,
      set: values.reduce((set, value) => either(set, setOf(value.notices, notices)), emptySet(notices)),
    });
  }
  if (request.hideSamples) sets.push({ name: 'samples', set: without(fullSet(notices), setOf(samples, notices)) });
  return sets;
}

function chosenBounds(index: IndexReader, bounds: Bounds, request: Request, except?: FacetName): Bounds {
  return choiceSets(index, request)
    .filter(({ name }) => name !== except)
    .reduce(({ sure, possible }, { set }) => ({ sure: both(sure, set), possible: both(possible, set) }), bounds);
}

/**
 * The first notices of a set in the order that is asked for. The numbers of the index ascend from the newest to the
 * oldest; only as many as are needed are sorted, as a set may hold all notices.
 */
function firstOf(set: NoticeSet, { scores }: Known, { sort }: Request, count: number): number[] {
  if (sort === 'date') return firstMembers(set, count);
  const isBefore = (a: number, b: number): boolean => (scores[a] as number) > (scores[b] as number);
  if (count > MANY_PLACES)
    return members(set)
      .sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b)
      .slice(0, count);
  const first: number[] = [];
  for (const notice of members(set)) {
    const last = first.at(-1);
    if (first.length >= count && last !== undefined && !isBefore(notice, last)) continue;
    let at = first.length;
    while (at > 0 && isBefore(notice, first[at - 1] as number)) at--;
    first.splice(at, 0, notice);
    if (first.length > count) first.pop();
  }
  return first;
}

function found(index: IndexReader, bounds: Bounds, request: Request, known: Known, open: number): Answer {
  const { facets } = index.header;
  const { sure } = chosenBounds(index, bounds, request);
  const counts = Object.fromEntries(
    FACETS.map((name) => {
      const ids = new Set(request.chosen[name] ?? []);
      // what is chosen in a facet does not narrow the facet itself: its other values can be added
      const within = ids.size > 0 ? chosenBounds(index, bounds, request, name).sure : sure;
      const values = facets[name].map(({ notices: list, ...label }) => ({
        ...label,
        count: sharedWith(within, list),
        chosen: ids.has(label.id),
      }));
      return [name, leading(name, values, request.values)];
    }),
  ) as Record<FacetName, FacetCounts>;
  const enterprises = known.named.flatMap((number) => {
    const value = facets.enterprise[number];
    return value ? [{ id: value.id, zh: value.zh, count: value.notices.length }] : [];
  });
  const fresh = size(both(sure, freshSet(index, request)));
  return { kind: 'found', total: size(sure), open, fresh, facets: counts, enterprises };
}

function leading(name: FacetName, counts: readonly FacetCount[], limit: number): FacetCounts {
  const present = counts.filter(({ count, chosen }) => count > 0 || chosen).sort(name === 'year' ? byYear : byCount);
  const values = present.filter(({ chosen }, place) => place < limit || chosen);
  return { values, more: present.length - values.length };
}

const byCount = (a: FacetCount, b: FacetCount): number => b.count - a.count || (a.id < b.id ? -1 : 1);
const byYear = (a: FacetCount, b: FacetCount): number => (a.id < b.id ? 1 : -1);

/** Notices that were added after the day of the request; none where it names none. */
function freshSet(index: IndexReader, { since }: Request): NoticeSet {
  const { added, notices } = index.header;
  if (since === null) return emptySet(notices);
  return added
    .filter(({ day }) => day > since)
    .reduce((set, { notices: numbers }) => either(set, setOf(numbers, notices)), emptySet(notices));
}

async function showHits(
  index: IndexReader,
  known: Known,
  bounds: Bounds,
  request: Request,
  read: (number: number) => Promise<ReadNotice | null>,
  tell: (answer: Answer) => void,
  isCurrent: () => boolean,
): Promise<void> {
  const { sure } = chosenBounds(index, bounds, request);
  const shown = firstOf(sure, known, request, request.from + request.count).slice(request.from);
  const hits: (Hit | null)[] = Array(shown.length).fill(null);
  const fresh = freshSet(index, request);
  let told = 0;
  const tellHits = (): void => {
    if (isCurrent()) tell({ kind: 'hits', from: request.from, hits: [...hits] });
  };
  await Promise.all(
    shown.map(async (number, i) => {
      const text = await read(number);
      if (text === null) return;
      hits[i] = hitOf(index, text, known.query, { number, fresh: has(fresh, number), request });
      // the first ones are shown while the others are still on their way
      if (++told === 3 && shown.length > 3) tellHits();
    }),
  );
  tellHits();
}

function hitOf(
  index: IndexReader,
  { notice, folded }: ReadNotice,
  query: Query,
  { number, fresh, request }: { number: number; fresh: boolean; request: Request },
): Hit {
  const places = wantedPlaces(query, folded);
  const { id, title, enterprise, date, docType, sample, body } = notice;
  const { context, passages: limit, join } = request;
  const passages = passagesOf(notice, places, { context, limit: limit + 1, join });
  // a list shows the hits of the title in the title
  const shown = join ? passages.filter(({ zone }) => zone !== 'title') : passages;
  return {
    number,
    id,
    title,
    titleMarks: wantedPlaces(query, index.foldOwn(title)),
    enterprise,
    date,
    docType,
    sample,
    fresh,
    archived: body > 0,
    places: places.length,
    passages: shown.slice(0, limit),
    opening: places.length === 0 ? openingOf(notice, OPENING) : '',
  };
}
