import type { Source, SourceHealth } from '../model/index.ts';
import type { Ledger } from './ledger.ts';

/** A field and the share of a source’s records that have it, beside that of the last good run. */
export interface FillShare {
  readonly field: string;
  readonly now: number;
  readonly before: number | null;
}

/** A registered source with what the latest run found; `health` is null where no run has looked yet. */
export interface SourceReport {
  readonly source: Pick<Source, 'id' | 'name' | 'home' | 'enabled' | 'verified' | 'sample'>;
  readonly health: SourceHealth | null;
  readonly fill: readonly FillShare[];
  /** Days between the newest record and the look; null where either is unknown. */
  readonly age: number | null;
}

const DAY_MS = 86_400_000;

const fillOf = ({ fill, fillBefore }: SourceHealth): FillShare[] =>
  Object.entries(fill).map(([field, now]) => ({ field, now, before: fillBefore?.[field] ?? null }));

const ageOf = ({ newest, lookedAt }: SourceHealth): number | null =>
  newest === null ? null : Math.round((Date.parse(lookedAt.slice(0, 10)) - Date.parse(newest)) / DAY_MS);

/** Those in trouble first, those that nobody has looked at last. */
const URGENCY = ['blocked', 'down', 'moved', 'partial', 'postponed', 'quiet', 'ok'] as const;
const urgency = ({ health }: SourceReport): number => (health ? URGENCY.indexOf(health.state) : URGENCY.length);

/** Every source with the report of its latest visit. */
export function sourceReports({ registries, health }: Pick<Ledger, 'registries' | 'health'>): SourceReport[] {
  const byId = new Map(health.map((each) => [each.id, each]));
  return registries.sources
    .map((source): SourceReport => {
      const found = byId.get(source.id) ?? null;
      return { source, health: found, fill: found ? fillOf(found) : [], age: found && ageOf(found) };
    })
    .sort((a, b) => urgency(a) - urgency(b) || (a.source.id < b.source.id ? -1 : 1));
}
