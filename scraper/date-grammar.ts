import { toHalfWidth } from './numeral-grammar.ts';
import { readNumeral } from './numerals.ts';
import { isOneOf, matchAt, signsOf } from './sticky.ts';

/** How a text names a year relative to its own day or to the date before. */
export type YearWord = 'this' | 'last' | 'next' | 'before-last' | 'same' | 'following';
/** How it names a month relative to its own day or to the date before. */
export type MonthWord = 'this' | 'last' | 'next' | 'same' | 'following';

/**
 * A date as written, before its year is settled. Month and day are 1-based; null where not written.
 * A day without a month (4月27日至29日) takes both from the date before it, to which it is joined.
 */
export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  readonly year: number | null;
  readonly yearWord: YearWord | null;
  readonly monthWord: MonthWord | null;
  readonly month: number | null;
  readonly day: number | null;
  /** Written in digits with separators, as publication lines are: 2020-10-26. */
  readonly numeric: boolean;
}

const CHINESE_ZERO = '〇零○◯ОOo0';
const YEAR = `(?:19|20)\\d{2}|(?:一九|二[${CHINESE_ZERO}])[${CHINESE_ZERO}一二三四五六七八九]{2}`;
const CHINESE_MONTH = '十[一二]?|[元一二三四五六七八九]';
const CHINESE_DAY = '[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九]';
const DASH = '[-－–~～―─—]{1,2}|至|到';
const YEAR_WORDS: Readonly<Record<string, YearWord>> = {
  今年: 'this',
  本年: 'this',
  去年: 'last',
  前年: 'before-last',
  明年: 'next',
  同年: 'same',
  当年: 'same',
  次年: 'following',
  翌年: 'following',
};

const MONTH_WORDS: Readonly<Record<string, MonthWord>> = {
  本: 'this',
  上: 'last',
  下: 'next',
  当: 'same',
  同: 'same',
  次: 'following',
};

/** 月 of a date; a first month of a range may lack it: 1至8月. */
const MONTH = `(?<month>\\d{1,2}|${CHINESE_MONTH})(?: ?月份?| ?(?=(?:${DASH}) ?\\d{1,2} ?月))`;
/** 日 of a date; a first day of a range or list may lack it: 3月28—29日, 3月28、29日. */
const DAY = ` ?(?<day>\\d{1,2}|${CHINESE_DAY})(?: ?[日号](?![文楼线])| ?(?=(?:${DASH}|[、和]) ?\\d{1,2} ?日))`;
const PART_OF_MONTH = '(?:(?:上中|中下|上|中|下)旬|底|末|初|中(?=[，。、；至到—-]))';
const PART_OF_YEAR =
  '(?:[上下]半年|第?[一二三四1-4]季度|年?[底末初](?![始步次级任中])|春季?|夏季?|秋季?|冬季?|度(?![假过]))';

/** 2019年3月28日, 今年8月, 2014年11月下旬, 二〇二二年三月十八日, 2019年底; 今年(2016年). */
const WRITTEN = new RegExp(
  `(?:(?<word>${Object.keys(YEAR_WORDS).join('|')})(?: ?[（(](?<bracketed>${YEAR})年?[）)])?|(?<year>${YEAR}|\\d{2}(?=年\\d{1,2}月)) ?年) ?` +
    `(?:${MONTH}(?:${DAY}|${PART_OF_MONTH})?|(?<part>${PART_OF_YEAR}))?`,
  'y',
);
const MONTH_DAY = new RegExp(`${MONTH}(?:${DAY}|(?<rough>${PART_OF_MONTH}))?`, 'y');
const FIRST_YEAR = new RegExp(`(?<year>${YEAR})(?= ?(?:${DASH}|、) ?(?:${YEAR}) ?年)`, 'y');
const NUMERIC = /(?<year>(?:19|20)\d{2})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})(?!\d|\2\d)/y;
/** 09-17 / 2025 of some list pages. */
const MONTH_FIRST = /(?<month>\d{2})-(?<day>\d{2}) ?\/ ?(?<year>20\d{2})(?!\d)/y;
const NUMERIC_MONTH = /(?<year>(?:19|20)\d{2})[-/](?<month>\d{2})(?![\d年月\-/.~—])/y;
const DAY_FIRST = /(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>(?:19|20)\d{2})(?=[ \t\u3000]*(?:\d{1,2}:\d{2}|\n|$))/y;
const MONTH_WORD =
  /(?<monthWord>[本上当同次下])月(?<rough>(?:上中|中下|上|中|下)旬|底|末|初|(?<day>\d{1,2}) ?[日号])?/y;
