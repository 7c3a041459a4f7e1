import { type Block, escapeHtml, readBlocks } from '../markup.ts';
import type { Publisher } from '../samples.ts';
import { allRows, day, neighbours, type Template, visits } from './template.ts';

/** A site of 2008: nested tables for the layout, FONT and BR for the text, ASP addresses, GBK. */

const INDENT = '&nbsp;&nbsp;&nbsp;&nbsp;';

const page = (publisher: Publisher, title: string, main: string): string => `<HTML>
<HEAD>
<META http-equiv=Content-Type content="text/html; charset=gb2312">
<TITLE>${escapeHtml(publisher.site)} - ${escapeHtml(title)}</TITLE>
<LINK href="/css/style.css" type=text/css rel=stylesheet>
<SCRIPT language=JavaScript src="/js/menu.js"></SCRIPT>
</HEAD>
<BODY leftMargin=0 topMargin=0 bgColor=#ffffff>
<TABLE cellSpacing=0 cellPadding=0 width=960 align=center border=0>
<TR><TD colSpan=2><IMG height=110 src="/images/banner.jpg" width=960></TD></TR>
<TR><TD bgColor=#005599 colSpan=2 height=30><TABLE width="100%"><TR align=middle>
<TD><A href="/"><FONT color=#ffffff>首 页</FONT></A></TD><TD><A href="/about.asp"><FONT color=#ffffff>集团概况</FONT></A></TD><TD><A href="/news/"><FONT color=#ffffff>港务动态</FONT></A></TD><TD><A href="${escapeHtml(publisher.list.path)}"><FONT color=#ffffff>通知公告</FONT></A></TD><TD><A href="/bbs/"><FONT color=#ffffff>职工论坛</FONT></A></TD></TR></TABLE></TD></TR>
<TR><TD vAlign=top width=200 bgColor=#eef4fa>
<TABLE width="96%" align=center><TR><TD class=lt><B>热门文章</B></TD></TR><TR><TD>${publisher.headlines
  .map((row, i) => `${i + 1}. <A href="${escapeHtml(row.path)}">${escapeHtml(row.title)}</A>`)
  .join('<BR>')}</TD></TR>
<TR><TD class=lt><B>站内搜索</B></TD></TR><TR><TD><FORM action=/search.asp><INPUT size=14 name=kw> <INPUT type=submit value=搜索></FORM></TD></TR></TABLE></TD>
<TD vAlign=top width=760>
${main}
</TD></TR>
<TR><TD class=foot align=middle colSpan=2>${publisher.footer.map(escapeHtml).join('<BR>')}<BR>您是第 <IMG src="/count.asp?n=1882046"> 位访客</TD></TR>
</TABLE>
</BODY></HTML>
`;

const block = (one: Block): string => {
  if (one.kind === 'table') {
    const rows = one.rows.map(
      (row) => `<TR>${row.map((cell) => `<TD align=middle>${escapeHtml(cell)}</TD>`).join('')}</TR>`,
    );
    return `<TABLE cellSpacing=0 cellPadding=3 width="90%" align=center border=1>\n${rows.join('\n')}\n</TABLE>`;
  }
  if (one.kind === 'heading') return `${INDENT}<B>${escapeHtml(one.text)}</B><BR>`;
  if (one.kind === 'signature') return `<DIV align=right>${escapeHtml(one.text)}${INDENT}</DIV>`;
  return `${INDENT}${escapeHtml(one.text)}<BR>`;
};

/** 2021-04-12 → 2021-4-12, as ASP prints a date. */
const shortDay = (date: string): string => day(date).replaceAll('-0', '-');

export const table: Template = {
  notice: (publisher, notice) => {
    const { newer, older } = neighbours(publisher, notice.path);
    const link = (row?: { path: string; title: string }) =>
      row ? `<A href="${escapeHtml(row.path)}">${escapeHtml(row.title)}</A>` : '没有了';
    const related = allRows(publisher)
      .filter((row) => row.path !== notice.path)
      .slice(-2);
    return page(
      publisher,
      notice.title,
      `<TABLE cellSpacing=0 cellPadding=4 width="98%" align=center><TR><TD class=loc>当前位置：<A href="/">首页</A>→<A href="${escapeHtml(publisher.list.path)}">${escapeHtml(notice.column)}</A></TD></TR>
<TR><TD align=middle><FONT color=#cc0000 size=4><B>${escapeHtml(notice.title)}</B></FONT></TD></TR>
<TR><TD align=middle class=sm>[ 作者：${escapeHtml(notice.from)}　点击数：${visits(notice.path)}　更新时间：${shortDay(notice.date)} ]</TD></TR>
<TR><TD><HR SIZE=1></TD></TR>
<TR><TD class=con><FONT face=宋体 size=3>
${readBlocks(notice.body).map(block).join('\n')}
</FONT></TD></TR>
<TR><TD align=right class=sm>【<A href="javascript:window.external.AddFavorite(location.href,document.title)">收藏此页</A>】【<A href="javascript:print()">打印</A>】【<A href="javascript:window.close()">关闭</A>】</TD></TR>
<TR><TD class=sm>上一条：${link(newer)}<BR>下一条：${link(older)}</TD></TR>
<TR><TD class=lt>相关文章</TD></TR><TR><TD>${related
        .map((row) => `· <A href="${escapeHtml(row.path)}">${escapeHtml(row.title)}</A> [${shortDay(row.date)}]`)
        .join('<BR>')}</TD></TR>
</TABLE>`,
    );
  },
  list: (publisher, { rows, number, pages }) =>
    page(
      publisher,
      publisher.list.column,
      `<TABLE cellSpacing=0 cellPadding=4 width="98%" align=center><TR><TD class=newslist><TABLE width="100%">
${rows.map((row) => `<TR><TD>· <A href="${escapeHtml(row.path)}" target=_blank>${escapeHtml(row.title)}</A></TD><TD width=90>${shortDay(row.date)}</TD></TR>`).join('\n')}
</TABLE></TD></TR><TR><TD align=middle>第${number}页/共${pages}页 ${Array.from(
        { length: pages },
        (_, i) => `<A href="${escapeHtml(table.listPath(publisher.list.path, i + 1))}">[${i + 1}]</A>`,
      ).join(' ')}</TD></TR></TABLE>`,
    ),
  listPath: (first, number) => (number === 1 ? first : `${first}&page=${number}`),
  headline: (publisher, headline) =>
    page(
      publisher,
      headline.title,
      `<P align=center><FONT size=4><B>${escapeHtml(headline.title)}</B></FONT></P><P align=center>更新时间：${shortDay(headline.date)}</P><P>${INDENT}本页为示例网站的陪衬页面，没有正文。</P>`,
    ),
  missing: (publisher) =>
    page(publisher, '找不到页面', '<P align=center><B>找不到该页</B><BR>您要查看的页可能已被删除。</P>'),
};
