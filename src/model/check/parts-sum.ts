import type { FigureRule } from './rule.ts';

/** The parts of a breakdown sum to its whole. A list may name only some of them: it must exceed the whole to be wrong. */
export const partsSum: FigureRule = (figures, side) => {
  if (side.length < 3) return [];
  const [whole, ...parts] = side.flatMap((index) => figures[index] ?? []);
  if (!whole || whole.approx) return [];
  const sum = parts.reduce((total, { value }) => total + value, 0);
  if (sum <= whole.value) return [];
  return [
    {
      rule: 'parts-sum',
      severity: 'error',
      message: `${whole.category}: parts ${parts.map(({ value }) => value).join(' + ')} = ${sum} > ${whole.value}`,
      fields: side.map((index) => `figures.${index}`),
    },
  ];
};
