/**
 * How a character is compared: the one function that both the index and the query go through.
 * Folding keeps the length, so an offset in the folded text is the same offset in the text that is shown.
 */

/** For every UTF-16 unit the unit it is compared as. */
export type Folding = Uint16Array;

/** White space that is searched as one space; a line break stays, as no query can hold one. */
const SPACES =
  '\t\v\f\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000';
/** 〇 is printed as any of these; 零 is another word. */
const ZERO_CIRCLES = '○◯⚪';
/** The dot in names and lists. */
const MIDDLE_DOTS = '•‧∙⋅・･';
/** Blocks that hold capital letters: Latin, Greek, Cyrillic, Armenian, …; Latin and others again; Cherokee. */
const CAPITALS = [
  [0x41, 0x2500],
  [0x2c00, 0x2e00],
  [0xa640, 0xa800],
  [0xab70, 0xabc0],
] as const;

/**
 * A folding: full and half width, upper and lower case, blanks, circles of zero, and Traditional characters.
 * @param variants pairs of characters, each followed by the one it is compared as, e.g. `體体國国`
 */
export function makeFolding(variants: string): Folding {
  const folding = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) folding[unit] = unit;
  for (const [from, to] of CAPITALS) for (let unit = from; unit < to; unit++) folding[unit] = lowerCase(unit);
  const all = (letters: string, folded: string): void => {
    for (let i = 0; i < letters.length; i++) folding[letters.charCodeAt(i)] = folded.charCodeAt(0);
  };
  all(SPACES, ' ');
  all('\r', '\n');
  all(ZERO_CIRCLES, '〇');
  all(MIDDLE_DOTS, '·');
  // full width: the forms of the printable ASCII characters, in their order
  for (let unit = 0xff01; unit <= 0xff5e; unit++) folding[unit] = folding[unit - 0xfee0] as number;
  for (let i = 0; i + 1 < variants.length; i += 2) folding[variants.charCodeAt(i)] = variants.charCodeAt(i + 1);
  return folding;
}

/** The text as it is compared; as long as the text itself. */
export function fold(text: string, folding: Folding): string {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = folding[text.charCodeAt(i)] as number;
  return fromUnits(units);
}

/** UTF-16 as the machine has it; half of a surrogate pair alone becomes U+FFFD, which has the same length. */
const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

/** A string from UTF-16 units. */
const fromUnits = (units: Uint16Array): string => utf16.decode(units);

/** A capital whose small form is longer (İ) stays: folding keeps the length. */
function lowerCase(unit: number): number {
  const lower = String.fromCharCode(unit).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}
