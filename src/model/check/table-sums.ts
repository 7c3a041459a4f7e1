import type { Figure } from '../figure.ts';
import type { FactRule } from './rule.ts';

/** Figures of table cells: their quote is the bare number. */
const isCell = ({ quote }: Figure): boolean => /^\d[\d,.]*$/u.test(quote);

/** The rows of a table sum to its 合计. */
export const tableSums: FactRule = ({ figures }) => {
  const sums = new Map<string, number>();
  return figures.flatMap((figure, index) => {
    if (!isCell(figure)) return [];
    const key = `${figure.section}|${figure.category}`;
    const sum = sums.get(key) ?? 0;
    if (figure.scope === 'part') {
      sums.set(key, sum + figure.value);
      return [];
    }
    sums.delete(key);
    if (sum === 0 || Math.abs(sum - figure.value) < 0.01) return [];
    return [
      {
        rule: 'table-sums',
        severity: 'error',
        message: `${figure.category}: rows sum to ${sum}, total row says ${figure.value}`,
        fields: [`figures.${index}`],
      },
    ];
  });
};
