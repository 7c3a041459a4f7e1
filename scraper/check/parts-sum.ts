import { partsSum } from '../../src/model/check/parts-sum.ts';
import type { Figure } from '../../src/model/index.ts';
import type { Rule } from './rule.ts';

/** Nobody breaks a number down into more. */
const MOST_PARTS = 60;

/** 问责74人次，其中追究主体责任68人次、监督责任6人次: the parts that follow 其中 at once. */
function breakdownOf(figures: readonly Figure[], index: number, text: string): number[] {
  const whole = figures[index];
  if (!whole) return [];
  const parts: number[] = [];
  let at = whole.end;
  for (let next = index + 1; next < figures.length && parts.length < MOST_PARTS; next++) {
    const part = figures[next];
    if (!part) break;
    if (part.start < at) continue;
    const between = text.slice(at, part.start);
    const joins = parts.length === 0 ? /^[，,（(；;]?其中[^。；;\n，,]{0,24}$/u : /^[、，,；;][^。；;\n，,、]{0,24}$/u;
    if (part.category !== whole.category || part.unit !== whole.unit || !joins.test(between)) break;
    parts.push(next);
    at = part.end;
  }
  return parts;
}

/** Every breakdown of the text sums to no more than its whole. */
export const breakdownsSum: Rule = ({ figures }, text) =>
  figures.flatMap((_, index) => partsSum(figures, [index, ...breakdownOf(figures, index, text)]));
