/**
 * The layout of a shard, written and read here only. As bits:
 *
 *   seed 8 · width of long keys 5 · letters · pairs · buckets
 *   letters, pairs: count γ, their numbers as a set, the ends of their buckets as a set (in bits from the first bucket)
 *   bucket of a letter: its notices
 *   bucket of a pair: its notices · 0 for a pair that keeps nothing else, or 1 · γ count of terms, then each term · three
 *     sorted sets of keys (γ count each) – strings of three with a letter before the pair, strings of three with a letter
 *     after it, longer strings by short key – then for each string γ(notices − 1), how many were expected, and which of them
 *
 * Notices are γ count and a set. What was expected is written exactly where there are many notices; where there are
 * few, its width in bits is enough to decode and costs less. A term weighs the ranking or names an enterprise.
 */
import {
  type BitCursor,
  type BitRow,
  bitCursor,
  bitRow,
  bitWidth,
  readBits,
  readGamma,
  rowBytes,
  writeBits,
  writeGamma,
} from './bits.ts';
import { readSet, writeSet } from './sets.ts';

/** Sizes that all shards of an index share. */
export interface ShardScale {
  readonly notices: number;
  readonly letters: number;
  /** Enterprises that terms may name. */
  readonly enterprises: number;
}

export interface GramEntry {
  /** Letter number (strings of three) or long key. */
  readonly key: number;
  readonly expected: number;
  readonly ranks: ArrayLike<number>;
}

export interface TermEntry {
  /** Letter numbers after the pair that the term begins with. */
  readonly rest: readonly number[];
  /** Weights 0…63 of the notices that the term speaks for; none for a name. */
  readonly weights?: { readonly notices: readonly number[]; readonly values: readonly number[] };
  /** Numbers of the enterprises that bear the name. */
  readonly enterprises?: readonly number[];
}

export interface PairEntry {
  /** `pairKey` of its two letters. */
  readonly key: number;
  readonly notices: ArrayLike<number>;
  readonly before: readonly GramEntry[];
  readonly after: readonly GramEntry[];
  readonly long: readonly GramEntry[];
  readonly terms: readonly TermEntry[];
}

export interface LetterEntry {
  readonly letter: number;
  readonly notices: ArrayLike<number>;
}

export interface ShardContent {
  readonly seed: number;
  readonly width: number;
  /** Ascending by letter. */
  readonly letters: readonly LetterEntry[];
  /** Ascending by key. */
  readonly pairs: readonly PairEntry[];
}

/** A string's list as it is kept: a part of the expected one. */
export interface KeptList {
  readonly expected: { readonly exact: number } | { readonly width: number };
  readonly ranks: Uint32Array;
}

/** A pair's bucket, read. */
export interface Bucket {
  readonly notices: Uint32Array;
  readonly terms: readonly TermEntry[];
  /** The lists of the strings it keeps; read when they are first asked for, as they are by far the most of it. */
  readonly kept: () => KeptLists;
}

/** Lists by letter number (strings of three) or long key. */
export interface KeptLists {
  readonly before: ReadonlyMap<number, KeptList>;
  readonly after: ReadonlyMap<number, KeptList>;
  readonly long: ReadonlyMap<number, KeptList>;
}

/** A shard that has been read as far as finding its buckets. */
export interface Shard {
  readonly seed: number;
  readonly width: number;
  /** Null where no notice holds the letter. */
  readonly letter: (letter: number) => Uint32Array | null;
  /** Null where no notice holds the pair and no term begins with it. */
  readonly pair: (first: number, second: number) => Bucket | null;
}

/** From so many notices on, the expected number is written exactly. */
const MANY = 16;

export const pairKey = (first: number, second: number, letters: number): number => first * (letters + 1) + second;

