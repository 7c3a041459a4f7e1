import { bitCount } from '../bits.ts';

/** Sets of notices as bit maps: cheap to join, part and count, whatever the question. */
export type NoticeSet = Uint32Array;

export const emptySet = (notices: number): NoticeSet => new Uint32Array((notices + 31) >> 5);

export function fullSet(notices: number): NoticeSet {
  const set = emptySet(notices).fill(0xffffffff);
  const rest = notices & 31;
  if (rest > 0) set[set.length - 1] = 2 ** rest - 1;
  return set;
}

export function setOf(members: ArrayLike<number>, notices: number): NoticeSet {
  const set = emptySet(notices);
  for (let i = 0; i < members.length; i++) add(set, members[i] as number);
  return set;
}

export const add = (set: NoticeSet, notice: number): void => {
  set[notice >> 5] = (set[notice >> 5] as number) | (1 << (notice & 31));
};

export const has = (set: NoticeSet, notice: number): boolean =>
  ((set[notice >> 5] as number) & (1 << (notice & 31))) !== 0;

export const both = (a: NoticeSet, b: NoticeSet): NoticeSet => a.map((word, i) => word & (b[i] as number));
export const either = (a: NoticeSet, b: NoticeSet): NoticeSet => a.map((word, i) => word | (b[i] as number));
export const without = (a: NoticeSet, b: NoticeSet): NoticeSet => a.map((word, i) => word & ~(b[i] as number));

export function size(set: NoticeSet): number {
  let count = 0;
  for (let i = 0; i < set.length; i++) count += bitCount(set[i] as number);
  return count;
}

/** How many of a list are members. */
export function sharedWith(set: NoticeSet, list: ArrayLike<number>): number {
  let count = 0;
  for (let i = 0; i < list.length; i++) if (has(set, list[i] as number)) count++;
  return count;
}

/** The lowest members, at most so many. */
export function firstMembers(set: NoticeSet, limit: number): number[] {
  const found: number[] = [];
  for (let word = 0; word < set.length && found.length < limit; word++)
    for (let left = set[word] as number; left !== 0 && found.length < limit; left &= left - 1)
      found.push(word * 32 + 31 - Math.clz32(left & -left));
  return found;
}

export const members = (set: NoticeSet): number[] => firstMembers(set, Number.POSITIVE_INFINITY);

/** The common part of two ascending lists. */
export function intersect(a: Uint32Array, b: Uint32Array): Uint32Array {
  const common = new Uint32Array(Math.min(a.length, b.length));
  let count = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const left = a[i] as number;
    const right = b[j] as number;
    if (left === right) common[count++] = left;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return common.subarray(0, count);
}
