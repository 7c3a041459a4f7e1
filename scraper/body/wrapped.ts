/**
 * Texts that were broken at a fixed width (mail, copies from PDF files): a line break in the middle of a sentence or a number
 * is none of the notice’s. Only texts of which most lines fill the same width are mended; lists and verses have ragged lines.
 */

/** Lines narrower than this are headings or cells, wider ones whole paragraphs. Chinese characters; figures count half. */
const WIDTHS = { least: 18, most: 60 };
/** A full line may lack a character that did not fit, or two before a closing sign. */
const SLACK = 2;
const MIN_FULL_LINES = 4;
const MIN_SHARE = 0.4;

const ENDS = /[。！？；：.!?;:]["”’）)]?$/;
const BEGINS_PARAGRAPH =
  /^(?:[ \t]{2,}|\u3000|第?[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]\D|[①-⑳●■◆▪•])/;

type Measure = (line: string) => number;

/** How wide a line looks: figures and Latin letters are half as wide as Chinese characters. */
function widthOf(line: string): number {
  let width = 0;
  for (const character of line) width += character < '\u2000' ? 0.5 : 1;
  return width;
}

/** Whether a line is wider than any that a program breaks at, however it measures. */
const isParagraph = (line: string): boolean => line.length > 2 * WIDTHS.most && !line.includes('\t');

/** Programs break by what a line looks like, or by its number of characters. */
const MEASURES: readonly Measure[] = [widthOf, ({ length }) => length];

interface Break {
  readonly measure: Measure;
  readonly width: number;
  /** How many lines fill the width. */
  readonly full: number;
}

/** The width that a text was broken at; null for one that was not. */
function findBreak(lines: readonly string[], measure: Measure): Break | null {
  const widths = lines.flatMap((line) => (line.includes('\t') ? [] : [measure(line)]));
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  if (widest < WIDTHS.least || widest > WIDTHS.most) return null;
  const broken = lines.filter((line, i) => i + 1 < lines.length && !ENDS.test(line) && measure(line) >= widest - SLACK);
  const running = broken.filter((line) => /[，,、。；]/.test(line)).length;
  return broken.length >= MIN_FULL_LINES && broken.length >= lines.length * MIN_SHARE && running >= broken.length / 2
    ? { measure, width: widest, full: broken.length }
    : null;
}

/** Text → text with its broken lines joined, unchanged where it is not broken at a fixed width. Blank lines part paragraphs. */
export function mendWrapped(text: string): string {
  const all = text.split('\n').map((line) => line.trimEnd());
  const filled = all.filter((line) => line.trim());
  if (filled.some(isParagraph)) return text;
  const [best] = MEASURES.flatMap((measure) => findBreak(filled, measure) ?? []).sort((a, b) => b.full - a.full);
  return best ? join(all, best) : text;
}

function join(all: readonly string[], { measure, width }: Break): string {
  const mended: string[] = [];
  let above = '';
  for (const line of all) {
    const goesOn =
      above !== '' &&
      line !== '' &&
      measure(above) >= width - SLACK &&
      !BEGINS_PARAGRAPH.test(line) &&
      !line.includes('\t');
    const gap = goesOn && /[A-Za-z,]$/.test(above) && /^[A-Za-z]/.test(line) ? ' ' : '';
    if (goesOn) mended.push(`${mended.pop()}${gap}${line}`);
    else mended.push(line);
    above = line;
  }
  return mended.join('\n');
}
