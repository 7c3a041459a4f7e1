import { cpSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import sirv from 'sirv';
import { EXPORTS_FOLDER } from './folder.ts';

/** Moves what a folder holds into another; folders that both have are joined. */
function merge(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory() && existsSync(target)) merge(source, target);
    else moveOne(source, target);
  }
}

function moveOne(source: string, target: string): void {
  try {
    renameSync(source, target);
  } catch (error) {
    // the folders lie on different disks
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(source, target, { recursive: true });
  }
}

/**
 * The data files of a build. They are written while the pages are (src/build.ts), because the data page tells their
 * sizes and hashes, and come into the site after Astro has emptied and filled its folder.
 */
export function dataFiles(): AstroIntegration {
  let folder = '';
  const open = (): void => {
    folder = mkdtempSync(join(tmpdir(), 'zhenggai-data-'));
    process.env[EXPORTS_FOLDER] = folder;
    // a build that fails ends the process: nothing may stay behind
    process.once('exit', close);
  };
  const close = (): void => {
    delete process.env[EXPORTS_FOLDER];
    if (folder) rmSync(folder, { recursive: true, force: true });
    folder = '';
  };
  return {
    name: 'zhenggai-data-files',
    hooks: {
      'astro:build:start': open,
      'astro:build:done': ({ dir }) => {
        if (readdirSync(folder).length === 0) throw new Error('no page has asked for the data files: is /data/ gone?');
        merge(folder, fileURLToPath(dir));
        close();
      },
      'astro:server:setup': ({ server }) => {
        open();
        const serve = sirv(folder, { dev: true, dotfiles: false });
        server.middlewares.use(async (request, response, next) => {
          if (!/^\/(data|api)\/.+\.\w+$/.test(request.url?.split('?')[0] ?? '')) return next();
          const { getDatasets } = (await server.ssrLoadModule('/src/build.ts')) as {
            getDatasets: () => Promise<unknown>;
          };
          await getDatasets();
          serve(request, response, next);
        });
        server.httpServer?.once('close', close);
      },
    },
  };
}
