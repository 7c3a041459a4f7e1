/** Tables in a clean text: a row is a line, its cells are joined by tabs. */
export interface TableCell {
  readonly start: number;
  readonly end: number;
}

/** The cells of the line `text.slice(from, to)`, without the blanks around their words; an empty one keeps its place. */
export function tableCells(text: string, from: number, to: number): TableCell[] {
  let at = from;
  return text
    .slice(from, to)
    .split('\t')
    .map((words) => {
      const start = at + words.length - words.trimStart().length;
      const end = Math.max(start, at + words.trimEnd().length);
      at += words.length + 1;
      return { start, end };
    });
}

const TOTAL = /^(?:合\s*计|总\s*计|共\s*计|小\s*计|总\s*数)$/u;
const NUMBER = /^\d[\d,，.]*[%％]?$/u;

/** Whether the words of a cell say that its row sums up the others. */
export const isTotalLabel = (words: string): boolean => TOTAL.test(words);

/** Whether a cell holds a number and nothing else. */
export const isNumberCell = (words: string): boolean => NUMBER.test(words);
