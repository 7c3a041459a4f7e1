import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLUES } from '../scraper/classify-clues.ts';
import { RULES } from '../scraper/extract/figures/rules.ts';
import { doubleSieve, gateOf, MOST_GATED, neededSigns, sieve } from '../scraper/gate.ts';

describe('signs of which every match holds one: a character, or two side by side', () => {
  test.each<[RegExp, string | null]>([
    [/约谈|诫勉/u, '约谈 诫勉'],
    [/(?:共)?计\d{0,3}$/u, '计'],
    [/[甲乙]丙/u, '乙丙 甲丙'],
    [/[一-三]{2}/u, '一 丁 七 万 丈 三 丂 丄 丅 丆'],
    [/[^甲]+/u, null],
    [/甲?/u, null],
    [/甲|/u, null],
    [/甲?乙/u, '乙'],
    [/(?:甲?乙|丙)丁/u, '丙丁 乙丁'],
    [/(?:甲|乙?)丙/u, '丙'],
    [/甲.乙/u, '甲'],
    [/(?<=甲)[乙丙]丁/u, '甲丙 甲乙'],
    [/(?<=甲)(?:乙|丙)/u, '甲丙 甲乙'],
    [/甲(?=乙)丙?/u, '甲乙'],
    [/(?!甲)乙/u, '乙'],
    [/甲$|^乙/u, '乙 甲'],
    [/[共计]+家/u, '共家 计家'],
    [/整改.{0,9}销号/u, '销号'],
    [/，戊/u, '，戊'],
    [/.nd/i, 'ND Nd nD nd'],
    [/[𠮷]甲/u, '\udfb7甲'],
    [/甲𠮷/u, '甲\ud842'],
    [/./u, null],
  ])('%s', (pattern, expected) => {
    const signs = neededSigns(pattern);
    expect(signs && new Set(signs)).toEqual(expected && new Set(expected.split(' ')));
  });
});

test('a gate says of each pattern whether it could match', () => {
  const gate = gateOf([/约谈/u, undefined, /\d+家/u, /^$/u]);
  expect(gate('')).toBe(0b1010);
  expect(gate('约好再谈')).toBe(0b1010);
  expect(gate('约谈')).toBe(0b1011);
  expect(gate('3家')).toBe(0b1110);
  expect(gateOf(Array(MOST_GATED).fill(/甲/u))('甲')).toBe(-1);
});

test('a gate knows each of several hundred characters, also where gates together have more than it can number', () => {
  const gate = gateOf([/[一-仿]/u, /[\u4f00-\u5000]/u]);
  for (let unit = 0x4e00; unit <= 0x5000; unit++)
    expect(gate(String.fromCharCode(unit))).toBe((unit <= 0x4eff ? 1 : 0) | (unit >= 0x4f00 ? 2 : 0));
  const gates = Array.from({ length: 40 }, (_, i) => {
    const first = 0x5000 + (i % 20) * 0x100;
    return {
      first,
      gate: gateOf([new RegExp(`[${String.fromCharCode(first)}-${String.fromCharCode(first + 0xff)}]`)]),
    };
  });
  for (const { first, gate: one } of gates)
    for (let unit = first; unit < first + 0x100; unit++) expect(one(String.fromCharCode(unit))).toBe(1);
});

test('characters that share a number are both let through, each by its own pattern', () => {
  // in the order in which gates meet them characters are numbered; the 4,096th bears the number of the first
  const units = Array.from({ length: 4200 }, (_, i) => String.fromCharCode(0xe000 + i));
  for (const unit of units) gateOf([new RegExp(unit)]);
  units.slice(4095).forEach((second, at) => {
    const first = units[at] as string;
    const gate = gateOf([new RegExp(first), new RegExp(second)]);
    expect(gate(first) & 1).toBe(1);
    expect(gate(second) & 2).toBe(2);
  });
});

test('a gate looks at a stretch of a text', () => {
  const gate = gateOf([/约谈/u]);
  expect(gate('提醒约谈', 2)).toBe(1);
  expect(gate('提醒约谈', 3)).toBe(0);
  expect(gate('提醒约谈', 0, 3)).toBe(0);
});

test('more patterns than bits are refused', () => {
  expect(() => gateOf(Array(33).fill(/甲/u))).toThrow('33 patterns, at most 32');
});

test('a sieve gives in their order the items that could match, however many they are', () => {
  const items = Array.from({ length: 70 }, (_, i) => ({ i, pattern: i % 2 ? /约谈/u : /立案/u }));
  const may = sieve(items, ({ pattern }) => pattern);
  expect(may('约谈').map(({ i }) => i)).toEqual(items.filter(({ i }) => i % 2).map(({ i }) => i));
  expect(may('')).toEqual([]);
});

test('a sieve of two stretches asks both', () => {
  const may = doubleSieve<{ before?: RegExp; after?: RegExp }>(
    [{ before: /共/u }, { after: /家/u }, {}],
    ({ before }) => before,
    ({ after }) => after,
  );
  expect(may('共5人', 0, 1, 2, 3)).toEqual([{ before: /共/u }, {}]);
  expect(may('共5家', 1, 1, 2, 3)).toEqual([{ after: /家/u }, {}]);
});

// the characters of the rules themselves, so that many of the texts match
const words = fc
  .array(
    fc.constantFrom(
      ...new Set(RULES.flatMap(({ before, after }) => [...`${before?.source ?? ''}${after?.source ?? ''}`])),
      '，',
      '已完成',
      '问责',
      '追缴',
      '整改措施',
      '反馈问题',
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

const PATTERNS = [
  ...RULES.flatMap(({ before, after }) => [before, after]).filter((pattern) => pattern !== undefined),
  ...Object.values(CLUES).flatMap((rows) => rows.map(({ pattern }) => pattern)),
];
const GATES = PATTERNS.map((pattern) => ({ pattern, gate: gateOf([pattern]) }));

test('a gate never keeps a rule from a text that it fits', () => {
  fc.assert(
    fc.property(words, (text) => {
      for (const { pattern, gate } of GATES) if (gate(text) === 0) expect(pattern.test(text)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

/** Texts written to fit a pattern, where fast-check can write them: it knows no assertions but ^ and $. */
const fitting = (pattern: RegExp): fc.Arbitrary<string> | null =>
  /\(\?[=!<]/.test(pattern.source) ? null : fc.stringMatching(pattern);

test('a gate lets through what is written to fit its pattern', () => {
  const written = GATES.flatMap(({ pattern, gate }) => {
    const texts = fitting(pattern);
    return texts ? [{ pattern, gate, texts }] : [];
  });
  expect(written.length).toBeGreaterThan(GATES.length / 3);
  for (const { gate, texts } of written)
    fc.assert(
      fc.property(texts, (text) => gate(text) !== 0),
      { numRuns: 20 },
    );
});
