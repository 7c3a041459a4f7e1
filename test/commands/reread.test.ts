import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rectificationNotice } from '../../bench/notices.ts';
import { ingest } from '../../scraper/commands/ingest.ts';
import { reread } from '../../scraper/commands/reread.ts';
import { storedIds } from '../../scraper/corrected.ts';
import { type NoticeRecord, recordPath } from '../../src/model/index.ts';
import { rememberingTerminal } from './terminal.ts';

let dir: string;
let id: string;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'reread-'));
  const file = join(dir, 'notice.txt');
  writeFileSync(file, rectificationNotice(7, 1500));
  await ingest.run({ flags: { workspace: dir, by: '甲' }, inputs: [file] }, rememberingTerminal().terminal);
  id = (await storedIds(dir))[0] ?? '';
});
afterEach(() => rmSync(dir, { recursive: true }));

const read = (): NoticeRecord => JSON.parse(readFileSync(join(dir, recordPath(id)), 'utf8'));
const run = async (flags: Record<string, boolean> = {}): Promise<string[]> => {
  const { terminal, out } = rememberingTerminal();
  await reread.run({ flags: { workspace: dir, ...flags }, inputs: [] }, terminal);
  return out;
};

test('a reader that would read otherwise is seen before anything changes; the real run changes it, ids stay', async () => {
  const right = read();
  expect(await run({ 'dry-run': true })).toEqual([]);
  // as if an older reader had found another start
  const old = { ...right, inspection: { ...right.inspection, start: '1999' } };
  writeFileSync(join(dir, recordPath(id)), JSON.stringify(old));
  expect(await run({ 'dry-run': true })).toEqual([
    `${id}: inspection.start: "1999" → ${JSON.stringify(right.inspection.start)}\n`,
  ]);
  expect(read().inspection.start).toBe('1999');
  expect(await run()).toHaveLength(1);
  expect(read()).toEqual(right);
  expect(await storedIds(dir)).toEqual([id]);
});
