import { defineConfig } from 'astro/config';
import { dataFiles } from './src/exports/integration.ts';
import { searchIndex } from './src/search/integration.ts';

/** Address of the deployed site, e.g. https://example.org; canonical links and the sitemap need it. */
const site = process.env.ZHENGGAI_SITE;
/** Path below the host, e.g. /zhenggai/. */
const base = process.env.ZHENGGAI_BASE ?? '/';

export default defineConfig({
  ...(site ? { site } : {}),
  base,
  integrations: [dataFiles(), searchIndex()],
  output: 'static',
  outDir: process.env.ZHENGGAI_OUT ?? './dist',
  trailingSlash: 'ignore',
  // both data pages wait for the thread that writes the data files: the other pages go on
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets', concurrency: 4 },
  server: { port: 4321 },
  devToolbar: { enabled: false },
  // whitespace inside notices is theirs; between Chinese inline elements a line break must not become a space
  compressHTML: 'jsx',
  vite: {
    // a strict content security policy forbids inline scripts and styles
    build: { assetsInlineLimit: 0, cssMinify: true },
    define: { __BASE__: JSON.stringify(base) },
  },
});
