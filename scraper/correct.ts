import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isSeq, parseDocument, stringify } from 'yaml';
import {
  applyCorrections,
  type Correction,
  CorrectionEntry,
  correctionPath,
  type Evidence,
  FACT_PARTS,
  isCorrectable,
  type NoticeRecord,
  valueAt,
} from '../src/model/index.ts';
import { InputError } from './error.ts';
import { writeAtomic } from './write.ts';

type Json = Correction['to'];

/** What a typed value may mean, the likelier meaning first: JSON (18, null, ["常规"]), else the words as they are. */
export function meanings(typed: string): Json[] {
  try {
    const value = JSON.parse(typed) as Json;
    return typeof value === 'string' ? [value] : [value, typed];
  } catch {
    return [typed];
  }
}

/** The words that a fact was read from; null where the record keeps none. */
export function evidenceOf(record: NoticeRecord, field: string): Pick<Evidence, 'quote'> | null {
  const figure = /^figures\.(\d+)/.exec(field)?.[1];
  if (figure !== undefined) return record.figures[Number(figure)] ?? null;
  const parts = field.split('.');
  for (let length = parts.length; length > 0; length--) {
    const path = parts.slice(0, length).join('.');
    const found = record.evidence[path] ?? record.pageEvidence?.[path];
    if (found) return found;
  }
  return null;
}

/**
 * The other place where a total stands: a headline figure and the figure that states it must not fall apart. Null where
 * there is none, or where the corrected value already stands there.
 */
export function companionOf(
  record: NoticeRecord,
  { field, from, to }: Pick<Correction, 'field' | 'from' | 'to'>,
): string | null {
  const [list, index, key] = field.split('.');
  if (list === 'figures' && key === 'value') {
    const figure = record.figures[Number(index)];
    const isTotal = figure?.scope === 'total' && record.headline[figure.category] === from;
    return isTotal ? `headline.${figure.category}` : null;
  }
  if (list !== 'headline' || typeof to !== 'number') return null;
  const totals = record.figures.map((figure, at) => ({ ...figure, at })).filter(({ category }) => category === index);
  if (totals.some(({ value }) => value === to)) return null;
  const stated = totals.find(({ value, scope }) => value === from && scope === 'total');
  return stated ? `figures.${stated.at}.value` : null;
}

/** What a person wants changed. */
export interface Wish {
  readonly field: string;
  /** As typed. */
  readonly to: string;
  /** Leave the headline or the figure that states the same total alone. */
  readonly only?: boolean;
}

export type Change = Pick<Correction, 'field' | 'from' | 'to'>;
/** Why a change is right, where that can be checked, who says so and when (YYYY-MM-DD). */
export type Grounds = Omit<Correction, keyof Change>;

export const entryOf = (id: string, change: Change, grounds: Grounds): CorrectionEntry =>
  CorrectionEntry.parse({ id, ...change, ...grounds });

/**
 * The record whose paths a further correction names: the earlier corrections hold, but members that they take out of
 * their lists still count.
 */
export const recordToCorrect = (stored: NoticeRecord, existing: readonly CorrectionEntry[]): NoticeRecord =>
  applyCorrections(
    stored,
    existing.filter(({ field, to }) => to !== null || !/\.\d+$/.test(field)),
  ).record;

/** Only there to see whether a change would fit. */
const NO_GROUNDS: Grounds = { reason: '-', by: '-', on: '2000-01-01' };

/**
 * The changes that fulfil a wish, after the corrections that hold already. Throws InputError where the field leads
 * nowhere, nothing would change, or the record would break its schema.
 */
export function changesFor(stored: NoticeRecord, existing: readonly CorrectionEntry[], wish: Wish): Change[] {
  const { field, only, to: typed } = wish;
  if (!isCorrectable(field)) throw new InputError(`${stored.id}: ${field}: is no fact that can be corrected`);
  const record = recordToCorrect(stored, existing);
  const from = (valueAt(record, field) ?? null) as Json;
  let problem = '';
  for (const to of meanings(typed)) {
    if (JSON.stringify(to) === JSON.stringify(from))
      throw new InputError(`${stored.id}: ${field}: holds ${JSON.stringify(from)} already`);
    const change: Change = { field, from, to };
    const companion = only ? null : companionOf(record, change);
    const changes = companion ? [change, { ...change, field: companion }] : [change];
    const entries = changes.map((each) => entryOf(stored.id, each, NO_GROUNDS));
    const { broken } = applyCorrections(stored, [...existing, ...entries]);
    if (broken === null) return changes;
    problem = broken;
  }
  throw new InputError(`${stored.id}: ${field}: ${JSON.stringify(typed)} does not fit: ${problem}`);
}

/** Every path that a person may name, with its value as JSON; of a figure only its value. */
export function correctablePaths(record: NoticeRecord): { readonly path: string; readonly value: string }[] {
  const leaves = (value: unknown, path: string): { path: string; value: string }[] =>
    typeof value === 'object' && value !== null && Object.keys(value).length > 0
      ? Object.entries(value).flatMap(([key, child]) => leaves(child, `${path}.${key}`))
      : [{ path, value: JSON.stringify(value) }];
  return [
    ...FACT_PARTS.flatMap((root) => leaves(record[root], root)),
    ...record.figures.map(({ value, unit, category, scope }, index) => ({
      path: `figures.${index}.value`,
      value: `${value} (${category} ${unit} ${scope})`,
    })),
  ];
}

/** Adds entries to the file of a record; what stands there, comments included, stays as it is. */
export async function addCorrections(
  workspace: string,
  id: string,
  entries: readonly CorrectionEntry[],
): Promise<string> {
  const path = correctionPath(id);
  const before = await readFile(join(workspace, path), 'utf8').catch(() => '');
  const document = parseDocument(before);
  let text = stringify(entries);
  if (isSeq(document.contents)) {
    for (const entry of entries) document.add(document.createNode(entry));
    text = document.toString({ lineWidth: 0 });
  } else if (document.contents !== null) throw new InputError(`${path}: is not a list: run "zhenggai check"`);
  await mkdir(dirname(join(workspace, path)), { recursive: true });
  await writeAtomic(join(workspace, path), text);
  return path;
}
