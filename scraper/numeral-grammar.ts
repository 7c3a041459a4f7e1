import { isOneOf, matchAt, signsOf } from './sticky.ts';

/** A numeral as read at one place, before its surroundings were looked at. */
export interface Reading {
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
export const DIGIT_BY_DIGIT = /^[〇零一二三四五六七八九]{2,15}$/;

/** 千 and 百 in front of these are prefixes of a unit: 502千焦, 500千克, 3百帕. */
const PREFIXED = '焦瓦米克卡伏帕赫安兆';
const PREFIXED_SIGNS = signsOf(PREFIXED);
const GROUPED = /^\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?$/;
const DECIMAL = /^\d+(?:\.\d+)?$/;
const MULTIPLIER = new RegExp(
  `([余多来几]?)(百(?![分货姓强${PREFIXED}])|千(?![${PREFIXED}]))?([余多]?)(万亿|万(?![能象科])|亿)?`,
  'y',
);
const SECOND_TERM = /(\d{1,4})(百|千)?(万|亿)?/y;
const CHINESE_DECIMALS = /点([〇零一二三四五六七八九]{1,6})(?![十百千分刻半])(万亿|万|亿)?/y;
const CHINESE_SIGNS = '〇零一二两三四五六七八九十百千万亿廿卅几数';
const ARABIC_SIGNS = '0123456789０１２３４５６７８９';
const CHINESE = signsOf(CHINESE_SIGNS);
const ARABIC = signsOf(ARABIC_SIGNS);
const ARABIC_OR_MARK = signsOf(`${ARABIC_SIGNS},，.．`);
const RUN_SIGNS = signsOf(ARABIC_SIGNS + CHINESE_SIGNS);
/** Bounded, so that a text of nothing but digits and commas is read once; after a cut a digit stands before, which is no numeral. */
const MAX_RUN = 32;

/** Where the next run of numeral characters starts, at `from` or after it; the length of the text where none does. */
export function nextRun(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isOneOf(RUN_SIGNS, text, at)) at += 1;
  return at;
}

const FULL_WIDTH = /[０-９．]/g;
export const toHalfWidth = (raw: string): string =>
  /^[\d.,]*$/.test(raw)
    ? raw
    : raw.replace(FULL_WIDTH, (sign) => (sign === '．' ? '.' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0)));

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
  const single = DIGIT_VALUES[run];
  if (single !== undefined) return chinese(single, 'digit', undefined);
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
  const spelt = DIGIT_BY_DIGIT.test(run) && (run.length > 2 || /[〇零]/.test(run));
  return spelt ? chinese(Number(Array.from(run, digit).join('')), 'juxtaposed', undefined) : null;
}

/** 三百余万, 二十多亿: an approximator inside the number. */
const INNER_MULTIPLIER = /[余多](万亿|万|亿)/y;
const INNER_SIGNS = signsOf('余多');

function chineseReading(text: string, at: number, run: string): Reading | null {
  const trimmed = run.length > 1 && run.endsWith('千') && isOneOf(PREFIXED_SIGNS, text, at + run.length);
  const whole = trimmed ? run.slice(0, -1) : run;
  const read = chineseValue(whole);
  if (!read) return null;
  const reading = { ...read, end: at + whole.length };
  if (trimmed || read.min !== undefined) return reading;
  if (text.charAt(reading.end) === '点') return withDecimals(text, reading);
  return isOneOf(INNER_SIGNS, text, reading.end) ? withInnerMultiplier(text, reading) : reading;
}

function withInnerMultiplier(text: string, reading: Reading): Reading {
  const match = reading.multiplier === 1 ? matchAt(INNER_MULTIPLIER, text, reading.end) : null;
  if (!match || reading.value < 10) return reading;
  const value = reading.value * (BIG[match[1] ?? ''] ?? 1);
  return { ...reading, end: reading.end + match[0].length, value, approx: true, shape: 'long' };
}

/** 三点五, 九十六点七, 三点五亿; the reading alone where 点 is a time or a noun. */
function withDecimals(text: string, reading: Reading): Reading {
  const match = matchAt(CHINESE_DECIMALS, text, reading.end);
  if (!match) return reading;
  const fraction = Array.from(match[1] ?? '', digit).join('');
  const multiplier = BIG[match[2] ?? ''] ?? 1;
  const head = Number(`${reading.value}.${fraction}`);
  const value = Number(`${reading.value}.${fraction}e${Math.log10(multiplier)}`);
  return { value, approx: false, shape: 'long', head, multiplier, end: reading.end + match[0].length };
}

/** As nearly all are written; what is left is looked at more closely. */
const PLAIN = /^(?:[1-9]\d{0,14}|(?:0|[1-9]\d{0,9})\.\d{1,4})$/;

