import type { TitledLine } from '../title.ts';
import type { PdfPage } from './pages.ts';
import { joinText, type PdfLine } from './rows.ts';

/** What the lines of running text have in common; points. */
interface Measure {
  size: number;
  left: number;
  right: number;
  /** Distance of one base line from the next. */
  leading: number;
}

function mostFrequent(values: readonly [value: number, weight: number][]): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) weights.set(value, (weights.get(value) ?? 0) + weight);
  let best = 0;
  let most = -1;
  for (const [value, weight] of weights)
    if (weight > most) {
      best = value;
      most = weight;
    }
  return best;
}

const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * q)] ?? 0;

function measure(lines: readonly PdfLine[]): Measure {
  const text = lines.filter(({ row }) => !row);
  const size = mostFrequent(text.map((line) => [Math.round(line.size * 2) / 2, line.text.length]));
  const body = text.filter((line) => Math.abs(line.size - size) < 1);
  const gaps = body.slice(1).flatMap((line, i) => {
    const above = body[i] as PdfLine;
    return above.page === line.page && above.y > line.y ? [above.y - line.y] : [];
  });
  return {
    size: size || 12,
    // Long lines only: a list of short ones would move the margin.
    left: quantile(
      body.filter(({ text }) => text.length >= 12).map(({ x1 }) => x1),
      0.08,
    ),
    right: quantile(
      body.map(({ x2 }) => x2),
      0.97,
    ),
    leading: gaps.length > 0 ? quantile(gaps, 0.5) : size * 1.6,
  };
}

const NUMBERED =
  /^(?:第?[一二三四五六七八九十]{1,3}[、.．部章节]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳●■◆])/;
const ENDS = /[。！？；：”）)]$/;

/** Whether a line fills the measure, but for a word too long to fit: then the paragraph may go on below. */
function isFull(line: PdfLine, next: PdfLine, { right, size }: Measure): boolean {
  const room = right - line.x2;
  if (room < 1.6 * size) return true;
  const word = /^[\w@.:/%-]+/.exec(next.text)?.[0] ?? '';
  return word.length > 1 && room < (word.length * 0.62 + 0.6) * size;
}

/** Whether a line begins a paragraph of its own below the line above it. */
function begins(line: PdfLine, above: PdfLine, by: Measure): boolean {
  if (line.row || above.row) return true;
  if (Math.abs(line.size - above.size) > 0.12 * by.size) return true;
  // No line begins with a closing sign: it could not stand at the end of the full line above.
  if (/^[，。、；：！？’”）》】％%]/.test(line.text)) return false;
  if (!isFull(above, line, by)) return true;
  const ended = ENDS.test(above.text);
  if (
    above.page === line.page &&
    above.y - line.y > 1.25 * by.leading &&
    (ended || above.y - line.y > 2.5 * by.leading)
  )
    return true;
  const indent = line.x1 - by.left;
  if (indent < 1.2 * by.size) return NUMBERED.test(line.text) && ended && above.x1 - by.left < 1.2 * by.size;
  // Hanging and list indents: the lines below the first stand deeper, or all stand equally deep.
  if (Math.abs(line.x1 - above.x1) < 0.5 * by.size || line.x1 > above.x1)
    return ended || NUMBERED.test(line.text) || indent > 6 * by.size;
  return true;
}

function isCentred(line: PdfLine, { width }: PdfPage, by: Measure): boolean {
  const left = line.x1 - by.left;
  const right = by.right - line.x2;
  const middle = (line.x1 + line.x2) / 2;
  const centre = (by.left + by.right) / 2;
  return (
    (Math.abs(middle - centre) < by.size || Math.abs(middle - width / 2) < by.size) &&
    left > 1.5 * by.size &&
    right > 1.5 * by.size
  );
}

/** The rest of a row that the end of the page has broken: what is left of its first cell. */
const isRestOfRow = (line: PdfLine, above: PdfLine): boolean =>
  line.row &&
  above.row &&
  line.page === above.page + 1 &&
  above.text.includes('\t') &&
  !line.text.includes('\t') &&
  Math.abs(line.x1 - above.x1) < line.size;

function joinFirstCell(row: string, rest: string): string {
  const [first = '', ...others] = row.split('\t');
  return [joinText(first, rest), ...others].join('\t');
}

/** Lines → paragraphs: what only the width of the page has broken is mended, inside words and numbers too. */
export function joinParagraphs(lines: readonly PdfLine[], pages: readonly PdfPage[]): TitledLine[] {
  const by = measure(lines);
  const paragraphs: (TitledLine & { row: boolean })[] = [];
  let above: PdfLine | null = null;
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (last && above && isRestOfRow(line, above)) last.text = joinFirstCell(last.text, line.text);
    else if (last && above && !begins(line, above, by)) last.text = joinText(last.text, line.text);
    else
      paragraphs.push({
        text: line.text,
        centred: isCentred(line, pages[line.page] as PdfPage, by),
        titled: line.page === 0 && !line.row && line.size > 1.12 * by.size,
        row: line.row,
      });
    above = line;
  }
  return paragraphs;
}
