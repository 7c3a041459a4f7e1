import { expect, test } from 'vitest';
import { findCandidates } from '../../src/search/browser/candidates.ts';
import type { IndexReader } from '../../src/search/browser/index-reader.ts';

/** How many pairs are asked for before any has come. */
function firstRound(text: string, rate: number): number {
  let asked = 0;
  const index: Pick<IndexReader, 'pairRate' | 'pair'> & { header: { notices: number; look: number } } = {
    header: { notices: 10_000, look: 10 },
    pairRate: () => rate,
    pair: () => {
      asked++;
      return new Promise(() => {});
    },
  };
  void findCandidates(index as unknown as IndexReader, text);
  return asked;
}

test('the rarest pairs come first; where none is rare, all come at once; short strings are not parted', () => {
  expect(firstRound('甲乙丙丁戊己庚辛', 1e-7)).toBe(3);
  expect(firstRound('甲乙丙丁戊己庚辛', 1e-3)).toBe(7);
  expect(firstRound('甲乙丙丁戊', 1e-7)).toBe(4);
});
