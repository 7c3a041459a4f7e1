import { LANGS, type Lang, localeParam } from './i18n/index.ts';

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
