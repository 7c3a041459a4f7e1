/** A line of a text with its offsets; `text.slice(start, end) === line.text`, without the line break. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Several stages ask for the lines of the same text, one after the other. */
let last: { readonly text: string; readonly lines: readonly Line[] } = { text: '', lines: [] };

/** The lines of a text that hold anything but white space. */
export function splitLines(text: string): readonly Line[] {
  if (text !== last.text) last = { text, lines: readLines(text) };
  return last.lines;
}

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const raw of text.split('\n')) {
    const lead = raw.length - raw.trimStart().length;
    const trimmed = raw.trim();
    if (trimmed) lines.push({ start: start + lead, end: start + lead + trimmed.length, text: trimmed });
    start += raw.length + 1;
  }
  return lines;
}
