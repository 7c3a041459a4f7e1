import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { readBody } from '../scraper/body.ts';
import { decode } from '../scraper/decode.ts';

/** One reader over one set of pages. */
export interface BodyRow {
  readonly reader: 'ours' | 'readability';
  readonly pages: string;
  readonly count: number;
  /** Mean 4-gram F1 of the text against the expected one, white space and width folded; and the worst page. */
  readonly f1: number;
  readonly worst: { readonly page: string; readonly f1: number };
  /** Share of titles that are exactly the expected one. */
  readonly titles: number;
  /** Characters to text on one core, characters already decoded. */
  readonly pagesPerSecond: number;
}

interface Page {
  readonly name: string;
  readonly html: string;
  readonly text: string;
  readonly title: string;
}

type Read = (html: string) => { title: string; text: string };

const FIXTURES = new URL('../test/fixtures/pages/', import.meta.url);
const SHARED = new URL('../../shared/corpus/full/', import.meta.url);
const ROUNDS = 5;

const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

function grams(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i + 4 <= text.length; i++)
    counts.set(text.slice(i, i + 4), (counts.get(text.slice(i, i + 4)) ?? 0) + 1);
  return counts;
}

const sum = (counts: Map<string, number>): number => [...counts.values()].reduce((total, count) => total + count, 0);

/** Harmonic mean of how many 4-character sequences of the text are expected and how many of the expected ones it has. */
export function gramF1(text: string, expected: string): number {
  const found = grams(squeeze(text));
  const wanted = grams(squeeze(expected));
  const both = [...found].reduce((total, [gram, count]) => total + Math.min(count, wanted.get(gram) ?? 0), 0);
  return (2 * both) / Math.max(sum(found) + sum(wanted), 1);
}

async function readPages(folder: URL): Promise<Page[]> {
  const pages: Page[] = [];
  for (const name of readdirSync(folder)
    .filter((entry) => !entry.includes('.'))
    .sort()) {
    const text = readFileSync(new URL(`${name}/text.txt`, folder), 'utf8');
    // Pages without a text of their own have nothing to measure.
    if (text.split('\n').length < 4) continue;
    const { content } = await decode({ bytes: readFileSync(new URL(`${name}/page.html`, folder)), name: 'page.html' });
    pages.push({ name, html: content, text, title: squeeze(text.split('\n')[0] ?? '') });
  }
  return pages;
}

const ours: Read = (html) => {
  const { title, text } = readBody({ format: 'html', content: html, encoding: 'utf-8', warnings: [] });
  return { title: title ?? '', text };
};

/** Readability on linkedom, its title put before its text as ours is. */
const readability: Read = (html) => {
  const article = new Readability(parseHTML(html).document).parse();
  return { title: article?.title ?? '', text: `${article?.title ?? ''}\n${article?.textContent ?? ''}` };
};

function measure(reader: BodyRow['reader'], read: Read, pages: readonly Page[], what: string): BodyRow {
  const results = pages.map((page) => ({ page, result: read(page.html) }));
  const scores = results.map(({ page, result }) => ({ page: page.name, f1: gramF1(result.text, page.text) }));
  const started = performance.now();
  for (let round = 0; round < ROUNDS; round++) for (const { html } of pages) read(html);
  const seconds = (performance.now() - started) / 1000;
  return {
    reader,
    pages: what,
    count: pages.length,
    f1: scores.reduce((total, { f1 }) => total + f1, 0) / pages.length,
    worst: scores.reduce((worst, score) => (score.f1 < worst.f1 ? score : worst)),
    titles: results.filter(({ page, result }) => squeeze(result.title) === page.title).length / pages.length,
    pagesPerSecond: (ROUNDS * pages.length) / seconds,
  };
}

/** Our reader and @mozilla/readability on the same decoded pages: the fixtures, and the shared pages where they are at hand. */
export async function benchBody(): Promise<BodyRow[]> {
  const sets = [{ what: 'fixtures', pages: await readPages(FIXTURES) }];
  if (existsSync(SHARED)) sets.push({ what: 'full-length pages', pages: await readPages(SHARED) });
  return sets.flatMap(({ what, pages }) => [
    measure('ours', ours, pages, what),
    measure('readability', readability, pages, what),
  ]);
}

if (import.meta.main)
  for (const { reader, pages, count, f1, worst, titles, pagesPerSecond } of await benchBody())
    console.log(
      `${reader.padEnd(11)}  ${pages} (${count})  F1 ${f1.toFixed(4)}  worst ${worst.f1.toFixed(4)} ${worst.page}  titles ${Math.round(titles * 100)} %  ${Math.round(pagesPerSecond)} pages/s`,
    );
