import { isFixedExpression } from './fixed-expressions.ts';
import { type UnitForm, unitAt } from './units.ts';

/**
 * A cardinal numeral of the text. The span holds the numeral alone, with an 余/多/几 inside it (4000余万, 十几)
 * or right after it before a unit (60余|项); approximators before it (约, 近) only set `approx`.
 * 百分之九十六 is the numeral 96 with `percent`; three quarters (四分之三) is 0.75.
 * Numerals with no defensible number (数十, 几十, 若干) are left out.
 */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  /** Of a range the upper end. */
  readonly value: number;
  /** The lower end of a range: 2至3, 三五, 七八十. */
  readonly min?: number;
  /** True for 约 近 超 余 多 以上 左右 and the like, and for 三五, 七八十; a plain 2至3 is not approximate. */
  readonly approx: boolean;
  /** The numeral says per hundred or per thousand itself: 百分之三, 千分之三. */
  readonly percent?: '%' | '‰';
}

/** A numeral as read at one place, before its surroundings were looked at. */
interface Reading {
  readonly end: number;
  readonly value: number;
  readonly min?: number;
  readonly approx: boolean;
  /** What it looks like, which decides how much context it needs to count as a numeral. */
  readonly shape: 'arabic' | 'digit' | 'bare' | 'short' | 'juxtaposed' | 'long';
  /** Value without its last 万/亿, and that multiplier: the 3 and 10,000 of 3万, for ranges like 2至3万. */
  readonly head: number;
  readonly multiplier: number;
  readonly percent?: '%' | '‰';
}

const DIGIT_VALUES: Readonly<Record<string, number>> = Object.fromEntries(
  Array.from('〇零一二两三四五六七八九', (sign, place) => [sign, [0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9][place] ?? 0]),
);
const UNIT_VALUES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 廿: 20, 卅: 30 };
const BIG: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 万亿: 1e12 };

const MAX_DIGITS = 15;
const MAX_VALUE = 9e15;
/** 一千二百三十四万五千六百七十八 has 15 characters; nothing honest is much longer. */
const MAX_CHINESE = 24;

const D = '[一二两三四五六七八九]';
const ZERO = '[零〇]';
const TENS = `(?:${D}?十|廿|卅)${D}?`;
const HUNDREDS = `${D}百(?:${TENS}|${ZERO}${D}|${D})?`;
const THOUSANDS = `${D}千(?:${HUNDREDS}|${ZERO}(?:${TENS}|${D})|${D})?`;
const SECTION = `(?:${THOUSANDS}|${HUNDREDS}|${TENS}|${D})`;
/** Up to three groups of four: …亿…万…; a last single digit is shorthand for the next lower unit (一万二, 三千五). */
const INTEGER = new RegExp(`^${SECTION}(?:(?:万亿|亿|万)${ZERO}?(?:${SECTION})?){0,3}$`);
const BARE = /^[百千]?(?:万亿|万|亿)?$/;
const PAIR = new RegExp(`^(${D})(${D})([十百千]?)(万亿|万|亿)?$`);
const TEEN_PAIR = new RegExp(`^(${D}?)十(${D})(${D})(万亿|万|亿)?$`);
const TENS_AND_SOME = new RegExp(`^(${D}?)十几(万亿|万|亿)?$`);
const DIGIT_BY_DIGIT = /^[〇零一二三四五六七八九]{2,15}$/;