/** The plain Arabic number in `run` as written; a comma that groups no thousands ends it. */
function arabicHead(run: string): string | null {
  if (PLAIN.test(run)) return run;
  const half = toHalfWidth(run);
  const plain = GROUPED.test(half) || DECIMAL.test(half) ? half : (/^\d+(?:\.\d+)?(?=[,，])/.exec(half)?.[0] ?? null);
  if (plain === null || /^0\d/.test(plain)) return null;
  return plain.replace(/\D/g, '').length > MAX_DIGITS ? null : plain;
}

const MULTIPLIER_SIGNS = signsOf('余多来几百千万亿');

function arabicReading(text: string, at: number, run: string): Reading | null {
  const plain = arabicHead(run);
  if (plain === null) return null;
  const mantissa = plain.length > 3 ? plain.replaceAll(/[,，]/g, '') : plain;
  const end = at + plain.length;
  const value = Number(mantissa);
  const reading: Reading = { end, value, approx: false, shape: 'arabic', head: value, multiplier: 1 };
  return isOneOf(MULTIPLIER_SIGNS, text, end) ? multiplied(text, reading, mantissa) : reading;
}

/** 1.2万, 4000余万, 3千; the number alone where no multiplier follows. */
function multiplied(text: string, plain: Reading, mantissa: string): Reading {
  const [whole = '', some = '', small = '', more = '', big = ''] = matchAt(MULTIPLIER, text, plain.end) ?? [];
  if (small === '' && big === '') return plain;
  const multiplier = (UNIT_VALUES[small] ?? 1) * (BIG[big] ?? 1);
  const value = Number(`${mantissa}e${Math.log10(multiplier)}`);
  const approx = some !== '' || more !== '';
  const reading = { ...plain, end: plain.end + whole.length, value, approx, multiplier };
  return approx ? reading : withSecondTerms(text, reading);
}

const REST = /[1-9]\d{2,3}(?![\d.,，])/y;

/** 1亿2千万, 3万5千: further terms, each below the one before. */
function withSecondTerms(text: string, first: Reading): Reading {
  let { end, value, multiplier } = first;
  for (let round = 0; round < 2; round += 1) {
    const [whole = '', digits = '', small = '', big = ''] = matchAt(SECOND_TERM, text, end) ?? [];
    const step = (UNIT_VALUES[small] ?? 1) * (BIG[big] ?? 1);
    if (step === 1 || Number(digits) * step >= multiplier) break;
    if (small === '千' && big === '' && isOneOf(PREFIXED_SIGNS, text, end + whole.length)) break;
    value += Number(digits) * step;
    end += whole.length;
    multiplier = step;
  }
  // 73万6200元: the rest of the ten thousand, written out
  const rest = multiplier === 10_000 ? matchAt(REST, text, end)?.[0] : undefined;
  if (rest) {
    value += Number(rest);
    end += rest.length;
  }
  return end === first.end ? first : { ...first, end, value, head: value, multiplier: 1 };
}

function readingAt(text: string, at: number, run: string): Reading | null {
  const reading = isArabic(run) ? arabicReading(text, at, run) : chineseReading(text, at, run);
  return reading && reading.value <= MAX_VALUE ? reading : null;
}

export const isArabic = (run: string): boolean => {
  const code = run.charCodeAt(0);
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
};

/** The run of numeral characters at a place: Chinese ones, or digits with the points and commas between them. */
export function runAt(text: string, at: number): string | null {
  let end = at;
  if (isOneOf(ARABIC, text, at)) {
    while (end < at + MAX_RUN && isOneOf(ARABIC_OR_MARK, text, end)) end++;
    while (!isOneOf(ARABIC, text, end - 1)) end--;
  } else while (isOneOf(CHINESE, text, end)) end++;
  return end > at ? text.slice(at, end) : null;
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

/** The numeral that starts at `at`, where `run` is the run of numeral characters there; null where they make none. */
export const readAt = (text: string, at: number, run: string): Reading | null =>
  fractionAt(text, at, run) ?? readingAt(text, at, run);

const CONNECTOR_SIGNS = signsOf('至到—-－–~～');
const CONNECTOR = /至|到|—{1,2}|[-－–~～]/y;

/** 2至3, 三到五, 2至3万: the range that starts with `low`, or null. */
export function rangeFrom(text: string, low: Reading): Reading | null {
  if (!isOneOf(CONNECTOR_SIGNS, text, low.end) || low.min !== undefined || low.approx) return null;
  const connector = matchAt(CONNECTOR, text, low.end);
  if (!connector) return null;
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
