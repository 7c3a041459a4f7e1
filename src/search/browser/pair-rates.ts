import { pairOf } from '../keys.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** How often a pair of letters is likely to stand in the texts; only good for comparing pairs. */
export type PairRate = (first: number, second: number) => number;

/**
 * Estimates rates from the vocabulary of the packed texts, which the header holds anyway: an expression with a code of
 * n bits makes up about 2⁻ⁿ of all. A pair stands within an expression, or where one ends and the next begins.
 */
export function pairRates({ tokens, lengths }: Vocabulary, fold: (text: string) => string): PairRate {
  const within = new Map<number, number>();
  const begins = new Float64Array(0x10000);
  const ends = new Float64Array(0x10000);
  for (const [i, token] of tokens.entries()) {
    const length = lengths[i] as number;
    if (length === 0) continue;
    const share = 2 ** -length;
    const letters = fold(token);
    const [first, last] = [letters.charCodeAt(0), letters.charCodeAt(letters.length - 1)];
    begins[first] = (begins[first] as number) + share;
    ends[last] = (ends[last] as number) + share;
    for (let at = 0; at + 1 < letters.length; at++) {
      const pair = pairOf(letters.charCodeAt(at), letters.charCodeAt(at + 1));
      within.set(pair, (within.get(pair) ?? 0) + share);
    }
  }
  return (first, second) =>
    (within.get(pairOf(first, second)) ?? 0) + (ends[first] as number) * (begins[second] as number);
}
