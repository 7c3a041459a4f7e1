import { listOf, listSize, sumUp } from './columns.ts';
import type { GramLevel, Grams } from './grams.ts';
import { longKey, type ShardOf } from './keys.ts';
import { type Pairs, pairNumber } from './pairs.ts';
import {
  type GramEntry,
  type LetterEntry,
  type PairEntry,
  pairKey,
  type ShardScale,
  type TermEntry,
  writeShard,
} from './shard.ts';

/** A term of the ranking or a name, as folded text, with what it says. */
export interface IndexTerm extends Omit<TermEntry, 'rest'> {
  readonly text: string;
}

const KEY_WIDTH = 16;
const WIDEST_KEY = 30;
const SEEDS = 256;
/** With so many pairs of equal keys to be expected, hardly one of the seeds has none. */
const HOPELESS = 5;

/** Measured bytes of lists for one character of text; only the number of shards depends on it. */
const BYTES_PER_CHARACTER = 0.75;

/**
 * How many shards an index of so many characters gets. A query fetches several, so they should be small; but a site of a
 * hundred notices should not have thousands of files. The root is the balance: 1 kB each for a hundred notices of 8,000
 * characters, 10 kB for ten thousand.
 */
export const shardCount = (characters: number): number =>
  Math.max(1, Math.ceil(0.75 * Math.sqrt(characters * BYTES_PER_CHARACTER)));

/**
 * The shards of an index, one after the other, so that only one is in memory.
 * @throws Error where a shard finds no seed without two equal keys, which no real text comes near
 */
export function* writeShards(
  grams: Grams,
  terms: readonly IndexTerm[],
  shards: number,
  shardOf: ShardOf,
  scale: ShardScale,
): Generator<Uint8Array> {
  const owned = ownGrams(grams);
  const termsOf = groupTerms(terms, grams);
  const { members: lettersOf, pairsOf } = assign(grams, termsOf, shards, shardOf);
  for (let shard = 0; shard < shards; shard++) {
    const letters: LetterEntry[] = (lettersOf[shard] ?? []).map((letter) => ({
      letter,
      notices: listOf(grams.letters, letter),
    }));
    const keys = pairsOf[shard] ?? [];
    const seeded = findSeed(keys, owned, grams);
    const pairs = keys.map((key) => pairEntry(key, owned, termsOf, grams, seeded));
    yield writeShard({ ...seeded, letters, pairs }, scale);
  }
}

/** Strings sorted by the pair that keeps them. */
interface Owned {
  readonly kept: Sorted;
  readonly implied: Sorted;
}

interface Sorted {
  /** Strings of pair i: `strings[starts[i] … starts[i + 1])`. */
  readonly starts: Uint32Array;
  readonly strings: Uint32Array;
  readonly offsets: Uint8Array;
  readonly levels: Uint8Array;
  /** Index of the string within its level. */
  readonly indexes: Uint32Array;
}

/** Numbers of the letters of pairs that lists or terms begin with, per shard. */
function assign(
  { alphabet, pairs, letters }: Grams,
  termsOf: ReadonlyMap<number, TermEntry[]>,
  shards: number,
  shardOf: ShardOf,
): { members: number[][]; pairsOf: number[][] } {
  const members: number[][] = Array.from({ length: shards }, () => []);
  const pairsOf: number[][] = Array.from({ length: shards }, () => []);
  const unit = (letter: number): number => alphabet.units[letter - 1] as number;
  for (let letter = 1; letter <= alphabet.size; letter++)
    if (listSize(letters, letter) > 0) members[shardOf(unit(letter), 0)]?.push(letter);
  const push = (key: number, first: number, second: number): void => {
    pairsOf[shardOf(unit(first), unit(second))]?.push(key);
  };
  for (let pair = 1; pair < pairs.first.length; pair++)
    push(keyOfPair(pairs, pair, alphabet.size), pairs.first[pair] as number, pairs.second[pair] as number);
  for (const key of termsOf.keys()) {
    const [first, second] = lettersOfKey(key, alphabet.size);
    if (pairNumber(pairs, first, second) === 0) push(key, first, second);
  }
  for (const keys of pairsOf) keys.sort((a, b) => a - b);
  return { members, pairsOf };
}

const keyOfPair = (pairs: Pairs, pair: number, letters: number): number =>
  pairKey(pairs.first[pair] as number, pairs.second[pair] as number, letters);

const lettersOfKey = (key: number, letters: number): [number, number] => [
  Math.floor(key / (letters + 1)),
  key % (letters + 1),
];

function groupTerms(terms: readonly IndexTerm[], { alphabet }: Grams): Map<number, TermEntry[]> {
  const groups = new Map<number, TermEntry[]>();
  for (const { text, ...entry } of terms) {
    const letters = Array.from({ length: text.length }, (_, i) => alphabet.numberOf[text.charCodeAt(i)] as number);
    const [first, second, ...rest] = letters;
    if (!first || !second || rest.includes(0))
      throw new Error(`term "${text}": not written with the letters of the index`);
    const key = pairKey(first, second, alphabet.size);
    const group = groups.get(key);
    if (group) group.push({ rest, ...entry });
    else groups.set(key, [{ rest, ...entry }]);
  }
  return groups;
}

/** Gives each string to the one of its pairs that the fewest notices hold (the first of equals): the lightest bucket. */
const ownGrams = (grams: Grams): Owned => ({
  kept: sortByOwner(grams, (level) => level.positions),
  implied: sortByOwner(grams, (level) => level.implied),
});

