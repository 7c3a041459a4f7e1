import { UsageError } from '../error.ts';
import { inspectWorkspace } from '../inspect.ts';
import { problemLine } from '../problem.ts';
import { plain, type Terminal } from '../terminal.ts';
import { openWorkspace } from '../workspace.ts';
import type { Arguments, Command, ExitCode } from './command.ts';
import { flagText } from './flags.ts';

async function run({ flags, inputs }: Arguments, { out, log, progress }: Terminal): Promise<ExitCode> {
  if (inputs.length > 0) throw new UsageError(`unexpected ${inputs.join(' ')}: name a workspace with --workspace`);
  const workspace = await openWorkspace(flagText(flags, 'workspace'));
  const { problems, counts } = await inspectWorkspace(
    workspace,
    (done, all) => progress(`${done}/${all} 记录 records`),
    { mustHaveArchive: flags.archive === true },
  );
  progress('');
  for (const problem of problems) await out(`${plain(problemLine(problem))}\n`);
  const errors = problems.filter(({ severity }) => severity !== 'warning').length;
  const { records, sample, evidence, texts, captures, sources } = counts;
  log(
    `${records} 记录 records${sample > 0 ? ` (${sample} 示例 sample)` : ''} · ${sources} 来源 sources · ${evidence} 出处 quotes in ${texts} 正文 texts · ${captures} 采集件 captures: ` +
      `${errors} 错误 errors, ${problems.length - errors} 提醒 warnings`,
  );
  return errors > 0 ? 1 : 0;
}

export const check: Command = {
  help: `
用法 Usage: zhenggai check [options]

校验整个工作区：各登记表与记录的结构、出处与正文逐字相符、引用、重复、过期的校正、归档完整。每个问题一行。
Validates the whole workspace: schemas, quotes against the archived texts, references, duplicates, stale corrections,
the archive’s bytes against their hashes. One line per problem: file, place, value, what to do.

  --archive         归档必须齐全：每条记录的正文与原件都在 / the archive must hold every record’s text and bytes`,
  options: { archive: { type: 'boolean' } },
  run,
};
