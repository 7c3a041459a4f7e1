import { describe, expect, it } from 'vitest';
import { fold, makeFolding } from '../../src/search/terms.ts';
import { traditionalVariants } from '../../src/search/variants.ts';

const pairs = traditionalVariants();
const folding = makeFolding(pairs);

describe('traditionalVariants', () => {
  it('holds every character once, and no result that is itself folded', () => {
    const keys = [...pairs].filter((_, i) => i % 2 === 0);
    const values = [...pairs].filter((_, i) => i % 2 === 1);
    expect(keys.length).toBeGreaterThan(3000);
    expect(new Set(keys).size).toBe(keys.length);
    expect(values.filter((letter) => fold(letter, folding) !== letter)).toEqual([]);
  });

  it('reads Traditional as Simplified, of Taiwan and Hong Kong too', () => {
    expect(fold('中國電子信息產業集團關於巡視整改進展情況的通報', folding)).toBe(
      '中国电子信息产业集团关于巡视整改进展情况的通报',
    );
    expect(fold('裡裏為爲衛衞後臺', folding)).toBe('里里为为卫卫后台');
  });

  it('leaves Simplified text alone, also where a character has a Traditional life', () => {
    const text = '显著成效，什么著作，乾隆年间，干部台账，叙述，决定，系统，余额，后里于面';
    expect(fold(text, folding)).toBe(text.replaceAll('，', ','));
  });
});