export function writeShard({ seed, width, letters, pairs }: ShardContent, scale: ShardScale): Uint8Array {
  const row = bitRow();
  writeBits(row, seed, 8);
  writeBits(row, width, 5);
  const letterBuckets = letters.map(({ notices }) => bucketRow((bucket) => writeNotices(bucket, notices, scale)));
  const pairBuckets = pairs.map((pair) => bucketRow((bucket) => writePair(bucket, pair, scale, width)));
  writeDirectory(
    row,
    letters.map(({ letter }) => letter),
    scale.letters + 1,
    letterBuckets,
  );
  writeDirectory(
    row,
    pairs.map(({ key }) => key),
    (scale.letters + 1) ** 2,
    pairBuckets,
  );
  for (const bucket of [...letterBuckets, ...pairBuckets]) appendRow(row, bucket);
  return rowBytes(row);
}

/** @throws RangeError where the bytes are no shard */
export function openShard(bytes: Uint8Array, scale: ShardScale): Shard {
  const cursor = bitCursor(bytes);
  const seed = readBits(cursor, 8);
  const width = readBits(cursor, 5);
  const letters = readDirectory(cursor, scale.letters + 1);
  const pairs = readDirectory(cursor, (scale.letters + 1) ** 2);
  const letterStart = cursor.at;
  const pairStart = letterStart + letters.bits;
  return {
    seed,
    width,
    letter(letter) {
      const at = letters.startOf(letter);
      return at < 0 ? null : readNotices(bitCursor(bytes, letterStart + at), scale);
    },
    pair(first, second) {
      const at = pairs.startOf(pairKey(first, second, scale.letters));
      return at < 0 ? null : readPair(bitCursor(bytes, pairStart + at), scale, width);
    },
  };
}

function bucketRow(write: (row: BitRow) => void): BitRow {
  const row = bitRow();
  write(row);
  return row;
}

function appendRow(row: BitRow, more: BitRow): void {
  let at = 0;
  for (; at + 8 <= more.length; at += 8) writeBits(row, more.bytes[at >> 3] as number, 8);
  const left = more.length - at;
  if (left > 0) writeBits(row, (more.bytes[at >> 3] as number) >>> (8 - left), left);
}

function writeDirectory(row: BitRow, keys: readonly number[], universe: number, buckets: readonly BitRow[]): void {
  writeGamma(row, keys.length);
  if (keys.length === 0) return;
  writeSet(row, keys, universe);
  let end = 0;
  const ends = buckets.map(({ length }) => {
    end += length;
    return end;
  });
  writeGamma(row, end);
  writeSet(row, ends, end + 1);
}

function readDirectory(cursor: BitCursor, universe: number): { bits: number; startOf: (key: number) => number } {
  const count = readGamma(cursor);
  if (count === 0) return { bits: 0, startOf: () => -1 };
  const keys = readSet(cursor, count, universe);
  const bits = readGamma(cursor);
  const ends = readSet(cursor, count, bits + 1);
  return {
    bits,
    startOf(key) {
      const index = findSorted(keys, key);
      return index < 0 ? -1 : index === 0 ? 0 : (ends[index - 1] as number);
    },
  };
}

/** Index of a number in a sorted column, or -1. */
export function findSorted(values: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return values[low] === value ? low : -1;
}

function writeNotices(row: BitRow, notices: ArrayLike<number>, scale: ShardScale): void {
  writeGamma(row, notices.length);
  writeSet(row, notices, scale.notices);
}

const readNotices = (cursor: BitCursor, scale: ShardScale): Uint32Array =>
  readSet(cursor, readGamma(cursor), scale.notices);

function writePair(
  row: BitRow,
  { notices, before, after, long, terms }: PairEntry,
  scale: ShardScale,
  width: number,
): void {
  writeNotices(row, notices, scale);
  const groups = [before, after, long];
  const plain = terms.length === 0 && groups.every((grams) => grams.length === 0);
  writeBits(row, plain ? 0 : 1, 1);
  if (plain) return;
  writeGamma(row, terms.length);
  for (const term of terms) writeTerm(row, term, scale);
  for (const grams of groups) writeGamma(row, grams.length);
  groups.forEach((grams, i) => {
    writeSet(
      row,
      grams.map(({ key }) => key),
      keyUniverse(i, scale, width),
    );
  });
  for (const grams of groups) for (const gram of grams) writeKept(row, gram, scale);
}

