import { escapeHtml } from '../html.ts';
import { paths } from '../urls.ts';
import type { Ledger } from './ledger.ts';
import { pageCount } from './listed.ts';
import type { NoticeSummary } from './summary.ts';

/** A page of the sitemap: its path and the day on which what it shows was captured or corrected last. */
export interface SitemapEntry {
  readonly path: string;
  readonly modified: string | null;
}

/** Every page but search and comparison (they are what a query makes them), invented samples and the noindex list. */
export function sitemapEntries(ledger: Ledger): SitemapEntry[] {
  const of = (notices: readonly Pick<NoticeSummary, 'retrievedAt' | 'correctedOn'>[] | undefined): string | null =>
    (notices ?? [])
      .flatMap((n) => [n.retrievedAt?.slice(0, 10), n.correctedOn])
      .reduce<string | null>((last, day) => (day && (!last || day > last) ? day : last), null);
  const real = ledger.notices.filter((n) => !n.sample);
  const whole = of(real);
  const lists = [
    paths.home,
    paths.notices,
    paths.enterprises,
    paths.rounds,
    paths.topics,
    paths.figures,
    paths.quality,
    paths.sources,
    paths.data,
  ];
  const further = Array.from({ length: pageCount(ledger.notices.length) - 1 }, (_, i) => paths.noticesPage(i + 2));
  const all = [
    ...[...lists, ...further].map((path) => ({ path, modified: whole })),
    { path: paths.about, modified: null },
    ...real.map((n) => ({ path: paths.notice(n.id), modified: of([n]) })),
    ...ledger.registries.enterprises
      .filter((e) => !e.sample)
      .map((e) => ({ path: paths.enterprise(e.id), modified: of(ledger.byEnterprise.get(e.id)) })),
    ...ledger.registries.rounds
      .filter((r) => !r.sample)
      .map((r) => ({ path: paths.round(r.id), modified: of(ledger.byRound.get(r.id)) })),
    ...ledger.registries.topics.map((t) => ({ path: paths.topic(t.id), modified: whole })),
  ];
  return all.filter(({ path }) => !ledger.noindex.has(path));
}

/** The most addresses that one file may have: https://www.sitemaps.org/protocol.html#index */
export const MOST_ADDRESSES = 50_000;

const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';

/**
 * The files of a sitemap by path, the first being the one to announce: all addresses, or where they are too many for one
 * file an index of numbered parts.
 * @param address the full address of a path
 */
export function sitemapFiles(
  entries: readonly { readonly address: string; readonly modified: string | null }[],
  address: (path: string) => string,
  most = MOST_ADDRESSES,
): { readonly path: string; readonly xml: string }[] {
  const entry = (tag: string, loc: string, modified: string | null): string =>
    `<${tag}><loc>${escapeHtml(loc)}</loc>${modified ? `<lastmod>${modified}</lastmod>` : ''}</${tag}>`;
  const parts: (typeof entries)[] = [];
  for (let i = 0; i < entries.length; i += most) parts.push(entries.slice(i, i + most));
  const files = parts.map((part, i) => ({
    path: parts.length === 1 ? '/sitemap.xml' : `/sitemap-${i + 1}.xml`,
    modified: part.reduce<string | null>(
      (last, { modified }) => (modified && (!last || modified > last) ? modified : last),
      null,
    ),
    xml: `${HEAD}<urlset ${NAMESPACE}>${part.map((e) => entry('url', e.address, e.modified)).join('\n')}</urlset>\n`,
  }));
  if (files.length <= 1) return files;
  const index = files.map(({ path, modified }) => entry('sitemap', address(path), modified)).join('\n');
  return [{ path: '/sitemap.xml', xml: `${HEAD}<sitemapindex ${NAMESPACE}>${index}</sitemapindex>\n` }, ...files];
}
