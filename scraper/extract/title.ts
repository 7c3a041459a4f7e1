import type { Finding } from '../finding.ts';
import type { Line } from '../lines.ts';

const MAX_TITLE = 90;
const SENTENCE = /[。；;]|[，,].{24,}|……|\.\.\.$/u;
/** The first half of a title that is set on two lines. */
const FIRST_HALF = /(?:党组|党委|委员会|公司|集团|关于)$/u;
const SECOND_HALF = /^(?:关于|巡视|巡察|落实|对).{2,40}(?:通报|公告|报告|情况|公示|说明|公开)$/u;

/** What titles of notices speak of; a menu, a column or the number of a page does not. */
const NOTICE_WORD = /巡视|巡察|整改|通报|反馈|进驻|清廉|廉洁|国企|集团|公司|党组|党委/u;
const MENU =
  /^(?:首页|当前位置|您的位置|网站首页|第\d{1,2}版|[A-Z]\d{1,2}版|.{0,20}(?:>|»|｜|\|))|^\S{2,6}(?:[\s\u3000]+\S{2,6}){2,}$|^(?:通知公告|公告|公司公告|公示公告|新闻中心|企业动态|公司新闻|矿区新闻|党建工作|要闻|NEWS|News|NOTICE|Notice)$/u;
const isTitleLine = ({ text }: Line): boolean =>
  text.length >= 4 && text.length <= MAX_TITLE && !SENTENCE.test(text) && !text.includes('\t');

/** How many short lines may stand above the title of a pasted page. */
const HEAD_LINES = 4;

/** Index of the title’s line: the first line, or the first that speaks of the matter where menus stand above it; -1 for none. */
export function titleLine(lines: readonly Line[]): number {
  const [first] = lines;
  if (!first || lines.length < 2 || !isTitleLine(first)) return -1;
  if (!MENU.test(first.text)) return 0;
  const better = lines
    .slice(1, HEAD_LINES)
    .findIndex((line) => isTitleLine(line) && NOTICE_WORD.test(line.text) && !MENU.test(line.text));
  return better < 0 ? 0 : better + 1;
}

/** The title of a text: as its page states it, else its first line, if that is no sentence and something follows. */
export function findTitle(text: string, lines: readonly Line[], stated: string | null): Finding<string> | null {
  const [first, second] = lines;
  if (!first) return null;
  const split = second && FIRST_HALF.test(first.text) && SECOND_HALF.test(second.text);
  if (split && (!stated || stated.length > first.text.length)) {
    const quote = text.slice(first.start, second.end);
    return { value: quote.replace(/\s*\n\s*/gu, ''), start: first.start, end: second.end, quote };
  }
  const isStated = stated !== null && first.text.replace(/\s+/gu, '') === stated.replace(/\s+/gu, '');
  if (!isStated && titleLine(lines) < 0) return null;
  return { value: first.text, start: first.start, end: first.end, quote: first.text };
}
