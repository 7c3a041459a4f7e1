import type { FigureCategory } from '../figure.ts';
import type { FactRule } from './rule.ts';

const PAIRS: readonly [done: FigureCategory, total: FigureCategory][] = [
  ['measuresDone', 'measures'],
  ['tasksDone', 'tasks'],
  ['issuesDone', 'issues'],
];
/** A rate is rounded or cut to the digit it is printed with; 0.6 points allow both for whole per cents. */
const TOLERANCE = 0.6;

/** The stated completion rate is the ratio of the stated counts. */
export const rateAgrees: FactRule = ({ headline }) => {
  const rate = headline.completionRate;
  if (rate === undefined) return [];
  const ratios = PAIRS.flatMap(([done, total]) => {
    const [some, all] = [headline[done], headline[total]];
    return some !== undefined && all ? [{ done, total, some, all, ratio: (100 * some) / all }] : [];
  });
  const [first] = ratios;
  if (!first || ratios.some(({ ratio }) => Math.abs(ratio - rate) <= TOLERANCE)) return [];
  return [
    {
      rule: 'rate-agrees',
      severity: 'error',
      message: `completionRate ${rate}% but ${first.done} ${first.some} / ${first.total} ${first.all} = ${first.ratio.toFixed(1)}%`,
      fields: ['headline.completionRate', `headline.${first.done}`, `headline.${first.total}`],
    },
  ];
};
