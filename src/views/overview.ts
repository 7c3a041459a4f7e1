import type { Ledger } from './ledger.ts';
import type { NoticeSummary } from './summary.ts';

/** The main numbers of the overview. */
export interface MainNumbers {
  readonly notices: number;
  readonly rectifications: number;
  readonly enterprises: number;
  readonly figures: number;
}

export function mainNumbers(notices: readonly NoticeSummary[]): MainNumbers {
  const enterprises = new Set<string>();
  let rectifications = 0;
  let figures = 0;
  for (const n of notices) {
    if (n.enterprise) enterprises.add(n.enterprise.id ?? n.enterprise.name);
    if (n.docType === 'rectification') rectifications++;
    figures += n.figures;
  }
  return { notices: notices.length, rectifications, enterprises: enterprises.size, figures };
}

/** Numbers with and without invented samples; equal where there are none. */
export const bothNumbers = (ledger: Pick<Ledger, 'notices'>): { all: MainNumbers; real: MainNumbers } => ({
  all: mainNumbers(ledger.notices),
  real: mainNumbers(ledger.notices.filter((n) => !n.sample)),
});
