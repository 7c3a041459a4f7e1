import { expect, test } from 'vitest';
import {
  byRelease,
  changesOf,
  compareSheets,
  compareStates,
  type FactSheet,
  type Figure,
  factSheet,
  figureLine,
  isSameSheet,
  Release,
  StateLine,
} from '../../src/model/index.ts';
import { sampleRecord, sampleSource } from '../sample-record.ts';

const figure = (value: number, extra: Partial<Figure> = {}): Figure => ({
  category: 'issues',
  value,
  unit: '个',
  approx: false,
  scope: 'total',
  quote: `${value}个问题`,
  start: 0,
  end: 4,
  section: '',
  ...extra,
});
const record = sampleRecord('16个问题', {
  id: 'notice',
  sources: [sampleSource('http://a.example/1')],
  figures: [figure(16), figure(2, { scope: 'part' })],
  headline: { issues: 16 },
});
const sheet = factSheet(record);
const correction = { field: 'headline.issues', from: 16, to: 18, reason: 'r', by: 'b', on: '2026-11-22' };

test.each([
  [figure(16), 'issues=16个 total'],
  [figure(98.5, { category: 'completionRate', unit: '%', approx: true, scope: 'part' }), 'completionRate≈98.5% part'],
  [figure(3, { min: 2, unit: '项' }), 'issues=2–3项 total'],
])('a figure in one line, wherever it stands', (one, line) => {
  expect(figureLine(one)).toBe(line);
});

test('a sheet survives its file and leaves out what is not stated', () => {
  expect(StateLine.parse(JSON.parse(JSON.stringify(sheet)))).toEqual(sheet);
  expect(sheet.facts).not.toHaveProperty(['inspection.start']);
  expect(sheet.facts['headline.issues']).toBe(16);
});

test('where a figure stands is no change; its value is', () => {
  const moved = factSheet({ ...record, figures: [figure(2, { scope: 'part', start: 90, end: 94 }), figure(16)] });
  expect(isSameSheet(compareSheets(sheet, moved))).toBe(true);
  const other = compareSheets(sheet, factSheet({ ...record, figures: [figure(17), figure(2, { scope: 'part' })] }));
  expect(other).toEqual({ fields: [], figuresAdded: ['issues=17个 total'], figuresRemoved: ['issues=16个 total'] });
});

test('added, gone and nothing', () => {
  expect(changesOf(undefined, sheet)).toMatchObject([{ kind: 'added', figuresAdded: sheet.figures }]);
  expect(changesOf(sheet, undefined)).toMatchObject([{ kind: 'gone', figuresRemoved: sheet.figures }]);
  expect(changesOf(sheet, sheet)).toEqual([]);
});

test('gone from the web: the facts stay', () => {
  const lost = factSheet({
    ...record,
    sources: record.sources.map((source) => ({ ...source, status: 'gone' as const })),
  });
  expect(changesOf(sheet, lost)).toEqual([
    { id: 'notice', kind: 'gone', fields: [], figuresAdded: [], figuresRemoved: [] },
  ]);
  expect(changesOf(lost, lost)).toEqual([]);
});

test('what a person corrected is told apart from what the page changed', () => {
  const after = factSheet({
    ...record,
    title: '另一标题',
    headline: { issues: 18 },
    corrections: [correction],
  });
  expect(changesOf(sheet, after).map(({ kind, fields }) => [kind, fields.map(({ field }) => field)])).toEqual([
    ['changed', ['title']],
    ['corrected', ['headline.issues']],
  ]);
  // taking a correction back is a correction too
  expect(changesOf(after, { ...sheet, facts: { ...sheet.facts, title: '另一标题' } })).toMatchObject([
    { kind: 'corrected', fields: [{ field: 'headline.issues', from: 18, to: 16 }] },
  ]);
});

test('corrected figures show old and new', () => {
  const after = factSheet({
    ...record,
    figures: [figure(17), figure(2, { scope: 'part' })],
    corrections: [{ ...correction, field: 'figures.0.value', to: 17 }],
  });
  expect(changesOf(sheet, after)).toEqual([
    {
      id: 'notice',
      kind: 'corrected',
      fields: [],
      figuresAdded: ['issues=17个 total'],
      figuresRemoved: ['issues=16个 total'],
    },
  ]);
});

test('states are compared by id, in order; the changes make a release', () => {
  const state = (...sheets: FactSheet[]) => new Map(sheets.map((each) => [each.id, each]));
  const changes = compareStates(state(sheet, { ...sheet, id: 'z' }), state({ ...sheet, id: 'a' }, sheet));
  expect(changes.map(({ id, kind }) => [id, kind])).toEqual([
    ['a', 'added'],
    ['z', 'gone'],
  ]);
  const release = { id: '2026-11-22-2', schema: '1.0.0', notices: 2, figures: 4, changes };
  expect(Release.parse(JSON.parse(JSON.stringify(release)))).toEqual(release);
});

test('releases of a day follow each other by number', () => {
  const ids = ['2026-11-22-10', '2026-11-22', '2026-11-21', '2026-11-22-2'];
  expect(ids.sort(byRelease)).toEqual(['2026-11-21', '2026-11-22', '2026-11-22-2', '2026-11-22-10']);
});
