/** Tables in a clean text: each row is a line, its cells are joined by tabs. */

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface Row {
  readonly cells: readonly Stretch[];
  /** Whether it names the columns. */
  readonly isHead: boolean;
  /** Columns that the first cell spans. */
  readonly span: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

interface Line extends Stretch {
  readonly paragraph: number;
  readonly cells: readonly Stretch[];
}

const TOTAL = /^(?:合\s*计|总\s*计|共\s*计|小\s*计|总\s*数)$/;
const NUMBER = /^[\d０-９.,，]+[%％]?$/;

/** Whether a cell holds a number and nothing else. */
export const isNumber = (words: string): boolean => NUMBER.test(words);

function cellsOf(text: string, { start, end }: Stretch): Stretch[] {
  const cells: Stretch[] = [];
  let from = start;
  while (from <= end) {
    const tab = text.indexOf('\t', from);
    const to = tab < 0 || tab > end ? end : tab;
    const words = text.slice(from, to);
    const first = from + words.length - words.trimStart().length;
    cells.push({ start: first, end: Math.max(first, from + words.trimEnd().length) });
    from = to + 1;
  }
  return cells;
}

/** The lines that hold something, numbered as the paragraphs of the sentences are; an empty first cell counts. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const words of text.split('\n')) {
    const line = { start, end: start + words.length };
    if (words.trim() !== '') lines.push({ ...line, paragraph: lines.length, cells: cellsOf(text, line) });
    start = line.end + 1;
  }
  return lines;
}

/** Rows that stand together; each has as many cells as the longest, or is a total whose first cell spans the rest. */
function rowsOf(lines: readonly Line[], text: string): Row[] {
  const columns = Math.max(...lines.map(({ cells }) => cells.length));
  const words = ({ start, end }: Stretch): string => text.slice(start, end);
  const isRegular = ({ cells }: Line): boolean =>
    cells.length === columns || (cells[0] !== undefined && TOTAL.test(words(cells[0])));
  if (lines.length < 2 || !lines.every(isRegular)) return [];
  return lines.map(({ cells }, index) => ({
    cells,
    isHead: index === 0 && !cells.some((cell) => isNumber(words(cell))),
    span: columns - cells.length + 1,
    isFirst: index === 0,
    isLast: index === lines.length - 1,
  }));
}

/** The rows of all tables by the number of their paragraph. Rows of unequal lengths make no table: they stay lines. */
export function tableRows(text: string): ReadonlyMap<number, Row> {
  const rows = new Map<number, Row>();
  let together: Line[] = [];
  const close = (): void => {
    const { paragraph = 0 } = together[0] ?? {};
    rowsOf(together, text).forEach((row, index) => {
      rows.set(paragraph + index, row);
    });
    together = [];
  };
  for (const line of text.includes('\t') ? linesOf(text) : []) {
    if (line.cells.length > 1) together.push(line);
    else if (together.length > 0) close();
  }
  if (together.length > 0) close();
  return rows;
}
