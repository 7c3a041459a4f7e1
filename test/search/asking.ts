import { inflateRawSync } from 'node:zlib';
import { indexFiles } from '../../src/search/browser/files.ts';
import { type IndexReader, openIndex } from '../../src/search/browser/index-reader.ts';
import { type Answer, type Hit, openSession, type Problem, type Request } from '../../src/search/browser/session.ts';
import { buildIndex } from '../../src/search/build.ts';
import { FACETS } from '../../src/search/header.ts';
import type { SearchNotice } from '../../src/search/notice.ts';
import type { BuildTools, SearchSource } from '../../src/search/source-shape.ts';
import { traditionalVariants } from '../../src/search/variants.ts';

/** A notice that is nothing but a text. */
export function plainNotice(text: string, number: number, more: Partial<SearchNotice> = {}): SearchNotice {
  return {
    id: `notice-${String(number).padStart(5, '0')}`,
    title: text.split('\n')[0] ?? '',
    enterprise: '',
    date: `20${10 + (number % 15)}-01-01`,
    docType: 'rectification',
    sample: false,
    text,
    body: text.length,
    headings: [],
    facets: Object.fromEntries(FACETS.map((name) => [name, []])) as unknown as SearchNotice['facets'],
    added: '',
    ...more,
  };
}

export const sourceOf = (notices: readonly SearchNotice[], more: Partial<SearchSource> = {}): SearchSource => ({
  notices,
  names: [],
  domainWords: [],
  ...more,
});

/** Words only rank: pieces of two letters do for tests, and no dictionary has to be loaded. */
export const tools: BuildTools = {
  variants: traditionalVariants(),
  segmenter: () => (text) => text.match(/[\u4e00-\u9fff]{2}/g) ?? [],
};

/** An index in memory, and a way to take files away from it. */
export function indexInMemory(source: SearchSource): {
  files: Map<string, Uint8Array>;
  open: () => Promise<IndexReader>;
} {
  const files = new Map(buildIndex(source, tools));
  const fetcher = async (path: string): Promise<Uint8Array> => {
    const file = files.get(path);
    if (!file) throw new Error('404');
    return file;
  };
  return {
    files,
    open: () =>
      openIndex(
        indexFiles(fetcher, async () => {}),
        async (bytes) => inflateRawSync(bytes),
      ),
  };
}

export const request = (q: string, more: Partial<Request> = {}): Request => ({
  q,
  chosen: {},
  sort: 'relevance',
  from: 0,
  count: 10,
  hideSamples: false,
  since: null,
  context: 20,
  passages: 3,
  join: true,
  values: 8,
  ...more,
});

export interface Answered {
  readonly total: number;
  readonly open: number;
  readonly hits: readonly Hit[];
  readonly problems: readonly Problem[];
  readonly answers: readonly Answer[];
}

/** Asks and collects what was said last of each kind. */
export async function askOnce(index: IndexReader, asked: Request): Promise<Answered> {
  const ask = openSession(index, { bytes: () => 0, aliases: async () => [] });
  const answers: Answer[] = [];
  await ask(
    asked,
    (answer) => answers.push(answer),
    () => true,
  );
  const last = <K extends Answer['kind']>(kind: K): Extract<Answer, { kind: K }> | undefined =>
    answers.findLast((answer): answer is Extract<Answer, { kind: K }> => answer.kind === kind);
  const found = last('found');
  return {
    total: found?.total ?? 0,
    open: found?.open ?? 0,
    hits: (last('hits')?.hits ?? []).filter((hit) => hit !== null),
    problems: last('problems')?.problems ?? [],
    answers,
  };
}

/** Ids of all notices that answer, over all pages. */
export async function allIds(index: IndexReader, q: string): Promise<{ total: number; ids: string[] }> {
  const { total, hits } = await askOnce(index, request(q, { count: 100_000 }));
  return { total, ids: hits.map(({ id }) => id).sort() };
}
