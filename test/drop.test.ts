import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refuseDrop } from '../src/drop.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'zhenggai-drop-'));
  await mkdir(join(dir, 'content'));
});
afterEach(() => rm(dir, { recursive: true }));

const put = (name: string, content: string) => writeFile(join(dir, 'content', name), content);

describe('a build', () => {
  it('refuses to publish less than was published, unless a person allowed it', async () => {
    refuseDrop(dir, { notices: 0, filled: {} });
    await put('baseline.json', '{"notices": 10, "filled": {"figures": 10}}');
    refuseDrop(dir, { notices: 10, filled: { figures: 8 } });
    expect(() => refuseDrop(dir, { notices: 5, filled: { figures: 5 } })).toThrow(
      /less than was published: 5 notices, 10 were published; field figures: in 5 records, 10 were published: restore/,
    );
    await put(
      'allowed-drop.yaml',
      'notices: 5\nfilled: { figures: 5 }\nreason: 合并重复记录\nby: 甲\non: 2026-01-01\n',
    );
    refuseDrop(dir, { notices: 5, filled: { figures: 5 } });
    expect(() => refuseDrop(dir, { notices: 4, filled: { figures: 5 } })).toThrow(/4 notices/);
    await put('baseline.json', '{');
    expect(() => refuseDrop(dir, { notices: 5, filled: {} })).toThrow(/baseline\.json: broken/);
  });
});
