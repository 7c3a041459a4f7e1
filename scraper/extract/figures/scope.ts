import type { DocType, Figure, FigureCategory } from '../../../src/model/index.ts';
import { gateByName, gateOf } from '../../gate.ts';
import { isOneOf, signsOf } from '../../sticky.ts';
import { ONE_FINDING } from '../../vocabulary.ts';
import { lastClause } from './context.ts';

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
/** The whole enterprise as the subject of the sentence. */
const WHOLE = /全集团|全系统|全行|全局|全公司|全市|全省|集团(?:公司)?系统|系统内/u;
/** What the inspectors themselves handed over is the whole by its nature. */
const HANDED_OVER = /巡[视察]组?(?:向[^，,。；;]{2,16})?(?:共)?(?:移交|交办|转办)[^，,。；;\d]{0,12}$/u;
const SENTENCE_SUM =
  /(?:整改以来|整改期间|集中整改期间|反馈(?:的|意见)?以来|截至|目前|巡视期间|巡察期间|合计|[一二两三四五六七八九十\d]+年(?:来|间)|(?<!今年)以来(?!的)|全行|全集团|集团公司系统|各巡视组共|先后开展)/u;
/** A breakdown; units that were only looked into. */
const OF_WHICH = /其中[^，,]{0,30}$/u;
const REACHED = /延伸|走访|下沉/u;
/** Words that make it one part. */
const PART =
  /自查|检视|查摆|交叉检查|抽查|复查|回溯|分别|有的|个别(?!谈话|访谈)|某|部分|各(?:二级|级(?!纪[检委]|党[组委])|单位)|(?<![及和])(?:所属|下属)|子公司|分公司|支行|(?:经营|党建|纪检|选人)[\u4e00-\u9fff]{0,6}组|同比|较上年|另行|[此同]类|一次性|上次|上一?轮/u;
const OTHER_TIME =
  /(?:本届[^，,。]{0,8}前|前[一二三四五六七八九十]轮|20\d\d年(?:全年|第[一二三四五六七八九十]+轮)|去年|上一?轮|前[一二三两]轮|首轮|第一轮|此前|以往|近[一二三四五两]年)/u;

/** 去年9月，省委第六轮巡视向14家企业反馈问题516个: those whose rectification the text tells. */
const GIVEN_LAST_YEAR = /^[^，,。]{0,6}去年\d{1,2}月[^。]{0,60}反馈/u;

/** 九届市委已开展六轮巡察，累计…: the sum of a term is no total of one round. */
const SEVERAL_ROUNDS =
  /(?:开展|组织|完成)了?(?:[二两三四五六七八九十]|[2-9]|\d\d)+轮(?:次)?(?:常规|专项)?巡[视察]|(?<![第十])[二两三四五六七八九十]轮巡[视察](?:共|累计)/u;

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

/** The words of a quote before its number: 新增制度 of 新增制度14项. */
function ownWords(quote: string): string {
  let at = 0;
  while (at < quote.length && !isOneOf(DIGITS, quote, at)) at++;
  return at < quote.length ? quote.slice(0, at) : '';
}
const DIGITS = signsOf('0123456789');

/** Whether a pattern fits the words right before a figure, or before its number with the words of its own quote. */
const fitsBefore = (pattern: RegExp, before: string, own: string): boolean =>
  pattern.test(before) || (own !== '' && pattern.test(before + own));

/** No more than so many characters before a figure decide whether `SUM` fits. */
const SUM_WORDS = 20;
const maySum = gateOf([SUM]);

/** Whether words right before the figure, or its first word, make it the sum of all. */
function isSum({ start, quote }: Figure, text: string): boolean {
  const before = text.slice(Math.max(0, start - SUM_WORDS), start);
  const own = ownWords(quote);
  return (maySum(before + own) !== 0 && fitsBefore(SUM, before, own)) || /^(?:共|累计|合计)/u.test(quote);
}

/** … and so many, whether `HANDED_OVER` does. */
const HANDED_WORDS = 44;
/** 全年问责40件，问责74人次: a sum’s word reaches the figure that follows at once. */
const SUM_REACH = 8;

const STATEMENT_MARKS = signsOf('；;：:');
const SENTENCE_ENDS = signsOf('。');
const OF_ONE_FINDING = new RegExp(`^${ONE_FINDING}`, 'u');

