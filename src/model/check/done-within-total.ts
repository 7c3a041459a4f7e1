import type { FigureCategory } from '../figure.ts';
import type { FactRule } from './rule.ts';

const PAIRS: readonly [done: FigureCategory, total: FigureCategory][] = [
  ['issuesDone', 'issues'],
  ['tasksDone', 'tasks'],
  ['measuresDone', 'measures'],
  ['measuresDue', 'measures'],
];

/** What is done cannot be more than there is. */
export const doneWithinTotal: FactRule = ({ headline }) =>
  PAIRS.flatMap(([done, total]) => {
    const [some, all] = [headline[done], headline[total]];
    if (some === undefined || all === undefined || some <= all) return [];
    return [
      {
        rule: 'done-within-total',
        severity: 'error',
        message: `${done} ${some} > ${total} ${all}`,
        fields: [`headline.${done}`, `headline.${total}`],
      },
    ];
  });
