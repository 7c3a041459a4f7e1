import { Agent, buildConnector, type Dispatcher, ProxyAgent, fetch as request } from 'undici';
import type { Cause, Source } from '../src/model/index.ts';
import { UsageError } from './error.ts';
import { ALLOW_ALL, FORBID_ALL, type Robots, readRobots } from './robots.ts';

/** The token that robots.txt files may name. */
export const ROBOT = 'zhenggai-ledger';
const VERSION = '0.1';
const MAX_REDIRECTS = 5;
/** The reason of a failure that robots.txt asks for. */
export const ROBOTS_FORBID = 'robots.txt forbids it';
/** A longer Retry-After ends the visit to the host instead of holding up the run. */
const MAX_RETRY_AFTER = 120;
/** A longer Crawl-delay is cut to this: the daily number of requests is small anyway. */
const MAX_CRAWL_DELAY = 60;
const MAX_ROBOTS_BYTES = 500_000;
/** After so many failures in a row a host is left alone until the next run. */
const GIVE_UP_AFTER = 5;
const RETRIED = new Set([429, 500, 502, 503, 504, 520, 522, 524]);
/** Refusals: 412 and 521 are how two common Chinese firewalls answer a client without their script. */
const REFUSALS = new Set([401, 403, 405, 407, 412, 418, 429, 451, 521]);

export interface FetchOptions {
  /** An address (URL or e-mail) at which publishers reach whoever runs this; needed for hosts beyond this machine. */
  readonly contact?: string;
  /** Multiplies every pause of ours (pace, jitter, Crawl-delay, back-off; never a server’s Retry-After). Default 1. */
  readonly paceScale?: number;
  /** Seconds before the first repetition; doubled each time. Default 5. */
  readonly backoff?: number;
  /** Repetitions after a failed attempt. Default 2. */
  readonly retries?: number;
  /** HTTP proxy, e.g. http://proxy:3128. */
  readonly proxy?: string;
  /** Connect elsewhere than the name says, like curl’s --connect-to: { '*.example': '127.0.0.1:41234' }. */
  readonly connectTo?: Readonly<Record<string, string>>;
  /** Seconds for one answer, where shorter than the source’s own limit. */
  readonly timeout?: number;
  /** Stops the run between two requests. */
  readonly signal?: AbortSignal;
  readonly now?: () => number;
  readonly sleep?: (milliseconds: number) => Promise<void>;
  readonly random?: () => number;
}

/** What one request may do: the source’s manners, its hosts and exceptions. */
export type Policy = Pick<Source, 'pace' | 'robots' | 'tls'> & { readonly hosts: ReadonlySet<string> };

export interface Wanted {
  readonly url: string;
  readonly policy: Policy;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly post?: string;
}

interface Common {
  readonly url: string;
  /** Requests that were made for it, redirects and repetitions included. */
  readonly attempts: number;
}

export interface Page extends Common {
  readonly kind: 'page';
  readonly finalUrl: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

export interface NotModified extends Common {
  readonly kind: 'not-modified';
  readonly status: 304;
}

export interface Failure extends Common {
  readonly kind: 'failure';
  readonly cause: Cause;
  readonly reason: string;
  readonly status?: number;
  /** What the server sent along, for the archive of troubles. */
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Answer = Page | NotModified | Failure;

/** What was done at one host in this run. */
export interface HostCount {
  requests: number;
  bytes: number;
  statuses: Record<string, number>;
}

export interface Fetcher {
  readonly get: (wanted: Wanted) => Promise<Answer>;
  readonly countOf: (host: string) => HostCount;
  readonly close: () => Promise<void>;
}

interface HostState {
  /** Ends when the host is free again: one request at a time. */
  turn: Promise<unknown>;
  lastEnd: number;
  today: number;
  failuresInARow: number;
  closedBecause: string | null;
  robots: Promise<{ robots: Robots; failure: Problem | null }> | null;
  count: HostCount;
}

const isLoopback = (host: string) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);

const withoutWww = (host: string) => host.replace(/^www\./, '');

/** A host of the source, with or without www. */
export const isAllowedHost = (hosts: ReadonlySet<string>, host: string): boolean =>
  hosts.has(host) || hosts.has(withoutWww(host)) || hosts.has(`www.${host}`);

function targetOf(connectTo: FetchOptions['connectTo'], host: string): { hostname: string; port: string } | null {
  for (const [pattern, target] of Object.entries(connectTo ?? {})) {
    if (pattern !== host && !(pattern.startsWith('*.') && host.endsWith(pattern.slice(1)))) continue;
    const colon = target.lastIndexOf(':');
    return { hostname: target.slice(0, colon), port: target.slice(colon + 1) };
  }
  return null;
}

/** `*.example=127.0.0.1:41234, other.example=127.0.0.1:1` → a map. Throws UsageError where it is not of that form. */
export function readConnectTo(text: string): Record<string, string> {
  const pairs = text.split(',').map((pair) => pair.trim().split('='));
  if (pairs.some(([host, target]) => !host || !/^.+:\d+$/.test(target ?? ''))) {
    throw new UsageError(`connect-to is HOST=ADDRESS:PORT[,…], not "${text}"`);
  }
  return Object.fromEntries(pairs) as Record<string, string>;
}

/** Seconds from a Retry-After header: a number or a date; null where there is none. */
export function readRetryAfter(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value.trim());
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, (date - now) / 1000);
}

