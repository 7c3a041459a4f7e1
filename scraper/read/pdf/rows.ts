import type { PdfItem, PdfPage, Ruling } from './pages.ts';

/** A line as it stands on a page. */
export interface PdfLine {
  text: string;
  x1: number;
  x2: number;
  y: number;
  size: number;
  page: number;
  /** A row of a table: its cells are separated by tabs. */
  row: boolean;
}

/** Runs whose base lines differ by less than this part of their size stand on one line. */
const SAME_LINE = 0.45;
/** A gap wider than this many characters separates the cells of a table without rulings. */
const CELL_GAP = 1.6;
/** Rulings nearer than this are one. */
const TOUCH = 3;

const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…·]/;

/** Two runs on one line: a gap between Latin words or numbers is a space, between Chinese characters none. */
function glue(before: string, after: string, gap: number, size: number): string {
  if (gap > CELL_GAP * size) return '\t';
  if (gap < 0.22 * size || before.endsWith(' ') || after.startsWith(' ')) return '';
  return CJK.test(before.at(-1) ?? '') || CJK.test(after[0] ?? '') ? '' : ' ';
}

/** Runs of text → lines from top to bottom, runs from left to right. */
function lineUp(items: readonly PdfItem[]): PdfItem[][] {
  const lines: PdfItem[][] = [];
  for (const item of items.toSorted((a, b) => b.y - a.y)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && first.y - item.y < SAME_LINE * Math.min(Math.max(first.size, 1), Math.max(item.size, 1)))
      line.push(item);
    else lines.push([item]);
  }
  return lines.map((line) => line.toSorted((a, b) => a.x - b.x));
}

/** A line set wide to fill the measure has a gap after every character: those are no spaces. */
function withoutSpreading(text: string): string {
  const gaps = text.match(/(?<=[^\s\w]) (?=\S)|(?<=\w) (?=[^\s\w])/g)?.length ?? 0;
  return gaps >= 4 && gaps > text.length * 0.15 ? text.replace(/(?<=[^\s\w]) +(?=\S)|(?<=\w) +(?=[^\s\w])/g, '') : text;
}

/** Where Chinese meets figures and Latin words, word processors set a thin gap: it is no space. */
const THIN_GAP = /(?<=[\u2e80-\u9fff\uff00-\uffef]) (?=[\dA-Za-z])|(?<=[\dA-Za-z%]) (?=[\u2e80-\u9fff\uff00-\uffef])/g;

function toLine(items: readonly PdfItem[], page: number): PdfLine {
  let text = '';
  let end = items[0]?.x ?? 0;
  let size = 0;
  let weight = 0;
  for (const item of items) {
    const tall = Math.max(item.size, 1);
    text += text === '' ? item.text : glue(text, item.text, item.x - end, tall) + item.text;
    end = Math.max(end, item.x + item.width);
    if (item.text.length >= weight) {
      size = tall;
      weight = item.text.length;
    }
  }
  const trimmed = withoutSpreading(text.trim()).replace(THIN_GAP, '');
  return { text: trimmed, x1: items[0]?.x ?? 0, x2: end, y: items[0]?.y ?? 0, size, page, row: trimmed.includes('\t') };
}

const isAcross = ({ y1, y2 }: Ruling): boolean => Math.abs(y2 - y1) < TOUCH;
const spans = (from: number, to: number, at: number): boolean => from - TOUCH <= at && at <= to + TOUCH;

interface Cell {
  left: number;
  right: number;
  top: number;
  bottom: number;
  items: PdfItem[];
}

/** The cell that a run stands in: the nearest rulings on its four sides; null outside any. */
function cellAround({ x, y, width, size }: PdfItem, rulings: readonly Ruling[]): Omit<Cell, 'items'> | null {
  const atX = x + width / 2;
  const atY = y + size / 3;
  let left = Number.NEGATIVE_INFINITY;
  let right = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const line of rulings) {
    if (isAcross(line)) {
      if (!spans(line.x1, line.x2, atX)) continue;
      if (line.y1 >= atY) top = Math.min(top, line.y1);
      else bottom = Math.max(bottom, line.y1);
    } else if (spans(line.y1, line.y2, atY)) {
      if (line.x1 >= atX) right = Math.min(right, line.x1);
      else left = Math.max(left, line.x1);
    }
  }
  return [left, right, top, bottom].every(Number.isFinite) ? { left, right, top, bottom } : null;
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= TOUCH;

/** How far a space may stand from the ruling that it crosses, in characters. */
const SPACE_REACH = 2.5;

