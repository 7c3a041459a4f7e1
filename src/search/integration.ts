import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { indexes, paths } from '../urls.ts';
import { recordIds, workspaceDir } from '../workspace.ts';
import { buildIndex } from './build.ts';
import { readSearchSource } from './source.ts';
import { writeSearchIndex } from './write.ts';

/** ZHENGGAI_SEARCH=off builds the site without its search index, e.g. to measure the pages alone. */
const isOff = (): boolean => process.env.ZHENGGAI_SEARCH === 'off';

/** Writes the search index beside the pages; while developing, makes it at the first search and keeps it in memory. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        if (isOff()) {
          logger.warn('no search index: ZHENGGAI_SEARCH is off');
          return;
        }
        const start = performance.now();
        const out = fileURLToPath(dir);
        // a record that the pages left out must not be found
        const ids = recordIds(workspaceDir()).filter((id) => existsSync(join(out, paths.notice(id))));
        const { files, bytes } = await writeSearchIndex(workspaceDir(), ids, join(out, indexes.search));
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        logger.info(`${files} files, ${(bytes / 1e6).toFixed(1)} MB in ${seconds} s`);
      },
      'astro:server:setup': ({ server }) => {
        let made: Map<string, Uint8Array> | undefined;
        server.middlewares.use(indexes.search, (request, response) => {
          made ??= new Map(buildIndex(readSearchSource(workspaceDir())));
          const body = made.get((request.url ?? '').split('?')[0]?.replace(/^\//, '') ?? '');
          response.statusCode = body ? 200 : 404;
          response.setHeader('content-type', 'application/octet-stream');
          response.end(body);
        });
      },
    },
  };
}
