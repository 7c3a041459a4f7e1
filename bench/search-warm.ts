import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { openPlainBrowser } from './plain-browser.ts';
import type { BenchServer } from './search-server.ts';

/** What a page answered to one query; see browser/ask.ts. */
export interface WarmAnswer {
  readonly ids: readonly string[];
  readonly status: string;
  /** Until all of the first ten are in the page, and until they are painted. */
  readonly ms: number;
  readonly painted: number;
}

export interface WarmTask {
  readonly way: 'page' | 'functions';
  readonly queries: readonly string[];
}

/** Writes the bench's own page into a folder; it is served beside what is measured. */
export function writeAskPage(task: WarmTask, folder: string): void {
  const place = join(folder, 'bench');
  const script = readFileSync(new URL('browser/ask.ts', import.meta.url), 'utf8');
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'task.json'), JSON.stringify(task));
  writeFileSync(join(place, 'ask.js'), stripTypeScriptTypes(script));
  writeFileSync(
    join(place, 'index.html'),
    '<!doctype html><meta charset="utf-8"><body><script type="module" src="ask.js"></script>',
  );
}

/**
 * Asks all queries in a plain browser, one after the other on one page.
 * @param folders what is served to it; the page of the bench is added
 * @throws Error where the browser ends before, or the page could not be asked
 */
export async function askInPlainBrowser(
  task: WarmTask,
  folders: readonly string[],
  folder: string,
  server: BenchServer,
): Promise<readonly WarmAnswer[]> {
  writeAskPage(task, folder);
  server.show([...folders, folder]);
  server.preload();
  const reported = server.nextReport();
  const browser = await openPlainBrowser(`${server.url}/bench/`);
  try {
    const early = browser.ended.then(() => {
      throw new Error('bench: the browser ended before it had answered');
    });
    const { answers, failed } = JSON.parse(await Promise.race([reported, early])) as {
      answers?: WarmAnswer[];
      failed?: string;
    };
    if (!answers) throw new Error(`bench: the page could not be asked: ${failed}`);
    return answers;
  } finally {
    await browser.close();
  }
}
