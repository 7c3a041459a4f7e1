import { once } from 'node:events';

/** Nobody reads our results any more (`| head`): the command ends early, and well. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone';
}

/** Where a command writes: results on stdout, everything for people on stderr. */
export interface Terminal {
  /** Writes a result; waits while the reader is slow. Throws ReaderGone once the reader has gone. */
  readonly out: (text: string) => Promise<void>;
  /** A line for people. */
  readonly log: (line: string) => void;
  /** One line that is overwritten, on a terminal only; '' clears it. */
  readonly progress: (line: string) => void;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/** Columns a text takes on a terminal: Han characters and full-width forms take two. */
export function width(text: string): number {
  let columns = 0;
  for (const char of text) columns += WIDE.test(char) ? 2 : 1;
  return columns;
}

/** As much of a line as fits into so many columns: a line that wraps could not be overwritten. */
function cutTo(line: string, columns: number): string {
  let shown = '';
  let used = 0;
  for (const char of line) {
    used += width(char);
    if (used > columns) break;
    shown += char;
  }
  return shown;
}

/** The process’s own streams. A reader that stops early (`| head`) is not an error. */
export function processTerminal(): Terminal {
  let gone = false;
  let shown = false;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      gone = true;
    });
  }
  const clear = () => {
    if (shown) process.stderr.write('\r\x1b[K');
    shown = false;
  };
  return {
    out: async (text) => {
      if (gone) throw new ReaderGone('the reader has gone');
      if (process.stdout.write(text)) return;
      await Promise.race([once(process.stdout, 'drain'), once(process.stdout, 'close')]).catch(() => undefined);
    },
    log: (line) => {
      clear();
      process.stderr.write(`${line}\n`);
    },
    progress: (line) => {
      if (!process.stderr.isTTY) return;
      clear();
      if (line === '') return;
      process.stderr.write(cutTo(line, (process.stderr.columns ?? 80) - 1));
      shown = true;
    },
  };
}

/** Text from a page or file name, made harmless for a terminal: no control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
export const plain = (text: string): string => text.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, '\ufffd');
