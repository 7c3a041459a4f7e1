import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { correctRecord } from '../../scraper/commands/correct.ts';
import { companionOf, meanings } from '../../scraper/correct.ts';
import { inspectWorkspace } from '../../scraper/inspect.ts';
import { correctionPath, type NoticeRecord, recordPath, WORKSPACE } from '../../src/model/index.ts';
import { readRecord } from '../../src/workspace.ts';
import { writeWorkspace } from '../fixtures/notices.ts';
import { answering, rememberingTerminal } from './terminal.ts';

const id = 'demo-01-r1';
let dir: string;
let stored: NoticeRecord;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'correct-'));
  writeWorkspace(dir, { notices: 2 });
  stored = JSON.parse(readFileSync(join(dir, recordPath(id)), 'utf8'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const correct = async (inputs: string[], flags: Record<string, string | boolean> = {}, ...answers: string[]) => {
  const { terminal, out, log } = rememberingTerminal();
  await correctRecord({ flags: { workspace: dir, ...flags }, inputs }, terminal, answering(...answers));
  return { out, log };
};
const file = () => readFileSync(join(dir, correctionPath(id)), 'utf8');

test('with flags alone: the headline and the figure that states it change together', async () => {
  const issues = stored.headline.issues as number;
  const at = stored.figures.findIndex(({ category }) => category === 'issues');
  const { out } = await correct([id, 'headline.issues'], { to: String(issues + 2), reason: '另有两项', by: '甲' });
  expect(out).toEqual([
    `${id}: headline.issues: ${issues} → ${issues + 2}\n`,
    `${id}: figures.${at}.value: ${issues} → ${issues + 2}\n`,
  ]);
  const record = readRecord(dir, id);
  expect([record.headline.issues, record.figures[at]?.value]).toEqual([issues + 2, issues + 2]);
  expect(record.corrections.slice(-2).map(({ by, reason }) => [by, reason])).toEqual([
    ['甲', '另有两项'],
    ['甲', '另有两项'],
  ]);
  const { problems } = await inspectWorkspace(dir);
  expect(problems.filter((problem) => problem.file.startsWith(WORKSPACE.corrections))).toEqual([]);
});

test('what is missing is asked for, with the present value and its words', async () => {
  const { log } = await correct([id], { by: '乙' }, 'inspection.start', '2014-11', '日期有误', '见首段');
  const fact = `inspection.start = "${stored.inspection.start}" “${stored.evidence['inspection.start']?.quote}”`;
  expect(log.filter((line) => line.endsWith(fact))).toEqual([fact, `${id}: ${fact}`]);
  const figure = stored.figures[1];
  expect(log).toContain(
    `figures.1.value = ${figure?.value} (${figure?.category} ${figure?.unit} ${figure?.scope}) “${figure?.quote}”`,
  );
  expect(parse(file())).toEqual([
    {
      id,
      field: 'inspection.start',
      from: stored.inspection.start,
      to: '2014-11',
      reason: '日期有误',
      evidence: '见首段',
      by: '乙',
      on: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    },
  ]);
});

test('further corrections are added below, comments stay, and build on the earlier ones', async () => {
  await correct([id, 'title'], { to: '甲', reason: '一', by: '甲' });
  writeFileSync(join(dir, correctionPath(id)), `# 见邮件\n${file()}`);
  await correct([id, 'title'], { to: '乙', reason: '二', by: '甲' });
  expect(file()).toMatch(/^# 见邮件\n/);
  expect(parse(file()).map(({ from, to }: { from: string; to: string }) => [from, to])).toEqual([
    [stored.title, '甲'],
    ['甲', '乙'],
  ]);
  expect(readRecord(dir, id).title).toBe('乙');
  const { log } = await correct([id, 'title'], { to: '丙', reason: '三', by: '甲' });
  expect(log[0]).toContain('title = "乙"');
});

test('says what the checks say no longer, and what they say now', async () => {
  const measures = stored.headline.measures as number;
  const due = stored.headline.measuresDue as number;
  const low = await correct([id, 'headline.measures'], { to: String(due - 1), reason: '一', by: '甲' });
  expect(low.log.slice(1, -1)).toEqual([`核验 check +done-within-total: measuresDue ${due} > measures ${due - 1}`]);
  const high = await correct([id, 'headline.measures'], { to: String(measures), reason: '二', by: '甲' });
  expect(high.log.slice(1, -1)).toEqual([`核验 check −done-within-total: measuresDue ${due} > measures ${due - 1}`]);
});

test('a value that does not fit is told before a reason is asked for', async () => {
  const { terminal } = rememberingTerminal();
  const asked: string[] = [];
  const ask = async (question: string) => {
    asked.push(question);
    return '十六';
  };
  const args = { flags: { workspace: dir }, inputs: [id, 'headline.issues'] };
  await expect(correctRecord(args, terminal, () => ({ ask, close: () => undefined }))).rejects.toThrow(/does not fit/);
  expect(asked).toHaveLength(1);
});

describe('nothing is written where', () => {
  test.each([
    ['the id is a way out of the folder', ['../../x', 'title'], { to: 'x', reason: 'r' }, /"\.\.\/\.\.\/x" is no id/],
    ['the field is no fact', [id, 'id'], { to: 'x', reason: 'r' }, /demo-01-r1: id: is no fact that can be corrected/],
    ['no record has the id', ['nobody', 'title'], { to: 'x', reason: 'r' }, /nobody\.json: no such record/],
    [
      'the value fits no schema',
      [id, 'headline.issues'],
      { to: '十六', reason: 'r' },
      /does not fit: headline\.issues/,
    ],
    ['the field leads nowhere', [id, 'inspection.begin'], { to: '2019', reason: 'r' }, /does not fit: inspection/],
    ['nothing would change', [id, 'docType'], { to: 'rectification', reason: 'r' }, /holds "rectification" already/],
    ['the reason is missing and nobody answers', [id, 'title'], { to: 'x' }, /--reason is missing/],
  ])('%s', async (_, inputs, flags, message) => {
    await expect(correct(inputs, flags)).rejects.toThrow(message);
    expect(() => file()).toThrow();
  });
});

test.each([
  ['YAML', `- id: ${id}\n  field: [\n`],
  ['a list', `id: ${id}\n`],
  ['corrections', `- id: ${id}\n`],
])('a file that is no %s is named before anything is asked or written', async (_, content) => {
  await correct([id, 'title'], { to: '甲', reason: '一', by: '甲' });
  writeFileSync(join(dir, correctionPath(id)), content);
  await expect(correct([id, 'title'], { to: '乙', reason: '二', by: '甲' })).rejects.toThrow(
    /^content\/corrections\/demo-01-r1\.yaml: /,
  );
  expect(file()).toBe(content);
});

test('a number may be words: a postcode stays a string', async () => {
  await correct([id, 'contacts.postcode'], { to: '100032', reason: '补录', by: '甲' });
  expect(readRecord(dir, id).contacts.postcode).toBe('100032');
});

test.each([
  ['18', [18, '18']],
  ['"18"', ['18']],
  ['null', [null, 'null']],
  ['2019-03', ['2019-03']],
  ['["常规"]', [['常规'], '["常规"]']],
])('%s may mean %j', (typed, values) => {
  expect(meanings(typed)).toEqual(values);
});

test('a headline whose right value another figure states leaves the figures alone', () => {
  const [first] = stored.figures.filter(({ category }) => category === 'issues');
  if (!first) throw new Error('the fixture states issues');
  const twice = { ...stored, figures: [...stored.figures, { ...first, value: 99, scope: 'part' as const }] };
  expect(companionOf(twice, { field: 'headline.issues', from: first.value, to: 99 })).toBeNull();
  expect(companionOf(twice, { field: 'headline.issues', from: first.value, to: 98 })).toMatch(/^figures\.\d+\.value$/);
  expect(companionOf(stored, { field: 'title', from: 'a', to: 'b' })).toBeNull();
});
