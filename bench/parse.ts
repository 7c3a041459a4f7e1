import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNotice } from '../scraper/pipeline.ts';
import { REPOSITORY, readRegistries } from '../scraper/workspace.ts';
import { rectificationNotice } from './notices.ts';

/** Parsing throughput of plain-text notices on one core: notices per second, MB per second, peak memory. */
export interface ParseRow {
  readonly what: string;
  readonly notices: number;
  /** Characters of a notice in the mean. */
  readonly chars: number;
  readonly seconds: number;
  /** Processor time of all threads: what one core would have needed, whatever else the machine did. */
  readonly coreSeconds: number;
  readonly noticesPerCoreSecond: number;
  /** The same for notices of 8,000 characters, so that rows compare. */
  readonly per8000: number;
  readonly megabytesPerCoreSecond: number;
  readonly peakMegabytes: number;
}

const WARM_UP = 50;
const REAL = join(REPOSITORY, '..', 'shared', 'seeds');

/** The real documents, as often as it takes; none where the folder is missing. */
function realNotices(count: number): Uint8Array[] {
  if (!existsSync(REAL)) return [];
  const texts = readdirSync(REAL)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(REAL, name)));
  return texts.length === 0 ? [] : Array.from({ length: count }, (_, i) => texts[i % texts.length] as Uint8Array);
}

async function measure(
  what: string,
  notices: readonly Uint8Array[],
  read: (bytes: Uint8Array) => Promise<number>,
): Promise<ParseRow> {
  for (const bytes of notices.slice(0, WARM_UP)) await read(bytes);
  const measured = notices.slice(WARM_UP);
  let chars = 0;
  let peak = 0;
  const start = performance.now();
  const cpu = process.cpuUsage();
  for (const [index, notice] of measured.entries()) {
    chars += await read(notice);
    if (index % 100 === 0) peak = Math.max(peak, process.memoryUsage().rss);
  }
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const coreSeconds = (user + system) / 1e6;
  return {
    what,
    notices: measured.length,
    chars: chars / measured.length,
    seconds,
    coreSeconds,
    noticesPerCoreSecond: measured.length / coreSeconds,
    per8000: chars / 8000 / coreSeconds,
    megabytesPerCoreSecond: measured.reduce((sum, { length }) => sum + length, 0) / 1e6 / coreSeconds,
    peakMegabytes: peak / 1e6,
  };
}

/** Generated notices, dense with numbers, and the real ones, damaged as they were found. */
export async function benchParse(count = 10_000, chars = 8000): Promise<ParseRow[]> {
  const lookups = await readRegistries(REPOSITORY);
  const encoder = new TextEncoder();
  const read = async (bytes: Uint8Array): Promise<number> => {
    const input = { bytes, name: 'notice.txt', retrievedAt: '2026-01-01T00:00:00.000Z' };
    return (await readNotice(input, lookups)).original.length;
  };
  const generated = Array.from({ length: WARM_UP + count }, (_, index) =>
    encoder.encode(rectificationNotice(index, chars)),
  );
  const real = realNotices(WARM_UP + count / 2);
  const rows = [await measure('generated', generated, read)];
  if (real.length > 0) rows.push(await measure('real', real, read));
  return rows;
}
