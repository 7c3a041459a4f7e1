import { type Options, selectAll } from 'css-select';
import { InputError } from '../error.ts';
import { ancestors, type PageNode } from './tree.ts';

const textOf = (node: PageNode): string => (node.name === '' ? node.data : node.children.map(textOf).join(''));

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

/** Every element that a source's selector finds. Throws an InputError that names a selector which is none. */
export function select(root: PageNode, selector: string): PageNode[] {
  try {
    return selectAll(selector, root, OPTIONS);
  } catch (cause) {
    throw new InputError(
      `selector “${selector}” cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}
