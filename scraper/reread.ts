import {
  type Capture,
  FACT_PARTS,
  type Figure,
  figureLine,
  type NoticeRecord,
  type OutlineNode,
  type Source,
  without,
} from '../src/model/index.ts';
import { findCapture } from './archive.ts';
import { InputError } from './error.ts';
import { type Lookups, readNotice } from './pipeline.ts';
import type { Plan, Store } from './store.ts';

/** A fact that differs, null where it is not stated; or a member that only one of two lists has. */
export interface Change<T = unknown> {
  /** A list’s ends in []. */
  readonly path: string;
  readonly from: T | null;
  readonly to: T | null;
}

/** What reading the archive again would change in one record. */
export interface Drift {
  readonly id: string;
  /** In the order of the record; empty where nothing differs but places in the text. */
  readonly changes: readonly Change[];
}

interface Rereading {
  readonly workspace: string;
  readonly lookups: Lookups;
  readonly store: Store;
  readonly sources: readonly Source[];
  readonly captures: ReadonlyMap<string, readonly string[]>;
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Members that only one of two lists has. */
const members = <T>(path: string, from: readonly T[], to: readonly T[], key?: (item: T) => unknown): Change<T>[] => [
  ...without(from, to, key).map((each) => ({ path: `${path}[]`, from: each, to: null })),
  ...without(to, from, key).map((each) => ({ path: `${path}[]`, from: null, to: each })),
];

function differences(from: unknown, to: unknown, path: string): Change[] {
  if (Array.isArray(from) && Array.isArray(to)) return members(path, from, to, (each) => JSON.stringify(each));
  if (JSON.stringify(from) === JSON.stringify(to)) return [];
  if (!isMap(from) || !isMap(to)) return [{ path, from, to }];
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((key) =>
    differences(from[key] ?? null, to[key] ?? null, `${path}.${key}`),
  );
}

/** Figures that say something else now; one that only moved, or is quoted with other words, says the same. */
function figureChanges(before: NoticeRecord, after: NoticeRecord): Change[] {
  const quoted = (figure: Figure): string => `${figureLine(figure)} “${figure.quote}”`;
  const lost = without(before.figures, after.figures, quoted);
  const found = without(after.figures, before.figures, quoted);
  return members('figures', lost, found, figureLine).map(({ path, from, to }) => ({
    path,
    from: from && quoted(from),
    to: to && quoted(to),
  }));
}

const items = (nodes: readonly OutlineNode[]): string[] =>
  nodes.flatMap(({ kind, number, title, status, children }) => [
    ...(kind === 'item' ? [`${number}${title} ${status}`] : []),
    ...items(children),
  ]);
const findings = ({ checks }: NoticeRecord): string[] => checks.map(({ rule, message }) => `${rule}: ${message}`);

/** What differs between two readings of one notice; places and hashes move with every repaired character. */
export const driftOf = (before: NoticeRecord, after: NoticeRecord): Drift => ({
  id: before.id,
  changes: [
    ...FACT_PARTS.flatMap((field) => differences(before[field], after[field], field)),
    ...figureChanges(before, after),
    ...members('outline', items(before.outline), items(after.outline)),
    ...members('checks', findings(before), findings(after)),
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
