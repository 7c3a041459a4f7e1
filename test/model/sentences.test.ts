import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceAnchor, sentenceAt, splitSentences } from '../../src/model/sentences.ts';

const slices = (text: string) => splitSentences(text).map((s) => text.slice(s.start, s.end));

describe('splitSentences', () => {
  it('ends at 。！？； and keeps the closing quotes and brackets with the sentence', () => {
    expect(slices('党组说：“立行立改。”随后部署。有的不严；有的不实！')).toEqual([
      '党组说：“立行立改。”',
      '随后部署。',
      '有的不严；',
      '有的不实！',
    ]);
  });

  it('takes a line as a paragraph, numbers paragraphs without the empty lines', () => {
    const text = '标题\n\n  一、总体情况\n问题已整改。措施\n';
    expect(slices(text)).toEqual(['标题', '一、总体情况', '问题已整改。', '措施']);
    expect(splitSentences(text).map((s) => s.paragraph)).toEqual([0, 1, 2, 2]);
  });

  it('reads half-width marks, but not those inside an address', () => {
    expect(slices('有的不严;有的不实? http://a.cn/x?y=1;z=2 见附件')).toEqual([
      '有的不严;',
      '有的不实?',
      'http://a.cn/x?y=1;z=2 见附件',
    ]);
  });

  it('gives nothing for an empty or blank text', () => {
    expect(splitSentences('')).toEqual([]);
    expect(splitSentences(' \n\t\n')).toEqual([]);
  });

  it('law: ordered, without overlap, and every visible character in exactly one sentence', () => {
    const letters = fc.constantFrom(...'整改。；！？;?!”’）\n \tA1=“（');
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 80 }), (units) => {
        const text = units.join('');
        const sentences = splitSentences(text);
        let covered = 0;
        let last = 0;
        for (const { start, end } of sentences) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          covered += text.slice(start, end).replace(/\s/g, '').length;
          last = end;
        }
        expect(covered).toBe(text.replace(/\s/g, '').length);
      }),
    );
  });
});

describe('sentenceAt and sentenceAnchor', () => {
  it('finds the sentence of an offset', () => {
    const sentences = splitSentences('甲乙。丙丁。\n戊');
    expect([0, 2, 3, 5, 7].map((at) => sentenceAt(sentences, at))).toEqual([0, 0, 1, 1, 2]);
    expect(sentenceAt([], 3)).toBe(-1);
  });

  it('writes the anchor with three digits', () => {
    expect([0, 11, 999].map(sentenceAnchor)).toEqual(['s-001', 's-012', 's-1000']);
  });
});
