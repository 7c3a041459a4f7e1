/**
 * Builds the index of generated notices in a process of its own, so that its memory can be measured:
 * `node bench/search-build.ts COUNT FOLDER` prints one line of JSON.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildIndex } from '../src/search/build.ts';
import { FACETS, type FacetName } from '../src/search/header.ts';
import type { FacetLabel, SearchNotice } from '../src/search/notice.ts';
import { type GeneratedNotice, generateNotices } from './search-corpus.ts';

export interface BuildResult {
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly files: number;
  /** Header, shards and names; everything that is read to find notices. */
  readonly indexMegabytes: number;
  /** Packed texts, which snippets and looks are read from. */
  readonly textMegabytes: number;
  readonly characters: number;
}

function asSearchNotice(notice: GeneratedNotice): SearchNotice {
  const { id, title, text, enterprise, docType, level, group, round, publishedDate, topics, headings } = notice;
  const values: Partial<Record<FacetName, readonly FacetLabel[]>> = {
    enterprise: [{ id: enterprise.id, zh: enterprise.name }],
    level: [{ id: level, zh: level }],
    group: [{ id: group, zh: group }],
    round: [{ id: round.id, zh: round.text }],
    year: [{ id: publishedDate.slice(0, 4), zh: publishedDate.slice(0, 4) }],
    type: [{ id: docType, zh: docType }],
    topic: topics.map((topic) => ({ id: topic, zh: topic })),
  };
  return {
    id,
    title,
    enterprise: enterprise.name,
    date: publishedDate,
    docType,
    sample: false,
    text,
    body: text.length,
    headings,
    facets: Object.fromEntries(FACETS.map((name) => [name, values[name] ?? []])) as unknown as SearchNotice['facets'],
  };
}

function build(count: number, folder: string): BuildResult {
  const notices = [...generateNotices({ count })].map(asSearchNotice);
  const names = [
    ...new Map(notices.map(({ facets }) => [facets.enterprise[0]?.id ?? '', facets.enterprise[0]?.zh ?? ''])),
  ];
  const start = performance.now();
  let [files, index, text] = [0, 0, 0];
  const made = new Set<string>();
  const source = { notices, names: names.map(([id, name]) => ({ id, names: [name], pinyin: [''] })), domainWords: [] };
  for (const [path, body] of buildIndex(source)) {
    const target = join(folder, path);
    if (!made.has(dirname(target))) mkdirSync(dirname(target), { recursive: true });
    made.add(dirname(target));
    writeFileSync(target, body);
    files++;
    if (path.includes('/n/')) text += body.length;
    else index += body.length;
  }
  return {
    seconds: (performance.now() - start) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1000,
    files,
    indexMegabytes: index / 1e6,
    textMegabytes: text / 1e6,
    characters: notices.reduce((sum, notice) => sum + notice.text.length, 0),
  };
}

if (import.meta.main) {
  const [count = '100', folder = 'search-index'] = process.argv.slice(2);
  console.log(JSON.stringify(build(Number(count), folder)));
}
