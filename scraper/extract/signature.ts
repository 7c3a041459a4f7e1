import type { StatedDate } from '../../src/model/index.ts';
import { type DateMention, dateFinding } from '../dates.ts';
import type { Finding } from '../finding.ts';
import type { Line } from '../lines.ts';

/** Who signed a notice, and when: the last short lines before whatever is appended. */
export interface Signature {
  readonly signer: Finding<string> | null;
  readonly signedDate: Finding<StatedDate> | null;
}

const BODY = /(?:党组|党委|党总支|党支部|委员会|领导小组|办公室|公司|集团|银行|联社|中心|局|厂|院|社)$/u;
const MAX_SIGNER = 60;
/** The signature stands in the last lines; a list of units or attachments may follow it. */
const TAIL = 12;
const ANNEX = /^附件?(?:[一二三四五\d]{1,2}|表)?(?:[：:]|$)/u;

/** Lines that hold a signer, a date, or both: 中共…党组　2015年4月28日. */
export function findSignature(text: string, lines: readonly Line[], dates: readonly DateMention[]): Signature {
  // 附件1：联系方式 after the signature may be longer than any tail
  const annex = lines.findIndex(({ text: line }, index) => index > lines.length / 2 && ANNEX.test(line));
  const own = annex > 0 ? signatureIn(text, lines.slice(0, annex), dates) : null;
  return own?.signedDate ? own : signatureIn(text, lines, dates);
}

function signatureIn(text: string, lines: readonly Line[], dates: readonly DateMention[]): Signature {
  const tail = lines.slice(Math.max(1, lines.length - TAIL));
  for (let index = tail.length - 1; index >= 0; index--) {
    const line = tail[index];
    if (!line || line.text.length > MAX_SIGNER + 16) continue;
    const mention = dates.find(({ start, end }) => start >= line.start && end <= line.end + 1);
    if (!mention || mention.date.length < 7 || text.slice(mention.end, line.end).replace(/[）)。\s]/gu, '')) continue;
    const before = text.slice(line.start, mention.start).trim();
    if (before && !BODY.test(before.replace(/\s/gu, ''))) continue;
    const signer = before
      ? signerAt(text, line.start, line.start + before.length)
      : signerAbove(text, tail[index - 1], tail[index - 2]);
    // a date alone at the end of a news item is a dateline, not a signature
    if (!signer) continue;
    return { signer, signedDate: dateFinding(text, mention) };
  }
  const last = lines.at(-1);
  const alone =
    last && lines.length > 3 && /^中(?:共|国共产党)/u.test(last.text) ? signerAbove(text, last, undefined) : null;
  return { signer: alone, signedDate: null };
}

const signerAt = (text: string, start: number, end: number): Finding<string> => {
  const quote = text.slice(start, end);
  return { value: quote.replace(/\s+/gu, ''), start, end, quote };
};

/** The signer on the line above the date; a long name may stand on two lines. */
function signerAbove(text: string, line: Line | undefined, above: Line | undefined): Finding<string> | null {
  if (!line || line.text.length > MAX_SIGNER || /[。；;，,？?！!\t]/u.test(line.text) || !BODY.test(line.text))
    return null;
  const split =
    above &&
    /^中(?:共|国共产党)/u.test(above.text) &&
    !/^中(?:共|国共产党)/u.test(line.text) &&
    !/[。；;：:！!？?]/u.test(above.text) &&
    above.text.length + line.text.length < 70;
  return signerAt(text, split ? above.start : line.start, line.end);
}
