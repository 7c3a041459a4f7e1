import type { Finding } from '../finding.ts';
import type { Line } from '../lines.ts';

const MAX_TITLE = 90;
const SENTENCE = /[。；;]|[，,].{24,}|……|\.\.\.$/u;
/** The first half of a title that is set on two lines. */
const FIRST_HALF = /(?:党组|党委|委员会|公司|集团|关于)$/u;
const SECOND_HALF = /^(?:关于|巡视|巡察|落实|对).{2,40}(?:通报|公告|报告|情况|公示|说明|公开)$/u;

/** The title of a text whose page gave none: its first line, if that is no sentence and something follows. */
export function findTitle(text: string, lines: readonly Line[], stated: string | null): Finding<string> | null {
  const [first, second] = lines;
  if (!first) return null;
  const split = second && FIRST_HALF.test(first.text) && SECOND_HALF.test(second.text);
  if (split && (!stated || stated.length > first.text.length)) {
    const quote = text.slice(first.start, second.end);
    return { value: quote.replace(/\s*\n\s*/gu, ''), start: first.start, end: second.end, quote };
  }
  const isStated = stated !== null && first.text.replace(/\s+/gu, '') === stated.replace(/\s+/gu, '');
  if (
    !isStated &&
    (lines.length < 2 ||
      first.text.length > MAX_TITLE ||
      first.text.length < 4 ||
      SENTENCE.test(first.text) ||
      first.text.includes('\t'))
  )
    return null;
  return { value: first.text, start: first.start, end: first.end, quote: first.text };
}
