import type { Ledger } from './views/ledger.ts';
import { indexNotices } from './views/notices.ts';
import { once } from './views/once.ts';
import { type NoticeSummary, summarise } from './views/summary.ts';
import { readCheckedRecord, readRegistries, recordIds, WorkspaceError, workspaceDir } from './workspace.ts';

/** Reads a workspace: registries, and every record condensed. */
export function readLedger(dir: string): Ledger {
  const registries = readRegistries(dir);
  const unreadable: string[] = [];
  const summaries: NoticeSummary[] = [];
  for (const id of recordIds(dir)) {
    try {
      summaries.push(summarise(readCheckedRecord(dir, id)));
    } catch (error) {
      if (!(error instanceof WorkspaceError)) throw error;
      unreadable.push(error.message);
    }
  }
  return {
    registries,
    enterprises: new Map(registries.enterprises.map((e) => [e.id, e])),
    rounds: new Map(registries.rounds.map((r) => [r.id, r])),
    topics: new Map(registries.topics.map((t) => [t.id, t])),
    unreadable,
    samples: summaries.filter((n) => n.sample).length,
    asOf: summaries.reduce<string | null>((latest, n) => max(latest, n.retrievedAt?.slice(0, 10) ?? null), null),
    ...indexNotices(summaries),
  };
}

const max = (a: string | null, b: string | null): string | null => (a && (!b || a > b) ? a : b);

/** The ledger of this build. Kept: reading it again for each of thousands of pages would take hours. */
export const getLedger = once(() => {
  const ledger = readLedger(workspaceDir());
  for (const line of ledger.unreadable) console.warn(`[ledger] left out: ${line}`);
  return ledger;
});
