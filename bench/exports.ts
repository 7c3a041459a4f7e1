import { spawn } from 'node:child_process';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeDatasets } from '../src/exports/datasets.ts';
import { readLedger } from '../src/ledger.ts';
import { generateWorkspace } from './site.ts';

/** Writing every data file (CSV, Parquet, SQLite, JSON, API, descriptions) from generated notices, in one process. */
export interface ExportsRow {
  readonly what: string;
  readonly notices: number;
  readonly figures: number;
  /** Reading and checking every record, which a build does once for pages and data alike. */
  readonly readSeconds: number;
  readonly writeSeconds: number;
  /** Processor time of both, user and system: what a busy machine does not stretch. */
  readonly cpuSeconds: number;
  readonly writtenMegabytes: number;
  readonly peakMegabytes: number;
}

const SELF = fileURLToPath(import.meta.url);

/** One measured export: a process of its own, so that its memory is its own. */
function measureHere(workspace: string, out: string): Omit<ExportsRow, 'what'> {
  const start = performance.now();
  const ledger = readLedger(workspace);
  const read = performance.now();
  const { files } = writeDatasets(workspace, ledger, out);
  const { user, system } = process.cpuUsage();
  return {
    notices: ledger.notices.length,
    figures: ledger.notices.reduce((sum, { figures }) => sum + figures, 0),
    readSeconds: (read - start) / 1000,
    writeSeconds: (performance.now() - read) / 1000,
    cpuSeconds: (user + system) / 1e6,
    writtenMegabytes: files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1000,
  };
}

async function measure(what: string, workspace: string): Promise<ExportsRow> {
  const out = await mkdtemp(join(tmpdir(), 'zhenggai-bench-exports-out-'));
  try {
    const child = spawn(process.execPath, [SELF, '--measure', workspace, out], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    for await (const chunk of child.stdout) printed += chunk;
    return { what, ...(JSON.parse(printed) as Omit<ExportsRow, 'what'>) };
  } finally {
    await rm(out, { recursive: true });
  }
}

/** The generated texts are dense: 2,000 characters state about 70 figures, as many as the longest real notice that we have. */
export async function benchExports(notices = 10_000, chars = 2000): Promise<ExportsRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'zhenggai-bench-exports-'));
  try {
    await generateWorkspace(folder, notices, chars);
    const whole = await measure('with full texts', folder);
    await rename(join(folder, 'archive'), join(folder, 'away'));
    return [whole, await measure('records alone', folder)];
  } finally {
    await rm(folder, { recursive: true });
  }
}

if (process.argv[2] === '--measure') {
  const [workspace = '', out = ''] = process.argv.slice(3);
  console.log(JSON.stringify(measureHere(workspace, out)));
} else if (process.argv[1] === SELF) {
  const [notices, chars] = process.argv.slice(2).map(Number);
  console.table(await benchExports(notices, chars));
}
