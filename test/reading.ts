import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type Lookups, type Reading, readNotice } from '../scraper/pipeline.ts';
import { REPOSITORY, readRegistries } from '../scraper/workspace.ts';

/** The folder with real documents beside the repository; tests that need it skip where it is missing. */
export const SHARED = `${REPOSITORY}../shared/`;
export const hasShared = existsSync(`${SHARED}seeds`);

export const lookups: Lookups = await readRegistries(REPOSITORY);

/** Reads bytes as the commands do, at a fixed time. */
export const readBytes = (bytes: Uint8Array, name: string, url?: string): Promise<Reading> =>
  readNotice({ bytes, name, ...(url ? { url } : {}), retrievedAt: '2026-01-01T00:00:00.000Z' }, lookups);

/** A plain text as if it had been saved to a file. */
export const readPlain = (text: string): Promise<Reading> => readBytes(new TextEncoder().encode(text), 'notice.txt');

/** The seed document whose name begins so. */
export async function readSeed(number: string): Promise<Reading> {
  const name = readdirSync(`${SHARED}seeds`).find((file) => file.startsWith(number)) ?? '';
  return readBytes(readFileSync(`${SHARED}seeds/${name}`), name);
}
