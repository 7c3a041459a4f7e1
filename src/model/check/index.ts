import type { Check } from '../check.ts';
import type { NoticeRecord } from '../record.ts';
import { datesInOrder } from './dates-in-order.ts';
import { doneWithinTotal } from './done-within-total.ts';
import { figureRepeated } from './figure-repeated.ts';
import { itemsCounted } from './items-counted.ts';
import { partsSum } from './parts-sum.ts';
import { rateAgrees } from './rate-agrees.ts';
import type { FactRule, FigureRule } from './rule.ts';
import { tableSums } from './table-sums.ts';
import { unitNames } from './unit-names.ts';
import { workingDays } from './working-days.ts';

/** Rules over the facts alone, by the name that their findings bear, in the order in which those are shown. */
const FACT_RULES: ReadonlyMap<string, FactRule> = new Map([
  ['done-within-total', doneWithinTotal],
  ['rate-agrees', rateAgrees],
  ['table-sums', tableSums],
  ['dates-in-order', datesInOrder],
  ['working-days', workingDays],
  ['unit-names', unitNames],
  ['items-counted', itemsCounted],
]);

/** Rules whose figures only the text brings together. */
const FIGURE_RULES: ReadonlyMap<string, FigureRule> = new Map([
  ['parts-sum', partsSum],
  ['figure-repeated', figureRepeated],
]);

const sideOf = ({ fields = [] }: Check): number[] => fields.map((path) => Number(path.replace('figures.', '')));

/** What is inconsistent among the facts of a record. */
export const checkFacts = (record: NoticeRecord): Check[] => [...FACT_RULES.values()].flatMap((rule) => rule(record));

/**
 * The checks of a record whose facts a person has corrected. No text is needed, so that a clone without the archive
 * says the same: what compares facts is tested anew, figures that the text had put side by side are compared again,
 * and what the text alone shows (a lost heading, an abrupt end) stays.
 */
export const recheck = (record: NoticeRecord): Check[] => [
  ...checkFacts(record),
  ...record.checks
    .filter(({ rule }) => !FACT_RULES.has(rule))
    .flatMap((check) => FIGURE_RULES.get(check.rule)?.(record.figures, sideOf(check)) ?? [check]),
];
