import { describe, expect, it } from 'vitest';
import { compareTexts, essence, factsAgree, judgeOtherAddress, judgeSameAddress } from '../../scraper/link/identity.ts';
import { sampleRecord } from '../sample-record.ts';

const TEXT = Array.from({ length: 40 }, (_, i) => `第${i}项问题已经整改，制定措施${i * 7}条，完成${i}项。`).join('');
const side = (text: string | null, extra = {}) => ({ facts: sampleRecord(text ?? '', extra), text });
const inspected = (extra: object) => ({ inspection: { ...sampleRecord('').inspection, ...extra } });

describe('what a notice is', () => {
  it('is in its characters, not in its layout', () => {
    expect(essence(' 《通报》： ＡＢ１２\n（完） ')).toBe('通报ab12完');
    expect(compareTexts(TEXT, TEXT.replace(/。/g, '。\n'))).toEqual({ shared: 1, ratio: 1 });
    expect(compareTexts('', TEXT).shared).toBe(0);
  });

  it('does not contradict itself in enterprise, round or dates', () => {
    const a = sampleRecord('');
    expect(factsAgree(a, sampleRecord('', inspected({ feedbackDate: '2019-07' })))).toBe(true);
    expect(factsAgree(a, sampleRecord('', inspected({ feedbackDate: '--07-22' })))).toBe(true);
    expect(factsAgree(a, sampleRecord('', inspected({ feedbackDate: null })))).toBe(true);
    expect(factsAgree(a, sampleRecord('', inspected({ feedbackDate: '2019-07-23' })))).toBe(false);
    expect(factsAgree(a, sampleRecord('', { enterprise: { id: null, name: '示例集团' } }))).toBe(true);
    expect(factsAgree(a, sampleRecord('', { enterprise: { id: null, name: '示范公司' } }))).toBe(false);
  });
});

describe('two readings', () => {
  it('at one address are one notice, unless the page speaks of something else now', () => {
    expect(judgeSameAddress(side(TEXT), side(`${TEXT}新增一段。`))).toBe('same');
    expect(judgeSameAddress(side(TEXT), side('另一份通报'.repeat(99), inspected({ feedbackDate: '2023-01-01' })))).toBe(
      'different',
    );
    expect(judgeSameAddress(side(TEXT), side(TEXT, inspected({ feedbackDate: '2023-01-01' })))).toBe('same');
    expect(judgeSameAddress(side(TEXT), side(null, inspected({ feedbackDate: '2023-01-01' })))).toBe('different');
  });

  it('at two addresses are one only if nearly all of the text is the same', () => {
    expect(judgeOtherAddress(side(TEXT), side(`${TEXT}编辑：某某`))).toBe('same');
    expect(judgeOtherAddress(side(TEXT), side(TEXT.slice(0, TEXT.length * 0.7)))).toBe('maybe');
    expect(judgeOtherAddress(side(TEXT), side('毫无关系的文字。'.repeat(60)))).toBe('different');
    expect(judgeOtherAddress(side(TEXT), side(TEXT, { docType: 'feedback' }))).toBe('different');
  });

  it('without an archived text are at most proposed', () => {
    expect(judgeOtherAddress(side(TEXT), side(null))).toBe('maybe');
    expect(judgeOtherAddress(side(TEXT), side(null, { title: '另一个标题' }))).toBe('different');
  });
});
