import { Tokenizer } from 'htmlparser2';
import { InputError } from '../error.ts';

/** An element (`name` is its lower-case tag) or a text (`name` is empty, `data` holds the characters). */
export interface PageNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: PageNode[];
  readonly parent: PageNode | null;
  data: string;
}

/** A page as far as a reader sees it, with what its head says. */
export interface PageTree {
  root: PageNode;
  /** Text of the <title>. */
  title: string;
  meta: { name: string; content: string }[];
}

/** Nested deeper than this, elements are left out and their text stays: no real page comes near it. */
const MAX_DEPTH = 256;
/** A long notice with every figure in its own table cell has some 20,000 elements. */
const MAX_NODES = 600_000;

const VOID = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
);
/** Never part of what a notice says: their subtrees are dropped while parsing. */
const DROPPED = new Set(
  'script style template svg math noscript noframes noembed select datalist textarea button canvas audio video rt rp xmp'.split(
    ' ',
  ),
);
/** Elements that begin and end a line. */
export const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
/** An end tag closes nothing outside the innermost of these. */
const FENCES = new Set(['table', 'td', 'th', 'caption', 'body', 'html']);
const TABLE_PARTS = new Set(['td', 'th', 'tr', 'tbody', 'thead', 'tfoot', 'caption', 'table']);

/** What an opening tag closes first (the left-out end tags of old pages), and what stops the search. */
const IMPLIED: Record<string, { closes: Set<string>; within: Set<string> }> = (() => {
  const table = new Set(['table']);
  const item = { closes: new Set(['li']), within: new Set(['ul', 'ol', 'menu', 'dir', ...FENCES]) };
  const definition = { closes: new Set(['dd', 'dt']), within: new Set(['dl', ...FENCES]) };
  const paragraph = { closes: new Set(['p']), within: new Set([...FENCES, 'div', 'li', 'section', 'article']) };
  const cell = { closes: new Set(['td', 'th', 'caption']), within: new Set(['tr', 'table']) };
  const rules: Record<string, { closes: Set<string>; within: Set<string> }> = {
    li: item,
    dd: definition,
    dt: definition,
    td: cell,
    th: cell,
    tr: { closes: new Set(['tr', 'caption']), within: table },
    tbody: { closes: new Set(['tbody', 'thead', 'tfoot', 'caption']), within: table },
    thead: { closes: new Set(['tbody', 'thead', 'tfoot', 'caption']), within: table },
    tfoot: { closes: new Set(['tbody', 'thead', 'tfoot', 'caption']), within: table },
    a: { closes: new Set(['a']), within: new Set([...BLOCKS]) },
  };
  for (const name of BLOCKS) rules[name] ??= paragraph;
  return rules;
})();

const META_NAMES = ['name', 'property', 'itemprop', 'http-equiv'];

type Handler = ConstructorParameters<typeof Tokenizer>[1];

