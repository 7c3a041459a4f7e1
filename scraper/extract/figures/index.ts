import type { DocType, Figure, FigureCategory, Sentence } from '../../../src/model/index.ts';
import type { Quantity } from '../../quantities.ts';
import { contextsOf, type QuantityContext, type Reading } from './context.ts';
import { isAspect, isHanDigit, isHeadCount, isPlanned, isVague, NOT_COUNTED, RULES, type Rule } from './rules.ts';
import { assignScopes } from './scope.ts';
import { readTables } from './table.ts';

/** What the figures are read from: a clean text with its sentences, quantities and outline. */
export interface FigureSource {
  readonly text: string;
  readonly docType: DocType;
  readonly sentences: readonly Sentence[];
  readonly quantities: readonly Quantity[];
  /** Outline path of an offset. */
  readonly sectionOf: (offset: number) => string;
  /** Whether an offset lies inside a rectification item. */
  readonly inItem: (offset: number) => boolean;
}

/** The unit as the records name it: 件次 counts 件, 余项 counts 项. */
const UNITS: Readonly<Record<string, string>> = { 件次: '件', 份次: '份' };

const PERSONS: ReadonlySet<FigureCategory> = new Set(['accountabilityPersons', 'discipline', 'talks', 'transfers']);
const DONE_CATEGORIES: ReadonlySet<FigureCategory> = new Set(['issuesDone', 'tasksDone', 'measuresDone']);
const DONE: Partial<Record<FigureCategory, FigureCategory>> = {
  issues: 'issuesDone',
  tasks: 'tasksDone',
  measures: 'measuresDone',
  measuresDue: 'measuresDone',
};
const SETTLED =
  '(?:完成(?:整改)?|整改(?:完成|到位|完毕)?|改(?:好|结|完|到位)|办(?:完|结|妥)|竣事|落(?:实(?:到位)?|地)|见效|兑现|销号|解决|了结)';
const ALREADY = new RegExp(
  `^(?:均|现|均已|已|已经)(?:全部|按期|如期|验收)?${SETTLED}|^(?:全部|按期|如期|验收)${SETTLED}`,
  'u',
);
const DONE_BEFORE = new RegExp(
  `(?:已|已经|均已|现已|全部|累计|亮绿灯的已)(?:全部|按期|如期|经)?${SETTLED}(?:整改)?(?:了)?近?$|(?<![未需应])${SETTLED}近?$|立行立改$|已改$`,
  'u',
);

function matchRule(rule: Rule, context: QuantityContext): Reading | null {
  const { quantity, clauseBefore, clauseAfter, edges } = context;
  const before = rule.before ? rule.before.exec(clauseBefore) : null;
  if (rule.before && !before) return null;
  // 给予党纪政务处分、12人予以诫勉谈话: the words before 、 belong to the number before
  if (before && PERSONS.has(rule.category) && clauseBefore.endsWith('、')) return null;
  const after = rule.after ? rule.after.exec(clauseAfter) : null;
  if (rule.after && !after) return null;
  if (rule.sentence && !rule.sentence.test(context.words)) return null;
  if (rule.not?.test(`${clauseBefore}${quantity.unit}${clauseAfter}`)) return null;
  if (rule.notBefore?.test(context.before) || rule.notAfter?.test(clauseAfter)) return null;
  // 9个项目责任人进行约谈10人: the number after the verb is its count
  if (
    after &&
    (PERSONS.has(rule.category) || DONE_CATEGORIES.has(rule.category)) &&
    context.next - quantity.end - after[0].length <= (DONE_CATEGORIES.has(rule.category) ? 4 : 0) &&
    context.next < context.sentence.end
  )
    return null;
  return {
    category: rule.category,
    start: before ? edges.before - before[0].length : quantity.start,
    end: after ? edges.after + after[0].length : quantity.end,
  };
}

/** The rules that a unit can meet, in their order: most units meet few. */
const byUnit = new Map<string, readonly Rule[]>();
const MOST_UNITS = 500;
function rulesFor(unit: string): readonly Rule[] {
  const known = byUnit.get(unit);
  if (known) return known;
  const rules = RULES.filter(({ units }) => units.test(unit));
  if (byUnit.size < MOST_UNITS) byUnit.set(unit, rules);
  return rules;
}

function readByRules(context: QuantityContext, text: string): Reading | null {
  for (const rule of rulesFor(context.quantity.unit)) {
    const reading = matchRule(rule, context);
    if (reading && (!PERSONS.has(reading.category) || isHeadCount(context)) && !isVague(reading, text, context))
      return reading;
  }
  return null;
}

const PERSON_UNIT = /^(?:人|人次|名|位)$/u;

