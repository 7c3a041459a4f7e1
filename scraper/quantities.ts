import { approximatorAfter, approximatorBefore } from './approximators.ts';
import { skipSpace } from './numeral-context.ts';
import { findNumerals, type Numeral } from './numerals.ts';
import { isOneOf, matchAt, signsOf } from './sticky.ts';
import type { UnitForm } from './units.ts';

/**
 * A numeral with its unit. The span covers approximator, numeral, unit and the approximator after it: 近6个百分点,
 * 40多人, 90%以上, 500万元以上. Money is in yuan with unit 元; other currencies keep their own unit.
 */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  /** Of a range the upper end. */
  readonly value: number;
  /** Of a range the lower end. */
  readonly min: number | undefined;
  readonly approx: boolean;
  readonly unit: string;
  /** Where the numeral itself starts, after any approximator. */
  readonly numeralStart: number;
  /** Where the unit ends, before any approximator. */
  readonly unitEnd: number;
}

interface UnitReading {
  readonly unit: string;
  readonly end: number;
  readonly approx: boolean;
  /** 两个半月: half a unit more than the numeral says. */
  readonly half: boolean;
}

const HALF_UNIT = /个半(月|小时|学期|世纪)/y;
const SOME_UNIT = /个多(月|小时|星期)/y;
const HALF_AFTER = /半(?![数导年天夜径价])/y;
const SOME_AFTER = /多(?![样元种次方边重层项数少个])/y;
/** Units that can be halved or exceeded: 三年半, 3年多, 5米多. */
const DIVISIBLE = new Set('年 天 个月 小时 周 星期 公里 千米 米 吨 元 倍 岁 亩 公斤 千克 平方米 美元'.split(' '));
/** Rates are no sums: 500元/吨, 30元/平方米. A numeral after the stroke begins the next quantity. */
const PER_UNIT =
  /[/／]((?:(?![〇零一二两三四五六七八九十百千万亿几数近约超逾上将接突至不大])[一-龥]){1,3}|[A-Za-z]{1,3}[²³]?)/y;
const STROKES = signsOf('/／');
const PER_EACH = /每(?=[吨平立公千亩米人户个度])/y;

function compoundUnit(text: string, at: number): UnitReading | null {
  if (text.charAt(at) !== '个') return null;
  const half = matchAt(HALF_UNIT, text, at);
  const match = half ?? matchAt(SOME_UNIT, text, at);
  if (!match) return null;
  const noun = match[1] ?? '';
  const unit = noun === '月' ? '个月' : noun;
  return { unit, end: at + match[0].length, approx: !half, half: half !== null };
}

function plainUnit(text: string, at: number, row: UnitForm | null): UnitReading | null {
  if (!row) return null;
  const end = at + row.form.length;
  const per = isOneOf(STROKES, text, end) ? matchAt(PER_UNIT, text, end) : null;
  if (per) return { unit: `${row.unit}/${per[1] ?? ''}`, end: end + per[0].length, approx: false, half: false };
  if (!DIVISIBLE.has(row.unit)) return { unit: row.unit, end, approx: false, half: false };
  const half = matchAt(HALF_AFTER, text, end) !== null;
  const some = matchAt(SOME_AFTER, text, end) !== null;
  return { unit: row.unit, end: end + (half || some ? 1 : 0), approx: some, half };
}

function quantityOf(text: string, numeral: Numeral): Quantity | null {
  const at = skipSpace(text, numeral.end);
  const read = numeral.percent
    ? { unit: numeral.percent, end: numeral.end, approx: false, half: false }
    : (compoundUnit(text, at) ?? plainUnit(text, at, numeral.unit));
  if (!read) return null;
  const end = approximatorAfter(text, read.end);
  return {
    start: approximatorBefore(text, numeral.start),
    end,
    value: numeral.value + (read.half ? 0.5 : 0),
    min: numeral.min,
    approx: numeral.approx || read.approx || end > read.end,
    unit:
      read.unit.endsWith('元') && matchAt(PER_EACH, text, read.end)
        ? `${read.unit}/${text.charAt(read.end + 1)}`
        : read.unit,
    numeralStart: numeral.start,
    unitEnd: read.end,
  };
}

const CONNECTOR = /^(?:至|到|—{1,2}|[-－–~～])$/;

/** 30万元至50万元, 5%—10%: one range; 由5%到10% is a change and stays two quantities. */
function isSplitRange(text: string, low: Quantity, high: Quantity): boolean {
  return (
    low.unit === high.unit &&
    low.min === undefined &&
    high.min === undefined &&
    low.value < high.value &&
    CONNECTOR.test(text.slice(low.end, high.numeralStart)) &&
    !/[由从自]/.test(text.charAt(low.start - 1))
  );
}

function joinRanges(text: string, quantities: readonly Quantity[]): Quantity[] {
  const joined: Quantity[] = [];
  for (const high of quantities) {
    const low = joined.at(-1);
    if (low && isSplitRange(text, low, high)) {
      joined[joined.length - 1] = { ...high, start: low.start, numeralStart: low.numeralStart, min: low.value };
    } else joined.push(high);
  }
  return joined;
}

/** Every numeral of the text that has a unit, in order, never overlapping; `numerals` where they were read before. */
export function findQuantities(text: string, numerals: readonly Numeral[] = findNumerals(text)): Quantity[] {
  return joinRanges(
    text,
    numerals.flatMap((numeral) => quantityOf(text, numeral) ?? []),
  );
}
