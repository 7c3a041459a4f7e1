import { describe, expect, test } from 'vitest';
import { applyCorrections, type CorrectionEntry, staleLine, valueAt } from '../../src/model/index.ts';
import { sampleRecord, sampleSource } from '../sample-record.ts';

const figure = (value: number, quote: string) => ({
  category: 'issues' as const,
  value,
  unit: '个',
  approx: false,
  scope: 'total' as const,
  quote,
  start: 0,
  end: quote.length,
  section: '',
});
const other = { rule: 'r', severity: 'warning' as const, message: 'm' };
const record = sampleRecord('16个问题。14个问题。', {
  id: 'notice',
  sources: [sampleSource(null)],
  figures: [figure(16, '16个问题'), figure(14, '14个问题')],
  headline: { issues: 16 },
  units: [
    { name: '甲公司', id: null },
    { name: '乙公司', id: null },
    { name: '丙公司', id: null },
  ],
  evidence: {
    'units.0': { start: 0, end: 3, quote: '甲公司' },
    'units.1': { start: 3, end: 6, quote: '乙公司' },
    'units.2': { start: 6, end: 9, quote: '丙公司' },
  },
  checks: [
    { ...other, fields: ['figures.0', 'figures.1'] },
    { ...other, fields: ['figures.1'] },
  ],
});
const entry = (field: string, from: CorrectionEntry['from'], to: CorrectionEntry['to']): CorrectionEntry => ({
  id: 'notice',
  field,
  from,
  to,
  reason: '原文为十八个',
  by: 'tester',
  on: '2026-11-22',
});

test('a correction changes its fact, and the record says from what, to what, why, who and when', () => {
  const { record: corrected, stale, broken } = applyCorrections(record, [entry('headline.issues', 16, 18)]);
  expect(corrected.headline.issues).toBe(18);
  expect(corrected.corrections).toEqual([
    { field: 'headline.issues', from: 16, to: 18, reason: '原文为十八个', by: 'tester', on: '2026-11-22' },
  ]);
  expect([stale, broken]).toEqual([[], null]);
  expect(record.headline.issues).toBe(16);
});

test('a stale one is not applied and tells both values', () => {
  const { record: same, stale } = applyCorrections(record, [entry('headline.issues', 17, 18)]);
  expect(same).toBe(record);
  expect(staleLine('content/corrections/notice.yaml', stale[0] as (typeof stale)[0])).toBe(
    'content/corrections/notice.yaml: notice: headline.issues: stale: it corrects 17, the record holds 16 → look at the notice again, then change "from" or remove the correction',
  );
});

describe('what is missing', () => {
  test('null as "from" fills a fact in; null as "to" of a headline figure takes its key away', () => {
    const filled = applyCorrections(record, [entry('inspection.start', null, '2019-03')]).record;
    expect(filled.inspection.start).toBe('2019-03');
    expect(applyCorrections(record, [entry('headline.issues', 16, null)]).record.headline).toEqual({});
  });
  test('null as "to" takes a member out of its list, and the evidence of the others stays theirs', () => {
    const corrected = applyCorrections(record, [
      entry('units.0', { id: null, name: '甲公司' }, null),
      entry('units.2.name', '丙公司', '丙有限公司'),
      entry('figures.0', valueAt(record, 'figures.0') as CorrectionEntry['from'], null),
    ]).record;
    expect(corrected.units.map(({ name }) => name)).toEqual(['乙公司', '丙有限公司']);
    expect(corrected.evidence['units.1']?.quote).toBe('丙公司');
    expect(Object.keys(corrected.evidence)).toHaveLength(2);
    expect(corrected.figures.map(({ value }) => value)).toEqual([14]);
    expect(corrected.checks).toEqual([{ ...other, fields: ['figures.0'] }]);
  });
  test('one past the end adds a member', () => {
    const added = applyCorrections(record, [entry('inspection.groups.0', null, '中央第六巡视组')]).record;
    expect(added.inspection.groups).toEqual(['中央第六巡视组']);
  });
});

test.each([
  ['headline.issues', 16, '十六', /headline\.issues: /],
  ['inspection.begin', null, '2019', /inspection: /],
  ['figures.7.value', null, 3, /leads nowhere/],
  ['docType', 'rectification', 'novel', /docType: /],
])('%s → %j breaks the record and is refused', (field, from, to, message) => {
  const result = applyCorrections(record, [entry(field, from, to)]);
  expect(result.broken).toMatch(message);
  expect(result.record).toBe(record);
});

test('corrections build on each other in their order, and those of other records are left alone', () => {
  const { record: corrected, stale } = applyCorrections(record, [
    entry('headline.issues', 16, 17),
    entry('headline.issues', 17, 18),
    { ...entry('headline.issues', 1, 2), id: 'other' },
  ]);
  expect(corrected.headline.issues).toBe(18);
  expect(stale).toEqual([]);
});

test('prototypes are out of reach', () => {
  expect(valueAt(record, 'headline.constructor')).toBeUndefined();
  const { broken, record: same } = applyCorrections(record, [entry('__proto__.x', null, 1)]);
  expect(broken === null ? same.corrections : broken).toBeTruthy();
  expect(({} as { x?: number }).x).toBeUndefined();
});
