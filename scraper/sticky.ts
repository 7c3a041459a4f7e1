/** The match of a sticky pattern at one place of a text, or null; of a global one, the next match from there. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A set of characters for the cheap test before a pattern is tried: a bit at the UTF-16 unit of each. */
export interface Signs {
  readonly table: Uint32Array;
  readonly bit: number;
}

/** 32 sets share a table, so that those of all rules together stay in the processor’s cache. */
const SETS = 32;
let shared = new Uint32Array(0x10000);
let sets = 0;

export function signsOf(characters: string): Signs {
  if (sets === SETS) {
    shared = new Uint32Array(0x10000);
    sets = 0;
  }
  const table = shared;
  const bit = 1 << sets++;
  for (let at = 0; at < characters.length; at++) {
    const unit = characters.charCodeAt(at);
    table[unit] = (table[unit] as number) | bit;
  }
  return { table, bit };
}

/** The test whether one of the words stands at a place of a text. */
export function oneOfWords(...words: readonly string[]): (text: string, at: number) => boolean {
  const first = signsOf(words.map((word) => word.charAt(0)).join(''));
  return (text, at) => isOneOf(first, text, at) && words.some((word) => text.startsWith(word, at));
}

/** Whether the character at a place is one of `signs`; false outside the text. */
export const isOneOf = ({ table, bit }: Signs, text: string, at: number): boolean =>
  at >= 0 && at < text.length && ((table[text.charCodeAt(at)] as number) & bit) !== 0;