/** 千 and 百 in front of these are prefixes of a unit: 502千焦, 500千克, 3百帕. */
const PREFIXED = '焦瓦米克卡伏帕赫安兆';
const GROUPED = /^\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?$/;
const DECIMAL = /^\d+(?:\.\d+)?$/;
const MULTIPLIER = new RegExp(
  `([余多来几]?)(百(?![分货姓强${PREFIXED}])|千(?![${PREFIXED}]))?([余多]?)(万亿|万(?![能象科])|亿)?`,
  'y',
);
const SECOND_TERM = /(\d{1,4})(百|千)?(万|亿)?/y;
const CHINESE_DECIMALS = /点([〇零一二三四五六七八九]{1,6})(?![十百千分刻半])(万亿|万|亿)?/y;
const CHINESE_RUN = /[〇零一二两三四五六七八九十百千万亿廿卅几数]+/y;
/** Bounded, so that a text of nothing but digits and commas is read once; what follows a cut is no numeral (a digit is before it). */
const ARABIC_RUN = /[0-9０-９](?:[0-9０-９,，.．]{0,30}[0-9０-９])?/y;
const ANY_RUN = /[0-9０-９](?:[0-9０-９,，.．]{0,30}[0-9０-９])?|[〇零一二两三四五六七八九十百千万亿廿卅几数]+/g;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const FULL_WIDTH = /[０-９．]/g;
const toHalfWidth = (raw: string): string =>
  raw.replace(FULL_WIDTH, (sign) => (sign === '．' ? '.' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0)));

const digit = (sign: string | undefined): number => DIGIT_VALUES[sign ?? ''] ?? 0;

/** One group below 万: 三千二百一十五, 十二, 三千五 (3500). */
function sectionValue(section: string): number {
  let sum = 0;
  let pending = 0;
  let last = 0;
  for (const sign of section) {
    const unit = UNIT_VALUES[sign];
    if (unit === undefined) {
      pending = digit(sign);
      if (pending === 0) last = 0;
    } else {
      sum += unit > 10 && unit < 100 ? unit : (pending || 1) * unit;
      pending = 0;
      last = unit;
    }
  }
  return sum + (last >= 100 && last % 100 === 0 ? (pending * last) / 10 : pending);
}

/** 两亿三千万 → 230,000,000; 一万二 → 12,000; null where the groups do not fall. */
function integerValue(run: string): number | null {
  let sum = 0;
  let lastBig = Number.POSITIVE_INFINITY;
  for (const [, section = '', big = ''] of run.matchAll(/([^万亿]*)(万亿|万|亿)?/g)) {
    if (section === '' && big === '') continue;
    const multiplier = BIG[big] ?? 1;
    if (multiplier >= lastBig) return null;
    const shorthand = big === '' && Number.isFinite(lastBig) && section.length === 1;
    sum += sectionValue(section) * (shorthand ? lastBig / 10 : multiplier);
    lastBig = multiplier;
  }
  return sum;
}

/** 三五, 七八: neighbours, and 三五 by custom; anything else that stands side by side is no number. */
const isJuxtaposed = (low: number, high: number): boolean => high === low + 1 || (low === 3 && high === 5);

type ChineseValue = Omit<Reading, 'end'>;

function chinese(value: number, shape: Reading['shape'], big: string | undefined, min?: number): ChineseValue {
  const multiplier = BIG[big ?? ''] ?? 1;
  return {
    value: value * multiplier,
    approx: min !== undefined,
    shape,
    head: value,
    multiplier,
    ...(min === undefined ? {} : { min: min * multiplier }),
  };
}

function juxtaposedValue(run: string): ChineseValue | null {
  const pair = PAIR.exec(run);
  if (pair) {
    const [low, high] = [digit(pair[1]), digit(pair[2])];
    const unit = UNIT_VALUES[pair[3] ?? ''] ?? 1;
    return isJuxtaposed(low, high) ? chinese(high * unit, 'juxtaposed', pair[4], low * unit) : null;
  }
  const teen = TEEN_PAIR.exec(run);
  if (!teen) return null;
  const [low, high] = [digit(teen[2]), digit(teen[3])];
  const tens = (digit(teen[1]) || 1) * 10;
  return isJuxtaposed(low, high) ? chinese(tens + high, 'juxtaposed', teen[4], tens + low) : null;
}

