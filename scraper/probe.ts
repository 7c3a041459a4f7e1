import type { Source } from '../src/model/index.ts';
import { InputError } from './error.ts';
import type { Fetcher, Page } from './fetch.ts';
import { isAllowedHost } from './fetch.ts';
import { type Lookups, readNotice } from './pipeline.ts';
import { isWanted, type ListReading, pageText, policyOf, readList } from './sources.ts';
import { recogniseTrouble } from './trouble.ts';

/** What a probe found at one source; nothing is stored. */
export interface Probe {
  readonly id: string;
  readonly lists: readonly {
    readonly url: string;
    readonly pages: number;
    readonly rows: number;
    readonly wanted: number;
    readonly titles: readonly string[];
    readonly problem: string | null;
  }[];
  /** The first wanted notice, as the reader sees it; null where there is none. */
  readonly notice: {
    readonly url: string;
    readonly title: string | null;
    readonly docType: string;
    readonly enterprise: string | null;
    readonly chars: number;
    readonly figures: number;
  } | null;
  readonly problems: readonly string[];
}

/** A probe reads no more than this of a paginated list. */
const MAX_PAGES = 3;

const shortened = (list: Source['lists'][number]): Source['lists'][number] =>
  'pages' in list && list.pages
    ? { ...list, pages: { ...list.pages, max: Math.min(list.pages.max, MAX_PAGES) } }
    : list;

const wantedRows = (reading: ListReading, source: Source) => {
  const { hosts } = policyOf(source);
  return reading.rows.filter((row) => isWanted(row, source) && isAllowedHost(hosts, new URL(row.url).host));
};

async function probeNotice(
  source: Source,
  url: string,
  fetcher: Fetcher,
  lookups: Lookups,
  at: string,
): Promise<{ notice: Probe['notice']; page: Page | null; problem: string | null }> {
  const answer = await fetcher.get({ url, policy: policyOf(source) });
  if (answer.kind !== 'page') {
    return {
      notice: null,
      page: null,
      problem: answer.kind === 'failure' ? `${answer.cause}: ${answer.reason}` : 'not modified',
    };
  }
  const type = answer.headers['content-type'];
  const trouble = /html/.test(type ?? 'html') ? recogniseTrouble(pageText(answer, source.encoding)) : null;
  if (trouble) return { notice: null, page: answer, problem: `${trouble.cause}: ${trouble.reason}` };
  try {
    const { record, text } = await readNotice(
      {
        bytes: answer.bytes,
        name: answer.finalUrl,
        url,
        publisher: source.name,
        retrievedAt: at,
        ...(type && { contentType: type }),
        ...(source.selectors && { selectors: source.selectors }),
        ...(source.encoding && { encoding: source.encoding }),
      },
      lookups,
    );
    const notice = {
      url,
      title: record.title,
      docType: record.docType,
      enterprise: record.enterprise?.name ?? null,
      chars: text.length,
      figures: record.figures.length,
    };
    return { notice, page: answer, problem: null };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { notice: null, page: answer, problem: error.message };
  }
}

/** Tries one source: its robots.txt, its lists, and one notice. `page` is the notice’s page, for an example to save. */
export async function probeSource(
  source: Source,
  fetcher: Fetcher,
  lookups: Lookups,
  at: string,
): Promise<{ probe: Probe; page: Page | null }> {
  const lists: Probe['lists'][number][] = [];
  const problems: string[] = [];
  const candidates: string[] = [...source.known];
  for (const list of source.lists) {
    const reading = await readList(
      shortened(list),
      (url, post) => fetcher.get({ url, policy: policyOf(source), ...(post !== undefined && { post }) }),
      source.encoding,
    );
    const wanted = wantedRows(reading, source);
    const problem = reading.problem && `${reading.problem.cause}: ${reading.problem.reason}`;
    lists.push({
      url: list.url,
      pages: reading.pages,
      rows: reading.rows.length,
      wanted: wanted.length,
      titles: wanted.slice(0, 3).map(({ title }) => title),
      problem,
    });
    if (problem) problems.push(`list ${list.url}: ${problem}`);
    else if (wanted.length === 0) problems.push(`list ${list.url}: no row passes the title filter`);
    candidates.unshift(...wanted.slice(0, 1).map(({ url }) => url));
  }
  const [url] = candidates;
  if (url === undefined) return { probe: { id: source.id, lists, notice: null, problems }, page: null };
  const { notice, page, problem } = await probeNotice(source, url, fetcher, lookups, at);
  return {
    probe: { id: source.id, lists, notice, problems: [...problems, ...(problem ? [`notice ${url}: ${problem}`] : [])] },
    page,
  };
}
