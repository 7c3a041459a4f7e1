import type { Ledger } from '../views/ledger.ts';
import { qualityView } from '../views/quality.ts';

/**
 * What is known of the quality of the data: measured accuracy of the reader, how often facts are stated, checks by
 * rule, repairs by kind, corrections, health of the sources. Counts of samples are kept apart by the caller’s ledger.
 */
export function qualityReport(ledger: Ledger, published: unknown) {
  const { checks, repairs, fill, sources } = qualityView(ledger, published);
  return {
    asOf: ledger.asOf,
    notices: ledger.notices.length,
    samples: ledger.samples,
    accuracy: published,
    headlineFill: fill,
    checks: checks.map(({ rule, severity, notices }) => ({ rule, severity, notices: notices.map(({ id }) => id) })),
    repairs,
    corrections: ledger.notices
      .filter(({ corrections }) => corrections > 0)
      .map(({ id, corrections }) => ({ id, corrections })),
    sources,
    leftOut: ledger.unreadable.length,
  };
}
