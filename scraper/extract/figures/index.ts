import { type DocType, type Figure, MAX_QUOTE, type Sentence } from '../../../src/model/index.ts';
import { type DoubleSieve, doubleSieve } from '../../gate.ts';
import type { Quantity } from '../../quantities.ts';
import { DONE, DONE_CATEGORIES, PERSONS, UNITS } from './categories.ts';
import { contextsOf, type QuantityContext, type Reading } from './context.ts';
import { isAspect, isHanDigit, isHeadCount, isPlanned, isVague, NOT_COUNTED, OF_PLACES } from './counting.ts';
import { inherit, type Previous } from './inherit.ts';
import { RULES, type Rule } from './rules.ts';
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

function matchRule(rule: Rule, context: QuantityContext): Reading | null {
  const { quantity, clauseBefore, clauseAfter, edges } = context;
  const before = rule.before ? rule.before.exec(clauseBefore) : null;
  if (rule.before && !before) return null;
  // 给予党纪政务处分、12人予以诫勉谈话: the words before 、 belong to the number before
  if (before && PERSONS.has(rule.category) && clauseBefore.endsWith('、')) return null;
  const after = rule.after ? rule.after.exec(clauseAfter) : null;
  if (rule.after && !after) return null;
  if (rule.nextClause && !rule.nextClause.test(context.after)) return null;
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

/** The rules that a unit can meet, in their order, behind a look at the words on both sides: most meet few. */
const byUnit = new Map<string, DoubleSieve<Rule>>();
const MOST_UNITS = 500;
function rulesFor(unit: string): DoubleSieve<Rule> {
  const known = byUnit.get(unit);
  if (known) return known;
  const rules = doubleSieve(
    RULES.filter(({ units }) => units.test(unit)),
    ({ before }) => before,
    ({ after }) => after,
  );
  if (byUnit.size < MOST_UNITS) byUnit.set(unit, rules);
  return rules;
}

function readByRules(context: QuantityContext, text: string): Reading | null {
  const { quantity, clauseBefore, clauseAfter, edges } = context;
  const rules = rulesFor(quantity.unit);
  const from = edges.before - clauseBefore.length;
  for (const rule of rules(text, from, edges.before, edges.after, edges.after + clauseAfter.length)) {
    const reading = matchRule(rule, context);
    if (reading && (!PERSONS.has(reading.category) || isHeadCount(context)) && !isVague(reading, text, context))
      return reading;
  }
  return null;
}

/** The number of units that were named before: 6家省属企业负责人参加会议. */
function repeatUnits({ quantity }: QuantityContext, known: ReadonlySet<string>): Reading | null {
  return quantity.value > 1 && known.has(`${quantity.value}${quantity.unit}`)
    ? { category: 'units', start: quantity.start, end: quantity.end }
    : null;
}

function toFigure(reading: Reading, context: QuantityContext, text: string): Figure {
  const { quantity } = context;
  const start = quantity.end - reading.start > MAX_QUOTE ? quantity.start : reading.start;
  const end = reading.end - start > MAX_QUOTE ? quantity.end : reading.end;
  const { category } = reading;
  const { value, min } = quantity;
  const figure = {
    category,
    value,
    unit: UNITS[quantity.unit] ?? quantity.unit,
    approx: quantity.approx,
    scope: 'part' as const,
    quote: text.slice(start, end),
    start,
    end,
    section: context.section,
  };
  // the lower end of a range stands beside its upper end
  return min === undefined ? figure : Object.assign({ category, value, min }, figure);
}

/** Whether only 其中 or a mark and a few words stand between a figure and the one before, which is itself a part or the whole. */
function isInBreakdown(previous: Previous | undefined, { quantity }: QuantityContext, text: string): boolean {
  if (!previous || quantity.start - previous.figure.end > LONGEST_BETWEEN) return false;
  const between = text.slice(previous.figure.end, quantity.start);
  return (
    (between.includes('其中') && /^[，,；;（(]?其中[^。]{0,24}$/u.test(between)) ||
    (previous.inBreakdown && /^[、，,；;][^。]{0,24}$/u.test(between))
  );
}
const LONGEST_BETWEEN = 30;

/** So many figures of a paragraph stay in mind besides the last. */
const MOST_COUNTED = 5;

/** 352条措施全部完成, where 352 were due: that many are done. */
const ALL_DONE = /^(?:整改)?(?:措施|举措)(?:已|均已|现已)?(?:全部|均|如期|按期)+完成/u;
function asDone(
  reading: Reading,
  { quantity, clauseAfter, edges }: QuantityContext,
  figures: readonly Figure[],
): Reading {
  const all = reading.category === 'measures' ? ALL_DONE.exec(clauseAfter) : null;
  return all && figures.some(({ category, value }) => category === 'measuresDue' && value === quantity.value)
    ? { category: 'measuresDone', start: quantity.start, end: edges.after + all[0].length }
    : reading;
}

/** Figures of running text, without scopes. */
function readSentences(source: FigureSource): Figure[] {
  const contexts = contextsOf(source.text, source.quantities, source.sentences, source.sectionOf);
  const figures: Figure[] = [];
  const knownUnits = new Set<string>();
  let previous: Previous | undefined;
  for (const context of contexts) {
    if (NOT_COUNTED.has(context.quantity.unit) || isPlanned(context) || isAspect(context)) continue;
    const reading =
      readByRules(context, source.text) ?? inherit(context, previous, source.text) ?? repeatUnits(context, knownUnits);
    if (!reading && !isOther(context, source.text)) continue;
    const figure = toFigure(
      (reading && asDone(reading, context, figures)) ?? {
        category: 'other',
        start: context.quantity.start,
        end: context.quantity.end,
      },
      context,
      source.text,
    );
    figures.push(figure);
    if (figure.category === 'units' && OF_PLACES.has(figure.unit)) knownUnits.add(`${figure.value}${figure.unit}`);
    // 88项整改措施已全部完成: what was due is done
    if (
      figure.category === 'measuresDue' &&
      /^(?:整改)?(?:措施|举措)(?:已|均已)(?:全部|如期|按期)?完成(?!\d|率)/u.test(context.after)
    )
      figures.push({ ...figure, category: 'measuresDone' });
    if (reading) {
      const inBreakdown = isInBreakdown(previous, context, source.text);
      const sameParagraph = previous?.context.sentence.paragraph === context.sentence.paragraph;
      const before = sameParagraph && previous ? previous.counted : [];
      const counted = DONE[figure.category] ? [...before.slice(-MOST_COUNTED), figure] : before;
      previous = { figure, context, inBreakdown, counted };
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
  const cells = readTables(source.text, source.sectionOf);
  const ends = new Set(cells.map(({ end }) => end));
  // a cell with its own % is read by its column, not once more as running text
  const sentences = readSentences(source).filter(({ end }) => !ends.has(end));
  const figures = [...sentences, ...cells].sort((a, b) => a.start - b.start);
  return assignScopes(figures, source);
}
