import { type Block, escapeHtml, readBlocks } from '../markup.ts';
import type { Publisher } from '../samples.ts';
import { allRows, day, neighbours, type Template, visits } from './template.ts';

/** A current CMS: HTML5, UTF-8, semantic classes, share buttons, sidebar with a hot list, related links. */

const page = (publisher: Publisher, title: string, main: string, head = ''): string => `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}_${escapeHtml(publisher.site)}</title>
${head}<link rel="stylesheet" href="/static/css/main.css?v=20240611">
</head>
<body>
<header class="site-header"><div class="wrap"><a class="logo" href="/">${escapeHtml(publisher.site)}</a>
<form class="search" action="/search"><input name="q" placeholder="请输入关键词"><button>搜索</button></form></div>
<nav class="main-nav"><ul><li><a href="/">首页</a></li><li><a href="/about/">关于我们</a></li><li><a href="/column/news/">新闻中心</a></li><li><a href="/column/business/">主营业务</a></li><li><a href="${publisher.list.path}">党建与巡视整改</a></li><li><a href="/column/jobs/">人才招聘</a></li></ul></nav></header>
<div class="wrap layout">
${main}
<aside class="sidebar">
<section><h3>热点排行</h3><ol class="hot">
${publisher.headlines.map((row) => `<li><a href="${row.path}">${escapeHtml(row.title)}</a></li>`).join('\n')}
</ol></section>
<section><h3>专题专栏</h3><ul><li><a href="/topic/1/">学习贯彻党的二十届三中全会精神</a></li><li><a href="/topic/2/">安全生产治本攻坚三年行动</a></li></ul></section>
</aside>
</div>
<footer class="site-footer">
<div class="friend-links">友情链接：<select><option>国家部委网站</option><option>省直部门网站</option><option>省属企业网站</option></select></div>
${publisher.footer.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')}
</footer>
<script src="/static/js/main.js"></script>
</body>
</html>
`;

const block = (one: Block): string => {
  if (one.kind === 'table') {
    const [head, ...rows] = one.rows;
    const cells = (row: readonly string[], tag: string) =>
      row.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('');
    return `<table class="data"><thead><tr>${cells(head ?? [], 'th')}</tr></thead><tbody>
${rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n')}
</tbody></table>`;
  }
  if (one.kind === 'heading') return `<p style="text-indent: 2em;"><strong>${escapeHtml(one.text)}</strong></p>`;
  if (one.kind === 'signature') return `<p style="text-align: right;">${escapeHtml(one.text)}</p>`;
  return `<p style="text-indent: 2em;">${escapeHtml(one.text)}</p>`;
};

export const modern: Template = {
  notice: (publisher, notice) => {
    const { newer, older } = neighbours(publisher, notice.path);
    const link = (label: string, row?: { path: string; title: string }) =>
      `<p>${label}：${row ? `<a href="${row.path}">${escapeHtml(row.title)}</a>` : '没有了'}</p>`;
    const related = allRows(publisher)
      .filter((row) => row.path !== notice.path)
      .slice(0, 3);
    return page(
      publisher,
      notice.title,
      `<main class="content">
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="${publisher.list.path}">${escapeHtml(notice.column)}</a> &gt; 正文</div>
<article>
<h1 class="article-title">${escapeHtml(notice.title)}</h1>
<div class="article-meta"><span class="time">发布时间：${notice.date}</span><span class="from">来源：${escapeHtml(notice.from)}</span><span class="views">浏览次数：${visits(notice.path)}</span><span class="size">字号：<a href="javascript:;">大</a> <a href="javascript:;">中</a> <a href="javascript:;">小</a></span></div>
<div class="article-content">
${readBlocks(notice.body).map(block).join('\n')}
</div>
<div class="share">分享到：<a class="weixin" title="分享到微信">微信</a><a class="weibo" title="分享到微博">微博</a><a href="javascript:window.print()">打印</a></div>
</article>
<div class="prev-next">${link('上一篇', newer)}${link('下一篇', older)}</div>
<section class="related"><h3>相关阅读</h3><ul>
${related.map((row) => `<li><a href="${row.path}">${escapeHtml(row.title)}</a><em>${day(row.date)}</em></li>`).join('\n')}
</ul></section>
</main>`,
      `<meta name="description" content="${escapeHtml(notice.title)}">\n`,
    );
  },
  list: (publisher, { rows, number, pages }) =>
    page(
      publisher,
      publisher.list.column,
      `<main class="content"><h2>${escapeHtml(publisher.list.column)}</h2>
<ul class="news-list">
${rows.map((row) => `<li><a href="${row.path}" title="${escapeHtml(row.title)}">${escapeHtml(row.title)}</a><span class="date">${day(row.date)}</span></li>`).join('\n')}
</ul>
<div class="pager">${Array.from({ length: pages }, (_, i) =>
        i + 1 === number ? `<b>${i + 1}</b>` : `<a href="${modern.listPath(publisher.list.path, i + 1)}">${i + 1}</a>`,
      ).join(' ')} 共${pages}页</div></main>`,
    ),
  listPath: (first, number) => (number === 1 ? first : `${first}index_${number}.html`),
  headline: (publisher, headline) =>
    page(
      publisher,
      headline.title,
      `<main class="content"><article><h1 class="article-title">${escapeHtml(headline.title)}</h1><div class="article-meta"><span class="time">发布时间：${headline.date}</span></div><div class="article-content"><p>本页为示例网站的陪衬页面，没有正文。</p></div></article></main>`,
    ),
  missing: (publisher) =>
    page(
      publisher,
      '页面不存在',
      '<main class="content"><h2>404</h2><p>您访问的页面不存在或已被删除。</p><p><a href="/">返回首页</a></p></main>',
    ),
};
