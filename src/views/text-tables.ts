import { isNumberCell, isTotalLabel, type TableCell, tableCells } from '../model/index.ts';

/** A row of a table in a clean text, as the page shows it. */
export interface Row {
  readonly cells: readonly TableCell[];
  /** Whether it names the columns. */
  readonly isHead: boolean;
  /** Columns that the first cell spans. */
  readonly span: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

interface Line {
  readonly paragraph: number;
  readonly cells: readonly TableCell[];
}

/** The lines that hold something, numbered as the paragraphs of the sentences are; an empty first cell counts. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const words of text.split('\n')) {
    const end = start + words.length;
    if (words.trim() !== '') lines.push({ paragraph: lines.length, cells: tableCells(text, start, end) });
    start = end + 1;
  }
  return lines;
}

/** Rows that stand together; each has as many cells as the longest, or is a total whose first cell spans the rest. */
function rowsOf(lines: readonly Line[], text: string): Row[] {
  const columns = Math.max(...lines.map(({ cells }) => cells.length));
  const words = ({ start, end }: TableCell): string => text.slice(start, end);
  const isRegular = ({ cells }: Line): boolean =>
    cells.length === columns || (cells[0] !== undefined && isTotalLabel(words(cells[0])));
  if (lines.length < 2 || !lines.every(isRegular)) return [];
  return lines.map(({ cells }, index) => ({
    cells,
    isHead: index === 0 && !cells.some((cell) => isNumberCell(words(cell))),
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
