import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { extname, join, normalize, relative } from 'node:path';
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
  /** Takes all files into memory: a host that shares the cores with the browser should not read disks meanwhile. */
  readonly preload: () => void;
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

/** A file as it is sent. */
interface Served {
  readonly body: Buffer;
  readonly head: Readonly<Record<string, string>>;
}

export async function startBenchServer(): Promise<BenchServer> {
  let folders: readonly string[] = [];
  let link: Link | null = null;
  let free = 0;
  let counted = 0;
  const sockets = new Set<Socket>();
  let greeted = false;
  const known = new Map<string, Served>();

  const readServed = (path: string): Served | null => {
    const file = folders
      .map((folder) => join(folder, path.endsWith('/') ? `${path}index.html` : path))
      .find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
    if (!file) return null;
    const body = readFileSync(file);
    const head = { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': 'max-age=600' };
    if (!COMPRESSED.has(extname(file))) return { body, head };
    // the best quality takes minutes for the indexes of others and gains some per cent
    const quality = body.length > 1_000_000 ? 7 : 11;
    const pressed = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
    return { body: pressed, head: { ...head, 'content-encoding': 'br' } };
  };
  const servedAt = (path: string): Served | null => {
    const served = known.get(path) ?? readServed(path);
    if (served) known.set(path, served);
    return served;
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
    const served = servedAt(path);
    if (!served) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { ...served.head, 'content-length': served.body.length });
    await sendBody(response, served.body);
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
      known.clear();
    },
    preload() {
      for (const folder of folders)
        for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
          if (entry.isFile()) servedAt(join('/', relative(folder, entry.parentPath), entry.name));
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
