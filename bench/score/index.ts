import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { REPOSITORY, readRegistries } from '../../scraper/workspace.ts';
import { GOLD_SETS } from './gold.ts';
import { type Measured, measureSet } from './measure.ts';
import { publishedAccuracy } from './publish.ts';
import { scoreOf, type Tally } from './tally.ts';

/**
 * `npm run score [-- --misses | --folds | --json FILE]`: precision, recall and F1 per field on the texts with expected
 * answers. --misses lists what was missed; --folds gives the score of every document, the worst first; --json writes what
 * is published (content/quality.json).
 */
const { values: flags } = parseArgs({
  options: { misses: { type: 'boolean' }, folds: { type: 'boolean' }, json: { type: 'string' } },
});
const digits = (value: number): string => value.toFixed(3);
const column = (value: number): string => String(value).padStart(7);

/** Facts are counted together; the text has a measure of its own. */
const isFact = ({ field }: Tally): boolean => !field.startsWith('text');

function printFields(tallies: readonly Tally[]): void {
  console.log(`${'field'.padEnd(18)} precision  recall     F1   right   extra missing`);
  const row = (name: string, part: readonly Tally[]) => {
    const { precision, recall, f1, right, extra, missing } = scoreOf(part);
    console.log(
      `${name.padEnd(18)}     ${digits(precision)}   ${digits(recall)}  ${digits(f1)} ${column(right)} ${column(extra)} ${column(missing)}`,
    );
  };
  for (const field of new Set(tallies.map((tally) => tally.field)))
    row(
      field,
      tallies.filter((tally) => tally.field === field),
    );
  row('all facts', tallies.filter(isFact));
}

function printMisses(tallies: readonly Tally[]): void {
  for (const { document, field, notes } of tallies)
    for (const note of notes) console.log(`  ${document} ${field}: ${note}`);
}

function printFolds(tallies: readonly Tally[]): void {
  const facts = tallies.filter(isFact);
  const documents = [...new Set(facts.map(({ document }) => document))].map((document) => ({
    document,
    ...scoreOf(facts.filter((tally) => tally.document === document)),
  }));
  for (const { document, f1, right, extra, missing } of documents.sort((a, b) => a.f1 - b.f1))
    console.log(`  ${document.padEnd(6)} F1 ${digits(f1)}  ${right} right, ${extra} extra, ${missing} missing`);
}

const lookups = await readRegistries(REPOSITORY);
const sets: { name: string; measured: Measured }[] = [];
for (const set of GOLD_SETS) {
  const measured = await measureSet(set, lookups);
  sets.push({ name: set.name, measured });
  const { short, full, exact, quotes } = measured;
  for (const [kind, tallies] of [
    ['short', short],
    ['full', full],
  ] as const) {
    console.log(`\n${set.name}/${kind}`);
    printFields(tallies);
    if (flags.misses) printMisses(tallies);
    if (flags.folds) printFolds(tallies);
  }
  console.log(`evidence: ${exact} of ${quotes} quotes are the text at their span`);
}
if (flags.json !== undefined) {
  const accuracy = publishedAccuracy(sets, new Date().toISOString().slice(0, 10));
  writeFileSync(flags.json, `${JSON.stringify(accuracy, null, 2)}\n`);
  console.log(`\nwritten: ${flags.json}`);
}
