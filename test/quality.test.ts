import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Measured } from '../bench/score/measure.ts';
import { publishedAccuracy, UNSEEN } from '../bench/score/publish.ts';
import type { Tally } from '../bench/score/tally.ts';
import { ReaderAccuracy, WORKSPACE } from '../src/model/index.ts';

const tally = (document: string, field: string, right: number, missing: number, extra: number): Tally => ({
  document,
  field,
  right,
  missing,
  extra,
  notes: ['missing 绝不公开的正文'],
});
const measured: Measured = {
  short: [tally('001', 'docType', 1, 0, 0), tally('003', 'docType', 0, 1, 1), tally('001', 'text (4-grams)', 5, 5, 5)],
  full: [tally('02', 'docType', 1, 0, 0)],
  exact: 9,
  quotes: 10,
};

test('what is published are scores and places, never the words of a text', () => {
  const accuracy = publishedAccuracy([{ name: 'corpus', measured }], '2026-11-22');
  expect(accuracy).toMatchObject({
    documents: 3,
    evidence: { exact: 9, quotes: 10 },
    sets: [
      { name: 'corpus/short', documents: 2, score: 0.5 },
      { name: 'corpus/full', documents: 1, score: 1 },
    ],
  });
  expect(accuracy.fields[0]).toEqual({
    field: 'docType',
    score: 0.6667,
    precision: 0.6667,
    recall: 0.6667,
    n: 3,
    misses: [{ document: 'corpus/short/003', missing: 1, extra: 1 }],
  });
  expect(JSON.stringify(accuracy)).not.toContain('正文');
});

test('the committed measurement fits the model that the site reads', () => {
  const published: unknown = JSON.parse(readFileSync(WORKSPACE.quality, 'utf8'));
  expect(ReaderAccuracy.safeParse(published).error).toBeUndefined();
});

test('the scores on unseen texts are those that the README of the texts gives', () => {
  const readme = readFileSync(new URL('./fixtures/gold/README.md', import.meta.url), 'utf8');
  const given = /\(short ([\d., ]+); full ([\d., ]+)\)/.exec(readme)?.slice(1);
  expect(given).toEqual(
    [UNSEEN.short, UNSEEN.whole].map((scores) => scores.map((score) => score.toFixed(2)).join(', ')),
  );
});
