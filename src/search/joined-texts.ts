import type { Folding } from './terms.ts';

/** The folded texts one after the other, and in which notice each place lies. */
export interface Joined {
  /** UTF-16 units; 0 stands for a line break or the end of a text. */
  readonly units: Uint16Array;
  readonly notices: number;
  /** Place of the first unit of each notice, and one past the last. */
  readonly starts: Uint32Array;
  /** For every block of 2^SHIFT places the notice that its first place lies in: small enough to stay in the cache. */
  readonly blocks: Uint32Array;
}

const SHIFT = 12;

export function joinTexts(texts: readonly string[], folding: Folding): Joined {
  const starts = new Uint32Array(texts.length + 1);
  texts.forEach((text, i) => {
    starts[i + 1] = (starts[i] as number) + text.length + 1;
  });
  const units = new Uint16Array(starts[texts.length] as number);
  const blocks = new Uint32Array((units.length >> SHIFT) + 1);
  texts.forEach((text, number) => {
    const start = starts[number] as number;
    for (let i = 0; i < text.length; i++) {
      const unit = folding[text.charCodeAt(i)] as number;
      units[start + i] = unit === 0x0a ? 0 : unit;
    }
    for (let block = Math.ceil(start / 2 ** SHIFT); block << SHIFT < (starts[number + 1] as number); block++)
      blocks[block] = number;
  });
  return { units, notices: texts.length, starts, blocks };
}

/** The notices of ascending places, each once, into `into`; returns how many. */
export function noticesOf(places: Uint32Array, from: number, to: number, texts: Joined, into: Uint32Array): number {
  const { starts, blocks } = texts;
  let count = 0;
  let end = 0;
  for (let i = from; i < to; i++) {
    const place = places[i] as number;
    if (place < end) continue;
    let notice = blocks[place >> SHIFT] as number;
    while ((starts[notice + 1] as number) <= place) notice++;
    end = starts[notice + 1] as number;
    into[count++] = notice;
  }
  return count;
}
