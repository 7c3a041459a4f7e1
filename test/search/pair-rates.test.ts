import { expect, it } from 'vitest';
import { pairRates } from '../../src/search/browser/pair-rates.ts';

const vocabulary = { tokens: ['整改', '的', '问题', '龘', '未用'], lengths: Uint8Array.of(1, 2, 3, 12, 0) };
const rate = pairRates(vocabulary, (text) => text);
const of = (pair: string): number => rate(pair.charCodeAt(0), pair.charCodeAt(1));

it('takes a pair within a frequent expression for more frequent than one within a rare one', () => {
  expect(of('整改')).toBeGreaterThan(of('问题'));
});

it('takes a pair between expressions for as frequent as their meeting is', () => {
  expect(of('改的')).toBe(2 ** -1 * 2 ** -2);
  expect(of('改龘')).toBeLessThan(of('改的'));
});

it('gives nothing for letters that no expression has', () => {
  expect(of('甲乙')).toBe(0);
  expect(of('未用')).toBe(0);
});
