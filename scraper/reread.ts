import type { Capture, NoticeRecord, Source } from '../src/model/index.ts';
import { findCapture } from './archive.ts';
import { InputError } from './error.ts';
import { type Lookups, readNotice } from './pipeline.ts';
import type { Plan, Store } from './store.ts';

/** What reading the archive again would change in one record. */
export interface Drift {
  readonly id: string;
  /** Paths whose values differ, with both, in order; empty where nothing does. */
  readonly changes: readonly { readonly path: string; readonly from: unknown; readonly to: unknown }[];
}

interface Rereading {
  readonly workspace: string;
  readonly lookups: Lookups;
  readonly store: Store;
  readonly sources: readonly Source[];
  readonly captures: ReadonlyMap<string, readonly string[]>;
}

/** Facts that a person would call the record’s; offsets and hashes move with every repaired character. */
const WATCHED = [
  'docType',
  'title',
  'enterprise',
  'units',
  'inspection',
  'publication',
  'headline',
  'contacts',
] as const;

function differences(from: unknown, to: unknown, path: string): Drift['changes'][number][] {
  if (JSON.stringify(from) === JSON.stringify(to)) return [];
  const isMap = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isMap(from) || !isMap(to)) return [{ path, from, to }];
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((key) =>
    differences(from[key] ?? null, to[key] ?? null, `${path}.${key}`),
  );
}

const figureKey = ({ category, value, unit, scope }: NoticeRecord['figures'][number]): string =>
  `${category} ${value}${unit} ${scope}`;

function figureChanges(before: NoticeRecord, after: NoticeRecord): Drift['changes'][number][] {
  const [old, now] = [before.figures.map(figureKey), after.figures.map(figureKey)];
  const lost = old.filter((key) => !now.includes(key));
  const found = now.filter((key) => !old.includes(key));
  return [
    ...lost.map((key) => ({ path: 'figures', from: key, to: null })),
    ...found.map((key) => ({ path: 'figures', from: null, to: key })),
  ];
}

/** What differs between two readings of one notice. */
export const driftOf = (before: NoticeRecord, after: NoticeRecord): Drift => ({
  id: before.id,
  changes: [
    ...WATCHED.flatMap((field) => differences(before[field], after[field], field)),
    ...figureChanges(before, after),
  ],
});

/** The bytes that a record is read from: its attachment where it has one, else its best place that the archive holds. */
async function bestCapture(
  { workspace, captures }: Rereading,
  record: NoticeRecord,
): Promise<{ capture: Capture; bytes: Uint8Array } | null> {
  const found = await Promise.all(record.sources.map(({ sha256 }) => findCapture(workspace, captures, sha256)));
  return found.find((each) => each?.capture.kind === 'attachment') ?? found.find((each) => each !== null) ?? null;
}

/**
 * Reads a record’s capture again with the present reader. Null where the archive holds none of its bytes.
 * The plan is made, not committed: a page did not change because our reading of it did.
 */
export async function reread(context: Rereading, id: string): Promise<{ plan: Plan; drift: Drift } | null> {
  const before = await context.store.read(id);
  const found = await bestCapture(context, before);
  if (!found) return null;
  const { capture, bytes } = found;
  const source = context.sources.find((each) => each.id === capture.source);
  const type = capture.headers?.['content-type'];
  const place = before.sources.find(({ sha256 }) => sha256 === capture.sha256);
  if (!place) throw new InputError(`${id}: its capture is that of no source`);
  const { record, text, passages } = await readNotice(
    {
      bytes,
      name: capture.name ?? capture.finalUrl ?? capture.url ?? capture.file,
      url: capture.url,
      publisher: place.publisher,
      retrievedAt: place.retrievedAt,
      ...(type && { contentType: type }),
      ...(source?.selectors && { selectors: source.selectors }),
      ...(source?.encoding && { encoding: source.encoding }),
      ...(before.sample && { sample: before.sample }),
    },
    context.lookups,
  );
  // A document without a title has that of the page that links to it.
  const titled = { ...record, title: record.title ?? before.title };
  const plan = await context.store.plan({ record: titled, text, passages, source: place, pageChanged: false }, id);
  return { plan, drift: driftOf(before, plan.record) };
}
