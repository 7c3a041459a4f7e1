/**
 * Reads a workspace at build time: the one place of the site that touches the disk.
 *
 * Records are read straight from their files, not through a content collection: a collection keeps every entry whole
 * in one serialised store, and ten thousand records with outline and figures do not fit there. So one pass reads,
 * checks and condenses each record (`views/summary.ts`); a notice page reads its own record again.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  applyCorrections,
  byRelease,
  CorrectionEntry,
  correctionPath,
  Enterprise,
  type FactSheet,
  GlossaryTerm,
  NoIndex,
  NoticeRecord,
  Passages,
  passagesPath,
  Release,
  Round,
  recordPath,
  Sector,
  Source,
  SourceHealth,
  StateLine,
  staleLine,
  statePath,
  Topic,
  textPath,
  WORKSPACE,
} from './model/index.ts';
import type { Registries } from './views/ledger.ts';

/** The folder that holds `content/` and `archive/`: ZHENGGAI_WORKSPACE, or where the build runs. */
export const workspaceDir = (): string => process.env.ZHENGGAI_WORKSPACE || process.cwd();

/** A file of the workspace that cannot be used: says which, why and what to do. */
export class WorkspaceError extends Error {
  override name = 'WorkspaceError';
  // the mistake of a person in a file, not of the code: the message is all there is to say
  override stack = '';
}

/**
 * The registries of a workspace; one that it lacks is taken from the repository.
 * @throws WorkspaceError where a registry file does not fit its schema: a wrong registry would make wrong pages.
 */
export function readRegistries(dir: string, repository: string = process.cwd()): Registries {
  const home = (path: string): string => (existsSync(join(dir, path)) ? dir : repository);
  const folder = <T>(path: string, schema: z.ZodType<T>): T[] =>
    yamlFiles(join(home(path), path)).map((file) => checked(schema, parse(readFileSync(file, 'utf8')), file));
  const list = <T>(path: string, schema: z.ZodType<T>): T[] => {
    const file = join(home(path), path);
    return existsSync(file) ? checked(z.array(schema), parse(readFileSync(file, 'utf8')), file) : [];
  };
  return {
    enterprises: folder(WORKSPACE.enterprises, Enterprise),
    rounds: folder(WORKSPACE.rounds, Round),
    sectors: list(WORKSPACE.sectors, Sector),
    topics: list(WORKSPACE.topics, Topic),
    glossary: list(WORKSPACE.glossary, GlossaryTerm),
    noindex: list(WORKSPACE.noindex, NoIndex),
    sources: folder(WORKSPACE.sources, Source),
  };
}

/** What the latest run found each source to be; files that do not fit are left out: they are a report, not facts. */
export function readHealth(dir: string): SourceHealth[] {
  const folder = join(dir, WORKSPACE.health);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => SourceHealth.safeParse(parseJson(join(folder, name))).data ?? []);
}

