import { expect, test } from 'vitest';
import { daysBetween, formatDate, timeOf, yearOf } from '../../src/views/dates.ts';

test('days are counted only between dates that state their day', () => {
  expect(daysBetween('2019-07-22', '2020-10-26')).toBe(462);
  expect(daysBetween('2020-02-28', '2020-03-01')).toBe(2);
  for (const [from, to] of [
    ['2019-07', '2020-10-26'],
    ['2019-07-22', '2020'],
    ['--07-22', '2020-10-26'],
    [null, '2020-10-26'],
    ['2019-07-22', undefined],
  ] as const)
    expect(daysBetween(from, to)).toBeNull();
});

test.each([
  ['2019', '2019年', '2019'],
  ['2019-07', '2019年7月', 'Jul 2019'],
  ['2019-07-22', '2019年7月22日', '22 Jul 2019'],
  ['--07-22', '7月22日（年份未披露）', '22 Jul (year not stated)'],
  ['--07', '7月（年份未披露）', 'Jul (year not stated)'],
])('%s is shown in its own precision', (date, zh, en) => {
  expect(formatDate(date, 'zh')).toBe(zh);
  expect(formatDate(date, 'en')).toBe(en);
});

test('an unknown year is no place on an axis', () => {
  expect(yearOf('--07-22')).toBeNull();
  expect(timeOf('--07')).toBeNull();
  expect(timeOf('2019')).toBe(Date.parse('2019-07-01'));
  expect(yearOf('2019-07')).toBe(2019);
});
