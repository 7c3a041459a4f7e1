import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inspectReleases } from '../scraper/inspect-releases.ts';
import { problemLine } from '../scraper/problem.ts';
import { releasePath, statePath, WORKSPACE } from '../src/model/index.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'inspect-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const put = (path: string, content: string): void => {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), content);
};
const lines = async (): Promise<string[]> => (await inspectReleases(dir)).map(problemLine);
const release = { id: '2026-11-22', schema: '1.0.0', notices: 0, figures: 0, changes: [] };

test('a workspace without any of it is fine, and so are good files', async () => {
  expect(await lines()).toEqual([]);
  put(releasePath('2026-11-22'), JSON.stringify(release));
  put(statePath, `${JSON.stringify({ id: 'a', facts: {}, figures: [], corrections: [] })}\n`);
  put(WORKSPACE.reviews, '[]\n');
  expect(await lines()).toEqual([]);
});

test('what is torn, renamed or unknown is named with its place', async () => {
  put(releasePath('2026-11-23'), JSON.stringify(release));
  put(releasePath('2026-11-24'), '{');
  put(statePath, '{"id":"a"}\n');
  put(WORKSPACE.reviews, '- id: a\n');
  put(WORKSPACE.quality, '{"about":"x"}');
  expect((await lines()).join('\n')).toMatch(
    /reviews\.yaml: 0\.kind.*2026-11-23\.json: id: differs from the file name.*2026-11-24\.json: not JSON.*state\.jsonl:1: facts.*quality\.json: about/s,
  );
});
