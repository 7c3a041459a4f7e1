import { type Doubt, disjoint, type Edit, type Repair } from './edit.ts';

/**
 * Dates that lost their 年, 月 or 日 (or have ? or □ there). The digits stay as they are: only the lost characters
 * are put back, and only where the digits can be read as one date and no other.
 */
const HINT =
  /(?<!\d)(?:\d{3,}日|(?<=年)\d{2}日|(?<=年)\d{2,4}[，,、；;。]|\d{5,}月|(?<=年)\d{1,2} \d|(?<=月)\d{1,2}[，,、；;）)上下]|(?<=[?？□\ufffd])\d|\d+[?？□\ufffd]|(?<=^|[。；;，,\n])\d{2,4}[,，])/;

interface Place {
  readonly start: number;
  readonly end: number;
  /** Every possible reading of the digits, written out. */
  readonly readings: readonly string[];
  /** Whether the place alone shows that a date was lost; otherwise only beside another lost date. */
  readonly certain: boolean;
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(month: number, year: number | null): number {
  const isCommonYear = year !== null && !((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0);
  return month === 2 && isCommonYear ? 28 : (DAYS[month - 1] ?? 0);
}

const isMonth = (digits: string): boolean => /^(?:0?[1-9]|1[0-2])$/.test(digits);

function isDay(digits: string, month: string, year: string | null): boolean {
  return (
    /^(?:0?[1-9]|[12]\d|3[01])$/.test(digits) && Number(digits) <= daysIn(Number(month), year ? Number(year) : null)
  );
}

/** 03月24 or 3月24, but not 3月04: who pads one pads both. */
const samePadding = (month: string, day: string): boolean =>
  (month.startsWith('0') && day.length === 2) || (!month.startsWith('0') && !day.startsWith('0'));

/** All ways to read digits as month and day. */
function monthDays(digits: string, year: string | null): string[] {
  const readings: string[] = [];
  for (const length of [1, 2]) {
    const month = digits.slice(0, length);
    const day = digits.slice(length);
    const padded = samePadding(month, day) || (month.length === 2 && month >= '10' && /^0[1-9]$/.test(day));
    if (isMonth(month) && isDay(day, month, year) && padded) readings.push(`${month}月${day}日`);
  }
  return readings;
}

interface Form {
  readonly pattern: RegExp;
  readonly read: (groups: Record<string, string | undefined>) => string[];
  readonly certain: boolean;
}

/** What may follow 日 without being a date’s end: 日元, 日均, 日内 … */
const NOT_A_DATE = '(?![元圆均内产耗常历制夜报间工])';
const YEAR = '(?<year>(?:19|20)\\d\\d)';
const GAP = '[?？□\\ufffd]';
const BEFORE = '(?<![\\d.A-Za-z/-]|\\d,)';
/** What follows a date that begins a clause. */
const CLAUSE_END = '(?=[，,、；;。）)]|[上下]午|晚)';

/** The forms of loss, the surest first; the first that fits a place decides it. */
const FORMS: readonly Form[] = [
  {
    // 2022324日: 年 and 月 lost
    pattern: new RegExp(`${BEFORE}${YEAR}(?<digits>\\d{2,4})日${NOT_A_DATE}`, 'g'),
    read: ({ year = '', digits = '' }) => monthDays(digits, year).map((date) => `${year}年${date}`),
    certain: true,
  },
  {
    // 20223月24日, 202012月: 年 lost
    pattern: new RegExp(`${BEFORE}${YEAR}(?<digits>\\d{1,2})月(?!租|薪)`, 'g'),
    read: ({ year = '', digits = '' }) => (isMonth(digits) ? [`${year}年${digits}月`] : []),
    certain: true,
  },
  {
    // 2020年91日: 月 lost
    pattern: new RegExp(`${BEFORE}${YEAR}年(?<digits>\\d{2,4})日${NOT_A_DATE}`, 'g'),
    read: ({ year = '', digits = '' }) => monthDays(digits, year).map((date) => `${year}年${date}`),
    certain: true,
  },
  {
    // 2020年81，: 月 and 日 lost
    pattern: new RegExp(`${BEFORE}${YEAR}年(?<digits>\\d{2,4})${CLAUSE_END}`, 'g'),
    read: ({ year = '', digits = '' }) => monthDays(digits, year).map((date) => `${year}年${date}`),
    certain: true,
  },
  {
    // 9月1日至1030日: 月 lost at the end of a period; a plain day (至28日) is none
    pattern: /(?<=日 ?(?:至|到|—{1,2}|–|-|－|～|~) ?)(?<digits>3[2-9]|[4-9]\d|\d{3,4})日/g,
    read: ({ digits = '' }) => monthDays(digits, null),
    certain: true,
  },
  {
    // 324日上午: 月 lost
    pattern: /(?<=^|[。；，,、\s（(于在自从至])(?<digits>\d{3,4})日(?=[上下]午|晚)/g,
    read: ({ digits = '' }) => monthDays(digits, null),
    certain: true,
  },
  {
    // 324日，: as above, but it may be a number of days
    pattern: /(?<=^|[。；，,\s（(于在自从])(?<digits>\d{3,4})日(?=[，,、至])/g,
    read: ({ digits = '' }) => monthDays(digits, null),
    certain: false,
  },
  {
    // 3月24上午, 3月24，: 日 lost; 3月28至30日 is a usual short form and stays
    pattern: new RegExp(`(?<![\\d.])(?<month>\\d{1,2})月(?<digits>\\d{1,2})${CLAUSE_END}`, 'g'),
    read: ({ month = '', digits = '' }) =>
      isMonth(month) && isDay(digits, month, null) ? [`${month}月${digits}日`] : [],
    certain: true,
  },
  {
    // 2024年2?23日, 2024?2月23日, 2月23?：a mark stands where the character was
    pattern: new RegExp(
      `${BEFORE}${YEAR}(?:年|${GAP})(?<month>\\d{1,2})(?:月|${GAP}| )(?<digits>\\d{1,2})(?:日|${GAP})`,
      'g',
    ),
    read: ({ year = '', month = '', digits = '' }) =>
      isMonth(month) && isDay(digits, month, year) ? [`${year}年${month}月${digits}日`] : [],
    certain: true,
  },
  {
    // 根据统一部署，81，集团…: 月 and 日 lost between two commas; up to 31 it may be a number
    pattern: /(?<=[㐀-鿿][，,。；;])(?<digits>3[2-9]|[4-9]\d|\d{3,4})(?=[，,][㐀-鿿])/g,
    read: ({ digits = '' }) => monthDays(digits, null),
    certain: true,
  },
  {
    // 81，集团…: 月 and 日 lost at the start of a sentence; or the number of a list
    pattern: /(?<=^|[。\n])(?<digits>\d{2,4})(?=[,，][㐀-鿿])/g,
    read: ({ digits = '' }) => monthDays(digits, null),
    certain: false,
  },
];

function placesOf(text: string, { pattern, read, certain }: Form): Place[] {
  const places: Place[] = [];
  for (const match of text.matchAll(pattern)) {
    const readings = read(match.groups ?? {});
    // What already reads so is no loss, and digits that are no date at all were never one in an uncertain place.
    if (readings.includes(match[0]) || (readings.length === 0 && !certain)) continue;
    places.push({ start: match.index, end: match.index + match[0].length, readings, certain });
  }
  return places;
}

function lostPlaces(text: string): Place[] {
  if (!HINT.test(text)) return [];
  const places: Place[] = [];
  const taken = new Uint8Array(text.length);
  for (const form of FORMS) {
    for (const place of placesOf(text, form)) {
      if (taken[place.start] || taken[place.end - 1]) continue;
      taken.fill(1, place.start, place.end);
      places.push(place);
    }
  }
  return places;
}

/** Only the characters that were lost are edits: the digits keep their place in the original. */
function insertions(text: string, { start, end }: Place, reading: string): Edit[] {
  const edits: Edit[] = [];
  let at = start;
  for (const character of reading) {
    if (at < end && text[at] === character) {
      at++;
    } else if (at < end && /[?？□\ufffd ]/.test(text.charAt(at))) {
      edits.push({ start: at, end: at + 1, text: character });
      at++;
    } else {
      edits.push({ start: at, end: at, text: character });
    }
  }
  return edits;
}

const NAME = 'lost-date-parts';

export const lostDateParts: Repair = {
  name: NAME,
  find: (text) => {
    const places = lostPlaces(text);
    const isDamaged = places.some(({ certain, readings }) => certain && readings.length === 1);
    return disjoint(
      places
        .filter(({ certain, readings }) => readings.length === 1 && (certain || isDamaged))
        .flatMap((place) => insertions(text, place, place.readings[0] ?? '')),
    );
  },
  doubt: (text): Doubt[] =>
    lostPlaces(text)
      .filter(({ certain, readings }) => certain || readings.length > 0)
      .map(({ start, end, readings }) => ({ repair: NAME, start, end, quote: text.slice(start, end), readings })),
};
