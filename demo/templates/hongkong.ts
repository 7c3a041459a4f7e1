import { escapeHtml, readBlocks } from '../markup.ts';
import type { Publisher } from '../samples.ts';
import { day, type Template } from './template.ts';

/** A window company’s site in Big5: XHTML of 2009, press releases as definition lists, 31/12/2021 beside an ISO date. */

const page = (publisher: Publisher, title: string, main: string): string => `<?xml version="1.0" encoding="big5"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="zh-HK"><head>
<meta http-equiv="Content-Type" content="text/html; charset=big5" />
<title>${escapeHtml(publisher.site)} : ${escapeHtml(title)}</title></head>
<body><div id="wrapper"><div id="lang"><a href="/eng/">English</a> | 繁體</div>
<div id="nav"><a href="/">主页</a> / <a href="${publisher.list.path}">${escapeHtml(publisher.list.column)}</a> / <a href="/ir/">投资者关系</a></div>
<div id="content">${main}</div>
<div id="footer">${publisher.footer.map(escapeHtml).join('<br />')}</div></div></body></html>
`;

export const hongkong: Template = {
  notice: (publisher, notice) =>
    page(
      publisher,
      notice.title,
      `<h2>${escapeHtml(notice.title)}</h2><p class="date">日期：${day(notice.date)}</p>
<div class="release">${readBlocks(notice.body)
        .map((block) =>
          block.kind === 'table'
            ? `<table>${block.rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('')}</table>`
            : `<p>${escapeHtml(block.text)}</p>`,
        )
        .join('\n')}</div>
<p><a href="${publisher.list.path}">返回</a></p>`,
    ),
  list: (publisher, { rows, number, pages }) =>
    page(
      publisher,
      publisher.list.column,
      `<dl class="press">${rows
        .map((row) => `<div><dt>${day(row.date)}</dt><dd><a href="${row.path}">${escapeHtml(row.title)}</a></dd></div>`)
        .join(
          '\n',
        )}</dl>${number < pages ? `<p><a rel="next" href="${hongkong.listPath(publisher.list.path, number + 1)}">下一页</a></p>` : ''}`,
    ),
  listPath: (first, number) => (number === 1 ? first : first.replace('.htm', `${number}.htm`)),
  headline: (publisher, { title, date }) =>
    page(
      publisher,
      title,
      `<h2>${escapeHtml(title)}</h2><p class="date">日期：${day(date)}</p><p>本页为示例网站的陪衬页面，没有正文。</p>`,
    ),
  missing: (publisher) => page(publisher, '404', '<p>找不到该网页</p>'),
};