function describeNetworkError(error: unknown, seconds: number): string {
  const { name, message, cause } = error as Error & { cause?: Error & { code?: string } };
  if (name === 'TimeoutError' || cause?.name === 'HeadersTimeoutError' || cause?.name === 'BodyTimeoutError') {
    return `no complete answer within ${seconds} s`;
  }
  const code = cause?.code ?? (error as { code?: string }).code;
  const plain = cause?.message ?? message;
  return code ? `${code}: ${plain}` : plain;
}

class TooLarge extends Error {}

/** An answer of any status. */
type Raw = Pick<Page, 'status' | 'headers' | 'bytes'>;
type Problem = Pick<Failure, 'cause' | 'reason' | 'status' | 'bytes' | 'headers'>;
type Visit = { readonly attempts: number } & ({ answer: Raw; problem?: never } | { answer?: never; problem: Problem });

/** Where an answer sends us, absolute; null where it does not. */
function redirectOf({ status, headers }: Raw, base: string): string | null {
  const { location } = headers;
  if (status < 300 || status >= 400 || status === 304 || !location || !URL.canParse(location, base)) return null;
  const target = new URL(location, base);
  target.hash = '';
  return /^https?:$/.test(target.protocol) ? target.href : null;
}

async function readBody(body: AsyncIterable<Uint8Array> | null, max: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > max) throw new TooLarge(`more than ${max} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function failureOfStatus(status: number): { cause: Cause; reason: string } {
  if (status === 404 || status === 410) return { cause: 'moved', reason: `HTTP ${status}: the address is gone` };
  if (REFUSALS.has(status)) return { cause: 'blocked', reason: `HTTP ${status}: refused` };
  if (status >= 500) return { cause: 'down', reason: `HTTP ${status}: the server fails` };
  return { cause: 'moved', reason: `HTTP ${status}` };
}

/**
 * A polite client for the hosts of a run: robots.txt, one request at a time per host, pauses, daily cap, back-off,
 * limits. Never throws for what a server does: every trouble is a Failure with its cause.
 * `asked` counts today’s earlier requests per host.
 */
export function createFetcher(
  options: FetchOptions,
  log: (line: string) => void,
  asked: ReadonlyMap<string, number> = new Map(),
): Fetcher {
  const now = options.now ?? Date.now;
  const sleep = options.sleep ?? ((ms: number) => new Promise<void>((done) => setTimeout(done, ms)));
  const random = options.random ?? Math.random;
  const scale = options.paceScale ?? 1;
  const retries = options.retries ?? 2;
  const agents = new Map<string, Dispatcher>();
  const hosts = new Map<string, HostState>();
  const userAgent = `${ROBOT}/${VERSION}${options.contact ? ` (+${options.contact})` : ''}`;

  const secondsFor = ({ pace }: Policy) => Math.min(pace.timeout, options.timeout ?? Number.POSITIVE_INFINITY);

  function agentFor(trustAnyCertificate: boolean): Dispatcher {
    const key = String(trustAnyCertificate);
    const known = agents.get(key);
    if (known) return known;
    const tls = trustAnyCertificate ? { rejectUnauthorized: false } : {};
    const connect = buildConnector({ ...tls, allowH2: false });
    const agent = options.proxy
      ? new ProxyAgent({ uri: options.proxy, requestTls: tls, connections: 1 })
      : new Agent({
          connections: 1,
          connect: (target, done) => connect({ ...target, ...targetOf(options.connectTo, target.hostname) }, done),
        });
    agents.set(key, agent);
    return agent;
  }

  function stateOf(host: string): HostState {
    let state = hosts.get(host);
    if (!state) {
      const count = { requests: 0, bytes: 0, statuses: {} };
      const today = asked.get(host) ?? 0;
      state = {
        turn: Promise.resolve(),
        lastEnd: 0,
        today,
        failuresInARow: 0,
        closedBecause: null,
        robots: null,
        count,
      };
      hosts.set(host, state);
    }
    return state;
  }

  /** Work at a host, after whatever is going on there. */
  function inTurn<T>(state: HostState, work: () => Promise<T>): Promise<T> {
    const turn = state.turn.then(work, work);
    state.turn = turn.catch(() => undefined);
    return turn;
  }

  async function pause(state: HostState, { pace }: Policy, crawlDelay: number): Promise<void> {
    const seconds = Math.max(pace.seconds, Math.min(crawlDelay, MAX_CRAWL_DELAY)) + random() * pace.jitter;
    const wait = state.lastEnd === 0 ? 0 : state.lastEnd + seconds * 1000 * scale - now();
    if (wait > 0) await sleep(wait);
  }

  /** One request without any manners: an answer of any status, or an error. */
  async function once(wanted: Wanted, state: HostState, maxBytes: number): Promise<Raw> {
    const { policy, etag, lastModified, post } = wanted;
    const url = new URL(wanted.url);
    const seconds = secondsFor(policy);
    const today = new Date(now()).toISOString().slice(0, 10);
    const exception = policy.tls.find(({ host }) => host === url.hostname);
    if (exception && exception.until < today)
      log(`${url.host}: the TLS exception ended on ${exception.until}: not applied`);
    state.count.requests++;
    state.today++;
    try {
      const response = await request(url, {
        dispatcher: agentFor(exception !== undefined && exception.until >= today),
        redirect: 'manual',
        signal: AbortSignal.timeout(seconds * 1000),
        method: post === undefined ? 'GET' : 'POST',
        headers: {
          'user-agent': userAgent,
          accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.9,*/*;q=0.5',
          'accept-language': 'zh-CN,zh;q=0.9,en;q=0.3',
          ...(etag && { 'if-none-match': etag }),
          ...(lastModified && { 'if-modified-since': lastModified }),
          ...(post !== undefined && {
            'content-type': post.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded',
          }),
        },
        ...(post !== undefined && { body: post }),
      });
      const status = `${Math.floor(response.status / 100)}xx`;
      state.count.statuses[status] = (state.count.statuses[status] ?? 0) + 1;
      const bytes = await readBody(response.body, maxBytes);
      state.count.bytes += bytes.length;
      return { status: response.status, headers: Object.fromEntries(response.headers), bytes };
    } catch (error) {
      state.count.statuses.error = (state.count.statuses.error ?? 0) + 1;
      throw error;
    } finally {
      state.lastEnd = now();
    }
  }

  /** One address with repetitions, while the host is ours; redirects are the caller’s. */
  async function persist(wanted: Wanted, state: HostState, crawlDelay: number, maxBytes: number): Promise<Visit> {
    const seconds = secondsFor(wanted.policy);
    for (let attempts = 1; ; attempts++) {
      await pause(state, wanted.policy, crawlDelay);
      let problem: Problem;
      let wait = (options.backoff ?? 5) * 2 ** (attempts - 1) * scale;
      try {
        const answer = await once(wanted, state, maxBytes);
        if (!RETRIED.has(answer.status)) {
          state.failuresInARow = 0;
          return { answer, attempts };
        }
        problem = { ...failureOfStatus(answer.status), ...answer };
        const retryAfter = readRetryAfter(answer.headers['retry-after'], now());
        if (retryAfter !== null && retryAfter > MAX_RETRY_AFTER) {
          state.closedBecause = `it asks to come back after ${Math.round(retryAfter)} s`;
          return { problem: { ...problem, reason: `${problem.reason}; ${state.closedBecause}` }, attempts };
        }
        wait = Math.max(wait, retryAfter ?? 0);
      } catch (error) {
        if (error instanceof TooLarge) return { problem: { cause: 'unread', reason: error.message }, attempts };
        problem = { cause: 'down', reason: describeNetworkError(error, seconds) };
      }
      if (attempts > retries || options.signal?.aborted) {
        state.failuresInARow++;
        if (state.failuresInARow >= GIVE_UP_AFTER) state.closedBecause = `${GIVE_UP_AFTER} failures in a row`;
        return { problem, attempts };
      }
      if (wait > 0) await sleep(wait * 1000);
    }
  }

  /** What stops a request before it is made; null if nothing does. */
  function refuse(url: URL, { hosts: allowed, pace }: Policy, state: HostState): Problem | null {
    if (options.signal?.aborted) return { cause: 'postponed', reason: 'the run was stopped' };
    if (!isAllowedHost(allowed, url.host)) {
      return { cause: 'moved', reason: `leads to ${url.host}, which is no host of this source` };
    }
    const isFar = !isLoopback(url.hostname) && targetOf(options.connectTo, url.hostname) === null;
    if (isFar && !options.contact) {
      throw new UsageError(
        'no contact: give --contact, or set ZHENGGAI_CONTACT, to an address at which publishers reach you',
      );
    }
    if (state.closedBecause)
      return { cause: 'postponed', reason: `${url.host} is left alone in this run: ${state.closedBecause}` };
    if (state.today >= pace.perDay)
      return { cause: 'postponed', reason: `${url.host}: the daily cap of ${pace.perDay} requests is reached` };
    return null;
  }

  async function loadRobots(origin: string, policy: Policy): Promise<{ robots: Robots; failure: Problem | null }> {
    let url = `${origin}/robots.txt`;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const state = stateOf(new URL(url).host);
      const { answer, problem } = await inTurn(state, () => persist({ url, policy }, state, 0, MAX_ROBOTS_BYTES));
      // RFC 9309: one that cannot be reached forbids everything, one that does not exist allows everything.
      if (problem) {
        if (problem.cause === 'unread') return { robots: ALLOW_ALL, failure: null };
        return { robots: FORBID_ALL, failure: { cause: problem.cause, reason: `robots.txt: ${problem.reason}` } };
      }
      const next = redirectOf(answer, url);
      if (next === null) {
        const robots = answer.status === 200 ? readRobots(`${origin}/robots.txt`, answer.bytes, ROBOT) : ALLOW_ALL;
        log(
          `${new URL(origin).host}: robots.txt ${answer.status === 200 ? robots.summary : `HTTP ${answer.status}: allows all`}`,
        );
        return { robots, failure: null };
      }
      if (!isAllowedHost(policy.hosts, new URL(next).host)) break;
      url = next;
    }
    return { robots: ALLOW_ALL, failure: null };
  }

  function robotsOf(url: URL, policy: Policy, state: HostState) {
    const today = new Date(now()).toISOString().slice(0, 10);
    if (policy.robots && policy.robots.until >= today) return Promise.resolve({ robots: ALLOW_ALL, failure: null });
    state.robots ??= loadRobots(url.origin, policy);
    return state.robots;
  }

  async function get(wanted: Wanted): Promise<Answer> {
    let { url } = wanted;
    let attempts = 0;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const target = new URL(url);
      const state = stateOf(target.host);
      const fail = (problem: Problem): Failure => ({ kind: 'failure', url: wanted.url, attempts, ...problem });
      const refusal = refuse(target, wanted.policy, state);
      if (refusal) return fail(refusal);
      const { robots, failure } = await robotsOf(target, wanted.policy, state);
      if (failure) return fail(failure);
      if (!robots.allows(url)) {
        log(`${url}: not asked for: robots.txt forbids it`);
        return fail({ cause: 'blocked', reason: ROBOTS_FORBID });
      }
      const { pace } = wanted.policy;
      const visit = await inTurn(state, () => persist({ ...wanted, url }, state, robots.crawlDelay, pace.maxBytes));
      attempts += visit.attempts;
      if (visit.problem) return fail(visit.problem);
      const { answer } = visit;
      const next = redirectOf(answer, url);
      if (next !== null) {
        url = next;
        continue;
      }
      if (answer.status === 304) return { kind: 'not-modified', url: wanted.url, attempts, status: 304 };
      if (answer.status >= 300) return fail({ ...failureOfStatus(answer.status), ...answer });
      return { kind: 'page', url: wanted.url, finalUrl: url, attempts, ...answer };
    }
    return {
      kind: 'failure',
      url: wanted.url,
      attempts,
      cause: 'moved',
      reason: `more than ${MAX_REDIRECTS} redirects`,
    };
  }

  return {
    get,
    countOf: (host) => stateOf(host).count,
    close: async () => {
      await Promise.all([...agents.values()].map((agent) => agent.destroy()));
    },
  };
}
