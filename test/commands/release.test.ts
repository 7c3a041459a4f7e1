import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { release } from '../../scraper/commands/release.ts';
import {
  correctionPath,
  type NoticeRecord,
  Release,
  recordPath,
  releasePath,
  statePath,
  WORKSPACE,
} from '../../src/model/index.ts';
import { writeWorkspace } from '../fixtures/notices.ts';
import { rememberingTerminal } from './terminal.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'release-'));
  writeWorkspace(dir, { notices: 3, sample: false });
});
afterEach(() => rmSync(dir, { recursive: true }));

const run = async (flags: Record<string, string | boolean> = {}) => {
  const { terminal, out, log } = rememberingTerminal();
  await release.run({ flags: { workspace: dir, on: '2026-11-22', ...flags }, inputs: [] }, terminal);
  return { out: out.map((line) => line.split(':')[0]), lines: out, log };
};
const read = (id: string): Release => Release.parse(JSON.parse(readFileSync(join(dir, releasePath(id)), 'utf8')));
const record = (id: string): NoticeRecord => JSON.parse(readFileSync(join(dir, recordPath(id)), 'utf8'));

test('the first one adds everything, the next one tells what changed, with what became of it', async () => {
  const first = await run({ note: '首次发布' });
  expect(first.out).toEqual(['added demo-01-r1', 'added demo-02-r1', 'added demo-03-r1', 'added nanpu-practice']);
  expect(read('2026-11-22')).toMatchObject({ notices: 4, note: '首次发布' });
  expect((await run()).log).toEqual([expect.stringContaining('nothing has changed')]);

  rmSync(join(dir, recordPath('nanpu-practice')));
  const changed = record('demo-02-r1');
  writeFileSync(join(dir, recordPath('demo-02-r1')), JSON.stringify({ ...changed, title: '改过的标题' }));
  const { title } = record('demo-01-r1');
  mkdirSync(join(dir, WORKSPACE.corrections));
  const entry = {
    id: 'demo-01-r1',
    field: 'title',
    from: title,
    to: '校正的标题',
    reason: 'r',
    by: 'b',
    on: '2026-11-22',
  };
  writeFileSync(join(dir, correctionPath('demo-01-r1')), stringify([entry]));

  expect((await run({ 'dry-run': true })).lines).toEqual([
    `corrected demo-01-r1: title "${title}" → "校正的标题"\n`,
    `changed demo-02-r1: title "${changed.title}" → "改过的标题"\n`,
    expect.stringMatching(/^gone nanpu-practice: \d+ 事实 facts, \d+ 数据 figures\n$/),
  ]);
  expect(readdirSync(join(dir, WORKSPACE.releases))).toEqual(['2026-11-22.json', 'state.jsonl']);
  expect((await run()).out).toEqual(['corrected demo-01-r1', 'changed demo-02-r1', 'gone nanpu-practice']);
  expect(read('2026-11-22-2').changes[0]?.fields).toEqual([{ field: 'title', from: title, to: '校正的标题' }]);
});

test('a stale correction or a broken record stops it: half a state is none', async () => {
  writeFileSync(join(dir, recordPath('broken')), '{');
  await expect(run()).rejects.toThrow(/nothing was released: .*broken\.json/);
  expect(() => readFileSync(join(dir, statePath))).toThrow();
});

test('samples are left out, and no release is dated before the latest', async () => {
  const real = record('demo-01-r1');
  const put = (value: NoticeRecord): void => writeFileSync(join(dir, recordPath(value.id)), JSON.stringify(value));
  put({ ...real, sample: true });
  expect((await run()).out).not.toContain('added demo-01-r1');
  put(real);
  await expect(run({ on: '2026-01-01' })).rejects.toThrow(/there is a later release, 2026-11-22/);
});
