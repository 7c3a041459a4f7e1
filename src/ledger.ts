import type { Enterprise, Round, Topic } from './model/index.ts';
import { indexNotices, type NoticeIndex } from './views/notices.ts';
import { once } from './views/once.ts';
import { type NoticeSummary, summarise } from './views/summary.ts';
import {
  type Registries,
  readCheckedRecord,
  readRegistries,
  recordIds,
  WorkspaceError,
  workspaceDir,
} from './workspace.ts';

/** Everything the pages share, read once for a build. */
export interface Ledger extends NoticeIndex {
  readonly registries: Registries;
  readonly enterprises: ReadonlyMap<string, Enterprise>;
  readonly rounds: ReadonlyMap<string, Round>;
  readonly topics: ReadonlyMap<string, Topic>;
  /** Records that were left out because they do not fit their schema, one line each. */
  readonly unreadable: readonly string[];
  /** How many notices are invented samples. */
  readonly samples: number;
  /** Day of the latest capture; null without notices. */
  readonly asOf: string | null;
}

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
