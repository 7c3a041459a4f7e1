import type { Ask } from '../../scraper/ask.ts';
import type { Terminal } from '../../scraper/terminal.ts';

/** A terminal that remembers: what a command wrote for programs and for people. */
export function rememberingTerminal(): { terminal: Terminal; out: string[]; log: string[] } {
  const out: string[] = [];
  const log: string[] = [];
  const terminal: Terminal = {
    out: async (text) => {
      out.push(text);
    },
    log: (line) => {
      log.push(line);
    },
    progress: () => undefined,
  };
  return { terminal, out, log };
}

/** A person who gives these answers, then says no more. */
export function answering(...answers: string[]): () => { ask: Ask; close: () => void } {
  const left = [...answers];
  return () => ({ ask: async () => left.shift() ?? null, close: () => undefined });
}