/** The value of a whole run of Chinese numeral characters, or null where it is no number. */
function chineseValue(run: string): ChineseValue | null {
  if (run.length > MAX_CHINESE) return null;
  const some = TENS_AND_SOME.exec(run);
  if (some) return { ...chinese((digit(some[1]) || 1) * 10, 'long', some[2]), approx: true };
  if (INTEGER.test(run)) {
    const value = integerValue(run);
    const big = /(?:万亿|万|亿)$/.exec(run)?.[0];
    const multiplier = BIG[big ?? ''] ?? 1;
    const shape = run.length > 2 || big !== undefined ? 'long' : run.length === 2 || run === '廿' ? 'short' : 'digit';
    return value === null ? null : { value, approx: false, shape, head: value / multiplier, multiplier };
  }
  if (BARE.test(run)) {
    const small = UNIT_VALUES[run.charAt(0)] ?? 1;
    return chinese(small, 'bare', run.replace(/^[百千]/, ''));
  }
  const juxtaposed = juxtaposedValue(run);
  if (juxtaposed) return juxtaposed;
  if (DIGIT_BY_DIGIT.test(run) && (run.length > 2 || /[〇零]/.test(run)))
    return chinese(Number(Array.from(run, digit).join('')), 'juxtaposed', undefined);
  return run === '〇' || run === '零' ? chinese(0, 'digit', undefined) : null;
}

function chineseReading(text: string, at: number, run: string): Reading | null {
  const trimmed = run.length > 1 && run.endsWith('千') && PREFIXED.includes(text.charAt(at + run.length) || ' ');
  const whole = trimmed ? run.slice(0, -1) : run;
  const read = chineseValue(whole);
  if (!read) return null;
  const end = at + whole.length;
  const decimals = read.min === undefined && !trimmed ? matchAt(CHINESE_DECIMALS, text, end) : null;
  if (!decimals) return { ...read, end };
  const fraction = Array.from(decimals[1] ?? '', digit).join('');
  const multiplier = BIG[decimals[2] ?? ''] ?? 1;
  const head = Number(`${read.value}.${fraction}`);
  const value = Number(`${read.value}.${fraction}e${Math.log10(multiplier)}`);
  return { value, approx: false, shape: 'long', head, multiplier, end: end + decimals[0].length };
}

/** The plain Arabic number in `run` as written; a comma that groups no thousands ends it. */
function arabicHead(run: string): string | null {
  const half = toHalfWidth(run);
  const plain = GROUPED.test(half) || DECIMAL.test(half) ? half : (/^\d+(?:\.\d+)?(?=[,，])/.exec(half)?.[0] ?? null);
  if (plain === null || /^0\d/.test(plain)) return null;
  return plain.replace(/\D/g, '').length > MAX_DIGITS ? null : plain;
}

function arabicReading(text: string, at: number, run: string): Reading | null {
  const plain = arabicHead(run);
  if (plain === null) return null;
  const mantissa = plain.replaceAll(/[,，]/g, '');
  const numberEnd = at + plain.length;
  const [whole = '', some = '', small = '', more = '', big = ''] = matchAt(MULTIPLIER, text, numberEnd) ?? [];
  const multiplied = small !== '' || big !== '';
  const power = Math.log10((UNIT_VALUES[small] ?? 1) * (BIG[big] ?? 1));
  const reading: Reading = {
    end: multiplied ? numberEnd + whole.length : numberEnd,
    value: Number(`${mantissa}e${power}`),
    approx: multiplied && (some !== '' || more !== ''),
    shape: 'arabic',
    head: Number(mantissa),
    multiplier: 10 ** power,
  };
  return multiplied && !reading.approx ? withSecondTerms(text, reading) : reading;
}

