import { type Lookups, type Reading, readNotice } from '../../scraper/pipeline.ts';
import { compareFull, compareShort } from './compare.ts';
import { fullCases, type GoldSet, shortCases } from './gold.ts';
import type { Tally } from './tally.ts';

/** What was right, too much and missing in one set of labelled texts, and how much of the evidence is exact. */
export interface Measured {
  readonly short: readonly Tally[];
  readonly full: readonly Tally[];
  /** Quotes that are the text at their span, of all quotes. */
  readonly exact: number;
  readonly quotes: number;
}

/** Our clock must not enter a measurement. */
const RETRIEVED = '2026-01-01T00:00:00.000Z';

function countQuotes({ record, text }: Reading): { exact: number; quotes: number } {
  const all = [...Object.values(record.evidence), ...record.figures];
  return { exact: all.filter(({ start, end, quote }) => text.slice(start, end) === quote).length, quotes: all.length };
}

/** Reads every text of a set as the commands do and compares it with its answer. */
export async function measureSet(set: GoldSet, lookups: Lookups): Promise<Measured> {
  const short: Tally[] = [];
  const full: Tally[] = [];
  let exact = 0;
  let quotes = 0;
  const count = (reading: Reading) => {
    const counted = countQuotes(reading);
    exact += counted.exact;
    quotes += counted.quotes;
  };
  for (const one of shortCases(set)) {
    const bytes = new TextEncoder().encode(one.text);
    const reading = await readNotice({ bytes, name: `${one.id}.txt`, retrievedAt: RETRIEVED }, lookups);
    count(reading);
    short.push(...compareShort(one, reading.record, reading.text));
  }
  for (const one of fullCases(set)) {
    const reading = await readNotice(
      { bytes: one.page, name: 'page.html', url: one.url, retrievedAt: RETRIEVED },
      lookups,
    );
    count(reading);
    full.push(...compareFull(one, reading.record, reading.text));
  }
  return { short, full, exact, quotes };
}
