import type { DocType, Figure, FigureCategory } from '../../../src/model/index.ts';
import { gated, gateOf } from '../../gate.ts';
import { isOneOf, oneOfWords, signsOf } from '../../sticky.ts';
import { ONE_FINDING } from '../../vocabulary.ts';
import { clauseStart } from './context.ts';
import { fitsBefore, OF_INSPECTORS, type WordsBefore, weighWords } from './scope-clues.ts';

/**
 * `total`: a total of this notice – this round, the whole enterprise. Of each category at most one value is
 * the total; its repetitions are totals too, everything else is a part. A total must earn it: by its place
 * (the introduction, the overview) or by its words (共, 累计, 全集团), and it must not be a breakdown,
 * one item’s number, a sub-unit’s, another year’s or another round’s.
 */
interface ScopeSource {
  readonly text: string;
  readonly docType: DocType;
  readonly inItem: (offset: number) => boolean;
}

/** Words that make a number the sum of all. */
const SUM = /(?:合计|总计|共计|累计|总共|一共|全部|全年|(?<!公)共(?![性同建享]))[^，,。；;：:\d]{0,12}$/u;
/** A span of time or a whole that the sentence speaks of. */
const isOfWhole = gated(
  /(?:整改以来|整改期间|集中整改期间|反馈(?:的|意见)?以来|截至|目前|巡视期间|巡察期间|合计|[一二两三四五六七八九十\d]+年(?:来|间)|(?<!今年)以来(?!的)|全行|全集团|集团公司系统|各巡视组共|先后开展)/u,
);
/** How likely a category’s number is a total where nothing else is said. */
const READY: Partial<Record<FigureCategory, number>> = {
  issues: 2,
  tasks: 2,
  measures: 2,
  measuresDue: 2,
  measuresDone: 2,
  tasksDone: 2,
  issuesDone: 2,
  completionRate: 2,
  rules: 1,
  clues: 1,
  money: 1,
  accountabilityCases: 1,
  accountabilityPersons: 1,
  interviews: 1,
  documents: 1,
  units: 1,
  discipline: 0.5,
  transfers: 0,
  talks: -2,
  satisfaction: 0.5,
  recommendations: 1,
};

/** Never totals: counts of events and whatever has no category. */
const NEVER: ReadonlySet<FigureCategory> = new Set(['other', 'meetings', 'trainings']);

const DIGITS = signsOf('0123456789');

/** How many characters of a quote stand before its number: 4 of 新增制度14项. */
function ownLength(quote: string): number {
  let at = 0;
  while (at < quote.length && !isOneOf(DIGITS, quote, at)) at++;
  return at < quote.length ? at : 0;
}

/** The last words before a figure, from an offset on. */
const wordsBefore = ({ start, quote }: Figure, text: string, from: number): WordsBefore => ({
  text,
  from,
  figure: start,
  number: start + ownLength(quote),
});

/** No more than so many characters before a figure decide whether `SUM` fits. */
const SUM_WORDS = 20;
const maySum = gateOf([SUM]);
const isSumWord = oneOfWords('共', '累计', '合计');

/** Whether words right before the figure, or its first word, make it the sum of all. */
function isSum(figure: Figure, text: string): boolean {
  const words = wordsBefore(figure, text, Math.max(0, figure.start - SUM_WORDS));
  return (maySum(text, words.from, words.number) !== 0 && fitsBefore(SUM, words)) || isSumWord(figure.quote, 0);
}

/** 全年问责40件，问责74人次: a sum’s word reaches the figure that follows at once. */
const SUM_REACH = 8;

const SENTENCE_ENDS = signsOf('。');
const OF_ONE_FINDING = new RegExp(`^${ONE_FINDING}`, 'u');

function weigh(figure: Figure, source: ScopeSource, { lineStart, isSummed, ownRound }: Circumstances): number {
  const { category, quote, start } = figure;
  const { text, docType, inItem } = source;
  const from = Math.max(lineStart, start - LONGEST_SENTENCE);
  // the sentence before a figure: sums are announced far ahead (截至2021年1月31日，…)
  const sentence = clauseStart(text, from, start, SENTENCE_ENDS);
  const isOfOneItem = inItem(start) || OF_ONE_FINDING.test(text.slice(from, start));
  let weight = (READY[category] ?? 0) + (isOfOneItem ? -2.5 : 1);
  weight += weighWords(wordsBefore(figure, text, sentence), category, docType);
  if (docType === 'rectification' && OF_INSPECTORS.has(category)) weight -= 3;
  // an article speaks of many inspections: its totals must be said to be so, or stand at its beginning
  if (docType === 'practice') weight -= 1;
  if (isSummed) weight += 4;
  else if (isOfWhole(text, sentence, start)) weight += 1.5;
  if (category === 'issuesDone' && ON_THE_SPOT.test(quote)) weight -= 9;
  if (ownRound !== undefined && namesOther(text.slice(sentence, start), ownRound)) weight -= 9;
  return weight;
}
/** No sentence is looked at further back. */
const LONGEST_SENTENCE = 240;

