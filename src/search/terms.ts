/**
 * How a character is compared: the one function that both the index and the query go through.
 * Folding keeps the length, so an offset in the folded text is the same offset in the text that is shown.
 */

/** For every UTF-16 unit the unit it is compared as. */
export type Folding = Uint16Array;

/** White space that is searched as one space; a line break stays, as no query can hold one. */
const SPACES = /[\t\v\f\u0085\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
/** 〇 is printed as any of these; 零 is another word. */
const ZERO_CIRCLES = '○◯〇⚪';
/** The dot in names and lists. */
const MIDDLE_DOTS = '·•‧∙⋅・･';

/**
 * A folding: full and half width, upper and lower case, blanks, circles of zero, and Traditional characters.
 * @param variants pairs of characters, each followed by the one it is compared as, e.g. `體体國国`
 */
export function makeFolding(variants: string): Folding {
  const folding = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) folding[unit] = foldUnit(unit);
  for (let i = 0; i + 1 < variants.length; i += 2) folding[variants.charCodeAt(i)] = variants.charCodeAt(i + 1);
  return folding;
}

/** The text as it is compared; as long as the text itself. */
export function fold(text: string, folding: Folding): string {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = folding[text.charCodeAt(i)] as number;
  return fromUnits(units);
}

/** A string from UTF-16 units, in pieces that fit a call. */
export function fromUnits(units: Uint16Array): string {
  let text = '';
  for (let i = 0; i < units.length; i += 8192) text += String.fromCharCode(...units.subarray(i, i + 8192));
  return text;
}

function foldUnit(unit: number): number {
  if (unit < 0x80)
    return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit === 0x0d ? 0x0a : isTabLike(unit) ? 0x20 : unit;
  if (unit >= 0xff01 && unit <= 0xff5e) return foldUnit(unit - 0xfee0);
  const letter = String.fromCharCode(unit);
  if (SPACES.test(letter)) return 0x20;
  if (ZERO_CIRCLES.includes(letter)) return '〇'.charCodeAt(0);
  if (MIDDLE_DOTS.includes(letter)) return '·'.charCodeAt(0);
  const lower = letter.toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}

const isTabLike = (unit: number): boolean => unit === 0x09 || unit === 0x0b || unit === 0x0c;
