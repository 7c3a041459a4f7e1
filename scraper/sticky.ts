/** The match of a sticky pattern at one place of a text, or null; of a global one, the next match from there. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A set of characters for the cheap test before a pattern is tried: 1 at the UTF-16 unit of each. */
export type Signs = Uint8Array;

export function signsOf(characters: string): Signs {
  const signs = new Uint8Array(0x10000);
  for (let at = 0; at < characters.length; at++) signs[characters.charCodeAt(at)] = 1;
  return signs;
}

/** Whether the character at a place is one of `signs`; false outside the text. */
export const isOneOf = (signs: Signs, text: string, at: number): boolean =>
  at >= 0 && at < text.length && signs[text.charCodeAt(at)] === 1;
