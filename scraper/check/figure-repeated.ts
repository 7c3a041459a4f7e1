import { figureRepeated } from '../../src/model/check/figure-repeated.ts';
import type { Figure } from '../../src/model/index.ts';
import type { Rule } from './rule.ts';

/** The words of a figure without its number: 185项整改措施 → 项整改措施. */
const wordsOf = ({ quote }: Figure): string => quote.replace(/[\d,.，]+/u, '');

/** Totals that are stated again in the same words agree. */
export const totalsRepeated: Rule = ({ figures }, text) => {
  const totals = figures.filter(
    ({ scope, category }) => scope === 'total' && ['issues', 'tasks', 'measures'].includes(category),
  );
  return figures.flatMap((figure, index) => {
    const total = totals.find(({ category }) => category === figure.category);
    if (
      !total ||
      figure.scope === 'total' ||
      figure.unit !== total.unit ||
      wordsOf(figure) !== wordsOf(total) ||
      wordsOf(figure).length < 4
    )
      return [];
    // a part says so; the whole is introduced in the same way as before
    const before = text.slice(Math.max(0, figure.start - 12), figure.start);
    if (
      !/(?:^|[，。；：\n]|制定|细化为|分解为|分解成|反馈的|针对|全部|目前，?)$/u.test(before) ||
      /其中|剩余|其余|未/u.test(before)
    )
      return [];
    return figureRepeated(figures, [figures.indexOf(total), index]);
  });
};
