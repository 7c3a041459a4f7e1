import type { APIRoute } from 'astro';
import { LANGS } from '../i18n/index.ts';
import { getLedger } from '../ledger.ts';
import { absolute } from '../routes.ts';
import { file, page } from '../urls.ts';
import { sitemapEntries, sitemapFiles } from '../views/sitemap.ts';

const site = process.env.ZHENGGAI_SITE ? new URL(process.env.ZHENGGAI_SITE) : undefined;

export const getStaticPaths = () =>
  sitemapFiles(
    sitemapEntries(getLedger()).flatMap(({ path, modified }) =>
      LANGS.map((lang) => ({ address: absolute(page(lang, path), site), modified })),
    ),
    (path) => absolute(file(path), site),
  ).map(({ path, xml }) => ({ params: { sitemap: path.slice(1, -'.xml'.length) }, props: { xml } }));

export const GET: APIRoute<{ xml: string }> = ({ props }) =>
  new Response(props.xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
