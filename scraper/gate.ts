import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { COMMON_CHARACTERS } from './read/common-characters.ts';

/**
 * A cheap look before patterns are tried. Most patterns need some two characters side by side that a text lacks: one
 * pass over the text tells which of up to 32 patterns could match it at all. The signs are read from the patterns themselves.
 */

/** For each text, or a stretch of it, one bit per pattern, the first in the lowest: 0 where it cannot match. */
export type Gate = (text: string, from?: number, to?: number) => number;

export const MOST_GATED = 32;

/** A sign is one UTF-16 unit or two side by side, as a string. */
type Signs = ReadonlySet<string>;

/** Larger sets are met by nearly every text. */
const MOST_SIGNS = 400;

/** How often a unit is met, roughly: marks stand in every clause, common characters in most. */
const MARK = /[\s\p{P}]/u;
const oftenIs = (unit: string): number => (MARK.test(unit) ? 30 : COMMON_CHARACTERS.has(unit.charCodeAt(0)) ? 10 : 3);
/** Two side by side are met far less often, but for the words of every notice. */
const EVERYWHERE: Signs = new Set('整改 问题 巡视 巡察 反馈 监督 公司 集团 党委 党组 工作 落实 情况'.split(' '));
function weightOf(signs: Signs): number {
  let weight = 0;
  for (const sign of signs) {
    const [first = '', second] = sign;
    if (EVERYWHERE.has(sign)) weight += 20;
    else weight += oftenIs(first) * (second === undefined ? 1 : oftenIs(second) / 100);
  }
  return weight;
}

const union = (parts: readonly (Signs | null)[]): Signs | null => {
  const all = new Set<string>();
  for (const part of parts) {
    if (part === null) return null;
    for (const sign of part) all.add(sign);
  }
  return all.size > 0 && all.size <= MOST_SIGNS ? all : null;
};

/** Of several sets that are all needed the one that the fewest texts meet. */
function rarest(parts: readonly (Signs | null)[]): Signs | null {
  let best: Signs | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    const weight = part ? weightOf(part) : least;
    if (weight >= least) continue;
    best = part;
    least = weight;
  }
  return best;
}

/** Two units side by side. */
const pairs = (first: Signs | null, second: Signs | null): Signs | null =>
  first && second && first.size * second.size <= MOST_SIGNS
    ? new Set([...first].flatMap((one) => [...second].map((other) => one + other)))
    : null;

/** What every match of a part of a pattern holds; null where nothing can be named. */
interface Part {
  /** Signs of which it holds at least one. */
  readonly needed: Signs | null;
  /** Units of which it begins with one, and of which it ends with one. */
  readonly first: Signs | null;
  readonly last: Signs | null;
}

const NOTHING: Part = { needed: null, first: null, last: null };

const oneOf = (units: Signs | null): Part => ({ needed: units, first: units, last: units });

const anyOf = (parts: readonly Part[]): Part => ({
  needed: union(parts.map(({ needed }) => needed)),
  first: union(parts.map(({ first }) => first)),
  last: union(parts.map(({ last }) => last)),
});

const DIGITS: Signs = new Set('0123456789');

/** A character beyond the first plane is two units. */
function character(codePoint: number): Part {
  const [first = '', second = first] = String.fromCodePoint(codePoint).split('');
  return { needed: new Set([second]), first: new Set([first]), last: new Set([second]) };
}

function inClass(element: AST.CharacterClass['elements'][number]): Part {
  if (element.type === 'Character') return character(element.value);
  if (element.type === 'CharacterSet') return inSet(element);
  if (element.type !== 'CharacterClassRange') return NOTHING;
  const { min, max } = element;
  if (max.value > 0xffff || max.value - min.value >= MOST_SIGNS) return NOTHING;
  return oneOf(
    new Set(Array.from({ length: max.value - min.value + 1 }, (_, i) => String.fromCharCode(min.value + i))),
  );
}

const inSet = (set: AST.CharacterSet): Part => (set.kind === 'digit' && !set.negate ? oneOf(DIGITS) : NOTHING);

function partOf(element: AST.Element): Part {
  switch (element.type) {
    case 'Character':
      return character(element.value);
    case 'CharacterSet':
      return inSet(element);
    case 'CharacterClass':
      return element.negate ? NOTHING : anyOf(element.elements.map(inClass));
    case 'Quantifier':
      return element.min > 0 ? partOf(element.element) : NOTHING;
    case 'Group':
    case 'CapturingGroup':
      return anyOf(element.alternatives.map(row));
    default:
      return NOTHING;
  }
}

