import { describe, expect, test } from 'vitest';
import { FIXED_EXPRESSIONS, fixedExpressionEnd } from '../scraper/fixed-expressions.ts';
import { findNumerals } from '../scraper/numerals.ts';

const expressions = FIXED_EXPRESSIONS.flatMap(([row]) => row.split(' '));

describe('fixed expressions', () => {
  test('each stands in the table once, with a reason', () => {
    expect(new Set(expressions).size).toBe(expressions.length);
    for (const [, reason] of FIXED_EXPRESSIONS) expect(reason).not.toBe('');
  });

  test.each(expressions)('%s counts nothing', (expression) => {
    expect(fixedExpressionEnd(`落实${expression}。`, 2)).toBeGreaterThan(2);
    expect(findNumerals(`落实${expression}。`)).toEqual([]);
  });

  test('what only starts alike counts', () => {
    expect(findNumerals('三项措施、四个方面、两个单位')).toHaveLength(3);
  });
});
