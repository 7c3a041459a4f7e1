import type { OutlineNode } from '../../src/model/index.ts';
import { readOrdinal } from '../vocabulary.ts';
import type { Rule } from './rule.ts';

const numberOf = ({ number }: OutlineNode): number =>
  readOrdinal(/[一二三四五六七八九十]+|\d+/u.exec(number)?.[0] ?? '');

function gaps(nodes: readonly OutlineNode[]): string[] {
  const numbered = nodes.filter(
    ({ number, kind }) => kind !== 'inline' && /^[（(]?[一二三四五六七八九十]+[）)、.]/u.test(number),
  );
  const own = numbered.slice(1).flatMap((node, index) => {
    const before = numbered[index];
    return before && numberOf(node) > numberOf(before) + 1 ? [`${before.number} → ${node.number}`] : [];
  });
  return [...own, ...nodes.flatMap(({ children }) => gaps(children))];
}

/** The numbers of headings follow each other; a gap means that a heading was lost. */
export const outlineGaps: Rule = ({ outline }) =>
  gaps(outline).map((gap) => ({
    rule: 'outline-gaps',
    severity: 'warning',
    message: `a heading is missing: ${gap}`,
    fields: ['outline'],
  }));
