import type { Fetcher } from './files.ts';

/** Gets files of the index from its folder on the site. */
export const fetchFrom =
  (folder: string): Fetcher =>
  async (path, again) => {
    const response = await fetch(folder + path, { cache: again ? 'reload' : 'default' });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Undoes deflate. */
export async function inflate(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
