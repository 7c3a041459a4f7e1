import { execFile } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, inject, test } from 'vitest';
import { REPOSITORY } from '../../demo/workspace.ts';
import { buildSite } from './site.ts';

const run = promisify(execFile);
const NO_NETWORK = { NODE_OPTIONS: `--import=${join(REPOSITORY, 'test/e2e/no-network.ts')}` };

const elsewhere = mkdtempSync(join(tmpdir(), 'reproducible-'));
afterAll(() => rmSync(elsewhere, { recursive: true }));

const filesOf = (folder: string): string[] =>
  globSync('**/*', { cwd: folder })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();

test('the guard sees a connection', async () => {
  const fetching = run(process.execPath, ['-e', 'fetch("http://127.0.0.1:47001/")'], {
    env: { ...process.env, ...NO_NETWORK },
  });
  await expect(fetching).rejects.toMatchObject({ code: 70 });
});

// Pages, downloads, interface and search index alike: nothing of the clock, the folder, the language or the time zone of
// the machine is in them, and nothing comes from outside.
test('the same workspace gives the same bytes, later, elsewhere and without network', {
  timeout: 300_000,
}, async () => {
  const first = inject('madeFolder');
  const workspace = dirname(first);
  for (const part of ['content', 'archive']) cpSync(join(workspace, part), join(elsewhere, part), { recursive: true });
  const second = join(elsewhere, 'another-name');
  await buildSite(elsewhere, second, { ...NO_NETWORK, TZ: 'America/New_York', LC_ALL: 'C' });
  const names = filesOf(first);
  expect(names.length).toBeGreaterThan(300);
  expect(filesOf(second)).toEqual(names);
  const differing = names.filter((name) => !readFileSync(join(first, name)).equals(readFileSync(join(second, name))));
  expect(differing).toEqual([]);
});
