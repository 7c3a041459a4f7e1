import { createHash } from 'node:crypto';
import { type Alphabet, distinctUnits, foldedAlphabet } from './alphabet.ts';
import { type AddedOn, FACETS, type FacetName, type FacetValue, VERSION } from './header.ts';
import type { SearchNotice } from './notice.ts';
import { headLines } from './packed-notice.ts';
import type { ShardScale } from './shard.ts';
import { shardCount } from './shards.ts';
import type { SearchSource } from './source-shape.ts';
import { type Folding, makeFolding } from './terms.ts';

/** What both halves of an index must agree on: the packed texts and the lists. Holds no text. */
export interface Frame {
  /** Eight hexadecimal digits; changes whenever anything changes that the index is made of. */
  readonly build: string;
  readonly folding: Folding;
  /** The pairs of the folding that the texts themselves need. */
  readonly ownVariants: string;
  readonly alphabet: Alphabet;
  /** Letters of names that stand in no text. */
  readonly extraLetters: string;
  readonly characters: number;
  readonly shards: number;
  readonly scale: ShardScale;
  readonly facets: Readonly<Record<FacetName, readonly FacetValue[]>>;
  readonly samples: readonly number[];
  readonly added: readonly AddedOn[];
}

/** The newest first, so that the order of the index is the order by date; what has no date comes last. */
export const inOrder = (notices: readonly SearchNotice[]): SearchNotice[] =>
  [...notices].sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? 1 : -1));

/** @param notices those of the source, in order */
export function frameOf(source: SearchSource, notices: readonly SearchNotice[], variants: string): Frame {
  const folding = makeFolding(variants);
  const used = distinctUnits(notices.flatMap((notice) => [notice.text, headLines(notice)]));
  const labels = notices.flatMap(({ facets }) => [...facets.enterprise, ...facets.topic].map(({ zh }) => zh));
  const names = distinctUnits([...source.names.flatMap((enterprise) => enterprise.names), ...labels]);
  const extra = names.map((unit) => folding[unit] as number).filter((unit) => !used.includes(unit));
  const alphabet = foldedAlphabet([...used, ...names], folding);
  const characters = notices.reduce((sum, { text }) => sum + text.length, 0);
  const facets = collectFacets(notices);
  return {
    build: buildName(source),
    folding,
    ownVariants: variantsOf(used, variants),
    alphabet,
    extraLetters: String.fromCharCode(...new Set(extra)),
    characters,
    shards: shardCount(characters),
    scale: { notices: notices.length, letters: alphabet.size, enterprises: facets.enterprise.length },
    facets,
    samples: notices.flatMap(({ sample }, number) => (sample ? [number] : [])),
    added: collectAdded(notices),
  };
}

function collectAdded(notices: readonly SearchNotice[]): AddedOn[] {
  const days = new Map<string, number[]>();
  notices.forEach(({ added }, number) => {
    if (added !== '') days.set(added, [...(days.get(added) ?? []), number]);
  });
  return [...days].map(([day, numbers]) => ({ day, notices: numbers })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

function buildName(source: SearchSource): string {
  const hash = createHash('sha256');
  for (const notice of source.notices) hash.update(JSON.stringify(notice));
  return hash
    .update(JSON.stringify([VERSION, source.names, source.domainWords]))
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
