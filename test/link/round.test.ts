import { describe, expect, it } from 'vitest';
import { linkRound, type RoundClues } from '../../scraper/link/round.ts';
import type { Round } from '../../src/model/index.ts';

const round = (id: string, body: string, start: string, end: string, enterprises: string[]): Round => {
  const [term, number] = id.split('-').slice(-2).map(Number);
  const units = enterprises.map((enterprise) => ({
    name: enterprise,
    enterprise,
    source: 'knowledge',
    verified: true,
  }));
  return {
    id,
    body,
    term: term ?? 1,
    number: number ?? 1,
    kind: '常规',
    start,
    end,
    unsourced: [],
    units,
    complete: true,
  };
};

const rounds = [
  round('19-3', '中央', '2019-03', '2019-06', ['china-telecom', 'cnpc']),
  round('20-1', '中央', '2023-04', '2023-06', ['cec']),
  round('20-2', '中央', '2023-10', '2023-12', ['faw']),
  round('jiang-14-3', '江省委', '2024-03-18', '2024-06-07', ['jiang-port']),
  round('hai-14-3', '海省委', '2024-03-20', '2024-06-10', ['hai-port']),
];

const clues = (some: Partial<RoundClues>): RoundClues => ({
  text: null,
  level: 'central',
  start: null,
  feedbackDate: null,
  enterpriseId: null,
  ...some,
});

const CASES: readonly [string, Partial<RoundClues>, string | null][] = [
  ['by term and number', { text: '十九届中央第三轮' }, '19-3'],
  ['by year and number', { text: '2023年中央第二轮' }, '20-2'],
  ['the first of a year', { text: '2023年首轮' }, '20-1'],
  ['a stated round that the registry lacks is no other one', { text: '十九届中央第五轮', start: '2019-04' }, null],
  ['by dates and enterprise', { start: '2023-04-06', enterpriseId: 'cec' }, '20-1'],
  ['not by dates alone', { start: '2023-04-06' }, null],
  ['not for another enterprise', { start: '2023-04-06', enterpriseId: 'faw' }, null],
  ['a province by its full name', { level: 'province', text: '十四届海省委第三轮' }, 'hai-14-3'],
  [
    'a province by its enterprise',
    { level: 'province', text: '十四届省委第三轮', enterpriseId: 'jiang-port' },
    'jiang-14-3',
  ],
  ['not a province that is not named', { level: 'province', text: '十四届省委第三轮' }, null],
  ['a province by dates', { level: 'province', start: '2024-03-20', enterpriseId: 'hai-port' }, 'hai-14-3'],
  [
    'a province’s round is not the centre’s',
    { level: 'province', text: '十九届省委第三轮', enterpriseId: 'cnpc' },
    null,
  ],
  ['an enterprise’s own round', { level: 'group', start: '2023-04-06', enterpriseId: 'cec' }, null],
  ['a year without a known start', { start: '--04-06', enterpriseId: 'cec' }, null],
];

describe('linkRound', () => {
  it.each(CASES)('%s', (_, some, expected) => {
    expect(linkRound(clues(some), rounds)).toBe(expected);
  });
});
