import type { FigureRule } from './rule.ts';

/** A total that is stated again in the same words has the same value. */
export const figureRepeated: FigureRule = (figures, side) => {
  const [total, again] = side.flatMap((index) => figures[index] ?? []);
  if (!total || !again || total.value === again.value) return [];
  return [
    {
      rule: 'figure-repeated',
      severity: 'warning',
      message: `${again.category}: “${total.quote}” and “${again.quote}”`,
      fields: side.map((index) => `figures.${index}`),
    },
  ];
};
