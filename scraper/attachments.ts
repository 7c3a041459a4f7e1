import { select, textOf } from './body/select.ts';
import { parsePage } from './body/tree.ts';
import { absolute } from './sources.ts';

/** A document that a page links to. */
export interface Attachment {
  readonly url: string;
  readonly name: string;
}

const DOCUMENT = /\.(pdf|docx?|wps)$/i;
const MAX_ATTACHMENTS = 5;

/** The PDF and Word documents that a page links to, in order, each once. Throws InputError for a page of absurd size. */
export function findAttachments(html: string, address: string): Attachment[] {
  const found = new Map<string, Attachment>();
  for (const link of select(parsePage(html, address).root, 'a[href], iframe[src], embed[src]')) {
    const { href, src, title } = link.attributes;
    const url = absolute(href ?? src, address);
    if (url === null || found.has(url)) continue;
    const name = textOf(link).replace(/\s+/g, ' ').trim() || (title ?? '');
    // Download handlers hide the ending in the query or in the link’s own words.
    const { pathname, searchParams } = new URL(url);
    const isDocument = [pathname, name, ...searchParams.values()].some((each) => DOCUMENT.test(each.trim()));
    if (isDocument) found.set(url, { url, name });
    if (found.size === MAX_ATTACHMENTS) break;
  }
  return [...found.values()];
}
