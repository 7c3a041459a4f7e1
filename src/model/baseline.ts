import { z } from 'zod';
import { WATCHED_FIELDS, type WatchedField } from './fill.ts';

const Count = z.int().min(0);

/** The most that was ever published (content/baseline.json): what a run or build is held against. */
export const Baseline = z.strictObject({
  notices: Count.meta({ title: '通报数', description: 'Records that are no samples.' }),
  filled: z
    .record(z.string(), Count)
    .meta({ title: '字段', description: 'Records that have the field, by watched field.' }),
});
export type Baseline = z.infer<typeof Baseline>;

/** A person’s permission for less (content/allowed-drop.yaml). */
export const AllowedDrop = z.strictObject({
  notices: Count.optional().meta({ title: '通报数', description: 'So few notices are right.' }),
  filled: z
    .record(z.string(), Count)
    .optional()
    .meta({ title: '字段', description: 'So few records with the field are right.' }),
  reason: z.string().min(4).meta({ title: '理由', description: 'Why.' }),
  by: z.string().min(1).meta({ title: '批准人', description: 'Who.' }),
  on: z.iso.date().meta({ title: '日期', description: 'When.' }),
});
export type AllowedDrop = z.infer<typeof AllowedDrop>;

/** A run never removes a record: more than a few missing are an accident. */
const NOTICES_BOUND = { share: 0.02, count: 1 };
/** Corrections and a better reader take single facts away. */
const FIELDS_BOUND = { share: 0.05, count: 3 };

const leastOf = (before: number, { share, count }: typeof NOTICES_BOUND): number =>
  Math.min(before - count, Math.floor(before * (1 - share)));

/** What is published now, from the watched fields of each record that is no sample. */
export function countPublished(filled: readonly (readonly string[])[]): Baseline {
  const fields = Object.keys(WATCHED_FIELDS) as WatchedField[];
  return {
    notices: filled.length,
    filled: Object.fromEntries(fields.map((field) => [field, filled.filter((each) => each.includes(field)).length])),
  };
}

/** What has shrunk beyond the bounds and is not allowed, one line each; empty where nothing has. */
export function findDrop(before: Baseline, now: Baseline, allowed: AllowedDrop | null): string[] {
  const notices = Math.min(leastOf(before.notices, NOTICES_BOUND), allowed?.notices ?? Number.POSITIVE_INFINITY);
  const lines = now.notices < notices ? [`${now.notices} notices, ${before.notices} were published`] : [];
  const fields = Object.entries(before.filled).flatMap(([field, count]) => {
    const least = Math.min(leastOf(count, FIELDS_BOUND), allowed?.filled?.[field] ?? Number.POSITIVE_INFINITY);
    const found = now.filled[field] ?? 0;
    return found < least ? [`field ${field}: in ${found} records, ${count} were published`] : [];
  });
  return [...lines, ...fields];
}

/** The baseline after a state that is no drop: the most of both. */
export function raiseBaseline(before: Baseline | null, now: Baseline): Baseline {
  if (before === null) return now;
  const fields = [...new Set([...Object.keys(before.filled), ...Object.keys(now.filled)])];
  return {
    notices: Math.max(before.notices, now.notices),
    filled: Object.fromEntries(
      fields.map((field) => [field, Math.max(before.filled[field] ?? 0, now.filled[field] ?? 0)]),
    ),
  };
}
