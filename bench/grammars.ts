import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as dateTime from '@microsoft/recognizers-text-date-time';
import * as number from '@microsoft/recognizers-text-number';
import { zh } from 'chrono-node';
import { findDates } from '../scraper/dates.ts';
import { findNumerals } from '../scraper/numerals.ts';
import { findQuantities } from '../scraper/quantities.ts';
import { LABELLED_SENTENCES, type LabelledSentence } from './grammars-labels.ts';
import { rectificationNotice } from './notices.ts';

/**
 * The numeral and date grammars beside chrono-node (zh.hans) and the recognizers of Microsoft (zh-cn), in one run on
 * the same sentences: precision, recall and F1 of what they find, and how fast they read a notice of 8,000 characters.
 * The sentences and what counts in them are ours (an ordinal or a slogan is no number), so our own score on them says
 * only that the grammar keeps its word; `gold` is measured on answers that others gave.
 */
export interface GrammarRow {
  readonly what: 'numbers' | 'dates' | 'all three';
  readonly reader: string;
  /** Absent where the reader has no such task of its own. */
  readonly precision?: number;
  readonly recall?: number;
  readonly f1?: number;
  /** Share of the dates in the corpus’s own answers that are found; absent without the corpus. */
  readonly goldRecall?: number;
  readonly millisecondsPerNotice: number;
  readonly charsPerSecond: number;
}

interface Prediction<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}
type Reader<T> = (text: string, published: string | undefined) => Prediction<T>[];

/** A day for readers that must have one; sentences without a day of publication are dated here. */
const DEFAULT_DAY = '2026-01-01';
const dayOf = (published: string | undefined): Date => new Date(`${published ?? DEFAULT_DAY}T12:00:00`);
const two = (value: number): string => String(value).padStart(2, '0');

// ── Readers ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const ourNumbers: Reader<number> = (text) => findNumerals(text);
const ourDates: Reader<string> = (text, published) =>
  findDates(text, { published: published ?? null }).dates.map(({ start, end, date }) => ({ start, end, value: date }));

type Resolution = Readonly<Record<string, unknown>> | undefined | null;

function resolvedNumber(resolution: Resolution): number {
  const { value } = resolution ?? {};
  return Number(value);
}

const microsoftNumbers: Reader<number> = (text) =>
  number
    .recognizeNumber(text, number.Culture.Chinese)
    .map(({ start, end, resolution }) => ({ start, end: end + 1, value: resolvedNumber(resolution) }));

interface Resolved {
  readonly timex?: string;
  readonly type?: string;
  readonly value?: string;
  readonly start?: string;
  readonly end?: string;
}

/** The first value is the past one; a month or year stands as a range of days with a short timex. */
function isoOf({ timex = '', type = '', value = '', start = '', end = '' }: Resolved): string[] {
  if (type === 'date' || type === 'datetime') return [value.slice(0, 10)];
  if (type !== 'daterange') return [];
  if (timex.startsWith('(')) return [start, end];
  return [/^(?:\d{4})$/.test(timex) ? timex : start.slice(0, 7)];
}

const microsoftDates: Reader<string> = (text, published) =>
  dateTime
    .recognizeDateTime(text, number.Culture.Chinese, dateTime.DateTimeOptions.None, dayOf(published))
    .flatMap(({ start, end, resolution }) => {
      const { values = [] } = (resolution ?? {}) as { values?: Resolved[] };
      const [first] = values;
      return first ? isoOf(first).map((value) => ({ start, end: end + 1, value })) : [];
    });

interface ChronoPoint {
  get(component: 'year' | 'month' | 'day'): number | null;
  isCertain(component: 'year' | 'month' | 'day' | 'weekday'): boolean;
}

function chronoIso(point: ChronoPoint): string | null {
  const month = point.isCertain('month');
  const day = point.isCertain('day');
  if (!month && !point.isCertain('year') && !day) return null;
  return [
    point.get('year'),
    ...(month ? [two(point.get('month') ?? 0)] : []),
    ...(day ? [two(point.get('day') ?? 0)] : []),
  ].join('-');
}

const chronoDates: Reader<string> = (text, published) =>
  zh.hans.parse(text, dayOf(published)).flatMap(({ index, text: words, start, end }) =>
    [start, end].flatMap((point) => {
      const value = point ? chronoIso(point) : null;
      return value === null ? [] : [{ start: index, end: index + words.length, value }];
    }),
  );