/** 1亿2千万, 3万5千: further terms, each below the one before. */
function withSecondTerms(text: string, first: Reading): Reading {
  let { end, value, multiplier } = first;
  for (let round = 0; round < 2; round += 1) {
    const [whole = '', digits = '', small = '', big = ''] = matchAt(SECOND_TERM, text, end) ?? [];
    const step = (UNIT_VALUES[small] ?? 1) * (BIG[big] ?? 1);
    if (step === 1 || Number(digits) * step >= multiplier) break;
    if (small === '千' && big === '' && PREFIXED.includes(text.charAt(end + whole.length) || ' ')) break;
    value += Number(digits) * step;
    end += whole.length;
    multiplier = step;
  }
  return end === first.end ? first : { ...first, end, value, head: value, multiplier: 1 };
}

function readingAt(text: string, at: number, run: string): Reading | null {
  const reading = isArabic(run) ? arabicReading(text, at, run) : chineseReading(text, at, run);
  return reading && reading.value <= MAX_VALUE ? reading : null;
}

const isArabic = (run: string): boolean => /^[0-9０-９]/.test(run);

function runAt(text: string, at: number): string | null {
  return (matchAt(ARABIC_RUN, text, at) ?? matchAt(CHINESE_RUN, text, at))?.[0] ?? null;
}

const PER: Readonly<Record<string, '%' | '‰'>> = { 百: '%', 千: '‰' };

/** 三分之二, 百分之九十六点七, 百分之百: what stands after 分之 over what stands before it. */
function fractionAt(text: string, at: number, run: string): Reading | null {
  const over = at + run.length;
  if (!text.startsWith('分之', over)) return null;
  const below = runAt(text, over + 2);
  const top = below === null ? null : readingAt(text, over + 2, below);
  if (top === null || below === null) return null;
  const percent = PER[run];
  if (percent !== undefined) return { ...top, shape: 'long', percent };
  const bottom = readingAt(text, at, run);
  if (!bottom || bottom.end !== over || bottom.value <= 1) return null;
  return { end: top.end, value: top.value / bottom.value, approx: false, shape: 'long', head: 0, multiplier: 1 };
}

/**
 * The number that the whole string writes: '1.2万', '三十八', '二〇二二', '1,306', '百分之三' (0.03); null where it
 * is none, or more than one: ranges, 三五, 200多.
 */
export function readNumeral(raw: string): number | null {
  const run = runAt(raw, 0);
  if (run === null) return null;
  const reading = fractionAt(raw, 0, run) ?? readingAt(raw, 0, run);
  if (!reading || reading.end !== raw.length || reading.approx || reading.min !== undefined) return null;
  if (reading.shape === 'bare' && !reading.percent) return null;
  if (reading.percent) return Number(`${reading.value}e${reading.percent === '%' ? -2 : -3}`);
  return reading.value;
}

const LINE_START_WINDOW = 8;

function isLineStart(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && at - before <= LINE_START_WINDOW && /[ \t\u00a0\u3000]/.test(text.charAt(before))) before -= 1;
  return before < 0 || text.charAt(before) === '\n';
}

const OPENING_BRACKETS = '(（〔[【［';
const CLOSING_BRACKETS = ')）〕]】］';

/** （三）, (2), 〔2018〕, [1]: a number alone in brackets marks a list, a year or a note. */
const isBracketed = (text: string, start: number, end: number): boolean =>
  start > 0 && OPENING_BRACKETS.includes(text.charAt(start - 1)) && CLOSING_BRACKETS.includes(text.charAt(end) || ' ');

const QUOTED = /[^“”‘’"「」『』，。；\n]{1,12}(?=[”’"」』])/y;

/** Where a short quoted phrase ends that starts with a numeral: “四个再”, “5个100%” are names; “90%以上” counts. */
function quotedNameEnd(text: string, start: number): number {
  if (start === 0 || !'“‘"「『'.includes(text.charAt(start - 1))) return start;
  const phrase = matchAt(QUOTED, text, start)?.[0] ?? '';
  return /^[\d.,]+(?:%|[万亿]?元)/.test(phrase) ? start : start + phrase.length;
}

