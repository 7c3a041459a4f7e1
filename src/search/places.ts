import { sumUp } from './columns.ts';

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

export function placesLeft(places: Uint32Array, at: Uint32Array): Uint32Array {
  let count = 0;
  for (let i = 0; i < places.length; i++) if (at[places[i] as number] !== 0) count++;
  const left = new Uint32Array(count);
  count = 0;
  for (let i = 0; i < places.length; i++) if (at[places[i] as number] !== 0) left[count++] = places[i] as number;
  return left;
}

/** The places where one known string follows another, sorted by the first one; places of one keep their order. */
export interface Groups {
  /** Places that begin with string i: `places[starts[i] … starts[i + 1])`. */
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
  /** The string at the next place. Kept beside the place, because to look it up again would be a jump for each. */
  readonly endings: Uint32Array;
}

/** @param places where to look, ascending; null for everywhere */
export function groupPlaces(at: Uint32Array | Uint16Array, places: Uint32Array | null, count: number): Groups {
  const starts = new Uint32Array(count + 2);
  const total = places === null ? at.length - 1 : places.length;
  for (let i = 0; i < total; i++) {
    const place = places === null ? i : (places[i] as number);
    const beginning = at[place] as number;
    if (beginning !== 0 && at[place + 1] !== 0) starts[beginning + 1] = (starts[beginning + 1] as number) + 1;
  }
  sumUp(starts);
  const grouped = new Uint32Array(starts[count + 1] as number);
  const endings = new Uint32Array(grouped.length);
  const ends = starts.slice();
  for (let i = 0; i < total; i++) {
    const place = places === null ? i : (places[i] as number);
    const beginning = at[place] as number;
    const ending = at[place + 1] as number;
    if (beginning === 0 || ending === 0) continue;
    const slot = ends[beginning] as number;
    grouped[slot] = place;
    endings[slot] = ending;
    ends[beginning] = slot + 1;
  }
  return { starts, places: grouped, endings };
}

/** The places of one beginning, parted by what follows. Reused for every beginning of a level. */
export interface Parting {
  /** How many distinct endings there are. */
  count: number;
  /** The endings, in the order of their first place. */
  readonly endings: Uint32Array;
  /** Places of ending i: `places[starts[i] … starts[i + 1])`. */
  readonly starts: Uint32Array;
  places: Uint32Array;
}

/** A function that parts the places of one beginning by the ending that follows. */
export function partByEnding(groups: Groups, count: number): (beginning: number) => Parting {
  const indexOf = new Int32Array(count + 1).fill(-1);
  const ends = new Uint32Array(count + 2);
  const parting: Parting = {
    count: 0,
    endings: new Uint32Array(count + 1),
    starts: new Uint32Array(count + 2),
    places: new Uint32Array(1024),
  };
  let indexes = new Int32Array(1024);
  return (beginning) => {
    const from = groups.starts[beginning] as number;
    const to = groups.starts[beginning + 1] as number;
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
