import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type CaptureFacts,
  captureFolder,
  capturePath,
  extensionOf,
  findCapture,
  hasText,
  listCaptures,
  readText,
  saveCapture,
  saveText,
  sha256,
} from '../scraper/archive.ts';

let workspace: string;
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'zhenggai-archive-'));
});
afterEach(() => rm(workspace, { recursive: true }));

const BYTES = Buffer.from('<html>通报</html>');
const facts = (extra: Partial<CaptureFacts> = {}): CaptureFacts => ({
  url: 'http://www.a.example:8080/1.html',
  retrievedAt: '2026-11-22T06:24:00.123Z',
  kind: 'notice',
  publisher: '示例集团',
  by: 'scrape',
  status: 200,
  headers: { 'content-type': 'text/html' },
  ...extra,
});

describe('captures', () => {
  it('keep bytes and description side by side, named by time and hash', async () => {
    const capture = await saveCapture(workspace, facts(), BYTES);
    const hash = sha256(BYTES);
    expect(capturePath(capture)).toBe(`archive/captures/www.a.example_8080/20261122T062400Z-${hash.slice(0, 12)}.html`);
    expect(await readFile(join(workspace, capturePath(capture)))).toEqual(BYTES);
    expect(JSON.parse(await readFile(join(workspace, `${capturePath(capture)}.json`), 'utf8'))).toEqual(capture);
    expect(await findCapture(workspace, await listCaptures(workspace), hash)).toMatchObject({
      capture: { sha256: hash },
    });
  });

  it('are written once', async () => {
    const capture = await saveCapture(workspace, facts(), BYTES);
    const { mtimeMs } = await stat(join(workspace, capturePath(capture)));
    expect(await saveCapture(workspace, facts({ publisher: 'another' }), BYTES)).toEqual(capture);
    expect((await stat(join(workspace, capturePath(capture)))).mtimeMs).toBe(mtimeMs);
  });

  it('of two addresses in one second are two', async () => {
    const one = await saveCapture(workspace, facts(), BYTES);
    const two = await saveCapture(workspace, facts({ url: 'http://www.a.example:8080/2.html' }), BYTES);
    expect(two.file).toBe(one.file.replace('.html', '-2.html'));
    expect((await listCaptures(workspace)).get(sha256(BYTES).slice(0, 12))).toHaveLength(2);
  });

  it('do not count while their description is missing', async () => {
    const capture = await saveCapture(workspace, facts(), BYTES);
    await rm(join(workspace, `${capturePath(capture)}.json`));
    expect((await listCaptures(workspace)).size).toBe(0);
  });

  it('lie in folders that an address or name cannot lead out of', () => {
    expect(captureFolder({ url: 'http://[::1]:80/', publisher: null })).toBe(
      '_::1_'.replace(/:+/g, '_').replace(/_+/g, '_'),
    );
    expect(captureFolder({ url: null, publisher: '../../etc' })).toBe('etc');
    expect(captureFolder({ url: null, publisher: '示例集团' })).toBe('shi-li-ji-tuan');
    expect(captureFolder({ url: null, publisher: null })).toBe('handed-in');
  });

  it('have the extension of their kind', () => {
    expect(extensionOf('text/html; charset=gbk', 'x')).toBe('html');
    expect(extensionOf('application/octet-stream', 'http://a.example/f.PDF?x=1')).toBe('pdf');
    expect(extensionOf(undefined, 'a.docx')).toBe('docx');
    expect(extensionOf(undefined, 'show.php')).toBe('bin');
  });
});

describe('texts', () => {
  it('are kept by version and never overwritten', async () => {
    const hash = sha256('甲');
    expect(await saveText(workspace, 'a', hash, '甲')).toBe(true);
    expect(await saveText(workspace, 'a', hash, '乙')).toBe(false);
    expect(await readText(workspace, 'a', hash)).toBe('甲');
    expect(await hasText(workspace, 'a', hash)).toBe(true);
    expect(await readText(workspace, 'b', hash)).toBeNull();
    expect(await readdir(join(workspace, 'archive/texts/a'))).toEqual([`${hash.slice(0, 16)}.txt`]);
  });
});

describe('a stranger’s file among the captures', () => {
  it('is no capture', async () => {
    await saveCapture(workspace, facts(), BYTES);
    await writeFile(join(workspace, 'archive/captures/notes.txt'), 'x');
    expect((await listCaptures(workspace)).size).toBe(1);
  });
});
