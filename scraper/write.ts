import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const TEMPORARY = /^\..+\.[0-9a-f]{12}\.tmp$/;

/** Flushes a folder’s entries, so that a rename survives a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  if (handle === null) return;
  // Some file systems cannot sync a folder; the rename itself is still atomic there.
  await handle.sync().catch(() => undefined);
  await handle.close();
}

/**
 * Writes a file whole or not at all: a temporary file beside it, flushed to the disk, then renamed over it.
 * A process killed in between leaves the old file as it was, and a `.….tmp` that `sweepTemporary` removes.
 * The rename itself reaches the disk with the next flush of the folder; lost in a power cut, the file is as before.
 */
export async function writeAtomic(path: string, data: string | Uint8Array): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = await open(temporary, 'wx').catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      await mkdir(folder, { recursive: true });
      return open(temporary, 'wx');
    });
    try {
      await handle.writeFile(data);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Writes only if the file does not hold exactly this already. Returns whether it wrote. */
export async function writeIfChanged(path: string, data: string): Promise<boolean> {
  const before = await readFile(path, 'utf8').catch(() => null);
  if (before === data) return false;
  await writeAtomic(path, data);
  return true;
}

/** Removes what a killed process left half-written under a folder. Returns the number of files removed. */
export async function sweepTemporary(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const left = entries.filter((entry) => entry.isFile() && TEMPORARY.test(entry.name));
  await Promise.all(left.map((entry) => rm(join(entry.parentPath, entry.name), { force: true })));
  return left.length;
}
