/** The match of a sticky pattern at one place of a text, or null; of a global one, the next match from there. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A set of characters for the cheap test before a pattern is tried: 1 at the UTF-16 unit of each. */
export type Signs = Uint8Array;

export function signsOf(characters: string): Signs {
  const units = Array.from({ length: characters.length }, (_, index) => characters.charCodeAt(index));
  const signs = new Uint8Array(Math.max(...units) + 1);
  for (const unit of units) signs[unit] = 1;
  return signs;
}

/** Whether the character at a place is one of `signs`; false outside the text. */
export const isOneOf = (signs: Signs, text: string, at: number): boolean => signs[text.charCodeAt(at)] === 1;