/** Before the numeral: 第三, 其一, 周五, 初一, 之二 – ordinals and names, not counts. */
const ORDINAL_BEFORE = '第其周初之双';
/** Before 一: 这一, 每一个, 新一轮, 统一, 唯一, 万一 – which one, not how many. */
const POINTING_BEFORE = '这那每某另同哪任何新上下前后首统唯专单归逐划合一另各此该本';
/** After the numeral: 三中全会, 十九届, 62号, 19楼, 90后, 3月 – names, addresses, dates. */
const NAME_AFTER = /[号届楼月路室冶局厂矿]|中全会|后(?=[^来续期面方])|分之/y;
const RANK_UNITS = new Set(['期', '组', '班', '队']);
/** 二 before a measure word names a rank (二级, 二期); the count is 两. Formal texts do count people so. */
const COUNTED_WITH_ER = new Set(['人', '名', '位', '项', '倍', '人次']);

/** 一企一策, 一项一项: each its own, one by one. */
const isDistributive = (text: string, start: number, end: number, form: string): boolean =>
  text.charAt(end + 1) === '一' ||
  text.startsWith('一', end + form.length) ||
  (text.startsWith(form, start - form.length) && text.charAt(start - form.length - 1) === '一');

/** Whether a single Chinese digit counts things here. */
function isDigitCount(text: string, start: number, end: number, unit: UnitForm | null): boolean {
  const sign = text.charAt(start);
  const before = start === 0 ? '' : text.charAt(start - 1);
  if (!unit || unit.after === 'digits') return false;
  if (sign === '一') {
    if (unit.after !== 'any' || POINTING_BEFORE.includes(before || ' ')) return false;
    return !isDistributive(text, start, end, unit.form);
  }
  if (sign === '二') return COUNTED_WITH_ER.has(unit.unit);
  if (unit.form === '级' || unit.form === '版') return sign === '两';
  if (RANK_UNITS.has(unit.form)) {
    if ('察视导查评核案作'.includes(before || ' ')) return false;
    return !/[工项厂机建]/.test(text.charAt(end + unit.form.length));
  }
  return true;
}

const BARE_APPROXIMATORS = '近上逾超过约';

/** Whether a Chinese reading has the surroundings that its shape asks for. */
function isChineseCount(text: string, start: number, reading: Reading, end: number, unit: UnitForm | null): boolean {
  switch (reading.shape) {
    case 'digit':
      return text.charAt(start) === '十'
        ? unit !== null && unit.after !== 'digits'
        : isDigitCount(text, start, end, unit);
    case 'bare':
      return (end > reading.end || (start > 0 && BARE_APPROXIMATORS.includes(text.charAt(start - 1)))) && unit !== null;
    case 'short':
      return unit !== null || approximatorBefore(text, start) < start;
    case 'juxtaposed':
      return unit !== null;
    default:
      return true;
  }
}

const SPACE = /[ \u00a0\u3000]/;

/** Where a unit may start after a numeral: right behind it, or behind one space (共 63 项). */
export const skipSpace = (text: string, at: number): number =>
  SPACE.test(text.charAt(at)) && !SPACE.test(text.charAt(at + 1)) ? at + 1 : at;

const countedUnitAt = (text: string, at: number): UnitForm | null => unitAt(text, skipSpace(text, at));

