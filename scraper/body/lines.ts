import { BLOCKS, type PageNode, parsePage } from './tree.ts';

/** A line of a page as a reader sees it, with what tells a paragraph from a menu. */
export interface PageLine {
  /** White space collapsed; the cells of a table row joined by tabs. */
  text: string;
  /** The innermost block that holds the line; of a table row the row. */
  block: PageNode;
  /** Characters inside links. */
  linked: number;
  /** Characters in bold, headings included. */
  bold: number;
  /** 1…6 inside h1…h6, otherwise 0. */
  heading: number;
  /** The line is a row of a data table. */
  row: boolean;
  /** display:none, hidden or aria-hidden. */
  hidden: boolean;
}

interface State {
  lines: PageLine[];
  buffer: string[];
  length: number;
  linked: number;
  bold: number;
  block: PageNode;
  row: boolean;
}

/** What surrounds a piece of text. */
interface Context {
  block: PageNode;
  link: boolean;
  bold: boolean;
  heading: number;
  hidden: boolean;
  pre: boolean;
}

const HEADING = /^h[1-6]$/;
const BOLD = new Set(['b', 'strong', 'th']);
/** White space of a source file; non-breaking and ideographic spaces are kept, they carry indents and gaps. */
const SOURCE_SPACE = /[ \t\n\r\f]+/g;
const LETTER = /[\u4e00-\u9fff]/;
const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2014\u2018\u2019\u201c\u201d\u2026]/;
/** A sentence's end followed by the two ideographic spaces that begin a paragraph: a line break that was lost. */
const LOST_BREAK = /(?<=[。！？；：”）])[\u3000\u00a0 ]{0,8}\u3000\u3000[\u3000\u00a0 ]{0,8}(?=[^\s\u3000])/;

const isBlock = ({ name, attributes }: PageNode): boolean =>
  BLOCKS.has(name) || (attributes['style'] !== undefined && /display\s*:\s*block/i.test(attributes['style']));

export function isHidden({ attributes }: PageNode): boolean {
  if (attributes['hidden'] !== undefined) return true;
  const style = attributes['style'];
  return style !== undefined && /display\s*:\s*none/i.test(style);
}

/** What counts: 问题 and 87个 on the next line of the source belong together. */
const COUNTED = /^\d[\d,.，]*(?:[个项件人次家户万亿元年月日起条名余份笔]|[%％])/;
const COUNTER = /[个项件人次家户万亿元年月日起条名余份笔]/;

/** A break in the source between two Chinese characters, or inside a number with its unit, is none on the page. */
function collapse(text: string): string {
  return text.replace(SOURCE_SPACE, (space, at: number) => {
    if (!/[\n\r]/.test(space)) return ' ';
    const before = text[at - 1];
    const after = text[at + space.length];
    if (!before || !after) return ' ';
    const joins = CJK.test(before)
      ? CJK.test(after) || (LETTER.test(before) && COUNTED.test(text.slice(at + space.length, at + space.length + 16)))
      : /\d/.test(before) && COUNTER.test(after);
    return joins ? '' : ' ';
  });
}

/** No regular expression: on a megabyte of blanks it would take quadratic time. */
const trimLine = (text: string): string =>
  text
    .trim()
    .replace(/^\u200b+/, '')
    .trim();

function flush(state: State, context: Context): void {
  if (state.length === 0) return;
  const raw = collapse(state.buffer.join(''));
  const { linked, bold } = state;
  state.buffer = [];
  state.length = 0;
  state.linked = 0;
  state.bold = 0;
  for (const part of raw.split(LOST_BREAK)) {
    const text = trimLine(part);
    if (!text) continue;
    const share = text.length / Math.max(raw.length, 1);
    state.lines.push({
      text,
      block: context.block,
      linked: Math.min(text.length, Math.round(linked * share)),
      bold: Math.min(text.length, Math.round(bold * share)),
      heading: context.heading,
      row: false,
      hidden: context.hidden,
    });
  }
}

function addText(state: State, data: string, context: Context): void {
  if (context.pre && data.includes('\n')) {
    for (const [i, line] of data.split(/\r?\n/).entries()) {
      if (i > 0) flush(state, context);
      addText(state, line, context);
    }
    return;
  }
  const length = data.replace(SOURCE_SPACE, '').length;
  state.buffer.push(data);
  state.length += length;
  if (context.link) state.linked += length;
  if (context.bold || context.heading) state.bold += length;
}

const elements = (node: PageNode): PageNode[] => node.children.filter((child) => child.name !== '');

/** The rows of a table, those of its sections included, not those of tables inside it. */
export function rowsOf(table: PageNode): PageNode[] {
  return elements(table).flatMap((child) =>
    child.name === 'tr'
      ? [child]
      : ['tbody', 'thead', 'tfoot'].includes(child.name)
        ? elements(child).filter((row) => row.name === 'tr')
        : [],
  );
}

const cellsOf = (row: PageNode): PageNode[] => elements(row).filter(({ name }) => name === 'td' || name === 'th');

function contains(node: PageNode, test: (element: PageNode) => boolean): boolean {
  return node.children.some((child) => child.name !== '' && (test(child) || contains(child, test)));
}

function lengthOf(node: PageNode): number {
  return node.name === '' ? trimLine(node.data).length : node.children.reduce((sum, child) => sum + lengthOf(child), 0);
}

