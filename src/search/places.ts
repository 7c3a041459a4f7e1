import { type Growing, release, sumUp } from './columns.ts';

/** Where something stands, in ascending order; null while that is at so many places that a list would not pay. */
export function placesOf(at: Uint32Array): Uint32Array | null {
  let count = 0;
  for (let i = 0; i < at.length; i++) if (at[i] !== 0) count++;
  if (count > at.length / 4) return null;
  const places = new Uint32Array(count);
  count = 0;
  for (let i = 0; i < at.length; i++) if (at[i] !== 0) places[count++] = i;
  return places;
}

/**
 * While the strings of one length are visited, the places of longer ones get their new numbers in the same column, with
 * this added; the number before is looked up, as the string one place earlier may still ask for it.
 */
export const RENUMBERED = 2 ** 30;

export interface Numbers {
  /** Number of the known string that begins at a place; 0 for none. */
  readonly at: Uint32Array | Uint16Array;
  /** By new number, the number before. */
  readonly before: Growing<Uint32Array>;
}

/**
 * Leaves the new numbers only.
 * @param places where numbers stand, ascending; null for everywhere
 * @returns where numbers stand now
 */
export function takeNumbers(at: Uint32Array, places: Uint32Array | null): Uint32Array | null {
  if (places === null) {
    for (let place = 0; place < at.length; place++) at[place] = Math.max(0, (at[place] as number) - RENUMBERED);
    return placesOf(at);
  }
  let count = 0;
  for (let i = 0; i < places.length; i++) {
    const place = places[i] as number;
    const number = at[place] as number;
    if (number > RENUMBERED) places[count++] = place;
    at[place] = Math.max(0, number - RENUMBERED);
  }
  return places.subarray(0, count);
}

/** The places of one beginning, parted by what follows. The same object for every beginning, filled anew. */
export interface Parting {
  /** How many distinct endings there are. */
  count: number;
  /** The endings, in the order of their first place. */
  readonly endings: Uint32Array;
  /** Places of ending i, ascending: `places[starts[i] … starts[i + 1])`. */
  readonly starts: Uint32Array;
  places: Uint32Array;
}

/** Room to sort places in, used again and again: half the memory of all that would be made anew each time. */
export interface Room {
  places: Uint32Array;
  endings: Uint32Array;
}

export const emptyRoom = (): Room => ({ places: new Uint32Array(), endings: new Uint32Array() });

function enlarge(room: Room, size: number): void {
  if (room.places.length >= size) return;
  release(room.places);
  release(room.endings);
  room.places = new Uint32Array(size);
  room.endings = new Uint32Array(size);
}

/** So many places are sorted at a time: the memory for it stays bounded and mostly in the cache. */
const AT_ONCE = 2 ** 24;

/**
 * Visits, in ascending order, every known string that another known string follows at the next place.
 * @param places where to look, ascending; null for everywhere
 * @param count the highest number
 */
export function eachBeginning(
  { at, before }: Numbers,
  places: Uint32Array | null,
  count: number,
  room: Room,
  visit: (beginning: number, parting: Parting) => void,
): void {
  const starts = countBeginnings(at, places, count);
  const part = makeParting(count);
  for (let from = 1; from <= count; ) {
    let to = from + 1;
    while (to <= count && (starts[to + 1] as number) - (starts[from] as number) <= AT_ONCE) to++;
    const groups = groupPlaces(at, before.soFar(), places, starts, from, to, room);
    for (let beginning = from; beginning < to; beginning++) {
      const parting = part(groups, beginning);
      if (parting.count > 0) visit(beginning, parting);
    }
    from = to;
  }
}

/** Of the beginnings from … to − 1: their places, sorted by beginning, and the ending at each. */
interface Groups {
  readonly from: number;
  /** Where the places of each begin, over all beginnings. */
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
  /** Kept beside the place, because to look it up again would be a jump for each. */
  readonly endings: Uint32Array;
}

function countBeginnings(at: Uint32Array | Uint16Array, places: Uint32Array | null, count: number): Uint32Array {
  const starts = new Uint32Array(count + 2);
  const total = places === null ? at.length - 1 : places.length;
  for (let i = 0; i < total; i++) {
    const place = places === null ? i : (places[i] as number);
    const beginning = at[place] as number;
    if (beginning !== 0 && at[place + 1] !== 0) starts[beginning + 1] = (starts[beginning + 1] as number) + 1;
  }
  sumUp(starts);
  return starts;
}

function groupPlaces(
  at: Uint32Array | Uint16Array,
  before: Uint32Array,
  places: Uint32Array | null,
  starts: Uint32Array,
  from: number,
  to: number,
  room: Room,
): Groups {
  const base = starts[from] as number;
  enlarge(room, (starts[to] as number) - base);
  const { places: grouped, endings } = room;
  const ends = starts.slice(from, to);
  const total = places === null ? at.length - 1 : places.length;
  for (let i = 0; i < total; i++) {
    const place = places === null ? i : (places[i] as number);
    const beginning = at[place] as number;
    if (beginning < from || beginning >= to) continue;
    const number = at[place + 1] as number;
    if (number === 0) continue;
    const ending = number < RENUMBERED ? number : (before[number - RENUMBERED] as number);
    const slot = (ends[beginning - from] as number) - base;
    grouped[slot] = place;
    endings[slot] = ending;
    ends[beginning - from] = slot + base + 1;
  }
  return { from, starts, places: grouped, endings };
}

function makeParting(count: number): (groups: Groups, beginning: number) => Parting {
  const indexOf = new Int32Array(count + 1).fill(-1);
  const ends = new Uint32Array(count + 2);
  const parting: Parting = {
    count: 0,
    endings: new Uint32Array(count + 1),
    starts: new Uint32Array(count + 2),
    places: new Uint32Array(1024),
  };
  let indexes = new Int32Array(1024);
  return (groups, beginning) => {
    const base = groups.starts[groups.from] as number;
    const from = (groups.starts[beginning] as number) - base;
    const to = (groups.starts[beginning + 1] as number) - base;
    const { endings, starts } = parting;
    if (indexes.length < to - from) {
      indexes = new Int32Array((to - from) * 2);
      parting.places = new Uint32Array((to - from) * 2);
    }
    let found = 0;
    for (let i = from; i < to; i++) {
      const ending = groups.endings[i] as number;
      let index = indexOf[ending] as number;
      if (index < 0) {
        index = found++;
        indexOf[ending] = index;
        endings[index] = ending;
        ends[index] = 0;
      }
      ends[index] = (ends[index] as number) + 1;
      indexes[i - from] = index;
    }
    let sum = 0;
    for (let index = 0; index < found; index++) {
      starts[index] = sum;
      sum += ends[index] as number;
      ends[index] = starts[index] as number;
      indexOf[endings[index] as number] = -1;
    }
    starts[found] = sum;
    const { places } = parting;
    for (let i = from; i < to; i++) {
      const index = indexes[i - from] as number;
      const slot = ends[index] as number;
      places[slot] = groups.places[i] as number;
      ends[index] = slot + 1;
    }
    parting.count = found;
    return parting;
  };
}
