import { describe, expect, test } from 'vitest';
import type { Round } from '../../src/model/index.ts';
import { coverRound } from '../../src/views/round.ts';
import { type NoticeSummary, summarise } from '../../src/views/summary.ts';
import { makeNotice } from '../fixtures/notices.ts';

const summaries = [0, 1, 2].map((i) => summarise(makeNotice(i, { notices: 3 }).record));
const round: Round = {
  id: 'demo-1',
  term: 17,
  number: 1,
  body: '示例中央',
  kind: '专项',
  start: '2014-11',
  feedback: '2015-03',
  unsourced: ['feedback'],
  complete: true,
  units: [
    ...summaries.map((n) => ({
      name: n.enterprise?.name ?? '',
      enterprise: n.enterprise?.id ?? '',
      source: 'knowledge',
      verified: false,
    })),
    { name: '某部', source: 'knowledge', verified: true },
  ],
};
const states = (notices: readonly NoticeSummary[]) => coverRound(round, notices).units.map((u) => u.notice?.id ?? null);

describe('a round', () => {
  test('counts registered enterprises and those whose account was found', () => {
    const coverage = coverRound(round, summaries);
    expect([coverage.enterprises, coverage.found]).toEqual([3, 3]);
    expect(coverage.medianLag).toBe([...summaries.map((n) => n.lag ?? 0)].sort((a, b) => a - b)[1]);
    expect(coverage.units[3]).toMatchObject({ notice: null, feedbackFrom: 'unsourced' });
    expect(coverage.units[0]).toMatchObject({ feedbackFrom: 'notice', lag: summaries[0]?.lag });
  });

  test('without one notice exactly its cell turns', () => {
    const all = states(summaries);
    const fewer = states(summaries.filter((_, i) => i !== 1));
    expect(fewer).toEqual(all.map((id, i) => (i === 1 ? null : id)));
  });

  test('news about progress does not end the waiting, and its date of feedback is used', () => {
    const [first] = summaries;
    const news = { ...(first as NoticeSummary), id: 'news', docType: 'progress-news' as const, lag: null };
    const state = coverRound(round, [news]).units[0];
    expect(state).toMatchObject({ notice: null, feedback: first?.feedback, feedbackFrom: 'notice' });
    expect(state?.others.map((n) => n.id)).toEqual(['news']);
  });

  test('of two accounts the first published counts', () => {
    const [first] = summaries as [NoticeSummary];
    const later = { ...first, id: 'later', published: '2030-01-01', lag: 5000 };
    expect(coverRound(round, [later, first]).units[0]?.notice?.id).toBe(first.id);
  });

  test('a notice outside the list is named, not counted', () => {
    const stranger = { ...(summaries[0] as NoticeSummary), enterpriseIds: ['other'] };
    const coverage = coverRound(round, [stranger]);
    expect([coverage.found, coverage.unlisted.length]).toEqual([0, 1]);
  });
});
