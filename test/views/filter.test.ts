import { expect, test } from 'vitest';
import { by, filterNotices, NO_FILTER } from '../../src/views/filter.ts';
import { listNotice } from '../../src/views/listed.ts';
import { summarise } from '../../src/views/summary.ts';
import { makeNotice } from '../fixtures/notices.ts';

const notices = [0, 1, 2, 3, 4].map((i) => listNotice(summarise(makeNotice(i, { notices: 5 }).record), new Map()));
const ids = (list: readonly { id: string }[]): string[] => list.map((n) => n.id);

test('filters are combined, and nothing asked gives everything', () => {
  expect(filterNotices(notices, NO_FILTER)).toHaveLength(5);
  expect(ids(filterNotices(notices, { ...NO_FILTER, q: '岷岭' }))).toEqual(['demo-01-r1']);
  expect(ids(filterNotices(notices, { ...NO_FILTER, q: ' DEMO-02 ' }))).toEqual(['demo-02-r1']);
  expect(filterNotices(notices, { ...NO_FILTER, q: '岷岭', type: 'feedback' })).toEqual([]);
  expect(filterNotices(notices, { ...NO_FILTER, q: '(.*' })).toEqual([]);
});

test('what is missing sorts last, whichever way', () => {
  const [first, ...rest] = notices;
  const holes = [{ ...first, id: 'none', lag: null, published: null, totals: [] } as (typeof notices)[number], ...rest];
  for (const sort of ['oldest', 'lag', 'issues'])
    expect(ids(filterNotices(holes, { ...NO_FILTER, sort })).at(-1), sort).toBe('none');
  expect([3, null, 1, 2].sort(by((n) => n, 1))).toEqual([1, 2, 3, null]);
  expect([3, null, 1, 2].sort(by((n) => n, -1))).toEqual([3, 2, 1, null]);
});
