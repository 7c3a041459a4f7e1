import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serveSite } from '../../demo/serve.ts';
import { REPOSITORY } from '../../demo/workspace.ts';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `npm start` as its user would; what is tested here ends before any scraping. */
const start = (...args: string[]): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(REPOSITORY, 'demo/start.ts'), ...args], { timeout: 20_000 });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });

describe('npm start', { timeout: 30_000 }, () => {
  it('tells its flags', async () => {
    const { code, out } = await start('--help');
    expect([code, out]).toEqual([0, expect.stringContaining('--no-serve')]);
  });

  it.each([['--port', 'abc'], ['--port', '70000'], ['--prot', '1'], ['folder']])(
    'refuses %s %s with exit code 2 and no stack',
    async (...args) => {
      const { code, err } = await start(...args);
      expect(code).toBe(2);
      expect(err).toMatch(/^npm start: /);
      expect(err).not.toContain('    at ');
    },
  );

  it('says in one line that the port is taken', async () => {
    const server = await serveSite(0);
    try {
      const { port } = new URL(server.url);
      const { code, out, err } = await start('--port', port);
      expect(code).toBe(1);
      expect(out).toBe('');
      expect(err.trim().split('\n')).toHaveLength(1);
      expect(err).toContain(`端口 ${port} 已被占用`);
      expect(err).toContain(`port ${port} is taken`);
    } finally {
      await server.close();
    }
  });

  it('leaves a folder of somebody else alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhenggai-other-'));
    try {
      writeFileSync(join(folder, 'thesis.docx'), 'x');
      const { code, err } = await start('--no-serve', '--workspace', folder);
      expect(code).toBe(1);
      expect(err).toContain('is not empty and no demo workspace');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
