import { z } from 'zod';
import { compareSheets, type FactSheet, type FieldChange, isSameSheet, type SheetChange } from './changes.ts';
import { Id } from './id.ts';

const FactValue = z.union([z.string(), z.number(), z.array(z.string())]);

/** One line of content/releases/state.jsonl: what a notice said at the latest release. */
export const StateLine = z.strictObject({
  id: Id,
  facts: z.record(z.string(), FactValue),
  figures: z.array(z.string()),
  corrections: z.array(z.string()),
  gone: z.literal(true).optional(),
});

/** What happened to a notice between two releases. */
export const CHANGE_KINDS = {
  added: { zh: '新增', en: 'Added' },
  changed: { zh: '变化', en: 'Changed' },
  corrected: { zh: '校正', en: 'Corrected' },
  gone: { zh: '消失', en: 'Gone' },
} as const;

/** One notice of the change feed. */
export const NoticeChange = z.strictObject({
  id: Id.meta({ title: '通报', description: 'Id of the notice.' }),
  kind: z.enum(Object.keys(CHANGE_KINDS) as [keyof typeof CHANGE_KINDS, ...(keyof typeof CHANGE_KINDS)[]]).meta({
    title: '变化',
    description:
      'added: new in the data; changed: the page or its reading says something else; corrected: a person corrected it (or took a correction back); gone: no place shows it any more, or the record was removed.',
  }),
  fields: z
    .array(z.strictObject({ field: z.string(), from: FactValue.nullable(), to: FactValue.nullable() }))
    .meta({ title: '事实', description: 'Facts that differ, with both values; null: not stated.' }),
  figuresAdded: z
    .array(z.string())
    .meta({ title: '新增数据', description: 'Figures that are new: category, value, unit, scope.' }),
  figuresRemoved: z.array(z.string()).meta({ title: '减少数据', description: 'Figures that are no longer stated.' }),
});
export type NoticeChange = z.infer<typeof NoticeChange>;

/** Names of releases: the day, with -2, -3 … for further ones of that day. */
export const ReleaseId = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(-([2-9]|[1-9]\d+))?$/, { error: 'expected YYYY-MM-DD, or YYYY-MM-DD-2 …' });

/** Earlier releases first: -10 comes after -2. */
export function byRelease(a: string, b: string): number {
  const [day, number] = [a.slice(0, 10), Number(a.slice(11) || 1)];
  const [otherDay, otherNumber] = [b.slice(0, 10), Number(b.slice(11) || 1)];
  return day === otherDay ? number - otherNumber : day < otherDay ? -1 : 1;
}

/** A dated version of the data (content/releases/<id>.json): what changed since the one before. */
export const Release = z.strictObject({
  id: ReleaseId.meta({ title: '版本', description: 'The day it was made.' }),
  schema: z.string().meta({ title: '格式版本', description: 'Version of the record format, SemVer.' }),
  notices: z.int().min(0).meta({ title: '通报数', description: 'Notices in the data, samples left out.' }),
  figures: z.int().min(0).meta({ title: '数据数', description: 'Figures in the data, samples left out.' }),
  note: z.string().min(1).optional().meta({ title: '说明', description: 'What a reader of the data should know.' }),
  changes: z.array(NoticeChange).meta({ title: '变化', description: 'Every notice that changed, by id.' }),
});
export type Release = z.infer<typeof Release>;

const EMPTY: SheetChange = { fields: [], figuresAdded: [], figuresRemoved: [] };
const NOTHING = { facts: {}, figures: [] };

/** Paths that corrections were made to, or taken back from. */
function correctedPaths(before: FactSheet, after: FactSheet): string[] {
  const lines = [
    ...after.corrections.filter((line) => !before.corrections.includes(line)),
    ...before.corrections.filter((line) => !after.corrections.includes(line)),
  ];
  return lines.map((line) => line.slice(0, line.indexOf(' ')));
}

const covers = (paths: readonly string[], field: string): boolean =>
  paths.some((path) => path === field || path.startsWith(`${field}.`) || field.startsWith(`${path}.`));

/** A change in its parts: what a person corrected, and what changed otherwise. */
function splitChange(id: string, change: SheetChange, paths: readonly string[]): NoticeChange[] {
  const isCorrected = ({ field }: FieldChange): boolean => covers(paths, field);
  const ofFigures = covers(paths, 'figures');
  const corrected: SheetChange = {
    fields: change.fields.filter(isCorrected),
    figuresAdded: ofFigures ? change.figuresAdded : [],
    figuresRemoved: ofFigures ? change.figuresRemoved : [],
  };
  const changed: SheetChange = {
    fields: change.fields.filter((each) => !isCorrected(each)),
    figuresAdded: ofFigures ? [] : change.figuresAdded,
    figuresRemoved: ofFigures ? [] : change.figuresRemoved,
  };
  return [
    ...(isSameSheet(changed) ? [] : [noticeChange(id, 'changed', changed)]),
    ...(isSameSheet(corrected) ? [] : [noticeChange(id, 'corrected', corrected)]),
  ];
}

const noticeChange = (id: string, kind: NoticeChange['kind'], change: SheetChange): NoticeChange => ({
  id,
  kind,
  fields: change.fields.map(({ field, from, to }) => ({
    field,
    from: typeof from === 'object' && from !== null ? [...from] : from,
    to: typeof to === 'object' && to !== null ? [...to] : to,
  })),
  figuresAdded: [...change.figuresAdded],
  figuresRemoved: [...change.figuresRemoved],
});

/** What happened to one notice; `before` or `after` is undefined where there is no such record. */
export function changesOf(before: FactSheet | undefined, after: FactSheet | undefined): NoticeChange[] {
  if (before === undefined) return after ? [noticeChange(after.id, 'added', compareSheets(NOTHING, after))] : [];
  if (after === undefined) return [noticeChange(before.id, 'gone', compareSheets(before, NOTHING))];
  const paths = correctedPaths(before, after);
  const changes = splitChange(after.id, compareSheets(before, after), paths);
  // The notice went from the web; its facts stay in the data.
  return after.gone && !before.gone ? [noticeChange(after.id, 'gone', EMPTY), ...changes] : changes;
}

/** What happened to all notices between two states, by id. */
export function compareStates(
  before: ReadonlyMap<string, FactSheet>,
  after: ReadonlyMap<string, FactSheet>,
): NoticeChange[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort();
  return ids.flatMap((id) => changesOf(before.get(id), after.get(id)));
}
