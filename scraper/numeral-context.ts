import { approximatorBefore } from './approximators.ts';
import { DIGIT_BY_DIGIT, type Reading, toHalfWidth } from './numeral-grammar.ts';
import { isOneOf, matchAt, signsOf } from './sticky.ts';
import { type UnitForm, unitAt } from './units.ts';

/** A reading with its place: the numeral itself, where it ends with its 余/多, and the unit behind it. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly reading: Reading;
  readonly unit: UnitForm | null;
  /** A list marker ends right before it, as in 2.5家. */
  readonly marked: boolean;
}

const SPACES = signsOf(' \u00a0\u3000');

/** Where a unit may start after a numeral: right behind it, or behind one space (共 63 项). */
export const skipSpace = (text: string, at: number): number =>
  isOneOf(SPACES, text, at) && !isOneOf(SPACES, text, at + 1) ? at + 1 : at;

export const unitAfter = (text: string, at: number): UnitForm | null => unitAt(text, skipSpace(text, at));

// ── What stands before: ordinals, quoted names, list markers ────────────────────────────────────────────────────────

/** 第一、二、三巡视组, 第一至第六: the run of ordinals that starts at 第. */
const ORDINALS =
  /第 ?(?:\d{1,4}|[〇零一二三四五六七八九十百]{1,6})(?:[、至到和\-—～~]第?(?:\d{1,4}|[一二三四五六七八九十百]{1,6})(?![\d年月日.]))*/y;

/** Where the ordinals end whose first one has its number at `start`; `start` itself where 第 is not before it. */
export function ordinalsEnd(text: string, start: number, run: string): number {
  const sign = text.charAt(start - 1) === ' ' ? start - 2 : start - 1;
  if (text.charAt(sign) !== '第') return start;
  const ordinals = matchAt(ORDINALS, text, sign);
  return ordinals ? sign + ordinals[0].length : start + run.length;
}

const OPENING_QUOTES = signsOf('“‘"「『');
const QUOTED = /[^“”‘’"「」『』，。；\n]{1,12}(?=[”’"」』])/y;
const STRAIGHT_WINDOW = 120;

/** Straight quotation marks look alike: the one at `at` opens where the line has an even number of them before it. */
function isOpeningQuote(text: string, at: number): boolean {
  if (text.charAt(at) !== '"') return true;
  const line =
    text
      .slice(Math.max(0, at - STRAIGHT_WINDOW), at)
      .split('\n')
      .at(-1) ?? '';
  return line.split('"').length % 2 === 1;
}

/** Where a short quoted phrase ends that starts with a numeral: “四个再”, “5个100%” are names; “90%以上” counts. */
export function quotedNameEnd(text: string, start: number): number {
  if (!isOneOf(OPENING_QUOTES, text, start - 1) || !isOpeningQuote(text, start - 1)) return start;
  const phrase = matchAt(QUOTED, text, start)?.[0] ?? '';
  return /^[\d.,]+(?:%|[万亿]?元)/.test(phrase) ? start : start + phrase.length;
}

const BLANKS = signsOf(' \t\u00a0\u3000');
const LINE_START_WINDOW = 8;

function isLineStart(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= at - LINE_START_WINDOW && isOneOf(BLANKS, text, before)) before -= 1;
  return before < 0 || text.charAt(before) === '\n';
}

const POINTS = signsOf('.．');
/** 1. 2.1 2．: the number of a heading or item at the start of a line, with the sign that ends it. */
const HEADING_NUMBER =
  /\d{1,2}(?:[.．]\d{1,2}){1,3}(?![\d.．]| ?[%％‰万亿千百个倍元吨公米平亩年岁])|\d{1,3}[.．](?!\d)/y;
/** 2.5家: things that cannot be halved follow the point, so 2. numbers the item and 5 counts. */
const NUMBERED_COUNT = /(\d{1,2})[.．](\d{1,4}) ?(?:[家项件名起份宗户场期人次所座台辆条]|个(?!百分点|月))/y;
const NUMBERED_DATE = /\d{1,2}[.．](?=(?:19|20)\d{2}年|\d{1,2}月)/y;

/** Where the list marker ends that starts at `at`; `at` itself where there is none. */
export function markerEnd(text: string, at: number, run: string): number {
  // 2. or 2.1: a point behind the run or inside it
  if (!isOneOf(POINTS, text, at + run.length) && (run.length < 3 || !/[.．]/.test(run))) return at;
  if (at > 0 && !/[\s。；：:;]/.test(text.charAt(at - 1))) return at;
  const dated = matchAt(NUMBERED_DATE, text, at);
  if (dated) return at + dated[0].length;
  const counted = matchAt(NUMBERED_COUNT, text, at);
  if (counted) return at + (counted[1]?.length ?? 0) + 1;
  return isLineStart(text, at) ? at + (matchAt(HEADING_NUMBER, text, at)?.[0].length ?? 0) : at;
}

