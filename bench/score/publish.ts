import { ReaderAccuracy } from '../../src/model/index.ts';
import type { Measured } from './measure.ts';
import { scoreOf, type Tally } from './tally.ts';

/** What each set of texts gave before any rule had seen it, oldest first; test/fixtures/gold/README.md tells of the sets. */
export const UNSEEN = {
  short: [0.79, 0.79, 0.91, 0.93, 0.91, 0.94, 0.96, 0.93, 0.93, 0.96, 0.95, 0.93, 0.89, 0.96, 0.91],
  whole: [0.86, 0.95, 0.97, 0.97, 0.98, 0.96, 0.98, 0.94, 0.98, 0.98, 0.96, 0.96, 0.96, 0.95, 0.97],
};
const lately = (scores: readonly number[]): string[] => scores.slice(-6).map((score) => score.toFixed(2));
const listed = (scores: readonly number[]): string => lately(scores).join('、');
const enumerated = (scores: readonly number[]): string => new Intl.ListFormat('en-GB').format(lately(scores));

const ABOUT = {
  zh: `用有标准答案的文本测量：一部分按真实网页改写，一部分整篇虚构。规则是看着它们写的，所以未见过的文本会低一些：最后六批在任何规则看到之前测得，短文 ${listed(UNSEEN.short)}，整篇 ${listed(UNSEEN.whole)}。这些都不代表真实通报上的准确率。`,
  en: `Measured on texts with known answers: some reworded from real pages, some invented. Rules were written with them in view, so unseen texts score lower: measured before any rule had seen them, the last six batches gave ${enumerated(UNSEEN.short)} on short texts, ${enumerated(UNSEEN.whole)} on whole ones. None of this is a score on real notices.`,
};

/** Four digits: more would move with every text. */
const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;

function fieldOf(field: string, tallies: readonly Tally[]): ReaderAccuracy['fields'][number] {
  const { precision, recall, f1, right, missing } = scoreOf(tallies);
  return {
    field,
    score: rounded(f1),
    precision: rounded(precision),
    recall: rounded(recall),
    n: right + missing,
    misses: tallies
      .filter((tally) => tally.missing + tally.extra > 0)
      .map((tally) => ({ document: tally.document, missing: tally.missing, extra: tally.extra })),
  };
}

/** What is published of a measurement: scores, and where the reader failed – documents and fields, no words of the texts. */
export function publishedAccuracy(
  sets: readonly { readonly name: string; readonly measured: Measured }[],
  measuredOn: string,
): ReaderAccuracy {
  const kinds = sets.flatMap(({ name, measured }) =>
    (['short', 'full'] as const).map((kind) => ({
      name: `${name}/${kind}`,
      tallies: measured[kind].map((tally) => ({ ...tally, document: `${name}/${kind}/${tally.document}` })),
    })),
  );
  const all = kinds.flatMap(({ tallies }) => tallies);
  const documents = (tallies: readonly Tally[]): number => new Set(tallies.map(({ document }) => document)).size;
  const sum = (of: (measured: Measured) => number): number =>
    sets.reduce((total, { measured }) => total + of(measured), 0);
  return ReaderAccuracy.parse({
    about: ABOUT,
    measuredOn,
    documents: documents(all),
    sets: kinds
      .filter(({ tallies }) => tallies.length > 0)
      .map(({ name, tallies }) => ({
        name,
        documents: documents(tallies),
        score: rounded(scoreOf(tallies.filter(({ field }) => !field.startsWith('text'))).f1),
      })),
    evidence: { exact: sum(({ exact }) => exact), quotes: sum(({ quotes }) => quotes) },
    fields: [...new Set(all.map(({ field }) => field))].map((field) =>
      fieldOf(
        field,
        all.filter((tally) => tally.field === field),
      ),
    ),
  });
}
