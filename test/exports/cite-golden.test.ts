import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cite } from '../../src/exports/cite.ts';
import { sampleRecord } from '../sample-record.ts';

/** What a citation is made of; the golden files beside the cases hold one line a case. */
interface Case {
  readonly id: string;
  readonly title: string;
  readonly signer?: string;
  readonly enterprise?: string;
  readonly publishedDate: string | null;
  readonly source: { readonly url: string | null; readonly publisher: string | null; readonly retrievedAt: string };
}

const FOLDER = 'test/fixtures/citations';
const cases: Case[] = JSON.parse(readFileSync(`${FOLDER}/cases.json`, 'utf8'));

const recordOf = ({ id, title, signer, enterprise, publishedDate, source }: Case) => {
  const record = sampleRecord('');
  return {
    ...record,
    id,
    title,
    enterprise: enterprise ? { id: null, name: enterprise } : null,
    publication: { ...record.publication, publishedDate, signer: signer ?? null },
    sources: [{ ...source, sha256: '0'.repeat(64), status: 'live' as const }],
  };
};

test.each(['gbt2015', 'gbt2025'] as const)('%s matches its golden file', (edition) => {
  const file = `${FOLDER}/${edition}.txt`;
  const lines = cases
    .map((one) => cite(recordOf(one), `https://ledger.example/notices/${one.id}/`, edition))
    .join('\n');
  if (!existsSync(file) && !process.env.CI) {
    writeFileSync(file, `${lines}\n`);
    throw new Error(`${file} was missing and is written: compare it with the standard, then run again`);
  }
  expect(`${lines}\n`).toBe(readFileSync(file, 'utf8'));
});
