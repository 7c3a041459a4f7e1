import type { StatedDate } from '../src/model/index.ts';
import { findWrittenDates } from './date-grammar.ts';
import { type SettledDate, settleYears } from './date-years.ts';
import type { Finding } from './finding.ts';

/** A date of the text; `text.slice(start, end)` are its words. Where no year can be known it is --MM-DD or --MM. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  readonly date: StatedDate;
  /** implied: the year (or month) is not in the words but inherited from elsewhere, or from the day of publication. */
  readonly certainty?: 'implied';
}

/** A date of the text as the value of a fact. */
export const dateFinding = (text: string, { date, start, end, certainty }: DateMention): Finding<StatedDate> => ({
  value: date,
  start,
  end,
  quote: text.slice(start, end),
  ...(certainty ? { certainty } : {}),
});

/** Two dates joined to a span of time: 2019年3月28日至6月15日, 4月27日至29日, 2018—2022年. */
export interface PeriodMention {
  readonly start: number;
  readonly end: number;
  readonly from: DateMention;
  readonly to: DateMention;
}

export interface DateContext {
  /** The day of publication, YYYY-MM-DD: resolves 今年, 去年 and the dates of news that name no year. */
  readonly published?: string | null;
}

const two = (value: number): string => String(value).padStart(2, '0');

function toMention({ written, year, month, day, implied }: SettledDate): DateMention | null {
  if (year === null && month === null) return null;
  const head = year === null ? '-' : String(year);
  const date = [
    head,
    ...(month === null ? [] : [two(month)]),
    ...(month === null || day === null ? [] : [two(day)]),
  ].join('-');
  return { start: written.start, end: written.end, date, ...(implied ? { certainty: 'implied' as const } : {}) };
}

/** A span that runs backwards is a misprint or no span: both dates stay, the period does not. */
const isForward = (from: DateMention, to: DateMention): boolean => {
  const length = Math.min(from.date.length, to.date.length);
  return from.date.startsWith('--') !== to.date.startsWith('--')
    ? false
    : from.date.startsWith('--') || from.date.slice(0, length) <= to.date.slice(0, length);
};

/**
 * Every date and period of the text, in order. Years that a date does not state are inherited by the rules of
 * `settleYears`; no date is ever invented. Impossible dates (2月30日) are none. Reads the text in linear time.
 */
export function findDates(text: string, context: DateContext = {}): { dates: DateMention[]; periods: PeriodMention[] } {
  const { settled, ranges } = settleYears(text, findWrittenDates(text), context.published);
  const mentions = settled.map(toMention);
  const periods = ranges.flatMap(([first, second]) => {
    const [from, to] = [mentions[first], mentions[second]];
    return from && to && isForward(from, to) ? [{ start: from.start, end: to.end, from, to }] : [];
  });
  return { dates: mentions.filter((mention) => mention !== null), periods };
}
