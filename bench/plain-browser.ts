import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserCommand } from '../test/e2e/browser.ts';

/**
 * The browser of the tests as a reader has it, with no debugger attached: an attached one is told of every request of
 * page and worker, several messages each, which twice the processor time of the host goes into.
 */
export interface PlainBrowser {
  /** Resolves when the browser has ended, for whatever reason. */
  readonly ended: Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openPlainBrowser(address: string): Promise<PlainBrowser> {
  const { executablePath, args } = await browserCommand();
  const profile = mkdtempSync(join(tmpdir(), 'zhenggai-browser-'));
  const own = [`--user-data-dir=${profile}`, '--no-first-run', '--window-size=1280,900'];
  const browser = spawn(executablePath, [...args, ...own, address], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve, reject) => {
    browser.once('error', reject);
    browser.once('exit', () => resolve());
  });
  return {
    ended,
    async close() {
      browser.kill();
      await ended;
      // its last children may still write for a moment
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}
