/** A sentence of a clean text: `text.slice(start, end)`, UTF-16 units, without surrounding white space. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  /** Number of the paragraph (non-empty line) that holds it, from 0. */
  readonly paragraph: number;
}

/** End marks with the closing quotes and brackets after them; `a?b=1;c` is an address or a code, not the end of a sentence. */
const STOP = /(?:[。！？；…]|[!?;](?![A-Za-z0-9=&%/_-]))+[”’」』）》〉】〕"')\]]*/g;

/**
 * The sentences of a clean text in order. A line is a paragraph; a sentence ends after 。！？； (or the
 * ASCII marks, unless inside an address) and the closing quotes and brackets that follow, or with its line.
 * Every character that is not white space belongs to exactly one sentence.
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  let lineStart = 0;
  while (lineStart <= text.length) {
    const newline = text.indexOf('\n', lineStart);
    const lineEnd = newline < 0 ? text.length : newline;
    const before = sentences.length;
    pushLine(text, lineStart, lineEnd, paragraph, sentences);
    if (sentences.length > before) paragraph++;
    lineStart = lineEnd + 1;
  }
  return sentences;
}

/** Anchor of a sentence on its notice page, from its index in `splitSentences`: 0 → `s-001`. */
export const sentenceAnchor = (index: number): string => `s-${String(index + 1).padStart(3, '0')}`;

/** Index of the sentence that holds the offset, or of the last one before it; -1 when there is none. */
export function sentenceAt(sentences: readonly Sentence[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function pushLine(text: string, from: number, to: number, paragraph: number, into: Sentence[]): void {
  const line = text.slice(from, to);
  let start = from;
  STOP.lastIndex = 0;
  while (STOP.test(line)) {
    const end = from + STOP.lastIndex;
    pushTrimmed(text, start, end, paragraph, into);
    start = end;
  }
  pushTrimmed(text, start, to, paragraph, into);
}

function pushTrimmed(text: string, from: number, to: number, paragraph: number, into: Sentence[]): void {
  const raw = text.slice(from, to);
  const start = to - raw.trimStart().length;
  const end = from + raw.trimEnd().length;
  if (start < end) into.push({ start, end, paragraph });
}
