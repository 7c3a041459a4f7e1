import type { Cause, Source } from '../src/model/index.ts';
import { type Attachment, findAttachments } from './attachments.ts';
import { InputError } from './error.ts';
import { type Answer, type Fetcher, isAllowedHost, type Page, type Policy, ROBOTS_FORBID } from './fetch.ts';
import type { Look } from './looks.ts';
import { type Lookups, readNotice } from './pipeline.ts';
import { absolute, pageText } from './sources.ts';
import { recogniseTrouble, type Trouble } from './trouble.ts';

/** One page of a source: fetched, judged, read together with the document that it may only link to. Stores nothing. */

/** What it takes to read a page of a source. */
export interface Reader {
  readonly source: Source;
  readonly policy: Policy;
  readonly fetcher: Fetcher;
  readonly lookups: Lookups;
  /** Called for a document that could not be had or read. */
  readonly note: (url: string, cause: Cause, reason: string) => void;
}

export type NoticeReading = Awaited<ReturnType<typeof readNotice>>;

/** A notice with less text than this says nothing itself: its attachment does. */
const THIN_TEXT = 300;
/** What makes the next request for the same address conditional. */
export function validators({ headers }: Page): Pick<Look, 'etag' | 'lastModified'> {
  const { etag, 'last-modified': lastModified } = headers;
  return { ...(etag && { etag }), ...(lastModified && { lastModified }) };
}

export const get = (
  { fetcher, policy }: Reader,
  url: string,
  previous?: Pick<Look, 'etag' | 'lastModified'>,
): Promise<Answer> =>
  fetcher.get({
    url,
    policy,
    ...(previous?.etag && { etag: previous.etag }),
    ...(previous?.lastModified && { lastModified: previous.lastModified }),
  });

export type Fetched =
  | { readonly kind: 'same' }
  | { readonly kind: 'page'; readonly page: Page; readonly html: string | null; readonly attachments: Attachment[] }
  | { readonly kind: 'missing'; readonly reason: string }
  | { readonly kind: 'failed'; readonly cause: Cause; readonly reason: string; readonly page?: Page };

const isMarkup = ({ headers, bytes }: Page): boolean =>
  /html|xml/.test(headers['content-type'] ?? '') ||
  /^\s*(<!doctype|<html|<head|<meta|<\?xml)/i.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1'));

function inspect(
  page: Page,
  encoding: string | undefined,
): { html: string | null; attachments: Attachment[]; trouble: Trouble | null } {
  if (page.bytes.length === 0) {
    return { html: null, attachments: [], trouble: { cause: 'down', reason: 'an empty answer', kind: 'empty' } };
  }
  if (!isMarkup(page)) return { html: null, attachments: [], trouble: null };
  const html = pageText(page, encoding);
  try {
    const attachments = findAttachments(html, page.finalUrl);
    const trouble = recogniseTrouble(html);
    return { html, attachments, trouble: trouble?.kind === 'empty' && attachments.length > 0 ? null : trouble };
  } catch (error) {
    // larger than any notice: the reader says so
    if (error instanceof InputError) return { html, attachments: [], trouble: null };
    throw error;
  }
}

export async function fetchNotice(
  reader: Reader,
  url: string,
  previous: Look | undefined,
): Promise<Fetched & { requests: number }> {
  let requests = 0;
  let address = url;
  for (let hop = 0; ; hop++) {
    const answer = await get(reader, address, hop === 0 ? previous : undefined);
    requests += answer.attempts;
    if (answer.kind === 'not-modified') return { kind: 'same', requests };
    if (answer.kind === 'failure') {
      const { status, cause, reason } = answer;
      if (status === 404 || status === 410) return { kind: 'missing', reason, requests };
      return { kind: 'failed', cause, reason, requests };
    }
    const page: Page = { ...answer, url };
    const { html, attachments, trouble } = inspect(page, reader.source.encoding);
    if (!trouble) return { kind: 'page', page, html, attachments, requests };
    const target = trouble.kind === 'stub' ? absolute(trouble.target, page.finalUrl) : null;
    if (target !== null && hop === 0 && target !== url && isAllowedHost(reader.policy.hosts, new URL(target).host)) {
      address = target;
      continue;
    }
    if (trouble.kind === 'missing') return { kind: 'missing', reason: trouble.reason, requests };
    return { kind: 'failed', cause: trouble.cause, reason: trouble.reason, page, requests };
  }
}

