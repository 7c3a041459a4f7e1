import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { AllowedDrop, Baseline, findDrop, WORKSPACE } from './model/index.ts';

/** The records of a workspace are fewer or poorer than what was published, and nobody allowed it. */
export class DropError extends Error {
  override readonly name = 'DropError';
}

/**
 * Holds what is about to be published against the most that ever was (content/baseline.json, raised by each run).
 * A workspace without a baseline has published nothing yet.
 * @throws DropError where notices or filled fields dropped beyond the bounds without a person’s reason in
 * content/allowed-drop.yaml, and where one of the two files is broken.
 */
export function refuseDrop(dir: string, now: Baseline): void {
  const file = join(dir, WORKSPACE.baseline);
  if (!existsSync(file)) return;
  const allowance = join(dir, WORKSPACE.allowedDrop);
  const before = read(file, (text) => Baseline.parse(JSON.parse(text)));
  const allowed = existsSync(allowance) ? read(allowance, (text) => AllowedDrop.parse(parse(text))) : null;
  const drops = findDrop(before, now, allowed);
  if (drops.length === 0) return;
  throw new DropError(
    `${join(dir, WORKSPACE.records)}: less than was published: ${drops.join('; ')}: restore the records, or allow it in ${WORKSPACE.allowedDrop} with a reason`,
  );
}

function read<T>(file: string, parseText: (text: string) => T): T {
  try {
    return parseText(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new DropError(
      `${file}: broken (${(error as Error).message.split('\n')[0]}): restore it from the repository’s history`,
    );
  }
}
