import type { Lang } from '../i18n/lang.ts';
import type { StatedDate } from '../model/index.ts';

const DAY = 86_400_000;
const FULL = /^\d{4}-\d\d-\d\d$/;

/** A date with its day and year, so that days can be counted. */
export const isFullDate = (date: StatedDate | null | undefined): date is StatedDate => !!date && FULL.test(date);

/** Whole days from one date to another; null unless both state year, month and day. */
export function daysBetween(from: StatedDate | null | undefined, to: StatedDate | null | undefined): number | null {
  if (!isFullDate(from) || !isFullDate(to)) return null;
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** The stated year; null where the text names none. */
export const yearOf = (date: StatedDate | null | undefined): number | null =>
  date && !date.startsWith('--') ? Number(date.slice(0, 4)) : null;

/** A point on a time axis, in ms: of a year or month its middle. Null where the year is unknown. */
export function timeOf(date: StatedDate | null | undefined): number | null {
  if (!date || date.startsWith('--')) return null;
  if (date.length === 4) return Date.parse(`${date}-07-01`);
  if (date.length === 7) return Date.parse(`${date}-15`);
  return Date.parse(date);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A date in the words of the page: 2019年7月22日 / 22 Jul 2019; of an unknown year 7月22日（年份未披露）. */
export function formatDate(date: StatedDate, lang: Lang): string {
  const unknownYear = date.startsWith('--');
  const [year, month, day] = unknownYear ? ['', ...date.slice(2).split('-')] : date.split('-');
  if (lang === 'zh') {
    const words = `${year ? `${year}年` : ''}${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
    return unknownYear ? `${words}（年份未披露）` : words;
  }
  const words = [day ? String(Number(day)) : '', month ? (MONTHS[Number(month) - 1] ?? '') : '', year]
    .filter(Boolean)
    .join(' ');
  return unknownYear ? `${words} (year not stated)` : words;
}

/** The day part of an instant: 2026-11-20T03:04:05Z → 2026-11-20. */
export const dayOf = (instant: string): string => instant.slice(0, 10);