const CLOCK = /\d{1,2}[:：]\d{2}(?:[:：]\d{2})?/y;
const HYPHENATED = /\d{1,15}(?:[-－–]\d{1,15}){1,6}/y;
const ID_BEFORE = /[A-Za-z0-9_.·/+〔\\#№@&=?$-]/;
const CONTACT_BEFORE =
  /(?:邮编|邮政编码|电话|传真|热线|手机|座机|QQ|号码|微信|微信号|账号|帐号|代码|编号|信箱|邮箱)[^，。；\n0-9]{0,6}$/;
const CONTACT_WINDOW = 12;

/** 4G, 2018/3, 8:30, 7·20, 1+3, 2. and the like: what follows makes the digits part of something else. */
const ID_AFTER = /[A-Za-z_@+°′=\\]|\/(?=\d)|[:：](?=\d)|[·.．](?=\d)|[.．](?!\d)|[时](?!间)/y;

const isIdentifierBefore = (text: string, start: number): boolean =>
  start > 0 && ID_BEFORE.test(text.charAt(start - 1));

const isContactNumber = (text: string, start: number): boolean =>
  CONTACT_BEFORE.test(text.slice(Math.max(0, start - CONTACT_WINDOW), start));

/** A year, a month, a day of the month, a clock hour. */
function isDatePart(text: string, start: number, end: number): boolean {
  const next = text.charAt(end);
  if (next === '年') return /(?:^|\D)(?:1[89]|20|21)\d{2}$/.test(toHalfWidth(text.slice(start, end)));
  if (next === '分') return /[点时]/.test(text.charAt(start - 1));
  if (next === '日') return !/^日(?:以)?内/.test(text.slice(end, end + 3)) || text.charAt(start - 1) === '月';
  return false;
}

const isYear = (raw: string): boolean => /^(?:1[89]|20|21)\d{2}$/.test(toHalfWidth(raw));

/** Whether an Arabic number is a cardinal and no part of a date, an identifier, a list marker. */
function isArabicCount(text: string, start: number, end: number, unit: UnitForm | null): boolean {
  if (matchAt(ID_AFTER, text, end) && !unit) return false;
  if (isDatePart(text, start, end) || unit?.form === '级') return false;
  if (!unit && /[点:：]/.test(text.charAt(end))) return false;
  const plain = /^\d+$/.test(text.slice(start, end));
  if (plain && !unit && end - start >= 7) return false;
  if (plain && end - start >= 3 && isContactNumber(text, start)) return false;
  return !(isLineStart(text, start) && /[、)）．]/.test(text.charAt(end)));
}

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
  ['约', '节违预契签履制公合条解失特缔守集简婚邀爽'],
  ['超', '赶'],
  ['逾', ''],
];

/** Where the approximator in front of a numeral starts; `start` itself where there is none. */
export function approximatorBefore(text: string, start: number): number {
  const edge = start > 0 && text.charAt(start - 1) === ' ' ? start - 1 : start;
  for (const [word, not] of APPROXIMATORS) {
    const from = edge - word.length;
    if (from < 0 || !text.startsWith(word, from)) continue;
    if (from > 0 && not.includes(text.charAt(from - 1))) return start;
    return isRecent(text, from, word, start) ? start : from;
  }
  const bare = start > 0 && '上过'.includes(text.charAt(start - 1)) && '百千万亿'.includes(text.charAt(start) || ' ');
  return bare ? start - 1 : start;
}

const PERIOD_AFTER = /[一二两三四五六七八九十\d]{1,3} ?(?:余|多)?(?:年|个月|天|周|日|个季度)/y;
const LASTING_BEFORE = /(?:历时|长达|耗时|用时|为期|达|已有|用了)$/;

/** 近三年来 looks back over three years; 历时近三年 is nearly three. */
const isRecent = (text: string, from: number, word: string, start: number): boolean =>
  word === '近' &&
  matchAt(PERIOD_AFTER, text, start) !== null &&
  !LASTING_BEFORE.test(text.slice(Math.max(0, from - 2), from));

const APPROXIMATOR_AFTER = /以上|以下|以内|之内|左右|上下(?![联贯同级游一])|出头|有余|许(?![多可诺])/y;

/** Where the approximator after a numeral or its unit ends; `end` itself where there is none. */
export function approximatorAfter(text: string, end: number): number {
  return end + (matchAt(APPROXIMATOR_AFTER, text, end)?.[0].length ?? 0);
}

