import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../scraper/repair/edit.ts';
import { repair } from '../../scraper/repair/index.ts';
import { repairedPassages } from '../../scraper/repair/passages.ts';
import { CLEAN_NOTICE, DAMAGES, randomNumbers } from './damage.ts';

const read = (raw: string) => {
  const { text, rounds } = repair(raw);
  return { text, passages: repairedPassages(raw, text, rounds) };
};
/** The words that were repaired, with what the page had. */
const told = (raw: string): string[] => {
  const { text, passages } = read(raw);
  return passages.map(([start, length, original]) => `${text.slice(start, start + length)}←${original}`);
};

describe('repaired passages', () => {
  it.each([
    ['產(chǎn)業(yè)制定6 3项措施', ['产←產(chǎn)', '业←業(yè)', '6←6 ']],
    ['集團黨組決定', ['团党组决←團黨組決']],
    ['１８５项措施，2024年２月', ['185←１８５', '2←２']],
    ['干净的正文没有修复', []],
    // blanks at the borders of lines and invisible characters are not worth telling
    ['　　第一段。 \r\n\r\n　　第二段​落。', []],
  ])('of %j are %j', (raw, expected) => {
    expect(told(raw)).toEqual(expected);
  });

  it('are bounded', () => {
    const raw = `甲${'\ue5e5'.repeat(200)}乙`;
    const { passages } = read(raw);
    expect(passages).toEqual([[0, 1, `甲${'\ue5e5'.repeat(78)}…`]]);
    expect(repairedPassages('', '', [])).toEqual([]);
  });
});

describe('putting the original forms back', () => {
  it.each(Object.entries(DAMAGES))('gives the page’s words again: %s', (_, damage) => {
    const raw = damage(CLEAN_NOTICE, randomNumbers(7));
    const { text, passages } = read(raw);
    const back = applyEdits(
      text,
      passages.map(([start, length, original]) => ({ start, end: start + length, text: original })),
    );
    const unseen = /[\s\p{Cf}]/gu;
    // what is cut before the first character is not of the text
    expect(back.replace(unseen, '')).toBe(raw.replace(/^\?+/, '').replace(unseen, ''));
  });
});
