import type { Edit } from './edit.ts';

/**
 * Where the characters of an edited text stood before the edits, one segment per stretch:
 * a stretch that only moved, or what one edit wrote. Segment i covers the edited text
 * from `starts[i]` up to `starts[i + 1]`. Edits that keep the length need no segment.
 */
export interface OffsetMap {
  readonly starts: readonly number[];
  /** Where the segment begins in the text before the edits. */
  readonly sources: readonly number[];
  /** Where the replaced stretch ended before the edits; -1 for a stretch that only moved. */
  readonly replacedEnds: readonly number[];
}

export function offsetMap(edits: readonly Edit[]): OffsetMap {
  const starts = [0];
  const sources = [0];
  const replacedEnds = [-1];
  let shift = 0;
  for (const { start, end, text } of edits) {
    if (text.length === end - start) continue;
    if (text.length > 0) {
      starts.push(start + shift);
      sources.push(start);
      replacedEnds.push(end);
    }
    starts.push(start + shift + text.length);
    sources.push(end);
    replacedEnds.push(-1);
    shift += text.length - (end - start);
  }
  return { starts, sources, replacedEnds };
}

/** The last segment that starts at or before the offset. */
function segmentAt(map: OffsetMap, offset: number): number {
  let low = 0;
  let high = map.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((map.starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where the character at this offset stood; for what an edit wrote, where the replaced stretch began. */
export function sourceOf(map: OffsetMap, offset: number): number {
  const segment = segmentAt(map, offset);
  const source = map.sources[segment] as number;
  return map.replacedEnds[segment] === -1 ? source + (offset - (map.starts[segment] as number)) : source;
}

/** Where a span that ends before this offset ended; for what an edit wrote, where the replaced stretch ended. */
export function sourceEndOf(map: OffsetMap, offset: number): number {
  if (offset === 0) return 0;
  const segment = segmentAt(map, offset - 1);
  const replacedEnd = map.replacedEnds[segment] as number;
  return replacedEnd === -1
    ? (map.sources[segment] as number) + (offset - (map.starts[segment] as number))
    : replacedEnd;
}
