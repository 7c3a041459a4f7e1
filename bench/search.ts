/**
 * The search in a real browser over a loopback host, on generated notices of 8,000 characters, beside Pagefind and
 * plain MiniSearch on the same notices. `npm run bench:search`; SEARCH_SIZES=100,1000 leaves the largest out,
 * SEARCH_RIVALS=off the others. Sizes of 10,000 need some minutes and 3 GB.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { fold, makeFolding } from '../src/search/terms.ts';
import { traditionalVariants } from '../src/search/variants.ts';
import { openBrowser } from '../test/e2e/browser.ts';
import type { BuildResult } from './search-build.ts';
import { generateNotices } from './search-corpus.ts';
import { percentile, RESEARCHER_QUERIES, randomPieces } from './search-queries.ts';
import { benchRivals } from './search-rivals.ts';
import type { SearchRow, Truth } from './search-rows.ts';
import { type BenchServer, SLOW, startBenchServer } from './search-server.ts';
import { askInPlainBrowser, type WarmAnswer } from './search-warm.ts';

const PIECES = 1000;
const COLD = 120;
const run = promisify(execFile);
/** Notices that hold some expressions and are at hand at both ends of the frequency scale are cheap to keep as strings. */
const folding = makeFolding(traditionalVariants());

export async function benchSearch(): Promise<readonly SearchRow[]> {
  const sizes = (process.env.SEARCH_SIZES ?? '100,1000,10000').split(',').map(Number);
  const folder = mkdtempSync(join(tmpdir(), 'zhenggai-search-'));
  const server = await startBenchServer();
  const browser = await openBrowser();
  const rows: SearchRow[] = [];
  try {
    const site = await buildPages(folder);
    for (const notices of sizes) {
      console.error(`search: ${notices} notices, load ${loadavg()[0]?.toFixed(1)}`);
      rows.push(...(await benchSize(notices, folder, site, server, browser)));
      if (process.env.SEARCH_RIVALS !== 'off' && notices <= 1000)
        rows.push(...(await benchRivals(notices, truths(notices, 40), folder, server, browser)));
    }
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}

/** The pages of an empty workspace: the search page is the same for every index. */
async function buildPages(folder: string): Promise<string> {
  const workspace = join(folder, 'workspace');
  const out = join(folder, 'site');
  mkdirSync(join(workspace, 'content', 'records'), { recursive: true });
  await run(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    env: {
      ...process.env,
      ZHENGGAI_WORKSPACE: workspace,
      ZHENGGAI_OUT: out,
      ZHENGGAI_SEARCH: 'off',
      ASTRO_TELEMETRY_DISABLED: '1',
    },
    maxBuffer: 1e8,
  });
  return out;
}

/** Queries with their answers; the texts are scanned once and not kept. */
function truths(notices: number, pieces: number): Truth[] {
  const sample: string[] = [];
  let number = 0;
  for (const { text } of generateNotices({ count: notices }))
    if (number++ % Math.ceil(notices / 400) === 0) sample.push(text);
  const queries = [...randomPieces(sample, pieces), ...RESEARCHER_QUERIES.slice(0, pieces)];
  const folded = queries.map((q) => fold(q, folding));
  const found = queries.map(() => new Set<string>());
  for (const { id, text } of generateNotices({ count: notices })) {
    const searched = fold(text, folding);
    folded.forEach((q, i) => {
      if (searched.includes(q)) found[i]?.add(id);
    });
  }
  return queries.map((q, i) => ({ q, ids: found[i] as Set<string> }));
}

async function benchSize(
  notices: number,
  folder: string,
  site: string,
  server: BenchServer,
  browser: Browser,
): Promise<SearchRow[]> {
  const index = join(folder, `index-${notices}`);
  const { stdout } = await run(
    process.execPath,
    ['bench/search-build.ts', String(notices), `${index}-workspace`, join(index, 'search-index')],
    { maxBuffer: 1e7 },
  );
  const built = JSON.parse(stdout) as BuildResult;
  server.show([index, site]);
  const row = (figure: string, value: number, goal?: string): SearchRow => ({
    what: 'ours',
    notices,
    figure,
    value,
    ...(goal ? { goal } : {}),
  });
  const asked = truths(notices, PIECES);
  const cold = asked.filter((_, i) => i % Math.ceil(asked.length / COLD) === 0);
  const bytes = await coldBytes(cold, server, browser);
  const times = await coldTimes(
    cold.filter((_, i) => i % 3 === 0),
    server,
    browser,
  );
  const warm = await warmRun(asked, [index, site], `${index}-ask`, server);
  for (const made of [index, `${index}-workspace`, `${index}-ask`]) rmSync(made, { recursive: true, force: true });
  const large = notices >= 10_000;
  return [
    row('recall', warm.recall, '1.000'),
    row('precision', warm.precision, '1.000'),
    row('queries', asked.length),
    row('first query, median kB', percentile(bytes, 50) / 1000, large ? '≤ 300' : notices <= 100 ? '≤ 120' : undefined),
    row('first query, p95 kB', percentile(bytes, 95) / 1000, large ? '≤ 500' : undefined),
    row('cold to first result, median ms', percentile(times.first, 50), large ? '≤ 800' : undefined),
    row('cold to first result, p95 ms', percentile(times.first, 95)),
    row('cold to first ten, median ms', percentile(times.ten, 50)),
    row('warm to first ten, median ms', percentile(warm.times, 50)),
    row('warm to first ten, p95 ms', percentile(warm.times, 95)),
    row('warm to first ten painted, median ms', percentile(warm.painted, 50)),
    row('warm to first ten painted, p95 ms', percentile(warm.painted, 95), large ? '≤ 50' : undefined),
    row('build s', built.seconds, large ? '≤ 120' : undefined),
    row('build peak MB', built.peakMegabytes, large ? '≤ 3000' : undefined),
    row('index MB', built.indexMegabytes, large ? '≤ 60' : undefined),
    row('texts for snippets MB', built.textMegabytes),
    row('files', built.files),
    row('characters M', built.characters / 1e6),
    row('load of the machine', loadavg()[0] ?? 0),
  ];
}