/** What no cell of a data table holds: then the table only lays out the page. */
const isLayout = ({ name }: PageNode): boolean =>
  name === 'table' || name === 'form' || name === 'h1' || name === 'h2' || name === 'ul' || name === 'iframe';

/**
 * Whether a table states data (rows of several filled cells) or merely lays out the page:
 * no table, form or menu inside it, and at least half of its filled rows have two or more filled cells.
 */
export function isDataTable(table: PageNode): boolean {
  const rows = rowsOf(table);
  if (rows.length === 0 || contains(table, isLayout)) return false;
  let filled = 0;
  let several = 0;
  for (const row of rows) {
    const cells = cellsOf(row).filter((cell) => lengthOf(cell) > 0).length;
    if (cells > 0) filled++;
    if (cells > 1) several++;
  }
  if (several === 0) return false;
  const header = contains(table, ({ name }) => name === 'th' || name === 'thead');
  return header || (several >= 2 && several >= filled / 2);
}

/** A cell of a data table: its lines joined, since a row is one line. */
function cellText(cell: PageNode, context: Context): { text: string; linked: number; bold: number } {
  const lines = linesOf(cell, { ...context, block: cell });
  return {
    text: lines.map(({ text }) => text).join(' '),
    linked: lines.reduce((sum, { linked }) => sum + linked, 0),
    bold: lines.reduce((sum, { bold }) => sum + bold, 0),
  };
}

function addRows(table: PageNode, state: State, context: Context): void {
  for (const row of rowsOf(table)) {
    const cells = cellsOf(row).map((cell) => cellText(cell, context));
    const text = trimLine(cells.map((cell) => cell.text.replaceAll('\t', ' ')).join('\t'));
    if (!text) continue;
    state.lines.push({
      text,
      block: row,
      linked: cells.reduce((sum, { linked }) => sum + linked, 0),
      bold: cells.reduce((sum, { bold }) => sum + bold, 0),
      heading: 0,
      row: text.includes('\t'),
      hidden: context.hidden || isHidden(row),
    });
  }
}

/** The number of the first item of an ordered list; null where no figures are shown. */
function firstNumber({ attributes }: PageNode): number | null {
  if (/list-style(?:-type)?\s*:\s*none/i.test(attributes['style'] ?? '') || (attributes['type'] ?? '1') !== '1')
    return null;
  const first = Number.parseInt(attributes['start'] ?? '1', 10);
  return Number.isNaN(first) ? 1 : first;
}

/** An item that brings its own number: 1. 一、（一）① */
const NUMBERED = /^[（(]?[\d一二三四五六七八九十①-⑳]/;

/** The numbers that a browser shows before the items of an ordered list are text that the source does not hold. */
function walkOrdered(list: PageNode, state: State, context: Context): void {
  let number = firstNumber(list);
  for (const child of list.children) {
    const before = state.lines.length;
    walk(child, state, context);
    if (child.name !== 'li' || number === null) continue;
    const first = state.lines[before];
    if (first && !NUMBERED.test(first.text)) first.text = `${number}.${first.text}`;
    number++;
  }
}

function walkInline(node: PageNode, state: State, context: Context): void {
  const inner: Context = {
    ...context,
    hidden: context.hidden || isHidden(node),
    link: context.link || node.name === 'a',
    bold: context.bold || BOLD.has(node.name),
  };
  if (inner.hidden !== context.hidden) flush(state, context);
  walkChildren(node, state, inner);
  if (inner.hidden !== context.hidden) flush(state, inner);
}

function walkTable(table: PageNode, state: State, context: Context): void {
  for (const caption of elements(table).filter(({ name }) => name === 'caption')) walk(caption, state, context);
  addRows(table, state, context);
}

function walkBlock(node: PageNode, state: State, context: Context): void {
  flush(state, context);
  const inner: Context = {
    ...context,
    block: node,
    hidden: context.hidden || isHidden(node),
    heading: HEADING.test(node.name) ? Number(node.name[1]) : context.heading,
    bold: context.bold || BOLD.has(node.name),
    pre: node.name === 'pre',
  };
  if (node.name === 'table' && isDataTable(node)) walkTable(node, state, inner);
  else if (node.name === 'ol') walkOrdered(node, state, inner);
  else walkChildren(node, state, inner);
  flush(state, inner);
}

function walk(node: PageNode, state: State, context: Context): void {
  if (node.name === '') addText(state, node.data, context);
  else if (node.name === 'br' || node.name === 'hr') flush(state, context);
  else if (isBlock(node)) walkBlock(node, state, context);
  else walkInline(node, state, context);
}

function walkChildren(node: PageNode, state: State, context: Context): void {
  for (const child of node.children) walk(child, state, context);
}

/** The lines below a node in reading order. The tree is at most 256 deep, so plain recursion is safe. */
export function linesOf(node: PageNode, outer?: Context): PageLine[] {
  const context: Context = outer ?? { block: node, link: false, bold: false, heading: 0, hidden: false, pre: false };
  const state: State = { lines: [], buffer: [], length: 0, linked: 0, bold: 0, block: node, row: false };
  walkChildren(node, state, context);
  flush(state, context);
  return state.lines;
}

/** A piece of markup → its plain lines: for titles and meta contents that hold tags. */
export const plainLines = (html: string): string[] => linesOf(parsePage(html).root).map(({ text }) => text);
