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
  const notices = Array.from({ length: WARM_UP + count }, (_, index) =>
    encoder.encode(rectificationNotice(index, chars)),
  );
  const read = async (bytes: Uint8Array) => {
    await readNotice({ bytes, name: 'notice.txt', retrievedAt: '2026-01-01T00:00:00.000Z' }, lookups);
    return bytes.length;
  };
  for (const bytes of notices.slice(0, WARM_UP)) await read(bytes);
  let bytes = 0;
  let peak = 0;
  const start = performance.now();
  const cpu = process.cpuUsage();
  for (const [index, notice] of notices.slice(WARM_UP).entries()) {
    bytes += await read(notice);
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
