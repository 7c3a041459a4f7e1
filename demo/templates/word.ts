import { escapeHtml, readBlocks } from '../markup.ts';
import type { Publisher } from '../samples.ts';
import { day, type Template } from './template.ts';

/** Pages pasted out of a word processor: a class on every paragraph, empty namespaced elements, styles of their own. */

const page = (
  publisher: Publisher,
  title: string,
  main: string,
): string => `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head>
<meta http-equiv=Content-Type content="text/html; charset=gb2312">
<meta name=Generator content="Word 97 web template">
<title>${escapeHtml(title)}</title>
<style><!-- p.MsoNormal {mso-style-parent:""; margin:0cm; text-align:justify; font-size:10.5pt;} @page Section1 {size:595.3pt 841.9pt;} --></style>
</head>
<body lang=ZH-CN link=blue>
<div class=top><a href="/">首页</a>　<a href="/gk.htm">集团概况</a>　<a href="${publisher.list.path}">${escapeHtml(publisher.list.column)}</a>　<a href="/lxwm.htm">联系我们</a></div>
${main}
<div class=bottom>${publisher.footer.map(escapeHtml).join('<br>')}</div>
</body></html>
`;

const normal = (text: string, style: string): string =>
  `<p class=MsoNormal style='${style}'><span style='font-size:16.0pt;font-family:仿宋_GB2312'>${escapeHtml(text)}<span lang=EN-US><o:p></o:p></span></span></p>`;

export const word: Template = {
  notice: (publisher, notice) =>
    page(
      publisher,
      notice.title,
      `<div class=Section1>
<p class=MsoTitle align=center><b><span style='font-size:22.0pt;font-family:方正小标宋简体'>${escapeHtml(notice.title)}</span></b></p>
<p class=info align=center>（${day(notice.date)}　${escapeHtml(notice.from)}）</p>
${readBlocks(notice.body)
  .map((block) =>
    block.kind === 'table'
      ? `<table class=MsoNormalTable border=1>${block.rows.map((row) => `<tr>${row.map((cell) => `<td>${normal(cell, '')}</td>`).join('')}</tr>`).join('')}</table>`
      : normal(block.text, block.kind === 'signature' ? 'text-align:right' : 'text-indent:32.0pt;line-height:28.0pt'),
  )
  .join('\n')}
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
</div>`,
    ),
  list: (publisher, { rows, number, pages }) =>
    page(
      publisher,
      publisher.list.column,
      `<ol class=list>${rows.map((row) => `<li><a href="${row.path}">${escapeHtml(row.title)}</a>（${day(row.date)}）</li>`).join('\n')}</ol>
<p class=pages>${Array.from({ length: pages }, (_, i) => (i + 1 === number ? `${i + 1}` : `<a href="${word.listPath(publisher.list.path, i + 1)}">${i + 1}</a>`)).join(' ')}</p>`,
    ),
  listPath: (first, number) => (number === 1 ? first : first.replace('.htm', `-${number}.htm`)),
  headline: (publisher, { title }) =>
    page(
      publisher,
      title,
      `<div class=Section1><p class=MsoTitle>${escapeHtml(title)}</p>${normal('本页为示例网站的陪衬页面，没有正文。', '')}</div>`,
    ),
  missing: (publisher) => page(publisher, '无法找到该页', '<h1>无法找到该页</h1>'),
};
