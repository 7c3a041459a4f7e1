import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { atomFeed } from '../../src/views/feed.ts';
import { summarise } from '../../src/views/summary.ts';
import { makeNotice } from '../fixtures/notices.ts';

const notices = [0, 1, 2].map((i) => summarise(makeNotice(i, { notices: 3 }).record));
const absolute = (path: string): string => `https://x.example${path}`;
const feed = { title: '全部', page: '/notices/', self: '/feed.xml', notices };

test('holds every notice with its address and the moment of its capture', () => {
  const $ = load(atomFeed(feed, absolute), { xml: true });
  expect($('entry')).toHaveLength(3);
  expect($('entry link').first().attr('href')).toMatch(/^https:\/\/x\.example\/notices\/demo-/);
  expect($('feed > updated').text()).toBe('2026-11-20T03:04:05Z');
  expect(
    new Set(
      $('id')
        .toArray()
        .map((e) => $(e).text()),
    ).size,
  ).toBe(4);
  expect($('entry title').first().text()).toContain('（示例）');
});

test('latest captures come first and at most a hundred are listed', () => {
  const many = Array.from({ length: 150 }, (_, i) => ({
    ...(notices[0] as (typeof notices)[number]),
    id: `n-${i}`,
    retrievedAt: new Date(Date.UTC(2026, 0, 1 + i)).toISOString(),
  }));
  const $ = load(atomFeed({ ...feed, notices: many }, absolute), { xml: true });
  expect($('entry')).toHaveLength(100);
  expect($('entry id').first().text()).toBe('urn:zhenggai:notice:n-149');
});

test('words that are no XML stay words or go', () => {
  const hostile = { ...(notices[0] as (typeof notices)[number]), title: ']]></title><x>\u0000&', publisher: '"<' };
  const $ = load(atomFeed({ ...feed, notices: [hostile] }, absolute), { xml: true });
  expect($('entry title').text()).toContain(']]></title><x>&');
  expect($('x')).toHaveLength(0);
});
