/** Where a string is kept: index and query compute the same numbers. */
import type { Vocabulary } from './vocabulary.ts';

/** Shard of a pair of units, or of a single one (second = 0). */
export type ShardOf = (first: number, second: number) => number;

/**
 * The pairs of an expression share a shard, so that a question that holds it fetches one file for them: each pair of
 * letters lies with the most frequent expression of the vocabulary that it stands in, or by itself where there is none.
 */
export function shardFinder({ tokens, lengths }: Vocabulary, shards: number, fold: (text: string) => string): ShardOf {
  const homes = new Map<number, number>();
  const used = [...tokens.keys()].filter((token) => lengths[token] !== 0 && (tokens[token] as string).length > 2);
  // the shorter its code, the more frequent an expression is
  for (const token of used.sort((a, b) => (lengths[a] as number) - (lengths[b] as number) || a - b)) {
    const letters = fold(tokens[token] as string);
    const homeless = Array.from({ length: letters.length - 1 }, (_, at) =>
      pairOf(letters.charCodeAt(at), letters.charCodeAt(at + 1)),
    ).filter((pair) => !homes.has(pair));
    for (const pair of homeless) homes.set(pair, homeless[0] as number);
  }
  return (first, second) => {
    const pair = pairOf(first, second);
    return mix(homes.get(pair) ?? pair) % shards;
  };
}

/** A pair of units as one number. */
export const pairOf = (first: number, second: number): number => first * 0x10000 + second;

/**
 * Short key of a string of four and more units in the bucket of one of its pairs. The builder picks a seed per shard
 * for which no two strings of the texts that could be asked for share a key in one bucket.
 * @param offset where in the string the pair stands
 * @param width bits of the key
 */
export function longKey(
  units: ArrayLike<number>,
  from: number,
  length: number,
  offset: number,
  seed: number,
  width: number,
): number {
  let hash = mix(seed * 0x1000 + length * 0x40 + offset);
  for (let i = 0; i < length; i++) hash = mix((hash ^ (units[from + i] as number)) >>> 0);
  return hash >>> (32 - width);
}

/** Spreads a whole number over 32 bits (the finaliser of MurmurHash3). */
function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
