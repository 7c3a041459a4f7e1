import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readNotice } from '../scraper/pipeline.ts';
import { formatRecord } from '../scraper/store.ts';
import { REPOSITORY, readRegistries } from '../scraper/workspace.ts';
import { recordPath, textPath } from '../src/model/index.ts';
import { rectificationNotice } from './notices.ts';

/** Building the whole site (all page types, both languages, data files) from generated notices; `bench:search` measures its search index. */
export interface SiteRow {
  readonly what: string;
  readonly notices: number;
  readonly seconds: number;
  readonly peakMegabytes: number;
}

const REGISTRIES = ['enterprises', 'rounds', 'sectors.yaml', 'topics.yaml', 'glossary.yaml', 'pages'];

/** A workspace of generated notices: records and texts as the scraper would leave them. */
export async function generateWorkspace(folder: string, notices: number, chars: number): Promise<void> {
  for (const name of REGISTRIES)
    await cp(join(REPOSITORY, 'content', name), join(folder, 'content', name), { recursive: true });
  const lookups = await readRegistries(REPOSITORY);
  const save = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  for (let index = 0; index < notices; index++) {
    const bytes = new TextEncoder().encode(rectificationNotice(index, chars));
    const { record, text } = await readNotice(
      { bytes, name: `${index}.txt`, retrievedAt: '2026-01-01T00:00:00.000Z', sample: true },
      lookups,
    );
    const id = `generated-${index}`;
    await save(recordPath(id), formatRecord({ ...record, id }));
    await save(textPath(id, record.text.sha256), text);
  }
}

/** The largest resident size that the kernel saw of a process, in megabytes; 0 where it does not say. */
async function peakOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1000;
}

async function build(workspace: string, out: string): Promise<{ seconds: number; peakMegabytes: number }> {
  const start = performance.now();
  const astro = spawn(join(REPOSITORY, 'node_modules/.bin/astro'), ['build'], {
    cwd: REPOSITORY,
    // the project's own Node, also where this file was started by hand
    env: {
      ...process.env,
      PATH: `${join(REPOSITORY, 'node_modules/.bin')}:${process.env.PATH ?? ''}`,
      ZHENGGAI_WORKSPACE: workspace,
      ZHENGGAI_OUT: out,
      ZHENGGAI_SEARCH: process.env.ZHENGGAI_SEARCH ?? 'off',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peak = 0;
  const watch = setInterval(
    () => void peakOf(astro.pid ?? 0).then((megabytes) => (peak = Math.max(peak, megabytes))),
    250,
  );
  const code = await new Promise<number | null>((done) => astro.on('exit', done));
  clearInterval(watch);
  if (code !== 0) throw new Error(`astro build ended with ${code}`);
  return { seconds: (performance.now() - start) / 1000, peakMegabytes: peak };
}

export async function benchSite(notices = 1000, chars = 8000): Promise<SiteRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'zhenggai-bench-site-'));
  try {
    await generateWorkspace(join(folder, 'workspace'), notices, chars);
    return [{ what: 'site', notices, ...(await build(join(folder, 'workspace'), join(folder, 'site'))) }];
  } finally {
    await rm(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [notices, chars] = process.argv.slice(2).map(Number);
  console.table(await benchSite(notices, chars));
}
