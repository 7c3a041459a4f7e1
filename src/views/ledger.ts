import type { Enterprise, GlossaryTerm, NoIndex, Round, Sector, Source, SourceHealth, Topic } from '../model/index.ts';
import type { NoticeIndex } from './notices.ts';

/** The reviewed tables of a workspace. */
export interface Registries {
  readonly enterprises: Enterprise[];
  readonly rounds: Round[];
  readonly sectors: Sector[];
  readonly topics: Topic[];
  readonly glossary: GlossaryTerm[];
  readonly noindex: NoIndex[];
  readonly sources: Source[];
}

/** Everything the pages share, read once for a build. */
export interface Ledger extends NoticeIndex {
  readonly registries: Registries;
  readonly enterprises: ReadonlyMap<string, Enterprise>;
  readonly rounds: ReadonlyMap<string, Round>;
  readonly topics: ReadonlyMap<string, Topic>;
  /** Pages that search engines are asked to leave out, by path. */
  readonly noindex: ReadonlyMap<string, NoIndex>;
  /** Records that were left out because they do not fit their schema, one line each. */
  readonly unreadable: readonly string[];
  /** How many notices are invented samples. */
  readonly samples: number;
  /** What the latest run found each source to be. */
  readonly health: readonly SourceHealth[];
  /** Day of the latest look at a source or capture of a notice; null without either. */
  readonly asOf: string | null;
  /** Day of the latest look at an enterprise’s own site, by enterprise id. */
  readonly lookedAt: ReadonlyMap<string, string>;
}
