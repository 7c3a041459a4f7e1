import { describe, expect, it } from 'vitest';
import { isTrueOf, nearPlaces, placesOf } from '../../src/search/browser/evaluate.ts';
import { parseQuery } from '../../src/search/browser/query.ts';

const holds = (q: string, text: string): boolean => {
  const { query } = parseQuery(q, () => []);
  return query !== null && isTrueOf(query, text, 0, () => false);
};

describe('isTrueOf', () => {
  it.each([
    ['甲 乙', '甲…乙', true],
    ['甲 乙', '甲', false],
    ['甲 OR 乙', '乙', true],
    ['甲 -乙', '甲乙', false],
    ['甲 -乙', '甲', true],
    ['甲 ~2 乙', '甲一二乙', true],
    ['甲 ~2 乙', '甲一二三乙', false],
    ['乙 ~2 甲', '甲一二乙', true],
  ])('%s of %s is %s', (q, text, expected) => expect(holds(q, text)).toBe(expected));
});

describe('nearPlaces', () => {
  it('gives both ends, and only those that have the other near', () => {
    expect(nearPlaces('甲乙。甲……………乙', '甲', '乙', 3)).toEqual([
      { start: 0, end: 1 },
      { start: 1, end: 2 },
      { start: 3, end: 4 },
    ]);
  });

  it('does not take overlapping strings for near ones', () => {
    expect(nearPlaces('整改落实', '整改落', '改落实', 5)).toEqual([]);
  });

  it('takes linear time for many places', () => {
    const start = performance.now();
    expect(nearPlaces('甲'.repeat(20_000) + '一'.repeat(50) + '乙'.repeat(20_000), '甲', '乙', 3)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

it('placesOf finds overlapping places, and none of nothing', () => {
  expect(placesOf('整整整', '整整').map(({ start }) => start)).toEqual([0, 1]);
  expect(placesOf('整', '')).toEqual([]);
});
