import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { inspectWorkspace } from '../scraper/inspect.ts';
import { problemLine } from '../scraper/problem.ts';
import { readLedger } from '../src/ledger.ts';
import { type CorrectionEntry, correctionPath, type NoticeRecord, recordPath, WORKSPACE } from '../src/model/index.ts';
import { readRecord } from '../src/workspace.ts';
import { writeWorkspace } from './fixtures/notices.ts';

// One law on both sides: what the check of the scraper complains about stops the build of the site, in the same words.
const dir = mkdtempSync(join(tmpdir(), 'corrections-'));
writeWorkspace(dir, { notices: 3 });
mkdirSync(join(dir, WORKSPACE.corrections));
afterAll(() => rmSync(dir, { recursive: true }));
afterEach(() => {
  rmSync(join(dir, WORKSPACE.corrections), { recursive: true });
  mkdirSync(join(dir, WORKSPACE.corrections));
});

const id = 'demo-01-r1';
const stored = (): NoticeRecord => JSON.parse(readFileSync(join(dir, recordPath(id)), 'utf8'));
const issues = stored().headline.issues as number;
const entry: CorrectionEntry = {
  id,
  field: 'headline.issues',
  from: issues,
  to: issues + 1,
  reason: '原文另列一个',
  evidence: '见第二部分',
  by: '维护者',
  on: '2026-11-22',
};
const put = (name: string, entries: readonly unknown[]): void =>
  writeFileSync(join(dir, correctionPath(name)), stringify(entries));
const checkLines = async (): Promise<string[]> => {
  const { problems } = await inspectWorkspace(dir);
  return problems.filter(({ file }) => file.startsWith(WORKSPACE.corrections)).map(problemLine);
};

test('a valid correction holds on every page and stays out of the stored record', async () => {
  put(id, [entry]);
  const { id: _id, ...shown } = entry;
  expect(readRecord(dir, id).headline.issues).toBe(issues + 1);
  expect(readRecord(dir, id).corrections.at(-1)).toEqual(shown);
  const summary = readLedger(dir).notices.find((notice) => notice.id === id);
  expect(summary?.headline.find(({ category }) => category === 'issues')?.value).toBe(issues + 1);
  expect(stored().headline.issues).toBe(issues);
  expect(await checkLines()).toEqual([]);
});

test('a stale one stops the build and fails the check with the id and both values', async () => {
  put(id, [{ ...entry, from: issues + 7 }]);
  const line = new RegExp(
    `corrections/${id}\\.yaml: ${id}: headline\\.issues: stale: it corrects ${issues + 7}, the record holds ${issues} → `,
  );
  expect(() => readLedger(dir)).toThrow(line);
  expect(() => readRecord(dir, id)).toThrow(line);
  // one line for the person who wrote it, without the places in our code
  expect(() => readRecord(dir, id)).toThrow(expect.objectContaining({ stack: '' }));
  expect(await checkLines()).toEqual([expect.stringMatching(line)]);
});

test.each([
  ['a value that the schema refuses', id, [{ ...entry, to: '十六' }], /headline\.issues: /],
  ['a file named after no record', 'nobody', [{ ...entry, id: 'nobody' }], /no record has this id/],
  ['an entry of another record', id, [{ ...entry, id: 'demo-02-r1' }], /another record/],
  [
    'a field that is no fact',
    id,
    [{ ...entry, field: 'id', from: id, to: 'other' }],
    /"id" is no fact: one begins with docType, /,
  ],
  ['an entry without reason', id, [{ ...entry, reason: '' }], /reason/],
])('%s stops both', async (_, name, entries, message) => {
  put(name, entries);
  expect(() => readLedger(dir)).toThrow(message);
  expect((await checkLines()).join('\n')).toMatch(message);
});
