import { type AST, RegExpParser } from '@eslint-community/regexpp';

/**
 * A cheap look before patterns are tried. Most patterns need some character that a text lacks: one pass over the
 * text tells which of up to 32 patterns could match it at all. The characters are read from the patterns themselves.
 */

/** For each text one bit per pattern, the first in the lowest: 0 where it cannot match. */
export type Gate = (text: string) => number;

export const MOST_GATED = 32;

/** Digits and marks stand in nearly every clause: a set without them says more. */
const COMMON = /[\d\s\p{P}]/u;
const COMMON_WEIGHT = 30;
/** Larger sets are met by nearly every text. */
const MOST_UNITS = 400;

/** UTF-16 units of which every match holds at least one; null where none can be named. */
type Needed = ReadonlySet<number> | null;

const weightOf = (units: ReadonlySet<number>): number => {
  let weight = 0;
  for (const unit of units) weight += COMMON.test(String.fromCharCode(unit)) ? COMMON_WEIGHT : 1;
  return weight;
};

const anyOf = (parts: readonly Needed[]): Needed => {
  const all = new Set<number>();
  for (const part of parts) {
    if (part === null) return null;
    for (const unit of part) all.add(unit);
  }
  return all.size > 0 && all.size <= MOST_UNITS ? all : null;
};

/** Of several sets that are all needed the one that the fewest texts meet. */
function rarest(parts: readonly Needed[]): Needed {
  let best: Needed = null;
  for (const part of parts) if (part && (best === null || weightOf(part) < weightOf(best))) best = part;
  return best;
}

const neededByAll = (alternatives: readonly AST.Alternative[]): Needed =>
  anyOf(alternatives.map(({ elements }) => rarest(elements.map(neededBy))));

/** A character beyond the first plane is looked for by the second half of its pair. */
const unitsOf = (codePoint: number): Needed =>
  new Set([String.fromCodePoint(codePoint).charCodeAt(codePoint > 0xffff ? 1 : 0)]);

function inClass(element: AST.CharacterClass['elements'][number]): Needed {
  if (element.type === 'Character') return unitsOf(element.value);
  if (element.type === 'CharacterSet') return inSet(element);
  if (element.type !== 'CharacterClassRange') return null;
  const { min, max } = element;
  if (max.value > 0xffff || max.value - min.value >= MOST_UNITS) return null;
  return new Set(Array.from({ length: max.value - min.value + 1 }, (_, i) => min.value + i));
}

const DIGITS: Needed = new Set(Array.from('0123456789', (digit) => digit.charCodeAt(0)));
const inSet = (set: AST.CharacterSet): Needed => (set.kind === 'digit' && !set.negate ? DIGITS : null);

function neededBy(element: AST.Element): Needed {
  switch (element.type) {
    case 'Character':
      return unitsOf(element.value);
    case 'CharacterSet':
      return inSet(element);
    case 'CharacterClass':
      return element.negate ? null : anyOf(element.elements.map(inClass));
    case 'Quantifier':
      return element.min > 0 ? neededBy(element.element) : null;
    case 'Group':
    case 'CapturingGroup':
      return neededByAll(element.alternatives);
    case 'Assertion':
      // what must stand beside a match stands in the text as well
      return 'alternatives' in element && !element.negate ? neededByAll(element.alternatives) : null;
    default:
      return null;
  }
}

/** Both cases of every letter, for a pattern that asks for neither. */
const inBothCases = (units: ReadonlySet<number>): ReadonlySet<number> =>
  new Set(
    [...units].flatMap((unit) => {
      const letter = String.fromCharCode(unit);
      return [letter, letter.toLowerCase(), letter.toUpperCase()].map((form) => form.charCodeAt(0));
    }),
  );

/** UTF-16 units of which every match of a pattern holds at least one; null where none can be named. */
export function neededUnits(pattern: RegExp): ReadonlySet<number> | null {
  const { alternatives } = new RegExpParser().parsePattern(pattern.source, 0, pattern.source.length, {
    unicode: pattern.unicode,
  });
  const units = neededByAll(alternatives);
  return units && pattern.ignoreCase ? inBothCases(units) : units;
}

/**
 * @param patterns at most 32; where none is given the bit is always set
 * @throws RangeError where there are more
 */
export function gateOf(patterns: readonly (RegExp | undefined)[]): Gate {
  if (patterns.length > MOST_GATED) throw new RangeError(`gateOf: ${patterns.length} patterns, at most ${MOST_GATED}`);
  let always = 0;
  const bits = new Map<number, number>();
  patterns.forEach((pattern, index) => {
    const units = pattern ? neededUnits(pattern) : null;
    if (units === null) always |= 1 << index;
    else for (const unit of units) bits.set(unit, (bits.get(unit) ?? 0) | (1 << index));
  });
  // few different masks, so that the large table holds bytes
  const masks = [0, ...new Set(bits.values())];
  const kinds = new (masks.length > 256 ? Uint16Array : Uint8Array)(0x10000);
  for (const [unit, mask] of bits) kinds[unit] = masks.indexOf(mask);
  const maskOf = Int32Array.from(masks);
  return (text) => {
    let held = always;
    for (let at = 0; at < text.length; at++) held |= maskOf[kinds[text.charCodeAt(at)] as number] as number;
    return held;
  };
}

/** Different answers of one sieve that are kept; texts of a kind give few. */
const MOST_ANSWERS = 1000;

/** Gives, in their order, the items that could fit the texts. */
export type Sieve<Item> = (...texts: readonly string[]) => readonly Item[];

/**
 * A sieve for any number of items. Each names its patterns in the order of the texts that they are looked for in;
 * where it names none for a text, every text will do.
 */
export function sieve<Item>(
  items: readonly Item[],
  patternsOf: (item: Item) => readonly (RegExp | undefined)[],
): Sieve<Item> {
  const [first = () => [], ...others] = Array.from({ length: Math.ceil(items.length / MOST_GATED) }, (_, group) =>
    siftedGroup(items.slice(group * MOST_GATED, (group + 1) * MOST_GATED), patternsOf),
  );
  return others.length === 0 ? first : (...texts) => [first, ...others].flatMap((group) => group(...texts));
}

function siftedGroup<Item>(
  members: readonly Item[],
  patternsOf: (item: Item) => readonly (RegExp | undefined)[],
): Sieve<Item> {
  const patterns = members.map(patternsOf);
  const texts = Math.max(0, ...patterns.map(({ length }) => length));
  const looks = Array.from({ length: texts }, (_, place) => gateOf(patterns.map((row) => row[place])));
  const answers = new Map<number, readonly Item[]>();
  return (...found) => {
    let held = -1;
    for (let place = 0; place < texts; place++) held &= (looks[place] as Gate)(found[place] ?? '');
    const known = answers.get(held);
    if (known) return known;
    const fitting = members.filter((_, index) => (held & (1 << index)) !== 0);
    if (answers.size < MOST_ANSWERS) answers.set(held, fitting);
    return fitting;
  };
}
