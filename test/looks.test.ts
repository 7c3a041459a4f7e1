import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countRequests, openLooks } from '../scraper/looks.ts';

let workspace: string;
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'zhenggai-looks-'));
});
afterEach(() => rm(workspace, { recursive: true }));

const URL_A = 'http://a.example/1';

describe('looks', () => {
  it('are remembered, the latest of each address', async () => {
    const looks = await openLooks(workspace, 'a');
    await looks.add({ url: URL_A, at: '2026-01-01T00:00:00Z', outcome: 'new', id: 'x' });
    await looks.add({ url: URL_A, at: '2026-01-02T00:00:00Z', outcome: 'unchanged', id: 'x' });
    expect((await openLooks(workspace, 'a')).latest.get(URL_A)).toMatchObject({ outcome: 'unchanged' });
  });

  it('survive a line that a kill cut', async () => {
    const path = join(workspace, 'archive/looks/a.jsonl');
    const looks = await openLooks(workspace, 'a');
    await looks.add({ url: URL_A, at: '2026-01-01T00:00:00Z', outcome: 'new' });
    await appendFile(path, '{"url":"http://a.exa');
    const again = await openLooks(workspace, 'a');
    expect([...again.latest.keys()]).toEqual([URL_A]);
    await again.add({ url: 'http://a.example/2', at: '2026-01-01T00:00:01Z', outcome: 'new' });
    expect([...(await openLooks(workspace, 'a')).latest.keys()]).toEqual([URL_A, 'http://a.example/2']);
  });

  it('are compacted when most are old', async () => {
    const looks = await openLooks(workspace, 'a');
    for (let i = 0; i < 150; i++) await looks.add({ url: URL_A, at: '2026-01-01T00:00:00Z', outcome: `${i}` });
    await looks.compact();
    expect((await readFile(join(workspace, 'archive/looks/a.jsonl'), 'utf8')).split('\n')).toHaveLength(2);
    expect((await openLooks(workspace, 'a')).latest.get(URL_A)?.outcome).toBe('149');
  });

  it('count against the day’s cap of a host', async () => {
    const looks = await openLooks(workspace, 'a');
    await looks.add({ url: URL_A, at: '2026-01-01T23:59:59Z', outcome: 'new', requests: 7 });
    await looks.add({ url: 'http://a.example/2', at: '2026-01-02T00:00:00Z', outcome: 'new', requests: 3 });
    await looks.add({ url: 'http://b.example/', at: '2026-01-02T00:00:00Z', outcome: 'new' });
    expect(await countRequests(workspace, '2026-01-02')).toEqual(
      new Map([
        ['a.example', 3],
        ['b.example', 1],
      ]),
    );
    expect(await countRequests(join(workspace, 'nowhere'), '2026-01-02')).toEqual(new Map());
  });
});
