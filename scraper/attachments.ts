import { load } from 'cheerio';
import { absolute } from './sources.ts';

/** A document that a page links to. */
export interface Attachment {
  readonly url: string;
  readonly name: string;
}

const DOCUMENT = /\.(pdf|docx?|wps)$/i;
const MAX_ATTACHMENTS = 5;

/** The PDF and Word documents that a page links to, in order, each once. */
export function findAttachments(html: string, address: string): Attachment[] {
  const $ = load(html);
  const found = new Map<string, Attachment>();
  for (const element of $('a[href], iframe[src], embed[src]').toArray()) {
    const link = $(element);
    const url = absolute(link.attr('href') ?? link.attr('src'), address);
    if (url === null || found.has(url)) continue;
    const name = link.text().replace(/\s+/g, ' ').trim() || (link.attr('title') ?? '');
    // Download handlers hide the ending in the query or in the link’s own words.
    const { pathname, searchParams } = new URL(url);
    const isDocument = [pathname, name, ...searchParams.values()].some((each) => DOCUMENT.test(each.trim()));
    if (isDocument) found.set(url, { url, name });
  }
  return [...found.values()].slice(0, MAX_ATTACHMENTS);
}
