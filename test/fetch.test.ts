import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createFetcher,
  type FetchOptions,
  isAllowedHost,
  type Policy,
  readConnectTo,
  readRetryAfter,
} from '../scraper/fetch.ts';
import { Pace } from '../src/model/index.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
let logged: string[];
beforeEach(async () => {
  server = await startServer({ '/a': 'a page', '/b': 'another' });
  logged = [];
});
afterEach(() => server.close());

const policy = (extra: Partial<Policy> = {}): Policy => ({
  pace: Pace.parse({ seconds: 3, jitter: 2 }),
  robots: undefined,
  tls: [],
  hosts: new Set([`127.0.0.1:${server.port}`, 'a.example', 'b.example']),
  ...extra,
});

/** A fetcher whose pauses are recorded instead of waited for. */
function quick(options: FetchOptions = {}) {
  const slept: number[] = [];
  let clock = 1_000_000_000_000;
  const fetcher = createFetcher(
    {
      sleep: async (ms) => {
        slept.push(ms);
        clock += ms;
      },
      now: () => clock,
      random: () => 0.5,
      connectTo: { '*.example': `127.0.0.1:${server.port}` },
      ...options,
    },
    (line) => logged.push(line),
  );
  const get = (path: string, extra: Partial<Parameters<typeof fetcher.get>[0]> = {}) =>
    fetcher.get({ url: path.startsWith('http') ? path : server.origin + path, policy: policy(), ...extra });
  return { fetcher, get, slept };
}