/** What stands in a row: each part, and the last unit of one beside the first of the next. */
function row({ elements }: AST.Alternative): Part {
  const needed: (Signs | null)[] = [];
  let first: Signs | null | undefined;
  /** The units of which one stands right before the next element. */
  let before: Signs | null = null;
  for (const element of elements) {
    if (element.type === 'Assertion') {
      // what must stand beside a match stands in the text as well
      if (!('alternatives' in element) || element.negate) continue;
      const beside = anyOf(element.alternatives.map(row));
      needed.push(beside.needed);
      if (element.kind === 'lookbehind') before ??= beside.last;
      else needed.push(pairs(before, beside.first));
      continue;
    }
    const part = partOf(element);
    needed.push(part.needed, pairs(before, part.first));
    if (first === undefined) first = part.first;
    before = part.last;
  }
  return { needed: rarest(needed), first: first ?? null, last: before };
}

/** Both cases of every letter, for a pattern that asks for neither. */
const inBothCases = (signs: Signs): Signs =>
  new Set(
    [...signs].flatMap((sign) => {
      const [first = [], second = ['']] = Array.from(sign, (unit) => [unit, unit.toLowerCase(), unit.toUpperCase()]);
      return first.flatMap((one) => second.map((other) => one + other));
    }),
  );

/** Signs – one UTF-16 unit, or two side by side – of which every match of a pattern holds at least one; null where none can be named. */
export function neededSigns(pattern: RegExp): Signs | null {
  const { alternatives } = new RegExpParser().parsePattern(pattern.source, 0, pattern.source.length, {
    unicode: pattern.unicode,
  });
  const { needed } = anyOf(alternatives.map(row));
  return needed && pattern.ignoreCase ? inBothCases(needed) : needed;
}

/** Multiplied with a pair it spreads pairs over the table. */
const SPREAD = 0x9e3779b1;

/** Which patterns need a pair of units: an open table of at least four times as many places as pairs. */
class PairTable {
  readonly #pairs: Int32Array;
  readonly #masks: Int32Array;
  readonly #shift: number;

  constructor(bits: ReadonlyMap<string, number>) {
    const log = Math.max(2, Math.ceil(Math.log2(bits.size * 4 + 1)));
    this.#pairs = new Int32Array(2 ** log);
    this.#masks = new Int32Array(2 ** log);
    this.#shift = 32 - log;
    for (const [sign, mask] of bits) {
      if (sign.length < 2) continue;
      const pair = (sign.charCodeAt(0) << 16) | sign.charCodeAt(1);
      const place = this.#placeOf(pair);
      this.#pairs[place] = pair;
      this.#masks[place] = mask;
    }
  }

  /** Where a pair stands, or the free place where it would. */
  #placeOf(pair: number): number {
    let place = Math.imul(pair, SPREAD) >>> this.#shift;
    while (this.#pairs[place] !== 0 && this.#pairs[place] !== pair) place = (place + 1) & (this.#pairs.length - 1);
    return place;
  }

  maskOf(pair: number): number {
    return this.#masks[this.#placeOf(pair)] as number;
  }
}

/**
 * The units that end a sign of any gate are numbered from 1, so that a gate’s own table is small and all stay in the
 * processor’s cache. Should there be more, some share a number: a gate then lets more through, never less.
 */
const MOST_ENDS = 4096;
const ends = new Uint16Array(0x10000);
let endCount = 0;

function numberOf(unit: number): number {
  if (ends[unit] === 0) ends[unit] = (endCount++ % (MOST_ENDS - 1)) + 1;
  return ends[unit] as number;
}

/**
 * @param patterns at most 32; where none is given the bit is always set
 * @throws RangeError where there are more
 */
