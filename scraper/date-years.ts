import type { WrittenDate } from './date-grammar.ts';
import { isOneOf, signsOf } from './sticky.ts';

/** A date whose year is settled as far as it can be: null means that the text gives none, and none is guessed. */
export interface SettledDate {
  readonly written: WrittenDate;
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** True where year or month are not in the words themselves. */
  readonly implied: boolean;
}

/** Year, month (1–12) and day (null: the month as a whole) of something that happened. */
interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number | null;
}

/** A written date with what its surroundings say about it. */
interface Placed {
  readonly written: WrittenDate;
  readonly sentence: number;
  readonly paragraph: number;
  /** The end of a range or a further day of a list: it goes with the date before it. */
  readonly joined: 'range' | 'list' | null;
  /** No step of the story: 以来, 较2018年, a plan, a deadline, a title, a publication line. */
  readonly aside: boolean;
  /** It opens its sentence. */
  readonly opens: boolean;
  /** Told of what is to come: 将于9月中旬, 8月底前. */
  readonly ahead: boolean;
}

const SINCE = /^[^，,。；;\n]{0,10}(?:以来|至今)|^(?:以|之)前|^起?(?:施行|实施)|^(?:修订|修正)/;
const DEADLINE = /^(?:之前|以前|前|为止|止)/;
const PLANNED =
  /(?:计划|拟|力争|预计|将|将于|将在|争取|确保|须|需在|应于|定于|可望在|有望|公示期?|公开期?|受理期?|监督期)[^，,。；;\n]{0,6}$/;
const COMPARED = /(?:较|比|同比|与)$/;
const TITLE_WINDOW = 40;

const before = (text: string, at: number, length: number): string => text.slice(Math.max(0, at - length), at);

const isInTitle = (text: string, at: number): boolean => {
  const words = before(text, at, TITLE_WINDOW);
  return words.lastIndexOf('《') > words.lastIndexOf('》');
};

const RANGE =
  /^(?:（[^（）\n]{1,6}）|\([^()\n]{1,6}\)|[上下]午)? ?(?:起|开始)?[，,]? ?(?:[-－–~～―─—]{1,2}|至|到|直至|直到|持续[至到]|延续[至到]|做到|开展[至到]|进行到|一直到) ?$/;
const RANGE_GAP = 10;

function joinOf(text: string, previous: WrittenDate | undefined, date: WrittenDate): Placed['joined'] {
  if (!previous || date.start - previous.end > RANGE_GAP) return null;
  if (RANGE.test(text.slice(previous.end, date.start))) return 'range';
  return date.month === null && date.year === null && date.day !== null && !date.monthWord ? 'list' : null;
}

const SENTENCE_ENDS = signsOf('\n。；！？');

function placeAll(text: string, dates: readonly WrittenDate[], letterhead: Letterhead): Placed[] {
  let sentence = 0;
  let paragraph = 0;
  let edge = 0;
  const joins = dates.map((date, index) => joinOf(text, dates[index - 1], date));
  return dates.map((written, index) => {
    for (; edge < written.start; edge += 1) {
      if (!isOneOf(SENTENCE_ENDS, text, edge)) continue;
      sentence += 1;
      if (text.charAt(edge) === '\n') paragraph += 1;
    }
    const after = text.slice(written.end, written.end + 14);
    const words = before(text, written.start, 14);
    const deadline = DEADLINE.test(after);
    const ahead = deadline || PLANNED.test(words);
    const joined = joins[index] ?? null;
    const yearRange = written.month === null && (joined === 'range' || joins[index + 1] === 'range');
    const aside =
      ahead ||
      yearRange ||
      SINCE.test(after) ||
      COMPARED.test(words) ||
      letterhead.dates.has(written) ||
      isInTitle(text, written.start);
    const opens = written.start === 0 || /[。；！？\s）)]/.test(text.charAt(written.start - 1));
    return { written, sentence, paragraph, joined, aside, opens, ahead };
  });
}

/** The dates that stand around the text and say when it was written: publication line, signature, 原载. */
interface Letterhead {
  readonly dates: ReadonlySet<WrittenDate>;
  /** The day on which the text speaks. */
  readonly now: Moment | null;
}

const HEAD = 500;
const TAIL = 600;
const LABEL = /(?:时间|日期)[^，。；]{0,4}$|编印$/;
/** Below the head of the text the label must say that it is about publishing. */
const PUBLISHED_LABEL = /(?:发布|发表|刊发|更新)(?:时间|日期)[：: ]{0,3}$/;
const LINE = 60;

