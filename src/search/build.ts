import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { distinctUnits, foldedAlphabet } from './alphabet.ts';
import { canonicalCodes } from './codes.ts';
import { findGrams, LONGEST, LOOK } from './grams.ts';
import { FACETS, type FacetName, type FacetValue, type Header, writeHeader } from './header.ts';
import type { EnterpriseNames } from './names-shape.ts';
import type { SearchNotice } from './notice.ts';
import { headLines, packNotice } from './packed-notice.ts';
import { indexPaths } from './paths.ts';
import { type TermWeights, weighTerms } from './ranking.ts';
import { seal } from './seal.ts';
import { type IndexTerm, shardCount, writeShards } from './shards.ts';
import { type Folding, fold, makeFolding } from './terms.ts';
import { traditionalVariants } from './variants.ts';
import { chooseVocabulary, makeSplitter } from './vocabulary.ts';
import { keywords, makeSegmenter, type Segmenter } from './words.ts';

/** Everything that an index is made of. */
export interface SearchSource {
  /** In any order; the index sorts them. */
  readonly notices: readonly SearchNotice[];
  /** All names of the enterprises: registered, short, former. */
  readonly names: readonly EnterpriseNames[];
  /** Words of the trade that must not be cut up when the ranking looks for words. */
  readonly domainWords: readonly string[];
}

/** A file of the index: its path below the index folder and its bytes. */
export type IndexFile = readonly [path: string, bytes: Uint8Array];

const KEYWORDS = 24;
/** Larger vocabularies pack a little better but must be sent first: measured best for the first query at both sizes. */
const vocabularySize = (characters: number): number => (characters < 4_000_000 ? 2048 : 4096);

/** What is large and the same for every index; tests that build many make it once. */
export interface BuildTools {
  readonly variants: string;
  readonly segmenter: (domainWords: readonly string[]) => Segmenter;
}

/** All files of an index, one after the other. The same source gives the same bytes. */
export function* buildIndex(
  source: SearchSource,
  { variants, segmenter }: BuildTools = { variants: traditionalVariants(), segmenter: makeSegmenter },
): Generator<IndexFile> {
  const notices = [...source.notices].sort(byDate);
  const folding = makeFolding(variants);
  const texts = notices.map(({ text }) => fold(text, folding));
  const used = distinctUnits([...notices.flatMap((notice) => [notice.text, headLines(notice)])]);
  const labels = notices.flatMap(({ facets }) => [...facets.enterprise, ...facets.topic].map(({ zh }) => zh));
  const nameLetters = distinctUnits(
    [...source.names.flatMap(({ names }) => names), ...labels].map((name) => fold(name, folding)),
  );
  const ownVariants = variantsOf(used, variants);
  const alphabet = foldedAlphabet([...used, ...nameLetters], folding);
  const characters = texts.reduce((sum, { length }) => sum + length, 0);
  const vocabulary = chooseVocabulary(
    notices.map((notice) => `${headLines(notice)}\n${notice.text}`),
    vocabularySize(characters),
  );
  const facets = collectFacets(notices);
  const terms = collectTerms(source, notices, texts, facets.enterprise, folding, segmenter);
  const shards = shardCount(characters);
  const header: Header = {
    notices: notices.length,
    shards,
    look: LOOK,
    longest: LONGEST,
    variants: ownVariants,
    extraLetters: String.fromCharCode(...nameLetters.filter((unit) => !used.includes(unit))),
    vocabulary,
    facets,
    samples: notices.flatMap(({ sample }, number) => (sample ? [number] : [])),
  };
  const build = buildName(source);
  const sealed = (path: string, body: Uint8Array): IndexFile => [path, seal(body, build)];
  const encoder = new TextEncoder();

  yield sealed(indexPaths.variants(build), deflateRawSync(encoder.encode(variants), { level: 9 }));
  yield sealed(indexPaths.names(build), deflateRawSync(encoder.encode(JSON.stringify(source.names)), { level: 9 }));
  const codes = canonicalCodes(vocabulary.lengths);
  const split = makeSplitter(vocabulary.tokens, vocabulary.lengths);
  for (const [number, notice] of notices.entries())
    yield sealed(indexPaths.notice(build, number), packNotice(notice, split, codes));
  const scale = { notices: notices.length, letters: alphabet.size, enterprises: facets.enterprise.length };
  let shard = 0;
  for (const body of writeShards(findGrams(texts, alphabet), terms, shards, scale))
    yield sealed(indexPaths.shard(build, shard++), body);
  // last, so that a reader of an unfinished folder still has the index before
  const head = encoder.encode(build);
  const body = writeHeader(header, (bytes) => deflateRawSync(bytes, { level: 9 }));
  yield sealed(indexPaths.header, Uint8Array.from([...head, ...body]));
}

