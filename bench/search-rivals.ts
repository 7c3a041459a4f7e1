import { copyFileSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import * as pagefind from 'pagefind';
import type { Browser } from 'playwright-core';
import { generateNotices } from './search-corpus.ts';
import { percentile } from './search-queries.ts';
import type { SearchRow, Truth } from './search-rows.ts';
import type { BenchServer } from './search-server.ts';
import { askInPlainBrowser, type WarmAnswer } from './search-warm.ts';

/** A search that others have made, as a page of its own that answers through `window.search(q)`. */
interface Rival {
  readonly name: string;
  /** Writes the index and the page; returns the megabytes of the index. */
  readonly build: (notices: number, folder: string) => Promise<number>;
  /** The script of the page. It must define window.search: (q) → ids, and window.firstTen: the same with what ten results show. */
  readonly script: string;
  readonly quoted?: boolean;
}

const BIGRAMS = `
const bigrams = (text) => { const out = []; for (let i = 0; i + 1 < text.length; i++) out.push(text.slice(i, i + 2)); return out.length ? out : [text]; };`;
const bigrams = (text: string): string[] => {
  const out = Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
  return out.length > 0 ? out : [text];
};
const words = (text: string): string[] =>
  Array.from(new Intl.Segmenter('zh', { granularity: 'word' }).segment(text))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);

const PAGEFIND_SCRIPT = (quoted: boolean): string => `
const pagefind = await import('/pagefind/pagefind.js');
const ask = async (q) => (await pagefind.search(${quoted ? `'"' + q + '"'` : 'q'})).results;
window.search = async (q) => (await Promise.all((await ask(q)).map((r) => r.data()))).map((d) => d.raw_url ?? d.url);
window.firstTen = async (q) => (await Promise.all((await ask(q)).slice(0, 10).map((r) => r.data()))).length;`;

const MINISEARCH_SCRIPT = (tokenize: string): string => `
import MiniSearch from '/minisearch.js';
${tokenize}
const options = { fields: ['text'], tokenize, searchOptions: { combineWith: 'AND', tokenize, prefix: (term) => term.length === 1 } };
const index = MiniSearch.loadJSON(await (await fetch('/minisearch.json')).text(), options);
window.search = async (q) => index.search(q).map((r) => r.id);
window.firstTen = window.search;`;

const RIVALS: readonly Rival[] = [
  { name: 'Pagefind', build: buildPagefind, script: PAGEFIND_SCRIPT(false) },
  { name: 'Pagefind, in quotes', build: buildPagefind, script: PAGEFIND_SCRIPT(true) },
  {
    name: 'MiniSearch, bigrams, AND',
    build: (notices, folder) => buildMiniSearch(notices, folder, bigrams),
    script: MINISEARCH_SCRIPT(`${BIGRAMS}\nconst tokenize = bigrams;`),
  },
  {
    name: 'MiniSearch, Intl.Segmenter, AND',
    build: (notices, folder) => buildMiniSearch(notices, folder, words),
    script: MINISEARCH_SCRIPT(
      `const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });\nconst tokenize = (text) => [...segmenter.segment(text)].filter((s) => s.isWordLike).map((s) => s.segment);`,
    ),
  },
];

/** Measures the others on the same notices with the same queries, in the same browser. */
export async function benchRivals(
  notices: number,
  asked: readonly Truth[],
  folder: string,
  server: BenchServer,
  browser: Browser,
): Promise<SearchRow[]> {
  const rows: SearchRow[] = [];
  for (const rival of RIVALS) {
    const place = join(folder, `rival-${notices}-${RIVALS.indexOf(rival)}`);
    mkdirSync(place, { recursive: true });
    const start = performance.now();
    const megabytes = await rival.build(notices, place);
    const seconds = (performance.now() - start) / 1000;
    writeFileSync(
      join(place, 'index.html'),
      '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>',
    );
    writeFileSync(join(place, 'page.js'), `${rival.script}\nwindow.ready = true;`);
    const measured = await measure(asked, place, server, browser);
    const row = (figure: string, value: number): SearchRow => ({ what: rival.name, notices, figure, value });
    rows.push(
      row('recall', measured.recall),
      row('precision', measured.precision),
      row('first query, median kB', percentile(measured.bytes, 50) / 1000),
      row('warm to first ten, p95 ms', percentile(measured.times, 95)),
      row('build s', seconds),
      row('index MB', megabytes),
    );
  }
  return rows;
}

async function measure(
  asked: readonly Truth[],
  place: string,
  server: BenchServer,
  browser: Browser,
): Promise<{ recall: number; precision: number; bytes: number[]; times: number[] }> {
  server.show([place]);
  const bytes: number[] = [];
  for (const { q } of asked.slice(0, 20)) {
    const context = await browser.newContext();
    const page = await context.newPage();
    server.takeBytes();
    await page.goto(server.url);
    await page.waitForFunction('window.ready');
    await page.evaluate(`window.firstTen(${JSON.stringify(q)})`);
    await context.close();
    bytes.push(server.takeBytes());
  }
  const queries = asked.map(({ q }) => q);
  const answers = await askInPlainBrowser({ way: 'functions', queries }, [place], `${place}-ask`, server);
  const scores = asked.map(({ ids }, i) => {
    const found = (answers[i] as WarmAnswer).ids.map((url) => url.replaceAll('/', ''));
    const right = found.filter((id) => ids.has(id)).length;
    return {
      recall: ids.size === 0 ? 1 : right / ids.size,
      precision: found.length === 0 ? 1 : right / found.length,
    };
  });
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    recall: mean(scores.map(({ recall }) => recall)),
    precision: mean(scores.map(({ precision }) => precision)),
    bytes,
    times: answers.map(({ ms }) => ms),
  };
}

async function buildPagefind(notices: number, folder: string): Promise<number> {
  const { index } = await pagefind.createIndex({});
  if (!index) throw new Error('pagefind gave no index');
  for (const { id, title, text } of generateNotices({ count: notices }))
    await index.addCustomRecord({ url: `/${id}/`, content: text, language: 'zh', meta: { title } });
  await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  await pagefind.close();
  return folderSize(join(folder, 'pagefind')) / 1e6;
}

async function buildMiniSearch(notices: number, folder: string, tokenize: (text: string) => string[]): Promise<number> {
  const index = new MiniSearch({ fields: ['text'], tokenize });
  for (const { id, text } of generateNotices({ count: notices })) index.add({ id, text });
  writeFileSync(join(folder, 'minisearch.json'), JSON.stringify(index));
  copyFileSync(
    createRequire(import.meta.url)
      .resolve('minisearch')
      .replace('/cjs/index.cjs', '/es/index.js'),
    join(folder, 'minisearch.js'),
  );
  return statSync(join(folder, 'minisearch.json')).size / 1e6;
}

const folderSize = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
