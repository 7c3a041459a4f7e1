import type { EnterpriseNames } from '../names-shape.ts';
import { type Fetcher, type Files, indexFiles, MissingFile } from './files.ts';
import { type IndexReader, openIndex } from './index-reader.ts';
import { type Answer, type Ask, openSession, type Request } from './session.ts';
import { type Suggestion, suggestNames } from './suggest.ts';
import { fetchFrom, inflate, pause } from './web.ts';

/** What the page says to the worker. */
export type ToWorker =
  /** The folder of the index; the header, where the page has begun to fetch it. */
  | { readonly kind: 'open'; readonly folder: string; readonly header: ArrayBuffer | null }
  /** A later question replaces an earlier one; `collect` does not, and is not replaced. */
  | { readonly kind: 'ask' | 'collect'; readonly id: number; readonly request: Request }
  | { readonly kind: 'suggest'; readonly id: number; readonly typed: string };

/** What the worker says to the page. */
export type FromWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly kind: 'suggestions'; readonly id: number; readonly suggestions: readonly Suggestion[] }
  /** The index cannot be read at all. */
  | { readonly kind: 'failed'; readonly id: number; readonly path: string; readonly reason: string };

const scope = self as unknown as DedicatedWorkerGlobalScope;
const say = (message: FromWorker): void => scope.postMessage(message);

interface Opened {
  readonly files: Files;
  readonly reader: () => Promise<{ index: IndexReader; ask: Ask }>;
}

let opened: Opened | null = null;
let latest = 0;

scope.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'open') opened = open(data.folder, data.header);
  else if (data.kind === 'suggest') void suggest(data.id, data.typed);
  else void ask(data.kind, data.id, data.request);
});

function open(folder: string, header: ArrayBuffer | null): Opened {
  let first = header;
  const fromSite = fetchFrom(folder);
  const fetcher: Fetcher = async (path, again) => {
    if (path === 'header.bin' && first !== null && !again) {
      const bytes = new Uint8Array(first);
      first = null;
      return bytes;
    }
    return fromSite(path, again);
  };
  const files = indexFiles(fetcher, pause);
  let reading: Promise<{ index: IndexReader; ask: Ask }> | null = null;
  const reader = (): Promise<{ index: IndexReader; ask: Ask }> => {
    reading ??= openIndex(files, inflate).then((index) => ({
      index,
      ask: openSession(index, { bytes: files.bytes, aliases: (value) => aliases(index, value) }),
    }));
    // a failure is not kept: the page offers to try again
    reading.catch(() => {
      reading = null;
    });
    return reading;
  };
  void reader().catch(() => {});
  return { files, reader };
}

async function ask(kind: 'ask' | 'collect', id: number, request: Request): Promise<void> {
  if (kind === 'ask') latest = id;
  const isCurrent = (): boolean => kind === 'collect' || latest === id;
  try {
    const session = await opened?.reader();
    if (isCurrent()) await session?.ask(request, (answer) => say({ kind: 'answer', id, answer }), isCurrent);
  } catch (error) {
    const path = error instanceof MissingFile ? error.path : '';
    say({ kind: 'failed', id, path, reason: String((error as Error).message) });
  }
}

async function suggest(id: number, typed: string): Promise<void> {
  try {
    const session = await opened?.reader();
    if (session) say({ kind: 'suggestions', id, suggestions: suggestNames(await session.index.names(), typed, 8) });
  } catch {
    // completion is a help, not an answer: without it the search works as well
    say({ kind: 'suggestions', id, suggestions: [] });
  }
}

/** Ids of the enterprises one of whose names holds the folded value; all its names are folded first. */
async function aliases(index: IndexReader, value: string): Promise<string[]> {
  const names: readonly EnterpriseNames[] = await index.names();
  return names.filter(({ names: all }) => all.some((name) => index.foldOwn(name).includes(value))).map(({ id }) => id);
}