/** What was put right while the inspectors were there is not what was put right of their findings. */
const ON_THE_SPOT = /立行立改|边巡边改/u;

interface Circumstances {
  readonly lineStart: number;
  /** Whether words of a sum reach the figure. */
  readonly isSummed: boolean;
  /** The round that a news article names first. */
  readonly ownRound: string | undefined;
}

/** 第三轮 in the account of the fourth round. */
const ROUND = /第[一二三四五六七八九十]{1,3}轮/u;
const LEAD = 300;
const namesOther = (sentence: string, own: string): boolean => !sentence.includes(own) && ROUND.test(sentence);

const THRESHOLD = 2;
/** News places what it counts first; late numbers must say that they are sums. */
const NEWS_THRESHOLD = 3;
/** Where one value is the whole, a news article says it in its first paragraphs. */
const NEWS: ReadonlySet<DocType> = new Set(['feedback', 'launch', 'practice', 'progress-news']);

/** How much an article’s place adds: it counts first and tells afterwards. */
function placeWeight({ start }: Figure, { text, docType }: ScopeSource): number {
  if (!NEWS.has(docType)) return 0;
  const place = 2 - 2 * Math.min(1, start / Math.max(1200, text.length));
  return start < Math.max(400, text.length / 4) ? place + 2.5 : place;
}

/** What a total is a total of: clues and petitions are two things, and so are the rates of issues, tasks and measures. */
function kindOf({ category, quote, start }: Figure, text: string): string {
  if (category === 'clues') return /线索/u.test(quote) ? 'clues' : 'petitions';
  if (category !== 'completionRate') return category;
  const noun =
    /(问题|任务|措施)[^，,。]{0,4}(?:整改)?$/u.exec(text.slice(Math.max(0, start - 10), start))?.[1] ??
    /(问题|任务|措施)/u.exec(quote)?.[1];
  return `completionRate ${noun ?? ''}`;
}

/** A count of what was settled is a part, even where it equals the whole: 移交信访件11件，办结11件. */
const isSettled = ({ category, quote }: Figure): boolean =>
  (category === 'accountabilityCases' && quote.includes('立案')) ||
  (category === 'clues' && /办结|处置|核查|核结|查结|了结|办理|在办/u.test(quote));

/** 制定出台制度16项、修订完善制度28项: two halves of a sum that the text does not state. */
function isHalf(figure: Figure, next: Figure | undefined, previous: Figure | undefined, text: string): boolean {
  if (figure.category !== 'rules' || /^(?:共|合计)/u.test(figure.quote)) return false;
  const beside = (a: Figure | undefined, b: Figure | undefined): boolean =>
    a?.category === 'rules' &&
    b?.category === 'rules' &&
    b.start >= a.end &&
    /^(?:[、，,和及]?|\n[^\t\n]{2,12}\t(?:[^\t\n]{1,3}\t)?)$/u.test(
      text.slice(a.end, b.start).replace(/(?:制定|出台|新建|新增|修订|完善|修改)+$/u, ''),
    );
  return beside(figure, next) || beside(previous, figure);
}

/** 提出整改建议9条 … 6条 … 7条: what is said of one unit after the other, in a section each. */
const MOST_ALIKE = 2;
const wordsOf = ({ category, quote }: Figure): string => `${category} ${quote.replace(/[\d.,]+/gu, '')}`;

/** The figures that the same words give in more than two sections of a report. */
function parallelOf(figures: readonly Figure[]): ReadonlySet<Figure> {
  const inSections = figures.filter(({ section }) => section !== '');
  const alike = [...Map.groupBy(inSections, wordsOf).values()];
  return new Set(alike.filter((row) => new Set(row.map(({ section }) => section)).size > MOST_ALIKE).flat());
}
/** So much less is one of them a total. */
const PARALLEL = 5;

const MOST_PARTS = 6;