/** The next days of a list or range: 10月12日、16日、22日; 8月15日-19日. */
const NEXT_DAY = new RegExp(
  `(?:（[^（）\\n]{1,6}）|\\([^()\\n]{1,6}\\)|[上下]午)?(?<join> ?(?:起)?(?:${DASH}|[、和及与]) ?)(?<day>\\d{1,2})(?: ?[日号](?![文楼线])| ?(?=(?:${DASH}|[、和]) ?\\d{1,2} ?日))`,
  'y',
);

const DIGITS = signsOf('0123456789');
const AFTER_DIGITS = signsOf('年月日./、至到—–~～－ -');
const PERIODS = signsOf('年月');
const MAX_DIGITS = 4;
/** What makes a date of 年 or 月 without digits before it: 二〇二二年, 十二月, 今年, 当月. */
const BEFORE_YEAR = new RegExp(
  `(?:(?:一九|二[${CHINESE_ZERO}])[${CHINESE_ZERO}一二三四五六七八九]{2}|[今去明前同当次翌本])$`,
);
const BEFORE_MONTH = /(?:十[一二]?|(?<!十)[元一二三四五六七八九]|[本上当同次下])$/;

interface Candidate {
  readonly start: number;
  readonly end: number;
}

/** The next place from `from` on where a date may start: digits before a sign of a date, or words before 年 and 月. */
function nextCandidate(text: string, from: number): Candidate | null {
  for (let at = from; at < text.length; at++) {
    if (isOneOf(DIGITS, text, at)) {
      let end = at + 1;
      while (isOneOf(DIGITS, text, end)) end++;
      if (isOneOf(AFTER_DIGITS, text, end)) return { start: Math.max(at, end - MAX_DIGITS), end };
      at = end - 1;
    } else if (isOneOf(PERIODS, text, at)) {
      const words = text.slice(Math.max(from, at - MAX_DIGITS), at);
      const found = (text.charAt(at) === '年' ? BEFORE_YEAR : BEFORE_MONTH).exec(words);
      if (found) return { start: at - found[0].length, end: at };
    }
  }
  return null;
}

const CHINESE_DIGITS = '一二三四五六七八九';

function readYear(raw: string): number {
  if (/^\d+$/.test(raw)) return raw.length === 2 ? 2000 + Number(raw) : Number(raw);
  const digits = Array.from(raw, (sign) => (CHINESE_ZERO.includes(sign) ? 0 : CHINESE_DIGITS.indexOf(sign) + 1));
  return Number(digits.join(''));
}

const readSmall = (raw: string): number => (raw === '元' ? 1 : (readNumeral(raw.replace(/^0(?=\d)/, '')) ?? 0));

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether such a day exists: no 13月, no 2月30日, 29 February in leap years only. */
export function isPossible(year: number | null, month: number | null, day: number | null): boolean {
  if (month === null) return true;
  const days = DAYS[month - 1];
  if (days === undefined || day === null) return days !== undefined;
  if (day < 1 || day > days) return false;
  return !(month === 2 && day === 29 && year !== null) || new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
}

function toWritten(start: number, match: RegExpExecArray, numeric = false): WrittenDate | null {
  const groups: Readonly<Record<string, string | undefined>> = match.groups ?? {};
  const { bracketed, year: written = bracketed, month: monthText, day: dayText, word, monthWord } = groups;
  const year = written === undefined ? null : readYear(written);
  const month = monthText === undefined ? null : readSmall(monthText);
  const day = dayText === undefined ? null : readSmall(dayText);
  if (!isPossible(year, month, day)) return null;
  return {
    start,
    end: start + match[0].trimEnd().length,
    year,
    yearWord: year === null ? (YEAR_WORDS[word ?? ''] ?? null) : null,
    monthWord: MONTH_WORDS[monthWord ?? ''] ?? null,
    month,
    day,
    numeric,
  };
}

/** A month in Chinese digits without a year needs more to be one: 三月十八日, 三月下旬; 近一月 is a span of time. */
function isVague(match: RegExpExecArray): boolean {
  const { day, rough } = match.groups ?? {};
  return !/^\d/.test(match[0]) && day === undefined && rough === undefined;
}

const isDateline = (text: string, at: number): boolean =>
  text
    .slice(Math.max(0, at - 20), at)
    .split('\n')
    .at(-1)
    ?.trim() === '';

