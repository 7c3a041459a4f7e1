import { escapeHtml } from '../html.ts';
import type { NoticeSummary } from './summary.ts';

/** An Atom feed of notices. */
export interface Feed {
  readonly title: string;
  /** Path of the page that it follows, e.g. /rounds/19-3/. */
  readonly page: string;
  /** Path of the feed itself. */
  readonly self: string;
  readonly notices: readonly NoticeSummary[];
}

/** Newer notices than these are what a reader has missed. */
const MAX_ENTRIES = 100;
/** Of a feed without entries; a moment that never moves, so that two builds agree. */
const NEVER = '1970-01-01T00:00:00Z';

/**
 * RFC 4287. Ids are names of our own, so that the feed survives a move of the site; a notice is updated when it was
 * captured last.
 * @param absolute makes an address of a path
 */
export function atomFeed(feed: Feed, absolute: (path: string) => string): string {
  const newest = [...feed.notices].sort(byCapture).slice(0, MAX_ENTRIES);
  const entries = newest.map((n) => {
    const address = absolute(`/notices/${n.id}/`);
    const summary = [n.enterprise?.name, n.round?.text, n.published].filter(Boolean).join(' · ');
    return `<entry><id>urn:zhenggai:notice:${n.id}</id><title>${text(n.title ?? n.id)}${n.sample ? '（示例）' : ''}</title><link href="${text(address)}"/><updated>${n.retrievedAt ?? NEVER}</updated><author><name>${text(n.publisher ?? n.enterprise?.name ?? '不详')}</name></author><summary>${text(summary)}</summary></entry>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-Hans"><id>urn:zhenggai:feed:${text(feed.self)}</id><title>${text(feed.title)}</title><link rel="self" href="${text(absolute(feed.self))}"/><link href="${text(absolute(feed.page))}"/><updated>${newest[0]?.retrievedAt ?? NEVER}</updated>${entries.join('')}</feed>
`;
}

const byCapture = (a: NoticeSummary, b: NoticeSummary): number => {
  const [left, right] = [a.retrievedAt ?? '', b.retrievedAt ?? ''];
  return left === right ? (a.id < b.id ? -1 : 1) : left < right ? 1 : -1;
};

/** Characters that XML 1.0 forbids are left out; the rest is escaped. */
const text = (words: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  escapeHtml(words.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, ''));
