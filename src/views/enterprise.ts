import type { Enterprise, Round } from '../model/index.ts';
import type { Ledger } from './ledger.ts';
import { coverRound, type UnitState } from './round.ts';
import type { NoticeSummary } from './summary.ts';

/** A registered enterprise and everything about it. */
export interface EnterpriseView {
  readonly enterprise: Enterprise;
  /** Newest first. */
  readonly notices: readonly NoticeSummary[];
  /** Its own accounts of rectification, newest first. */
  readonly rectifications: readonly NoticeSummary[];
  /** Registered rounds that inspected it, newest first, with what became public. */
  readonly rounds: readonly { readonly round: Round; readonly state: UnitState }[];
  readonly parent: Enterprise | null;
  readonly successor: Enterprise | null;
  readonly subsidiaries: readonly Enterprise[];
  readonly predecessors: readonly Enterprise[];
}

/** What every enterprise page needs, found in one pass over rounds and registry. */
export function enterpriseViews(ledger: Ledger): Map<string, EnterpriseView> {
  const rounds = new Map<string, { round: Round; state: UnitState }[]>();
  for (const round of [...ledger.rounds.values()].sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? 1 : -1)))
    for (const state of coverRound(round, ledger.byRound.get(round.id) ?? []).units)
      if (state.unit.enterprise) add(rounds, state.unit.enterprise, { round, state });
  const children = new Map<string, Enterprise[]>();
  const forerunners = new Map<string, Enterprise[]>();
  for (const e of ledger.enterprises.values()) {
    if (e.parent) add(children, e.parent, e);
    if (e.successor) add(forerunners, e.successor, e);
  }
  const views = new Map<string, EnterpriseView>();
  for (const enterprise of ledger.enterprises.values()) {
    const notices = ledger.byEnterprise.get(enterprise.id) ?? [];
    views.set(enterprise.id, {
      enterprise,
      notices,
      rectifications: notices.filter((n) => n.docType === 'rectification' && n.enterprise?.id === enterprise.id),
      rounds: rounds.get(enterprise.id) ?? [],
      parent: ledger.enterprises.get(enterprise.parent ?? '') ?? null,
      successor: ledger.enterprises.get(enterprise.successor ?? '') ?? null,
      subsidiaries: children.get(enterprise.id) ?? [],
      predecessors: forerunners.get(enterprise.id) ?? [],
    });
  }
  return views;
}

/** Enterprises with most notices first, then by registry order. */
export function byNotices(a: EnterpriseView, b: EnterpriseView): number {
  return b.notices.length - a.notices.length;
}

/** Names of enterprises that notices are about but the registry lacks, with their notices. */
export function unregisteredEnterprises(notices: readonly NoticeSummary[]): [string, NoticeSummary[]][] {
  const byName = new Map<string, NoticeSummary[]>();
  for (const n of notices) if (n.enterprise && !n.enterprise.id) add(byName, n.enterprise.name, n);
  return [...byName].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
}

function add<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
