import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { gather, type Reply } from '../../src/search/browser/gather.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const hits = (from: number): Reply => ({ kind: 'hits', from, hits: [] });
const problems: Reply = { kind: 'problems', problems: [] };
const done: Reply = { kind: 'done', bytes: 0 };

it('hands a quick answer over in one go, the last reply of each kind, in order', () => {
  const taken: Reply[] = [];
  const { hear } = gather((reply) => taken.push(reply), 80);
  for (const reply of [hits(1), problems, hits(2)]) hear(reply);
  expect(taken).toEqual([]);
  hear(done);
  expect(taken).toEqual([problems, hits(2), done]);
  vi.advanceTimersByTime(1000);
  expect(taken).toHaveLength(3);
});

it('hands over what there is when the patience ends, and everything later as it comes', () => {
  const taken: Reply[] = [];
  const { hear } = gather((reply) => taken.push(reply), 80);
  hear(hits(1));
  vi.advanceTimersByTime(81);
  expect(taken).toEqual([hits(1)]);
  hear(hits(2));
  expect(taken).toEqual([hits(1), hits(2)]);
});

it('does not wait where nothing is searched for, and forgets what it holds when it is stopped', () => {
  const taken: Reply[] = [];
  const nothing: Reply = { kind: 'understood', query: null, notes: [], notices: 3, newest: '' };
  gather((reply) => taken.push(reply), 80).hear(nothing);
  expect(taken).toEqual([nothing]);
  const { hear, stop } = gather((reply) => taken.push(reply), 80);
  hear(hits(1));
  stop();
  vi.advanceTimersByTime(1000);
  expect(taken).toHaveLength(1);
});
