import { describe, expect, it } from 'vitest';
import { repair } from '../../scraper/repair/index.ts';
import { CLEAN_NOTICE, DAMAGES, randomNumbers } from './damage.ts';

describe('a notice is whole again', () => {
  it.each(Object.entries(DAMAGES))('after %s', (_, damage) => {
    for (let seed = 1; seed <= 4; seed++) {
      const damaged = damage(CLEAN_NOTICE, randomNumbers(seed));
      expect(damaged).not.toBe(CLEAN_NOTICE);
      expect(repair(damaged).text).toBe(CLEAN_NOTICE);
    }
  });

  it.each(Object.entries(DAMAGES))('after %s and then any other kind', (_, first) => {
    for (const [name, second] of Object.entries(DAMAGES)) {
      if (first === second) continue;
      const random = randomNumbers(1);
      const damaged = second(first(CLEAN_NOTICE, random), random);
      expect(repair(damaged).text, name).toBe(CLEAN_NOTICE);
    }
  });
});

describe('clean text', () => {
  it('stays as it is', () => {
    expect(repair(CLEAN_NOTICE)).toMatchObject({ text: CLEAN_NOTICE, applied: [], doubts: [] });
  });
});
