import { expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { formatNumber, langOf, localeParam, translator } from '../../src/i18n/index.ts';
import { zh } from '../../src/i18n/zh.ts';

const holes = (message: string): string[] => [...message.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '').sort();

test.each(Object.keys(zh) as (keyof typeof zh)[])('%s has words and the same holes in both languages', (key) => {
  expect(zh[key].trim()).not.toBe('');
  expect(en[key].trim()).not.toBe('');
  expect(holes(en[key])).toEqual(holes(zh[key]));
});

test('holes are filled, unknown ones stay visible', () => {
  expect(translator('zh')('asOf', { date: '2026-11-22' })).toBe('数据截至 2026-11-22');
  expect(translator('en')('asOf')).toBe('Data as of {date}');
});

test('numbers and routes', () => {
  expect(formatNumber(1234567.891, 'en', { maximumFractionDigits: 1 })).toBe('1,234,567.9');
  expect([langOf(undefined), langOf('en'), localeParam('zh'), localeParam('en')]).toEqual([
    'zh',
    'en',
    undefined,
    'en',
  ]);
});
