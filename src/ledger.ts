import { refuseDrop } from './drop.ts';
import { countPublished, filledFields, type Source, type SourceHealth } from './model/index.ts';
import type { Ledger } from './views/ledger.ts';
import { indexNotices } from './views/notices.ts';
import { once } from './views/once.ts';
import { type NoticeSummary, summarise } from './views/summary.ts';
import {
  checkCorrectionFiles,
  readCheckedRecord,
  readHealth,
  readRegistries,
  recordIds,
  WorkspaceError,
  workspaceDir,
} from './workspace.ts';

/**
 * Reads a workspace: registries, and every record condensed.
 * @throws CorrectionError where a correction is stale, DropError where less is left than was published: the build must stop.
 */
export function readLedger(dir: string): Ledger {
  const registries = readRegistries(dir);
  const health = readHealth(dir);
  const unreadable: string[] = [];
  const summaries: NoticeSummary[] = [];
  const filled: string[][] = [];
  const ids = recordIds(dir);
  checkCorrectionFiles(dir, ids);
  for (const id of ids) {
    try {
      const record = readCheckedRecord(dir, id);
      summaries.push(summarise(record));
      if (!record.sample) filled.push(filledFields(record));
    } catch (error) {
      if (!(error instanceof WorkspaceError)) throw error;
      unreadable.push(error.message);
    }
  }
  refuseDrop(dir, countPublished(filled));
  return {
    registries,
    enterprises: new Map(registries.enterprises.map((e) => [e.id, e])),
    rounds: new Map(registries.rounds.map((r) => [r.id, r])),
    topics: new Map(registries.topics.map((t) => [t.id, t])),
    noindex: new Map(registries.noindex.map((page) => [page.path, page])),
    unreadable,
    samples: summaries.filter((n) => n.sample).length,
    health,
    asOf: latest([...summaries.map((n) => n.retrievedAt), ...health.map((h) => h.lookedAt)]),
    lookedAt: looks(registries.sources, health),
    ...indexNotices(summaries),
  };
}

/** The latest day among instants; null among none. */
const latest = (instants: readonly (string | null)[]): string | null =>
  instants.reduce<string | null>((last, i) => (i && (!last || i > last) ? i : last), null)?.slice(0, 10) ?? null;

/** When the own site of each enterprise was looked at last. */
function looks(sources: readonly Source[], health: readonly SourceHealth[]): Map<string, string> {
  const bySource = new Map(health.map((h) => [h.id, h.lookedAt.slice(0, 10)]));
  return new Map(
    sources.flatMap((source): [string, string][] => {
      const day = bySource.get(source.id);
      return source.enterprise && day ? [[source.enterprise, day]] : [];
    }),
  );
}

/** The ledger of this build. Kept: reading it again for each of thousands of pages would take hours. */
export const getLedger = once(() => {
  const ledger = readLedger(workspaceDir());
  for (const line of ledger.unreadable) console.warn(`[ledger] left out: ${line}`);
  return ledger;
});
