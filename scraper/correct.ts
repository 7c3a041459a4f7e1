import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isSeq, parseDocument, stringify } from 'yaml';
import {
  applyCorrections,
  type Correction,
  CorrectionEntry,
  correctionPath,
  type Evidence,
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
  readonly reason: string;
  readonly evidence?: string;
  readonly by: string;
  /** YYYY-MM-DD */
  readonly on: string;
  /** Leave the headline or the figure that states the same total alone. */
  readonly only?: boolean;
}

/**
 * The entries that fulfil a wish, after those that hold already. Throws InputError where the field leads nowhere, nothing
 * would change, or the record would break its schema.
 */
export function entriesFor(stored: NoticeRecord, existing: readonly CorrectionEntry[], wish: Wish): CorrectionEntry[] {
  // Paths are those of the record as it was read: members that were taken out of their lists still count.
  const { record } = applyCorrections(
    stored,
    existing.filter(({ field: path, to }) => to !== null || !/\.\d+$/.test(path)),
  );
  const { field, only, to: typed, ...rest } = wish;
  const from = (valueAt(record, field) ?? null) as Json;
  let problem = '';
  for (const to of meanings(typed)) {
    if (JSON.stringify(to) === JSON.stringify(from))
      throw new InputError(`${stored.id}: ${field}: holds ${JSON.stringify(from)} already`);
    const entry: CorrectionEntry = { id: stored.id, field, from, to, ...rest };
    const companion = only ? null : companionOf(record, entry);
    const entries = companion ? [entry, { ...entry, field: companion }] : [entry];
    const { broken } = applyCorrections(stored, [...existing, ...entries]);
    if (broken === null) return entries.map((each) => CorrectionEntry.parse(each));
    problem = broken;
  }
  throw new InputError(`${stored.id}: ${field}: ${JSON.stringify(typed)} does not fit: ${problem}`);
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