/** 60余项, 200多个, 十来个: the approximator between numeral and unit, or ''. */
function innerApproximator(text: string, reading: Reading): string {
  const sign = text.charAt(reading.end);
  if (!'余多来几'.includes(sign || ' ') || reading.min !== undefined || reading.value < 10) return '';
  if (sign !== '余' && reading.value % 10 !== 0) return '';
  return countedUnitAt(text, reading.end + 1) === null ? '' : sign;
}

const CONNECTOR = /至|到|—{1,2}|[-－–~～]/y;

/** 2至3, 三到五, 2至3万: the range that starts with `low`, or null. */
function rangeFrom(text: string, low: Reading): Reading | null {
  const connector = matchAt(CONNECTOR, text, low.end);
  if (!connector || low.min !== undefined || low.approx) return null;
  const at = low.end + connector[0].length;
  const run = runAt(text, at);
  const high = run === null ? null : readingAt(text, at, run);
  if (!high || high.approx || high.min !== undefined || (low.shape === 'arabic') !== (high.shape === 'arabic'))
    return null;
  const min = low.multiplier === 1 && low.value < high.head ? low.value * high.multiplier : low.value;
  if (min >= high.value) return null;
  return {
    ...high,
    min,
    shape: low.shape === 'arabic' ? 'arabic' : high.shape === 'digit' ? 'juxtaposed' : high.shape,
  };
}

/** 第一、二、三巡视组, 第一至第六: where the run of ordinals ends that starts at 第. */
const ORDINALS =
  /第 ?(?:\d{1,4}|[〇零一二三四五六七八九十百]{1,6})(?:[、至到和\-—～~]第?(?:\d{1,4}|[一二三四五六七八九十百]{1,6})(?![\d年月日.]))*/y;

/** 1. 2.1 2．: the number of a heading or item at the start of a line, with the sign that ends it. */
const HEADING_NUMBER =
  /\d{1,2}(?:[.．]\d{1,2}){1,3}(?![\d.．]| ?[%％‰万亿千百个倍元吨公米平亩年岁])|\d{1,3}[.．](?!\d)/y;
/** 2.5家: things that cannot be halved follow the point, so 2. numbers the item and 5 counts. */
const NUMBERED_COUNT = /(\d{1,2})[.．](\d{1,4}) ?(?:[家项件名起份宗户场期人次所座台辆条]|个(?!百分点|月))/y;
const NUMBERED_DATE = /\d{1,2}[.．](?=(?:19|20)\d{2}年|\d{1,2}月)/y;

/** Where the list marker ends that starts at `at`; `at` itself where there is none. */
function markerEnd(text: string, at: number): number {
  const before = at === 0 ? '\n' : text.charAt(at - 1);
  if (!/[\s。；：:;]/.test(before)) return at;
  const dated = matchAt(NUMBERED_DATE, text, at);
  if (dated) return at + dated[0].length;
  const counted = matchAt(NUMBERED_COUNT, text, at);
  if (counted) return at + (counted[1]?.length ?? 0) + 1;
  if (!isLineStart(text, at)) return at;
  return at + (matchAt(HEADING_NUMBER, text, at)?.[0].length ?? 0);
}

/** 总数十五项, 人数三人: 数 ends a noun there and does not mean "several". */
const COUNT_NOUNS = '总人件次个户金指分系基倍笔页份票天期';

/** The numeral at `start`, or where to go on reading. */
function numeralAt(text: string, start: number, run: string, marked = false): Numeral | number {
  const reading = fractionAt(text, start, run) ?? readingAt(text, start, run);
  if (!reading) return start + run.length;
  const range = rangeFrom(text, reading);
  const whole = range ?? reading;
  const inner = range ? '' : innerApproximator(text, whole);
  const end = whole.end + inner.length;
  const unit = countedUnitAt(text, end);
  if (!isCount(text, start, whole, end, unit, marked)) return whole.end;
  const approx =
    whole.approx || inner !== '' || approximatorBefore(text, start) < start || approximatorAfter(text, end) > end;
  return {
    start,
    end,
    value: whole.value,
    ...(whole.min === undefined ? {} : { min: whole.min }),
    approx,
    ...(whole.percent ? { percent: whole.percent } : {}),
  };
}

