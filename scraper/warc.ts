import { createHash, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Capture } from '../src/model/index.ts';

/** ISO 28500 WARC/1.1; every record is a gzip member of its own, as readers expect. */
const VERSION = 'WARC/1.1';
const CRLF = '\r\n';
/** Headers of the transfer: our bytes are already unpacked, so they would lie. Kept under another name, as archives do. */
const TRANSFER = new Set(['content-encoding', 'transfer-encoding', 'content-length']);

const digest = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

function record(headers: Readonly<Record<string, string>>, block: Uint8Array): Uint8Array {
  const lines = Object.entries({
    ...headers,
    'WARC-Record-ID': `<urn:uuid:${randomUUID()}>`,
    'Content-Length': String(block.length),
  }).map(([name, value]) => `${name}: ${value.replace(/[\r\n]+/g, ' ')}`);
  const head = Buffer.from(`${VERSION}${CRLF}${lines.join(CRLF)}${CRLF}${CRLF}`);
  return gzipSync(Buffer.concat([head, block, Buffer.from(CRLF + CRLF)]));
}

/** The first record of a file: what made it. */
export function warcInfo(fileName: string, at: string): Uint8Array {
  const fields = `software: zhenggai-ledger${CRLF}format: ${VERSION}${CRLF}conformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/${CRLF}`;
  return record(
    { 'WARC-Type': 'warcinfo', 'WARC-Date': at, 'WARC-Filename': fileName, 'Content-Type': 'application/warc-fields' },
    Buffer.from(fields),
  );
}

function httpBlock(capture: Capture, bytes: Uint8Array): Uint8Array {
  const headers = Object.entries(capture.headers ?? {}).map(([name, value]) =>
    TRANSFER.has(name) ? `X-Archive-Orig-${name}: ${value}` : `${name}: ${value}`,
  );
  const head = [`HTTP/1.1 ${capture.status ?? 200} `, ...headers, `content-length: ${bytes.length}`].map((line) =>
    line.replace(/[\r\n]+/g, ' '),
  );
  return Buffer.concat([Buffer.from(head.join(CRLF) + CRLF + CRLF, 'latin1'), bytes]);
}

/** A capture as a WARC record: a response where it was fetched, a resource where a person handed in a file. */
export function warcRecord(capture: Capture, bytes: Uint8Array): Uint8Array {
  const isFetched = capture.status !== undefined && capture.url !== null;
  const block = isFetched ? httpBlock(capture, bytes) : bytes;
  const target = capture.finalUrl ?? capture.url ?? `urn:sha256:${capture.sha256}`;
  return record(
    {
      'WARC-Type': isFetched ? 'response' : 'resource',
      'WARC-Date': capture.retrievedAt,
      'WARC-Target-URI': target,
      'Content-Type': isFetched ? 'application/http;msgtype=response' : 'application/octet-stream',
      'WARC-Payload-Digest': digest(bytes),
      'WARC-Block-Digest': digest(block),
    },
    block,
  );
}