function weigh(figure: Figure, source: ScopeSource, { lineStart, isSummed, ownRound }: Circumstances): number {
  const line = source.text.slice(Math.max(lineStart, figure.start - 240), figure.start);
  // the sentence before a figure: sums are announced far ahead (截至2021年1月31日，…)
  const sentence = lastClause(line, SENTENCE_ENDS);
  const before = sentence.slice(-80);
  const own = ownWords(figure.quote);
  const held = look(sentence + own);
  let weight = READY[figure.category] ?? 0;
  if (source.docType === 'rectification' && OF_INSPECTORS.has(figure.category)) weight -= 3;
  // an article speaks of many inspections: its totals must be said to be so, or stand at its beginning
  if (source.docType === 'practice') weight -= 1;
  if (held & bits.HANDED_OVER && fitsBefore(HANDED_OVER, before.slice(-HANDED_WORDS), own)) weight += 4;
  if (held & bits.WHOLE && WHOLE.test(before)) weight += 4;
  if (isSummed) weight += 4;
  else if (held & bits.SENTENCE_SUM && SENTENCE_SUM.test(sentence)) weight += 1.5;
  if (source.inItem(figure.start) || OF_ONE_FINDING.test(line)) weight -= 2.5;
  else weight += 1;
  const clause = held & (bits.OF_WHICH | bits.REACHED | bits.PART) ? lastClause(before, STATEMENT_MARKS) : '';
  if (held & bits.OF_WHICH && OF_WHICH.test(clause)) weight -= 9;
  if (figure.category === 'issuesDone' && /立行立改|边巡边改/u.test(figure.quote)) weight -= 9;
  if (figure.category === 'units' && held & bits.REACHED && REACHED.test(clause.slice(-24) + own)) weight -= 9;
  if (held & bits.PART && PART.test(clause.slice(-36))) weight -= 3;
  if (
    (held & bits.OTHER_TIME && OTHER_TIME.test(sentence) && !GIVEN_LAST_YEAR.test(sentence)) ||
    (source.docType !== 'practice' && held & bits.SEVERAL_ROUNDS && SEVERAL_ROUNDS.test(sentence))
  )
    weight -= 9;
  if (held & bits.ROUND && namesOther(sentence, ownRound)) weight -= 9;
  if (source.docType !== 'rectification' && held & bits.ONE_GROUP && ONE_GROUP.test(before)) weight -= 5;
  if (figure.category === 'issues' && held & bits.GIVEN && GIVEN.test(before)) weight += 5;
  if (OF_SUPERVISORS.has(figure.category) && held & bits.SUPERVISORS && SUPERVISORS.test(sentence)) weight -= 5;
  return weight;
}

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
const namesOther = (sentence: string, own: string | undefined): boolean =>
  own !== undefined && !sentence.includes(own) && ROUND.test(sentence);

/** 把反馈的64个问题细化为…: what was handed over is the whole. */
const GIVEN = /(?:把|将|对|针对|围绕)[^，,。；;\d]{0,12}反馈的$/u;

/** One group’s part of a round that several groups made. */
const ONE_GROUP = /第[一二三四五六七八九十]+巡[视察]组[^。]{0,40}$/u;
/** How the inspectors worked: no totals of an enterprise’s own account. */
const OF_INSPECTORS: ReadonlySet<FigureCategory> = new Set(['units', 'interviews', 'documents']);

/** What an enterprise’s own supervisors saw on their rounds is no total of the inspection. */
const OF_SUPERVISORS: ReadonlySet<FigureCategory> = new Set([...OF_INSPECTORS, 'issues', 'recommendations']);
const SUPERVISORS = /(?:督导|督查|检查|调研)组[，,]?[^。，,]{0,6}(?:进驻|深入|赴|到|下沉|对)/u;

const { look, bits } = gateByName({
  HANDED_OVER,
  WHOLE,
  SENTENCE_SUM,
  OF_WHICH,
  REACHED,
  PART,
  OTHER_TIME,
  SEVERAL_ROUNDS,
  ONE_GROUP,
  GIVEN,
  SUPERVISORS,
  ROUND,
});

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
  if (figure.category !== 'rules') return false;
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
