import { describe, expect, test } from 'vitest';
import { GOLD_SETS } from '../bench/score/gold.ts';
import { measureSet } from '../bench/score/measure.ts';
import { scoreOf, type Tally } from '../bench/score/tally.ts';
import { lookups } from './reading.ts';

// The reader must not get worse on labelled texts: `npm run score` shows the fields, this holds the floor.
const FLOOR = 0.96;
const facts = (tallies: readonly Tally[]) => scoreOf(tallies.filter(({ field }) => !field.startsWith('text'))).f1;

describe.each(GOLD_SETS.map((set) => [set.name, set] as const))('labelled texts: %s', (_name, set) => {
  test('facts and evidence', { timeout: 120_000 }, async () => {
    const { short, full, exact, quotes } = await measureSet(set, lookups);
    expect(exact).toBe(quotes);
    expect(facts(short)).toBeGreaterThan(FLOOR);
    expect(facts(full)).toBeGreaterThan(FLOOR);
    expect(scoreOf(full.filter(({ field }) => field.startsWith('text'))).f1).toBeGreaterThan(0.99);
  });
});
