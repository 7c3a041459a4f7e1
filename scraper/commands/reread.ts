import { join } from 'node:path';
import { listCaptures } from '../archive.ts';
import { correctionProblems, correctionsById, loadCorrections } from '../corrections.ts';
import { InputError, UsageError } from '../error.ts';
import { rankSources } from '../link/rank.ts';
import { takeLock } from '../lock.ts';
import { problemLine, showValue } from '../problem.ts';
import { type Change, type Drift, reread as rereadOne } from '../reread.ts';
import { openStore } from '../store.ts';
import { plain, type Terminal } from '../terminal.ts';
import { loadSources, openWorkspace, readRegistries } from '../workspace.ts';
import { sweepTemporary } from '../write.ts';
import type { Arguments, Command, ExitCode } from './command.ts';
import { flagText } from './flags.ts';

function changeText({ path, from, to }: Change): string {
  if (!path.endsWith('[]')) return `${path}: ${showValue(from)} → ${showValue(to)}`;
  const member = from ?? to;
  return `${path}: ${from === null ? '+' : '−'} ${typeof member === 'string' ? member : showValue(member)}`;
}

const driftLines = ({ id, changes }: Drift): string[] =>
  changes.length === 0
    ? [`${id}: 只有出处的位置或修复 only places in the text, or repairs`]
    : changes.map((change) => `${id}: ${changeText(change)}`);

/** In how many records each path differs, the most frequent first. */
function pathCounts(drifts: readonly Drift[]): string[] {
  const counts = new Map<string, number>();
  for (const { changes } of drifts)
    for (const path of new Set(changes.map((change) => change.path))) counts.set(path, (counts.get(path) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([path, n]) => `${path} ${n}`);
}

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
    const files = await loadCorrections(workspace);
    const corrections = correctionsById(files);
    const drifts: Drift[] = [];
    const counts = { same: 0, unarchived: 0, failed: 0, stale: 0 };
    for (const [index, id] of (inputs.length > 0 ? inputs : all).entries()) {
      progress(`${index + 1}/${all.length} ${id}`);
      try {
        const result = await rereadOne(context, id);
        if (result === null) {
          counts.unarchived++;
          continue;
        }
        if (result.plan.outcome === 'unchanged') counts.same++;
        else {
          drifts.push(result.drift);
          for (const line of driftLines(result.drift)) await out(`${plain(line)}\n`);
          const stale = correctionProblems(result.plan.record, corrections.get(id) ?? [], files);
          for (const problem of stale) log(plain(problemLine(problem)));
          counts.stale += stale.length;
        }
        if (isTrial) store.abandon(result.plan);
        else await store.commit(result.plan);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        counts.failed++;
        log(plain(`${id}: ${error.message}`));
      }
    }
    progress('');
    const { same, unarchived, failed, stale } = counts;
    if (drifts.length > 1) log(pathCounts(drifts).join(' · '));
    log(
      [
        `${drifts.length} ${isTrial ? '会变 would change' : '已变 changed'}`,
        `${same} 无变化 unchanged`,
        `${unarchived} 无采集件 not in the archive`,
        ...(stale > 0 ? [`${stale} 校正过期 stale corrections`] : []),
        ...(failed > 0 ? [`${failed} 失败 failed`] : []),
      ].join(' · '),
    );
    return failed + store.problems.length > 0 ? 1 : 0;
  } finally {
    await release();
  }
}

export const reread: Command = {
  help: `
用法 Usage: zhenggai reread [ID…] [options]

用当前的解析器重新读取归档中的采集件，逐条列出会变的事实、数据、事项、核验，以及会因此过期的校正；网页本身没有变化，不产生新版本。
Reads the captures of the archive again with the present reader and lists every fact, figure, item and check
that changes, a line each, and the corrections that go stale. The pages did not change, so no versions are made.

  --dry-run         只列出，不写入 / lists only, writes nothing`,
  options: { 'dry-run': { type: 'boolean' } },
  run,
};