/** 13家单位。其中…9家…4家: a number that the next ones of its category add up to is their whole. */
function isWholeOfNext(figure: Figure, following: readonly Figure[]): boolean {
  let sum = 0;
  for (const [index, { value, unit }] of following.entries()) {
    sum += unit === figure.unit ? value : Number.NaN;
    if (index > 0 && sum === figure.value) return true;
  }
  return false;
}
const WHOLE_OF_PARTS = 5;

/** Where the line of an offset begins, for ascending offsets. */
function lineStarts(text: string): (offset: number) => number {
  let start = 0;
  let end = text.indexOf('\n');
  return (offset) => {
    while (end >= 0 && end < offset) {
      start = end + 1;
      end = text.indexOf('\n', start);
    }
    return start;
  };
}

/** The weight of a table’s total. */
const OF_TABLE = 10;

/** Two weights within this distance are alike: the larger number is the whole. */
const ALIKE = 1.5;

interface Candidate {
  readonly figure: Figure;
  readonly weight: number;
}

/** The total row of a table, which bears its scope from the start. */
const isOfTable = ({ scope }: Figure): boolean => scope === 'total';

/** Which of two that could be the whole it is. A table may be one of several: a larger number in words goes before its total. */
function isBetter({ figure, weight }: Candidate, known: Candidate): boolean {
  const isLarger = figure.value > known.figure.value && figure.unit !== '%';
  const isSame = figure.value === known.figure.value;
  if (isOfTable(figure) !== isOfTable(known.figure) && figure.unit !== '%' && !isSame)
    return isLarger && !figure.approx;
  if (weight > known.weight + ALIKE) return true;
  return weight >= known.weight - ALIKE && isLarger && figure.category !== 'units';
}

/** The figures with their scopes. Totals of table rows stay as they are. */
export function assignScopes(figures: readonly Figure[], source: ScopeSource): Figure[] {
  const threshold = NEWS.has(source.docType) ? NEWS_THRESHOLD : THRESHOLD;
  const best = new Map<string, Candidate>();
  const units = figures.filter(({ category }) => category === 'units');
  const afterUnits = new Map(units.map((figure, index) => [figure, index + 1]));
  const isWhole = (figure: Figure): boolean => {
    const next = afterUnits.get(figure);
    return next !== undefined && isWholeOfNext(figure, units.slice(next, next + MOST_PARTS));
  };
  const lineStartOf = lineStarts(source.text);
  const ownRound = NEWS.has(source.docType) ? ROUND.exec(source.text.slice(0, LEAD))?.[0] : undefined;
  const parallel = NEWS.has(source.docType) ? parallelOf(figures) : new Set<Figure>();
  let sumEnd = -1;
  figures.forEach((figure, index) => {
    const isNear = sumEnd >= 0 && figure.start >= sumEnd && figure.start - sumEnd <= SUM_REACH;
    const isSummed =
      (isNear && !/其中|。/u.test(source.text.slice(sumEnd, figure.start))) || isSum(figure, source.text);
    if (isSummed) sumEnd = figure.end;
    if (
      NEVER.has(figure.category) ||
      isSettled(figure) ||
      isHalf(figure, figures[index + 1], figures[index - 1], source.text)
    )
      return;
    const weight = isOfTable(figure)
      ? OF_TABLE
      : weigh(figure, source, { lineStart: lineStartOf(figure.start), isSummed, ownRound }) +
        placeWeight(figure, source) +
        (isWhole(figure) ? WHOLE_OF_PARTS : 0) -
        (parallel.has(figure) ? PARALLEL : 0);
    if (weight < threshold) return;
    const kind = kindOf(figure, source.text);
    const known = best.get(kind);
    if (!known || isBetter({ weight, figure }, known)) best.set(kind, { weight, figure });
  });
  return figures.map((figure) => {
    const total = best.get(kindOf(figure, source.text))?.figure;
    const isTotal =
      total !== undefined && figure.value === total.value && figure.unit === total.unit && !isSettled(figure);
    return { ...figure, scope: isTotal ? 'total' : 'part' };
  });
}

/** The stated totals by category. */
export function headlineOf(figures: readonly Figure[]): Map<FigureCategory, Figure> {
  const headline = new Map<FigureCategory, Figure>();
  for (const figure of figures) {
    if (figure.scope !== 'total') continue;
    // clues stand for clues and petitions where both are stated
    const known = headline.get(figure.category);
    if (!known || (figure.category === 'clues' && !/线索/u.test(known.quote) && /线索/u.test(figure.quote)))
      headline.set(figure.category, figure);
  }
  return headline;
}
