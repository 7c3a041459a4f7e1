import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sweepTemporary, writeAtomic, writeIfChanged } from '../scraper/write.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhenggai-write-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('writing', () => {
  it('makes folders, replaces files whole and leaves nothing else', async () => {
    const path = join(folder, 'a/b.json');
    await writeAtomic(path, 'one');
    await writeAtomic(path, 'two');
    expect(await readFile(path, 'utf8')).toBe('two');
    expect(await readdir(join(folder, 'a'))).toEqual(['b.json']);
  });

  it('does not touch a file that holds the same already', async () => {
    const path = join(folder, 'b.json');
    expect(await writeIfChanged(path, 'one')).toBe(true);
    const { mtimeMs } = await stat(path);
    expect(await writeIfChanged(path, 'one')).toBe(false);
    expect((await stat(path)).mtimeMs).toBe(mtimeMs);
  });

  it('cleans up after itself where it fails', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(writeAtomic(join(folder, 'file/x'), 'one')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['file']);
  });

  it('sweeps what a killed process left, and nothing else', async () => {
    await writeAtomic(join(folder, 'deep/.kept'), 'x');
    await writeFile(join(folder, 'deep/.b.json.0123456789ab.tmp'), 'half');
    expect(await sweepTemporary(folder)).toBe(1);
    expect(await readdir(join(folder, 'deep'))).toEqual(['.kept']);
    expect(await sweepTemporary(join(folder, 'nowhere'))).toBe(0);
  });
});
