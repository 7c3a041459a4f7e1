import { checkFacts } from '../../src/model/check/index.ts';
import type { Check, NoticeRecord } from '../../src/model/index.ts';
import { totalsRepeated } from './figure-repeated.ts';
import { outlineGaps } from './outline-gaps.ts';
import { breakdownsSum } from './parts-sum.ts';
import type { Rule } from './rule.ts';
import { textEnds } from './text-ends.ts';

/** The rules that read the text, in the order in which their findings are shown. */
const TEXT_RULES: readonly Rule[] = [breakdownsSum, totalsRepeated, outlineGaps, textEnds];

/** What is inconsistent in a record: its facts among each other, then with its text. */
export const checkRecord = (record: NoticeRecord, text: string): Check[] => [
  ...checkFacts(record),
  ...TEXT_RULES.flatMap((rule) => rule(record, text)),
];