describe('a polite client', () => {
  it('asks for robots.txt first and once, and names itself', async () => {
    const { get, fetcher } = quick({ contact: 'mailto:someone@example.org' });
    const answer = await get('/a');
    await get('/b');
    await fetcher.close();
    expect(answer).toMatchObject({ kind: 'page', status: 200, attempts: 1 });
    expect(Buffer.from(answer.kind === 'page' ? answer.bytes : []).toString()).toBe('a page');
    expect(server.requests.map(({ address }) => address.replace(/^[^/]*/, ''))).toEqual(['/robots.txt', '/a', '/b']);
    expect(server.requests[0]?.headers['user-agent']).toBe('zhenggai-ledger/0.1 (+mailto:someone@example.org)');
  });

  it('obeys what robots.txt forbids, says so, and keeps the Crawl-delay', async () => {
    server.pages.set('/robots.txt', 'User-agent: *\nDisallow: /a\nCrawl-delay: 10\n');
    const { get, fetcher, slept } = quick();
    expect(await get('/a')).toMatchObject({ kind: 'failure', cause: 'blocked', reason: 'robots.txt forbids it' });
    expect(await get('/b')).toMatchObject({ kind: 'page' });
    await fetcher.close();
    expect(server.requests).toHaveLength(2);
    expect(slept).toEqual([11_000]);
    expect(logged.join('\n')).toMatch(/robots\.txt forbids it/);
  });

  it('asks for nothing while robots.txt itself fails', async () => {
    server.pages.set('/robots.txt', { status: 503 });
    const { get, fetcher } = quick();
    expect(await get('/a')).toMatchObject({
      kind: 'failure',
      cause: 'down',
      reason: expect.stringContaining('robots.txt'),
    });
    await fetcher.close();
    expect(server.requests.every(({ address }) => address.endsWith('/robots.txt'))).toBe(true);
  });

  it('keeps an exception from robots.txt only until its end', async () => {
    server.pages.set('/robots.txt', 'User-agent: *\nDisallow: /\n');
    const { get, fetcher } = quick({ now: () => Date.parse('2026-05-01T00:00:00Z') });
    const exception = (until: string) => ({
      policy: policy({ robots: { ignore: true, reason: 'agreed by letter', until } }),
    });
    expect(await get('/a', exception('2026-05-01'))).toMatchObject({ kind: 'page' });
    expect(await get('/a', exception('2026-04-30'))).toMatchObject({ kind: 'failure', cause: 'blocked' });
    await fetcher.close();
  });

  it('pauses between two requests to a host and has one open at a time', async () => {
    for (const path of ['/1', '/2', '/3', '/4']) {
      server.pages.set(path, (_, response) => setTimeout(() => response.end('slow'), 20));
    }
    const { get, fetcher, slept } = quick();
    await Promise.all(['/1', '/2', '/3', '/4'].map((path) => get(path)));
    await fetcher.close();
    expect(server.mostAtOnce()).toBe(1);
    expect(slept).toEqual([4000, 4000, 4000, 4000]);
  });

  it('repeats what may pass, backs off, and honours Retry-After', async () => {
    let asked = 0;
    server.pages.set('/busy', (_, response) => {
      asked++;
      if (asked === 1) response.writeHead(503).end();
      else if (asked === 2) response.writeHead(429, { 'retry-after': '30' }).end();
      else response.end('at last');
    });
    const { get, fetcher, slept } = quick({ paceScale: 0 });
    expect(await get('/busy')).toMatchObject({ kind: 'page', attempts: 3 });
    await fetcher.close();
    expect(slept).toEqual([30_000]);
  });

  it('leaves a host alone that asks to come back much later, or fails again and again', async () => {
    server.pages.set('a.example/x', { status: 429, headers: { 'retry-after': '86400' } });
    const { get, fetcher } = quick({ paceScale: 0, retries: 0 });
    expect(await get('http://a.example/x')).toMatchObject({
      kind: 'failure',
      cause: 'blocked',
      reason: expect.stringContaining('86400 s'),
    });
    expect(await get('http://a.example/a')).toMatchObject({ kind: 'failure', cause: 'postponed' });
    server.pages.set('b.example/x', { status: 500 });
    for (let i = 0; i < 5; i++) expect(await get('http://b.example/x')).toMatchObject({ cause: 'down' });
    expect(await get('http://b.example/a')).toMatchObject({
      cause: 'postponed',
      reason: expect.stringContaining('5 failures in a row'),
    });
    await fetcher.close();
  });

  it('keeps the daily cap, with what earlier runs asked', async () => {
    const asked = new Map([[`127.0.0.1:${server.port}`, 8]]);
    const fetcher = createFetcher({ paceScale: 0 }, () => undefined, asked);
    const capped = { policy: policy({ pace: Pace.parse({ perDay: 10 }) }) };
    expect(await fetcher.get({ url: `${server.origin}/a`, ...capped })).toMatchObject({ kind: 'page' });
    expect(await fetcher.get({ url: `${server.origin}/b`, ...capped })).toMatchObject({
      cause: 'postponed',
      reason: expect.stringContaining('daily cap of 10'),
    });
    await fetcher.close();
  });

  it('asks conditionally and understands 304', async () => {
    server.pages.set('/c', (request, response) => {
      response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200).end();
    });
    const { get, fetcher } = quick();
    expect(await get('/c', { etag: '"1"', lastModified: 'Thu, 01 Jan 2026 00:00:00 GMT' })).toMatchObject({
      kind: 'not-modified',
    });
    await fetcher.close();
    expect(server.requests.at(-1)?.headers['if-modified-since']).toBe('Thu, 01 Jan 2026 00:00:00 GMT');
  });
});

