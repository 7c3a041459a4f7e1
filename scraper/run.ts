import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { countPublished, healthPath, RunReport, type Source, SourceHealth, WORKSPACE } from '../src/model/index.ts';
import { listCaptures } from './archive.ts';
import { keepBaseline } from './baseline.ts';
import { UsageError } from './error.ts';
import { createFetcher, type FetchOptions, isAllowedHost } from './fetch.ts';
import { summarise } from './health.ts';
import { rankSources } from './link/rank.ts';
import { takeLock } from './lock.ts';
import { countRequests } from './looks.ts';
import { problemLine } from './problem.ts';
import { hostsOf } from './sources.ts';
import { openStore } from './store.ts';
import { type RunContext, visitSource } from './visit.ts';
import { loadSources, openWorkspace, readRegistries } from './workspace.ts';
import { sweepTemporary, syncFolder, writeAtomic, writeIfChanged } from './write.ts';

export interface ScrapeOptions {
  /** Folder with content/ and archive/; default: the repository. */
  readonly workspace?: string;
  /** Ids of sources, enabled or not; default: all that are enabled. */
  readonly sources?: readonly string[];
  /** Only rows dated on or after this day, YYYY-MM-DD. */
  readonly since?: string;
  /** Where the sources are declared, relative to the workspace; default content/sources. */
  readonly sourceFolder?: string;
  readonly fetchOptions?: FetchOptions;
  /** A line for people. */
  readonly log?: (line: string) => void;
  /** The state of the run in one line, for a terminal. */
  readonly progress?: (line: string) => void;
  /** File that gets the report as JSON. */
  readonly report?: string;
}

/** Sources visited at the same time; each host is asked one request at a time whatever this is. */
const PARALLEL = 6;
/** A run that was interrupted longer ago than this is not gone on with. */
const RESUME_HOURS = 20;
const MARKER = `${WORKSPACE.runs}/current.json`;

/** Enterprises first, mirrors last, so that a mirror’s copy always finds the original. */
const PHASES: readonly (readonly Source['kind'][])[] = [['own', 'authority'], ['media'], ['mirror']];

function chooseSources(all: readonly Source[], ids: readonly string[] | undefined): Source[] {
  if (!ids || ids.length === 0) return all.filter(({ enabled }) => enabled);
  const unknown = ids.filter((id) => !all.some((source) => source.id === id));
  if (unknown.length > 0) {
    const known = all.map(({ id }) => id).slice(0, 20);
    throw new UsageError(`no source ${unknown.join(', ')}: there are ${known.join(', ') || 'none'}`);
  }
  return all.filter(({ id }) => ids.includes(id));
}

/** Runs work over items, at most `width` at a time, in order of the items. */
async function pool<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
}

/** A function that runs works one at a time, in the order of the calls. */
function serialiser(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

async function readHealth(workspace: string, id: string): Promise<SourceHealth | null> {
  const text = await readFile(join(workspace, healthPath(id)), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return SourceHealth.parse(JSON.parse(text));
  } catch {
    return null; // of an older form: the next one is written whole
  }
}

/** When the run began: now, or when the run that was interrupted did. */
async function beginning(workspace: string, now: Date, log: (line: string) => void): Promise<string> {
  const text = await readFile(join(workspace, MARKER), 'utf8').catch(() => '');
  const before = /"startedAt":\s?"([^"]{20,30})"/.exec(text)?.[1];
  if (before && now.getTime() - Date.parse(before) < RESUME_HOURS * 3_600_000) {
    log(`going on with the run of ${before}, which was interrupted`);
    return before;
  }
  const startedAt = now.toISOString();
  await writeAtomic(join(workspace, MARKER), `${JSON.stringify({ startedAt })}\n`);
  return startedAt;
}

const BAR = 20;

/** `████████░░░░ 40/100 通报 notices · 3/10 来源 sources`; the number of notices grows as lists are read. */
function progressLine(done: { sources: number; notices: number; expected: number }, sources: number): string {
  const filled = done.expected === 0 ? 0 : Math.floor((BAR * done.notices) / done.expected);
  const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled);
  return `${bar} ${done.notices}/${done.expected} 通报 notices · ${done.sources}/${sources} 来源 sources`;
}

