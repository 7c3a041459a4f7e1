/** A line of a document: what tells its title from its text. */
export interface TitledLine {
  text: string;
  /** Centred on the page. */
  centred: boolean;
  /** Set in a title style or clearly larger than the text. */
  titled: boolean;
  row?: boolean;
}

const NO_TITLE =
  /[。；！？]$|^[（(]?\d{4}年|^附件\s*\d*\s*[:：]?$|[〔[【(（]\d{4}[〕\]】)）]\s*\d+\s*号$|^第?\s*\d+\s*[页期版]?$|^(?:发布|来源|作者|时间|日期|索引号)[^，]{0,12}[:：]/;
const NOTICE_WORD = /通报|公告|报告|情况|说明|公示|通知|总结|巡视|巡察|整改|会|反馈/;
const ENDS = /(?:通报|公告|报告|情况|说明|公示|通知|总结|方案|意见|纪要)(?:[（(][^）)]{1,20}[）)])?$/;
const HEADING =
  /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十]{1,3}[部章节]|\d{1,2}[.．、])/;
/** The second line of a title. */
const CONTINUES = /^(?:关于|的|对|巡|整改|情况|进展|落实|工作|[（(])/;
const MAX_TITLE = 120;
const MAX_LINES = 4;
/** So far down a title may begin: above it stand the name of the enterprise's paper and its number. */
const HEAD = 8;

const canBeTitle = ({ text, row }: TitledLine): boolean =>
  !row && text.length <= 60 && !NO_TITLE.test(text) && !HEADING.test(text);

/**
 * Where the title of a document without markup stands: the first lines that look like one; set in a title style, else
 * centred, else ending in the name of a kind of notice. Null where none does.
 */
export function findDocumentTitle(lines: readonly TitledLine[]): { text: string; start: number; end: number } | null {
  const head = lines.slice(0, HEAD);
  const by = [
    (line: TitledLine) => line.titled,
    (line: TitledLine) => line.centred && NOTICE_WORD.test(line.text),
    (line: TitledLine) => ENDS.test(line.text),
    (line: TitledLine) => line.centred,
    // Nothing marks it: the first line, if running text follows.
    (line: TitledLine) =>
      line === head[0] && line.text.length >= 6 && head.slice(1).some(({ text }) => /。$/.test(text)),
  ];
  for (const test of by) {
    const found = head.findIndex((line) => canBeTitle(line) && test(line));
    if (found < 0) continue;
    const likeness = head[found] as TitledLine;
    const alike = (line: TitledLine | undefined): boolean =>
      line !== undefined &&
      canBeTitle(line) &&
      line.titled === likeness.titled &&
      (line.titled || line.centred === likeness.centred);
    let start = found;
    let end = found + 1;
    // The upper of two title lines may be too long to look centred.
    const upper = head[start - 1];
    if (upper && CONTINUES.test(likeness.text) && canBeTitle(upper) && upper.text.length > likeness.text.length)
      start--;
    while (start > 0 && alike(head[start - 1]) && (likeness.titled || likeness.centred || ENDS.test(likeness.text)))
      start--;
    while (
      end < start + MAX_LINES &&
      alike(lines[end]) &&
      (likeness.titled || likeness.centred) &&
      !ENDS.test((lines[end - 1] as TitledLine).text)
    )
      end++;
    const text = lines
      .slice(start, end)
      .map((line) => line.text)
      .join('');
    return text.length <= MAX_TITLE ? { text, start, end } : { text: likeness.text, start: found, end: found + 1 };
  }
  return null;
}

/** The lines with their title on the first one; what stands above it (the head of the paper, its number) stays below. */
export function linesUnderTitle(lines: readonly TitledLine[]): { title: string | null; lines: string[] } {
  const found = findDocumentTitle(lines);
  const texts = lines.map(({ text }) => text);
  if (!found) return { title: null, lines: texts };
  return { title: found.text, lines: [found.text, ...texts.slice(0, found.start), ...texts.slice(found.end)] };
}
