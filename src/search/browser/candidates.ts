import { longKey } from '../keys.ts';
import type { KeptList, TermEntry } from '../shard.ts';
import type { IndexReader, PairBucket } from './index-reader.ts';
import { intersect } from './notice-set.ts';

/**
 * Which notices may hold a string.
 *   exact  they do
 *   each   each must be looked at (at most `look`, except for strings longer than the index goes)
 *   one    all of them do or none: one look decides
 */
export interface Candidates {
  readonly sure: 'exact' | 'each' | 'one';
  readonly notices: Uint32Array;
  /** Terms of the ranking and names that stand in the string. */
  readonly terms: readonly TermEntry[];
}

/**
 * So many pairs are loaded first, those that are likely to be rare: mostly few notices hold all of them, and looking at
 * these costs less than the other shards. Strings that are hardly longer are loaded at once, to spare them a round.
 */
const FIRST_PAIRS = 3;
const HARDLY_LONGER = 1;
const PAIRS_AT_ONCE = 16;

/**
 * Boilerplate has no rare pair: where even the second of the rarest is as common as this over the root of the notices,
 * too many notices hold the first pairs together, and waiting for them costs a round. Measured: at 10,000 notices this
 * foresees 216 of 264 second rounds for no more files in all, as pairs share shards; at 1,000 161 of 187.
 */
const COMMON = 0.0018;

/**
 * Finds the candidates of a folded string of one or more units (the reasoning is in grams.ts).
 * @throws MissingFile where a shard cannot be had
 */
export async function findCandidates(index: IndexReader, text: string): Promise<Candidates> {
  const none = { sure: 'exact', notices: new Uint32Array(), terms: [] } as const;
  if (text.length === 0) return none;
  if (text.length === 1) return { ...none, notices: await index.letter(text.charCodeAt(0)) };
  const { pairs, settled } = await loadPairs(index, text);
  const terms = termsIn(text, pairs, index);
  if (settled) return { sure: settled.length === 0 ? 'exact' : 'each', notices: settled, terms };
  return { ...narrow(text, pairs as PairBucket[], index), terms };
}

/** The buckets of all pairs of a string; or, as soon as few notices hold those loaded so far, these notices. */
async function loadPairs(
  index: IndexReader,
  text: string,
): Promise<{ pairs: (PairBucket | null)[]; settled: Uint32Array | null }> {
  const count = text.length - 1;
  const pairs: (PairBucket | null)[] = Array(count).fill(null);
  let common: Uint32Array | null = null;
  const steps = batches(index, text);
  for (const [step, batch] of steps.entries()) {
    const loaded = await Promise.all(batch.map((i) => index.pair(text.charCodeAt(i), text.charCodeAt(i + 1))));
    loaded.forEach((bucket, i) => {
      pairs[batch[i] as number] = bucket;
      const notices: Uint32Array = bucket?.notices ?? new Uint32Array();
      common = common === null ? notices : intersect(common, notices);
    });
    const found: Uint32Array = common ?? new Uint32Array();
    const few = found.length <= index.header.look && step < steps.length - 1;
    if (found.length === 0 || few) return { pairs, settled: found };
  }
  return { pairs, settled: null };
}

/** Places of the pairs, in batches: first some that are likely to be rare, then the others; all at once where none is. */
function batches({ header, pairRate }: IndexReader, text: string): number[][] {
  const count = text.length - 1;
  const all = Array.from({ length: count }, (_, i) => i);
  if (count <= FIRST_PAIRS + HARDLY_LONGER) return [all];
  const rates = all.map((place) => pairRate(text.charCodeAt(place), text.charCodeAt(place + 1)));
  const byRate = all.toSorted((a, b) => (rates[a] as number) - (rates[b] as number));
  const isCommon = (rates[byRate[1] as number] as number) >= COMMON / Math.sqrt(header.notices);
  const first = isCommon ? 0 : FIRST_PAIRS;
  const others = byRate.slice(first);
  const rest = Array.from({ length: Math.ceil(others.length / PAIRS_AT_ONCE) }, (_, i) =>
    others.slice(i * PAIRS_AT_ONCE, (i + 1) * PAIRS_AT_ONCE),
  );
  return first > 0 ? [byRate.slice(0, first), ...rest] : rest;
}

