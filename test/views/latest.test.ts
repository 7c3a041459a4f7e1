import { expect, test } from 'vitest';
import { latest } from '../../src/views/latest.ts';

test('what was asked for last is computed once, and anything else anew', () => {
  const asked: string[] = [];
  const view = latest((id) => {
    asked.push(id);
    return { id };
  });
  expect(view('a')).toBe(view('a'));
  expect(view('b')).toEqual({ id: 'b' });
  expect(view('a')).toEqual({ id: 'a' });
  expect(asked).toEqual(['a', 'b', 'a']);
});
