import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type Repair } from '../../scraper/repair/edit.ts';
import { REPAIRS, repair } from '../../scraper/repair/index.ts';

const SHARED = join(import.meta.dirname, '../../../shared');

/** The texts before their damage, where they are at hand. */
function cleanTexts(): { name: string; text: string }[] {
  const texts: { name: string; text: string }[] = [];
  const short = join(SHARED, 'corpus/short');
  if (existsSync(short)) {
    for (const file of readdirSync(short)) {
      const { text, cleanText } = JSON.parse(readFileSync(join(short, file), 'utf8'));
      texts.push({ name: `short/${file}`, text: cleanText ?? text });
    }
  }
  const full = join(SHARED, 'corpus/full');
  if (existsSync(full)) {
    for (const folder of readdirSync(full)) {
      texts.push({ name: `full/${folder}`, text: readFileSync(join(full, folder, 'text.txt'), 'utf8') });
    }
  }
  return texts;
}

/** The texts as a page shows them. */
function damagedTexts(): { name: string; text: string }[] {
  const texts: { name: string; text: string }[] = [];
  const short = join(SHARED, 'corpus/short');
  if (existsSync(short)) {
    for (const file of readdirSync(short)) {
      texts.push({ name: `short/${file}`, text: JSON.parse(readFileSync(join(short, file), 'utf8')).text });
    }
  }
  const seeds = join(SHARED, 'seeds');
  if (existsSync(seeds)) {
    for (const file of readdirSync(seeds).filter((name) => name.endsWith('.txt'))) {
      texts.push({ name: `seeds/${file}`, text: readFileSync(join(seeds, file), 'utf8') });
    }
  }
  return texts;
}

/** The labels of these texts keep one kind of damage that `damage` names: lost dates, source marks, ???? indents. */
const DAMAGE_LEFT_IN_CLEAN_TEXT = new Set(['short/065.json', 'short/093.json', 'short/101.json']);

const withoutWhiteSpace = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/** Pieces that damage is made of, in any order: what the repairs look for and what they must survive. */
const PIECE = fc.constantFrom(
  ...(
    '產 業 産 爲 乾 隆 著 名 集 團 公 司 项 个 件 年 月 日 第 轮 万 元 上 午 至 ， 。 、 ： … ( ) （ ） [ ] 【 】 < > / & ; # ? \\ " @ . , - : % ' +
    'chǎn yè le liǎo de bookmark _GoBack nbsp amp &nbsp; &amp;amp; &#8220; <br> </p> /p> [1] ???? 1 6 3 20 2022 324 0 １ ２ Ａ ％ com cn zgdw'
  ).split(' '),
  ' ',
  '  ',
  '\n',
  '\r\n',
  '\t',
  '\u3000\u3000',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\u00ad',
  '\ue5e5',
  '\ufffd',
  '\u{10fffd}',
  '\ud840',
  '⼯',
  '⻓',
  '𠀀',
);
const hostile = fc.oneof(
  { weight: 4, arbitrary: fc.array(PIECE, { maxLength: 60 }).map((pieces) => pieces.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
);

function expectOrdered({ find, name }: Repair, text: string): void {
  let end = 0;
  for (const edit of find(text)) {
    expect(edit.start, `${name}: edits overlap or are out of order`).toBeGreaterThanOrEqual(end);
    expect(edit.end).toBeGreaterThanOrEqual(edit.start);
    expect(edit.end).toBeLessThanOrEqual(text.length);
    expect(text.slice(edit.start, edit.end), `${name}: an edit changes nothing`).not.toBe(edit.text);
    end = edit.end;
  }
}

/** Letters that no repair knows, each one once: what is left of them shows where their neighbours came from. */
const MARKERS = Array.from({ length: 33 }, (_, index) => String.fromCharCode(0x10d0 + index));

/** A hostile text with markers strewn in. */
const marked = fc
  .array(PIECE, { maxLength: 60 })
  .map((pieces) =>
    pieces.map((piece, index) => (index % 2 === 0 ? piece + (MARKERS[index / 2] ?? '') : piece)).join(''),
  );

function expectExactOffsets(raw: string): void {
  const { text, toOriginal, toOriginalSpan } = repair(raw);
  let before = 0;
  for (let offset = 0; offset <= text.length; offset++) {
    const original = toOriginal(offset);
    expect(original).toBeGreaterThanOrEqual(before);
    expect(original).toBeLessThanOrEqual(raw.length);
    before = original;
  }
  for (const marker of MARKERS) {
    const at = text.indexOf(marker);
    if (at === -1) continue;
    expect(toOriginal(at)).toBe(raw.indexOf(marker));
    expect(toOriginalSpan(at, at + 1)).toEqual({ start: raw.indexOf(marker), end: raw.indexOf(marker) + 1 });
  }
}

describe('every repair', () => {
  it.each(REPAIRS)('$name: its edits are sorted, disjoint and change something', (one) => {
    fc.assert(fc.property(hostile, (text) => expectOrdered(one, text)));
  });

  it.each(REPAIRS)('$name: finds nothing in the empty text', ({ find }) => {
    expect(find('')).toEqual([]);
  });
});

describe('all repairs together', () => {
  it('twice = once', () => {
    fc.assert(
      fc.property(hostile, (raw) => {
        const once = repair(raw).text;
        expect(repair(once).text).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  it('offsets lead back in order and stay inside the raw text', () => {
    fc.assert(fc.property(marked, expectExactOffsets), { numRuns: 500 });
    fc.assert(fc.property(hostile, expectExactOffsets));
  });
});

describe('hostile texts', () => {
  const pieces = [
    '產(',
    '(yī',
    '1 ',
    '1, 3项',
    '1\n',
    '2022324日',
    '。81,中',
    '<p',
    '</p>',
    '&amp;',
    '[1',
    '????',
    'a@',
    '中 ',
    '，',
    '⿰',
    '𠀀',
    '\ud840',
  ];

  it.each(pieces)('200,000 characters of %j come back', (piece) => {
    const raw = piece.repeat(Math.ceil(200_000 / piece.length));
    const { text, toOriginal } = repair(raw);
    expect(toOriginal(text.length)).toBeLessThanOrEqual(raw.length);
  });
});

describe.skipIf(!existsSync(SHARED))('on the texts of ../shared (skipped where that folder is missing)', () => {
  it.each(cleanTexts().filter(({ name }) => !DAMAGE_LEFT_IN_CLEAN_TEXT.has(name)))(
    '$name: clean stays clean',
    ({ text }) => {
      const repaired = repair(text);
      expect(repaired.applied.map(({ name }) => name).filter((name) => name !== 'spaces')).toEqual([]);
      expect(withoutWhiteSpace(repaired.text)).toBe(withoutWhiteSpace(text));
      expect(repaired.doubts).toEqual([]);
    },
  );

  it.each(damagedTexts())('$name: twice = once, and each repair finds nothing in the result', ({ text }) => {
    const once = repair(text).text;
    for (const { find } of REPAIRS) expect(applyEdits(once, find(once))).toBe(once);
  });
});
