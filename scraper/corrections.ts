import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  applyCorrections,
  CorrectionEntry,
  correctionPath,
  type NoticeRecord,
  recordPath,
  WORKSPACE,
} from '../src/model/index.ts';
import type { Problem } from './problem.ts';
import { readYaml } from './workspace.ts';

/** The corrections of one file, in its order. */
export interface CorrectionFile {
  readonly file: string;
  readonly entries: readonly CorrectionEntry[];
  readonly problems: readonly Problem[];
}

const foreignProblem = (file: string, id: string, field: string): Problem => ({
  file,
  path: `${id}: ${field}`,
  message: 'corrects another record than the file is named after',
  advice: `move it to ${correctionPath(id)}`,
});

/** Every file of content/corrections, in the order of the names. */
export async function loadCorrections(workspace: string): Promise<CorrectionFile[]> {
  const names = (await readdir(join(workspace, WORKSPACE.corrections)).catch((): string[] => []))
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const file = `${WORKSPACE.corrections}/${name}`;
      const { values, problems } = await readYaml(workspace, file, z.array(CorrectionEntry));
      const entries = values.flat();
      const foreign = entries.filter(({ id }) => correctionPath(id) !== file);
      return {
        file,
        entries,
        problems: [...problems, ...foreign.map(({ id, field }) => foreignProblem(file, id, field))],
      };
    }),
  );
}

/** Corrections by the id of their record: a lookup, so that thousands of records cost one pass. */
export function correctionsById(files: readonly CorrectionFile[]): ReadonlyMap<string, CorrectionEntry[]> {
  const byId = new Map<string, CorrectionEntry[]>();
  for (const entry of files.flatMap(({ entries }) => entries)) {
    const list = byId.get(entry.id);
    if (list) list.push(entry);
    else byId.set(entry.id, [entry]);
  }
  return byId;
}

/** Where a correction stands, for a message; two of one record and field are told apart by nothing else. */
const fileOf = (files: readonly CorrectionFile[], entry: CorrectionEntry): string =>
  files.find(({ entries }) => entries.includes(entry))?.file ?? WORKSPACE.corrections;

/** What is wrong with the corrections of one record: stale ones, and what would break its schema. */
export function correctionProblems(
  record: NoticeRecord,
  entries: readonly CorrectionEntry[],
  files: readonly CorrectionFile[],
): Problem[] {
  const { stale, broken } = applyCorrections(record, entries);
  return [
    ...stale.map(({ entry, found }) => ({
      file: fileOf(files, entry),
      path: `${entry.id}: ${entry.field}`,
      message: `stale: it corrects ${JSON.stringify(entry.from)}, the record holds ${JSON.stringify(found ?? null)}`,
      advice: 'look at the notice again, then change "from" or remove the correction',
    })),
    ...(broken === null
      ? []
      : [
          {
            file: entries[0] ? fileOf(files, entries[0]) : WORKSPACE.corrections,
            path: record.id,
            message: `with its corrections ${recordPath(record.id)} is no record: ${broken}`,
            advice: 'correct "to" so that it fits the schema',
          },
        ]),
  ];
}
