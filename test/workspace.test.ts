import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLedger } from '../src/ledger.ts';
import { recordPath, WORKSPACE } from '../src/model/index.ts';
import { readCheckedRecord, readRecord, readRegistries, readText } from '../src/workspace.ts';
import { writeWorkspace } from './fixtures/notices.ts';

const dir = mkdtempSync(join(tmpdir(), 'ledger-'));
beforeAll(() => {
  writeWorkspace(dir, { notices: 13 });
});
afterAll(() => rmSync(dir, { recursive: true }));

describe('a workspace', () => {
  test('gives its records newest first, by enterprise and by round', () => {
    const ledger = readLedger(dir);
    const dates = ledger.notices.map((n) => n.published ?? '');
    expect(dates).toEqual([...dates].sort().reverse());
    expect(ledger.byEnterprise.get('demo-01')?.map((n) => n.id)).toEqual(['demo-01-r2', 'demo-01-r1']);
    expect(ledger.byRound.get('demo-2')).toHaveLength(1);
    expect([ledger.samples, ledger.asOf]).toEqual([14, '2026-11-20']);
  });

  test('gives the text that the evidence points into, or null', () => {
    const record = readRecord(dir, 'demo-01-r1');
    const text = readText(dir, record);
    for (const f of record.figures) expect(text?.slice(f.start, f.end)).toBe(f.quote);
    expect(readText(dir, { ...record, text: { ...record.text, sha256: '0'.repeat(64) } })).toBeNull();
  });

  test('takes a registry that it lacks from the repository', () => {
    const empty = mkdtempSync(join(tmpdir(), 'ledger-'));
    const registries = readRegistries(empty, dir);
    expect(registries.enterprises).toHaveLength(12);
    expect(registries.sources).toEqual([]);
    expect(readLedger(empty).notices).toEqual([]);
    rmSync(empty, { recursive: true });
  });

  test('leaves a bad record out with one line that names file, place and reason', () => {
    const put = (id: string, content: string): void => writeFileSync(join(dir, recordPath(id)), content);
    put('broken', '{');
    put('wrong', JSON.stringify({ ...readRecord(dir, 'demo-01-r1'), id: 'wrong', docType: 'x' }));
    put('renamed', JSON.stringify(readRecord(dir, 'demo-01-r1')));
    const { unreadable, notices } = readLedger(dir);
    expect(notices).toHaveLength(14);
    expect(unreadable).toHaveLength(3);
    expect(unreadable[0]).toMatch(/broken\.json: not JSON/);
    expect(unreadable[1]).toMatch(/renamed\.json: holds the id "demo-01-r1"; rename/);
    expect(unreadable[2]).toMatch(/wrong\.json: docType: /);
    expect(() => readCheckedRecord(dir, 'broken')).toThrow('not JSON');
  });

  test('stops at a wrong registry: it would make wrong pages', () => {
    const wrong = mkdtempSync(join(tmpdir(), 'ledger-'));
    mkdirSync(join(wrong, WORKSPACE.enterprises), { recursive: true });
    writeFileSync(join(wrong, WORKSPACE.enterprises, 'x.yaml'), 'id: X\n');
    expect(() => readRegistries(wrong, dir)).toThrow(/x\.yaml: /);
    rmSync(wrong, { recursive: true });
  });
});
