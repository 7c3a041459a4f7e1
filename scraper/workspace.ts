import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { Enterprise, GlossaryTerm, Round, Sector, Source, Topic, WORKSPACE } from '../src/model/index.ts';
import { UsageError } from './error.ts';
import { type Problem, problemLine, schemaProblems } from './problem.ts';

/** The repository this file is part of: its content/ is the default workspace. */
export const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));

/** Values read from a folder or file of a workspace, with what was wrong and left out. */
export interface Loaded<T> {
  readonly values: T[];
  readonly problems: Problem[];
}

/** The reviewed tables that reading a notice needs. */
export interface Registries {
  readonly enterprises: Enterprise[];
  readonly rounds: Round[];
  readonly topics: Topic[];
}

/** The absolute path of a workspace. Throws UsageError where there is no readable folder. */
export async function openWorkspace(folder?: string): Promise<string> {
  const path = resolve(folder ?? REPOSITORY);
  const found = await stat(path).catch(() => null);
  if (!found) throw new UsageError(`workspace ${path}: no such folder: create it, or name another with --workspace`);
  if (!found.isDirectory()) throw new UsageError(`workspace ${path}: is a file, not a folder`);
  await readdir(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`workspace ${path}: cannot be read (${error.code})`);
  });
  return path;
}

/** Whether there is anything at a path. */
export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** The folder whose registry counts: the workspace’s own, else the repository’s. */
async function holderOf(workspace: string, path: string): Promise<string> {
  return (await exists(join(workspace, path))) ? workspace : REPOSITORY;
}

/** One YAML file through its schema. Anchors cannot blow up the memory: yaml bounds alias expansion itself. */
export async function readYaml<T>(root: string, file: string, schema: z.ZodType<T>): Promise<Loaded<T>> {
  let text: string;
  try {
    text = await readFile(join(root, file), 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return { values: [], problems: [{ file, message: `cannot be read (${code})`, advice: 'check its permissions' }] };
  }
  const document = parseDocument(text);
  const broken = document.errors[0];
  if (broken) return { values: [], problems: [{ file, message: `not YAML: ${broken.message.split(':\n')[0]}` }] };
  const value: unknown = document.toJS();
  const result = schema.safeParse(value);
  if (result.success) return { values: [result.data], problems: [] };
  return { values: [], problems: schemaProblems(result.error, value, file) };
}

/** Every `<id>.yaml` of a folder, in the order of the ids; each must carry its file name as id. */
export async function readYamlFolder<T extends { id: string }>(
  root: string,
  folder: string,
  schema: z.ZodType<T>,
): Promise<Loaded<T>> {
  const names = (await readdir(join(root, folder)).catch(() => [])).filter((name) => /\.ya?ml$/.test(name)).sort();
  const values: T[] = [];
  const problems: Problem[] = [];
  for (const name of names) {
    const file = `${folder}/${name}`;
    const one = await readYaml(root, file, schema);
    problems.push(...one.problems);
    for (const value of one.values) {
      if (value.id === basename(name).replace(/\.ya?ml$/, '')) values.push(value);
      else problems.push({ file, path: 'id', message: 'differs from the file name', value: value.id });
    }
  }
  return { values, problems };
}

async function readTable<T>(root: string, file: string, row: z.ZodType<T>): Promise<Loaded<T>> {
  if (!(await exists(join(root, file)))) return { values: [], problems: [] };
  const { values, problems } = await readYaml(root, file, z.array(row));
  return { values: values.flat(), problems };
}

/** Every registry of a workspace; one that the workspace does not have is the repository’s own. */
export async function loadRegistries(workspace: string) {
  const folder = async <T extends { id: string }>(path: string, schema: z.ZodType<T>) =>
    readYamlFolder(await holderOf(workspace, path), path, schema);
  const table = async <T>(path: string, row: z.ZodType<T>) => readTable(await holderOf(workspace, path), path, row);
  return {
    enterprises: await folder(WORKSPACE.enterprises, Enterprise),
    rounds: await folder(WORKSPACE.rounds, Round),
    topics: await table(WORKSPACE.topics, Topic),
    sectors: await table(WORKSPACE.sectors, Sector),
    glossary: await table(WORKSPACE.glossary, GlossaryTerm),
  };
}

/** The tables for reading notices. Throws UsageError where a table is broken: facts linked by half a table are wrong. */
export async function readRegistries(workspace: string): Promise<Registries> {
  const { enterprises, rounds, topics } = await loadRegistries(workspace);
  const problems = [...enterprises.problems, ...rounds.problems, ...topics.problems];
  if (problems.length > 0) {
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more: run "zhenggai check")` : '';
    throw new UsageError(`workspace ${workspace}: ${problemLine(problems[0] as Problem)}${more}`);
  }
  return { enterprises: enterprises.values, rounds: rounds.values, topics: topics.values };
}

/** The sources of a workspace. No fallback: a workspace without sources scrapes nothing. */
export const loadSources = (workspace: string, folder: string = WORKSPACE.sources): Promise<Loaded<Source>> =>
  readYamlFolder(workspace, folder, Source);

/** A path as messages show it: relative to the working folder where that is shorter. */
export function shownPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short !== '' && short.length < path.length ? short : path;
}
