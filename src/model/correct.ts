import { z } from 'zod';
import { Correction } from './check.ts';
import { Id } from './id.ts';
import type { NoticeRecord } from './record.ts';

/** A correction with the record it belongs to; content/corrections/*.yaml are lists of them. */
export const CorrectionEntry = Correction.extend({
  id: Id.meta({ title: '记录编号', description: 'Id of the corrected record.' }),
  evidence: z
    .string()
    .min(1)
    .optional()
    .meta({ title: '依据', description: 'Where it can be checked: a quote or an address.' }),
});
export type CorrectionEntry = z.infer<typeof CorrectionEntry>;

/** A correction whose "from" is not what the record holds. */
export interface StaleCorrection {
  readonly entry: CorrectionEntry;
  /** What the record holds instead; undefined where the path leads nowhere. */
  readonly found: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The value at a dotted path (headline.issues, figures.3.value); undefined where it leads nowhere. */
export function valueAt(root: unknown, path: string): unknown {
  let value = root;
  for (const key of path.split('.')) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

/** A copy of a value with another value at a path; undefined removes an object’s key. */
function withValue(root: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(root))
    return root.map((each, index) => (String(index) === key ? withValue(each, rest, value) : each));
  const object = isObject(root) ? root : {};
  const next = withValue(Object.hasOwn(object, key) ? object[key] : undefined, rest, value);
  if (next !== undefined) return { ...object, [key]: next };
  const { [key]: _removed, ...others } = object;
  return others;
}

/** Missing and null are one: a fact that the reader did not find. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * Lays corrections over a record: the facts as they hold, the overlay under `corrections`. A correction whose "from"
 * no longer holds is stale: not applied, but returned. Pure; the record itself is not changed.
 */
export function applyCorrections(
  record: NoticeRecord,
  entries: readonly CorrectionEntry[],
): { record: NoticeRecord; stale: StaleCorrection[] } {
  let corrected = record;
  const stale: StaleCorrection[] = [];
  const applied: Correction[] = [];
  for (const entry of entries.filter(({ id }) => id === record.id)) {
    const found = valueAt(corrected, entry.field);
    if (!isSame(found, entry.from)) {
      stale.push({ entry, found });
      continue;
    }
    // A headline figure that is corrected to null is one that the text does not state: its key goes.
    const to = entry.to === null && entry.field.startsWith('headline.') ? undefined : entry.to;
    corrected = withValue(corrected, entry.field.split('.'), to) as NoticeRecord;
    const { field, from, to: stated, reason, by, on } = entry;
    applied.push({ field, from, to: stated, reason, by, on });
  }
  return {
    record: applied.length > 0 ? { ...corrected, corrections: [...record.corrections, ...applied] } : record,
    stale,
  };
}
