import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLUES } from '../scraper/classify-clues.ts';
import { RULES } from '../scraper/extract/figures/rules.ts';
import { gateOf, MOST_GATED, neededUnits, sieve } from '../scraper/gate.ts';

describe('characters of which every match holds one', () => {
  test.each<[RegExp, string | null]>([
    [/约谈|诫勉/u, '约诫'],
    [/(?:共)?计\d{0,3}$/u, '计'],
    [/[一-三]{2}/u, '一丁丂七丄丅丆万丈三'],
    [/[^甲]+/u, null],
    [/甲?/u, null],
    [/甲|/u, null],
    [/(?<=甲)[乙丙]丁/u, '甲'],
    [/(?!甲)乙/u, '乙'],
    [/\d+家/u, '家'],
    [/^\d+$/u, '0123456789'],
    [/，戊/u, '戊'],
    [/end/i, 'Ee'],
    [/[𠮷]/u, '\udfb7'],
    [/./u, null],
  ])('%s', (pattern, expected) => {
    const units = neededUnits(pattern);
    expect(units && String.fromCharCode(...[...units].sort((a, b) => a - b))).toBe(expected);
  });
});

test('a gate says of each pattern whether it could match', () => {
  const gate = gateOf([/约谈/u, undefined, /\d+家/u, /^$/u]);
  expect(gate('')).toBe(0b1010);
  expect(gate('约')).toBe(0b1011);
  expect(gate('3家')).toBe(0b1110);
  expect(gateOf(Array(MOST_GATED).fill(/甲/u))('甲')).toBe(-1);
});

test('more patterns than bits are refused', () => {
  expect(() => gateOf(Array(33).fill(/甲/u))).toThrow('33 patterns, at most 32');
});

test('a sieve gives in their order the items that could match, however many they are', () => {
  const items = Array.from({ length: 70 }, (_, i) => ({ i, pattern: i % 2 ? /约谈/u : /立案/u }));
  const may = sieve(items, ({ pattern }) => [pattern]);
  expect(may('约').map(({ i }) => i)).toEqual(items.filter(({ i }) => i % 2).map(({ i }) => i));
  expect(may('')).toEqual([]);
});

test('a sieve of two texts asks both', () => {
  const may = sieve([{ before: /共/u }, { after: /家/u }, {}], ({ before, after }) => [before, after]);
  expect(may('共', '人')).toEqual([{ before: /共/u }, {}]);
  expect(may('', '家')).toEqual([{ after: /家/u }, {}]);
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

test('a gate never keeps a rule from a text that it fits', () => {
  const clues = Object.values(CLUES).flatMap((rows) => rows.map(({ pattern }) => pattern));
  const rules = RULES.flatMap(({ before, after }) => [before, after]).filter((pattern) => pattern !== undefined);
  const patterns = [...rules, ...clues];
  const gates = patterns.map((pattern) => ({ pattern, gate: gateOf([pattern]) }));
  fc.assert(
    fc.property(words, (text) => {
      for (const { pattern, gate } of gates) if (gate(text) === 0) expect(pattern.test(text)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});
