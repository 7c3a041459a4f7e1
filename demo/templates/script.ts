import { escapeHtml, readBlocks } from '../markup.ts';
import type { Publisher } from '../samples.ts';
import { type Template, visits } from './template.ts';

/** A front end of scripts: the list page is an empty shell that a JSON endpoint fills; articles are rendered by the server. */

const page = (publisher: Publisher, title: string, main: string): string => `<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><title>${escapeHtml(title)} - ${escapeHtml(publisher.site)}</title>
<link rel="preload" href="/_nuxt/app.8f31.js" as="script"></head>
<body><div data-server-rendered="true" id="__app">${main}</div>
<script>window.__STATE__={"site":"${escapeHtml(publisher.site)}","routePath":"\\u002Fnews"}</script>
<script src="/_nuxt/app.8f31.js" defer></script></body></html>
`;

/** The number in /news/detail/20483: what the endpoint calls the article. */
const idOf = (path: string): string => /\d+/.exec(path)?.[0] ?? path;

export const script: Template = {
  notice: (publisher, notice) =>
    page(
      publisher,
      notice.title,
      `<div class="nav-bar"><a href="/">首页</a><a href="/news">新闻</a><a href="/party">党的建设</a></div>
<div class="detail-wrap"><div class="detail-title" data-v-3a1>${escapeHtml(notice.title)}</div>
<div class="detail-info" data-v-3a1><span>${notice.date}</span><span>${escapeHtml(notice.from)}</span><span>阅读 ${visits(notice.path)}</span></div>
<div class="detail-body ql-editor" data-v-3a1>${readBlocks(notice.body)
        .map((block) =>
          block.kind === 'table'
            ? `<table>${block.rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('')}</table>`
            : `<p class="ql-align-${block.kind === 'signature' ? 'right' : 'justify'}">${block.kind === 'heading' ? `<strong>${escapeHtml(block.text)}</strong>` : escapeHtml(block.text)}</p>`,
        )
        .join('')}</div></div>
<div class="foot">${publisher.footer.map(escapeHtml).join('<br>')}</div>`,
    ),
  home: (publisher) => `<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><title>${escapeHtml(publisher.site)}</title></head>
<body><div id="app"></div><script src="/_nuxt/app.8f31.js"></script></body></html>
`,
  listType: 'application/json',
  list: (_, { rows, pages }) =>
    JSON.stringify({
      code: 0,
      msg: 'success',
      data: {
        pages,
        records: rows.map(({ path, title, date }) => ({
          articleId: idOf(path),
          articleTitle: `<em>${title}</em>`,
          publishTime: Date.parse(`${date.slice(0, 10)}T00:00:00+08:00`),
          link: path,
        })),
      },
    }),
  listPath: (first, number) => first.replace('pageNo=1', `pageNo=${number}`),
  headline: (publisher, { title, date }) =>
    page(
      publisher,
      title,
      `<div class="detail-title">${escapeHtml(title)}</div><div class="detail-info"><span>${date}</span></div><div class="detail-body"><p>本页为示例网站的陪衬页面，没有正文。</p></div>`,
    ),
  missing: (publisher) => page(publisher, '404', '<div class="empty">404 页面走丢了</div>'),
};
