import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSampleSources } from '../../demo/samples.ts';
import { prepareWorkspace, REPOSITORY } from '../../demo/workspace.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggai-demo-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('prepareWorkspace', () => {
  it('holds the real registries and records, the samples beside them, and no real source', () => {
    prepareWorkspace(folder);
    const content = join(folder, 'content');
    expect(readdirSync(join(content, 'enterprises'))).toEqual(
      expect.arrayContaining(['china-telecom.yaml', 'sample-yuanchuan-energy.yaml']),
    );
    expect(readdirSync(join(content, 'rounds'))).toEqual(expect.arrayContaining(['19-3.yaml', 'sample-14-3.yaml']));
    expect(readdirSync(join(content, 'sources')).sort()).toEqual(
      readSampleSources()
        .map(({ id }) => `${id}.yaml`)
        .sort(),
    );
    expect(existsSync(join(content, 'samples'))).toBe(false);
    expect(existsSync(join(content, 'topics.yaml'))).toBe(true);
    const records = join(REPOSITORY, 'content/records');
    const committed = existsSync(records) ? readdirSync(records) : [];
    expect(existsSync(join(content, 'records')) ? readdirSync(join(content, 'records')) : []).toEqual(committed);
  });

  it('starts clean a second time', () => {
    prepareWorkspace(folder);
    const stale = join(folder, 'content/records/stale.json');
    mkdirSync(join(folder, 'content/records'), { recursive: true });
    writeFileSync(stale, '{}');
    prepareWorkspace(folder);
    expect(existsSync(stale)).toBe(false);
  });

  it('never empties a folder that it did not make', () => {
    writeFileSync(join(folder, 'thesis.docx'), 'x');
    expect(() => prepareWorkspace(folder)).toThrow(/is not empty and no demo workspace: choose another folder/);
    expect(readdirSync(folder)).toEqual(['thesis.docx']);
  });
});
