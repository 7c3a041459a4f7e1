import { is, type Options, selectAll } from 'css-select';
import { InputError } from '../error.ts';
import { ancestors, type PageNode } from './tree.ts';

/** The characters of a node, without anything between them. */
export const textOf = (node: PageNode): string => (node.name === '' ? node.data : node.children.map(textOf).join(''));

/** How css-select walks our tree. */
const OPTIONS: Options<PageNode, PageNode> = {
  adapter: {
    isTag: (node): node is PageNode => node.name !== '',
    getAttributeValue: ({ attributes }, name) => attributes[name],
    getChildren: ({ children }) => children,
    getName: ({ name }) => name,
    getParent: ({ parent }) => parent,
    getSiblings: (node) => node.parent?.children ?? [node],
    getText: textOf,
    hasAttrib: ({ attributes }, name) => Object.hasOwn(attributes, name),
    removeSubsets: (nodes) =>
      nodes.filter((node) => ![...ancestors(node)].some((above) => above !== node && nodes.includes(above))),
  },
};

/** Every element below `root` that a source's selector finds. Throws an InputError that names a selector which is none. */
export const select = (root: PageNode, selector: string): PageNode[] =>
  understood(selector, () => selectAll(selector, root, OPTIONS));

/** Whether a selector finds this very element. Throws an InputError that names a selector which is none. */
export const isSelected = (node: PageNode, selector: string): boolean =>
  understood(selector, () => is(node, selector, OPTIONS));

function understood<T>(selector: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new InputError(
      `selector “${selector}” cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}
