import { isOneOf, matchAt, signsOf } from './sticky.ts';

/** 约 节约: the character before that makes a word of the approximator. */
const APPROXIMATORS: readonly (readonly [word: string, not: string])[] = [
  ['不少于', ''],
  ['不低于', ''],
  ['不超过', ''],
  ['不多于', ''],
  ['大约', ''],
  ['大概', ''],
  ['将近', ''],
  ['接近', ''],
  ['超过', ''],
  ['超出', ''],
  ['突破', '得现新'],
  ['不足', '的备'],
  ['不到', '找看得做达想料'],
  ['至少', ''],
  ['近', '最附临邻亲靠贴远切'],
  ['约', '节违预契签履制公合条解特缔守集简婚邀爽'],
  ['超', '赶'],
  ['逾', ''],
];

/** 上百, 过万: only before a multiplier that stands alone; 12家以上 ends in another word. */
const BARE_BEFORE = signsOf('上过');
const BARE = signsOf('百千万亿');
/** What the approximators end in. */
const LAST_SIGNS = signsOf('于过约概近出破足到少超逾上');

/** Where the approximator in front of a numeral starts; `start` itself where there is none. */
export function approximatorBefore(text: string, start: number): number {
  const edge = text.charAt(start - 1) === ' ' ? start - 1 : start;
  if (!isOneOf(LAST_SIGNS, text, edge - 1)) return start;
  for (const [word, not] of APPROXIMATORS) {
    const from = edge - word.length;
    if (!text.endsWith(word, edge)) continue;
    const part = from > 0 && not.includes(text.charAt(from - 1));
    return part || isRecent(text, from, word, start) ? start : from;
  }
  const bare = isOneOf(BARE_BEFORE, text, start - 1) && isOneOf(BARE, text, start);
  return bare && text.charAt(start - 2) !== '以' ? start - 1 : start;
}

const PERIOD_AFTER = /[一二两三四五六七八九十\d]{1,3} ?(?:余|多)?(?:年|个月|天|周|日|个季度)/y;
const LASTING_BEFORE = /(?:历时|长达|耗时|用时|为期|达|已有|用了)$/;

/** 近三年来 looks back over three years; 历时近三年 is nearly three. */
const isRecent = (text: string, from: number, word: string, start: number): boolean =>
  word === '近' &&
  matchAt(PERIOD_AFTER, text, start) !== null &&
  !LASTING_BEFORE.test(text.slice(Math.max(0, from - 2), from));

const FIRST_SIGNS = signsOf('以之左上出有许');
const APPROXIMATOR_AFTER = /以上|以下|以内|之内|左右|上下(?![联贯同级游一])|出头|有余|许(?![多可诺])/y;

/** Where the approximator after a numeral or its unit ends; `end` itself where there is none. */
export function approximatorAfter(text: string, end: number): number {
  return isOneOf(FIRST_SIGNS, text, end) ? end + (matchAt(APPROXIMATOR_AFTER, text, end)?.[0].length ?? 0) : end;
}
