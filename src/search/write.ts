import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { buildIndex, buildTools, frameFiles, joinNotices, listFiles } from './build.ts';
import { type Frame, frameOf, inOrder } from './frame.ts';
import { findGrams, type Grams } from './grams.ts';
import type { Joined } from './joined-texts.ts';
import type { IndexTerm } from './shards.ts';
import { readSearchSource } from './source.ts';
import type { IndexFile, SearchSource } from './source-shape.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Written {
  readonly files: number;
  readonly bytes: number;
}

/** From so many notices on, a second thread pays: it takes the texts while this one finds the lists. */
const MANY = 500;

/** Writes the index of some notices of a workspace into a folder; whatever was there is gone. */
export async function writeSearchIndex(dir: string, ids: readonly string[], folder: string): Promise<Written> {
  // an older index in the same folder would be served to no one and never go away
  rmSync(folder, { recursive: true, force: true });
  return ids.length < MANY
    ? writeFiles(buildIndex(readSearchSource(dir, ids)), folder)
    : await writeBeside(dir, ids, folder);
}

export function writeFiles(files: Iterable<IndexFile>, folder: string): Written {
  const made = new Set<string>();
  let count = 0;
  let bytes = 0;
  for (const [path, body] of files) {
    const target = join(folder, path);
    const parent = dirname(target);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(target, body);
    count++;
    bytes += body.length;
  }
  return { files: count, bytes };
}

/** What the thread of the texts is told, and what it answers; it writes the files of the texts itself. */
export interface TextTask {
  readonly dir: string;
  readonly ids: readonly string[];
  readonly folder: string;
}
export interface TextsDone extends Written {
  readonly vocabulary: Vocabulary;
  readonly terms: readonly IndexTerm[];
}

async function writeBeside(dir: string, ids: readonly string[], folder: string): Promise<Written> {
  const { variants } = buildTools();
  const task: TextTask = { dir, ids, folder };
  const texts = startTexts(task);
  const { grams, frame, names } = findLists(dir, ids, variants);
  const { vocabulary, terms, files, bytes } = await texts;
  const lists = writeFiles(listFiles(grams, frame, vocabulary, terms), folder);
  const rest = writeFiles(frameFiles(names, frame, vocabulary, variants), folder);
  return { files: files + lists.files + rest.files, bytes: bytes + lists.bytes + rest.bytes };
}

interface ListHalf {
  readonly grams: Grams;
  readonly frame: Frame;
  readonly names: SearchSource['names'];
}

function findLists(dir: string, ids: readonly string[], variants: string): ListHalf {
  const { joined, frame, names } = readJoined(dir, ids, variants);
  return { grams: findGrams(joined, frame.alphabet), frame, names };
}

/** A function of its own, so that the texts are gone when the lists are found: only their letters are needed then. */
function readJoined(
  dir: string,
  ids: readonly string[],
  variants: string,
): { joined: Joined; frame: Frame; names: SearchSource['names'] } {
  const source = readSearchSource(dir, ids);
  const notices = inOrder(source.notices);
  const frame = frameOf(source, notices, variants);
  return { joined: joinNotices(notices, frame), frame, names: source.names };
}

function startTexts(task: TextTask): Promise<TextsDone> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./text-thread.ts', import.meta.url), { workerData: task });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`search index: the thread of the texts ended with code ${code}`)));
  });
}
