import { describe, expect, it } from 'vitest';
import { type Findings, summarise, usualGap } from '../scraper/health.ts';
import type { Entry } from '../scraper/store.ts';
import type { Visited } from '../scraper/visit.ts';
import { Source, type SourceHealth } from '../src/model/index.ts';
import { sampleRecord } from './sample-record.ts';

const LIST = 'http://nengyuan.example/list/';

const source = (extra: object = {}): Source =>
  Source.parse({
    id: 'nengyuan',
    name: '示例能源',
    kind: 'authority',
    home: 'http://nengyuan.example/',
    lists: [{ form: 'html', url: LIST, row: 'li' }],
    enabled: true,
    verified: false,
    sample: true,
    ...extra,
  });

const visited = (rows: number, extra: Partial<Visited> = {}, wanted = rows): Visited => ({
  lists: [
    {
      reading: {
        url: LIST,
        pages: 1,
        rows: Array.from({ length: rows }, (_, n) => ({ url: `${LIST}${n}`, title: '通报', date: null })),
        attempts: 1,
        problem: null,
        troublePage: null,
      },
      wanted,
    },
  ],
  counts: {
    new: 0,
    changed: 0,
    added: 0,
    reread: 0,
    unchanged: rows,
    missing: 0,
    gone: 0,
    failed: 0,
    unread: 0,
    postponed: 0,
    fresh: 0,
  },
  causes: {},
  unread: [],
  proposals: [],
  repairs: {},
  remarks: [],
  warnings: new Map(),
  ...extra,
});

const entry = (day: string, filled: readonly string[] = ['title', 'groups']): Entry => {
  const { docType, title, enterprise, inspection, publication } = sampleRecord('正文');
  return {
    id: `n-${day}`,
    textHash: '0'.repeat(64),
    chars: 1000,
    urls: [`http://nengyuan.example/${day}`],
    facts: { docType, title, enterprise, inspection, publication: { ...publication, publishedDate: day } },
    filled,
    isSample: true,
  };
};

const summary = (extra: Partial<Findings> = {}): SourceHealth =>
  summarise({
    source: source(),
    visited: visited(10),
    entries: [],
    before: null,
    hosts: [],
    now: new Date('2026-03-01T02:00:00Z'),
    ...extra,
  });

describe('the usual pause of a source', () => {
  it('is twice its longest so far, and never less than is usual for its kind', () => {
    const halfYearly = ['2023-01-01', '2023-07-01', '2024-01-01', '2024-07-01', '2025-01-01'];
    expect(usualGap(halfYearly, 'media')).toBe(2 * 184);
    expect(usualGap(['2025-01-01', '2025-01-02', '2025-01-03', '2025-01-04'], 'authority')).toBe(180);
    expect(usualGap(halfYearly, 'own')).toBe(730);
  });

  it('is not known from fewer than four days', () => {
    expect(usualGap(['2023-01-01', '2024-01-01', '2025-01-01', '2025-01-01'], 'own')).toBeNull();
  });

  it('that is over is an alarm with the age of the newest record', () => {
    const often = ['2025-01-10', '2025-02-10', '2025-03-10', '2025-04-10'].map((day) => entry(day));
    expect(summary({ entries: often })).toMatchObject({
      state: 'quiet',
      newest: '2025-04-10',
      usualGap: 180,
      problems: ['nothing new for 325 days; 180 are usual here'],
    });
    const seldom = ['2021-01-10', '2022-01-10', '2023-01-10', '2025-04-10'].map((day) => entry(day));
    expect(summary({ entries: seldom })).toMatchObject({ state: 'ok', problems: [] });
    // a publisher in trouble is not called quiet, but the silence is told as well
    const lists = visited(10, { causes: { down: 1 }, counts: { ...visited(10).counts, failed: 1 } });
    expect(summary({ entries: often, visited: lists })).toMatchObject({
      state: 'partial',
      problems: ['1 notice failed: 1 down', expect.stringContaining('nothing new for 325 days')],
    });
  });
});

describe('a list', () => {
  it('that has shrunk, or whose titles all changed, has moved', () => {
    const before = summary({ visited: visited(10) });
    expect(summary({ visited: visited(6), before }).state).toBe('ok');
    expect(summary({ visited: visited(5), before })).toMatchObject({
      state: 'moved',
      problems: [`list ${LIST}: 5 rows, 10 at the last look`],
    });
    expect(summary({ visited: visited(10, {}, 0), before })).toMatchObject({
      state: 'moved',
      problems: [expect.stringContaining('the title filter lets no row through, 10 at the last look')],
    });
  });
});

describe('the fields of the records', () => {
  const day = (n: number) => `2026-02-0${n}`;
  const full = [1, 2, 3, 4].map((n) => entry(day(n)));
  const poor = [1, 2, 3, 4].map((n) => entry(day(n), ['title']));

  it('that many records lost are told, against the last run whose lists were well', () => {
    const before = summary({ entries: full });
    expect(before.fillBefore).toMatchObject({ groups: 1 });
    const after = summary({ entries: poor, before });
    expect(after).toMatchObject({
      state: 'partial',
      problems: ['field groups: in 0 % of the records, 100 % at the last good run'],
      fillBefore: { groups: 1 },
    });
  });

  it('have a standard also where some page fails in every run', () => {
    const failing = visited(10, { causes: { blocked: 1 }, counts: { ...visited(10).counts, failed: 1 } });
    const before = summary({ entries: full, visited: failing });
    expect(before).toMatchObject({ state: 'partial', fillBefore: { groups: 1 } });
    const after = summary({ entries: poor, visited: failing, before });
    expect(after.problems).toContain('field groups: in 0 % of the records, 100 % at the last good run');
  });
});

it('a site that breaks everywhere does not fill the report', () => {
  const remarks = Array.from({ length: 1000 }, (_, n) => `page ${n} is missing`);
  const { problems } = summary({ visited: visited(10, { remarks }) });
  expect(problems).toHaveLength(51);
  expect(problems.at(-1)).toBe('and 950 more');
});
