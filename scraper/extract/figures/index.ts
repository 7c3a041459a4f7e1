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
const DONE: Partial<Record<FigureCategory, FigureCategory>> = {
  issues: 'issuesDone',
  tasks: 'tasksDone',
  measures: 'measuresDone',
};
const ALREADY = /^(?:均|现|均已|已|已经)?(?:全部|按期|如期)?(?:完成|整改完成|整改到位|办结|销号|落实|解决)/u;
const DONE_BEFORE =
  /(?:已|已经|均已|现已|全部)(?:全部|按期|如期)?(?:完成|整改(?:完成|到位)?|办结|销号|解决)(?:整改)?(?:了)?$|(?<![未需应])(?:完成(?:整改)?|整改(?:完成|到位))$/u;

function matchRule(rule: Rule, context: QuantityContext): Reading | null {
  const { quantity, clauseBefore, clauseAfter, words } = context;
  if (!rule.units.test(quantity.unit)) return null;
  if (rule.sentence && !rule.sentence.test(words)) return null;
  if (rule.not?.test(`${clauseBefore}${quantity.unit}${clauseAfter}`)) return null;
  const before = rule.before ? rule.before.exec(clauseBefore) : null;
  if (rule.before && !before) return null;
  if (rule.notBefore?.test(context.before) || rule.notAfter?.test(clauseAfter)) return null;
  const after = rule.after ? rule.after.exec(clauseAfter) : null;
  if (rule.after && !after) return null;
  // 9个项目责任人进行约谈10人: the number after the verb is its count
  if (
    after &&
    PERSONS.has(rule.category) &&
    quantity.end + after[0].length >= context.next &&
    context.next < context.sentence.end
  )
    return null;
  return {
    category: rule.category,
    start: quantity.start - (before?.[0].length ?? 0),
    end: quantity.end + (after?.[0].length ?? 0),
  };
}

function readByRules(context: QuantityContext, text: string): Reading | null {
  for (const rule of RULES) {
    const reading = matchRule(rule, context);
    if (
      reading &&
      (!PERSONS.has(reading.category) || isHeadCount(context)) &&
      !isVague(reading.category, text, context)
    )
      return reading;
  }
  return null;
}

/** What the quantity before says about this one: 其中局级5人, 已完成87项, 问责2起5人. */
function inherit(
  context: QuantityContext,
  previous: { figure: Figure; context: QuantityContext } | undefined,
  text: string,
): Reading | null {
  if (!previous || previous.context.sentence.paragraph !== context.sentence.paragraph) return null;
  const { quantity, clauseBefore, clauseAfter } = context;
  const between = text.slice(previous.figure.end, quantity.start);
  if (between.length > 40 || /[！？\n]/u.test(between)) return null;
  const own = { start: quantity.start, end: quantity.end };
  const done = DONE[previous.figure.category];
  const last = previous.figure.category;
  if (done && sameUnit(previous.figure.unit, quantity.unit)) {
    const before = DONE_BEFORE.exec(clauseBefore);
    if (before && !/未|尚/u.test(clauseBefore))
      return { category: done, start: quantity.start - before[0].length, end: quantity.end };
    const after = ALREADY.exec(clauseAfter);
    if (after) return { category: done, start: quantity.start, end: quantity.end + after[0].length };
  }
  if (between.includes('。')) return null;
  const person = /^(?:人|人次|名|位)$/u;
  if (PERSONS.has(last) && person.test(quantity.unit) && person.test(previous.figure.unit)) {
    // a breakdown: 其中局级干部5人、处级干部34人
    if (
      /^[^；;。]{0,6}其中[^，,；;。]{0,12}$/u.test(between) ||
      (/^、[^，,；;。、]{0,12}$/u.test(between) && !/[给予进行开展]/u.test(between))
    )
      return { category: last, ...own };
  }
  if (
    last === 'accountabilityCases' &&
    person.test(quantity.unit) &&
    /^[、，,]?(?:涉及)?[^，,。；;]{0,4}$/u.test(between)
  )
    return { category: 'accountabilityPersons', ...own };
  if (
    last === 'clues' &&
    previous.figure.unit === quantity.unit &&
    /^[，,]?[^。；;]{0,10}(?:已)?(?:办结|处置|核查|了结)$/u.test(between)
  ) {
    const verb = /(?:已|均已)?(?:办结|处置|核查|了结)$/u.exec(between);
    return { category: 'clues', start: quantity.start - (verb?.[0].length ?? 0), end: quantity.end };
  }
  if (last === 'rules' && sameUnit(previous.figure.unit, quantity.unit) && !/废止|正在|拟|计划/u.test(clauseBefore)) {
    const verb = /(?:新建|新增|新制定|制定|修订|修改|完善|新立|出台)$/u.exec(clauseBefore);
    if (verb) return { category: 'rules', start: quantity.start - verb[0].length, end: quantity.end };
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
  let previous: { figure: Figure; context: QuantityContext } | undefined;
  for (const context of contexts) {
    if (NOT_COUNTED.test(context.quantity.unit) || isPlanned(context) || isAspect(context)) continue;
    const reading =
      inherit(context, previous, source.text) ?? readByRules(context, source.text) ?? repeatUnits(context, knownUnits);
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
    if (reading) previous = { figure, context };
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
