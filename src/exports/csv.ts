/** A cell before it is written; null and undefined leave it empty: missing is never 0 or ''. */
export type CsvCell = string | number | boolean | null | undefined;

/**
 * Places from which a spreadsheet would read text as a formula: the beginning of a cell, and what follows a semicolon,
 * tab or line end, because a spreadsheet set to another separator breaks the cell there. Full-width forms count: some
 * programs fold them. An apostrophe already there is looked through, so that taking one away gives the text back.
 */
const DANGER = /(?<=^|[;\t\r\n])(?='*[=+\-@\t\r\n＝＋－＠])/g;
const NEUTRAL = /(?<=^|[;\t\r\n])'(?='*[=+\-@\t\r\n＝＋－＠])/g;
const NEEDS_QUOTES = /[",\r\n]/;

/** One line of RFC 4180, CRLF included. Text that a spreadsheet would run as a formula gets an apostrophe before it. */
export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(cell: CsvCell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = neutralise(cell);
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Text that no spreadsheet runs; `restore` gives it back. */
export const neutralise = (text: string): string => text.replace(DANGER, "'");

/** What a neutralised text was. */
export const restore = (text: string): string => text.replace(NEUTRAL, '');

/** Byte order mark: Excel needs it to read UTF-8. */
export const BOM = '\uFEFF';
