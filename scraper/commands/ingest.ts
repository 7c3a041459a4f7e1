import { readdir, readFile, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename, join } from 'node:path';
import { countPublished } from '../../src/model/index.ts';
import { type CaptureFacts, listCaptures, readCapture, saveCapture, sha256 } from '../archive.ts';
import { keepBaseline } from '../baseline.ts';
import { DAMAGE_ADVICE, isDamaged } from '../damage.ts';
import { InputError, UsageError } from '../error.ts';
import { rankSources } from '../link/rank.ts';
import { takeLock } from '../lock.ts';
import { type Lookups, readNotice } from '../pipeline.ts';
import { problemLine } from '../problem.ts';
import { type Outcome, openStore, type Store } from '../store.ts';
import { plain, type Terminal } from '../terminal.ts';
import { loadSources, openWorkspace, readRegistries } from '../workspace.ts';
import { sweepTemporary } from '../write.ts';
import type { Arguments, Command, ExitCode } from './command.ts';
import { flagText } from './flags.ts';

/** Where handed-in files come from. */
interface Origin {
  readonly url: string | null;
  readonly publisher: string | null;
  readonly by: string;
  readonly sample?: true;
}

interface Intake {
  readonly workspace: string;
  readonly lookups: Lookups;
  readonly store: Store;
  /** Paths of capture descriptions by the first digits of their hash. */
  readonly captures: Map<string, string[]>;
  readonly origin: Origin;
}

/** A file to read, or why a path gives none. */
type Found = { readonly file: string } | { readonly problem: string };

const ACCESS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder: check the path',
  EACCES: 'cannot be read: check its permissions',
};
const accessLine = (path: string, error: unknown) => {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return `${path}: ${ACCESS[code] ?? `cannot be read (${code})`}`;
};

/** What describes a folder is no notice. */
const DESCRIBES_FOLDER = /^(README|LICEN[CS]E|CHANGELOG)(\.\w+)?$/i;

/** The files of a path in a stable order; inside folders, hidden ones, links and a README are left out. */
async function* findFiles(path: string): AsyncGenerator<Found> {
  try {
    if (!(await stat(path)).isDirectory()) {
      yield { file: path };
      return;
    }
    const entries = await readdir(path, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.') || DESCRIBES_FOLDER.test(entry.name)) continue;
      if (entry.isDirectory()) yield* findFiles(join(path, entry.name));
      else if (entry.isFile()) yield { file: join(path, entry.name) };
    }
  } catch (error) {
    yield { problem: accessLine(path, error) };
  }
}

async function captureOf({ workspace, captures, origin }: Intake, hash: string) {
  for (const path of captures.get(hash.slice(0, 12)) ?? []) {
    const capture = await readCapture(workspace, path);
    if (capture?.sha256 === hash && capture.url === origin.url) return capture;
  }
  return null;
}

/** Reads one file into the workspace as if it had been fetched: capture, then text, then record. */
async function takeIn(
  intake: Intake,
  file: string,
  warn: (line: string) => void,
): Promise<{ outcome: Outcome; id: string; damaged: boolean }> {
  const { workspace, lookups, store, origin } = intake;
  const bytes = new Uint8Array(
    await readFile(file).catch((error) => {
      throw new InputError(accessLine(file, error));
    }),
  );
  const hash = sha256(bytes);
  const before = await captureOf(intake, hash);
  const retrievedAt = before?.retrievedAt ?? new Date().toISOString();
  const publisher = origin.publisher ?? before?.publisher ?? null;
  const reading = await readNotice(
    { bytes, name: file, url: origin.url, publisher, retrievedAt, ...(origin.sample && { sample: true }) },
    lookups,
  );
  const damaged = isDamaged(reading, file);
  for (const warning of reading.warnings) warn(`${file}: ${warning}${damaged ? `: ${DAMAGE_ADVICE}` : ''}`);
  const plan = await store.plan({
    record: reading.record,
    text: reading.text,
    passages: reading.passages,
    source: { url: origin.url, publisher, retrievedAt, sha256: hash, status: 'live' },
    ...(before && { pageChanged: false }),
  });
  for (const id of plan.proposals) warn(`${file}: may be the same notice as ${id}: kept apart until a person decides`);
  if (!before) {
    const { url, by, sample } = origin;
    const facts: CaptureFacts = {
      url,
      retrievedAt,
      kind: 'notice',
      publisher,
      by,
      name: basename(file),
      ...(sample && { sample }),
    };
    await saveCapture(workspace, facts, bytes);
  }
  await store.commit(plan);
  return { outcome: plan.outcome, id: plan.record.id, damaged };
}

