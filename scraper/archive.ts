import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Capture, type Passages, passagesPath, textPath, WORKSPACE } from '../src/model/index.ts';
import { slug } from './link/id.ts';
import { writeAtomic, writeIfChanged } from './write.ts';

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** What the caller knows of a capture; hash, size and file name follow from the bytes. */
export type CaptureFacts = Omit<Capture, 'sha256' | 'bytes' | 'file'>;

/** 20261122T062400Z-0123456789ab.html.json, with -2 … where a second had the same bytes twice. */
const DESCRIPTION = /^\d{8}T\d{6}Z-([0-9a-f]{12})(?:-\d+)?\.[a-z]+\.json$/;

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/pdf/, 'pdf'],
  [/officedocument\.wordprocessingml/, 'docx'],
  [/msword/, 'doc'],
  [/json/, 'json'],
  [/x?html/, 'html'],
  [/xml|rss|atom/, 'xml'],
  [/text\/plain/, 'txt'],
];
const EXTENSIONS = new Set(['html', 'htm', 'shtml', 'txt', 'pdf', 'docx', 'doc', 'json', 'xml', 'md']);

/** The extension of a bytes file: what the server or the file’s own name says, else bin. */
export function extensionOf(contentType: string | undefined, name: string): string {
  const byType = TYPES.find(([pattern]) => pattern.test((contentType ?? '').toLowerCase()))?.[1];
  if (byType) return byType;
  const own = extname(name.split(/[?#]/)[0] ?? '')
    .slice(1)
    .toLowerCase();
  return EXTENSIONS.has(own) ? own : 'bin';
}

/** 2026-11-22T06:24:00.123Z → 20261122T062400Z */
const stamp = (instant: string): string => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;

/** The folder of a capture: the host it came from, else who published it. */
export function captureFolder({ url, publisher }: Pick<Capture, 'url' | 'publisher'>): string {
  if (url !== null) return new URL(url).host.replace(/[^a-z0-9.-]+/gi, '_');
  return (publisher && slug(publisher)) || 'handed-in';
}

/** Path of a capture’s bytes file inside the workspace. */
export function capturePath(capture: Pick<Capture, 'url' | 'publisher' | 'file'>): string {
  return `${WORKSPACE.captures}/${captureFolder(capture)}/${capture.file}`;
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/**
 * Keeps bytes for good: the bytes file first, its description last, so that a capture is whole or absent.
 * Written once: a capture that exists is left as it is. Returns its description.
 */
export async function saveCapture(workspace: string, facts: CaptureFacts, bytes: Uint8Array): Promise<Capture> {
  const hash = sha256(bytes);
  const extension = extensionOf(facts.headers?.['content-type'], facts.name ?? facts.finalUrl ?? facts.url ?? '');
  const stem = `${stamp(facts.retrievedAt)}-${hash.slice(0, 12)}`;
  // The same bytes from two addresses of one host within a second are two captures.
  for (let n = 1; ; n++) {
    const file = `${stem}${n === 1 ? '' : `-${n}`}.${extension}`;
    const capture = Capture.parse({ ...facts, sha256: hash, bytes: bytes.length, file });
    const path = capturePath(capture);
    const before = await readCapture(workspace, `${path}.json`);
    if (before && before.url === capture.url && before.sha256 === hash) return before;
    if (before) continue;
    await writeAtomic(join(workspace, path), bytes);
    await writeAtomic(join(workspace, `${path}.json`), `${JSON.stringify(capture, null, 2)}\n`);
    return capture;
  }
}

/** Every capture’s description path, by the first 12 digits of its hash; without reading the files. */
export async function listCaptures(workspace: string): Promise<Map<string, string[]>> {
  const byHash = new Map<string, string[]>();
  const root = join(workspace, WORKSPACE.captures);
  const hosts = await readdir(root, { withFileTypes: true }).catch(() => []);
  for (const host of hosts.filter((entry) => entry.isDirectory())) {
    for (const name of (await readdir(join(root, host.name))).sort()) {
      const hash = DESCRIPTION.exec(name)?.[1];
      if (!hash) continue;
      const path = `${WORKSPACE.captures}/${host.name}/${name}`;
      byHash.set(hash, [...(byHash.get(hash) ?? []), path]);
    }
  }
  return byHash;
}

/** A capture’s description; null where it cannot be read. */
export async function readCapture(workspace: string, path: string): Promise<Capture | null> {
  try {
    return Capture.parse(JSON.parse(await readFile(join(workspace, path), 'utf8')));
  } catch {
    return null;
  }
}

/** The clean text of a version; null where the archive does not hold it. */
export const readText = (workspace: string, id: string, hash: string): Promise<string | null> =>
  readFile(join(workspace, textPath(id, hash)), 'utf8').catch(() => null);

/** Whether the archive holds a version of a clean text. */
export const hasText = (workspace: string, id: string, hash: string): Promise<boolean> =>
  exists(join(workspace, textPath(id, hash)));

/** The bytes and the description of a capture with this hash; null where the archive holds none. */
export async function findCapture(
  workspace: string,
  captures: ReadonlyMap<string, readonly string[]>,
  hash: string,
): Promise<{ capture: Capture; bytes: Uint8Array } | null> {
  for (const path of captures.get(hash.slice(0, 12)) ?? []) {
    const capture = await readCapture(workspace, path);
    if (capture?.sha256 !== hash) continue;
    const bytes = await readFile(join(workspace, path.slice(0, -'.json'.length))).catch(() => null);
    if (bytes) return { capture, bytes: new Uint8Array(bytes) };
  }
  return null;
}

/** Keeps a version of a clean text; versions are never overwritten. Returns whether it wrote. */
export async function saveText(workspace: string, id: string, hash: string, text: string): Promise<boolean> {
  const path = join(workspace, textPath(id, hash));
  if (await exists(path)) return false;
  await writeAtomic(path, text);
  return true;
}

/** Keeps the repaired passages beside the text; the latest reading of the same text knows its repairs best. */
export async function savePassages(workspace: string, id: string, hash: string, passages: Passages): Promise<void> {
  const path = join(workspace, passagesPath(id, hash));
  if (passages.length === 0) await rm(path, { force: true });
  else await writeIfChanged(path, `${JSON.stringify(passages)}\n`);
}
