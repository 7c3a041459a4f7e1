import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, makeFolding } from '../../src/search/terms.ts';

const folding = makeFolding('國国體体');

describe('fold', () => {
  it.each([
    ['ＡＢc（１２３）％', 'abc(123)%'],
    ['二○二三年 二〇二三年 二◯二三年', '二〇二三年 二〇二三年 二〇二三年'],
    ['零', '零'],
    ['國體', '国体'],
    ['合计\t44\u3000项\u00a0完', '合计 44 项 完'],
    ['İßΣ', 'İßσ'],
    ['', ''],
  ])('%j → %j', (text, folded) => expect(fold(text, folding)).toBe(folded));

  it('keeps line breaks', () => expect(fold('甲\n乙', folding)).toBe('甲\n乙'));

  it('law: keeps the length, and folding twice is folding once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const folded = fold(text, folding);
        expect(folded.length).toBe(text.length);
        expect(fold(folded, folding)).toBe(folded);
      }),
    );
  });

  it('takes a text of millions of characters', () => {
    expect(fold('整'.repeat(3_000_000), folding).length).toBe(3_000_000);
  });
});
