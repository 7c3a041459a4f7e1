import { MAX_COMPARED } from './compare.ts';
import type { EnterpriseView } from './enterprise.ts';
import type { RoundCoverage } from './round.ts';

/** Enterprises of a round whose rectification notice we found, in the order of the list. */
const foundIn = ({ units }: RoundCoverage): string[] =>
  units.flatMap(({ unit, notice }) => (unit.enterprise && notice ? [unit.enterprise] : []));

/** An enterprise and those to compare it with, itself first, as many as a comparison takes; empty where it would be alone. */
const beside = (id: string, others: readonly string[]): string[] => {
  const peers = [...new Set(others)].filter((other) => other !== id);
  return peers.length > 0 ? [id, ...peers.slice(0, MAX_COMPARED - 1)] : [];
};

/** Who else of a round has published; invented and real enterprises never stand in one round. */
export const peersOfRound = (id: string, coverage: RoundCoverage | undefined): string[] =>
  coverage && id ? beside(id, foundIn(coverage)) : [];

/** Those of a round who have published, as many as a comparison takes. */
export const roundComparison = (coverage: RoundCoverage): string[] => {
  const ids = [...new Set(foundIn(coverage))];
  return ids.length > 1 ? ids.slice(0, MAX_COMPARED) : [];
};

/** Enterprises of the same trade with notices, most notices first; samples beside samples only. */
export function peersOfSector({ enterprise }: EnterpriseView, views: Iterable<EnterpriseView>): string[] {
  const peers = [...views].filter(
    ({ enterprise: other, rectifications }) =>
      other.sector === enterprise.sector && other.sample === enterprise.sample && rectifications.length > 0,
  );
  peers.sort((a, b) => b.rectifications.length - a.rectifications.length);
  return beside(
    enterprise.id,
    peers.map((p) => p.enterprise.id),
  );
}