/** Ids of the records in a workspace, in the order of their names. */
export function recordIds(dir: string): string[] {
  const folder = join(dir, WORKSPACE.records);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

/** A correction that does not fit its record: the build stops, because a wrong figure would be shown as right. */
export class CorrectionError extends Error {
  override name = 'CorrectionError';
  override stack = '';
}

/** The corrections of one record, in their order. */
function readCorrections(dir: string, id: string): CorrectionEntry[] {
  const file = join(dir, correctionPath(id));
  if (!existsSync(file)) return [];
  const entries = CorrectionEntry.array().safeParse(parse(readFileSync(file, 'utf8')));
  if (entries.success) return entries.data;
  const issue = entries.error.issues[0];
  throw new CorrectionError(`${correctionPath(id)}: ${issue?.path.join('.') || '(root)'}: ${issue?.message}`);
}

/** A record as it holds: its corrections laid over what was read. */
function corrected(dir: string, record: NoticeRecord): NoticeRecord {
  const entries = readCorrections(dir, record.id);
  if (entries.length === 0) return record;
  const result = applyCorrections(record, entries);
  const file = correctionPath(record.id);
  const foreign = entries.filter(({ id }) => id !== record.id);
  const lines = [
    ...foreign.map(({ id }) => `${file}: ${id}: corrects another record → move it to ${correctionPath(id)}`),
    ...result.stale.map((stale) => staleLine(file, stale)),
    ...(result.broken === null ? [] : [`${file}: with it the record is none: ${result.broken} → correct "to"`]),
  ];
  if (lines.length > 0) throw new CorrectionError(lines.join('\n'));
  return result.record;
}

/** @throws CorrectionError where a file of corrections is named after no record. */
export function checkCorrectionFiles(dir: string, ids: readonly string[]): void {
  const known = new Set(ids.map((id) => join(dir, correctionPath(id))));
  const lost = yamlFiles(join(dir, WORKSPACE.corrections)).filter((file) => !known.has(file));
  if (lost.length > 0)
    throw new CorrectionError(lost.map((file) => `${file}: no record has this id → rename or remove it`).join('\n'));
}

/**
 * One record, checked by its schema, with its corrections.
 * @throws WorkspaceError where it is not JSON, does not fit, or carries another id than its file name.
 * @throws CorrectionError where a correction is stale or does not fit.
 */
export function readCheckedRecord(dir: string, id: string): NoticeRecord {
  const file = join(dir, recordPath(id));
  const record = checked(NoticeRecord, parseJson(file), file);
  if (record.id !== id)
    throw new WorkspaceError(`${file}: holds the id "${record.id}"; rename the file or correct the id`);
  return corrected(dir, record);
}

/** One record that `readCheckedRecord` has accepted before, with its corrections. */
export const readRecord = (dir: string, id: string): NoticeRecord =>
  corrected(dir, JSON.parse(readFileSync(join(dir, recordPath(id)), 'utf8')) as NoticeRecord);

/** The clean text that a record's evidence points into, or null where the archive is not at hand. */
export const readText = (dir: string, record: NoticeRecord): string | null =>
  readVersion(dir, record.id, record.text.sha256);

/** Any version of a notice’s clean text, or null where the archive is not at hand. */
export function readVersion(dir: string, id: string, sha256: string): string | null {
  const file = join(dir, textPath(id, sha256));
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** What was repaired in the text of a record; nothing where the archive does not tell, or not in a way that fits. */
export function readPassages(dir: string, record: NoticeRecord): Passages {
  const file = join(dir, passagesPath(record.id, record.text.sha256));
  if (record.repairs.length === 0 || !existsSync(file)) return [];
  return Passages.safeParse(parseJson(file)).data ?? [];
}

/** A JSON file of the workspace's content that may be missing, e.g. content/quality.json. */
export function readOptionalJson(dir: string, path: string): unknown {
  const file = join(dir, path);
  return existsSync(file) ? parseJson(file) : null;
}

/** The releases of the data, the latest first. Throws WorkspaceError where one does not fit. */
export function readReleases(dir: string): Release[] {
  const folder = join(dir, WORKSPACE.releases);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => checked(Release, parseJson(join(folder, name)), join(folder, name)))
    .sort((a, b) => byRelease(b.id, a.id));
}

/** What every notice said at the latest release, by id. Throws WorkspaceError where a line does not fit. */
export function readReleasedState(dir: string): Map<string, FactSheet> {
  const file = join(dir, statePath);
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return new Map(
    lines.map((line, index) => {
      const sheet = checked(StateLine, JSON.parse(line), `${file}: line ${index + 1}`);
      return [sheet.id, sheet as FactSheet];
    }),
  );
}

function yamlFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new WorkspaceError(`${file}: not JSON (${(error as Error).message})`);
  }
}

function checked<T>(schema: z.ZodType<T>, value: unknown, file: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new WorkspaceError(`${file}: ${issue?.path.join('.') || '(root)'}: ${issue?.message}`);
}