const address = (server: BenchServer, q: string): string => `${server.url}/search/?q=${encodeURIComponent(q)}`;

/** Everything that a first query sends, in a browser that has been nowhere. */
async function coldBytes(asked: readonly Truth[], server: BenchServer, browser: Browser): Promise<number[]> {
  server.link(null);
  const bytes: number[] = [];
  for (const { q } of asked) {
    const context = await browser.newContext();
    const page = await context.newPage();
    server.takeBytes();
    await page.goto(address(server, q));
    await page.waitForSelector('#search-status[data-bytes]');
    await context.close();
    bytes.push(server.takeBytes());
  }
  return bytes;
}

/** From the call of the page to the first result, and to the last of the first ten, over the slow link. */
async function coldTimes(
  asked: readonly Truth[],
  server: BenchServer,
  browser: Browser,
): Promise<{ first: number[]; ten: number[] }> {
  const times: { first: number[]; ten: number[] } = { first: [], ten: [] };
  for (const { q } of asked.filter(({ ids }) => ids.size > 0)) {
    server.link(SLOW);
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(watchHits);
    await page.goto(address(server, q));
    await page.waitForSelector('#search-status[data-bytes]', { timeout: 60_000 });
    const seen = (await page.evaluate('window.seen')) as { first: number; last: number };
    times.first.push(seen.first);
    times.ten.push(seen.last);
    await context.close();
  }
  server.link(null);
  return times;
}

/** Runs in the page before its scripts: notes when results appear, on the clock that began with the call of the page. */
function watchHits(): void {
  const seen = { first: 0, last: 0 };
  Object.assign(globalThis, { seen });
  const page = globalThis as unknown as { document: { querySelector: (selector: string) => unknown } };
  const Observer = (
    globalThis as unknown as {
      MutationObserver: new (look: () => void) => { observe: (node: unknown, options: object) => void };
    }
  ).MutationObserver;
  new Observer(() => {
    if (!page.document.querySelector('.hit[data-id]')) return;
    if (seen.first === 0) seen.first = performance.now();
    seen.last = performance.now();
  }).observe(page.document, { subtree: true, childList: true });
}

/** Asks one after the other on an open page of a browser that nobody watches, and compares what is shown with the truth. */
async function warmRun(
  asked: readonly Truth[],
  folders: readonly string[],
  folder: string,
  server: BenchServer,
): Promise<{ recall: number; precision: number; times: number[]; painted: number[] }> {
  const queries = asked.map(({ q }) => q);
  const answers = await askInPlainBrowser({ way: 'page', queries }, folders, folder, server);
  const scores = asked.map((truth, i) => scoreOf(truth, answers[i] as WarmAnswer));
  const mean = (pick: (score: { recall: number; precision: number }) => number): number =>
    scores.reduce((sum, score) => sum + pick(score), 0) / scores.length;
  return {
    recall: mean(({ recall }) => recall),
    precision: mean(({ precision }) => precision),
    times: answers.map(({ ms }) => ms),
    painted: answers.map(({ painted }) => painted),
  };
}

/** The page shows ten and the count of all: a wrong count is a wrong answer, whatever is shown. */
function scoreOf({ q, ids }: Truth, { ids: shown, status }: WarmAnswer): { recall: number; precision: number } {
  const total = Number(/^([\d,]+) 篇/.exec(status)?.[1]?.replaceAll(',', '') ?? Number.NaN);
  const right = shown.filter((id) => ids.has(id)).length;
  const expected = Math.min(10, ids.size);
  if (total !== ids.size || right !== expected || shown.length !== expected)
    console.error(`search: “${q}” gave ${total} (${right} of ${shown.length} shown are right), expected ${ids.size}`);
  return {
    recall: ids.size === 0 ? 1 : Math.min(1, total / ids.size) * (expected === 0 ? 1 : right / expected),
    precision: total === 0 ? 1 : Math.min(1, ids.size / total) * (shown.length === 0 ? 1 : right / shown.length),
  };
}
