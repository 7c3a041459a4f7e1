import { readNotice } from '../scraper/pipeline.ts';
import { REPOSITORY, readRegistries } from '../scraper/workspace.ts';
import { rectificationNotice } from './notices.ts';

/** Parsing throughput of plain-text notices on one core: notices per second, MB per second, peak memory. */
export interface ParseRow {
  readonly what: string;
  readonly notices: number;
  readonly chars: number;
  readonly seconds: number;
  /** Processor time of all threads: what one core would have needed, whatever else the machine did. */
  readonly coreSeconds: number;
  readonly noticesPerCoreSecond: number;
  readonly megabytesPerCoreSecond: number;
  readonly peakMegabytes: number;
}

const WARM_UP = 50;

export async function benchParse(count = 2000, chars = 8000): Promise<ParseRow[]> {
  const lookups = await readRegistries(REPOSITORY);
  const encoder = new TextEncoder();
  const read = (index: number) => {
    const bytes = encoder.encode(rectificationNotice(index, chars));
    return readNotice({ bytes, name: `${index}.txt`, retrievedAt: '2026-01-01T00:00:00.000Z' }, lookups).then(
      () => bytes.length,
    );
  };
  for (let index = 0; index < WARM_UP; index++) await read(index);
  let bytes = 0;
  let peak = 0;
  const start = performance.now();
  const cpu = process.cpuUsage();
  for (let index = 0; index < count; index++) {
    bytes += await read(WARM_UP + index);
    if (index % 100 === 0) peak = Math.max(peak, process.memoryUsage().rss);
  }
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const coreSeconds = (user + system) / 1e6;
  return [
    {
      what: 'plain text',
      notices: count,
      chars,
      seconds,
      coreSeconds,
      noticesPerCoreSecond: count / coreSeconds,
      megabytesPerCoreSecond: bytes / 1e6 / coreSeconds,
      peakMegabytes: peak / 1e6,
    },
  ];
}