// ── Scores ──────────────────────────────────────────────────────────────────────────────────────────────────────────

interface Label<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

/** Labels in order: each quote is looked for after the one before it. */
function locate<T>(text: string, labels: readonly (readonly [quote: string, value: T])[]): Label<T>[] {
  let edge = 0;
  return labels.map(([quote, value]) => {
    const start = text.indexOf(quote, edge);
    if (start < 0) throw new Error(`label ${quote} is not in "${text}"`);
    edge = start + quote.length;
    return { start, end: edge, value };
  });
}

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

interface Tally {
  right: number;
  wrong: number;
  missed: number;
}

/**
 * A label is found by an overlapping prediction of the same value. Further predictions that touch a found label (the 2
 * of 2至3) or lie in `neutral` spans (digits of dates, for numbers) are neither right nor wrong.
 */
function tally<T>(
  predictions: readonly Prediction<T>[],
  labels: readonly Label<T>[],
  neutral: readonly { start: number; end: number }[],
  same: (predicted: T, labelled: T) => boolean,
  total: Tally,
): void {
  const used = new Set<Prediction<T>>();
  const found = labels.filter((label) => {
    const hit = predictions.find((row) => !used.has(row) && overlaps(row, label) && same(row.value, label.value));
    if (hit) used.add(hit);
    return hit !== undefined;
  });
  const free = [...found, ...neutral];
  total.right += found.length;
  total.missed += labels.length - found.length;
  total.wrong += predictions.filter((row) => !used.has(row) && !free.some((span) => overlaps(row, span))).length;
}

const sameNumber = (predicted: number, labelled: number): boolean =>
  Math.abs(predicted - labelled) <= Math.abs(labelled) * 1e-9;

/** Where no year can be known, a reader that must give one is held to month and day only. */
const sameDate = (predicted: string, labelled: string): boolean =>
  labelled.startsWith('--') ? predicted.slice(-labelled.length + 2) === labelled.slice(2) : predicted === labelled;

type Scores = Pick<GrammarRow, 'precision' | 'recall' | 'f1'>;

function scored({ right, wrong, missed }: Tally): Scores {
  return {
    precision: right / Math.max(1, right + wrong),
    recall: right / Math.max(1, right + missed),
    f1: (2 * right) / Math.max(1, 2 * right + wrong + missed),
  };
}

function score<T>(
  read: Reader<T>,
  labelsOf: (sentence: LabelledSentence) => LabelledSentence['numbers'] | LabelledSentence['dates'],
  neutralOf: (sentence: LabelledSentence) => Label<unknown>[],
  same: (predicted: T, labelled: T) => boolean,
): Scores {
  const total: Tally = { right: 0, wrong: 0, missed: 0 };
  for (const sentence of LABELLED_SENTENCES) {
    const labels = locate(sentence.text, labelsOf(sentence) as readonly (readonly [string, T])[]);
    tally(read(sentence.text, sentence.published), labels, neutralOf(sentence), same, total);
  }
  return scored(total);
}

const scoreNumbers = (read: Reader<number>): Scores =>
  score(
    read,
    ({ numbers }) => numbers,
    ({ text, dates }) => locate(text, dates),
    sameNumber,
  );
const scoreDates = (read: Reader<string>): Scores =>
  score(
    read,
    ({ dates }) => dates,
    () => [],
    sameDate,
  );

// ── Gold answers of the corpus, where the folder beside the repository is there ────────────────────────────────────

const CORPUS = new URL('../../shared/corpus/short/', import.meta.url);

interface GoldText {
  readonly text: string;
  readonly cleanText?: string;
  readonly gold: {
    readonly period: { readonly start: string | null; readonly end: string | null } | null;
    readonly feedbackDate: string | null;
    readonly publishedDate: string | null;
  };
}

/** The texts whose answers hold dates; none where the corpus is not there. */
function readGold(): GoldText[] {
  if (!existsSync(CORPUS)) return [];
  return readdirSync(CORPUS).map((name) => JSON.parse(readFileSync(new URL(name, CORPUS), 'utf8')) as GoldText);
}