function readFlags({ flags, inputs }: Arguments): Origin {
  if (inputs.length === 0) throw new UsageError('no input: give files or folders');
  const url = flagText(flags, 'url') ?? null;
  if (url !== null && !/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) {
    throw new UsageError(`--url is not an http(s) address: ${url}`);
  }
  if (url !== null && inputs.length > 1) throw new UsageError('--url is the address of one file; there are several');
  const by = flagText(flags, 'by') ?? userInfo().username;
  return { url, publisher: flagText(flags, 'publisher') ?? null, by, ...(flags.sample === true && { sample: true }) };
}

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  new: '新增 new',
  changed: '有变化 changed',
  added: '新出处 further source',
  reread: '重新解析 reread',
  unchanged: '无变化 unchanged',
};

async function takeInAll(intake: Intake, inputs: readonly string[], { log, progress }: Terminal): Promise<number> {
  let failed = 0;
  const counts = new Map<Outcome, number>();
  for (const input of inputs) {
    let files = 0;
    for await (const found of findFiles(input)) {
      files++;
      try {
        if ('problem' in found) throw new InputError(found.problem);
        if (intake.origin.url !== null && files > 1)
          throw new InputError(`${found.file}: --url is the address of one file: not taken in`);
        progress(plain(found.file));
        const { outcome, id, damaged } = await takeIn(intake, found.file, (line) => log(plain(line)));
        counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
        if (damaged) failed++;
        if (outcome !== 'unchanged') log(`${OUTCOMES[outcome]}: ${id} ← ${plain(found.file)}`);
      } catch (error) {
        failed++;
        const { message, stack } = error as Error;
        const file = 'file' in found ? `${found.file}: ` : '';
        if (error instanceof InputError) log(plain(message.startsWith(file) ? message : file + message));
        else
          log(
            plain(
              `${file}internal error: ${process.env.ZHENGGAI_DEBUG ? stack : message} (a bug of ours: please report it)`,
            ),
          );
      }
    }
    if (files === 0) {
      failed++;
      log(`${plain(input)}: an empty folder: nothing to take in`);
    }
  }
  progress('');
  const summary = [...counts].map(([outcome, count]) => `${count} ${OUTCOMES[outcome]}`).join(' · ');
  log(`${summary || '0'}${failed > 0 ? ` · ${failed} 失败 failed` : ''}`);
  return failed;
}

async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const origin = readFlags(args);
  const workspace = await openWorkspace(flagText(args.flags, 'workspace'));
  const lookups = await readRegistries(workspace);
  const release = await takeLock(workspace, 'ingest', terminal.log);
  try {
    await sweepTemporary(join(workspace, 'archive'));
    await sweepTemporary(join(workspace, 'content/records'));
    const sources = await loadSources(workspace);
    const store = await openStore(workspace, rankSources(sources.values, lookups.enterprises));
    for (const problem of store.problems) terminal.log(plain(problemLine(problem)));
    const captures = await listCaptures(workspace);
    const failed = await takeInAll({ workspace, lookups, store, captures, origin }, args.inputs, terminal);
    const published = [...store.entries()].filter(({ isSample }) => !isSample).map(({ filled }) => filled);
    const drops = await keepBaseline(workspace, countPublished(published));
    for (const drop of drops) terminal.log(plain(problemLine(drop)));
    return failed + store.problems.length + drops.length > 0 ? 1 : 0;
  } finally {
    await release();
  }
}

export const ingest: Command = {
  help: `
用法 Usage: zhenggai ingest PATH… [options]

把文件或整个文件夹收入工作区：原件、正文与记录，如同采集所得。相同的文件再次收入时不写任何内容。
Takes files or whole folders into the workspace (capture, text, record) as if they had been fetched. The same bytes again change nothing.

  --publisher NAME  发布者 / who published it
  --url U           该文件的网址（仅限一个文件） / address that the file comes from (one file only)
  --by WHO          收入人（默认：当前用户） / who hands it in (default: the current user)
  --sample          标为示例 / mark as an invented sample`,
  options: {
    publisher: { type: 'string' },
    url: { type: 'string' },
    by: { type: 'string' },
    sample: { type: 'boolean' },
  },
  run,
};