// ── Digits of something else: clock times, telephone and document numbers, dates ────────────────────────────────────

const COLONS = signsOf(':：');
const HYPHENS = signsOf('-－–');
const CLOCK = /\d{1,2}[:：]\d{2}(?:[:：]\d{2})?/y;
const HYPHENATED = /\d{1,15}(?:[-－–]\d{1,15}){1,6}/y;

const isYear = (raw: string): boolean => /^(?:1[89]|20|21)\d{2}$/.test(toHalfWidth(raw));

/** 3-5 as in 3-5年; not 2020-10-26, 010-66293348, 2018-2022. */
function isRange(hyphenated: string): boolean {
  const [low = '', high = '', more] = hyphenated.split(/[-－–]/);
  if (more !== undefined || low.startsWith('0') || high.startsWith('0') || high.length > 6) return false;
  return !(isYear(low) && isYear(high)) && Number(low) < Number(high);
}

/** Where a clock time or a hyphenated identifier ends that starts at `start`; `start` itself where there is none. */
export function identifierEnd(text: string, start: number, run: string): number {
  const after = start + run.length;
  if (isOneOf(COLONS, text, after)) return start + (matchAt(CLOCK, text, start)?.[0].length ?? 0);
  if (!isOneOf(HYPHENS, text, after)) return start;
  const hyphenated = matchAt(HYPHENATED, text, start)?.[0] ?? '';
  return hyphenated === '' || isRange(hyphenated) ? start : start + hyphenated.length;
}

/** Whether the digits at the end of a marker are the year of a date: 1.2015年. */
export const isYearAt = (run: string): boolean => isYear(run.slice(0, 4));

const IDENTIFIER_SIGNS = signsOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.·/+〔\\#№@&=?$');
/** 4G, 2018/3, 8:30, 7·20, 1+3, 2. and the like: what follows makes the digits part of something else. */
const IDENTIFIER_AFTER = /[A-Za-z_@+°′=\\.．点]|[/:：·](?=\d)|[:：]|时(?!间)/y;
const CONTACT_BEFORE =
  /(?:邮编|邮政编码|电话|传真|热线|手机|座机|QQ|号码|微信|微信号|账号|帐号|代码|编号|信箱|邮箱)[^，。；\n0-9]{0,6}$/;
const CONTACT_WINDOW = 12;
/** A longer number without a unit, separators or decimals is a telephone or account number. */
const LONGEST_BARE = 6;

/** A telephone number, a postcode: named so, or too long to count anything. */
function isContactNumber(text: string, start: number, end: number): boolean {
  if (!/^[0-9０-９]{3,}$/.test(text.slice(start, end))) return false;
  return end - start > LONGEST_BARE || CONTACT_BEFORE.test(text.slice(Math.max(0, start - CONTACT_WINDOW), start));
}

const DATE_SIGNS = signsOf('年日分');
const CLOCK_SIGNS = signsOf('点时');
const YEAR_NUMBER = /(?:^|\D)(?:1[89]|20|21)\d{2}$/;
/** 18年10月, a year of two digits. */
const YEAR_MONTH = /年\d{1,2}月/y;
/** A year, a day of the month, the minutes of a clock time; months are names. */
function isDatePart(text: string, start: number, end: number): boolean {
  if (!isOneOf(DATE_SIGNS, text, end)) return false;
  const next = text.charAt(end);
  if (next === '年')
    return YEAR_NUMBER.test(toHalfWidth(text.slice(start, end))) || matchAt(YEAR_MONTH, text, end) !== null;
  if (next === '分') return isOneOf(CLOCK_SIGNS, text, start - 1);
  return !/^日(?:[以之])?内/.test(text.slice(end, end + 3)) || text.charAt(start - 1) === '月';
}

const MARKER_SIGNS = signsOf('、)）');
/** PPT2, COVID-19, 2018/3: the digits go on from what stands before. */
const isIdentifierBefore = (text: string, start: number): boolean =>
  isOneOf(IDENTIFIER_SIGNS, text, text.charAt(start - 1) === '-' ? start - 2 : start - 1);

/** Whether an Arabic number is a cardinal and no part of a date, an identifier, a list marker. */
function isArabicCount(text: string, { start, end, unit, marked }: Candidate): boolean {
  if (!marked && isIdentifierBefore(text, start)) return false;
  if (isDatePart(text, start, end)) return false;
  if (unit) return unit.form !== '级';
  if (matchAt(IDENTIFIER_AFTER, text, end) || isContactNumber(text, start, end)) return false;
  return !(isOneOf(MARKER_SIGNS, text, end) && isLineStart(text, start));
}

// ── Chinese numerals: a single digit is in a hundred words that count nothing ───────────────────────────────────────