/** The line around a span, cut at a bound on both sides. */
function lineAround(text: string, start: number, end: number): readonly [head: string, tail: string] {
  const head = before(text, start, LINE);
  const [tail = ''] = text.slice(end, end + LINE).split('\n');
  return [head.slice(head.lastIndexOf('\n') + 1), tail];
}

const isFull = (date: WrittenDate): boolean => date.year !== null && date.month !== null && date.day !== null;

function isPublicationLine(text: string, date: WrittenDate): boolean {
  if (!isFull(date)) return false;
  const [head, tail] = lineAround(text, date.start, date.end);
  if (date.start > HEAD) return PUBLISHED_LABEL.test(head);
  if (/[。；]/.test(head + tail)) return false;
  return date.numeric || LABEL.test(head) || (head + tail).trim() === '';
}

function isSignature(text: string, date: WrittenDate): boolean {
  if (date.start < Math.max(150, text.length - TAIL) || !isFull(date) || date.numeric) return false;
  const [head, tail] = lineAround(text, date.start, date.end);
  return tail.trim() === '' && head.length < LINE - 5 && !/[，。；：、,;:至到—～（(]/.test(head);
}

const EDITION_AFTER = /^ ?第?\d{0,3} ?[一二三四五六七八九十]*版/;
const ORIGIN_BEFORE = /原载[^（(]{0,12}$/;

const momentOf = (date: WrittenDate | undefined): Moment | null =>
  date && date.year !== null && date.month !== null ? { year: date.year, month: date.month, day: date.day } : null;

function parseDay(iso: string | null | undefined): Moment | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '') ?? [];
  return year === undefined ? null : { year: Number(year), month: Number(month), day: Number(day) };
}

/**
 * Whose word counts for "now": where the piece first stood, then its signature, then the day of publication that the
 * caller knows, then the publication line in the text itself.
 */
function readLetterhead(text: string, dates: readonly WrittenDate[], published: string | null | undefined): Letterhead {
  const origin = dates.find((date) => isFull(date) && ORIGIN_BEFORE.test(before(text, date.start, 16)));
  const edition = dates.findLast((date) => isFull(date) && EDITION_AFTER.test(text.slice(date.end, date.end + 8)));
  const signature = dates.findLast((date) => isSignature(text, date));
  const lines = dates.filter((date) => isPublicationLine(text, date));
  const stated = momentOf(origin) ?? momentOf(signature);
  return {
    dates: new Set([origin, edition, signature, ...lines].filter((date) => date !== undefined)),
    now: stated ?? parseDay(published) ?? momentOf(lines[0]) ?? momentOf(edition),
  };
}

const months = ({ year, month }: Pick<Moment, 'year' | 'month'>): number => year * 12 + month;

/** Whether `a` is later than `b`; a month as a whole is not later than a day in it. */
const isAfter = (a: Moment, b: Moment): boolean =>
  months(a) !== months(b) ? months(a) > months(b) : a.day !== null && b.day !== null && a.day > b.day;

/** The latest such day that is not after `now`: 12月28日 told on 5 January was last year. */
function latestYear(month: number, day: number | null, now: Moment): number {
  return isAfter({ year: now.year, month, day }, now) ? now.year - 1 : now.year;
}

/** An announcement may be dated a little after its signature: 公示期 9月17日 under 9月15日. */
const SLACK = 2;
/** A month that comes round again within half a year is the next one of the story; later it may be either. */
const HALF_YEAR = 6;
const YEAR = 12;
/** Beyond three years before the text was written, only the date’s own sentence vouches for an inherited year. */
const STALE = 36;

interface Question {
  readonly month: number;
  readonly day: number | null;
  readonly ahead: boolean;
  readonly sameSentence: boolean;
}

/** The year of a date that follows `last` in the story; null where either of two would do. */
function yearInStory({ month, day, ahead, sameSentence }: Question, last: Moment, now: Moment | null): number | null {
  const later = month >= last.month;
  const next = { year: later ? last.year : last.year + 1, month, day };
  const gap = months(next) - months(last);
  if (now === null) return later || (sameSentence && gap <= HALF_YEAR) ? next.year : null;
  if (!sameSentence && months(now) - months(next) > STALE) return null;
  if (later && (ahead || months(next) <= months(now) + SLACK)) return next.year;
  if (later) return latestYear(month, day, now);
  if (last.year === now.year) return ahead && gap <= HALF_YEAR ? next.year : last.year;
  return gap <= HALF_YEAR && months(next) <= months(now) ? next.year : null;
}

/** The year of a date without any story before it: the latest such day, or for what is to come the next one. */
function yearFromNow({ month, day, ahead }: Question, now: Moment): number {
  const latest = latestYear(month, day, now);
  return ahead && latest < now.year ? now.year : latest;
}