/** A done-count whose noun stands with a number before it: 109项整改任务…已完成87项. */
function inheritDone(context: QuantityContext, latest: Figure, counted: readonly Figure[]): Reading | null {
  // 34个问题，制定措施127条，已完成整改31个: the unit tells which
  const last =
    DONE[latest.category] && latest.unit !== context.quantity.unit
      ? (counted.findLast(({ unit }) => unit === context.quantity.unit) ?? latest)
      : latest;
  const done = DONE[last.category] ?? (DONE_CATEGORIES.has(last.category) ? last.category : undefined);
  const { quantity, clauseBefore, clauseAfter, edges } = context;
  if (!done || !sameUnit(last.unit, quantity.unit) || /未|尚/u.test(clauseBefore)) return null;
  const before = DONE_BEFORE.exec(clauseBefore);
  if (before && DONE[last.category])
    return { category: done, start: edges.before - before[0].length, end: quantity.end };
  const after = DONE[last.category] ? ALREADY.exec(clauseAfter) : null;
  return after ? { category: done, start: quantity.start, end: edges.after + after[0].length } : null;
}

/** The parts of what was counted just before: 其中局级5人、处级34人; 其中党的领导方面22个、从严治党方面39个. */
function inheritBreakdown(
  { quantity, clauseAfter }: QuantityContext,
  last: Figure,
  between: string,
  inBreakdown: boolean,
): boolean {
  const same = last.unit === quantity.unit || (PERSON_UNIT.test(last.unit) && PERSON_UNIT.test(quantity.unit));
  if (
    !same ||
    BREAKABLE.has(last.category) === false ||
    /^[\u4e00-\u9fff]{0,4}(?:制度|问题|任务|措施|线索)/u.test(clauseAfter)
  )
    return false;
  if (/^[，,；;（(]?其中[^，,。；;]{0,18}$/u.test(between)) return true;
  return (
    inBreakdown &&
    /^[、，,；;][^，,。；;、\d]{0,16}$/u.test(between) &&
    !/给予|进行|开展|制定|提出|移交|废止/u.test(between)
  );
}

const BREAKABLE: ReadonlySet<FigureCategory> = new Set([
  ...PERSONS,
  'issues',
  'tasks',
  'measures',
  'clues',
  'money',
  'rules',
  'accountabilityCases',
]);
/** 上年的84%提高到95.5%; 9件降至3件: the same quantity at another time. */
const CHANGED_TO = /(?:升|提高|上升|提升|增长|增加|增|下降|降|减少)(?:到|至)$/u;

/** 139条，明确立行立改的52条、年内完成的80条、长期坚持的7条: the phases of one count. */
const PHASE =
  /(?:其中|明确|包括|分为|、|，|,)[^，,。；;\d]{0,6}(?:立行立改|年内完成|长期坚持|限期整改|集中整改|长期整改|即知即改)的?$/u;

/** The figure before, and those of the same paragraph whose things can be done. */
interface Previous {
  readonly figure: Figure;
  readonly context: QuantityContext;
  readonly inBreakdown: boolean;
  readonly counted: readonly Figure[];
}

/** What the quantity before says about this one, where its own words say nothing. */
function inherit(context: QuantityContext, previous: Previous | undefined, text: string): Reading | null {
  if (!previous || previous.context.sentence.paragraph !== context.sentence.paragraph) return null;
  const { quantity, clauseBefore, edges } = context;
  const last = previous.figure;
  const between = text.slice(last.end, quantity.start);
  if (between.length > 40 || /[！？\n]/u.test(between)) return null;
  const own = { start: quantity.start, end: quantity.end };
  if (last.category === 'measures' && sameUnit(last.unit, quantity.unit)) {
    const due =
      /(?:集中整改[^，,。；;]{0,8})?(?:(?:需要?|应当?|须)(?:按期|如期)?(?:完成|办完|办结|落实)|到期)的$/u.exec(
        clauseBefore,
      );
    if (due) return { category: 'measuresDue', start: edges.before - due[0].length, end: quantity.end };
  }
  const isPhase = PHASE.test(clauseBefore) && sameUnit(last.unit, quantity.unit) && BREAKABLE.has(last.category);
  if (isPhase && !between.includes('。')) return { category: last.category, ...own };
  const done = inheritDone(context, last, previous.counted);
  if (done || between.includes('。')) return done;
  if (inheritBreakdown(context, last, between, previous.inBreakdown)) return { category: last.category, ...own };
  if (last.unit === quantity.unit && CHANGED_TO.test(clauseBefore) && last.category !== 'other')
    return { category: last.category, ...own };
  if (last.category === 'satisfaction' && quantity.unit === '%' && /测评|上年|去年|此前|上次|年的$/u.test(clauseBefore))
    return { category: 'satisfaction', ...own };
  if (
    last.category === 'accountabilityCases' &&
    PERSON_UNIT.test(quantity.unit) &&
    /^[、，]?(?:涉及)?[^，,。；;]{0,4}$/u.test(between)
  )
    return { category: 'accountabilityPersons', ...own };
  if (
    last.category === 'clues' &&
    last.unit === (UNITS[quantity.unit] ?? quantity.unit) &&
    /^[，,]?[^。；;]{0,10}(?:已)?(?:办结|处置|核查|核结|查结|了结)$/u.test(between)
  ) {
    const verb = /(?:已|均已)?(?:办结|处置|核查|核结|查结|了结)$/u.exec(between);
    return { category: 'clues', start: quantity.start - (verb?.[0].length ?? 0), end: quantity.end };
  }
  if (last.category === 'rules' && sameUnit(last.unit, quantity.unit) && !/废止|正在|拟|计划/u.test(clauseBefore)) {
    const verb = /(?:新建|新增|新制定|制定|修订|修改|完善|新立|出台)$/u.exec(clauseBefore);
    if (verb) return { category: 'rules', start: edges.before - verb[0].length, end: quantity.end };
  }
  return null;
}

/** The number of units that were named before: 6家省属企业负责人参加会议. */
function repeatUnits({ quantity }: QuantityContext, known: ReadonlySet<string>): Reading | null {
  return quantity.value > 1 && known.has(`${quantity.value}${quantity.unit}`)
    ? { category: 'units', start: quantity.start, end: quantity.end }
    : null;
}

const sameUnit = (a: string, b: string): boolean => a === b || (/^[个项条件]$/u.test(a) && /^[个项条件]$/u.test(b));

const MAX_QUOTE = 80;

function toFigure(reading: Reading, context: QuantityContext, text: string): Figure {
  const { quantity } = context;
  const start = quantity.end - reading.start > MAX_QUOTE ? quantity.start : reading.start;
  const end = reading.end - start > MAX_QUOTE ? quantity.end : reading.end;
  return {
    category: reading.category,
    value: quantity.value,
    ...(quantity.min === undefined ? {} : { min: quantity.min }),
    unit: UNITS[quantity.unit] ?? quantity.unit,
    approx: quantity.approx,
    scope: 'part',
    quote: text.slice(start, end),
    start,
    end,
    section: context.section,
  };
}

/** Figures of running text, without scopes. */
function readSentences(source: FigureSource): Figure[] {
  const contexts = contextsOf(source.text, source.quantities, source.sentences, source.sectionOf);
  const figures: Figure[] = [];
  const knownUnits = new Set<string>();
  let previous: Previous | undefined;
  for (const context of contexts) {
    if (NOT_COUNTED.test(context.quantity.unit) || isPlanned(context) || isAspect(context)) continue;
    const reading =
      readByRules(context, source.text) ?? inherit(context, previous, source.text) ?? repeatUnits(context, knownUnits);
    if (!reading && !isOther(context, source.text)) continue;
    const figure = toFigure(
      reading ?? { category: 'other', start: context.quantity.start, end: context.quantity.end },
      context,
      source.text,
    );
    figures.push(figure);
    if (figure.category === 'units' && /^[家户所]$/u.test(figure.unit)) knownUnits.add(`${figure.value}${figure.unit}`);
    // 88项整改措施已全部完成: what was due is done
    if (
      figure.category === 'measuresDue' &&
      /^(?:整改)?(?:措施|举措)(?:已|均已)(?:全部|如期|按期)?完成/u.test(context.after)
    )
      figures.push({ ...figure, category: 'measuresDone' });
    if (reading) {
      const between = previous ? source.text.slice(previous.figure.end, context.quantity.start) : '';
      const inBreakdown =
        /^[，,；;（(]?其中[^。]{0,24}$/u.test(between) ||
        (previous?.inBreakdown === true && /^[、，,；;][^。]{0,24}$/u.test(between));
      const sameParagraph = previous?.context.sentence.paragraph === context.sentence.paragraph;
      const counted = [...(sameParagraph ? (previous?.counted ?? []) : []), ...(DONE[figure.category] ? [figure] : [])];
      previous = { figure, context, inBreakdown, counted: counted.slice(-6) };
    }
  }
  return figures;
}

/** Quantities that count something, though none of the known categories: Arabic numbers or more than one. */
const isOther = (context: QuantityContext, text: string): boolean =>
  !isHanDigit(text, context) &&
  context.quantity.value > 1 &&
  !/^(?:种|点|类|大|字|版|篇|支|批)$/u.test(context.quantity.unit);

/** Every figure of the text in its order, with scopes; none in a text that is no inspection notice. */
export function findFigures(source: FigureSource): Figure[] {
  if (source.docType === 'other') return [];
  const figures = [...readSentences(source), ...readTables(source.text, source.sectionOf)].sort(
    (a, b) => a.start - b.start,
  );
  return assignScopes(figures, source);
}
