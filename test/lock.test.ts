import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LOCK_FILE, takeLock } from '../scraper/lock.ts';

let workspace: string;
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'zhenggai-lock-'));
});
afterEach(() => rm(workspace, { recursive: true }));

const quiet = () => undefined;

async function leaveLock(holder: object | string) {
  await mkdir(join(workspace, 'archive'), { recursive: true });
  await writeFile(join(workspace, LOCK_FILE), typeof holder === 'string' ? holder : JSON.stringify(holder));
}

describe('one writer per workspace', () => {
  it('tells a second one who holds the lock, and gives it back', async () => {
    const release = await takeLock(workspace, 'scrape', quiet, () => new Date('2026-01-01T00:00:00Z'));
    await expect(takeLock(workspace, 'ingest', quiet)).rejects.toThrow(
      new RegExp(`in use by scrape, process ${process.pid} on ${hostname()}, since 2026-01-01T00:00:00.000Z`),
    );
    await release();
    await (await takeLock(workspace, 'ingest', quiet))();
  });

  it('takes over the lock of a dead process, with a line', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    await leaveLock({ pid, host: hostname(), since: '2026-01-01T00:00:00Z', command: 'scrape' });
    const lines: string[] = [];
    const release = await takeLock(workspace, 'ingest', (line) => lines.push(line));
    expect(lines).toEqual([expect.stringMatching(/taking over the lock of scrape, process \d+/)]);
    expect(JSON.parse(await readFile(join(workspace, LOCK_FILE), 'utf8'))).toMatchObject({
      pid: process.pid,
      command: 'ingest',
    });
    await release();
  });

  it.skipIf(process.platform !== 'linux')('knows a dead holder from a living process that got its number', async () => {
    await leaveLock({
      pid: process.pid,
      host: hostname(),
      since: '2026-01-01T00:00:00Z',
      command: 'scrape',
      ticks: '1',
    });
    await (await takeLock(workspace, 'ingest', quiet))();
    const release = await takeLock(workspace, 'scrape', quiet);
    await expect(takeLock(workspace, 'ingest', quiet)).rejects.toThrow(/in use by scrape/);
    await release();
  });

  it('takes over a torn lock, but not that of another machine', async () => {
    await leaveLock('{"pid": 1');
    await (await takeLock(workspace, 'ingest', quiet))();
    await leaveLock({ pid: 1, host: 'elsewhere', since: '2026-01-01T00:00:00Z', command: 'scrape' });
    await expect(takeLock(workspace, 'ingest', quiet)).rejects.toThrow(/on elsewhere/);
  });
});
