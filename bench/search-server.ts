import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { text } from 'node:stream/consumers';
import { brotliCompressSync, constants } from 'node:zlib';

/** The network between the server and the browser. */
export interface Link {
  readonly latencyMs: number;
  readonly bytesPerSecond: number;
}

/** 10 Mbit/s with 40 ms to the server and back. */
export const SLOW: Link = { latencyMs: 40, bytesPerSecond: 1_250_000 };

/**
 * A static host on loopback: text types in brotli, the rest as it is, every byte on the wire counted (heads too).
 * A slow link is simulated here and not in the browser, where it would not hold for a worker: every answer waits for
 * the latency, the first one twice (one connection is set up, as HTTP/2 does), and all bodies share the bandwidth.
 */
export interface BenchServer {
  readonly url: string;
  /** The folders that are served, the first that has the file. */
  readonly show: (folders: readonly string[]) => void;
  readonly link: (link: Link | null) => void;
  /** Bytes sent since the last call. */
  readonly takeBytes: () => number;
  /** What a page sends home next. */
  readonly nextReport: () => Promise<string>;
  readonly close: () => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};
const COMPRESSED = new Set(['.html', '.css', '.js', '.json', '.svg']);
const CHUNK = 8192;

export async function startBenchServer(): Promise<BenchServer> {
  let folders: readonly string[] = [];
  let link: Link | null = null;
  let free = 0;
  let counted = 0;
  const sockets = new Set<Socket>();
  let greeted = false;
  const packed = new Map<string, Buffer>();

  const bodyOf = (path: string): Buffer => {
    if (!COMPRESSED.has(extname(path))) return readFileSync(path);
    const known = packed.get(path);
    if (known) return known;
    const plain = readFileSync(path);
    // the best quality takes minutes for the indexes of others and gains some per cent
    const quality = plain.length > 1_000_000 ? 7 : 11;
    const body = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
    packed.set(path, body);
    return body;
  };
  const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const sendBody = async (response: ServerResponse, body: Buffer): Promise<void> => {
    if (link === null) {
      response.end(body);
      return;
    }
    for (let at = 0; at < body.length; at += CHUNK) {
      const piece = body.subarray(at, at + CHUNK);
      const now = performance.now();
      free = Math.max(free, now) + (piece.length / link.bytesPerSecond) * 1000;
      if (free - now > 1) await wait(free - now);
      response.write(piece);
    }
    response.end();
  };

  let takeReport: (report: string) => void = () => {};
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') {
      takeReport(await text(request));
      response.end();
      return;
    }
    if (link !== null) {
      const rounds = greeted ? 1 : 2;
      greeted = true;
      await wait(link.latencyMs * rounds);
    }
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    const found = folders
      .map((folder) => join(folder, path.endsWith('/') ? `${path}index.html` : path))
      .find((file) => existsSync(file) && statSync(file).isFile());
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    const body = bodyOf(found);
    response.writeHead(200, {
      'content-type': TYPES[extname(found)] ?? 'application/octet-stream',
      'content-length': body.length,
      'cache-control': 'max-age=600',
      ...(COMPRESSED.has(extname(found)) ? { 'content-encoding': 'br' } : {}),
    });
    await sendBody(response, body);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => {
      counted += socket.bytesWritten;
      sockets.delete(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  let taken = 0;
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    show: (next) => {
      folders = next;
    },
    link: (next) => {
      link = next;
      greeted = false;
    },
    takeBytes() {
      const total = counted + [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0);
      const since = total - taken;
      taken = total;
      return since;
    },
    nextReport: () =>
      new Promise((resolve) => {
        takeReport = resolve;
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
