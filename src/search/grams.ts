import type { Alphabet } from './alphabet.ts';
import { bitCount } from './bits.ts';
import { column, type Lists, listSize, memberColumn, release } from './columns.ts';
import { type Joined, noticesOf } from './joined-texts.ts';
import { findPairs, letterLists, letterNumbers, type Pairs } from './pairs.ts';
import { eachBeginning, emptyRoom, placesOf, RENUMBERED, type Room, takeNumbers } from './places.ts';

/**
 * Which notices hold which strings: the exact index for substrings of any length (docs/decisions/0006-search-index.md).
 *
 * Every letter and every pair of letters has its list of notices. A longer string s is *expected* where both its
 * beginning (s without the last letter) and its end (s without the first) are known to stand: expected(s) is the
 * common part of their lists. A list is kept for s only if
 *   expected(s) has more than LOOK notices (fewer are looked up in the texts, which the result page needs anyway), and
 *   expected(s) is not already right.
 * By induction over the length, whatever is asked: the list at hand is right, or it has at most LOOK members, or the
 * string stands nowhere. The last two are settled by looking at texts, the third by looking at one.
 * Kept lists are stored as a part of the expected one, so boilerplate, where most strings imply the next, costs little.
 */

/** So many candidates are looked up in their texts; one result page needs as many for its snippets. */
export const LOOK = 10;
/** The longest string with a list; longer queries are looked up text by text. Real boilerplate is shorter. */
export const LONGEST = 32;

/** Strings of one length that have a list, as columns. */
export interface GramLevel {
  readonly length: number;
  /** Where the string stands for the first time, in `units`. */
  readonly positions: Uint32Array;
  /** How many notices were expected. */
  readonly expected: Uint32Array;
  /** The places of its notices within the expected list. */
  readonly ranks: Lists;
  /** Where strings stand that have no list because the expected one is right; no other key may look like theirs. */
  readonly implied: Uint32Array;
}

export interface Grams {
  /** All folded texts, UTF-16 units; 0 stands for a line break or the end of a text. */
  readonly units: Uint16Array;
  readonly notices: number;
  readonly alphabet: Alphabet;
  readonly letters: Lists;
  readonly pairs: Pairs;
  readonly pairLists: Lists;
  readonly levels: readonly GramLevel[];
}

/**
 * Finds all lists of the texts. Time and memory grow with the characters: about 13 bytes for each.
 * @param alphabet holds every unit of the texts
 */
export function findGrams(joined: Joined, alphabet: Alphabet, look = LOOK): Grams {
  const { units, notices } = joined;
  const room = emptyRoom();
  const { letters, pairs, pairLists, pairAt } = findShort(joined, alphabet, room);
  const levels: GramLevel[] = [];
  let known: Known = { at: dropShort(pairAt, pairLists, look), count: pairs.first.length - 1, lists: pairLists };
  let places = placesOf(known.at);
  for (let length = 3; length <= LONGEST && places?.length !== 0; length++) {
    const { level, count, lists } = extend(known, places, joined, length, look, room);
    levels.push(level);
    if (known.lists !== pairLists) for (const column of [known.lists.starts, known.lists.members]) release(column);
    known = { at: known.at, count, lists };
    places = takeNumbers(known.at, places);
  }
  for (const column of [known.at, room.places, room.endings]) release(column);
  return { units, notices, alphabet, letters, pairs, pairLists, levels };
}

/** Letters and pairs. */
function findShort(
  joined: Joined,
  alphabet: Alphabet,
  room: Room,
): Pick<Grams, 'letters' | 'pairs' | 'pairLists'> & { pairAt: Uint32Array } {
  const letterAt = letterNumbers(joined.units, alphabet);
  const letters = letterLists(letterAt, joined, alphabet.size);
  const { pairAt, pairs, lists } = findPairs(letterAt, joined, alphabet.size, room);
  release(letterAt);
  return { letters, pairs, pairLists: lists, pairAt };
}

/** The strings of one length that more than `look` notices hold. */
interface Known {
  /** Number of the string that begins at a position, from 1; 0 where none does. */
  readonly at: Uint32Array;
  readonly count: number;
  readonly lists: Lists;
}

/** Leaves only the pairs whose list is too long to be looked up; the others end every longer string. */
function dropShort(pairAt: Uint32Array, lists: Lists, look: number): Uint32Array {
  for (let at = 0; at < pairAt.length; at++) if (listSize(lists, pairAt[at] as number) <= look) pairAt[at] = 0;
  return pairAt;
}

/**
 * One level: all strings one letter longer than the known ones whose two parts are both known. The places of those that
 * may grow further are renumbered in `known.at` (see places.ts): a second column for all places would not be small.
 */
