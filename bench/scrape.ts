import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { keepHeapSmall } from '../scraper/heap.ts';
import { runScrape } from '../scraper/run.ts';

/** Scraping from loopback, end to end: fetch, read, archive, store; a first run and one on the unchanged web. */
export interface ScrapeRow {
  readonly what: string;
  readonly pages: number;
  readonly seconds: number;
  readonly pagesPerSecond: number;
  /** Processor time of the scraper per page, in milliseconds: what stays true on a busy machine. */
  readonly cpuPerPage: number;
  readonly peakMegabytes: number;
}

const SERVER = fileURLToPath(new URL('scrape-web.ts', import.meta.url));

async function startWeb(hosts: number, perHost: number, chars: number) {
  const child = spawn(process.execPath, [SERVER, `${hosts}`, `${perHost}`, `${chars}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { port: Number(line.toString().trim()), stop: () => child.kill() };
}

async function declareSources(workspace: string, hosts: number, perHost: number): Promise<void> {
  await mkdir(join(workspace, 'content/sources'), { recursive: true });
  for (let host = 0; host < hosts; host++) {
    const source = {
      id: `h${host}`,
      name: `示例发布者${host}`,
      kind: 'own',
      home: `http://h${host}.example/`,
      lists: [
        {
          form: 'html',
          url: `http://h${host}.example/list/1.html`,
          row: 'li',
          pages: { by: 'number', pattern: '{n}.html', max: Math.ceil(perHost / 100) + 1 },
        },
      ],
      pace: { revisitDays: 0, perDay: 1_000_000 },
      enabled: true,
      verified: false,
      sample: true,
    };
    await writeFile(join(workspace, 'content/sources', `${source.id}.yaml`), stringify(source));
  }
}

async function measure(what: string, pages: number, work: () => Promise<unknown>): Promise<ScrapeRow> {
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 100);
  const start = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - start) / 1000;
  clearInterval(watch);
  return {
    what,
    pages,
    seconds,
    pagesPerSecond: pages / seconds,
    cpuPerPage: (user + system) / 1000 / pages,
    peakMegabytes: peak / 1e6,
  };
}

export async function benchScrape(pages = 5000, hosts = 10, chars = 4000): Promise<ScrapeRow[]> {
  keepHeapSmall(); // as the command does
  const workspace = await mkdtemp(join(tmpdir(), 'zhenggai-bench-scrape-'));
  const perHost = Math.ceil(pages / hosts);
  const web = await startWeb(hosts, perHost, chars);
  try {
    await declareSources(workspace, hosts, perHost);
    const run = async () => {
      const fetchOptions = { paceScale: 0, connectTo: { '*.example': `127.0.0.1:${web.port}` } };
      const { sources } = await runScrape({ workspace, fetchOptions });
      const bad = sources.filter(({ state }) => state !== 'ok' && state !== 'quiet');
      if (bad.length > 0) throw new Error(`${bad[0]?.id}: ${bad[0]?.problems.join('; ')}`);
    };
    return [await measure('first run', pages, run), await measure('unchanged web', pages, run)];
  } finally {
    web.stop();
    await rm(workspace, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [pages, hosts, chars] = process.argv.slice(2).map(Number);
  console.table(await benchScrape(pages, hosts, chars));
}
