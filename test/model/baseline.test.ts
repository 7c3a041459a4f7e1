import { describe, expect, it } from 'vitest';
import { countPublished, findDrop, raiseBaseline } from '../../src/model/index.ts';

const state = (notices: number, signedDate: number) => ({ notices, filled: { signedDate } });

describe('the baseline', () => {
  it('counts notices and the fields that they have', () => {
    expect(countPublished([['title', 'figures'], ['title']])).toMatchObject({
      notices: 2,
      filled: { title: 2, figures: 1, round: 0 },
    });
  });

  it('lets single facts go and no more', () => {
    expect(findDrop(state(100, 60), state(98, 57), null)).toEqual([]);
    expect(findDrop(state(100, 60), state(97, 56), null)).toEqual([
      '97 notices, 100 were published',
      'field signedDate: in 56 records, 60 were published',
    ]);
    expect(findDrop(state(2, 2), state(0, 0), null)).toEqual(['0 notices, 2 were published']);
  });

  it('rises, and never falls by itself', () => {
    expect(raiseBaseline(state(10, 5), state(9, 7))).toEqual(state(10, 7));
    expect(raiseBaseline(null, state(1, 1))).toEqual(state(1, 1));
  });
});
