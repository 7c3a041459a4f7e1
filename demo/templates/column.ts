import { escapeHtml, readBlocks } from '../markup.ts';
import type { Publisher } from '../samples.ts';
import { day, type Template } from './template.ts';

/** A city supervisor’s portal: Java addresses, one long paragraph of lines, a box of facts (索引号, 发文日期) above the text. */

const page = (publisher: Publisher, title: string, main: string): string => `<!DOCTYPE html>
<html>
<head>
<meta charset="GBK">
<meta name="SiteName" content="${escapeHtml(publisher.site)}">
<title>${escapeHtml(publisher.site)} ${escapeHtml(title)}</title>
</head>
<body>
<div class="topbar">今天是<script>document.write(new Date().toLocaleDateString())</script>　<a href="/wza.do">无障碍</a>　<a href="/en.do">English</a></div>
<div class="bread">您的位置：<a href="/">首页</a> &gt; <a href="${escapeHtml(publisher.list.path)}">${escapeHtml(publisher.list.column)}</a></div>
${main}
<div class="bottom"><p>${publisher.footer.map(escapeHtml).join('</p><p>')}</p></div>
</body>
</html>
`;

export const column: Template = {
  notice: (publisher, notice) =>
    page(
      publisher,
      notice.title,
      `<table class="xxgk"><tr><th>索引号</th><td>SL000014349/${notice.date.slice(0, 4)}-00017</td><th>发文日期</th><td>${day(notice.date)}</td></tr><tr><th>发布机构</th><td>${escapeHtml(notice.from)}</td><th>主题分类</th><td>国有资产监管</td></tr></table>
<div class="arc"><div class="arc-title">${escapeHtml(notice.title)}</div>
<div class="arc-text" id="zoom">${readBlocks(notice.body)
        .map((block) =>
          block.kind === 'table'
            ? `<table>${block.rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('')}</table>`
            : `　　${escapeHtml(block.text)}<br/><br/>`,
        )
        .join('\n')}</div></div>
<div class="tools"><a href="javascript:window.print()">【打印】</a><a href="javascript:window.close()">【关闭】</a></div>`,
    ),
  list: (publisher, { rows, number, pages }) =>
    page(
      publisher,
      publisher.list.column,
      `<div class="lm"><ul>${rows.map((row) => `<li><b>${day(row.date)}</b><a target="_blank" href="${escapeHtml(row.path)}">${escapeHtml(row.title)}</a></li>`).join('\n')}</ul>
<div class="fy">${number < pages ? `<a class="xyy" href="${escapeHtml(column.listPath(publisher.list.path, number + 1))}">下页</a>` : '下页'}</div></div>`,
    ),
  listPath: (first, number) => (number === 1 ? first : `${first}&pageIndex=${number}`),
  headline: (publisher, { title }) =>
    page(
      publisher,
      title,
      `<div class="arc"><div class="arc-title">${escapeHtml(title)}</div><div class="arc-text">本页为示例网站的陪衬页面，没有正文。</div></div>`,
    ),
  missing: (publisher) => page(publisher, '出错了', '<div class="arc">对不起，您要查看的信息不存在！</div>'),
};
