/** Where a string is kept: index and query compute the same numbers. */

/** Shard of a pair of units, or of a single one (second = 0). */
export const shardOf = (first: number, second: number, shards: number): number =>
  mix(first * 0x10000 + second) % shards;

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
