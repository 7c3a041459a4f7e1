import { escapeHtml, readBlocks } from '../markup.ts';
import type { Publisher } from '../samples.ts';
import { day, type Template } from './template.ts';

/** A site that puts its notices up as files: the page names the document and says no more. */

const page = (publisher: Publisher, title: string, main: string): string => `<!DOCTYPE html>
<html><head><meta charset="utf-8"><meta http-equiv="X-UA-Compatible" content="IE=edge">
<title>${escapeHtml(title)}</title>
<script src="/js/jquery-1.8.3.min.js"></script></head>
<body>
<div class="head"><img src="/img/logo.png" alt="${escapeHtml(publisher.site)}"></div>
<div class="menu"><a href="/">网站首页</a> | <a href="/gsgk/">公司概况</a> | <a href="${publisher.list.path}">信息公开</a></div>
<div class="box">${main}</div>
<div class="copy">${publisher.footer.map(escapeHtml).join('　')}</div>
</body></html>
`;

/** /ewebeditor/uploadfile/20230718.pdf → 20230718.pdf, as the editor writes it out. */
const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export const attachment: Template = {
  notice: (publisher, notice) => {
    const body =
      notice.document === undefined
        ? readBlocks(notice.body)
            .map((block) => (block.kind === 'table' ? '' : `<p>　　${escapeHtml(block.text)}</p>`))
            .join('\n')
        : `<p>全文见附件。</p><p style="line-height: 16px;"><img src="/ueditor/dialogs/attachment/fileTypeImages/icon.gif"/><a href="${notice.document}" title="${fileName(notice.document)}">${escapeHtml(notice.title)}${notice.document.slice(notice.document.lastIndexOf('.'))}</a></p>`;
    return page(
      publisher,
      notice.title,
      `<h3 class="tit">${escapeHtml(notice.title)}</h3><p class="time">发布日期：${day(notice.date)}　信息来源：${escapeHtml(notice.from)}</p><div class="text">${body}</div>`,
    );
  },
  list: (publisher, { rows, number, pages }) =>
    page(
      publisher,
      publisher.list.column,
      `<table class="files">${rows
        .map(
          (row) =>
            `<tr><td><a href="${row.path}" title="${escapeHtml(row.title)}">${escapeHtml(row.title.slice(0, 16))}…</a></td><td>[${day(row.date).replaceAll('-', '/')}]</td></tr>`,
        )
        .join('\n')}</table><div>共 <span id="total">${pages}</span> 页，第 ${number} 页</div>`,
    ),
  listPath: (first, number) => (number === 1 ? first : `${first}?page=${number}`),
  headline: (publisher, { title }) =>
    page(
      publisher,
      title,
      `<h3 class="tit">${escapeHtml(title)}</h3><div class="text"><p>本页为示例网站的陪衬页面，没有正文。</p></div>`,
    ),
  missing: (publisher) => page(publisher, '404', '<h3>404 - 找不到文件或目录。</h3>'),
};
