import { join } from 'node:path';
import { listCaptures } from '../archive.ts';
import { InputError, UsageError } from '../error.ts';
import { rankSources } from '../link/rank.ts';
import { takeLock } from '../lock.ts';
import { problemLine, showValue } from '../problem.ts';
import { type Drift, reread as rereadOne } from '../reread.ts';
import { openStore } from '../store.ts';
import { plain, type Terminal } from '../terminal.ts';
import { loadSources, openWorkspace, readRegistries } from '../workspace.ts';
import { sweepTemporary } from '../write.ts';
import type { Arguments, Command, ExitCode } from './command.ts';
import { flagText } from './flags.ts';

const driftLines = ({ id, changes }: Drift): string[] =>
  changes.map(({ path, from, to }) => `${id}: ${path}: ${showValue(from)} → ${showValue(to)}`);

async function run({ flags, inputs }: Arguments, { out, log, progress }: Terminal): Promise<ExitCode> {
  const workspace = await openWorkspace(flagText(flags, 'workspace'));
  const isTrial = flags['dry-run'] === true;
  const lookups = await readRegistries(workspace);
  const release = await takeLock(workspace, 'reread', log);
  try {
    await sweepTemporary(join(workspace, 'content/records'));
    const sources = (await loadSources(workspace)).values;
    const store = await openStore(workspace, rankSources(sources, lookups.enterprises));
    for (const problem of store.problems) log(plain(problemLine(problem)));
    const all = [...store.entries()].map(({ id }) => id);
    const unknown = inputs.filter((id) => !all.includes(id));
    if (unknown.length > 0) throw new UsageError(`no record ${unknown.join(', ')}`);
    const context = { workspace, lookups, store, sources, captures: await listCaptures(workspace) };
    const counts = { changed: 0, same: 0, unarchived: 0, failed: 0 };
    for (const [index, id] of (inputs.length > 0 ? inputs : all).entries()) {
      progress(`${index + 1}/${all.length} ${id}`);
      try {
        const result = await rereadOne(context, id);
        if (result === null) {
          counts.unarchived++;
          continue;
        }
        counts[result.plan.outcome === 'unchanged' ? 'same' : 'changed']++;
        for (const line of driftLines(result.drift)) await out(`${plain(line)}\n`);
        if (isTrial) store.abandon(result.plan);
        else await store.commit(result.plan);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        counts.failed++;
        log(plain(`${id}: ${error.message}`));
      }
    }
    progress('');
    const { changed, same, unarchived, failed } = counts;
    log(
      `${changed} ${isTrial ? '会变 would change' : '已变 changed'} · ${same} 无变化 unchanged · ${unarchived} 无采集件 not in the archive${failed > 0 ? ` · ${failed} 失败 failed` : ''}`,
    );
    return failed + store.problems.length > 0 ? 1 : 0;
  } finally {
    await release();
  }
}

export const reread: Command = {
  help: `
用法 Usage: zhenggai reread [ID…] [options]

用当前的解析器重新读取归档中的采集件，逐条列出会变的事实；网页本身没有变化，不产生新版本。
Reads the captures of the archive again with the present reader and lists every fact that changes, a line each.
The pages did not change, so no versions are made.

  --dry-run         只列出，不写入 / lists only, writes nothing`,
  options: { 'dry-run': { type: 'boolean' } },
  run,
};
