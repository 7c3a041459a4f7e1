import { expect, test } from 'vitest';
import { csvLine } from '../../src/exports/csv.ts';

test('commas, quotes and line ends are quoted; missing stays empty, zero stays zero', () => {
  expect(csvLine(['a,b', 'say "x"', 'two\nlines', null, undefined, 0, false, ''])).toBe(
    '"a,b","say ""x""","two\nlines",,,0,false,\r\n',
  );
});

test.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx', '＝1', '＋1'])('%j cannot become a formula', (words) => {
  expect(csvLine([words]).replace(/^"/, '')).toMatch(/^'/);
});

test('a negative number is a number', () => {
  expect(csvLine([-1])).toBe('-1\r\n');
});
