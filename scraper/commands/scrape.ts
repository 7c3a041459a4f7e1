import { UsageError } from '../error.ts';
import { keepHeapSmall } from '../heap.ts';
import { exitCodeOf, formatReport } from '../report.ts';
import { runScrape } from '../run.ts';
import { plain, type Terminal } from '../terminal.ts';
import type { Arguments, Command, ExitCode } from './command.ts';
import { FETCH_FLAGS, FETCH_HELP, readFetchOptions, stopSignal } from './fetch-flags.ts';
import { flagList, flagText } from './flags.ts';

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
${FETCH_HELP}`,
  options: {
    source: { type: 'string', multiple: true },
    since: { type: 'string' },
    report: { type: 'string' },
    ...FETCH_FLAGS,
  },
  run,
};
