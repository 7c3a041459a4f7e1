import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitCursor, bitRow, rowBytes } from '../../src/search/bits.ts';
import { readSet, writeSet } from '../../src/search/sets.ts';

const size = (set: number[], universe: number): number => {
  const row = bitRow();
  writeSet(row, set, universe);
  return row.length;
};

describe('sets', () => {
  it('law: a set is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.uniqueArray(fc.nat({ max: 100_000 })), (universe, numbers) => {
        const set = [...new Set(numbers.map((n) => n % universe))].sort((a, b) => a - b);
        const row = bitRow();
        writeSet(row, set, universe);
        expect([...readSet(bitCursor(rowBytes(row)), set.length, universe)]).toEqual(set);
      }),
    );
  });

  it('law: keys of up to 30 bits are read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 16, max: 30 }), fc.uniqueArray(fc.nat({ max: 2 ** 30 - 1 })), (width, numbers) => {
        const set = [...new Set(numbers.map((n) => n % 2 ** width))].sort((a, b) => a - b);
        const row = bitRow();
        writeSet(row, set, 2 ** width);
        expect([...readSet(bitCursor(rowBytes(row)), set.length, 2 ** width)]).toEqual(set);
      }),
    );
  });

  it('spends nothing on the empty and the full set, little on one member or one gap', () => {
    const all = Array.from({ length: 1000 }, (_, i) => i);
    expect(size([], 1000)).toBe(0);
    expect(size(all, 1000)).toBe(0);
    expect(size([700], 1000)).toBeLessThanOrEqual(10);
    expect(size(all.toSpliced(300, 1), 1000)).toBeLessThanOrEqual(12);
  });

  it('refuses a count that cannot be', () => {
    expect(() => readSet(bitCursor(new Uint8Array(8)), 9, 8)).toThrow(RangeError);
  });
});
