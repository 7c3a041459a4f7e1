import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { applyCorrections, Id, NoticeRecord, recordPath, WORKSPACE } from '../src/model/index.ts';
import { correctionProblems, correctionsById, loadCorrections } from './corrections.ts';
import { InputError } from './error.ts';
import { type Problem, schemaProblems } from './problem.ts';

/** A record as it was read and as it holds. */
export interface CorrectedRecord {
  readonly stored: NoticeRecord;
  readonly record: NoticeRecord;
}

/** Ids of the stored records, in their order. */
export const storedIds = async (workspace: string): Promise<string[]> =>
  (await readdir(join(workspace, WORKSPACE.records)).catch((): string[] => []))
    .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();

/** One stored record. Throws InputError where there is none or it is broken. */
export async function readStored(workspace: string, id: string): Promise<NoticeRecord> {
  if (!Id.safeParse(id).success)
    throw new InputError(`"${id}" is no id: ids are the names of the files in ${WORKSPACE.records}`);
  const file = recordPath(id);
  const text = await readFile(join(workspace, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new InputError(
      `${file}: ${error.code === 'ENOENT' ? 'no such record: check the id' : `cannot be read (${error.code})`}`,
    );
  });
  const value = ((): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      throw new InputError(`${file}: not JSON: run "zhenggai check"`);
    }
  })();
  const result = NoticeRecord.safeParse(value);
  if (result.success) return result.data;
  const [problem] = schemaProblems(result.error, value, file);
  throw new InputError(`${file}: ${problem?.path ?? ''}: ${problem?.message}: run "zhenggai check"`);
}

/**
 * Every record of a workspace with its corrections, one after the other. What cannot be read or corrected is passed to
 * `trouble` and left out.
 */
export async function* correctedRecords(
  workspace: string,
  trouble: (problem: Problem) => void,
): AsyncGenerator<CorrectedRecord> {
  const files = await loadCorrections(workspace);
  for (const problem of files.flatMap(({ problems }) => problems)) trouble(problem);
  const byId = correctionsById(files);
  for (const id of await storedIds(workspace)) {
    try {
      const stored = await readStored(workspace, id);
      const entries = byId.get(id) ?? [];
      const problems = correctionProblems(stored, entries, files);
      for (const problem of problems) trouble(problem);
      if (problems.length === 0) yield { stored, record: applyCorrections(stored, entries).record };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      trouble({ file: recordPath(id), message: error.message.replace(`${recordPath(id)}: `, '') });
    }
  }
}
