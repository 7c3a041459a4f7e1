import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../scraper/repair/edit.ts';
import { offsetMap, sourceEndOf, sourceOf } from '../../scraper/repair/offsets.ts';

describe('offsetMap', () => {
  const before = '產(chǎn)業，6 3项。';
  const edits = [
    { start: 0, end: 1, text: '产' }, // keeps the length
    { start: 1, end: 7, text: '' },
    { start: 7, end: 8, text: '业' },
    { start: 10, end: 11, text: '' },
    { start: 12, end: 12, text: '多' },
  ];
  const map = offsetMap(edits);
  const after = applyEdits(before, edits);

  it('applies', () => expect(after).toBe('产业，63多项。'));

  it('leads every character back', () => {
    expect(Array.from(after, (_, offset) => sourceOf(map, offset))).toEqual([0, 7, 8, 9, 11, 12, 12, 13]);
    expect(sourceOf(map, after.length)).toBe(before.length);
  });

  it('leads ends back to the end of what they close', () => {
    expect(sourceEndOf(map, 0)).toBe(0);
    expect(sourceEndOf(map, 1)).toBe(1);
    expect(sourceEndOf(map, 2)).toBe(8);
    expect(sourceEndOf(map, 5)).toBe(12);
    expect(sourceEndOf(map, after.length)).toBe(before.length);
  });

  it('of no edits is the identity', () => {
    expect(sourceOf(offsetMap([]), 5)).toBe(5);
    expect(sourceEndOf(offsetMap([]), 5)).toBe(5);
  });
});
