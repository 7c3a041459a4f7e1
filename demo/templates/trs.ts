import { type Block, escapeHtml, readBlocks } from '../markup.ts';
import type { Publisher } from '../samples.ts';
import { allRows, day, neighbours, type Template } from './template.ts';

/** The site of a discipline commission on a TRS-like CMS: machine-readable tags, lists counted by a script, TRS_Editor. */

const page = (
  publisher: Publisher,
  title: string,
  main: string,
  meta = '',
): string => `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>${escapeHtml(title)}——${escapeHtml(publisher.site)}</title>
<meta name="SiteName" content="${escapeHtml(publisher.site)}" />
${meta}<link href="/images/style.css" rel="stylesheet" type="text/css" />
</head>
<body>
<div id="header"><div class="banner"><img src="/images/banner.png" alt="${escapeHtml(publisher.site)}" /></div>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/zzjg/">组织机构</a></li><li><a href="/xwtt/">新闻头条</a></li><li><a href="/scdc/">审查调查</a></li><li><a href="${publisher.list.path}">巡视整改</a></li><li><a href="/jbpt/">我要举报</a></li></ul></div>
<div class="w1000 main">
${main}
<div class="right"><div class="tit">要闻推荐</div><ul>
${publisher.headlines.map((row) => `<li><a href="${row.path}" target="_blank">${escapeHtml(row.title)}</a></li>`).join('\n')}
</ul></div>
</div>
<div id="footer">${publisher.footer.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}<p><script type="text/javascript" src="/images/jiucuo.js"></script></p></div>
</body>
</html>
`;

const block = (one: Block): string => {
  if (one.kind === 'table') {
    const rows = one.rows.map(
      (row) => `<tr>${row.map((cell) => `<td><p align="center">${escapeHtml(cell)}</p></td>`).join('')}</tr>`,
    );
    return `<table border="1" cellspacing="0" cellpadding="0" align="center"><tbody>\n${rows.join('\n')}\n</tbody></table>`;
  }
  if (one.kind === 'heading') return `<p align="justify"><strong>　　${escapeHtml(one.text)}</strong></p>`;
  if (one.kind === 'signature') return `<p align="right">${escapeHtml(one.text)}　　</p>`;
  return `<p align="justify">　　${escapeHtml(one.text)}</p>`;
};

export const trs: Template = {
  notice: (publisher, notice) => {
    const { newer, older } = neighbours(publisher, notice.path);
    const link = (row?: { path: string; title: string }) =>
      row ? `<a href="${row.path}">${escapeHtml(row.title)}</a>` : '没有了';
    return page(
      publisher,
      notice.title,
      `<div class="left"><div class="pos">您当前的位置：<a href="/">首页</a> &gt; <a href="${publisher.list.path}">${escapeHtml(notice.column)}</a></div>
<div class="art_title"><h2>${escapeHtml(notice.title)}</h2></div>
<div class="art_info"><em>来源：${escapeHtml(notice.from)}</em><em id="pubtime">发布时间：${notice.date}</em><em>【字体：<a href="javascript:doZoom(18)">大</a> <a href="javascript:doZoom(16)">中</a> <a href="javascript:doZoom(14)">小</a>】</em></div>
<div class="art_body"><div class="TRS_Editor"><style type="text/css">.TRS_Editor P{line-height:2;font-family:宋体;font-size:12pt;}</style>
${readBlocks(notice.body).map(block).join('\n')}
</div></div>
<div class="art_foot"><a href="javascript:window.print()">打印本页</a> <a href="javascript:window.close()">关闭窗口</a> 责任编辑：示例</div>
<div class="art_next"><p>上一篇：${link(newer)}</p><p>下一篇：${link(older)}</p></div>
<div class="xgxx"><h3>相关新闻</h3><ul>
${allRows(publisher)
  .filter((row) => row.path !== notice.path)
  .slice(0, 2)
  .map((row) => `<li><a href="${row.path}">${escapeHtml(row.title)}</a></li>`)
  .join('\n')}
</ul></div></div>`,
      `<meta name="ArticleTitle" content="${escapeHtml(notice.title)}" />
<meta name="PubDate" content="${notice.date}" />
<meta name="ContentSource" content="${escapeHtml(notice.from)}" />
<meta name="ColumnName" content="${escapeHtml(notice.column)}" />
`,
    );
  },
  list: (publisher, { rows, pages, number }) =>
    page(
      publisher,
      publisher.list.column,
      `<div class="left"><div class="tit">${escapeHtml(publisher.list.column)}</div><ul class="list_con">
${rows.map((row) => `<li><a href="${row.path}" target="_blank">${escapeHtml(row.title)}</a><span>${day(row.date)}</span></li>`).join('\n')}
</ul><div class="page"><script type="text/javascript">createPageHTML(${pages}, ${number - 1}, "index", "html");</script></div></div>`,
    ),
  listPath: (first, number) => (number === 1 ? first : first.replace(/\.html$/, `_${number - 1}.html`)),
  headline: (publisher, headline) =>
    page(
      publisher,
      headline.title,
      `<div class="left"><div class="art_title"><h2>${escapeHtml(headline.title)}</h2></div><div class="art_info"><em id="pubtime">发布时间：${headline.date}</em></div><div class="TRS_Editor"><p>　　本页为示例网站的陪衬页面，没有正文。</p></div></div>`,
    ),
  missing: (publisher) =>
    page(
      publisher,
      '您访问的页面不存在',
      '<div class="left"><p>抱歉，您访问的页面不存在。<a href="/">返回首页</a></p></div>',
    ),
};
