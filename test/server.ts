import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a page answers; a function may do anything with the response. */
export type Reply =
  | string
  | { status?: number; headers?: Record<string, string>; body?: string | Uint8Array }
  | ((request: IncomingMessage, response: ServerResponse) => void);

/** A real HTTP server on a free loopback port; pages by `host/path` or by `/path` for any host. */
export interface TestServer {
  readonly port: number;
  readonly origin: string;
  readonly pages: Map<string, Reply>;
  /** Every request: time, `host/path`, headers. */
  readonly requests: {
    at: number;
    address: string;
    headers: IncomingMessage['headers'];
    method: string;
    body: string;
  }[];
  /** The most requests that one host ever had open at once. */
  readonly mostAtOnce: () => number;
  readonly close: () => Promise<void>;
}

export async function startServer(pages: Record<string, Reply> = {}): Promise<TestServer> {
  const table = new Map(Object.entries(pages));
  const requests: TestServer['requests'] = [];
  const open = new Map<string, number>();
  let most = 0;
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const address = `${host}${request.url}`;
    const now = (open.get(host) ?? 0) + 1;
    open.set(host, now);
    most = Math.max(most, now);
    response.on('close', () => open.set(host, (open.get(host) ?? 1) - 1));
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      requests.push({ at: Date.now(), address, headers: request.headers, method: request.method ?? '', body });
      const reply = table.get(address) ?? table.get(request.url ?? '');
      if (typeof reply === 'function') return reply(request, response);
      if (reply === undefined) {
        response.writeHead(404).end('not here');
        return;
      }
      const { status = 200, headers = {}, body: content = '' } = typeof reply === 'string' ? { body: reply } : reply;
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(content);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    pages: table,
    requests,
    mostAtOnce: () => most,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
