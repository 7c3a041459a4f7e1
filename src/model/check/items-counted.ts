import type { OutlineNode } from '../outline.ts';
import type { FactRule } from './rule.ts';

const countItems = (nodes: readonly OutlineNode[]): number =>
  nodes.reduce((sum, { kind, children }) => sum + Number(kind === 'item') + countItems(children), 0);

/** Items are often groups of issues, so only a near miss is worth a look: one or two items too few or too many. */
const NEAR = 2;

/** The items of the outline agree with the number of issues that the notice claims. */
export const itemsCounted: FactRule = ({ outline, headline }) => {
  const items = countItems(outline);
  const issues = headline.issues;
  if (issues === undefined || items === 0 || items === issues || Math.abs(items - issues) > NEAR) return [];
  return [
    {
      rule: 'items-counted',
      severity: 'warning',
      message: `${items} items in the outline, ${issues} issues stated`,
      fields: ['outline', 'headline.issues'],
    },
  ];
};
