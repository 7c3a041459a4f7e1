import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { WORKSPACE } from '../src/model/index.ts';
import { writeAtomic } from './write.ts';

/** One look at one address: what we asked for, when, and what came of it. */
export const Look = z.object({
  url: z.string(),
  at: z.string(),
  outcome: z.string(),
  reason: z.string().optional(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** SHA-256 of the bytes that the stored text was read from. */
  sha256: z.string().optional(),
  /** SHA-256 of the clean text. */
  text: z.string().optional(),
  /** The record. */
  id: z.string().optional(),
  /** The document that the page’s text was read from; it is looked at with its page, never alone. */
  attachment: z
    .object({ url: z.string(), sha256: z.string(), etag: z.string().optional(), lastModified: z.string().optional() })
    .optional(),
  /** Days (UTC) on which the page was missing, since it was last there. */
  missing: z.array(z.string()).optional(),
  /** Requests that the look took. */
  requests: z.number().optional(),
});
export type Look = z.infer<typeof Look>;

/** The looks of one source: the latest of each address in memory, all of them on disk, a line each. */
export interface Looks {
  readonly latest: ReadonlyMap<string, Look>;
  readonly add: (look: Look) => Promise<void>;
  /** Keeps the latest of each address only, where there are many older ones. */
  readonly compact: () => Promise<void>;
}

const pathOf = (workspace: string, source: string) => join(workspace, WORKSPACE.looks, `${source}.jsonl`);

/** A line that a killed process left unfinished is no look. */
function parseLines(text: string): Look[] {
  return text.split('\n').flatMap((line) => {
    if (line === '') return [];
    try {
      const look = Look.safeParse(JSON.parse(line));
      return look.success ? [look.data] : [];
    } catch {
      return [];
    }
  });
}

async function readLooks(path: string): Promise<{ looks: Look[]; isTorn: boolean }> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return { looks: parseLines(text), isTorn: text !== '' && !text.endsWith('\n') };
}

/** Opens the looks of a source. Appending is one write of one line: a kill loses at most the last look, which is then made again. */
export async function openLooks(workspace: string, source: string): Promise<Looks> {
  const path = pathOf(workspace, source);
  const { looks, isTorn } = await readLooks(path);
  const latest = new Map(looks.map((look) => [look.url, look]));
  let lines = looks.length;
  await mkdir(dirname(path), { recursive: true });
  if (isTorn) await appendFile(path, '\n');
  return {
    latest,
    add: async (look) => {
      latest.set(look.url, look);
      lines++;
      await appendFile(path, `${JSON.stringify(look)}\n`);
    },
    compact: async () => {
      if (lines < 2 * latest.size + 100) return;
      await writeAtomic(path, [...latest.values()].map((look) => `${JSON.stringify(look)}\n`).join(''));
      lines = latest.size;
    },
  };
}

/** Requests made on a day (UTC, YYYY-MM-DD), by host: what counts against the daily caps. */
export async function countRequests(workspace: string, day: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const names = await readdir(join(workspace, WORKSPACE.looks)).catch((): string[] => []);
  for (const name of names.filter((each) => each.endsWith('.jsonl'))) {
    const { looks } = await readLooks(join(workspace, WORKSPACE.looks, name));
    for (const { url, at, requests } of looks) {
      if (!at.startsWith(day) || !URL.canParse(url)) continue;
      const { host } = new URL(url);
      counts.set(host, (counts.get(host) ?? 0) + (requests ?? 1));
    }
  }
  return counts;
}
