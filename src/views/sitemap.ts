import { paths } from '../urls.ts';
import type { Ledger } from './ledger.ts';
import { pageCount } from './listed.ts';

/** A page of the sitemap: its path and the day on which what it shows was captured last. */
export interface SitemapEntry {
  readonly path: string;
  readonly modified: string | null;
}

/** Every page but search and comparison (they are what a query makes them) and invented samples. */
export function sitemapEntries(ledger: Ledger): SitemapEntry[] {
  const day = (instants: readonly (string | null)[]): string | null =>
    instants.reduce<string | null>((last, i) => (i && (!last || i > last) ? i : last), null)?.slice(0, 10) ?? null;
  const of = (notices: readonly { readonly retrievedAt: string | null }[] | undefined): string | null =>
    day((notices ?? []).map((n) => n.retrievedAt));
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
    paths.data,
  ];
  const further = Array.from({ length: pageCount(ledger.notices.length) - 1 }, (_, i) => paths.noticesPage(i + 2));
  return [
    ...[...lists, ...further].map((path) => ({ path, modified: whole })),
    { path: paths.about, modified: null },
    ...real.map((n) => ({ path: paths.notice(n.id), modified: day([n.retrievedAt]) })),
    ...ledger.registries.enterprises
      .filter((e) => !e.sample)
      .map((e) => ({ path: paths.enterprise(e.id), modified: of(ledger.byEnterprise.get(e.id)) })),
    ...ledger.registries.rounds
      .filter((r) => !r.sample)
      .map((r) => ({ path: paths.round(r.id), modified: of(ledger.byRound.get(r.id)) })),
    ...ledger.registries.topics.map((t) => ({ path: paths.topic(t.id), modified: whole })),
  ];
}
