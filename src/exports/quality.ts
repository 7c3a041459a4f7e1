import { fillRates } from '../model/index.ts';
import type { Ledger } from '../views/ledger.ts';
import { qualityView } from '../views/quality.ts';

/**
 * What is known of the quality of the data: measured accuracy of the reader, how often facts are stated, checks by
 * rule, repairs by kind, corrections, health of the sources.
 * @param filled the watched fields that each real record has
 */
export function qualityReport(ledger: Ledger, published: unknown, filled: readonly (readonly string[])[]) {
  const { checks, repairs, fill, sources } = qualityView(ledger, published);
  return {
    asOf: ledger.asOf,
    notices: ledger.notices.length,
    samples: ledger.samples,
    accuracy: published,
    fill: fillRates(filled),
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
