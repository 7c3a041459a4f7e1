import { expect, it } from 'vitest';
import { EMPTY_STATE } from '../../src/search/browser/page-state.ts';
import { readSaved, withSaved } from '../../src/search/browser/saved.ts';

it('keeps a search once, the latest first, without its page', () => {
  const first = withSaved([], { ...EMPTY_STATE, q: '小金库', page: 3 }, { seen: '2026-01-01', label: '小金库' });
  const second = withSaved(
    first,
    { ...EMPTY_STATE, q: '问责', since: '2026-01-01' },
    { seen: '2026-02-01', label: '问责 · 2020' },
  );
  const third = withSaved(second, { ...EMPTY_STATE, q: '小金库' }, { seen: '2026-03-01', label: '小金库' });
  expect(third).toEqual([
    { search: `?q=${encodeURIComponent('小金库')}`, seen: '2026-03-01', label: '小金库' },
    { search: `?q=${encodeURIComponent('问责')}`, seen: '2026-02-01', label: '问责 · 2020' },
  ]);
  expect(readSaved(JSON.stringify(third))).toEqual(third);
});

it('reads what an older page has stored, and calls it by its query', () => {
  expect(
    readSaved('[{"search":"?q=a&year=2020","seen":"2026-01-01"},{"search":"?q=b","seen":"yesterday","label":7}]'),
  ).toEqual([
    { search: '?q=a&year=2020', seen: '2026-01-01', label: 'a' },
    { search: '?q=b', seen: '', label: 'b' },
  ]);
});

it.each([null, '', 'null', '{', '7', '[null, 1, {}, {"search": "?x=1", "seen": ""}, {"search": 2, "seen": 3}]'])(
  'takes %j as nothing',
  (stored) => expect(readSaved(stored)).toEqual([]),
);
