/**
 * The cheap look at every text: which kinds of characters it holds. Most texts hold none that a repair is for, so all
 * kinds are looked for in one pass, and a repair asks before it searches.
 */
type Kind = RegExp | ((unit: number) => boolean);

const UNITS = 0x10000;
const kinds: Kind[] = [];
/** By UTF-16 unit: one bit for each kind that it is of; made at the first look. */
let kindsOf: Uint32Array | undefined;
let last = { text: '', held: 0 };

function readKinds(): Uint32Array {
  const table = new Uint32Array(UNITS);
  const every = Array.from({ length: UNITS }, (_, unit) => String.fromCharCode(unit)).join('');
  kinds.forEach((kind, index) => {
    const units =
      kind instanceof RegExp
        ? Array.from(every.matchAll(new RegExp(kind.source, 'g')), (match) => match.index)
        : Array.from({ length: UNITS }, (_, unit) => unit).filter(kind);
    for (const unit of units) table[unit] = (table[unit] ?? 0) | (1 << index);
  });
  return table;
}

function heldBy(text: string): number {
  if (text === last.text) return last.held;
  kindsOf ??= readKinds();
  let held = 0;
  for (let at = 0; at < text.length; at++) held |= kindsOf[text.charCodeAt(at)] as number;
  last = { text, held };
  return held;
}

/**
 * A test whether a text holds a character of a kind: a class such as /[\u2f00-\u2fd5]/, or a test of UTF-16 units.
 * A character beyond the first plane is looked for by half of its pair. At most 32 kinds.
 */
export function looksFor(kind: Kind): (text: string) => boolean {
  const bit = 1 << (kinds.push(kind) - 1);
  kindsOf = undefined;
  return (text) => (heldBy(text) & bit) !== 0;
}
