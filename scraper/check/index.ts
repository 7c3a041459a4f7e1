import type { Check, NoticeRecord } from '../../src/model/index.ts';
import { datesInOrder } from './dates-in-order.ts';
import { doneWithinTotal } from './done-within-total.ts';
import { figureRepeated } from './figure-repeated.ts';
import { itemsCounted } from './items-counted.ts';
import { outlineGaps } from './outline-gaps.ts';
import { partsSum } from './parts-sum.ts';
import { rateAgrees } from './rate-agrees.ts';
import type { Rule } from './rule.ts';
import { tableSums } from './table-sums.ts';
import { textEnds } from './text-ends.ts';
import { unitNames } from './unit-names.ts';
import { workingDays } from './working-days.ts';

/** Every consistency rule, in the order in which its findings are shown. */
export const RULES: readonly Rule[] = [
  doneWithinTotal,
  rateAgrees,
  partsSum,
  tableSums,
  figureRepeated,
  datesInOrder,
  workingDays,
  unitNames,
  itemsCounted,
  outlineGaps,
  textEnds,
];

/** What is inconsistent in a record. */
export const checkRecord = (record: NoticeRecord, text: string): Check[] => RULES.flatMap((rule) => rule(record, text));