export function gateOf(patterns: readonly (RegExp | undefined)[]): Gate {
  if (patterns.length > MOST_GATED) throw new RangeError(`gateOf: ${patterns.length} patterns, at most ${MOST_GATED}`);
  let always = 0;
  const bits = new Map<string, number>();
  patterns.forEach((pattern, index) => {
    const signs = pattern ? neededSigns(pattern) : null;
    if (signs === null) always |= 1 << index;
    else for (const sign of signs) bits.set(sign, (bits.get(sign) ?? 0) | (1 << index));
  });
  const pairTable = new PairTable(bits);
  // most units end no sign: one look at a small table passes over them
  const masks = [0, 0];
  const kinds = new Uint16Array(MOST_ENDS);
  for (const [sign, mask] of bits) {
    const end = numberOf(sign.charCodeAt(sign.length - 1));
    const kind = kinds[end] as number;
    if (sign.length === 2) kinds[end] ||= 1;
    else if (kind > 1) masks[kind] = (masks[kind] as number) | mask;
    else kinds[end] = masks.push(mask) - 1;
  }
  const maskOf = Int32Array.from(masks);
  const all = patterns.length === MOST_GATED ? -1 : 2 ** patterns.length - 1;
  return (text, from = 0, to = text.length) => {
    let held = always;
    for (let at = from; at < to; at++) {
      const unit = text.charCodeAt(at);
      const kind = kinds[ends[unit] as number] as number;
      if (kind === 0) continue;
      held |= maskOf[kind] as number;
      if (at > from) held |= pairTable.maskOf((text.charCodeAt(at - 1) << 16) | unit);
      if (held === all) return held;
    }
    return held;
  };
}

/** The test of a pattern on a text or a stretch of it, behind a look; for patterns that few texts meet. */
export function gated(pattern: RegExp): (text: string, from?: number, to?: number) => boolean {
  const mayHold = gateOf([pattern]);
  return (text, from = 0, to = text.length) => mayHold(text, from, to) !== 0 && pattern.test(text.slice(from, to));
}

/** Every match of a global pattern behind the same look. */
export function gatedMatches(pattern: RegExp): (text: string) => Iterable<RegExpExecArray> {
  const mayHold = gateOf([pattern]);
  return (text) => (mayHold(text) === 0 ? [] : text.matchAll(pattern));
}

/** Different answers of one sieve that are kept; texts of a kind give few. */
const MOST_ANSWERS = 1000;

/** Gives, in their order, the items whose pattern could fit a text or a stretch of it. */
export type Sieve<Item> = (text: string, from?: number, to?: number) => readonly Item[];

/** Gives, in their order, the items whose patterns could fit two stretches of a text. */
export type DoubleSieve<Item> = (
  text: string,
  from: number,
  to: number,
  secondFrom: number,
  secondTo: number,
) => readonly Item[];

/** As many items as a gate has bits for, and those of them whose bits are set. */
interface Group<Item> {
  readonly members: readonly Item[];
  readonly pick: (held: number) => readonly Item[];
}

function groupsOf<Item>(items: readonly Item[]): Group<Item>[] {
  return Array.from({ length: Math.ceil(items.length / MOST_GATED) }, (_, group) => {
    const members = items.slice(group * MOST_GATED, (group + 1) * MOST_GATED);
    const answers = new Map<number, readonly Item[]>();
    const pick = (held: number): readonly Item[] => {
      const known = answers.get(held);
      if (known) return known;
      const fitting = members.filter((_, index) => (held & (1 << index)) !== 0);
      if (answers.size < MOST_ANSWERS) answers.set(held, fitting);
      return fitting;
    };
    return { members, pick };
  });
}

const joined = <Item>(found: readonly Item[], more: readonly Item[]): readonly Item[] =>
  more.length === 0 ? found : found.length === 0 ? more : [...found, ...more];

/** A sieve for any number of items; where one names no pattern, every text will do. */
export function sieve<Item>(items: readonly Item[], patternOf: (item: Item) => RegExp | undefined): Sieve<Item> {
  const groups = groupsOf(items).map(({ members, pick }) => ({ look: gateOf(members.map(patternOf)), pick }));
  return (text, from, to) => {
    let found: readonly Item[] = [];
    for (const { look, pick } of groups) found = joined(found, pick(look(text, from, to)));
    return found;
  };
}

/** The same for items with two patterns, each for a stretch of its own. */
export function doubleSieve<Item>(
  items: readonly Item[],
  firstOf: (item: Item) => RegExp | undefined,
  secondOf: (item: Item) => RegExp | undefined,
): DoubleSieve<Item> {
  const groups = groupsOf(items).map(({ members, pick }) => ({
    first: gateOf(members.map(firstOf)),
    second: gateOf(members.map(secondOf)),
    pick,
  }));
  return (text, from, to, secondFrom, secondTo) => {
    let found: readonly Item[] = [];
    for (const { first, second, pick } of groups)
      found = joined(found, pick(first(text, from, to) & second(text, secondFrom, secondTo)));
    return found;
  };
}
