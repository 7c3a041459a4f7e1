import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  ReaderAccuracy,
  Release,
  ReviewDecision,
  releasePath,
  StateLine,
  statePath,
  WORKSPACE,
} from '../src/model/index.ts';
import { type Problem, schemaProblems } from './problem.ts';
import { readYaml } from './workspace.ts';

const RESTORE = 'restore it from the repository’s history';

/** A JSON text against its schema. */
function inspectJson(file: string, text: string, schema: z.ZodType): Problem[] {
  try {
    const value: unknown = JSON.parse(text);
    const result = schema.safeParse(value);
    return result.success ? [] : schemaProblems(result.error, value, file, RESTORE);
  } catch (error) {
    return [{ file, message: `not JSON: ${(error as Error).message}`, advice: RESTORE }];
  }
}

const readIfThere = (workspace: string, file: string): Promise<string | null> =>
  readFile(join(workspace, file), 'utf8').catch(() => null);

async function inspectReviews(workspace: string): Promise<Problem[]> {
  if (!(await stat(join(workspace, WORKSPACE.reviews)).catch(() => null))) return [];
  return (await readYaml(workspace, WORKSPACE.reviews, z.array(ReviewDecision))).problems;
}

/** What people decided and what was published of the data: reviews, releases and their state, the measured accuracy. */
export async function inspectReleases(workspace: string): Promise<Problem[]> {
  const names = (await readdir(join(workspace, WORKSPACE.releases)).catch((): string[] => []))
    .filter((name) => name.endsWith('.json'))
    .sort();
  const releases = await Promise.all(
    names.map(async (name) => {
      const file = releasePath(name.slice(0, -'.json'.length));
      const text = (await readIfThere(workspace, file)) ?? '';
      return inspectJson(
        file,
        text,
        Release.refine(({ id }) => releasePath(id) === file, { error: 'differs from the file name', path: ['id'] }),
      );
    }),
  );
  const state = ((await readIfThere(workspace, statePath)) ?? '').split('\n').filter(Boolean);
  const quality = await readIfThere(workspace, WORKSPACE.quality);
  return [
    ...(await inspectReviews(workspace)),
    ...releases.flat(),
    ...state.flatMap((line, index) => inspectJson(`${statePath}:${index + 1}`, line, StateLine).slice(0, 1)),
    ...(quality === null ? [] : inspectJson(WORKSPACE.quality, quality, ReaderAccuracy)),
  ];
}
