import { escapeHtml, readBlocks } from '../markup.ts';
import type { Publisher } from '../samples.ts';
import type { Template } from './template.ts';

/** Articles of a chat program: the text in #js_content, the date only in a script, no list that a visitor could read. */

const page = (publisher: Publisher, title: string, main: string, script = ''): string => `<!DOCTYPE html>
<html class="">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1.0,maximum-scale=1.0,user-scalable=0">
<meta property="og:title" content="${escapeHtml(title)}" />
<meta property="og:site_name" content="${escapeHtml(publisher.site)}" />
<title>${escapeHtml(title)}</title>
</head>
<body id="activity-detail" class="zh_CN">
${main}
<script type="text/javascript">
var biz = "MzA0000000000==";
${script}
var nickname = "${escapeHtml(publisher.site)}";
</script>
</body>
</html>
`;

/** Seconds since 1970 of a Chinese time. */
const seconds = (date: string): number => {
  const [day, time = '08:00'] = date.split(' ');
  return Date.parse(`${day}T${time}:00+08:00`) / 1000;
};

const paragraph = (text: string, style: string): string =>
  `<section style="${style}"><span style="font-size: 15px;letter-spacing: 1px;" leaf="">${escapeHtml(text)}</span></section><section><br></section>`;

export const wechat: Template = {
  notice: (publisher, notice) => {
    const blocks = readBlocks(notice.body).map((block) => {
      if (block.kind === 'table') {
        return `<table><tbody>${block.rows.map((row) => `<tr>${row.map((cell) => `<td><section>${escapeHtml(cell)}</section></td>`).join('')}</tr>`).join('')}</tbody></table>`;
      }
      const align = block.kind === 'signature' ? 'text-align: right;' : 'text-indent: 2em;';
      return paragraph(block.text, block.kind === 'heading' ? 'font-weight: bold;' : align);
    });
    return page(
      publisher,
      notice.title,
      `<div id="js_article" class="rich_media"><div class="rich_media_inner"><div id="page-content">
<div id="img-content" class="rich_media_wrp">
<h1 class="rich_media_title" id="activity-name">${escapeHtml(notice.title)}</h1>
<div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_text">原创</span><a href="javascript:void(0);" id="js_name">${escapeHtml(publisher.site)}</a><em id="publish_time" class="rich_media_meta rich_media_meta_text"></em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;">
<section><img data-src="https://mmbiz.gongzhonghao.example/mmbiz_gif/0" data-ratio="0.2"></section>
${blocks.join('\n')}
</div>
<div class="rich_media_tool"><span>阅读 </span><span id="readNum">1024</span><a class="like">赞</a><a>在看</a></div>
</div></div></div></div>
<div id="js_pc_qr_code" style="display:none;"><p>微信扫一扫<br>关注该公众号</p></div>`,
      `var ct = "${seconds(notice.date)}";`,
    );
  },
  list: (publisher) => page(publisher, publisher.site, '<div class="weui-msg"><h4>请在客户端打开链接</h4></div>'),
  listPath: (first) => first,
  headline: (publisher, { title, date }) =>
    page(
      publisher,
      title,
      `<h1 id="activity-name">${escapeHtml(title)}</h1><div id="js_content"><p>本页为示例网站的陪衬页面，没有正文。</p></div>`,
      `var ct = "${seconds(date)}";`,
    ),
  missing: (publisher) => page(publisher, publisher.site, '<div class="weui-msg"><h4>该内容已被发布者删除</h4></div>'),
};
