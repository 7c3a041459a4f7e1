import { z } from 'zod';
import { recheck } from './check/index.ts';
import { Correction } from './check.ts';
import { Id } from './id.ts';
import { FACT_PARTS, NoticeRecord } from './record.ts';

/** What a person may correct: facts, never the identity of a record, its sources or its checks. */
const CORRECTABLE: readonly string[] = [...FACT_PARTS, 'figures', 'outline'];
export const isCorrectable = (field: string): boolean => CORRECTABLE.includes(field.split('.')[0] ?? '');

/** A correction with the record it belongs to; content/corrections/*.yaml are lists of them. */
export const CorrectionEntry = z.strictObject({
  id: Id.meta({ title: '记录编号', description: 'Id of the corrected record.' }),
  ...Correction.shape,
  field: Correction.shape.field.refine(isCorrectable, {
    error: ({ input }) => `${JSON.stringify(input)} is no fact: one begins with ${CORRECTABLE.join(', ')}`,
  }),
});
export type CorrectionEntry = z.infer<typeof CorrectionEntry>;

/** A correction whose "from" is not what the record holds. */
export interface StaleCorrection {
  readonly entry: CorrectionEntry;
  /** What the record holds instead; undefined where the path leads nowhere. */
  readonly found: unknown;
}

/** What laying corrections over a record gives. */
export interface Corrected {
  readonly record: NoticeRecord;
  readonly stale: readonly StaleCorrection[];
  /** Why the corrected record is none: `path: message`; null where it is well formed. The record is then uncorrected. */
  readonly broken: string | null;
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

/** A copy of a value with another value at a path; undefined removes an object’s key, one past the end of a list adds to it. */
function withValue(root: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(root)) {
    if (key === String(root.length)) return [...root, withValue(undefined, rest, value)];
    return root.map((each, index) => (String(index) === key ? withValue(each, rest, value) : each));
  }
  const object = isObject(root) ? root : {};
  const next = withValue(Object.hasOwn(object, key) ? object[key] : undefined, rest, value);
  if (next !== undefined) return { ...object, [key]: next };
  const { [key]: _removed, ...others } = object;
  return others;
}

/** A value with the keys of its objects in one order: a person who writes YAML need not know ours. */
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : isObject(value)
      ? Object.fromEntries(
          Object.keys(value)
            .sort()
            .map((key) => [key, sorted(value[key])]),
        )
      : value;

/** Missing and null are one: a fact that the reader did not find. */
const isSame = (a: unknown, b: unknown): boolean =>
  JSON.stringify(sorted(a ?? null)) === JSON.stringify(sorted(b ?? null));

const INDEX = /^\d+$/;

/** The list and the index where a path names a member of a list: figures.3 → [figures, 3]. */
function memberOf(path: string): { list: string; index: number } | null {
  const dot = path.lastIndexOf('.');
  const last = path.slice(dot + 1);
  return dot > 0 && INDEX.test(last) ? { list: path.slice(0, dot), index: Number(last) } : null;
}

/** A path after a member of a list has gone: later members move up; null for the member itself. */
function shifted(path: string, list: string, index: number): string | null {
  if (!path.startsWith(`${list}.`)) return path;
  const [key = '', ...rest] = path.slice(list.length + 1).split('.');
  if (!INDEX.test(key) || Number(key) < index) return path;
  return Number(key) === index ? null : [list, String(Number(key) - 1), ...rest].join('.');
}

/** Removes a member of a list, and moves what points to the later ones. */
function withoutMember(record: NoticeRecord, list: string, index: number): NoticeRecord {
  const members = valueAt(record, list);
  if (!Array.isArray(members)) return record;
  const kept = members.filter((_, at) => at !== index);
  const next = withValue(record, list.split('.'), kept) as NoticeRecord;
  const entries = Object.entries(next.evidence).flatMap(([path, evidence]): [string, typeof evidence][] => {
    const moved = shifted(path, list, index);
    return moved === null ? [] : [[moved, evidence]];
  });
  return {
    ...next,
    evidence: Object.fromEntries(entries),
    checks: next.checks.flatMap((check) => {
      const fields = check.fields?.map((path) => shifted(path, list, index));
      // what the check compared is no longer there
      if (fields?.includes(null)) return [];
      return [fields ? { ...check, fields: fields.filter((path) => path !== null) } : check];
    }),
  };
}

/** Members are taken out last, from the end: until then every path means what it meant when it was written. */
const byLaterMember = (a: { index: number }, b: { index: number }): number => b.index - a.index;

/**
 * Lays corrections over a record: the facts as they hold, the overlay under `corrections`. `to: null` takes a headline
 * figure or a member of a list away; `from: null` one past the end of a list adds a member. The checks are those of the
 * facts as they hold then. A correction whose "from" no longer holds is stale: not applied, but returned. Pure; the record
 * itself is not changed.
 */
export function applyCorrections(record: NoticeRecord, entries: readonly CorrectionEntry[]): Corrected {
  let corrected = record;
  const stale: StaleCorrection[] = [];
  const applied: Correction[] = [];
  const leaving: { list: string; index: number }[] = [];
  for (const entry of entries) {
    if (entry.id !== record.id) continue;
    const { id: _id, ...correction } = entry;
    const found = valueAt(corrected, entry.field);
    if (!isSame(found, entry.from)) {
      stale.push({ entry, found });
      continue;
    }
    const member = memberOf(entry.field);
    if (entry.to === null && member) leaving.push(member);
    else {
      // A headline figure that is corrected to null is one that the text does not state: its key goes.
      const to = entry.to === null && entry.field.startsWith('headline.') ? undefined : entry.to;
      corrected = withValue(corrected, entry.field.split('.'), to) as NoticeRecord;
      if (!isSame(valueAt(corrected, entry.field), to))
        return { record, stale, broken: `${entry.field}: leads nowhere` };
    }
    applied.push(correction);
  }
  if (applied.length === 0) return { record, stale, broken: null };
  for (const { list, index } of leaving.sort(byLaterMember)) corrected = withoutMember(corrected, list, index);
  const result = NoticeRecord.safeParse({ ...corrected, corrections: [...record.corrections, ...applied] });
  if (result.success) return { record: { ...result.data, checks: recheck(result.data) }, stale, broken: null };
  const issue = result.error.issues[0];
  return { record, stale, broken: `${issue?.path.join('.') || '(record)'}: ${issue?.message}` };
}

/** One line for a person: which correction, what it expects, what the record holds, what to do. */
export const staleLine = (file: string, { entry, found }: StaleCorrection): string =>
  `${file}: ${entry.id}: ${entry.field}: stale: it corrects ${JSON.stringify(entry.from)}, the record holds ${JSON.stringify(found ?? null)} → look at the notice again, then change "from" or remove the correction`;