function isCount(
  text: string,
  start: number,
  reading: Reading,
  end: number,
  unit: UnitForm | null,
  marked: boolean,
): boolean {
  if (isBracketed(text, start, end) || isFixedExpression(text, start)) return false;
  if (start > 0 && ORDINAL_BEFORE.includes(text.charAt(start - 1))) return false;
  if (matchAt(NAME_AFTER, text, end)) return false;
  if (reading.shape === 'arabic')
    return (marked || !isIdentifierBefore(text, start)) && isArabicCount(text, start, end, unit);
  if (text.charAt(end) === '年' && DIGIT_BY_DIGIT.test(text.slice(start, end))) return false;
  return isChineseCount(text, start, reading, end, unit);
}

/**
 * Every cardinal numeral of the text, in order, never overlapping: not ordinals (第三十八), list markers (一、 1.),
 * dates, clock times, telephone numbers, document numbers or set expressions (八项规定).
 * Reads each character a bounded number of times.
 */
export function findNumerals(text: string): Numeral[] {
  const found: Numeral[] = [];
  let at = 0;
  for (;;) {
    const match = matchAt(ANY_RUN, text, at);
    if (!match) return found;
    const [run] = match;
    const next = nextNumeral(text, match.index, run);
    if (typeof next === 'number') at = Math.max(next, match.index + 1);
    else {
      found.push(next);
      at = next.end;
    }
  }
}

/** Where the ordinals end whose first one has its number at `start`; `start` itself where 第 is not before it. */
function ordinalsEnd(text: string, start: number, run: string): number {
  const sign = start > 1 && text.charAt(start - 1) === ' ' ? start - 2 : start - 1;
  if (sign < 0 || text.charAt(sign) !== '第') return start;
  const ordinals = matchAt(ORDINALS, text, sign);
  return ordinals ? sign + ordinals[0].length : start + run.length;
}

function nextNumeral(text: string, start: number, run: string): Numeral | number {
  const skip = Math.max(ordinalsEnd(text, start, run), quotedNameEnd(text, start));
  if (skip > start) return skip;
  if (!isArabic(run)) return chineseNumeral(text, start, run);
  const marked = markerEnd(text, start);
  if (marked > start) return afterMarker(text, marked);
  const clock = matchAt(CLOCK, text, start);
  if (clock) return start + clock[0].length;
  const hyphenated = matchAt(HYPHENATED, text, start);
  if (hyphenated && !isRange(hyphenated[0], text, start)) return start + hyphenated[0].length;
  return numeralAt(text, start, run);
}

/** What follows a list marker may be a numeral at once: 2.5家 is item 2 with five. */
function afterMarker(text: string, at: number): Numeral | number {
  const run = matchAt(ARABIC_RUN, text, at)?.[0];
  return run === undefined || isYear(run.slice(0, 4)) ? at : numeralAt(text, at, run, true);
}

/** 3-5 as in 3-5年; not 2020-10-26, 010-66293348, 2018-2022. */
function isRange(raw: string, text: string, start: number): boolean {
  const [low = '', high = '', more] = raw.split(/[-－–]/);
  if (more !== undefined || low.startsWith('0') || high.startsWith('0') || high.length > 6) return false;
  if (isYear(low) && isYear(high)) return false;
  return Number(low) < Number(high) || text.charAt(start + raw.length) === '.';
}

function chineseNumeral(text: string, start: number, run: string): Numeral | number {
  if (!/[几数]/.test(run)) return numeralAt(text, start, run);
  if (run.startsWith('数') && run.length > 1 && start > 0 && COUNT_NOUNS.includes(text.charAt(start - 1)))
    return start + 1;
  return /^[^几数]*十几/.test(run) ? numeralAt(text, start, run) : start + run.length;
}
