import { type Block, escapeHtml, readBlocks } from '../markup.ts';
import type { Publisher } from '../samples.ts';
import { day, neighbours, type Template, visits } from './template.ts';

/** A portal that republishes others’ notices: adverts around and inside the article, one after the signature. */

const page = (publisher: Publisher, title: string, main: string): string => `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8" />
<title>${escapeHtml(title)}-${escapeHtml(publisher.site)}</title>
<meta name="keywords" content="家居,裝修,財經,資訊" />
</head>
<body>
<div class="top"><a href="/">首頁</a> &gt;&gt; <a href="${publisher.list.path}">${escapeHtml(publisher.list.column)}</a></div>
<div class="container">
${main}
<div class="side"><h4>圖文推薦</h4>
${publisher.headlines.map((row) => `<div class="pic"><img src="/pic/0.jpg" alt=""><a href="${row.path}">${escapeHtml(row.title)}</a></div>`).join('\n')}
</div></div>
<div class="foot">${publisher.footer.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</div>
<script>var _hmt = _hmt || [];</script>
</body>
</html>
`;

const ADVERT =
  '<div class="ad-in"><a href="http://ads.zhuanzai.example/go?id=7"><img src="/ads/728x90.gif" alt="廣告"></a></div>';

const block = (one: Block): string => {
  if (one.kind === 'table') {
    const rows = one.rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`);
    return `<table border="1">${rows.join('')}</table>`;
  }
  return `<p>${escapeHtml(one.text)}</p>`;
};

export const mirror: Template = {
  notice: (publisher, notice) => {
    const blocks = readBlocks(notice.body).map(block);
    const { newer, older } = neighbours(publisher, notice.path);
    const middle = Math.floor(blocks.length / 2);
    return page(
      publisher,
      notice.title,
      `<div class="article"><h1>${escapeHtml(notice.title)}</h1>
<div class="info">來源:${escapeHtml(notice.from)} 發布時間:${day(notice.date)} 瀏覽量:${visits(notice.path)}</div>
<div id="MyContent">
${[...blocks.slice(0, middle), ADVERT, ...blocks.slice(middle)].join('\n')}
<div class="wx"><p>X示例寬帶辦理服務</p><p>截屏,微信識別二維碼</p><p>微信號:19900000000</p><p>(點擊微信號復制,添加好友)</p></div>
</div>
<div class="pn">${newer ? `上一篇:<a href="${newer.path}">${escapeHtml(newer.title)}</a>` : ''} ${older ? `下一篇:<a href="${older.path}">${escapeHtml(older.title)}</a>` : ''}</div></div>`,
    );
  },
  list: (publisher, { rows, number, pages }) =>
    page(
      publisher,
      publisher.list.column,
      `<div class="box">
${rows.map((row) => `<dl><dt><a href="${row.path}">${escapeHtml(row.title)}</a></dt><dd>${day(row.date)} <a href="/tag/1.html">標簽</a></dd></dl>`).join('\n')}
</div><div class="pages">${number < pages ? `<a class="next" href="${mirror.listPath(publisher.list.path, number + 1)}">下一頁</a>` : ''}</div>`,
    ),
  listPath: (first, number) => (number === 1 ? first : first.replace(/\.html$/, `_${number}.html`)),
  headline: (publisher, headline) =>
    page(
      publisher,
      headline.title,
      `<div class="article"><h1>${escapeHtml(headline.title)}</h1><p>本頁為示例網站的陪襯頁面,沒有正文。</p></div>`,
    ),
  missing: (publisher) => page(publisher, '404', '<div class="article"><h1>404 Not Found</h1></div>'),
};
