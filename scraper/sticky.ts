/** The match of a sticky pattern at one place of a text, or null; of a global one, the next match from there. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A set of characters (UTF-16 units) for the cheap test before a pattern is tried. */
export type Signs = ReadonlySet<number>;

export const signsOf = (characters: string): Signs =>
  new Set(Array.from({ length: characters.length }, (_, index) => characters.charCodeAt(index)));

/** Whether the character at a place is one of `signs`; false outside the text. */
export const isOneOf = (signs: Signs, text: string, at: number): boolean => signs.has(text.charCodeAt(at));
