import { escapeHtml, readBlocks } from '../markup.ts';
import type { Publisher } from '../samples.ts';
import { allRows, day, type Template } from './template.ts';

/** A weblog system: an RSS feed, posts in entry-content, tags, comments and a list of the latest posts beside them. */

const page = (publisher: Publisher, title: string, main: string): string => `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="UTF-8" />
<title>${escapeHtml(title)} &#8211; ${escapeHtml(publisher.site)}</title>
<link rel="alternate" type="application/rss+xml" href="${publisher.list.path}" />
<meta name="generator" content="PressKit 5.2" />
</head>
<body class="post-template single">
<div id="masthead"><p class="site-title"><a href="/" rel="home">${escapeHtml(publisher.site)}</a></p></div>
<div id="primary">${main}</div>
<div id="secondary"><section class="widget"><h2>近期文章</h2><ul>${allRows(publisher)
  .slice(0, 3)
  .map((row) => `<li><a href="${row.path}">${escapeHtml(row.title)}</a></li>`)
  .join(
    '',
  )}</ul></section><section class="widget"><h2>标签</h2><a class="tag" href="/tag/lian/">廉洁国企</a> <a class="tag" href="/tag/liang/">粮食安全</a></section></div>
<footer id="colophon">${publisher.footer.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</footer>
</body>
</html>
`;

/** Wed, 18 Oct 2023 09:30:00 +0800 */
const feedDate = (date: string): string =>
  new Date(`${day(date)}T${date.slice(11) || '08:00'}:00+08:00`).toUTCString().replace('GMT', '+0000');

export const feed: Template = {
  notice: (publisher, notice) =>
    page(
      publisher,
      notice.title,
      `<article class="post"><header class="entry-header"><h1 class="entry-title">${escapeHtml(notice.title)}</h1>
<div class="entry-meta"><span class="posted-on">发表于 <time class="entry-date" datetime="${day(notice.date)}T08:00:00+08:00">${day(notice.date)}</time></span> <span class="byline">作者 ${escapeHtml(notice.from)}</span></div></header>
<div class="entry-content">
${readBlocks(notice.body)
  .map((block) =>
    block.kind === 'table'
      ? `<figure class="wp-block-table"><table><tbody>${block.rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('')}</tbody></table></figure>`
      : block.kind === 'heading'
        ? `<h2>${escapeHtml(block.text)}</h2>`
        : `<p${block.kind === 'signature' ? ' class="has-text-align-right"' : ''}>${escapeHtml(block.text)}</p>`,
  )
  .join('\n')}
</div>
<footer class="entry-footer"><span class="cat-links">分类：<a href="/category/xs/">${escapeHtml(notice.column)}</a></span></footer></article>
<div id="comments" class="comments-area"><p class="no-comments">评论已关闭。</p></div>`,
    ),
  home: (publisher) =>
    page(
      publisher,
      '首页',
      allRows(publisher)
        .map((row) => `<article><h2><a href="${row.path}">${escapeHtml(row.title)}</a></h2></article>`)
        .join(''),
    ),
  listType: 'application/rss+xml',
  list: (publisher, { rows }) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${escapeHtml(publisher.site)}</title><link>http://${publisher.host}/</link>
${rows.map((row) => `<item><title>${escapeHtml(row.title)}</title><link>http://${publisher.host}${row.path}</link><pubDate>${feedDate(row.date)}</pubDate><guid isPermaLink="false">http://${publisher.host}/?p=${row.path.length}</guid></item>`).join('\n')}
</channel></rss>
`,
  listPath: (first, number) => (number === 1 ? first : `${first}?paged=${number}`),
  headline: (publisher, { title }) =>
    page(
      publisher,
      title,
      `<article class="post"><h1 class="entry-title">${escapeHtml(title)}</h1><div class="entry-content"><p>本页为示例网站的陪衬页面，没有正文。</p></div></article>`,
    ),
  missing: (publisher) => page(publisher, '未找到页面', '<h1 class="page-title">有点尴尬诶！该页无法显示。</h1>'),
};
