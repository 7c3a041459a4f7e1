import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WARCParser } from 'warcio';
import { capturePath, saveCapture, sha256 } from '../scraper/archive.ts';
import { main } from '../scraper/cli.ts';

let workspace: string;
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'zhenggai-warc-'));
});
afterEach(() => rm(workspace, { recursive: true }));

const PAGE = Buffer.from('<p>通报</p>\r\n\r\nWARC/1.1\r\n');

async function exportAll() {
  const lines: string[] = [];
  const target = join(workspace, 'all.warc.gz');
  const code = await main(['warc', target, '--workspace', workspace], {
    out: async () => undefined,
    log: (line) => lines.push(line),
    progress: () => undefined,
  });
  return { code, lines, bytes: await readFile(target) };
}

describe('a WARC export', () => {
  it('is read by an independent reader, byte for byte', async () => {
    const common = { retrievedAt: '2026-01-01T00:00:00.000Z', kind: 'notice', publisher: null } as const;
    await saveCapture(
      workspace,
      {
        ...common,
        url: 'http://a.example/1.html',
        status: 200,
        headers: { 'content-type': 'text/html', 'content-encoding': 'gzip' },
        by: 'scrape',
      },
      PAGE,
    );
    await saveCapture(workspace, { ...common, url: null, by: '甲', name: 'a.txt' }, Buffer.from('手工收入'));
    const { code, bytes } = await exportAll();
    expect(code).toBe(0);
    const seen: object[] = [];
    for await (const record of new WARCParser([new Uint8Array(bytes)])) {
      const payload = Buffer.from((await record.readFully(true)) ?? []);
      seen.push({
        type: record.warcType,
        uri: record.warcTargetURI,
        digest: record.warcPayloadDigest,
        status: record.httpHeaders?.statusCode,
        encoding: record.httpHeaders?.headers.get('x-archive-orig-content-encoding'),
        payload: sha256(payload),
      });
    }
    expect(seen).toMatchObject([
      { type: 'warcinfo' },
      {
        type: 'response',
        uri: 'http://a.example/1.html',
        digest: `sha256:${sha256(PAGE)}`,
        status: 200,
        encoding: 'gzip',
        payload: sha256(PAGE),
      },
      { type: 'resource', uri: `urn:sha256:${sha256('手工收入')}`, payload: sha256('手工收入') },
    ]);
  });

  it('names a capture that is broken and writes the others', async () => {
    const capture = await saveCapture(
      workspace,
      {
        url: 'http://a.example/1',
        retrievedAt: '2026-01-01T00:00:00.000Z',
        kind: 'notice',
        publisher: null,
        by: 'scrape',
        status: 200,
      },
      PAGE,
    );
    await writeFile(join(workspace, `${capturePath(capture)}.json`), '{');
    const { code, lines } = await exportAll();
    expect(code).toBe(1);
    expect(lines.join('\n')).toMatch(/left out: the capture is broken/);
  });

  it('needs a file to write to', async () => {
    expect(await main(['warc'], { out: async () => undefined, log: () => undefined, progress: () => undefined })).toBe(
      2,
    );
  });
});