const ROUND_AFTER = /^[^，。；、\d]{0,12}(?:第?[一二三四五六七八九十]{1,2}|首)[轮批]/;
const ROUND_WINDOW = 18;
const STARTING = /启动|动员|进驻|开始|铺开|安排|部署/;
/** A later full date vouches for one before it within a quarter, or within the same sentence. */
const QUARTER = 3;

/** The rounds that a text names with their year, and how many years they name. */
interface Rounds {
  readonly years: number;
  /** The first of a sentence or its neighbours. */
  readonly inSentence: (sentence: number) => Placed | undefined;
}

function readRounds(text: string, placed: readonly Placed[]): Rounds {
  const rounds = placed.filter(
    ({ written }) =>
      written.year !== null &&
      written.month === null &&
      ROUND_AFTER.test(text.slice(written.end, written.end + ROUND_WINDOW)),
  );
  const first = new Map<number, Placed>();
  for (const round of rounds) if (!first.has(round.sentence)) first.set(round.sentence, round);
  return {
    years: new Set(rounds.map(({ written }) => written.year)).size,
    inSentence: (sentence) => first.get(sentence - 1) ?? first.get(sentence) ?? first.get(sentence + 1),
  };
}

/** What follows a date: the next full one, and the rounds of the text. */
interface Rest {
  readonly next: Placed | null;
  readonly rounds: Rounds;
}

/** For each date the next full one that tells of the same matter. */
function nextFull(placed: readonly Placed[]): (Placed | null)[] {
  const found: (Placed | null)[] = [];
  let next: Placed | null = null;
  for (let index = placed.length - 1; index >= 0; index--) {
    found[index] = next;
    const own = placed[index] as Placed;
    if (isFull(own.written) && (!own.aside || own.ahead)) next = own;
  }
  return found;
}

/** The year that what follows gives to a date that nothing before it dates: 3月24日电/…2018年3月20日. */
function yearFromRest(text: string, own: Placed, { next, rounds }: Rest, { month }: Question): number | null {
  if (next?.written.year && next.written.month) {
    const distances = [next.written.year, next.written.year - 1, next.written.year + 1].map((year) => ({
      year,
      distance: Math.abs(
        months({ year, month }) - months({ year: next.written.year ?? 0, month: next.written.month ?? 0 }),
      ),
    }));
    const [nearest] = distances.sort((a, b) => a.distance - b.distance);
    if (nearest && (nearest.distance <= QUARTER || next.sentence === own.sentence)) return nearest.year;
  }
  return yearOfRound(text, rounds, own);
}

/** 9月1日开进驻动员会，2023年第二轮巡察由此启动: the round that starts then carries the year. */
function yearOfRound(text: string, rounds: Rounds, own: Placed): number | null {
  const near = rounds.inSentence(own.sentence);
  if (!near || rounds.years !== 1) return null;
  const { start } = own.written;
  return STARTING.test(text.slice(start, Math.max(start, near.written.end) + LINE)) ? near.written.year : null;
}

/** What has been told so far. */
interface Story {
  /** The last dated step. */
  last: Placed | null;
  lastMoment: Moment | null;
  /** The latest step so far: the main line that a look back into another year leaves and comes back to. */
  latestMoment: Moment | null;
  /** A year named alone since: 2019年，…3月召开. One that opens a sentence holds for the paragraph. */
  yearAlone: { year: number; sentence: number; paragraph: number; opens: boolean } | null;
}

const WORD_OFFSETS = { this: 0, last: -1, next: 1, 'before-last': -2 } as const;

/**
 * Settles the years in the order of the text. The rules, learnt from how notices are written: a date without a year
 * belongs to the story so far (7月22日 after 2019年3月28日至6月15日), in the year of its sentence first; a range that runs
 * over the year’s end ends in the next year; without a story the day of the text decides; failing that what follows,
 * where it clearly belongs; failing that no year is given.
 */
export function settleYears(
  text: string,
  dates: readonly WrittenDate[],
  published: string | null | undefined,
): { settled: SettledDate[]; ranges: (readonly [from: number, to: number])[] } {
  const letterhead = readLetterhead(text, dates, published);
  const placed = placeAll(text, dates, letterhead);
  const story: Story = { last: null, lastMoment: null, latestMoment: null, yearAlone: null };
  const settled: SettledDate[] = [];
  const full = nextFull(placed);
  const rounds = readRounds(text, placed);
  for (const [index, own] of placed.entries()) {
    const rest = { next: full[index] ?? null, rounds };
    const date = settle(text, placed, index, { previous: settled[index - 1], story, now: letterhead.now, rest });
    settled.push(date);
    tell(story, own, date);
  }
  const ranges = placed.flatMap(({ joined }, index) => (joined === 'range' ? [[index - 1, index] as const] : []));
  return { settled, ranges };
}

