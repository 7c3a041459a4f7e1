/**
 * Builds what the browser tests look at, once for all of them, and serves it on free ports of loopback:
 * the demo site (`npm start` without its server) and a site of generated notices, one of them hostile, one without
 * its text. Their addresses and folders reach the tests through `inject`.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { serveSite } from '../../demo/serve.ts';
import { REPOSITORY, SITE } from '../../demo/workspace.ts';
import { writeWorkspace } from '../fixtures/notices.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the demo site, without a slash at the end. */
    demo: string;
    /** Folder of the demo site. */
    demoFolder: string;
    /** Address of the site of generated notices. */
    made: string;
    madeFolder: string;
  }
}

/** The address that the site of generated notices says it has; a full one makes canonical links and the sitemap. */
export const SITE_ADDRESS = 'https://ledger.example';

/** The notice whose text is not in the archive. */
export const TEXTLESS = 'demo-02-r1';

/** Of this run alone: two runs side by side must not build into one another. */
const FOLDER = join(REPOSITORY, '.test', String(process.pid));
const run = promisify(execFile);
const LIMITS = { timeout: 10 * 60_000, maxBuffer: 64 * 1024 * 1024 };

async function buildDemo(): Promise<string> {
  const workspace = join(FOLDER, 'demo');
  await run(process.execPath, ['demo/start.ts', '--no-serve', '--workspace', workspace], {
    cwd: REPOSITORY,
    // the test runner says NODE_ENV=test, and Astro would take that for a visit while developing
    env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
    ...LIMITS,
  });
  return join(workspace, SITE);
}

/** Builds the site of generated notices, in an environment of its own: Astro would take the test runner’s for its own. */
export const buildSite = (workspace: string, out: string, env: Record<string, string> = {}) =>
  run(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    cwd: REPOSITORY,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      ZHENGGAI_WORKSPACE: workspace,
      ZHENGGAI_OUT: out,
      ZHENGGAI_SITE: SITE_ADDRESS,
      ...env,
    },
    ...LIMITS,
  });

async function buildMade(): Promise<string> {
  const workspace = join(FOLDER, 'made');
  const out = join(workspace, SITE);
  writeWorkspace(workspace, { notices: 30, hostile: true, texts: { without: [TEXTLESS] } });
  await buildSite(workspace, out);
  return out;
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  mkdirSync(FOLDER, { recursive: true });
  // one after the other: both builds write Astro’s own folder
  const sites = { demo: await buildDemo(), made: await buildMade() };
  const servers = await Promise.all(
    (['demo', 'made'] as const).map(async (name) => {
      const server = await serveSite(0);
      server.show(sites[name]);
      project.provide(name, server.url.replace(/\/$/, ''));
      project.provide(`${name}Folder`, sites[name]);
      return server;
    }),
  );
  return async () => {
    await Promise.all(servers.map((server) => server.close()));
    rmSync(FOLDER, { recursive: true, force: true });
  };
}
