/** Generated files: written piece by piece, so that thousands of notices need little memory, and hashed on the way. */
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file that was written: its address on the site, its size and its SHA-256. */
export interface Written {
  /** Site path without base, e.g. /data/notices.csv. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A file that is being written. */
export interface Writing {
  readonly write: (words: string) => void;
  readonly close: () => Written;
}

const CHUNK = 1 << 20;
/** Small pieces are joined up to this many UTF-16 units before they are encoded. */
const JOIN = 1 << 16;

export function openFile(root: string, path: string): Writing {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  const handle = openSync(file, 'w');
  const hash = createHash('sha256');
  let pending: string[] = [];
  let length = 0;
  let bytes = 0;
  const flush = (): void => {
    const data = Buffer.from(pending.join(''), 'utf8');
    pending = [];
    length = 0;
    hash.update(data);
    bytes += data.length;
    for (let at = 0; at < data.length; ) at += writeSync(handle, data, at);
  };
  return {
    write(words) {
      pending.push(words);
      length += words.length;
      if (length >= JOIN) flush();
    },
    close() {
      flush();
      closeSync(handle);
      return { path, bytes, sha256: hash.digest('hex') };
    },
  };
}

/** Writes a whole file at once. */
export function writeFile(root: string, path: string, content: string): Written {
  const file = openFile(root, path);
  file.write(content);
  return file.close();
}

/** Size and SHA-256 of a file that something else has written. */
export function measure(root: string, path: string): Written {
  const handle = openSync(join(root, path), 'r');
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(CHUNK);
  let bytes = 0;
  for (let read = readSync(handle, buffer); read > 0; read = readSync(handle, buffer)) {
    hash.update(buffer.subarray(0, read));
    bytes += read;
  }
  closeSync(handle);
  return { path, bytes, sha256: hash.digest('hex') };
}

/** JSON as every generated file has it: one line and a line end. */
export const json = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** JSON that a person reads. */
export const readableJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
