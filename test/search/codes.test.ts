import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bitCursor, bitRow, rowBytes } from '../../src/search/bits.ts';
import { canonicalCodes, codeLengths, readSymbol, writeSymbol } from '../../src/search/codes.ts';

it('law: symbols are read back, and the frequent ones are short', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 5000 }), { minLength: 2, maxLength: 200 }), (counts) => {
      const symbols = counts.flatMap((count, symbol) => (count > 0 ? [symbol] : []));
      fc.pre(symbols.length > 0);
      const codes = canonicalCodes(codeLengths(counts));
      const row = bitRow();
      for (const symbol of symbols) writeSymbol(row, codes, symbol);
      const cursor = bitCursor(rowBytes(row));
      expect(symbols.map(() => readSymbol(cursor, codes))).toEqual(symbols);
      for (const a of symbols)
        for (const b of symbols)
          if ((counts[a] as number) > (counts[b] as number))
            expect(codes.lengths[a]).toBeLessThanOrEqual(codes.lengths[b] as number);
    }),
    { numRuns: 50 },
  );
});

it('holds codes to 30 bits, however uneven the counts', () => {
  const fibonacci = Array.from({ length: 60 }).reduce<number[]>(
    (all) => [...all, (all.at(-1) ?? 1) + (all.at(-2) ?? 0)],
    [],
  );
  expect(Math.max(...codeLengths(fibonacci))).toBeLessThanOrEqual(30);
});

it('refuses bits that are no code', () => {
  expect(() => readSymbol(bitCursor(new Uint8Array(8).fill(255)), canonicalCodes(Uint8Array.of(2, 2)))).toThrow(
    RangeError,
  );
});
