import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WORKSPACE } from '../src/model/index.ts';
import { SAMPLES } from './samples.ts';

export const REPOSITORY = fileURLToPath(new URL('../', import.meta.url));

/** Marks a folder that the demo made and may therefore empty. */
const MARKER = '.zhenggai-demo';
/** The site of the demo workspace; never the dist/ of the real build. */
export const SITE = 'site';

/** A folder that the demo must not touch: the user’s mistake, told in one line. */
export class DemoError extends Error {
  override readonly name = 'DemoError';
}

/** Everything of content/ but the samples themselves and the real sources: the demo asks nobody on the network. */
const isCopied = (name: string): boolean => name !== basename(SAMPLES) && name !== basename(WORKSPACE.sources);

/**
 * Makes `folder` a clean demo workspace: the repository’s content with the committed records, and the samples’
 * enterprises, rounds and sources beside them; texts of committed records too, where the archive is at hand.
 * @throws DemoError where the folder holds something that the demo did not make.
 */
export function prepareWorkspace(folder: string, repository: string = REPOSITORY): void {
  const isOurs = existsSync(join(folder, MARKER));
  if (existsSync(folder) && !isOurs && readdirSync(folder).length > 0) {
    throw new DemoError(`${folder}: is not empty and no demo workspace: choose another folder with --workspace`);
  }
  for (const part of ['content', 'archive', SITE]) rmSync(join(folder, part), { recursive: true, force: true });
  mkdirSync(join(folder, 'archive'), { recursive: true });
  writeFileSync(join(folder, MARKER), 'made by npm start; may be deleted at any time\n');
  const content = join(repository, 'content');
  const samples = join(content, basename(SAMPLES));
  for (const name of readdirSync(content).filter(isCopied)) {
    cpSync(join(content, name), join(folder, 'content', name), { recursive: true });
  }
  for (const path of [WORKSPACE.enterprises, WORKSPACE.rounds, WORKSPACE.sources]) {
    cpSync(join(samples, relative('content', path)), join(folder, path), { recursive: true });
  }
  copyTexts(folder, repository);
}

function copyTexts(folder: string, repository: string): void {
  const records = join(repository, WORKSPACE.records);
  if (!existsSync(records)) return;
  for (const name of readdirSync(records)) {
    const texts = join(WORKSPACE.texts, basename(name, '.json'));
    if (existsSync(join(repository, texts))) cpSync(join(repository, texts), join(folder, texts), { recursive: true });
  }
}
