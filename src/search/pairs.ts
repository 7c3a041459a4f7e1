import type { Alphabet } from './alphabet.ts';
import { column, type Lists, memberArray, memberColumn, sumUp } from './columns.ts';
import { type Joined, noticesOf } from './joined-texts.ts';
import { eachBeginning, type Parting, type Room } from './places.ts';

/** All pairs of letters that stand together somewhere, numbered from 1 in ascending order. */
export interface Pairs {
  /** Letter numbers of each pair; 0 at place 0. */
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  /** The pairs that begin with letter i: numbers `starts[i] … starts[i + 1] − 1`. */
  readonly starts: Uint32Array;
}

/** Number of a pair, or 0 where it stands nowhere. */
export function pairNumber({ second, starts }: Pairs, first: number, then: number): number {
  let low = starts[first] as number;
  const end = starts[first + 1] as number;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((second[middle] as number) < then) low = middle + 1;
    else high = middle;
  }
  return low < end && second[low] === then ? low : 0;
}

/** Letter number of each unit; 0 for breaks. */
export function letterNumbers(units: Uint16Array, { numberOf }: Alphabet): Uint16Array {
  const letterAt = new Uint16Array(units.length);
  for (let at = 0; at < units.length; at++) letterAt[at] = numberOf[units[at] as number] as number;
  return letterAt;
}

/** The notices of each letter, by its number. */
export function letterLists(letterAt: Uint16Array, { notices, starts: texts }: Joined, letters: number): Lists {
  const last = new Int32Array(letters + 1);
  const starts = new Uint32Array(letters + 2);
  const eachOnce = (visit: (letter: number, notice: number) => void): void => {
    last.fill(-1);
    for (let notice = 0; notice < notices; notice++) {
      for (let at = texts[notice] as number; at < (texts[notice + 1] as number); at++) {
        const letter = letterAt[at] as number;
        if (last[letter] === notice) continue;
        last[letter] = notice;
        visit(letter, notice);
      }
    }
  };
  eachOnce((letter) => {
    starts[letter + 1] = (starts[letter + 1] as number) + 1;
  });
  sumUp(starts);
  const members = memberArray(starts[letters + 1] as number, notices);
  const ends = starts.slice();
  eachOnce((letter, notice) => {
    members[ends[letter] as number] = notice;
    ends[letter] = (ends[letter] as number) + 1;
  });
  return { starts, members };
}

export interface FoundPairs {
  /** Number of the pair that begins at a position; 0 where none does. */
  readonly pairAt: Uint32Array;
  readonly pairs: Pairs;
  readonly lists: Lists;
}

export function findPairs(letterAt: Uint16Array, texts: Joined, letters: number, room: Room): FoundPairs {
  const pairAt = new Uint32Array(letterAt.length);
  const [first, second, starts] = [column(), column(), new Uint32Array(letters + 2)];
  const lists = { starts: column(), members: memberColumn(texts.notices) };
  const found = new Uint32Array(texts.notices);
  first.push(0);
  second.push(0);
  lists.starts.push(0);
  lists.starts.push(0);
  starts[0] = 1;
  eachBeginning({ at: letterAt, before: column() }, null, letters, room, (letter, parting) => {
    starts[letter] = first.length();
    for (const i of inOrder(parting)) {
      const from = parting.starts[i] as number;
      const to = parting.starts[i + 1] as number;
      const pair = first.length();
      for (let p = from; p < to; p++) pairAt[parting.places[p] as number] = pair;
      first.push(letter);
      second.push(parting.endings[i] as number);
      lists.members.append(found, noticesOf(parting.places, from, to, texts, found));
      lists.starts.push(lists.members.length());
    }
  });
  starts[letters + 1] = first.length();
  // a letter that no other follows has no pairs: its range is empty
  for (let letter = letters; letter > 0; letter--)
    if (starts[letter] === 0) starts[letter] = starts[letter + 1] as number;
  return {
    pairAt,
    pairs: { first: first.take(), second: second.take(), starts },
    lists: { starts: lists.starts.take(), members: lists.members.take() },
  };
}

const inOrder = ({ endings, count }: Parting): number[] =>
  Array.from({ length: count }, (_, i) => i).sort((a, b) => (endings[a] as number) - (endings[b] as number));
