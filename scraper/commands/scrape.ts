import { UsageError } from '../error.ts';
import { type FetchOptions, readConnectTo } from '../fetch.ts';
import { keepHeapSmall } from '../heap.ts';
import { exitCodeOf, formatReport } from '../report.ts';
import { runScrape } from '../run.ts';
import { plain, type Terminal } from '../terminal.ts';
import type { Arguments, Command, ExitCode } from './command.ts';
import { flagList, flagText } from './flags.ts';

/** The flags and the environment, flags first. */
function readFetchOptions({ flags }: Arguments, signal: AbortSignal): FetchOptions {
  const contact = flagText(flags, 'contact') ?? process.env.ZHENGGAI_CONTACT;
  const proxy = flagText(flags, 'proxy') ?? process.env.HTTPS_PROXY ?? process.env.HTTP_PROXY;
  const connectTo = flagText(flags, 'connect-to') ?? process.env.ZHENGGAI_CONNECT_TO;
  const scale = flagText(flags, 'pace-scale') ?? process.env.ZHENGGAI_PACE_SCALE;
  const paceScale = scale === undefined ? undefined : Number(scale);
  if (paceScale !== undefined && !(paceScale >= 0))
    throw new UsageError(`--pace-scale is a number from 0, not "${scale}"`);
  return {
    signal,
    ...(contact && { contact }),
    ...(proxy && { proxy }),
    ...(connectTo && { connectTo: readConnectTo(connectTo) }),
    ...(paceScale !== undefined && { paceScale }),
  };
}

/** The first Ctrl-C (or a stop by systemd) ends the run after the current page; a second one ends it at once. */
function stopSignal(log: (line: string) => void): { signal: AbortSignal; forget: () => void } {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(1);
    log('停止中：本页之后结束，下次继续 / stopping after the current page; the next run goes on from here');
    controller.abort();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return {
    signal: controller.signal,
    forget: () => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
    },
  };
}

async function run(args: Arguments, { out, log, progress }: Terminal): Promise<ExitCode> {
  if (args.inputs.length > 0) throw new UsageError(`unexpected ${args.inputs.join(' ')}: name sources with --source`);
  const since = flagText(args.flags, 'since');
  if (since !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(since))
    throw new UsageError(`--since is a day, YYYY-MM-DD, not "${since}"`);
  const workspace = flagText(args.flags, 'workspace');
  const report = flagText(args.flags, 'report');
  keepHeapSmall();
  const { signal, forget } = stopSignal(log);
  try {
    const result = await runScrape({
      ...(workspace !== undefined && { workspace }),
      ...(since !== undefined && { since }),
      ...(report !== undefined && { report }),
      sources: flagList(args.flags, 'source'),
      fetchOptions: readFetchOptions(args, signal),
      log: (line) => log(plain(line)),
      progress,
    });
    await out(`${formatReport(result)}\n`);
    if (result.sources.length === 0) {
      log(
        '没有启用的来源 / no source is enabled: see "zhenggai sources probe" and CONTRIBUTING.md, or name one with --source',
      );
      return 1;
    }
    return exitCodeOf(result);
  } finally {
    forget();
  }
}

export const scrape: Command = {
  help: `
用法 Usage: zhenggai scrape [options]

采集所有启用的来源：遵守 robots.txt、限速、断点续采；结束时输出报告表格。
Visits all enabled sources (robots.txt obeyed, politely paced, goes on after an interruption) and ends with a report.

  --source ID…      只采这些来源（可重复，或用逗号分隔） / only these sources, enabled or not (repeatable, or with commas)
  --since DATE      只要该日及以后的条目 / only rows dated on or after this day (YYYY-MM-DD)
  --report FILE     报告另存为 JSON / writes the report as JSON as well
  --contact ADDR    联系方式（网址或邮箱），写入 User-Agent；采集外部网站时必填（或设 ZHENGGAI_CONTACT）
                    where publishers reach you; needed beyond this machine (or set ZHENGGAI_CONTACT)
  --proxy URL       HTTP 代理 / HTTP proxy (or HTTPS_PROXY)
  --pace-scale N    间隔倍数，仅用于自己的服务器 / multiplies all pauses, for servers of your own only
  --connect-to MAP  改连别处，如 / connect elsewhere, e.g. '*.example=127.0.0.1:8080'`,
  options: {
    source: { type: 'string', multiple: true },
    since: { type: 'string' },
    report: { type: 'string' },
    contact: { type: 'string' },
    proxy: { type: 'string' },
    'pace-scale': { type: 'string' },
    'connect-to': { type: 'string' },
  },
  run,
};
