import type { DocType, FigureCategory } from '../../../src/model/index.ts';
import { sieve } from '../../gate.ts';
import { signsOf } from '../../sticky.ts';
import { clauseStart } from './context.ts';

/** Words before a figure that make it a total or a part, each with its reason. A weight of 9 decides alone. */
export interface ScopeClue {
  readonly weight: number;
  readonly pattern: RegExp;
  /** Where it is looked for: in the sentence up to the figure, or in what follows the last ；or ： of it. */
  readonly within: 'sentence' | 'statement';
  /** So many characters before the figure; the sentence where it is absent. */
  readonly reach?: number;
  /** Whether the words of the figure’s own quote may be part of it: 移交|问题线索16件. */
  readonly own?: true;
  /** Only for these categories. */
  readonly categories?: ReadonlySet<FigureCategory>;
  /** Not in these texts. */
  readonly notIn?: DocType;
  /** Words of the sentence that take it back. */
  readonly unless?: RegExp;
}

/** How the inspectors worked: no totals of an enterprise’s own account. */
export const OF_INSPECTORS: ReadonlySet<FigureCategory> = new Set(['units', 'interviews', 'documents']);
const OF_SUPERVISORS: ReadonlySet<FigureCategory> = new Set([...OF_INSPECTORS, 'issues', 'recommendations']);

const CLUES: readonly ScopeClue[] = [
  // what the inspectors themselves handed over is the whole by its nature
  {
    weight: 4,
    pattern: /巡[视察]组?(?:向[^，,。；;]{2,16})?(?:共)?(?:移交|交办|转办)[^，,。；;\d]{0,12}$/u,
    within: 'sentence',
    reach: 44,
    own: true,
  },
  // the whole enterprise as the subject
  {
    weight: 4,
    pattern: /全集团|全系统|全行|全局|全公司|全市|全省|集团(?:公司)?系统|系统内/u,
    within: 'sentence',
    reach: 80,
  },
  // 把反馈的64个问题细化为…
  {
    weight: 5,
    pattern: /(?:把|将|对|针对|围绕)[^，,。；;\d]{0,12}反馈的$/u,
    within: 'sentence',
    reach: 80,
    categories: new Set(['issues']),
  },
  // a breakdown
  { weight: -9, pattern: /其中[，,]?[^，,]{0,30}$/u, within: 'statement', reach: 80 },
  // what is left: 还有3个问题未整改
  {
    weight: -9,
    pattern: /(?:尚未|还有|还剩|剩余|其余|余下|仍有|未完成)[^，,。；;\d]{0,10}$/u,
    within: 'statement',
    reach: 24,
    own: true,
  },
  // units that were only looked into
  {
    weight: -9,
    pattern: /延伸|走访|下沉/u,
    within: 'statement',
    reach: 24,
    own: true,
    categories: new Set(['units']),
  },
  // one part of several
  {
    weight: -3,
    pattern:
      /自查|检视|查摆|暗访|交叉检查|抽查|复查|回溯|分别|有的|个别(?!谈话|访谈)|某|部分|各(?:二级|级(?!纪[检委]|党[组委])|单位)|(?<![及和])(?:所属|下属)|子公司|(?<![省市])分公司|支行|(?:经营|党建|纪检|选人)[\u4e00-\u9fff]{0,6}组|同比|较上年|另行|[此同]类|一次性|上次|上一?轮/u,
    within: 'statement',
    reach: 36,
  },
  // another time; 去年9月，省委第六轮巡视向14家企业反馈问题516个: those whose rectification the text tells
  {
    weight: -9,
    pattern:
      /本届[^，,。]{0,8}前|前[一二三四五六七八九十]轮|20\d\d年(?:全年|第[一二三四五六七八九十]+轮)|去年|上一?轮|前[一二三两]轮|首轮|第一轮|此前|以往|近[一二三四五两]年/u,
    within: 'sentence',
    unless: /^[^，,。]{0,6}去年\d{1,2}月[^。]{0,60}反馈/u,
  },
  // the years before, in what is told of one inspection; an article tells of years
  { weight: -9, pattern: /上一?届|20\d\d年以来/u, within: 'statement', notIn: 'practice' },
  // 九届市委已开展六轮巡察，累计…: the sum of a term is no total of one round
  {
    weight: -9,
    pattern:
      /(?:开展|组织|完成)了?(?:[二两三四五六七八九十]|[2-9]|\d\d)+轮(?:次)?(?:常规|专项)?巡[视察]|(?<![第十])[二两三四五六七八九十]轮巡[视察](?:共|累计)/u,
    within: 'sentence',
    notIn: 'practice',
  },
  // one group’s part of a round that several groups made
  {
    weight: -5,
    pattern: /第[一二三四五六七八九十]+巡[视察]组[^。]{0,40}$/u,
    within: 'sentence',
    reach: 80,
    notIn: 'rectification',
  },
  // what an enterprise’s own supervisors saw on their rounds
  {
    weight: -5,
    pattern: /(?:督导|督查|检查|调研)组[，,]?[^。，,]{0,6}(?:进驻|深入|赴|到|下沉|对)/u,
    within: 'sentence',
    categories: OF_SUPERVISORS,
  },
];

/** All of one shape, which is read faster. */
const cluesIn = sieve(
  CLUES.map(({ weight, pattern, within, reach = Number.POSITIVE_INFINITY, own, categories, notIn, unless }) => ({
    weight,
    pattern,
    ofStatement: within === 'statement',
    reach,
    withOwn: own === true,
    categories: categories ?? null,
    notIn: notIn ?? null,
    unless: unless ?? null,
  })),
  ({ pattern }) => pattern,
);
const STATEMENT_MARKS = signsOf('；;：:');
/** No statement is looked at further back. */
const STATEMENT = 80;

/** The words before a figure: `text` from `from` up to the figure, and on to its own number. */
export interface WordsBefore {
  readonly text: string;
  readonly from: number;
  readonly figure: number;
  readonly number: number;
}

/** Whether a pattern fits the words up to the figure or up to its number. */
export const fitsBefore = (pattern: RegExp, { text, from, figure, number }: WordsBefore): boolean =>
  pattern.test(text.slice(from, figure)) || (number > figure && pattern.test(text.slice(from, number)));

/** The weight of all clues in the words of its sentence before a figure. */
export function weighWords(words: WordsBefore, category: FigureCategory, docType: DocType): number {
  const { text, from, figure, number } = words;
  let sum = 0;
  let statement = -1;
  for (const clue of cluesIn(text, from, number)) {
    if (clue.notIn === docType || (clue.categories !== null && !clue.categories.has(category))) continue;
    if (clue.unless?.test(text.slice(from, figure))) continue;
    if (clue.ofStatement && statement < 0)
      statement = clauseStart(text, Math.max(from, figure - STATEMENT), figure, STATEMENT_MARKS);
    const near = Math.max(clue.ofStatement ? statement : from, figure - clue.reach);
    if (clue.withOwn ? fitsBefore(clue.pattern, { ...words, from: near }) : clue.pattern.test(text.slice(near, figure)))
      sum += clue.weight;
  }
  return sum;
}
