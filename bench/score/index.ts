import { readNotice } from '../../scraper/pipeline.ts';
import { REPOSITORY, readRegistries } from '../../scraper/workspace.ts';
import { compareFull, compareShort } from './compare.ts';
import { fullCases, hasShared, shortCases } from './gold.ts';
import { scoreOf, type Tally } from './tally.ts';

/**
 * `npm run score [-- --misses | --folds]`: precision, recall and F1 per field on the texts with expected answers.
 * --misses lists what was missed; --folds gives the score of every document, the worst first.
 */
const RETRIEVED = '2026-01-01T00:00:00.000Z';
const flags = new Set(process.argv.slice(2));

if (!hasShared()) {
  console.log('score: the folder ../shared with the labelled texts is missing: nothing to measure');
  process.exit(0);
}
const lookups = await readRegistries(REPOSITORY);

const percent = (value: number): string => value.toFixed(3);

function report(name: string, tallies: readonly Tally[]): void {
  console.log(`\n${name}`);
  const fields = [...new Set(tallies.map(({ field }) => field))];
  console.log(`${'field'.padEnd(18)} precision  recall     F1   right extra missing`);
  for (const field of fields) {
    const score = scoreOf(tallies.filter((tally) => tally.field === field));
    console.log(
      `${field.padEnd(18)}     ${percent(score.precision)}   ${percent(score.recall)}  ${percent(score.f1)} ${String(score.right).padStart(7)} ${String(score.extra).padStart(5)} ${String(score.missing).padStart(7)}`,
    );
  }
  if (flags.has('--misses'))
    for (const { document, field, notes } of tallies)
      for (const note of notes) console.log(`  ${document} ${field}: ${note}`);
  if (flags.has('--folds')) {
    const facts = tallies.filter(({ field }) => !field.startsWith('text'));
    const documents = [...new Set(facts.map(({ document }) => document))].map((document) => ({
      document,
      ...scoreOf(facts.filter((tally) => tally.document === document)),
    }));
    for (const { document, f1, right, extra, missing } of documents.sort((a, b) => a.f1 - b.f1))
      console.log(`  ${document.padEnd(6)} F1 ${percent(f1)}  ${right} right, ${extra} extra, ${missing} missing`);
  }
}

/** The share of evidence whose quote is the text at its span. */
let exact = 0;
let spans = 0;
function countEvidence(
  record: {
    evidence: Record<string, { start: number; end: number; quote: string }>;
    figures: readonly { start: number; end: number; quote: string }[];
  },
  text: string,
): void {
  for (const { start, end, quote } of [...Object.values(record.evidence), ...record.figures]) {
    spans++;
    if (text.slice(start, end) === quote) exact++;
  }
}

const short: Tally[] = [];
for (const one of shortCases()) {
  const { record, text } = await readNotice(
    { bytes: new TextEncoder().encode(one.text), name: `${one.id}.txt`, retrievedAt: RETRIEVED },
    lookups,
  );
  countEvidence(record, text);
  short.push(...compareShort(one, record, text));
}
report('corpus/short', short);

const full: Tally[] = [];
for (const one of fullCases()) {
  const { record, text } = await readNotice(
    { bytes: one.page, name: 'page.html', url: one.url, retrievedAt: RETRIEVED },
    lookups,
  );
  countEvidence(record, text);
  full.push(...compareFull(one, record, text));
}
report('corpus/full', full);
console.log(`\nevidence: ${exact} of ${spans} quotes are the text at their span`);
