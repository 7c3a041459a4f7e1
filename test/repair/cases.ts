import { describe, expect, it } from 'vitest';
import { applyEdits, type Repair } from '../../scraper/repair/edit.ts';

/** What a repair must change, as [damaged, repaired], and what it must leave. */
export interface RepairCases {
  readonly repaired: readonly (readonly [damaged: string, repaired: string])[];
  readonly untouched: readonly string[];
}

export function describeRepair(one: Repair, { repaired, untouched }: RepairCases): void {
  describe(one.name, () => {
    it.each(repaired)('%j → %j', (damaged, expected) => {
      expect(applyEdits(damaged, one.find(damaged))).toBe(expected);
    });

    it.each(untouched)('leaves %j', (text) => {
      expect(applyEdits(text, one.find(text))).toBe(text);
    });

    it.each(repaired)('finds nothing in its own result (%j)', (damaged) => {
      const once = applyEdits(damaged, one.find(damaged));
      expect(applyEdits(once, one.find(once))).toBe(once);
    });
  });
}
