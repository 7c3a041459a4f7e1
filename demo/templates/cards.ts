import { escapeHtml, readBlocks } from '../markup.ts';
import type { Publisher } from '../samples.ts';
import { day, type Template } from './template.ts';

/** A maker’s brand site: cards that are links themselves, a text of div elements, pictures everywhere. */

const page = (publisher: Publisher, title: string, main: string): string => `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/dist/site.css"></head><body>
<nav class="navbar"><a class="brand" href="/"><img src="/dist/logo.svg" alt="${escapeHtml(publisher.site)}"></a><a href="/cars">车型</a><a href="/test-drive">预约试驾</a><a href="/dealer">经销商查询</a></nav>
<div class="container">${main}</div>
<footer class="footer"><div class="row"><div class="col">客户服务</div><div class="col">加入我们</div></div>${publisher.footer.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</footer>
<div class="cookie">本网站使用 Cookie，继续浏览即表示同意。<button>知道了</button></div>
</body></html>
`;

export const cards: Template = {
  notice: (publisher, notice) =>
    page(
      publisher,
      notice.title,
      `<section class="hero"><h1>${escapeHtml(notice.title)}</h1><div class="date">${day(notice.date).replaceAll('-', '.')}</div></section>
<section class="rich">${readBlocks(notice.body)
        .map((block) =>
          block.kind === 'table'
            ? `<table>${block.rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('')}</table>`
            : `<div>${escapeHtml(block.text)}</div><div><br></div>`,
        )
        .join('')}</section>`,
    ),
  list: (publisher, { rows, number, pages }) =>
    page(
      publisher,
      publisher.list.column,
      `<div class="grid">${rows.map((row) => `<a class="card" href="${row.path}"><img src="/dist/cover.jpg" alt=""><h4>${escapeHtml(row.title)}</h4><p class="day">${day(row.date).replaceAll('-', '.')}</p></a>`).join('\n')}</div>
<ul class="pagination">${Array.from({ length: pages }, (_, i) => `<li${i + 1 === number ? ' class="active"' : ''}><a href="${cards.listPath(publisher.list.path, i + 1)}">${i + 1}</a></li>`).join('')}</ul>`,
    ),
  listPath: (first, number) => (number === 1 ? first : `${first}/p/${number}`),
  headline: (publisher, { title, date }) =>
    page(
      publisher,
      title,
      `<section class="hero"><h1>${escapeHtml(title)}</h1><div class="date">${day(date).replaceAll('-', '.')}</div></section><section class="rich"><div>本页为示例网站的陪衬页面，没有正文。</div></section>`,
    ),
  missing: (publisher) => page(publisher, '页面不存在', '<section class="hero"><h1>Oops! 页面不存在</h1></section>'),
};
