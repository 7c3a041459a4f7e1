import { MAX_ORIGINAL, MAX_PASSAGES, type Passage } from '../../src/model/index.ts';
import type { Edit } from './edit.ts';

/** For every character of an edited text the stretch of the raw text that it came from. */
interface Origins {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

function untouched(length: number): Origins {
  const places = new Int32Array(length + 1);
  for (let i = 0; i <= length; i++) places[i] = i;
  return { starts: places.subarray(0, length), ends: places.subarray(1) };
}

/** Edits that keep the length go character by character; what another edit wrote came from all that it replaced. */
function follow(before: Origins, edits: readonly Edit[]): Origins {
  const growth = edits.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
  const length = before.starts.length + growth;
  const starts = new Int32Array(length);
  const ends = new Int32Array(length);
  let read = 0;
  let write = 0;
  const copy = (until: number): void => {
    starts.set(before.starts.subarray(read, until), write);
    ends.set(before.ends.subarray(read, until), write);
    write += until - read;
    read = until;
  };
  for (const { start, end, text } of edits) {
    copy(start);
    if (text.length === end - start) {
      copy(end);
      continue;
    }
    // an insertion stands between two characters and came from nothing
    const from = before.starts[start] ?? before.ends.at(-1) ?? 0;
    const to = end > start ? (before.ends[end - 1] ?? from) : from;
    starts.fill(from, write, write + text.length);
    ends.fill(to, write, write + text.length);
    write += text.length;
    read = end;
  }
  copy(before.starts.length);
  return { starts, ends };
}

/** Blanks and invisible characters: nobody sees whether they are there at the border of a line. */
const UNSEEN = /^[\s\p{Cf}]*$/u;
const INVISIBLE = /^\p{Cf}*$/u;
const isLineEnd = (character: string | undefined): boolean => character === undefined || character === '\n';

const shorten = (original: string): string =>
  original.length > MAX_ORIGINAL ? `${original.slice(0, MAX_ORIGINAL - 1)}…` : original;

/**
 * What a reader would see otherwise in the raw text, passage by passage. What was cut before the first and after the
 * last character of the text is not of it; blanks at the borders of lines are not worth telling.
 * @param rounds the edits that made `text` out of `raw`, in their order
 */
export function repairedPassages(raw: string, text: string, rounds: readonly (readonly Edit[])[]): Passage[] {
  if (raw === text) return [];
  const { starts, ends } = rounds.reduce(follow, untouched(raw.length));
  const passages: Passage[] = [];
  let told = starts[0] ?? 0;
  for (let start = 0, end = 1; start < text.length; start = end, end++) {
    const from = starts[start] ?? 0;
    const to = ends[start] ?? 0;
    // most characters stand as they stood, and so does the next
    if (from === told && to === from + 1 && starts[end] === to && raw.charCodeAt(from) === text.charCodeAt(start)) {
      told = to;
      continue;
    }
    // characters that one edit wrote belong together
    while (end < text.length && starts[end] === from && ends[end] === to) end++;
    const now = text.slice(start, end);
    const next = starts[end] ?? to;
    const lost = raw.slice(to, next);
    const isUnseen = UNSEEN.test(lost) && (now === '\n' || isLineEnd(text[end]) || INVISIBLE.test(lost));
    // what was cut belongs to the character before it; after a line break, to the one that follows
    const until = isUnseen || now === '\n' ? to : next;
    const original = raw.slice(told, until);
    told = isUnseen ? next : until;
    if (original === now || (UNSEEN.test(now) && UNSEEN.test(original))) continue;
    add(passages, start, now.length, original);
  }
  return passages.length > MAX_PASSAGES ? [] : passages;
}

/** Neighbours that stand character for character become one. */
function add(passages: Passage[], start: number, length: number, original: string): void {
  const last = passages.at(-1);
  const isPlain = original.length === length;
  if (last && isPlain && last[0] + last[1] === start && last[2].length === last[1])
    passages[passages.length - 1] = [last[0], last[1] + length, last[2] + original];
  else passages.push([start, length, isPlain ? original : shorten(original)]);
}