/** Builds the tree while the tokeniser runs. The stack is bounded, so the time is linear in the page whatever its nesting. */
function treeBuilder(
  html: string,
  name: string,
  drops: ReadonlySet<string>,
): { handler: Handler; finish: () => PageTree; unclosed: () => string } {
  const root: PageNode = { name: 'html', attributes: {}, children: [], parent: null, data: '' };
  const stack: PageNode[] = [root];
  const meta: PageTree['meta'] = [];
  let title: string | null = null;
  let nodes = 0;
  /** Name and depth of the dropped element we are inside, and the elements open beyond MAX_DEPTH. */
  let dropped = '';
  let droppedDepth = 0;
  let beyond = 0;
  let inTitle = false;

  let tag = '';
  let attributes: Record<string, string> = {};
  let attribute = '';
  let value = '';

  /** How many elements of a name are open: most stray end tags are known without a search. */
  const opened = new Map<string, number>();

  const top = (): PageNode => stack[stack.length - 1] as PageNode;

  const push = (node: PageNode): void => {
    stack.push(node);
    opened.set(node.name, (opened.get(node.name) ?? 0) + 1);
  };

  const popTo = (length: number): void => {
    for (const { name: left } of stack.slice(length)) opened.set(left, (opened.get(left) ?? 1) - 1);
    stack.length = length;
  };

  const add = (node: PageNode): void => {
    if (++nodes > MAX_NODES)
      throw new InputError(
        `${name}: the page has more than ${MAX_NODES.toLocaleString('en')} elements, which no notice has: cut out the part that holds the notice`,
      );
    node.parent?.children.push(node);
  };

  const addText = (data: string): void => {
    if (dropped) return;
    if (inTitle) {
      title = (title ?? '') + data;
      return;
    }
    const parent = top();
    const last = parent.children[parent.children.length - 1];
    if (last && last.name === '') last.data += data;
    else add({ name: '', attributes: {}, children: [], parent, data });
  };

  const addBreak = (): void => {
    const parent = top();
    const last = parent.children[parent.children.length - 1];
    if (last?.name === 'br') return;
    add({ name: 'br', attributes: {}, children: [], parent, data: '' });
  };

  const closeImplied = (opening: string): void => {
    const rule = IMPLIED[opening];
    if (!rule) return;
    for (let i = stack.length - 1; i > 0; i--) {
      const open = stack[i] as PageNode;
      if (rule.closes.has(open.name)) {
        popTo(i);
        return;
      }
      if (rule.within.has(open.name)) return;
    }
  };

  const close = (closing: string): void => {
    if (!opened.get(closing)) return;
    const part = TABLE_PARTS.has(closing);
    for (let i = stack.length - 1; i > 0; i--) {
      const open = (stack[i] as PageNode).name;
      if (open === closing) {
        popTo(i);
        return;
      }
      // A stray </font> or </div> must not tear the cell it stands in; a stray </td> not the table around it.
      if (part ? open === 'table' : FENCES.has(open) || (!BLOCKS.has(closing) && BLOCKS.has(open))) return;
    }
  };

  const open = (): void => {
    if (dropped) {
      if (tag === dropped) droppedDepth++;
      return;
    }
    if (tag === 'title' && title === null) inTitle = true;
    else if (tag === 'meta') {
      const key = META_NAMES.map((attr) => attributes[attr]).find(Boolean);
      if (key && attributes['content'] !== undefined && meta.length < 500)
        meta.push({ name: key, content: attributes['content'] });
    } else if (drops.has(tag) || tag === 'title') {
      if (BLOCKS.has(tag)) addBreak();
      dropped = tag;
      droppedDepth = 1;
    } else if (tag === 'html' || tag === 'head' || tag === 'body') return;
    else if (VOID.has(tag) || tag === 'iframe') {
      if (tag === 'iframe') {
        dropped = tag;
        droppedDepth = 1;
      }
      if (tag === 'hr' || tag === 'br' || attributes['src'] || tag === 'embed') {
        if (tag === 'hr') closeImplied('hr');
        add({ name: tag, attributes, children: [], parent: top(), data: '' });
      }
    } else {
      if (beyond === 0) closeImplied(tag);
      if (beyond > 0 || stack.length >= MAX_DEPTH) {
        if (BLOCKS.has(tag)) {
          beyond++;
          addBreak();
        }
        return;
      }
      const node: PageNode = { name: tag, attributes, children: [], parent: top(), data: '' };
      add(node);
      push(node);
    }
  };

  const shut = (closing: string): void => {
    if (dropped) {
      // <ruby>产<rt>chǎn</ruby>: the end tag of rt may be left out.
      if (closing === 'ruby' || (closing === dropped && --droppedDepth === 0)) dropped = '';
      return;
    }
    if (closing === 'title') inTitle = false;
    else if (closing === 'br' || (closing === 'p' && !opened.get('p'))) addBreak();
    else if (beyond > 0 && BLOCKS.has(closing)) {
      beyond--;
      addBreak();
    } else close(closing);
  };

  const handler: Handler = {
    ontext: (start, end) => addText(html.slice(start, end)),
    ontextentity: (codepoint) => addText(String.fromCodePoint(codepoint)),
    onopentagname: (start, end) => {
      tag = html.slice(start, end).toLowerCase();
      attributes = {};
    },
    onattribname: (start, end) => {
      attribute = html.slice(start, end).toLowerCase();
      value = '';
    },
    onattribdata: (start, end) => {
      value += html.slice(start, end);
    },
    onattribentity: (codepoint) => {
      value += String.fromCodePoint(codepoint);
    },
    onattribend: () => {
      if (!Object.hasOwn(attributes, attribute)) attributes[attribute] = value;
      value = '';
    },
    onopentagend: () => open(),
    onselfclosingtag: () => {
      if (tag !== 'svg' && tag !== 'math') open();
    },
    onclosetag: (start, end) => shut(html.slice(start, end).toLowerCase()),
    oncdata: () => {},
    oncomment: () => {},
    ondeclaration: () => {},
    onprocessinginstruction: () => {},
    onend: () => {},
    isInForeignContext: () => false,
  };
  return { handler, finish: () => ({ root, title: title ?? '', meta }), unclosed: () => dropped };
}

function build(html: string, name: string, drops: ReadonlySet<string>): { tree: PageTree; unclosed: string } {
  const { handler, finish, unclosed } = treeBuilder(html, name, drops);
  const tokenizer = new Tokenizer({ decodeEntities: true }, handler);
  tokenizer.write(html);
  tokenizer.end();
  return { tree: finish(), unclosed: unclosed() };
}

/** Elements whose content is no markup: left open, they do swallow the rest of the page, in a browser too. */
const RAW = new Set(['script', 'style', 'textarea', 'iframe', 'noembed', 'noframes', 'xmp', 'title', '']);

/** A page → its tree; scripts, styles, templates and form fields are left out. Throws an InputError for a page of absurd size. */
export function parsePage(html: string, name = 'page'): PageTree {
  const { tree, unclosed } = build(html, name, DROPPED);
  if (RAW.has(unclosed)) return tree;
  // A <select> or <button> that is never closed would take the notice with it: read again and keep what is inside.
  return build(html, name, new Set([...DROPPED].filter((dropped) => dropped !== unclosed))).tree;
}

/** The element and everything above it, innermost first. */
export function* ancestors(node: PageNode): Generator<PageNode> {
  for (let at: PageNode | null = node; at; at = at.parent) yield at;
}
