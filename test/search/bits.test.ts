import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bitCursor,
  bitRow,
  bitWidth,
  readBelow,
  readBits,
  readGamma,
  rowBytes,
  writeBelow,
  writeBits,
  writeGamma,
} from '../../src/search/bits.ts';

describe('bits', () => {
  it('law: what is written is read back', () => {
    const code = fc.oneof(
      fc.record({ kind: fc.constant('bits'), value: fc.nat(), width: fc.integer({ min: 31, max: 32 }) }),
      fc.record({ kind: fc.constant('gamma'), value: fc.nat({ max: 2 ** 30 }), width: fc.constant(0) }),
      fc
        .tuple(fc.integer({ min: 1, max: 2 ** 31 }), fc.nat())
        .map(([range, value]) => ({ kind: 'below', value: value % range, width: range })),
    );
    fc.assert(
      fc.property(fc.array(code), (codes) => {
        const row = bitRow();
        for (const { kind, value, width } of codes) {
          if (kind === 'bits') writeBits(row, value, width);
          else if (kind === 'gamma') writeGamma(row, value);
          else writeBelow(row, value, width);
        }
        const cursor = bitCursor(rowBytes(row));
        for (const { kind, value, width } of codes) {
          const read =
            kind === 'bits' ? readBits(cursor, width) : kind === 'gamma' ? readGamma(cursor) : readBelow(cursor, width);
          expect(read).toBe(value);
        }
        expect(cursor.at).toBe(row.length);
      }),
    );
  });

  it('says so past the end instead of reading on', () => {
    expect(() => readBits(bitCursor(new Uint8Array(1)), 9)).toThrow(RangeError);
    expect(() => readGamma(bitCursor(new Uint8Array(9)))).toThrow(RangeError);
  });

  it('knows how wide a number is', () => expect([0, 1, 2, 255, 256].map(bitWidth)).toEqual([0, 1, 2, 8, 9]));
});