const NOTHING_KEPT: KeptLists = { before: new Map(), after: new Map(), long: new Map() };

function readPair(cursor: BitCursor, scale: ShardScale, width: number): Bucket {
  const notices = readNotices(cursor, scale);
  if (readBits(cursor, 1) === 0) return { notices, terms: [], kept: () => NOTHING_KEPT };
  const terms = Array.from({ length: readGamma(cursor) }, () => readTerm(cursor, scale));
  const start = cursor.at;
  let kept: KeptLists | null = null;
  return {
    notices,
    terms,
    kept() {
      kept ??= readKeptLists(bitCursor(cursor.bytes, start), scale, width);
      return kept;
    },
  };
}

function readKeptLists(cursor: BitCursor, scale: ShardScale, width: number): KeptLists {
  const counts = [readGamma(cursor), readGamma(cursor), readGamma(cursor)];
  const keys = counts.map((count, i) => readSet(cursor, count, keyUniverse(i, scale, width)));
  const [before, after, long] = keys.map(
    (group) => new Map(Array.from(group, (key) => [key, readKept(cursor, scale)] as const)),
  ) as [Map<number, KeptList>, Map<number, KeptList>, Map<number, KeptList>];
  return { before, after, long };
}

/** Letters for the strings of three, long keys for the others. */
const keyUniverse = (group: number, scale: ShardScale, width: number): number =>
  group < 2 ? scale.letters + 1 : 2 ** width;

function writeKept(row: BitRow, { expected, ranks }: GramEntry, scale: ShardScale): void {
  writeGamma(row, ranks.length - 1);
  if (ranks.length >= MANY) {
    writeBits(row, expected, bitWidth(scale.notices));
    writeSet(row, ranks, expected);
  } else {
    writeBits(row, bitWidth(expected), 5);
    writeSet(row, ranks, 2 ** bitWidth(expected));
  }
}

function readKept(cursor: BitCursor, scale: ShardScale): KeptList {
  const count = readGamma(cursor) + 1;
  if (count >= MANY) {
    const exact = readBits(cursor, bitWidth(scale.notices));
    return { expected: { exact }, ranks: readSet(cursor, count, exact) };
  }
  const width = readBits(cursor, 5);
  return { expected: { width }, ranks: readSet(cursor, count, 2 ** width) };
}

function writeTerm(row: BitRow, { rest, weights, enterprises }: TermEntry, scale: ShardScale): void {
  writeGamma(row, rest.length);
  for (const letter of rest) writeBits(row, letter, bitWidth(scale.letters));
  writeGamma(row, weights?.notices.length ?? 0);
  if (weights) {
    writeSet(row, weights.notices, scale.notices);
    for (const value of weights.values) writeBits(row, value, WEIGHT_BITS);
  }
  writeGamma(row, enterprises?.length ?? 0);
  if (enterprises) writeSet(row, enterprises, scale.enterprises);
}

/** A weight is one of 64 steps. */
export const WEIGHT_BITS = 6;

function readTerm(cursor: BitCursor, scale: ShardScale): TermEntry {
  const rest = Array.from({ length: readGamma(cursor) }, () => readBits(cursor, bitWidth(scale.letters)));
  const notices = [...readSet(cursor, readGamma(cursor), scale.notices)];
  const values = notices.map(() => readBits(cursor, WEIGHT_BITS));
  const enterprises = [...readSet(cursor, readGamma(cursor), scale.enterprises)];
  return { rest, weights: { notices, values }, enterprises };
}
