import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { indexes, paths } from '../urls.ts';
import { recordIds, workspaceDir } from '../workspace.ts';
import { buildIndex } from './build.ts';
import { readSearchSource } from './source.ts';

/** ZHENGGAI_SEARCH=off builds the site without its search index, e.g. to measure the pages alone. */
const isOff = (): boolean => process.env.ZHENGGAI_SEARCH === 'off';

/** Writes the search index beside the pages; while developing, makes it at the first search and keeps it in memory. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        if (isOff()) {
          logger.warn('no search index: ZHENGGAI_SEARCH is off');
          return;
        }
        const start = performance.now();
        const out = fileURLToPath(dir);
        const { files, bytes } = writeIndex(workspaceIndex(out), join(out, indexes.search));
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        logger.info(`${files} files, ${(bytes / 1e6).toFixed(1)} MB in ${seconds} s`);
      },
      'astro:server:setup': ({ server }) => {
        let made: Map<string, Uint8Array> | undefined;
        server.middlewares.use(indexes.search, (request, response) => {
          made ??= new Map(workspaceIndex(null));
          const body = made.get((request.url ?? '').split('?')[0]?.replace(/^\//, '') ?? '');
          response.statusCode = body ? 200 : 404;
          response.setHeader('content-type', 'application/octet-stream');
          response.end(body);
        });
      },
    },
  };
}

/** The index of the notices that have a page: a record that the pages left out must not be found. */
function workspaceIndex(site: string | null): Iterable<readonly [string, Uint8Array]> {
  const dir = workspaceDir();
  const hasPage = (id: string): boolean => site === null || existsSync(join(site, paths.notice(id)));
  return buildIndex(readSearchSource(dir, recordIds(dir).filter(hasPage)));
}

function writeIndex(files: Iterable<readonly [string, Uint8Array]>, folder: string): { files: number; bytes: number } {
  // an older index in the same folder would be served to no one and never go away
  rmSync(folder, { recursive: true, force: true });
  let count = 0;
  let bytes = 0;
  const made = new Set<string>();
  for (const [path, body] of files) {
    const target = join(folder, path);
    const parent = dirname(target);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(target, body);
    count++;
    bytes += body.length;
  }
  return { files: count, bytes };
}
