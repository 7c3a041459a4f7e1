import { load } from 'cheerio';
import type { Cause, Source, SourceList } from '../src/model/index.ts';
import { isSelected, select, textOf } from './body/select.ts';
import { type PageNode, parsePage } from './body/tree.ts';
import { InputError } from './error.ts';
import type { Answer, Failure, Page, Policy } from './fetch.ts';
import { type Claim, readCharset } from './read/charset.ts';
import { recogniseTrouble, stubTarget } from './trouble.ts';

/** One entry of a list. */
export interface Row {
  readonly url: string;
  readonly title: string;
  /** YYYY-MM-DD, as the list states it; null where it does not. */
  readonly date: string | null;
}

/** What reading a whole list gave. */
export interface ListReading {
  readonly url: string;
  readonly pages: number;
  /** All rows in order, each address once. */
  readonly rows: readonly Row[];
  /** Requests made. */
  readonly attempts: number;
  /** Why the list could not be read, or not to its end. */
  readonly problem: { readonly cause: Cause; readonly reason: string } | null;
  /** The page that gave the problem, for the archive. */
  readonly troublePage: Page | null;
}

/** Fetches an address for a source. */
export type Get = (url: string, post?: string) => Promise<Answer>;

const MAX_ROWS = 20_000;
const MAX_TITLE = 2_000;
/** Characters of one entry of a feed; some carry the whole text. */
const MAX_ELEMENT = 200_000;
const EMPTY: PageNode = { name: '', attributes: {}, children: [], parent: null, data: '' };
const DAY_MS = 86_400_000;

