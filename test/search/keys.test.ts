import { expect, it } from 'vitest';
import { shardFinder } from '../../src/search/keys.ts';

const tokens = ['的', '整改', '民主生活会', '生活会议', '从未用过'];
const vocabulary = { tokens, lengths: Uint8Array.of(1, 2, 5, 9, 0) };
const MANY = 1_000_003;
const shardOf = shardFinder(vocabulary, MANY, (text) => text.replaceAll('會', '会'));
const of = (pair: string): number => shardOf(pair.charCodeAt(0), pair.charCodeAt(1));

it('puts the pairs of an expression into one shard, those that two hold with the more frequent one', () => {
  expect(new Set(['民主', '主生', '生活', '活会'].map(of)).size).toBe(1);
  expect(of('会议')).not.toBe(of('活会'));
});

it('leaves a pair that stands in no longer expression by itself', () => {
  expect(new Set([of('整改'), of('改的'), of('从未'), of('未用')]).size).toBe(4);
});

it('compares expressions as they are folded', () => {
  const traditional = { ...vocabulary, tokens: tokens.with(2, '民主生活會') };
  const folded = shardFinder(traditional, MANY, (text) => text.replaceAll('會', '会'));
  expect(folded('活'.charCodeAt(0), '会'.charCodeAt(0))).toBe(of('民主'));
});

it('gives every pair and letter one of the shards', () => {
  const few = shardFinder(vocabulary, 7, (text) => text);
  for (let unit = 0x4e00; unit < 0x4f00; unit++)
    for (const second of [0, unit + 1]) {
      expect(few(unit, second)).toBeGreaterThanOrEqual(0);
      expect(few(unit, second)).toBeLessThan(7);
    }
});
