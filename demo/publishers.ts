import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Source } from '../src/model/index.ts';
import type { Reply, Responder, Visit } from './reply.ts';
import { inEdition, type Publisher, readPublishers, readSampleSources, SAMPLES } from './samples.ts';
import { RESPONDERS } from './troubles.ts';
import { buildWeb, missingReply } from './web.ts';

/** Faults by address; `host/*` stands for every address of a host. */
export type Faults = Readonly<Record<string, Responder>>;

export interface Publishers {
  /** One loopback port serves all hosts, told apart by the Host header. */
  readonly port: number;
  /** For the scraper: where to connect instead of the names under .example. */
  readonly connectTo: Readonly<Record<string, string>>;
  readonly sources: readonly Source[];
  readonly publishers: readonly Publisher[];
  /** Every visit so far, in order. */
  readonly visits: readonly Visit[];
  /** From now on `responder` answers at this address; null makes it healthy again. */
  readonly setFault: (address: string, responder: Responder | null) => void;
  /** The web as it is some time later: pages have changed, come and gone, and one publisher has locked us out. */
  readonly setEdition: (edition: number) => void;
  readonly close: () => Promise<void>;
}

export interface PublishersOptions {
  /** 0 takes any free port. */
  readonly port?: number;
  readonly samples?: string;
  readonly faults?: Faults;
  /** false: the troubles that the publishers declare stay away. */
  readonly troubles?: boolean;
}

const UNKNOWN_HOST: Reply = {
  status: 421,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: Buffer.from('no such sample publisher; ask with the Host header of one of them\n'),
};

/** 304 where the visitor already has this very page. */
export function conditional(visit: Visit, reply: Reply): Reply {
  const { etag, 'last-modified': lastModified } = reply.headers;
  const seen = visit.headers['if-none-match'];
  const since = visit.headers['if-modified-since'];
  const isSame =
    seen !== undefined
      ? etag !== undefined && String(seen).includes(etag)
      : typeof since === 'string' && lastModified !== undefined && Date.parse(lastModified) <= Date.parse(since);
  return reply.status === 200 && isSame ? { status: 304, headers: reply.headers, body: new Uint8Array() } : reply;
}

/** The declared troubles of an edition, by address. */
const declaredFaults = (publishers: readonly Publisher[], edition: number): Map<string, Responder> =>
  new Map(
    publishers.flatMap((publisher) =>
      inEdition(publisher, edition).troubles.map(({ path, kind }): [string, Responder] => [
        path === '*' ? `${publisher.host}/*` : `${publisher.host}${path}`,
        RESPONDERS[kind],
      ]),
    ),
  );

function send(response: ServerResponse, method: string, reply: Reply): void {
  response.writeHead(reply.status, { ...reply.headers, 'content-length': String(reply.body.byteLength) });
  response.end(method === 'HEAD' ? undefined : reply.body);
}

/**
 * Starts the bundled web of sample publishers: real HTTP on 127.0.0.1, one virtual host each.
 * Throws where the port is taken (EADDRINUSE) or a sample file does not fit its schema.
 */
export async function startPublishers(options: PublishersOptions = {}): Promise<Publishers> {
  const samples = options.samples ?? SAMPLES;
  const publishers = readPublishers(samples);
  const byHost = new Map(publishers.map((publisher) => [publisher.host, publisher]));
  let routes = buildWeb(publishers);
  let troubles = declaredFaults(options.troubles === false ? [] : publishers, 1);
  const faults = new Map(Object.entries(options.faults ?? {}));
  const visits: Visit[] = [];
  const attempts = new Map<string, number>();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    const address = `${host}${request.url ?? '/'}`;
    const attempt = (attempts.get(address) ?? 0) + 1;
    attempts.set(address, attempt);
    const visit: Visit = { address, method: request.method ?? 'GET', headers: request.headers, attempt };
    visits.push(visit);
    const publisher = byHost.get(host);
    const healthy = publisher ? (routes.get(address) ?? missingReply(publisher)) : UNKNOWN_HOST;
    const isRobots = request.url === '/robots.txt';
    const responder =
      faults.get(address) ??
      faults.get(`${host}/*`) ??
      troubles.get(address) ??
      (isRobots ? undefined : troubles.get(`${host}/*`));
    const reply = responder ? await responder(visit, healthy) : healthy;
    if (reply !== 'hang') send(response, visit.method, conditional(visit, reply));
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    connectTo: { '*.example': `127.0.0.1:${port}` },
    sources: readSampleSources(samples),
    publishers,
    visits,
    setFault: (address, responder) => {
      if (responder) faults.set(address, responder);
      else faults.delete(address);
    },
    setEdition: (edition) => {
      routes = buildWeb(publishers, edition);
      troubles = declaredFaults(options.troubles === false ? [] : publishers, edition);
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
