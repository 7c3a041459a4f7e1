import type { APIRoute } from 'astro';
import { escapeHtml } from '../../html.ts';
import { htmlLang, type Lang, translator } from '../../i18n/index.ts';
import { absolute, localePaths } from '../../routes.ts';
import { file, page, paths } from '../../urls.ts';

export const getStaticPaths = () => localePaths();

export const GET: APIRoute<{ lang: Lang }> = ({ site, props: { lang } }) => {
  const t = translator(lang);
  const address = (path: string): string => escapeHtml(absolute(path, site));
  return new Response(
    `<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><ShortName>${escapeHtml(t('shortName'))}</ShortName><Description>${escapeHtml(t('searchLabel'))}</Description><InputEncoding>UTF-8</InputEncoding><Language>${htmlLang(lang)}</Language><Image width="32" height="32" type="image/svg+xml">${address(file('/icon.svg'))}</Image><Url type="text/html" template="${address(page(lang, paths.search))}?q={searchTerms}"/><Url type="application/opensearchdescription+xml" rel="self" template="${address(page(lang, paths.openSearch))}"/></OpenSearchDescription>
`,
    { headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' } },
  );
};
