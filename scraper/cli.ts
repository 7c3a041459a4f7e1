import { parseArgs } from 'node:util';
import type { Arguments, Command, ExitCode, Options } from './commands/command.ts';
import { UsageError } from './error.ts';
import { plain, processTerminal, ReaderGone, type Terminal } from './terminal.ts';

/** Loaded when asked for: `--help` need not load the reader. */
const COMMANDS: Readonly<Record<string, { readonly summary: string; readonly load: () => Promise<Command> }>> = {
  parse: {
    summary: '解析文件，记录输出到标准输出，不写任何文件 / read files into records on stdout; writes nothing',
    load: async () => (await import('./commands/parse.ts')).parse,
  },
  ingest: {
    summary: '把文件或文件夹收入工作区，如同采集所得 / take files or folders into the workspace',
    load: async () => (await import('./commands/ingest.ts')).ingest,
  },
  scrape: {
    summary: '采集所有启用的来源 / scrape all enabled sources into archive and records',
    load: async () => (await import('./commands/scrape.ts')).scrape,
  },
  check: {
    summary: '校验整个工作区 / validate the whole workspace',
    load: async () => (await import('./commands/check.ts')).check,
  },
  reread: {
    summary: '用当前解析器重读存档，列出变化的事实 / read the archive again, list what changes (--dry-run first)',
    load: async () => (await import('./commands/reread.ts')).reread,
  },
  correct: {
    summary: '校正一个字段，写明理由 / correct a field, with the reason',
    load: async () => (await import('./commands/correct.ts')).correct,
  },
  review: {
    summary: '列出需要人看的，记录结论 / what a person should look at, and decisions',
    load: async () => (await import('./commands/review.ts')).review,
  },
  release: {
    summary: '把数据的现状定为一个有日期的版本 / date the present state of the data',
    load: async () => (await import('./commands/release.ts')).release,
  },
  sources: {
    summary: '列出或试访来源 / list the sources, or probe them from a networked machine',
    load: async () => (await import('./commands/sources.ts')).sources,
  },
  warc: {
    summary: '把采集件导出为 WARC / export the captures as WARC',
    load: async () => (await import('./commands/warc.ts')).warc,
  },
};

/** Flags that every command takes. */
const COMMON: Options = {
  workspace: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
};

const COMMON_HELP = `  --workspace DIR   工作区（默认：本仓库） / content folder and archive (default: the repository)
  -h, --help        帮助 / this help

退出码 Exit codes: 0 全部成功 all well · 1 部分来源或文件失败，其余已保存 some failed, the rest is saved · 2 用法错误或工作区不可读 wrong usage or unreadable workspace`;

function overview(): string {
  const rows = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(8)} ${summary}`);
  return `整改台账 zhenggai-ledger：巡视巡察整改通报的采集与解析 / scraper and reader of inspection-rectification notices

用法 Usage: zhenggai <command> [options]

${rows.join('\n')}

  zhenggai <command> --help   某一命令的说明 / help of one command
`;
}

const helpOf = ({ help }: Command): string => `${help.trim()}\n${COMMON_HELP}\n`;

function readArguments(command: Command, args: string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { ...COMMON, ...command.options },
      allowPositionals: true,
      strict: true,
    });
    return { flags: values, inputs: positionals };
  } catch (error) {
    // Only parseArgs’ own complaints are the user’s.
    if (String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')) {
      throw new UsageError((error as Error).message.split('. ')[0] ?? 'wrong flags');
    }
    throw error;
  }
}

/** Runs one command line. Never throws: every failure is a line on stderr and an exit code. */
export async function main(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    await terminal.out(overview());
    return 0;
  }
  const known = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!known) {
    terminal.log(
      name === undefined
        ? 'zhenggai: 缺少命令 / no command given'
        : `zhenggai: 没有这个命令 / no such command: ${plain(name)}`,
    );
    terminal.log(overview());
    return 2;
  }
  const command = await known.load();
  try {
    const parsed = readArguments(command, rest);
    if (parsed.flags.help) {
      await terminal.out(helpOf(command));
      return 0;
    }
    return await command.run(parsed, terminal);
  } catch (error) {
    if (error instanceof ReaderGone) return 0;
    terminal.progress('');
    if (error instanceof UsageError) {
      terminal.log(`zhenggai ${name}: ${plain(error.message)}`);
      if (!error.message.startsWith('workspace ')) terminal.log(`\n${helpOf(command)}`);
      return 2;
    }
    const { message, stack } = error as Error;
    const isOurs = (error as Error).name !== 'InputError';
    terminal.log(`zhenggai ${name}: ${isOurs ? 'internal error: ' : ''}${plain(message)}`);
    if (isOurs)
      terminal.log(
        process.env.ZHENGGAI_DEBUG
          ? `${stack}`
          : '  (a bug of ours: set ZHENGGAI_DEBUG=1 for the details and report it)',
      );
    return 1;
  }
}

// The only place with process.argv. Exit by exitCode, so that a slow reader of stdout still gets everything.
if (process.argv[1] !== undefined && /zhenggai(\.js)?$|cli\.ts$/.test(process.argv[1])) {
  process.exitCode = await main(process.argv.slice(2), processTerminal());
}
