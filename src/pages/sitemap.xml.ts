import type { APIRoute } from 'astro';
import { escapeHtml } from '../html.ts';
import { LANGS } from '../i18n/index.ts';
import { getLedger } from '../ledger.ts';
import { absolute } from '../routes.ts';
import { page } from '../urls.ts';
import { sitemapEntries } from '../views/sitemap.ts';

export const GET: APIRoute = ({ site }) => {
  const urls = sitemapEntries(getLedger()).flatMap(({ path, modified }) =>
    LANGS.map((lang) => {
      const address = escapeHtml(absolute(page(lang, path), site));
      return `<url><loc>${address}</loc>${modified ? `<lastmod>${modified}</lastmod>` : ''}</url>`;
    }),
  );
  const xml = `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('\n')}</urlset>\n`;
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
};