/** What is known of a part of the string. */
interface Part {
  readonly notices: Uint32Array;
  /** So many hold it that longer strings may have lists. */
  readonly alive: boolean;
  readonly sure: 'exact' | 'each' | 'one';
}

const NOWHERE: Part = { notices: new Uint32Array(), alive: false, sure: 'exact' };

/** Goes from pairs to the whole string, one letter more at a time. */
function narrow(text: string, pairs: PairBucket[], index: IndexReader): Part {
  const { look, longest } = index.header;
  let parts: Part[] = pairs.map(({ notices }) => ({ notices, alive: notices.length > look, sure: 'exact' }));
  for (let length = 3; length <= text.length; length++) {
    if (length > longest) {
      const notices = parts.reduce((common, part) => intersect(common, part.notices), (parts[0] as Part).notices);
      return { notices, alive: false, sure: 'each' };
    }
    const longer: Part[] = [];
    for (let from = 0; from + length <= text.length; from++) {
      const part = join(parts[from] as Part, parts[from + 1] as Part, text, from, length, pairs, index);
      if (part.notices.length === 0) return NOWHERE;
      longer.push(part);
    }
    parts = longer;
  }
  return parts[0] ?? NOWHERE;
}

function join(
  beginning: Part,
  ending: Part,
  text: string,
  from: number,
  length: number,
  pairs: PairBucket[],
  index: IndexReader,
): Part {
  const expected = intersect(beginning.notices, ending.notices);
  if (expected.length <= index.header.look || !beginning.alive || !ending.alive)
    return { notices: expected, alive: false, sure: 'each' };
  const kept = findKept(text, from, length, pairs, index);
  if (kept === undefined) return { notices: expected, alive: true, sure: 'one' };
  const notices = pick(expected, kept);
  if (notices === null) return NOWHERE;
  const alive = notices.length > index.header.look;
  // the key of a longer string is short: one that stands nowhere may meet another's list, so a look must confirm it
  return { notices, alive, sure: length === 3 ? 'exact' : alive ? 'one' : 'each' };
}

/** The list that a part of the string has, in the bucket of the pair in it that the fewest notices hold. */
function findKept(
  text: string,
  from: number,
  length: number,
  pairs: PairBucket[],
  index: IndexReader,
): KeptList | undefined {
  let owner = from;
  for (let i = from + 1; i < from + length - 1; i++)
    if ((pairs[i] as PairBucket).notices.length < (pairs[owner] as PairBucket).notices.length) owner = i;
  const bucket = pairs[owner] as PairBucket;
  const offset = owner - from;
  const letter = (at: number): number => index.alphabet.numberOf[text.charCodeAt(at)] as number;
  if (length === 3) {
    const { before, after } = bucket.kept();
    return offset === 0 ? after.get(letter(from + 2)) : before.get(letter(from));
  }
  const units = Array.from({ length }, (_, i) => text.charCodeAt(from + i));
  return bucket.kept().long.get(longKey(units, 0, length, offset, bucket.seed, bucket.width));
}

/** The kept ones of the expected; null where the list was made for another string, so this one stands nowhere. */
function pick(expected: Uint32Array, { expected: size, ranks }: KeptList): Uint32Array | null {
  const fits = 'exact' in size ? size.exact === expected.length : size.width === 32 - Math.clz32(expected.length);
  if (!fits || (ranks.at(-1) ?? 0) >= expected.length) return null;
  return ranks.map((rank) => expected[rank] as number);
}

/** Terms that stand in the string, each with the bucket of its first pair. */
function termsIn(text: string, pairs: (PairBucket | null)[], index: IndexReader): TermEntry[] {
  const letters = Array.from({ length: text.length }, (_, i) => index.alphabet.numberOf[text.charCodeAt(i)] as number);
  return pairs.flatMap(
    (bucket, at) => bucket?.terms.filter(({ rest }) => rest.every((letter, i) => letters[at + 2 + i] === letter)) ?? [],
  );
}
