import { escapeHtml, readBlocks } from '../markup.ts';
import type { Publisher } from '../samples.ts';
import { allRows, day, type Template } from './template.ts';

/** Static pages out of a generator: a sitemap.xml and no list worth reading, little markup, schema.org data in the head. */

const page = (publisher: Publisher, title: string, main: string, head = ''): string => `<!doctype html>
<html lang=zh-hans>
<meta charset=utf-8>
<title>${escapeHtml(title)} | ${escapeHtml(publisher.site)}</title>
${head}<link rel=stylesheet href=/main.min.css>
<header><a href=/>${escapeHtml(publisher.site)}</a></header>
<main>
${main}
</main>
<footer>${publisher.footer.map((line) => `<small>${escapeHtml(line)}</small>`).join('<br>')}</footer>
</html>
`;

export const sitemap: Template = {
  notice: (publisher, notice) =>
    page(
      publisher,
      notice.title,
      `<article>
<h1>${escapeHtml(notice.title)}</h1>
<p class=by><time datetime=${day(notice.date)}>${day(notice.date)}</time> · ${escapeHtml(notice.from)}
${readBlocks(notice.body)
  .map((block) =>
    block.kind === 'table'
      ? `<table>${block.rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}`).join('')}`).join('\n')}</table>`
      : block.kind === 'heading'
        ? `<h2>${escapeHtml(block.text)}</h2>`
        : `<p>${escapeHtml(block.text)}`,
  )
  .join('\n')}
</article>`,
      `<script type="application/ld+json">${JSON.stringify({
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline: notice.title,
        datePublished: `${day(notice.date)}T08:00:00+08:00`,
      }).replaceAll('<', '\\u003c')}</script>\n`,
    ),
  home: (publisher) =>
    page(
      publisher,
      '首页',
      `<ul>${publisher.headlines.map((row) => `<li><a href=${row.path}>${escapeHtml(row.title)}</a>`).join('')}</ul>`,
    ),
  listType: 'application/xml',
  list: (publisher) => `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>http://${publisher.host}/</loc></url>
${allRows(publisher)
  .map((row) => `<url><loc>http://${publisher.host}${row.path}</loc><lastmod>${day(row.date)}</lastmod></url>`)
  .join('\n')}
</urlset>
`,
  listPath: (first) => first,
  headline: (publisher, { title }) =>
    page(publisher, title, `<article><h1>${escapeHtml(title)}</h1><p>本页为示例网站的陪衬页面，没有正文。</article>`),
  missing: (publisher) => page(publisher, '404', '<h1>404</h1><p>没有这一页。'),
};