/** Before 一: 这一, 每一个, 新一轮, 统一, 唯一, 万一 – which one, not how many. */
const POINTING_BEFORE = signsOf('这那每某另同哪任何新上下前后首统唯专单归逐划合一各此该本');
/** With these units Chinese digits number as well as count: 市委巡察五组, 三期工程. */
const RANK_UNITS = new Set(['期', '组', '班', '队']);
const RANK_BEFORE = signsOf('察视导查评核案作');
const RANK_AFTER = signsOf('工项厂机建');
/** 二 before a measure word names a rank (二级, 二期); the count is 两. Formal texts do count people so. */
const COUNTED_WITH_ER = new Set(['人', '名', '位', '项', '倍', '人次']);

/** 一企一策, 一项一项: each its own, one by one. */
const isDistributive = (text: string, start: number, end: number, form: string): boolean =>
  text.charAt(end + 1) === '一' ||
  text.startsWith('一', end + form.length) ||
  (text.startsWith(form, start - form.length) && text.charAt(start - form.length - 1) === '一');

/** Whether a single Chinese digit counts things here. */
function isDigitCount(text: string, { start, end, unit }: Candidate): boolean {
  if (!unit || unit.after === 'digits') return false;
  const sign = text.charAt(start);
  if (sign === '一')
    return (
      unit.after === 'any' && !isOneOf(POINTING_BEFORE, text, start - 1) && !isDistributive(text, start, end, unit.form)
    );
  if (sign === '二') return COUNTED_WITH_ER.has(unit.unit);
  if (unit.form === '级' || unit.form === '版') return sign === '两';
  if (!RANK_UNITS.has(unit.form)) return true;
  return !isOneOf(RANK_BEFORE, text, start - 1) && !isOneOf(RANK_AFTER, text, end + unit.form.length);
}

/** 近百人次, 上千家, 百余份: 百 alone is a number only with an approximator. */
const BARE_APPROXIMATORS = signsOf('近上逾超过约');

/** Whether a Chinese reading has the surroundings that its shape asks for. */
function isChineseCount(text: string, candidate: Candidate): boolean {
  const { start, end, reading, unit } = candidate;
  switch (reading.shape) {
    case 'digit':
      return text.charAt(start) === '十' ? unit !== null && unit.after !== 'digits' : isDigitCount(text, candidate);
    case 'bare':
      return unit !== null && (end > reading.end || isOneOf(BARE_APPROXIMATORS, text, start - 1));
    case 'short':
      return unit !== null || approximatorBefore(text, start) < start;
    case 'juxtaposed':
      return unit !== null && !(unit.form === '年' && DIGIT_BY_DIGIT.test(text.slice(start, end)));
    default:
      return true;
  }
}

// ── Both ────────────────────────────────────────────────────────────────────────────────────────────────────────────

const OPENING_BRACKETS = signsOf('(（〔[【［');
const CLOSING_BRACKETS = signsOf(')）〕]】］');
/** （三）, (2), 〔2018〕, [1]: a number alone in brackets marks a list, a year or a note. */
const isBracketed = (text: string, start: number, end: number): boolean =>
  isOneOf(OPENING_BRACKETS, text, start - 1) && isOneOf(CLOSING_BRACKETS, text, end);

/** Before a Chinese numeral: 其一, 周五, 初一, 之二, 四届三次 – ordinals and names, not counts. */
const ORDINAL_BEFORE = signsOf('其周初之双届');
/** After the numeral: 三中全会, 十九届, 62号, 19楼, 90后, 3月, 十二冶 – names, addresses, dates. */
const NAME_SIGNS = signsOf('号届楼月路室冶局厂矿中后分');
const NAME_AFTER = /[号届楼月路室冶局厂矿]|中全会|后(?=[^来续期面方])|分之/y;

/** What can make a count of a single Chinese digit, besides a unit: a range, a fraction, a decimal point, 余. */
const CONTINUATION_SIGNS = signsOf('至到—-－–~～分点余多来几万亿 \u00a0\u3000');

/** Whether a lone Chinese digit can count anything by what stands right behind it; most cannot: 一是, 进一步. */
export const mayCount = (text: string, end: number): boolean =>
  isOneOf(CONTINUATION_SIGNS, text, end) || unitAt(text, end) !== null;

/** Whether a reading is a count in its surroundings, and no ordinal, name, marker, date or identifier. */
export function isCount(text: string, candidate: Candidate): boolean {
  const { start, end, reading } = candidate;
  if (isBracketed(text, start, end)) return false;
  if (isOneOf(NAME_SIGNS, text, end) && matchAt(NAME_AFTER, text, end)) return false;
  if (reading.shape === 'arabic') return isArabicCount(text, candidate);
  return !isOneOf(ORDINAL_BEFORE, text, start - 1) && isChineseCount(text, candidate);
}