function tell(story: Story, own: Placed, { year, month, day }: SettledDate): void {
  if (own.aside || year === null) return;
  if (month === null) {
    const { sentence, paragraph, opens } = own;
    story.yearAlone = { year, sentence, paragraph, opens };
    return;
  }
  const moment = { year, month, day };
  story.yearAlone = null;
  story.last = own;
  story.lastMoment = moment;
  if (!story.latestMoment || isAfter(moment, story.latestMoment)) story.latestMoment = moment;
}

/** What the year of a date may be taken from. */
interface Around {
  readonly previous: SettledDate | undefined;
  readonly story: Story;
  readonly now: Moment | null;
  readonly rest: Rest;
}

function settle(
  text: string,
  placed: readonly Placed[],
  index: number,
  { previous, story, now, rest }: Around,
): SettledDate {
  const own = placed[index] as Placed;
  const { written } = own;
  const { month, day } = written;
  if (written.year !== null) return { written, year: written.year, month, day, implied: false };
  if (own.joined && previous && !isAnchored(written)) return continued(own, previous);
  if (written.monthWord) return fromMonthWord(written, story, now);
  if (written.yearWord) return { written, year: fromYearWord(written, story, now), month, day, implied: true };
  if (month === null) return { written, year: null, month, day, implied: true };
  const next = placed[index + 1];
  const year =
    next?.joined === 'range' && next.written.year !== null && next.written.month !== null
      ? next.written.year - (month > next.written.month ? 1 : 0)
      : inheritedYear(text, own, month, { story, now, rest });
  return { written, year, month, day, implied: true };
}

/** 今年, 去年, 本月 go by the day of the text, wherever they stand. */
const isAnchored = ({ yearWord, monthWord }: WrittenDate): boolean =>
  monthWord !== null || (yearWord !== null && yearWord !== 'same' && yearWord !== 'following');

/** The second date of a range or list: what it does not say it takes from the first; over New Year the next year. */
function continued({ written, joined }: Placed, first: SettledDate): SettledDate {
  const { day } = written;
  const month = written.month ?? first.month;
  if (first.year === null) return { written, year: null, month, day, implied: true };
  const earlier = joined === 'range' && first.month !== null && month !== null && month < first.month;
  const over = written.yearWord === 'following' || (earlier && written.yearWord !== 'same');
  return { written, year: first.year + (over ? 1 : 0), month, day, implied: true };
}

/** 同年10月8日, 次年1月 follow the story, 今年8月 the day of the text; 同年 or 上年 alone say too little. */
function fromYearWord({ yearWord, month }: WrittenDate, story: Story, now: Moment | null): number | null {
  if (yearWord === 'same' || yearWord === 'following') {
    const year = month === null ? null : (story.lastMoment?.year ?? story.yearAlone?.year ?? null);
    return year === null ? null : year + (yearWord === 'following' ? 1 : 0);
  }
  return now === null || yearWord === null ? null : now.year + WORD_OFFSETS[yearWord];
}

function fromMonthWord(written: WrittenDate, story: Story, now: Moment | null): SettledDate {
  const word = written.monthWord ?? 'this';
  const base = word === 'same' || word === 'following' ? story.lastMoment : now;
  const { day } = written;
  if (!base) return { written, year: null, month: null, day, implied: true };
  const offset = word === 'last' ? -1 : word === 'next' || word === 'following' ? 1 : 0;
  const index = months(base) + offset - 1;
  return { written, year: Math.floor(index / YEAR), month: (index % YEAR) + 1, day, implied: true };
}

function inheritedYear(
  text: string,
  own: Placed,
  month: number,
  { story, now, rest }: Omit<Around, 'previous'>,
): number | null {
  const { last, lastMoment, latestMoment, yearAlone } = story;
  const sameSentence = last?.sentence === own.sentence;
  const question = { month, day: own.written.day, ahead: own.ahead, sameSentence };
  const alone = yearAlone?.sentence === own.sentence || (yearAlone?.opens && yearAlone.paragraph === own.paragraph);
  if (yearAlone && alone && !sameSentence) return yearAlone.year;
  if (!last || !lastMoment || !latestMoment)
    return now ? yearFromNow(question, now) : yearFromRest(text, own, rest, question);
  const strayed = last.paragraph !== own.paragraph && months(latestMoment) - months(lastMoment) >= YEAR;
  return yearInStory(question, strayed ? latestMoment : lastMoment, now);
}
