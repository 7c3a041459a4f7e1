import { join } from 'node:path';
import type { Source } from '../../src/model/index.ts';
import { UsageError } from '../error.ts';
import { createFetcher } from '../fetch.ts';
import { type Probe, probeSource } from '../probe.ts';
import { problemLine } from '../problem.ts';
import { plain, type Terminal } from '../terminal.ts';
import { loadSources, openWorkspace, readRegistries } from '../workspace.ts';
import { writeAtomic } from '../write.ts';
import type { Arguments, Command, ExitCode } from './command.ts';
import { FETCH_FLAGS, FETCH_HELP, readFetchOptions, stopSignal } from './fetch-flags.ts';
import { flagText } from './flags.ts';

const yesNo = (value: boolean): string => (value ? '是 yes' : '否 no');

const listLine = ({ id, name, kind, enabled, verified }: Source): string =>
  `${id}\t${name}\t${kind}\t启用 enabled: ${yesNo(enabled)}\t已验证 verified: ${yesNo(verified)}`;

function probeLines({ id, lists, notice, problems }: Probe): string[] {
  return [
    `${id}: ${problems.length === 0 ? '可用 works' : '有问题 trouble'}`,
    ...lists.map(
      ({ url, pages, rows, wanted, titles }) =>
        `  ${url}: ${pages} 页 pages, ${rows} 行 rows, ${wanted} 入选 wanted${titles.map((title) => `\n    ${title}`).join('')}`,
    ),
    ...(notice
      ? [
          `  ${notice.url}: ${notice.docType}, ${notice.title ?? '—'}, ${notice.enterprise ?? '—'}, ${notice.chars} 字 characters, ${notice.figures} 数据 figures`,
          ...(notice.document ? [`  正文在附件 its text is in ${notice.document}`] : []),
        ]
      : []),
    ...problems.map((problem) => `  ! ${problem}`),
  ];
}

function choose(all: readonly Source[], ids: readonly string[]): Source[] {
  const unknown = ids.filter((id) => !all.some((source) => source.id === id));
  if (unknown.length > 0) throw new UsageError(`no source ${unknown.join(', ')}`);
  return ids.length === 0 ? [...all] : all.filter(({ id }) => ids.includes(id));
}

/** Tries each source once, one after the other. */
async function probe(
  args: Arguments,
  workspace: string,
  chosen: readonly Source[],
  { out, log, progress }: Terminal,
): Promise<ExitCode> {
  const { signal, forget } = stopSignal(log);
  const save = flagText(args.flags, 'save');
  const lookups = await readRegistries(workspace);
  const fetcher = createFetcher(readFetchOptions(args, signal), (line) => log(plain(line)));
  let failed = 0;
  try {
    for (const [index, source] of chosen.entries()) {
      if (signal.aborted) break;
      progress(`${index + 1}/${chosen.length} ${source.id}`);
      const at = new Date().toISOString();
      const { probe: found, page } = await probeSource(source, fetcher, lookups, at);
      if (found.problems.length > 0) failed++;
      await out(`${probeLines(found).map(plain).join('\n')}\n`);
      if (save !== undefined && page) {
        await writeAtomic(join(save, source.id, 'page.html'), page.bytes);
        await writeAtomic(join(save, source.id, 'probe.json'), `${JSON.stringify({ at, ...found }, null, 2)}\n`);
      }
    }
  } finally {
    progress('');
    await fetcher.close();
    forget();
  }
  log(`${chosen.length - failed}/${chosen.length} 可用 work`);
  return failed > 0 ? 1 : 0;
}

async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [action, ...ids] = args.inputs;
  if (action !== 'list' && action !== 'probe')
    throw new UsageError(`say list or probe${action ? `, not "${action}"` : ''}`);
  const workspace = await openWorkspace(flagText(args.flags, 'workspace'));
  const { values, problems } = await loadSources(workspace);
  for (const problem of problems) terminal.log(plain(problemLine(problem)));
  const chosen = choose(values, ids);
  if (action === 'probe') return probe(args, workspace, chosen, terminal);
  for (const source of chosen) await terminal.out(`${plain(listLine(source))}\n`);
  return problems.length > 0 ? 1 : 0;
}

export const sources: Command = {
  help: `
用法 Usage: zhenggai sources list [ID…]
            zhenggai sources probe [ID…] [options]

list   列出已登记的来源 / lists the declared sources
probe  从联网的机器逐一试访来源：robots.txt、列表、一份通报，说明所见；不写入工作区
       tries each source from a networked machine (robots.txt, lists, one notice) and says what it found; stores nothing.
       After a good probe, set "verified: true", save an example with its answer, and then "enabled: true".

  --save DIR        把试访的页面与结果存为样例 / saves the page and what was found, as the start of an example
${FETCH_HELP}`,
  options: { save: { type: 'string' }, ...FETCH_FLAGS },
  run,
};
