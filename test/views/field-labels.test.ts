import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LANGS } from '../../src/i18n/index.ts';
import { fieldAnchor, fieldLabel, measuredLabel, ruleLabel } from '../../src/views/field-labels.ts';
import { makeNotice } from '../fixtures/notices.ts';

test('every field whose accuracy is published has a name', () => {
  const { fields } = JSON.parse(readFileSync('content/quality.json', 'utf8')) as { fields: { field: string }[] };
  for (const lang of LANGS) expect(fields.filter(({ field }) => measuredLabel(field, lang) === null)).toEqual([]);
  expect(measuredLabel('unitCount', 'zh')).toBe('被巡视单位数');
  expect(measuredLabel('no such field', 'zh')).toBeNull();
});

test('every rule says what it tests', () => {
  const rules = ['src/model/check', 'scraper/check']
    .flatMap((folder) => readdirSync(folder))
    .filter((name) => !['index.ts', 'rule.ts'].includes(name))
    .map((name) => name.replace('.ts', ''));
  expect(rules.length).toBeGreaterThan(8);
  for (const lang of LANGS) expect(rules.filter((rule) => ruleLabel(rule, lang) === rule)).toEqual([]);
  expect(ruleLabel('unheard-of', 'en')).toBe('unheard-of');
});

test.each([
  ['inspection.feedbackDate', '反馈日期', 'e-inspection-feedbackDate'],
  ['inspection.groups.0', '巡视组', 'e-inspection-groups-0'],
  ['headline.issues', '问题', 'h-issues'],
  ['figures.3', '数据', 'f-4'],
  ['figures.3000', '数据', null],
  ['outline', '结构', null],
])('a path of a record has a name, and a place where it is shown: %s', (path, label, anchor) => {
  expect(fieldLabel(path, 'zh')).toBe(label);
  expect(fieldAnchor(path, makeNotice(0, { notices: 2 }).record)).toBe(anchor);
});