export const read = (reader: Reader, page: Page, retrievedAt: string): Promise<NoticeReading> =>
  readNotice(
    {
      bytes: page.bytes,
      name: page.finalUrl,
      url: page.url,
      publisher: reader.source.name,
      retrievedAt,
      ...(page.headers['content-type'] && { contentType: page.headers['content-type'] }),
      ...(reader.source.selectors && { selectors: reader.source.selectors }),
      ...(reader.source.encoding && { encoding: reader.source.encoding }),
      ...(reader.source.sample && { sample: reader.source.sample }),
    },
    reader.lookups,
  );

/** What was read, and the document it was read from where that is not the page itself. */
export interface Found {
  readonly reading: NoticeReading;
  readonly attachment: Page | null;
}

const PUBLISHED = 'publication.publishedDate';

/** What only the page that links to a document knows of it: its title, where the document has none, and when it was put up. */
function withPageFacts(document: NoticeReading, page: NoticeReading | null): NoticeReading {
  const { record } = document;
  const { publishedDate } = page?.record.publication ?? {};
  const seen = page?.record.pageEvidence?.[PUBLISHED];
  const isDated = record.publication.publishedDate !== null || !publishedDate || !seen;
  return {
    ...document,
    record: {
      ...record,
      title: record.title ?? page?.record.title ?? null,
      ...(!isDated && {
        publication: { ...record.publication, publishedDate },
        pageEvidence: { ...record.pageEvidence, [PUBLISHED]: seen },
      }),
    },
  };
}

/** A document that passing trouble kept from us: without it the page says nothing, and nothing is stored until it can be had. */
export class AttachmentTrouble extends Error {
  readonly why: Cause;
  constructor(why: Cause, reason: string) {
    super(reason);
    this.why = why;
  }
}

const PASSING: ReadonlySet<Cause> = new Set(['blocked', 'down', 'postponed']);

/**
 * The page’s own text, or that of its first readable attachment where it has none. Throws InputError where nothing can
 * be read, AttachmentTrouble where the text is in a document that could not be had this time.
 */
export async function readPage(
  reader: Reader,
  page: Page,
  attachments: readonly Attachment[],
  retrievedAt: string,
): Promise<Found> {
  let own: NoticeReading | null = null;
  let problem: InputError | null = null;
  try {
    own = await read(reader, page, retrievedAt);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problem = error;
  }
  const mode = reader.source.attachments;
  const wantsAttachment = mode === 'always' || (mode === 'auto' && (own === null || own.text.length < THIN_TEXT));
  for (const attachment of wantsAttachment ? attachments : []) {
    const answer = await get(reader, attachment.url);
    if (answer.kind !== 'page') {
      const { cause, reason } =
        answer.kind === 'failure' ? answer : { cause: 'unread' as const, reason: 'not modified' };
      if (mode === 'auto' && PASSING.has(cause) && reason !== ROBOTS_FORBID)
        throw new AttachmentTrouble(cause, `${attachment.url}: ${reason}`);
      reader.note(attachment.url, cause, `attachment: ${reason}`);
      continue;
    }
    try {
      const reading = await read(reader, answer, retrievedAt);
      if (own !== null && reading.text.length <= own.text.length) continue;
      return { reading: withPageFacts(reading, own), attachment: answer };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      reader.note(attachment.url, 'unread', `attachment: ${error.message}`);
    }
  }
  if (own === null) throw problem ?? new InputError(`${page.url}: nothing to read`);
  return { reading: own, attachment: null };
}