/** Of a run without sources: nothing was looked at, nothing is written. */
const emptyReport = (at: Date, problems: string[]): RunReport => ({
  startedAt: at.toISOString(),
  endedAt: at.toISOString(),
  interrupted: false,
  sources: [],
  problems,
});

const format = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * One scrape: sources in, report out. Everything that could be saved is saved, whatever else fails.
 * Throws UsageError (wrong source, unreadable workspace) and InputError (workspace in use).
 */
export async function runScrape(options: ScrapeOptions = {}): Promise<RunReport> {
  const { log = () => undefined, progress = () => undefined, fetchOptions = {} } = options;
  const now = () => new Date((fetchOptions.now ?? Date.now)());
  const workspace = await openWorkspace(options.workspace);
  const lookups = await readRegistries(workspace);
  const loaded = await loadSources(workspace, options.sourceFolder);
  const chosen = chooseSources(loaded.values, options.sources);
  if (chosen.length === 0) return emptyReport(now(), loaded.problems.map(problemLine));
  const release = await takeLock(workspace, 'scrape', log, now);
  try {
    const swept =
      (await sweepTemporary(join(workspace, 'archive'))) + (await sweepTemporary(join(workspace, 'content')));
    if (swept > 0) log(`removed ${swept} half-written files of an interrupted run`);
    await mkdir(join(workspace, WORKSPACE.records), { recursive: true });
    const startedAt = await beginning(workspace, now(), log);
    const store = await openStore(workspace, rankSources(loaded.values, lookups.enterprises));
    const problems = [...loaded.problems, ...store.problems].map(problemLine);
    for (const problem of problems) log(problem);
    const asked = await countRequests(workspace, now().toISOString().slice(0, 10));
    const fetcher = createFetcher(fetchOptions, log, asked);
    const done = { sources: 0, notices: 0, expected: 0 };
    const show = () => progress(progressLine(done, chosen.length));
    const context: RunContext = {
      workspace,
      lookups,
      store,
      fetcher,
      captures: await listCaptures(workspace),
      since: options.since ?? null,
      startedAt,
      now,
      log,
      expect: (notices) => {
        done.expected += notices;
        show();
      },
      step: () => {
        done.notices++;
        show();
      },
      serially: serialiser(),
    };
    const healths: SourceHealth[] = [];
    try {
      show();
      for (const phase of PHASES) {
        await pool(
          chosen.filter(({ kind }) => phase.includes(kind)),
          PARALLEL,
          async (source) => {
            const visited = await visitSource(context, source);
            const hosts = hostsOf(source);
            const isHere = (url: string) => URL.canParse(url) && isAllowedHost(hosts, new URL(url).host);
            const health = summarise({
              source,
              visited,
              entries: [...store.entries()].filter(({ urls }) => urls.some(isHere)),
              before: await readHealth(workspace, source.id),
              hosts: [...hosts].map(fetcher.countOf),
              now: now(),
            });
            await writeIfChanged(join(workspace, healthPath(source.id)), format(SourceHealth.parse(health)));
            healths.push(health);
            done.sources++;
            show();
          },
        );
      }
    } finally {
      await fetcher.close();
      progress('');
    }
    const interrupted = fetchOptions.signal?.aborted ?? false;
    const published = [...store.entries()].filter(({ isSample }) => !isSample).map(({ filled }) => filled);
    const drops = (await keepBaseline(workspace, countPublished(published))).map(problemLine);
    for (const drop of drops) log(drop);
    const report = RunReport.parse({
      startedAt,
      endedAt: now().toISOString(),
      interrupted,
      sources: healths.sort((a, b) => (a.id < b.id ? -1 : 1)),
      problems: [...problems, ...drops],
    });
    await writeAtomic(join(workspace, WORKSPACE.runs, `${startedAt.replace(/[-:]|\.\d+/g, '')}.json`), format(report));
    if (options.report) await writeAtomic(options.report, format(report));
    for (const folder of [WORKSPACE.records, WORKSPACE.captures, WORKSPACE.texts])
      await syncFolder(join(workspace, folder));
    if (!interrupted) await rm(join(workspace, MARKER), { force: true });
    return report;
  } finally {
    await release();
  }
}