describe('redirects and limits', () => {
  it('follows a few redirects inside the source, and no more', async () => {
    server.pages.set('/old', { status: 301, headers: { location: '/a#top' } });
    server.pages.set('/loop', { status: 302, headers: { location: '/loop' } });
    const { get, fetcher } = quick({ paceScale: 0 });
    expect(await get('/old')).toMatchObject({
      kind: 'page',
      finalUrl: `${server.origin}/a`,
      url: `${server.origin}/old`,
    });
    expect(await get('/loop')).toMatchObject({ kind: 'failure', cause: 'moved', reason: 'more than 5 redirects' });
    await fetcher.close();
  });

  it('does not follow to a host that is not the source’s', async () => {
    server.pages.set('/out', { status: 302, headers: { location: 'http://169.254.169.254/latest/' } });
    const { get, fetcher } = quick({ paceScale: 0 });
    expect(await get('/out')).toMatchObject({
      kind: 'failure',
      cause: 'moved',
      reason: expect.stringContaining('169.254.169.254'),
    });
    await fetcher.close();
  });

  it('cuts off what is too large or too slow', async () => {
    server.pages.set('/large', 'x'.repeat(10_000));
    server.pages.set('/slow', (_, response) => {
      response.writeHead(200);
      response.write('begins');
    });
    const { get, fetcher } = quick({ paceScale: 0, retries: 0, timeout: 0.3 });
    const small = { policy: policy({ pace: Pace.parse({ maxBytes: 5000 }) }) };
    expect(await get('/large', small)).toMatchObject({
      kind: 'failure',
      cause: 'unread',
      reason: 'more than 5000 bytes',
    });
    expect(await get('/slow')).toMatchObject({
      kind: 'failure',
      cause: 'down',
      reason: 'no complete answer within 0.3 s',
    });
    await fetcher.close();
  });

  it('tells refusals, absences and failures apart', async () => {
    const causes = {
      403: 'blocked',
      412: 'blocked',
      521: 'blocked',
      404: 'moved',
      410: 'moved',
      500: 'down',
      502: 'down',
    };
    const { get, fetcher } = quick({ paceScale: 0, retries: 0 });
    for (const [status, cause] of Object.entries(causes)) {
      server.pages.set(`/${status}`, { status: Number(status), body: 'no' });
      expect(await get(`/${status}`)).toMatchObject({ kind: 'failure', cause, status: Number(status) });
    }
    await fetcher.close();
    const nobody = createFetcher(
      { paceScale: 0, retries: 0, connectTo: { '*.example': '127.0.0.1:1' } },
      () => undefined,
    );
    expect(await nobody.get({ url: 'http://a.example/', policy: policy() })).toMatchObject({
      cause: 'down',
      reason: expect.stringContaining('ECONNREFUSED'),
    });
    await nobody.close();
  });

  it('reads a compressed page, and counts its size unpacked', async () => {
    const { gzipSync } = await import('node:zlib');
    server.pages.set('/zip', { headers: { 'content-encoding': 'gzip' }, body: gzipSync('z'.repeat(100_000)) });
    const { get, fetcher } = quick({ paceScale: 0 });
    const page = await get('/zip');
    expect(page.kind === 'page' && page.bytes.length).toBe(100_000);
    const small = { policy: policy({ pace: Pace.parse({ maxBytes: 5000 }) }) };
    expect(await get('/zip', small)).toMatchObject({ cause: 'unread' });
    await fetcher.close();
  });
});

describe('who is asked', () => {
  it('needs a contact for hosts beyond this machine', async () => {
    const { fetcher } = quick({ connectTo: {} });
    await expect(fetcher.get({ url: 'http://a.example/', policy: policy() })).rejects.toThrow(/contact/);
    await fetcher.close();
  });

  it('takes a host with and without www as one', () => {
    const hosts = new Set(['www.a.example']);
    expect(isAllowedHost(hosts, 'a.example')).toBe(true);
    expect(isAllowedHost(hosts, 'b.example')).toBe(false);
    expect(isAllowedHost(new Set(['a.example']), 'www.a.example')).toBe(true);
  });

  it('reads --connect-to and Retry-After', () => {
    expect(readConnectTo('*.example=127.0.0.1:80, a.b=[::1]:1')).toEqual({
      '*.example': '127.0.0.1:80',
      'a.b': '[::1]:1',
    });
    expect(() => readConnectTo('nonsense')).toThrow(/connect-to is/);
    expect(readRetryAfter('120', 0)).toBe(120);
    expect(readRetryAfter('Thu, 01 Jan 1970 00:01:00 GMT', 0)).toBe(60);
    expect(readRetryAfter('soon', 0)).toBeNull();
    expect(readRetryAfter(undefined, 0)).toBeNull();
  });
});
