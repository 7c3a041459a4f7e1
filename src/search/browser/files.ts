import { BrokenFile, unseal } from '../seal.ts';

/** Gets the bytes of a file of the index. `again` asks past every cache. Rejects where the file does not come. */
export type Fetcher = (path: string, again: boolean) => Promise<Uint8Array>;

/** A file of the index that could not be had, after a second try. */
export class MissingFile extends Error {
  override name = 'MissingFile';
  readonly path: string;
  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`);
    this.path = path;
  }
}

/** Reads a file once and keeps what was read; a failure is not kept, so that asking again tries again. */
export interface Files {
  readonly read: <T>(path: string, build: string | null, open: (body: Uint8Array) => T | Promise<T>) => Promise<T>;
  /** Bytes that came over the wire so far. */
  readonly bytes: () => number;
}

/** So many read files are kept, some 20 kB each; those that were not asked for the longest go first. */
const KEPT = 1500;

export function indexFiles(fetcher: Fetcher, wait: (ms: number) => Promise<void>): Files {
  const kept = new Map<string, Promise<unknown>>();
  let bytes = 0;
  const once = async <T>(
    path: string,
    build: string | null,
    open: (body: Uint8Array) => T | Promise<T>,
    again: boolean,
  ): Promise<T> => {
    const file = await fetcher(path, again);
    bytes += file.length;
    return await open(unseal(file, build));
  };
  const twice = async <T>(
    path: string,
    build: string | null,
    open: (body: Uint8Array) => T | Promise<T>,
  ): Promise<T> => {
    try {
      return await once(path, build, open, false);
    } catch {
      // lost, cut or stale on its way: once more, past the cache
      await wait(400);
    }
    try {
      return await once(path, build, open, true);
    } catch (error) {
      throw new MissingFile(path, error instanceof BrokenFile ? error.message : String((error as Error).message));
    }
  };
  return {
    read<T>(path: string, build: string | null, open: (body: Uint8Array) => T | Promise<T>) {
      const known = kept.get(path) as Promise<T> | undefined;
      const reading = known ?? twice(path, build, open);
      // put last again: what is asked for often is not dropped
      kept.delete(path);
      kept.set(path, reading);
      if (known) return known;
      reading.catch(() => kept.delete(path));
      const oldest = kept.keys().next().value;
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      return reading;
    },
    bytes: () => bytes,
  };
}