/** The newest first, so that the order of the index is the order by date; what has no date comes last. */
const byDate = (a: SearchNotice, b: SearchNotice): number =>
  a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? 1 : -1;

/** Changes whenever anything changes that the index is made of. */
function buildName(source: SearchSource): string {
  const hash = createHash('sha256');
  for (const notice of source.notices) hash.update(JSON.stringify(notice));
  return hash
    .update(JSON.stringify([source.names, source.domainWords]))
    .digest('hex')
    .slice(0, 8);
}

/** The pairs of the table whose first character the texts hold. */
function variantsOf(units: readonly number[], variants: string): string {
  const held = new Set(units);
  let own = '';
  for (let i = 0; i < variants.length; i += 2) if (held.has(variants.charCodeAt(i))) own += variants.slice(i, i + 2);
  return own;
}

function collectFacets(notices: readonly SearchNotice[]): Record<FacetName, FacetValue[]> {
  const collect = (name: FacetName): FacetValue[] => {
    const values = new Map<string, FacetValue & { notices: number[] }>();
    notices.forEach(({ facets }, number) => {
      for (const label of facets[name]) {
        const value = values.get(label.id) ?? { ...label, notices: [] };
        value.notices.push(number);
        values.set(label.id, value);
      }
    });
    return [...values.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  };
  return Object.fromEntries(FACETS.map((name) => [name, collect(name)])) as Record<FacetName, FacetValue[]>;
}

/** Terms that weigh the ranking, and names that lead to an enterprise; one entry for each text. */
function collectTerms(
  source: SearchSource,
  notices: readonly SearchNotice[],
  texts: readonly string[],
  enterprises: readonly FacetValue[],
  folding: Folding,
  segmenter: BuildTools['segmenter'],
): IndexTerm[] {
  const folded = (text: string): string => fold(text, folding);
  const namesOf = new Map(source.names.map(({ id, names }) => [id, names.map(folded)]));
  const domain = [...source.domainWords, ...source.names.flatMap(({ names }) => names)].map(folded);
  const segment = segmenter(domain);
  const words = keywords(texts, segment, KEYWORDS);
  const weights = weighTerms(
    notices.map(({ title, facets }, number) => ({
      title: segment(folded(title)),
      enterprise: facets.enterprise.flatMap(({ id, zh }) => namesOf.get(id) ?? [folded(zh)]),
      topics: facets.topic.map(({ zh }) => folded(zh)),
      keywords: words[number] ?? [],
    })),
  );
  return mergeTerms(weights, namedEnterprises(enterprises, namesOf));
}

function namedEnterprises(
  enterprises: readonly FacetValue[],
  namesOf: ReadonlyMap<string, readonly string[]>,
): Map<string, number[]> {
  const named = new Map<string, number[]>();
  enterprises.forEach(({ id }, number) => {
    for (const name of new Set(namesOf.get(id) ?? [])) {
      if (name.length < 2) continue;
      const numbers = named.get(name);
      if (numbers) numbers.push(number);
      else named.set(name, [number]);
    }
  });
  return named;
}

function mergeTerms(weights: readonly TermWeights[], named: ReadonlyMap<string, number[]>): IndexTerm[] {
  const terms = new Map<string, IndexTerm>(
    weights.map(({ text, notices, values }) => [text, { text, weights: { notices, values } }]),
  );
  for (const [text, enterprises] of named) terms.set(text, { ...terms.get(text), text, enterprises });
  return [...terms.values()].filter(({ text }) => !text.includes('\n'));
}