/** The characters of a fetched page; the source may know its encoding better than the page does. */
export function pageText({ bytes, headers }: Pick<Page, 'bytes' | 'headers'>, encoding?: string): string {
  if (encoding) return new TextDecoder(encoding).decode(bytes);
  const claims: Claim[] = [];
  const header = /charset\s{0,3}=\s{0,3}["']?([\w.:-]{1,40})/i.exec(headers['content-type'] ?? '')?.[1];
  if (header) claims.push({ by: 'HTTP header', label: header });
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const meta = /(?:charset|encoding)\s{0,3}=\s{0,3}["']?\s{0,3}([\w.:-]{1,40})/i.exec(head)?.[1];
  if (meta) claims.push({ by: 'meta tag', label: meta });
  return readCharset(bytes, claims).text;
}

const two = (digits: string) => digits.padStart(2, '0');

/** The first full date in a row’s text: 2020-10-26, [2020/10/26], 2020.1.5, 2020年1月5日, 20201026. */
export function readRowDate(text: string): string | null {
  const found =
    /(?<!\d)((?:19|20)\d{2})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)/.exec(text) ??
    /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/.exec(text);
  const [, year, month, day] = found ?? [];
  if (!year || !month || !day) return null;
  const isDate = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  return isDate ? `${year}-${two(month)}-${two(day)}` : null;
}

/** A date of a feed or endpoint: RFC 822, ISO, or a Unix time in seconds or milliseconds. Shown in Beijing time. */
export function readDataDate(value: unknown): string | null {
  if (typeof value === 'string' && readRowDate(value) !== null && !/T.*(Z|[+-]\d{2}:?\d{2})$/.test(value)) {
    return readRowDate(value);
  }
  const number = typeof value === 'number' ? value : /^\d{10,13}$/.test(String(value)) ? Number(value) : null;
  const time = number === null ? Date.parse(String(value)) : number < 1e11 ? number * 1000 : number;
  if (!Number.isFinite(time)) return null;
  return new Date(time + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** An absolute http(s) address without its fragment, null where the link is none. */
export function absolute(link: string | undefined, base: string): string | null {
  const trimmed = link?.trim();
  if (!trimmed || trimmed.startsWith('#') || !URL.canParse(trimmed, base)) return null;
  const url = new URL(trimmed, base);
  url.hash = '';
  return /^https?:$/.test(url.protocol) ? url.href : null;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

type HtmlList = Extract<SourceList, { form: 'html' }>;
type JsonList = Extract<SourceList, { form: 'json' }>;

/** What the links of a page are relative to: its own base, where it has one. */
function baseOf(html: string, address: string): string {
  const own = /<base\s[^>]{0,200}?href\s{0,5}=\s{0,5}["']?([^"'\s>]{1,500})/i.exec(html)?.[1];
  return absolute(own, address) ?? address;
}

/** The texts of a node apart from each other, even where its markup does not part them: 通报之2<span>2021-12-03</span>. */
const spacedText = (node: PageNode): string => (node.name === '' ? node.data : node.children.map(spacedText).join(' '));

/** The rows of a list page. The address of the page resolves the links, unless the page has a base of its own. */
export function readHtmlRows(
  html: string,
  list: Pick<HtmlList, 'row' | 'link' | 'title' | 'date'>,
  address: string,
): Row[] {
  const base = baseOf(html, address);
  return select(parsePage(html, address).root, list.row)
    .slice(0, MAX_ROWS)
    .flatMap((row) => {
      const link = isSelected(row, list.link) ? row : select(row, list.link)[0];
      const url = absolute(link?.attributes['href'], base);
      if (link === undefined || url === null) return [];
      const titled = list.title ? select(row, list.title)[0] : link;
      const title = oneLine((titled && (titled.attributes['title'] || textOf(titled))) ?? '');
      const dated = list.date ? textOf(select(row, list.date)[0] ?? EMPTY) : spacedText(row);
      return [{ url, title, date: readRowDate(dated) }];
    });
}

/** The address of the next page by its link; null on the last page. */
export function readNextLink(html: string, selector: string, address: string): string | null {
  return absolute(select(parsePage(html, address).root, selector)[0]?.attributes['href'], baseOf(html, address));
}

/** The value at a dotted path of a JSON document; undefined where there is none. */
export function dig(value: unknown, path: string): unknown {
  let current = value;
  for (const key of path.split('.')) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined;
    current = (current as Record<string, unknown>)[key];
  }
  return current;
}

/** The rows of a JSON endpoint; JSONP wrappers are taken off. Throws InputError where it is not what the source says. */
export function readJsonRows(
  text: string,
  list: Pick<JsonList, 'rows' | 'link' | 'title' | 'date'>,
  address: string,
): Row[] {
  const start = text.search(/[[{]/);
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
  let value: unknown;
  try {
    value = JSON.parse(text.slice(Math.max(start, 0), end + 1));
  } catch {
    throw new InputError(`${address}: not JSON`);
  }
  const rows = dig(value, list.rows);
  if (!Array.isArray(rows)) throw new InputError(`${address}: no array at ${list.rows}`);
  return rows.slice(0, MAX_ROWS).flatMap((row) => {
    const link = list.link.includes('{')
      ? list.link.replace(/\{([\w.]{1,60})\}/g, (_, path: string) => encodeURI(String(dig(row, path) ?? '')))
      : dig(row, list.link);
    const url = typeof link === 'string' ? absolute(link, address) : null;
    if (url === null) return [];
    const title = oneLine(textOf(parsePage(String(dig(row, list.title) ?? '').slice(0, MAX_TITLE)).root));
    return [{ url, title, date: list.date ? readDataDate(dig(row, list.date)) : null }];
  });
}

/**
 * The elements of this name in a feed or sitemap, each by itself: whatever surrounds them, the time is linear. Elements
 * larger than any entry are skipped.
 */
function* elementsOf(xml: string, name: string) {
  const opening = new RegExp(`<${name}(?:\\s[^<>]{0,500})?>`, 'g');
  for (let open = opening.exec(xml), count = 0; open && count < MAX_ROWS; open = opening.exec(xml), count++) {
    const end = xml.indexOf(`</${name}>`, opening.lastIndex);
    if (end < 0) return;
    opening.lastIndex = end;
    if (end - open.index > MAX_ELEMENT) continue;
    yield load(`${xml.slice(open.index, end)}</${name}>`, { xml: true })(name).first();
  }
}

/** The entries of an RSS or Atom feed. */
export function readFeedRows(xml: string, address: string): Row[] {
  return [...elementsOf(xml, 'item'), ...elementsOf(xml, 'entry')].flatMap((item) => {
    const link = item.children('link[rel="alternate"][href], link:not([rel])[href]').first().attr('href');
    const url = absolute(link ?? (item.children('link').first().text() || item.children('guid').text()), address);
    if (url === null) return [];
    const date = item.children('pubDate, published, updated, dc\\:date').first().text();
    return [{ url, title: oneLine(item.children('title').first().text()), date: date ? readDataDate(date) : null }];
  });
}

/** The addresses of a sitemap, and the sitemaps that a sitemap index leads to. Sitemaps carry no titles. */
export function readSitemap(xml: string, address: string, under?: string): { rows: Row[]; further: string[] } {
  const rows = [...elementsOf(xml, 'url')].flatMap((entry) => {
    const url = absolute(entry.children('loc').first().text(), address);
    if (url === null || (under && !url.includes(under))) return [];
    const changed = entry.children('lastmod').first().text();
    return [{ url, title: '', date: changed ? readDataDate(changed) : null }];
  });
  const further = [...elementsOf(xml, 'sitemap')].flatMap(
    (entry) => absolute(entry.children('loc').first().text(), address) ?? [],
  );
  return { rows, further };
}

/** The number right after a literal mark: `createPageHTML(12, 0` after `createPageHTML(` is 12; null where there is none. */
export function readCountAfter(html: string, mark: string): number | null {
  const at = html.indexOf(mark);
  const digits =
    at < 0 ? undefined : /^[\s"'=:]{0,10}(\d{1,5})/.exec(html.slice(at + mark.length, at + mark.length + 20))?.[1];
  return digits ? Number(digits) : null;
}

function readRows(list: SourceList, text: string, address: string): { rows: Row[]; further: string[] } {
  switch (list.form) {
    case 'html':
      return { rows: readHtmlRows(text, list, address), further: [] };
    case 'json':
      return { rows: readJsonRows(text, list, address), further: [] };
    case 'feed':
      return { rows: readFeedRows(text, address), further: [] };
    case 'sitemap':
      return readSitemap(text, address, list.under);
  }
}

/** The addresses of the pages after the first, as far as they are known then. */
function nextPage(list: SourceList, firstText: string, text: string, address: string, done: number): string | null {
  if (list.form !== 'html' && list.form !== 'json') return null;
  const { pages } = list;
  if (!pages || done >= pages.max) return null;
  if (pages.by === 'link') return readNextLink(text, pages.selector, address);
  if (list.form === 'json' && list.post?.includes('{n}')) return list.url;
  const count = pages.countAfter ? readCountAfter(firstText, pages.countAfter) : null;
  if (pages.countAfter && done >= (count ?? 1)) return null;
  return new URL(pages.pattern.replaceAll('{n}', String(pages.second + done - 1)), list.url).href;
}

const numbered = (list: SourceList, done: number): string | undefined =>
  list.form === 'json' && list.post !== undefined
    ? list.post.replaceAll('{n}', String((list.pages?.by === 'number' ? list.pages.second : 2) + done - 1))
    : undefined;

/** Why a list’s first page, fetched well, gave no rows. */
function explainEmpty(text: string): { cause: Cause; reason: string } {
  const trouble = recogniseTrouble(text);
  if (trouble) return trouble;
  const target = stubTarget(text);
  if (target) return { cause: 'moved', reason: `zero rows; the page sends the browser to ${target}` };
  return { cause: 'moved', reason: 'zero rows: the selector matches nothing, the page was redesigned or moved' };
}

/**
 * Reads a list to its end: the first page, then as its pagination says until a page is missing, empty or repeats what
 * was seen. Zero rows on the first page are a problem with a cause, never a quiet day. `isOld` ends the reading at a
 * page whose rows are all old.
 */
export async function readList(
  list: SourceList,
  get: Get,
  encoding: string | undefined,
  isOld: (row: Row) => boolean = () => false,
): Promise<ListReading> {
  const rows = new Map<string, Row>();
  const seenPages = new Set<string>();
  let attempts = 0;
  let pages = 0;
  let firstText = '';
  const queue: string[] = [list.url];
  const result = (problem: ListReading['problem'], troublePage: Page | null = null): ListReading => ({
    url: list.url,
    pages,
    rows: [...rows.values()],
    attempts,
    problem,
    troublePage,
  });
  while (queue.length > 0 && rows.size < MAX_ROWS && pages < 500) {
    const address = queue.shift() as string;
    const post = numbered(list, pages);
    if (seenPages.has(`${address} ${post ?? ''}`)) break;
    seenPages.add(`${address} ${post ?? ''}`);
    const answer = await get(address, post);
    attempts += answer.attempts;
    if (answer.kind !== 'page') {
      // Without a stated number of pages, the first missing one is the end.
      const isEnd = pages > 0 && answer.kind === 'failure' && (answer.status === 404 || answer.status === 410);
      return result(isEnd ? null : problemOf(answer, pages));
    }
    const text = pageText(answer, encoding);
    let read: ReturnType<typeof readRows>;
    try {
      read = readRows(list, text, answer.finalUrl);
    } catch (error) {
      if (!(error instanceof InputError) && !(error instanceof RangeError)) throw error;
      return result(recogniseTrouble(text) ?? { cause: 'moved', reason: error.message }, answer);
    }
    if (pages === 0 && read.rows.length === 0 && read.further.length === 0) return result(explainEmpty(text), answer);
    const fresh = read.rows.filter((row) => !rows.has(row.url));
    for (const row of fresh) rows.set(row.url, row);
    if (pages === 0) firstText = text;
    pages++;
    if (read.rows.length > 0 && (fresh.length === 0 || fresh.every(isOld))) break;
    if (read.rows.length === 0 && read.further.length === 0) {
      const trouble = recogniseTrouble(text);
      if (trouble && trouble.cause !== 'moved') return result(trouble, answer);
      if (list.form !== 'sitemap') break;
    }
    queue.push(...read.further.slice(0, 50));
    const next = nextPage(list, firstText, text, answer.finalUrl, pages);
    if (next !== null) queue.push(next);
  }
  return result(null);
}

function problemOf(answer: Exclude<Answer, Page>, pages: number): { cause: Cause; reason: string } {
  const { cause, reason }: Pick<Failure, 'cause' | 'reason'> =
    answer.kind === 'failure' ? answer : { cause: 'unread', reason: 'HTTP 304 to an unconditional request' };
  return { cause, reason: pages === 0 ? reason : `page ${pages + 1}: ${reason}` };
}

/** Every host that a source may be asked at. */
export function hostsOf(source: Source): Set<string> {
  const addresses = [source.home, ...source.lists.map(({ url }) => url), ...source.known];
  return new Set([...addresses.map((address) => new URL(address).host), ...source.hosts]);
}

export const policyOf = (source: Source): Policy => ({
  pace: source.pace,
  robots: source.robots,
  tls: source.tls,
  hosts: hostsOf(source),
});

/** Whether a row’s title is that of a notice, by the source’s plain words. A row without a title is taken. */
export function isWanted({ title }: Row, { titles }: Source): boolean {
  if (title === '') return true;
  if (titles.not.some((word) => title.includes(word))) return false;
  return titles.any.length === 0 || titles.any.some((word) => title.includes(word));
}

/** Days between two dates of the form YYYY-MM-DD. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY_MS);
