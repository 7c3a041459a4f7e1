import { disjoint, type Edit, editMatches, type Repair } from './edit.ts';
import { looksFor } from './look.ts';

/** Everything that Unicode calls a space; the tab is none here, it separates table cells. */
const BLANKS = /[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;
const PLAIN = /^ +$/;
const LINE_BREAK = /\r\n?|[\u0085\u2028\u2029]/g;
const mayBlank = looksFor(BLANKS);
const mayBreak = looksFor(/[\r\u0085\u2028\u2029]/);
const BREAKS = '\n\r\u0085\u2028\u2029';

const isEdge = (character: string | undefined): boolean => character === undefined || BREAKS.includes(character);

/** Indents go, and so do blanks at the end of a line; inside it every blank becomes a plain space. */
function plainBlanks(text: string): Edit[] {
  return editMatches(text, BLANKS, ({ index, 0: run }) => {
    if (isEdge(text[index - 1]) || isEdge(text[index + run.length])) return '';
    return PLAIN.test(run) ? null : ' '.repeat(run.length);
  });
}

const INDENT = /[\u3000\u00a0]{2,}/g;
const mayIndent = looksFor(/[\u3000\u00a0]/);
const INDENT_AFTER_SENTENCE = /[。！？”][\u3000\u00a0]{2}/;
const SENTENCE_END = '。！？!?；;…”"）)：';
/** A heading without a full stop is at most this long. */
const HEADING = 60;

/**
 * An indent in the middle of a line: the line break before it was lost. Where one of them follows a full stop
 * all of the line begin paragraphs; otherwise they are the gaps between the columns of a list.
 */
function lostBreaks(text: string): Edit[] {
  if (!mayIndent(text) || !INDENT_AFTER_SENTENCE.test(text)) return [];
  const edits: Edit[] = [];
  let lineStart = 0;
  for (const line of text.split('\n')) {
    if (INDENT_AFTER_SENTENCE.test(line)) {
      let paragraph = 0;
      for (const { index, 0: indent } of line.matchAll(INDENT)) {
        const after = index + indent.length;
        const isBreak = SENTENCE_END.includes(line.charAt(index - 1)) || index - paragraph <= HEADING;
        if (index > 0 && after < line.length && isBreak) {
          edits.push({ start: lineStart + index, end: lineStart + after, text: '\n' });
        }
        paragraph = after;
      }
    }
    lineStart += line.length + 1;
  }
  return edits;
}

/** Line breaks are \n, spaces are plain, lines have no indent. */
export const spaces: Repair = {
  name: 'spaces',
  find: (text) =>
    disjoint([
      ...lostBreaks(text),
      ...(mayBreak(text) ? editMatches(text, LINE_BREAK, () => '\n') : []),
      ...(mayBlank(text) ? plainBlanks(text) : []),
    ]),
};
