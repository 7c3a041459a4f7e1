/** A cell before it is written; null and undefined leave it empty: missing is never 0 or ''. */
export type CsvCell = string | number | boolean | null | undefined;

/** What makes a spreadsheet read text as a formula; full-width forms are folded by some of them. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const NEEDS_QUOTES = /[",\r\n]/;

/** One line of RFC 4180, CRLF included. Text that a spreadsheet would run as a formula gets an apostrophe before it. */
export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(cell: CsvCell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Byte order mark: Excel needs it to read UTF-8. */
export const BOM = '\uFEFF';