/** How many of the dates in the answers a reader finds anywhere in the text, given the day of publication. */
function goldRecall(read: Reader<string>, golds: readonly GoldText[]): number | undefined {
  let found = 0;
  let all = 0;
  for (const { text, cleanText = text, gold } of golds) {
    const { period, feedbackDate, publishedDate } = gold;
    const wanted = [period?.start, period?.end, feedbackDate, publishedDate].filter((date) => typeof date === 'string');
    if (wanted.length === 0) continue;
    const published = publishedDate?.startsWith('20') ? publishedDate : undefined;
    const values = read(cleanText, published).map(({ value }) => value);
    all += wanted.length;
    found += wanted.filter((date) => values.some((value) => sameDate(value, date))).length;
  }
  return all === 0 ? undefined : found / all;
}

// ── Speed ───────────────────────────────────────────────────────────────────────────────────────────────────────────

const NOTICE_CHARS = 8000;
const notice = (): string => rectificationNotice(1, NOTICE_CHARS);

/** The best of several rounds, so that other work on the machine does not count; slow readers get one. */
function speed(read: (text: string) => unknown): Pick<GrammarRow, 'millisecondsPerNotice' | 'charsPerSecond'> {
  const text = notice();
  const deadline = performance.now() + 1500;
  let best = Number.POSITIVE_INFINITY;
  do {
    const start = performance.now();
    read(text);
    best = Math.min(best, performance.now() - start);
  } while (performance.now() < deadline);
  return { millisecondsPerNotice: best, charsPerSecond: text.length / (best / 1000) };
}

/** What the extractors of one notice ask for: the numerals once, their quantities, the dates. */
function readAll(text: string): void {
  findQuantities(text, findNumerals(text));
  findDates(text);
}

/** Undefined values are left out of the row. */
const withGold = (read: Reader<string>, golds: readonly GoldText[]): Pick<GrammarRow, 'goldRecall'> => {
  const recall = goldRecall(read, golds);
  return recall === undefined ? {} : { goldRecall: recall };
};

export async function benchGrammars(): Promise<GrammarRow[]> {
  const golds = readGold();
  const day = '2026-01-01';
  return [
    { what: 'numbers', reader: 'ours', ...scoreNumbers(ourNumbers), ...speed((text) => ourNumbers(text, day)) },
    {
      what: 'numbers',
      reader: 'recognizers-text-number',
      ...scoreNumbers(microsoftNumbers),
      ...speed((text) => microsoftNumbers(text, day)),
    },
    {
      what: 'dates',
      reader: 'ours',
      ...scoreDates(ourDates),
      ...withGold(ourDates, golds),
      ...speed((text) => ourDates(text, day)),
    },
    {
      what: 'dates',
      reader: 'chrono-node zh.hans',
      ...scoreDates(chronoDates),
      ...withGold(chronoDates, golds),
      ...speed((text) => chronoDates(text, day)),
    },
    {
      what: 'dates',
      reader: 'recognizers-text-date-time',
      ...scoreDates(microsoftDates),
      ...withGold(microsoftDates, golds),
      ...speed((text) => microsoftDates(text, day)),
    },
    { what: 'all three', reader: 'ours', ...speed(readAll) },
  ];
}

const percent = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(3));

/** The rows as a table for the terminal. */
export function formatGrammars(rows: readonly GrammarRow[]): string {
  const lines = rows.map(
    ({ what, reader, precision, recall, f1, goldRecall: gold, millisecondsPerNotice, charsPerSecond }) =>
      [
        what.padEnd(11),
        reader.padEnd(27),
        percent(precision).padStart(9),
        percent(recall).padStart(7),
        percent(f1).padStart(7),
        percent(gold).padStart(7),
        millisecondsPerNotice.toFixed(2).padStart(10),
        `${(charsPerSecond / 1e6).toFixed(2)} M`.padStart(9),
      ].join(' '),
  );
  const head = [
    'what'.padEnd(11),
    'reader'.padEnd(27),
    'precision',
    ' recall',
    '     F1',
    '   gold',
    ' ms/notice',
    '  chars/s',
  ].join(' ');
  return [head, ...lines].join('\n');
}

if (process.argv[1] && import.meta.url === new URL(`file://${process.argv[1]}`).href)
  process.stdout.write(`${formatGrammars(await benchGrammars())}\n`);
