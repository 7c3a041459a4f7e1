import { type FigureCategory, ReaderAccuracy, type SourceState } from '../model/index.ts';
import type { Ledger } from './ledger.ts';
import { CORE } from './missing.ts';
import type { NoticeSummary } from './summary.ts';

export interface SourceRow {
  readonly name: string;
  /** What the latest run found; null where no run has looked. */
  readonly state: SourceState | null;
  readonly problems: readonly string[];
  /** Day of the latest look of a run. */
  readonly lookedAt: string | null;
  readonly home: string | null;
  readonly sample: boolean;
  readonly notices: number;
  /** Day of the latest capture. */
  readonly last: string | null;
  readonly live: number;
  readonly changed: number;
  readonly gone: number;
}

export interface QualityView {
  readonly checks: readonly { rule: string; severity: 'error' | 'warning'; notices: readonly NoticeSummary[] }[];
  /** `places` is null where no notice says how many. */
  readonly repairs: readonly { repair: string; notices: number; places: number | null }[];
  readonly fill: readonly { category: FigureCategory; stated: number; share: number }[];
  readonly sources: readonly SourceRow[];
  /** Null where none has been published. */
  readonly accuracy: ReaderAccuracy | null;
}

/** @param published content of content/quality.json, or null; what does not fit the shape is not shown */
export function qualityView(ledger: Ledger, published: unknown): QualityView {
  const accuracy = ReaderAccuracy.safeParse(published);
  return {
    checks: checksByRule(ledger.notices),
    repairs: repairsByKind(ledger.notices),
    fill: fillRates(ledger.notices.filter((n) => n.docType === 'rectification')),
    sources: sourceHealth(ledger),
    accuracy: accuracy.success ? accuracy.data : null,
  };
}

function checksByRule(notices: readonly NoticeSummary[]): QualityView['checks'] {
  const rules = new Map<string, { rule: string; severity: 'error' | 'warning'; notices: NoticeSummary[] }>();
  for (const notice of notices)
    for (const { rule, severity } of notice.checks) {
      const key = `${severity} ${rule}`;
      const entry = rules.get(key) ?? { rule, severity, notices: [] };
      if (entry.notices.at(-1) !== notice) entry.notices.push(notice);
      rules.set(key, entry);
    }
  return [...rules.values()].sort((a, b) => b.notices.length - a.notices.length || (a.rule < b.rule ? -1 : 1));
}

function repairsByKind(notices: readonly NoticeSummary[]): QualityView['repairs'] {
  const kinds = new Map<string, { repair: string; notices: number; places: number | null }>();
  for (const notice of notices)
    for (const repair of notice.repairs) {
      const entry = kinds.get(repair) ?? { repair, notices: 0, places: null };
      entry.notices++;
      const places = notice.repairCounts[repair];
      if (places !== undefined) entry.places = (entry.places ?? 0) + places;
      kinds.set(repair, entry);
    }
  return [...kinds.values()].sort((a, b) => b.notices - a.notices || (a.repair < b.repair ? -1 : 1));
}

function fillRates(notices: readonly NoticeSummary[]): QualityView['fill'] {
  if (notices.length === 0) return [];
  return CORE.map((category) => {
    const stated = notices.filter((n) => n.headline.some((fact) => fact.category === category)).length;
    return { category, stated, share: stated / notices.length };
  });
}

/** By publisher: registered sources, and publishers that only records know. Most notices first. */
function sourceHealth(ledger: Ledger): SourceRow[] {
  const rows = new Map<string, SourceRow>();
  const health = new Map(ledger.health.map((h) => [h.id, h]));
  for (const source of ledger.registries.sources) {
    const found = health.get(source.id);
    rows.set(source.name, {
      ...newRow(source.name, source.home, source.sample === true),
      state: found?.state ?? null,
      problems: found?.problems ?? [],
      lookedAt: found?.lookedAt.slice(0, 10) ?? null,
    });
  }
  for (const n of ledger.notices) {
    if (!n.publisher || !n.status) continue;
    const now = rows.get(n.publisher) ?? newRow(n.publisher, null, n.sample);
    const day = n.retrievedAt?.slice(0, 10) ?? null;
    rows.set(n.publisher, {
      ...now,
      notices: now.notices + 1,
      last: day && (!now.last || day > now.last) ? day : now.last,
      [n.status]: now[n.status] + 1,
    });
  }
  return [...rows.values()].sort((a, b) => b.notices - a.notices || (a.name < b.name ? -1 : 1));
}

const newRow = (name: string, home: string | null, sample: boolean): SourceRow => ({
  name,
  home,
  sample,
  state: null,
  problems: [],
  lookedAt: null,
  notices: 0,
  last: null,
  live: 0,
  changed: 0,
  gone: 0,
});
