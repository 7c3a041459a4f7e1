import type { Cause, Source } from '../src/model/index.ts';
import { InputError } from './error.ts';
import { type Fetcher, isAllowedHost, type Page } from './fetch.ts';
import { AttachmentTrouble, fetchNotice, type Reader, readPage } from './notice-page.ts';
import type { Lookups } from './pipeline.ts';
import { isWanted, type ListReading, policyOf, readList } from './sources.ts';

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
    /** The file that its text stands in; null where it is the page itself. */
    readonly document: string | null;
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
  reader: Reader,
  url: string,
  at: string,
): Promise<{ notice: Probe['notice']; page: Page | null; problem: string | null }> {
  const got = await fetchNotice(reader, url, undefined);
  if (got.kind !== 'page') {
    const problem =
      got.kind === 'same' ? 'not modified' : `${got.kind === 'failed' ? got.cause : 'moved'}: ${got.reason}`;
    return { notice: null, page: got.kind === 'failed' ? (got.page ?? null) : null, problem };
  }
  try {
    const { reading, attachment } = await readPage(reader, got.page, got.attachments, at);
    const { record, text } = reading;
    const notice = {
      url,
      document: attachment?.url ?? null,
      title: record.title,
      docType: record.docType,
      enterprise: record.enterprise?.name ?? null,
      chars: text.length,
      figures: record.figures.length,
    };
    return { notice, page: got.page, problem: null };
  } catch (error) {
    if (error instanceof AttachmentTrouble)
      return { notice: null, page: got.page, problem: `${error.why}: ${error.message}` };
    if (!(error instanceof InputError)) throw error;
    return { notice: null, page: got.page, problem: error.message };
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
  const note = (address: string, cause: Cause, reason: string) => problems.push(`${cause}: ${address}: ${reason}`);
  const reader: Reader = { source, policy: policyOf(source), fetcher, lookups, note };
  const { notice, page, problem } = await probeNotice(reader, url, at);
  return {
    probe: { id: source.id, lists, notice, problems: [...problems, ...(problem ? [`notice ${url}: ${problem}`] : [])] },
    page,
  };
}
