import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bitCursor, bitRow, rowBytes } from '../../src/search/bits.ts';
import { canonicalCodes } from '../../src/search/codes.ts';
import { headLines, packNotice, unpackNotice } from '../../src/search/packed-notice.ts';
import { chooseVocabulary, makeSplitter } from '../../src/search/vocabulary.ts';
import { readVocabulary, writeVocabulary } from '../../src/search/vocabulary-code.ts';
import { plainNotice } from './asking.ts';

const text = fc
  .array(fc.constantFrom('整改', '落实', '巡视整改', '，', '\n', 'A', '😀', '\t', '7'), { maxLength: 60 })
  .map((parts) => parts.join(''));

it('law: notices and their vocabulary are read back', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), (texts) => {
      const notices = texts.map((t, i) =>
        plainNotice(t, i, { title: `题${i}`, headings: t.length > 3 ? [0, 2] : [], sample: i % 2 === 0 }),
      );
      const vocabulary = chooseVocabulary(
        notices.map((notice) => `${headLines(notice)}\n${notice.text}`),
        50,
      );
      const row = bitRow();
      writeVocabulary(row, vocabulary);
      const read = readVocabulary(bitCursor(rowBytes(row)));
      expect(read.tokens).toEqual(vocabulary.tokens);
      const codes = canonicalCodes(read.lengths);
      const split = makeSplitter(vocabulary.tokens, vocabulary.lengths);
      for (const notice of notices) {
        const { facets: _facets, added: _added, ...shown } = notice;
        expect(unpackNotice(packNotice(notice, split, codes), { tokens: read.tokens, codes })).toEqual(shown);
      }
    }),
    { numRuns: 60 },
  );
});

it('refuses bytes that are no notice instead of reading on', () => {
  const codes = canonicalCodes(Uint8Array.of(1, 1));
  expect(() => unpackNotice(Uint8Array.of(0, 0, 0, 0), { tokens: ['a', 'b'], codes })).toThrow(RangeError);
});
