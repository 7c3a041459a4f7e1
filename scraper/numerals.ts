import { approximatorAfter, approximatorBefore } from './approximators.ts';
import { fixedExpressionEnd } from './fixed-expressions.ts';
import {
  identifierEnd,
  isCount,
  isYearAt,
  markerEnd,
  mayCount,
  ordinalsEnd,
  quotedNameEnd,
  unitAfter,
} from './numeral-context.ts';
import { isArabic, nextRun, type Reading, rangeFrom, readAt, runAt } from './numeral-grammar.ts';
import { isOneOf, signsOf } from './sticky.ts';
import type { UnitForm } from './units.ts';

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
  readonly min: number | undefined;
  /** True for 约 近 超 余 多 以上 左右 and the like, and for 三五, 七八十; a plain 2至3 is not approximate. */
  readonly approx: boolean;
  /** The unit right behind it, or null. */
  readonly unit: UnitForm | null;
  /** The numeral says per hundred or per thousand itself: 百分之三, 千分之三. */
  readonly percent: '%' | '‰' | undefined;
}

/**
 * The number that the whole string writes: '1.2万', '三十八', '二〇二二', '1,306', '百分之三' (0.03); null where it
 * is none, or more than one: ranges, 三五, 200多.
 */
export function readNumeral(raw: string): number | null {
  const run = runAt(raw, 0);
  const reading = run === null ? null : readAt(raw, 0, run);
  if (!reading || reading.end !== raw.length || reading.approx || reading.min !== undefined) return null;
  if (reading.shape === 'bare' && !reading.percent) return null;
  if (reading.percent) return Number(`${reading.value}e${reading.percent === '%' ? -2 : -3}`);
  return reading.value;
}

const INNER = signsOf('余多来几');

/** 60余项, 200多个, 十来个: where the numeral ends with the approximator between it and its unit. */
function innerEnd(text: string, { end, value, min }: Reading): number {
  if (!isOneOf(INNER, text, end) || min !== undefined || value < 10) return end;
  if (text.charAt(end) !== '余' && value % 10 !== 0) return end;
  return unitAfter(text, end + 1) === null ? end : end + 1;
}

/** The numeral at `start`, or where to go on reading. */
function numeralAt(text: string, start: number, run: string, marked: boolean): Numeral | number {
  const reading = readAt(text, start, run);
  if (!reading) return start + run.length;
  const whole = rangeFrom(text, reading) ?? reading;
  const end = innerEnd(text, whole);
  const unit = unitAfter(text, end);
  if (!isCount(text, { start, end, reading: whole, unit, marked })) return whole.end;
  const { value, min, percent } = whole;
  const around = approximatorBefore(text, start) < start || approximatorAfter(text, end) > end;
  const approx = whole.approx || end > whole.end || around;
  return {
    start,
    end,
    value,
    min,
    approx,
    unit,
    percent,
  };
}

/** 总数十五项, 人数三人: 数 ends a noun there and does not mean "several". */
const COUNT_NOUNS = signsOf('总人件次个户金指分系基倍笔页份票天期');

function chineseNumeralAt(text: string, start: number, run: string): Numeral | number {
  if (run.length === 1 && !mayCount(text, start + 1)) return start + 1;
  const fixed = fixedExpressionEnd(text, start);
  if (fixed > start) return fixed;
  if (!/[几数]/.test(run) || /^[^几数]*十几/.test(run)) return numeralAt(text, start, run, false);
  return run.startsWith('数') && isOneOf(COUNT_NOUNS, text, start - 1) ? start + 1 : start + run.length;
}

/** What follows a list marker may be a numeral at once: 2.5家 is item 2 with five. */
function numeralAfterMarker(text: string, at: number): Numeral | number {
  const run = runAt(text, at);
  return run === null || !isArabic(run) || isYearAt(run) ? at : numeralAt(text, at, run, true);
}

function nextNumeral(text: string, start: number, run: string): Numeral | number {
  const skip = Math.max(ordinalsEnd(text, start, run), quotedNameEnd(text, start));
  if (skip > start) return skip;
  if (!isArabic(run)) return chineseNumeralAt(text, start, run);
  const marked = markerEnd(text, start, run);
  if (marked > start) return numeralAfterMarker(text, marked);
  const identifier = identifierEnd(text, start, run);
  return identifier > start ? identifier : numeralAt(text, start, run, false);
}

/**
 * Every cardinal numeral of the text, in order, never overlapping: not ordinals (第三十八), list markers (一、 1.),
 * dates, clock times, telephone numbers, document numbers or set expressions (八项规定).
 * Reads each character a bounded number of times.
 */
export function findNumerals(text: string): Numeral[] {
  const found: Numeral[] = [];
  let at = nextRun(text, 0);
  while (at < text.length) {
    const next = nextNumeral(text, at, runAt(text, at) ?? '');
    if (typeof next === 'number') at = nextRun(text, Math.max(next, at + 1));
    else {
      found.push(next);
      at = nextRun(text, next.end);
    }
  }
  return found;
}
