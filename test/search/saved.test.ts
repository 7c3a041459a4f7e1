import { expect, it } from 'vitest';
import { EMPTY_STATE } from '../../src/search/browser/page-state.ts';
import { readSaved, withSaved } from '../../src/search/browser/saved.ts';

it('keeps a search once, the latest first, without its page', () => {
  const first = withSaved([], { ...EMPTY_STATE, q: '小金库', page: 3 }, '2026-01-01');
  const second = withSaved(first, { ...EMPTY_STATE, q: '问责', since: '2026-01-01' }, '2026-02-01');
  const third = withSaved(second, { ...EMPTY_STATE, q: '小金库' }, '2026-03-01');
  expect(third).toEqual([
    { search: `?q=${encodeURIComponent('小金库')}`, seen: '2026-03-01' },
    { search: `?q=${encodeURIComponent('问责')}`, seen: '2026-02-01' },
  ]);
  expect(readSaved(JSON.stringify(third))).toEqual(third);
});

it.each([null, '', 'null', '{', '7', '[null, 1, {}, {"search": "?x=1", "seen": ""}, {"search": 2, "seen": 3}]'])(
  'takes %j as nothing',
  (stored) => expect(readSaved(stored)).toEqual([]),
);