function sortByOwner(
  { units, alphabet, pairs, pairLists, levels }: Grams,
  column: (level: GramLevel) => Uint32Array,
): Sorted {
  const total = levels.reduce((sum, level) => sum + column(level).length, 0);
  const owner = new Uint32Array(total);
  const offsets = new Uint8Array(total);
  const levelOf = new Uint8Array(total);
  const indexes = new Uint32Array(total);
  const starts = new Uint32Array(pairs.first.length + 1);
  let string = 0;
  for (let number = 0; number < levels.length; number++) {
    const level = levels[number] as GramLevel;
    const positions = column(level);
    for (let index = 0; index < positions.length; index++) {
      const position = positions[index] as number;
      let fewest = Number.POSITIVE_INFINITY;
      for (let offset = 0; offset + 1 < level.length; offset++) {
        const first = alphabet.numberOf[units[position + offset] as number] as number;
        const second = alphabet.numberOf[units[position + offset + 1] as number] as number;
        const pair = pairNumber(pairs, first, second);
        const size = listSize(pairLists, pair);
        if (size >= fewest) continue;
        fewest = size;
        owner[string] = pair;
        offsets[string] = offset;
      }
      levelOf[string] = number;
      indexes[string] = index;
      const slot = (owner[string] as number) + 1;
      starts[slot] = (starts[slot] as number) + 1;
      string++;
    }
  }
  sumUp(starts);
  const strings = new Uint32Array(total);
  const ends = starts.slice();
  for (let i = 0; i < total; i++) {
    const slot = ends[owner[i] as number] as number;
    strings[slot] = i;
    ends[owner[i] as number] = slot + 1;
  }
  return { starts, strings, offsets, levels: levelOf, indexes };
}

interface Seeded {
  readonly seed: number;
  readonly width: number;
}

/** A seed with which no two long strings that could be asked for have the same key in one bucket of the shard. */
function findSeed(keys: readonly number[], owned: Owned, grams: Grams): Seeded {
  const buckets = keys
    .map((key) => pairNumber(grams.pairs, ...lettersOfKey(key, grams.alphabet.size)))
    .map((pair) => ({
      kept: longStrings(owned.kept, pair, grams, 'positions'),
      implied: longStrings(owned.implied, pair, grams, 'implied'),
    }))
    .filter(({ kept }) => kept.length > 0);
  const chances = buckets.reduce((sum, { kept, implied }) => sum + kept.length * (kept.length / 2 + implied.length), 0);
  let width = KEY_WIDTH;
  while (width < WIDEST_KEY && chances > HOPELESS * 2 ** width) width++;
  for (; width <= WIDEST_KEY; width++)
    for (let seed = 0; seed < SEEDS; seed++) {
      if (buckets.every(({ kept, implied }) => isUnambiguous(kept, implied, grams.units, seed, width)))
        return { seed, width };
    }
  throw new Error('search index: no seed gives every string of a shard its own key');
}

/** A string of four and more letters: where it stands, how long it is, where in it the pair stands. */
interface LongString {
  readonly position: number;
  readonly length: number;
  readonly offset: number;
}

function longStrings(sorted: Sorted, pair: number, grams: Grams, column: 'positions' | 'implied'): LongString[] {
  const found: LongString[] = [];
  for (let i = sorted.starts[pair] as number; i < (sorted.starts[pair + 1] as number); i++) {
    const string = sorted.strings[i] as number;
    const level = grams.levels[sorted.levels[string] as number] as GramLevel;
    if (level.length < 4) continue;
    const position = level[column][sorted.indexes[string] as number] as number;
    found.push({ position, length: level.length, offset: sorted.offsets[string] as number });
  }
  return found;
}

function isUnambiguous(
  kept: LongString[],
  implied: LongString[],
  units: Uint16Array,
  seed: number,
  width: number,
): boolean {
  const key = ({ position, length, offset }: LongString): number =>
    longKey(units, position, length, offset, seed, width);
  const keys = new Set(kept.map(key));
  return keys.size === kept.length && !implied.some((string) => keys.has(key(string)));
}

function pairEntry(
  key: number,
  owned: Owned,
  termsOf: ReadonlyMap<number, TermEntry[]>,
  grams: Grams,
  { seed, width }: Seeded,
): PairEntry {
  const before: GramEntry[] = [];
  const after: GramEntry[] = [];
  const long: GramEntry[] = [];
  const pair = pairNumber(grams.pairs, ...lettersOfKey(key, grams.alphabet.size));
  const { starts, strings, offsets, levels, indexes } = owned.kept;
  for (let i = starts[pair] as number; pair > 0 && i < (starts[pair + 1] as number); i++) {
    const string = strings[i] as number;
    const level = grams.levels[levels[string] as number] as GramLevel;
    const index = indexes[string] as number;
    const position = level.positions[index] as number;
    const offset = offsets[string] as number;
    const letter = (at: number): number => grams.alphabet.numberOf[grams.units[at] as number] as number;
    const entry = { expected: level.expected[index] as number, ranks: listOf(level.ranks, index) };
    if (level.length > 3)
      long.push({ key: longKey(grams.units, position, level.length, offset, seed, width), ...entry });
    else if (offset === 0) after.push({ key: letter(position + 2), ...entry });
    else before.push({ key: letter(position), ...entry });
  }
  for (const group of [before, after, long]) group.sort((a, b) => a.key - b.key);
  return { key, notices: listOf(grams.pairLists, pair), before, after, long, terms: termsOf.get(key) ?? [] };
}
