import { expect, test } from 'vitest';
import { Source, SourceHealth } from '../../src/model/index.ts';
import { sourceReports } from '../../src/views/sources.ts';

const source = (id: string): Source =>
  Source.parse({
    id,
    name: `示例${id}`,
    kind: 'own',
    home: `http://${id}.example/`,
    known: [`http://${id}.example/1.html`],
    enabled: true,
    verified: false,
    sample: true,
  });

const health = (id: string, state: SourceHealth['state']): SourceHealth =>
  SourceHealth.parse({
    id,
    name: `示例${id}`,
    state,
    problems: [],
    lookedAt: '2026-03-11T02:00:00.000Z',
    lastGood: null,
    nextDue: '2026-03-18T02:00:00.000Z',
    lists: [],
    requests: 3,
    statuses: { '2xx': 3 },
    bytes: 2048,
    counts: {
      new: 0,
      changed: 0,
      added: 0,
      reread: 0,
      unchanged: 1,
      missing: 0,
      gone: 0,
      failed: 0,
      unread: 0,
      postponed: 0,
      fresh: 0,
    },
    repairs: {},
    unread: [],
    proposals: [],
    notices: 1,
    fill: { title: 1, round: 0.5 },
    fillBefore: { title: 1 },
    newest: '2026-03-01',
    usualGap: 180,
  });

const registries = (ids: readonly string[]) => ({
  enterprises: [],
  rounds: [],
  sectors: [],
  topics: [],
  glossary: [],
  noindex: [],
  sources: ids.map(source),
});

test('trouble stands first, what nobody has looked at last', () => {
  const reports = sourceReports({
    registries: registries(['fine', 'never', 'shut']),
    health: [health('fine', 'ok'), health('shut', 'blocked')],
  });
  expect(reports.map((report) => [report.source.id, report.health?.state ?? null])).toEqual([
    ['shut', 'blocked'],
    ['fine', 'ok'],
    ['never', null],
  ]);
});

test('the age of the newest record and the fill rates stand beside what they are held against', () => {
  const [report] = sourceReports({ registries: registries(['fine']), health: [health('fine', 'ok')] });
  expect(report?.age).toBe(10);
  expect(report?.fill).toEqual([
    { field: 'title', now: 1, before: 1 },
    { field: 'round', now: 0.5, before: null },
  ]);
});
