import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readLedger } from '../../src/ledger.ts';
import { MAX_COMPARED } from '../../src/views/compare.ts';
import { type EnterpriseView, enterpriseViews } from '../../src/views/enterprise.ts';
import { peersOfRound, peersOfSector, roundComparison } from '../../src/views/peers.ts';
import { type RoundCoverage, roundCoverage } from '../../src/views/round.ts';
import { writeWorkspace } from '../fixtures/notices.ts';

const dir = mkdtempSync(join(tmpdir(), 'peers-'));
afterAll(() => rmSync(dir, { recursive: true }));
writeWorkspace(dir, { notices: 30 });
const ledger = readLedger(dir);
const views = enterpriseViews(ledger);
const found = (c: RoundCoverage): string[] => c.units.flatMap(({ unit, notice }) => (notice && unit.enterprise) || []);
const coverage = roundCoverage(ledger).find((c) => c.found > 2) as RoundCoverage;
const [first] = found(coverage) as [string];

test('the peers of a round are those whose notice was found, itself first', () => {
  const peers = peersOfRound(first, coverage);
  expect(peers[0]).toBe(first);
  expect(peers.length).toBe(Math.min(MAX_COMPARED, new Set(found(coverage)).size));
  expect(new Set(peers).size).toBe(peers.length);
  for (const id of peers) expect(found(coverage)).toContain(id);
  expect(roundComparison(coverage)).toHaveLength(peers.length);
});

test('nobody is compared with nobody', () => {
  const alone = { ...coverage, units: coverage.units.filter(({ unit }) => unit.enterprise === first) };
  expect(peersOfRound(first, alone)).toEqual([]);
  expect(roundComparison(alone)).toEqual([]);
  expect(peersOfRound(first, undefined)).toEqual([]);
  expect(peersOfRound('', coverage)).toEqual([]);
});

test('peers of a trade have notices; invented ones stand beside invented ones only', () => {
  const view = views.get(first) as EnterpriseView;
  const same = [...views.values()].filter((v) => v.enterprise.sector === view.enterprise.sector);
  for (const id of peersOfSector(view, same)) expect(views.get(id)?.enterprise.sector).toBe(view.enterprise.sector);
  const { sample: _, ...real } = view.enterprise;
  const other = { ...view, enterprise: { ...real, id: 'other' } };
  expect(peersOfSector(other, [view])).toEqual(real.id && view.enterprise.sample ? [] : ['other', first]);
});