/** 24.10.2015 on a line of its own, where the day cannot be a month. */
function dayFirstAt(text: string, at: number): RegExpExecArray | null {
  const match = matchAt(DAY_FIRST, text, at);
  if (!match || !isDateline(text, at)) return null;
  const { day = '', month = '' } = match.groups ?? {};
  return Number(day) > 12 || day === month ? match : null;
}

/** What the text says at a candidate: a date, an impossible one (null date), or nothing. */
interface Attempt {
  readonly date: WrittenDate | null;
  readonly end: number;
}

const SEPARATORS = signsOf('-/.');
const POINT = signsOf('.');

/** A date of digits with separators, by how many digits stand before the first separator. */
function numericAt(text: string, at: number, signAt: number): RegExpExecArray | null {
  if (signAt - at === 4) return matchAt(NUMERIC, text, at) ?? matchAt(NUMERIC_MONTH, text, at);
  if (text.charAt(signAt) !== '.') return matchAt(MONTH_FIRST, text, at);
  // 12.5万元 has one point only
  return isOneOf(POINT, text, signAt + 2) || isOneOf(POINT, text, signAt + 3) ? dayFirstAt(text, at) : null;
}

/** @param signAt where the digits or characters of the candidate end */
function attemptAt(text: string, at: number, signAt: number): Attempt | null {
  if (isOneOf(SEPARATORS, text, signAt)) {
    const numeric = numericAt(text, at, signAt);
    if (numeric) return { date: toWritten(at, numeric, true), end: at + numeric[0].length };
    // 12.5万元; a stroke may be that of a range
    if (text.charAt(signAt) !== '-') return null;
  }
  const written = matchAt(WRITTEN, text, at) ?? matchAt(FIRST_YEAR, text, at);
  if (written) return { date: toWritten(at, written), end: at + written[0].length };
  const monthWord = matchAt(MONTH_WORD, text, at);
  if (monthWord) return { date: toWritten(at, monthWord), end: at + monthWord[0].length };
  const monthDay = matchAt(MONTH_DAY, text, at);
  if (!monthDay || isVague(monthDay)) return null;
  return { date: toWritten(at, monthDay), end: at + monthDay[0].length };
}

/** More than a month has days, nobody lists. */
const MAX_LISTED_DAYS = 31;

function nextDays(text: string, first: WrittenDate): WrittenDate[] {
  const days: WrittenDate[] = [];
  let { end } = first;
  while (days.length < MAX_LISTED_DAYS) {
    const match = matchAt(NEXT_DAY, text, end);
    const { day: dayText } = match?.groups ?? {};
    const day = Number(dayText);
    if (!match || !isPossible(null, first.month, day)) break;
    const start = end + match[0].search(/\d{1,2} ?[日号]?$/);
    end += match[0].trimEnd().length;
    days.push({ start, end, year: null, yearWord: null, monthWord: null, month: null, day, numeric: false });
  }
  return days;
}

const PART_OF_NUMBER = /[\d.\-/A-Za-z]/;

/** Digits that continue an identifier or a number start no date; 1.3月 numbers an item. */
function continuesNumber(text: string, at: number, lastEnd: number): boolean {
  if (at === 0 || !PART_OF_NUMBER.test(text.charAt(at - 1))) return false;
  if (lastEnd > 0 && at - lastEnd <= 2 && /^-+$/.test(text.slice(lastEnd, at))) return false;
  return !(text.charAt(at - 1) === '.' && /(?:^|[^\d.])\d{1,2}\.$/.test(text.slice(Math.max(0, at - 4), at)));
}

/** Every date that is written in the text, in order, never overlapping; impossible ones (2月30日) are left out. */
export function findWrittenDates(original: string): WrittenDate[] {
  const text = /[０-９]/.test(original) ? toHalfWidth(original) : original;
  const found: WrittenDate[] = [];
  let at = 0;
  for (;;) {
    const candidate = nextCandidate(text, at);
    if (!candidate) return found;
    at = candidate.end;
    if (continuesNumber(text, candidate.start, found.at(-1)?.end ?? 0)) continue;
    const attempt = attemptAt(text, candidate.start, at);
    if (!attempt) continue;
    at = Math.max(at, attempt.end);
    if (!attempt.date) continue;
    const more = attempt.date.day === null ? [] : nextDays(text, attempt.date);
    found.push(attempt.date, ...more);
    at = more.at(-1)?.end ?? at;
  }
}