/** A run that crosses rulings holds several cells, with a space between them: it is cut there. */
function cutAtRulings(item: PdfItem, upright: readonly Ruling[]): PdfItem[] {
  if (!item.text.includes(' ')) return [item];
  const { x, y, width, size } = item;
  const crossed = upright.filter(
    (line) => line.x1 > x + size / 2 && line.x1 < x + width - size / 2 && spans(line.y1, line.y2, y + size / 3),
  );
  if (crossed.length === 0) return [item];
  // Chinese characters are twice as wide as others
  const advances = [...item.text].map((character) => (CJK.test(character) ? 2 : 1));
  const total = advances.reduce((sum, advance) => sum + advance, 0);
  let at = x;
  const places = advances.map((advance) => {
    const here = at;
    at += (advance * width) / total;
    return here;
  });
  const characters = [...item.text];
  const cuts = new Set<number>();
  for (const { x1 } of crossed) {
    const spaces = characters.flatMap((character, i) => (character === ' ' ? [i] : []));
    const nearest = spaces.reduce((best, i) =>
      Math.abs((places[i] as number) - x1) < Math.abs((places[best] as number) - x1) ? i : best,
    );
    if (Math.abs((places[nearest] as number) - x1) <= SPACE_REACH * size) cuts.add(nearest);
  }
  const borders = [-1, ...[...cuts].sort((a, b) => a - b), characters.length];
  return borders.slice(1).flatMap((end, k) => {
    const start = (borders[k] as number) + 1;
    const text = characters.slice(start, end).join('');
    const left = places[start] ?? x;
    const right = places[end] ?? x + width;
    return text.trim() ? [{ text, x: left, y, width: right - left, size }] : [];
  });
}

/** The runs of a page by the cell they stand in; a frame around the whole text is no table. */
function cellsOf({ items, rulings }: PdfPage): { cells: Cell[]; outside: PdfItem[] } {
  if (rulings.length < 4) return { cells: [], outside: [...items] };
  const cells: Cell[] = [];
  const outside: PdfItem[] = [];
  const upright = rulings.filter((line) => !isAcross(line));
  for (const item of items.flatMap((run) => cutAtRulings(run, upright))) {
    const box = cellAround(item, rulings);
    const known =
      box &&
      cells.findLast(
        (cell) =>
          near(cell.left, box.left) &&
          near(cell.right, box.right) &&
          near(cell.top, box.top) &&
          near(cell.bottom, box.bottom),
      );
    if (known) known.items.push(item);
    else if (box) cells.push({ ...box, items: [item] });
    else outside.push(item);
  }
  const isTable = (cell: Cell): boolean =>
    cells.some(
      (other) =>
        other !== cell &&
        (near(other.left, cell.right) || near(other.right, cell.left)) &&
        other.top > cell.bottom + TOUCH &&
        cell.top > other.bottom + TOUCH,
    );
  const columnar = cells.filter(isTable);
  // A row of one cell belongs to the table it touches (a heading across all columns); a box that touches none only frames its text.
  const touches = (cell: Cell): boolean =>
    columnar.some(
      (other) =>
        (near(other.top, cell.bottom) || near(other.bottom, cell.top)) &&
        other.left < cell.right &&
        cell.left < other.right,
    );
  const table = cells.filter((cell) => columnar.includes(cell) || touches(cell));
  return {
    cells: table,
    outside: [...outside, ...cells.filter((cell) => !table.includes(cell)).flatMap((cell) => cell.items)],
  };
}

/** The lines of a cell run on: they were broken only because the cell is narrow. */
const cellText = (cell: Cell): string =>
  lineUp(cell.items)
    .map((line) => toLine(line, 0).text.replaceAll('\t', ' '))
    .reduce((text, line) => joinText(text, line), '');

function rowsOf(cells: readonly Cell[], page: number): PdfLine[] {
  const rows: Cell[][] = [];
  for (const cell of cells.toSorted((a, b) => b.top - a.top || a.left - b.left)) {
    const row = rows.at(-1);
    if (row?.[0] && near(row[0].top, cell.top)) row.push(cell);
    else rows.push([cell]);
  }
  return rows.map((row) => {
    const sorted = row.toSorted((a, b) => a.left - b.left);
    const first = sorted[0] as Cell;
    return {
      text: sorted.map(cellText).join('\t'),
      x1: first.left,
      x2: Math.max(...sorted.map(({ right }) => right)),
      y: first.top - 1,
      size: first.items[0]?.size ?? 10,
      page,
      row: true,
    };
  });
}

/** Two parts of a paragraph that a line break separated: Chinese and figures join without a space, Latin words with one. */
export function joinText(before: string, after: string): string {
  if (!before) return after;
  const latin = /[A-Za-z,;]$/.test(before) && /^[A-Za-z]/.test(after);
  const address = /[@/\w.]*[@/][\w.-]*$/.test(before.slice(-60)) || /^[\w.-]*[@/]/.test(after.slice(0, 60));
  return before + (latin && !address ? ' ' : '') + after;
}

/** The lines of a page from top to bottom, rows of tables in their place. */
export function linesOfPage(page: PdfPage, number: number): PdfLine[] {
  const { cells, outside } = cellsOf(page);
  const lines = lineUp(outside).map((items) => toLine(items, number));
  return [...lines, ...rowsOf(cells, number)].filter(({ text }) => text).toSorted((a, b) => b.y - a.y);
}
