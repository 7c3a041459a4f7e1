import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  byRelease,
  compareStates,
  type FactSheet,
  factSheet,
  type NoticeChange,
  RECORD_VERSION,
  Release,
  releasePath,
  StateLine,
  statePath,
  WORKSPACE,
} from '../../src/model/index.ts';
import { correctedRecords } from '../corrected.ts';
import { InputError, UsageError } from '../error.ts';
import { takeLock } from '../lock.ts';
import { problemLine, showValue } from '../problem.ts';
import { plain, type Terminal } from '../terminal.ts';
import { openWorkspace } from '../workspace.ts';
import { writeAtomic } from '../write.ts';
import type { Arguments, Command, ExitCode } from './command.ts';
import { flagText } from './flags.ts';

/** What every notice said at the latest release. Throws InputError where the file is broken. */
async function readState(workspace: string): Promise<Map<string, FactSheet>> {
  const text = await readFile(join(workspace, statePath), 'utf8').catch(() => '');
  const lines = text.split('\n').filter(Boolean);
  return new Map(
    lines.map((line, index) => {
      try {
        const sheet = StateLine.parse(JSON.parse(line)) as FactSheet;
        return [sheet.id, sheet];
      } catch {
        throw new InputError(`${statePath}: line ${index + 1} is broken: restore it from the repository’s history`);
      }
    }),
  );
}

/** What every notice says now. Throws InputError where a record or a correction is in trouble: half a state is none. */
async function presentState(workspace: string): Promise<Map<string, FactSheet>> {
  const sheets = new Map<string, FactSheet>();
  const troubles: string[] = [];
  for await (const { record } of correctedRecords(workspace, (problem) => troubles.push(problemLine(problem))))
    if (!record.sample) sheets.set(record.id, factSheet(record));
  if (troubles.length > 0) throw new InputError(`nothing was released: ${troubles.slice(0, 3).join('\n')}`);
  return sheets;
}

async function freeId(workspace: string, day: string): Promise<string> {
  const taken = (await readdir(join(workspace, WORKSPACE.releases)).catch((): string[] => []))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length));
  const latest = taken.sort(byRelease).at(-1);
  if (latest && byRelease(latest, day) > 0 && latest.slice(0, 10) !== day)
    throw new UsageError(`--on ${day}: there is a later release, ${latest}`);
  for (let number = 1; ; number++) {
    const id = number === 1 ? day : `${day}-${number}`;
    if (!taken.includes(id)) return id;
  }
}

/** What became of a notice; where it was there before, every fact and figure that changed. */
function changeLine({ id, kind, fields, figuresAdded, figuresRemoved }: NoticeChange): string {
  if (kind === 'added' || kind === 'gone')
    return `${kind} ${id}: ${fields.length} 事实 facts, ${figuresAdded.length + figuresRemoved.length} 数据 figures`;
  const parts = [
    ...fields.map(({ field, from, to }) => `${field} ${showValue(from)} → ${showValue(to)}`),
    ...figuresRemoved.map((figure) => `−${figure}`),
    ...figuresAdded.map((figure) => `+${figure}`),
  ];
  return `${kind} ${id}: ${parts.join(' · ')}`;
}

async function run({ flags, inputs }: Arguments, { out, log }: Terminal): Promise<ExitCode> {
  if (inputs.length > 0) throw new UsageError(`unexpected ${inputs.join(' ')}`);
  const day = flagText(flags, 'on') ?? new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new UsageError(`--on is a day, YYYY-MM-DD, not "${day}"`);
  const note = flagText(flags, 'note');
  const workspace = await openWorkspace(flagText(flags, 'workspace'));
  const unlock = await takeLock(workspace, 'release', log);
  try {
    const now = await presentState(workspace);
    const changes = compareStates(await readState(workspace), now);
    for (const change of changes) await out(`${plain(changeLine(change))}\n`);
    if (changes.length === 0) {
      log('自上一版本以来没有变化 / nothing has changed since the latest release');
      return 0;
    }
    if (flags['dry-run'] === true) return 0;
    const id = await freeId(workspace, day);
    const figures = [...now.values()].reduce((sum, sheet) => sum + sheet.figures.length, 0);
    const release = Release.parse({
      id,
      schema: RECORD_VERSION,
      notices: now.size,
      figures,
      ...(note && { note }),
      changes,
    });
    const lines = [...now.keys()].sort().map((each) => `${JSON.stringify(now.get(each))}\n`);
    // The release first: a kill in between repeats it, where a lost one would never be told.
    await writeAtomic(join(workspace, releasePath(id)), `${JSON.stringify(release, null, 2)}\n`);
    await writeAtomic(join(workspace, statePath), lines.join(''));
    log(`已发布 released: ${releasePath(id)} (${changes.length} 处变化 changes)`);
    return 0;
  } finally {
    await unlock();
  }
}

export const release: Command = {
  help: `
用法 Usage: zhenggai release [options]

把数据的现状定为一个有日期的版本：与上一版本比较，把新增、变化、校正、消失的通报写入 content/releases/，然后提交。
Dates the present state of the data: compares it with the latest release and writes what was added, changed, corrected and
gone to content/releases/, to be committed. Samples are left out.

  --on DATE         版本日期（默认：今天） / day of the version (default: today)
  --note TEXT       说明 / what a reader of the data should know
  --dry-run         只列出变化 / lists the changes, writes nothing`,
  options: { on: { type: 'string' }, note: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  run,
};
