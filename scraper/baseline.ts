import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AllowedDrop, Baseline, findDrop, raiseBaseline, WORKSPACE } from '../src/model/index.ts';
import type { Problem } from './problem.ts';
import { exists, readYaml } from './workspace.ts';
import { writeIfChanged } from './write.ts';

async function readBaseline(workspace: string): Promise<{ before: Baseline | null; problems: Problem[] }> {
  const text = await readFile(join(workspace, WORKSPACE.baseline), 'utf8').catch(() => null);
  if (text === null) return { before: null, problems: [] };
  try {
    return { before: Baseline.parse(JSON.parse(text)), problems: [] };
  } catch {
    const message = 'broken: what was published is not known';
    return {
      before: null,
      problems: [{ file: WORKSPACE.baseline, message, advice: 'restore it from the repository’s history' }],
    };
  }
}

async function readAllowance(workspace: string): Promise<{ allowed: AllowedDrop | null; problems: Problem[] }> {
  if (!(await exists(join(workspace, WORKSPACE.allowedDrop)))) return { allowed: null, problems: [] };
  const { values, problems } = await readYaml(workspace, WORKSPACE.allowedDrop, AllowedDrop);
  return { allowed: values[0] ?? null, problems };
}

/** Holds what is published now against the most that ever was: a problem per drop that nobody allowed. Reads only. */
export async function inspectDrop(
  workspace: string,
  now: Baseline,
): Promise<{ before: Baseline | null; problems: Problem[] }> {
  const { before, problems } = await readBaseline(workspace);
  const { allowed, problems: own } = await readAllowance(workspace);
  const drops = before === null ? [] : findDrop(before, now, allowed);
  const advice = `restore the records, or allow it in ${WORKSPACE.allowedDrop} with a reason`;
  return {
    before,
    problems: [...problems, ...own, ...drops.map((message): Problem => ({ file: WORKSPACE.records, message, advice }))],
  };
}

/** After a run: the drops, or a raised baseline where there are none. */
export async function keepBaseline(workspace: string, now: Baseline): Promise<Problem[]> {
  const { before, problems } = await inspectDrop(workspace, now);
  if (problems.length === 0 && now.notices > 0) {
    await writeIfChanged(
      join(workspace, WORKSPACE.baseline),
      `${JSON.stringify(raiseBaseline(before, now), null, 2)}\n`,
    );
  }
  return problems;
}