function extend(
  known: Known,
  places: Uint32Array | null,
  texts: Joined,
  length: number,
  look: number,
  room: Room,
): { level: GramLevel; count: number; lists: Lists } {
  const { notices } = texts;
  const found = new Uint32Array(notices);
  const ranks = new Uint32Array(notices);
  const ranking = makeRanking(known.lists, notices);
  const kept = {
    positions: column(),
    expected: column(),
    starts: column(),
    members: memberColumn(notices),
  };
  const implied = column();
  const nextStarts = column();
  const nextMembers = memberColumn(notices);
  kept.starts.push(0);
  nextStarts.push(0);
  nextStarts.push(0);
  const before = column();
  before.push(0);
  let count = 0;
  eachBeginning(
    { at: known.at, before },
    places,
    known.count,
    room,
    (beginning, { count: parts, endings, starts, places: parted }) => {
      const beginningSize = listSize(known.lists, beginning);
      ranking.begin(beginning);
      for (let i = 0; i < parts; i++) {
        const from = starts[i] as number;
        const to = starts[i + 1] as number;
        const ending = endings[i] as number;
        const held = noticesOf(parted, from, to, texts, found);
        const position = parted[from] as number;
        // no more can be expected than either part has
        const isImplied = held === beginningSize || held === listSize(known.lists, ending);
        const expected = isImplied ? held : ranking.rank(ending, found, held, ranks);
        if (expected <= look) continue;
        if (expected === held) {
          if (length > 3) implied.push(position);
        } else {
          kept.positions.push(position);
          kept.expected.push(expected);
          kept.members.append(ranks, held);
          kept.starts.push(kept.members.length());
        }
        if (held <= look) continue;
        count++;
        before.push(beginning);
        for (let p = from; p < to; p++) known.at[parted[p] as number] = RENUMBERED + count;
        nextMembers.append(found, held);
        nextStarts.push(nextMembers.length());
      }
    },
  );
  return {
    level: {
      length,
      positions: kept.positions.take(),
      expected: kept.expected.take(),
      ranks: { starts: kept.starts.take(), members: kept.members.take() },
      implied: implied.take(),
    },
    count,
    lists: { starts: nextStarts.take(), members: nextMembers.take() },
  };
}

/**
 * A function that says how many notices two lists share, and which place each of the `held` found ones has among
 * them. The found ones always are among them: a text that holds a string holds its beginning and its end.
 */
type RankWithin = (ending: number, found: Uint32Array, held: number, ranks: Uint32Array) => number;

/** Lists from this share of all notices on are compared as bit maps, word by word. */
const FREQUENT = 1 / 16;

/** Ranks for one beginning after the other: `begin` sets it, `rank` compares endings with it. */
function makeRanking(lists: Lists, notices: number): { begin: (beginning: number) => void; rank: RankWithin } {
  const words = (notices + 31) >> 5;
  const maps = new Map<number, Uint32Array>();
  const begins = new Uint32Array(words);
  let before = -1;
  const flip = (list: number, map: Uint32Array): void => {
    for (let i = lists.starts[list] as number; i < (lists.starts[list + 1] as number); i++) {
      const member = lists.members[i] as number;
      map[member >> 5] = (map[member >> 5] as number) ^ (1 << (member & 31));
    }
  };
  const mapOf = (list: number): Uint32Array => {
    const known = maps.get(list);
    if (known) return known;
    const map = new Uint32Array(words);
    flip(list, map);
    maps.set(list, map);
    return map;
  };
  return {
    begin(beginning) {
      if (before >= 0) flip(before, begins);
      flip(beginning, begins);
      before = beginning;
    },
    rank: (ending, found, held, ranks) =>
      listSize(lists, ending) > notices * FREQUENT
        ? rankByMap(mapOf(ending), begins, found, held, ranks)
        : rankByList(lists, ending, begins, found, held, ranks),
  };
}

function rankByList(
  { starts, members }: Lists,
  ending: number,
  begins: Uint32Array,
  found: Uint32Array,
  held: number,
  ranks: Uint32Array,
): number {
  let expected = 0;
  let next = 0;
  const to = starts[ending + 1] as number;
  for (let i = starts[ending] as number; i < to; i++) {
    const member = members[i] as number;
    if (((begins[member >> 5] as number) & (1 << (member & 31))) === 0) continue;
    if (next < held && found[next] === member) ranks[next++] = expected;
    expected++;
  }
  return expected;
}

function rankByMap(
  map: Uint32Array,
  begins: Uint32Array,
  found: Uint32Array,
  held: number,
  ranks: Uint32Array,
): number {
  let expected = 0;
  let next = 0;
  for (let word = 0; word < map.length; word++) {
    const common = (map[word] as number) & (begins[word] as number);
    if (common === 0) continue;
    while (next < held && (found[next] as number) >> 5 === word) {
      ranks[next] = expected + bitCount(common & ((1 << ((found[next] as number) & 31)) - 1));
      next++;
    }
    expected += bitCount(common);
  }
  return expected;
}
