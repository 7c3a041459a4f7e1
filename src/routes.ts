import { LANGS, type Lang, localeParam } from './i18n/index.ts';
import { file } from './urls.ts';
import { atomFeed, type Feed } from './views/feed.ts';

interface Route<P> {
  readonly params: Record<string, string | undefined>;
  readonly props: P & { readonly lang: Lang };
}

/** Both languages of a page without parameters. */
export const localePaths = (): Route<object>[] =>
  LANGS.map((lang) => ({ params: { locale: localeParam(lang) }, props: { lang } }));

/** Both languages of every page of a kind. Props carry ids only: thousands of routes are held at once. */
export const localeIdPaths = (ids: Iterable<string>): Route<{ readonly id: string }>[] =>
  [...ids].flatMap((id) => LANGS.map((lang) => ({ params: { locale: localeParam(lang), id }, props: { lang, id } })));

/** A full address where the site has one; else the path, which readers resolve against the file. */
export const absolute = (path: string, site: URL | undefined): string => (site ? new URL(path, site).href : path);

/** An Atom feed as a response. */
export const atom = (feed: Feed, site: URL | undefined): Response =>
  new Response(
    atomFeed(feed, (path) => absolute(file(path), site)),
    { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } },
  );
