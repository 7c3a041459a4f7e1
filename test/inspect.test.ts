import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { saveCapture, saveText, sha256 } from '../scraper/archive.ts';
import { type InspectOptions, inspectWorkspace } from '../scraper/inspect.ts';
import { problemLine } from '../scraper/problem.ts';
import { formatRecord } from '../scraper/store.ts';
import type { NoticeRecord } from '../src/model/index.ts';
import { sampleRecord, sampleSource } from './sample-record.ts';

let workspace: string;
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'zhenggai-inspect-'));
});
afterEach(() => rm(workspace, { recursive: true }));

const TEXT = '集团党委制定整改任务80项。';

async function put(path: string, content: string): Promise<void> {
  const file = join(workspace, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

async function store(id: string, extra: Partial<NoticeRecord> = {}, text = TEXT): Promise<NoticeRecord> {
  const record = sampleRecord(text, { id, sources: [sampleSource('http://a.example/1')], ...extra });
  await put(`content/records/${id}.json`, formatRecord(record));
  await saveText(workspace, id, record.text.sha256, text);
  return record;
}

const figure = { category: 'tasks', value: 80, unit: '项', approx: false, scope: 'total', section: '' } as const;
const good = { ...figure, quote: '整改任务80项', start: 6, end: 13 };

async function lines(options: InspectOptions = {}): Promise<string[]> {
  return (await inspectWorkspace(workspace, undefined, { today: '2026-01-01', ...options })).problems.map(problemLine);
}

describe('a workspace', () => {
  it('without anything is fine', async () => {
    expect(await lines()).toEqual([]);
  });

  it('that is whole is fine, and everything in it is counted', async () => {
    await store('a', { figures: [good], headline: { tasks: 80 } });
    await saveCapture(
      workspace,
      { url: null, retrievedAt: '2026-01-01T00:00:00.000Z', kind: 'notice', publisher: null, by: '甲' },
      Buffer.from(TEXT),
    );
    const { problems, counts } = await inspectWorkspace(workspace);
    expect(problems).toEqual([]);
    expect(counts).toEqual({ records: 1, sample: 1, evidence: 1, texts: 1, captures: 1, sources: 0 });
  });
});

describe('records', () => {
  it('whose quotes are not what the text says are named with both', async () => {
    await store('a', { figures: [{ ...good, start: 5, end: 12 }] });
    expect(await lines()).toEqual([
      expect.stringMatching(
        /records\/a\.json: figures\.0: the text at 5…12 is not the quote “整改任务80项” \(got "定整改任务80"\) → read the notice again/,
      ),
    ]);
  });

  it('are checked without their text as far as they go', async () => {
    await store('a', { figures: [{ ...good, end: 12 }], headline: { issues: 3 } });
    await rm(join(workspace, 'archive'), { recursive: true });
    expect(await lines()).toEqual([
      expect.stringMatching(/the quote is not as long as 6…12/),
      expect.stringMatching(/headline\.issues: no figure of scope total states it \(got 3\)/),
    ]);
  });

  it('that break the schema, are torn, or share an id or a text are named', async () => {
    const record = await store('a');
    await put('content/records/b.json', formatRecord(record));
    await store('c');
    await put('content/records/d.json', '{"id":');
    await put('content/records/e.json', JSON.stringify({ ...record, id: 'e', docType: 'poem', extra: 1 }));
    const found = await lines();
    expect(found.find((line) => line.includes('b.json: id: two records with one id'))).toMatch(
      /records\/a\.json has it too \(got "a"\)/,
    );
    expect(found.find((line) => line.includes('c.json: text.sha256'))).toMatch(
      /the same text as content\/records\/a\.json/,
    );
    expect(found.find((line) => line.includes('d.json: not JSON'))).toBeDefined();
    expect(found.find((line) => line.includes('e.json: docType'))).toMatch(/got "poem"/);
  });

  it('may refer to nothing that is not there', async () => {
    const { inspection } = sampleRecord('');
    const node = {
      number: '一、',
      level: 1,
      title: 't',
      start: 0,
      end: 1,
      kind: 'heading',
      topics: ['nonsense'],
      status: 'unstated',
      children: [],
    } as const;
    await store('a', {
      enterprise: { id: 'nobody', name: '无' },
      inspection: { ...inspection, round: { id: '99-9', text: '第九轮' } },
      outline: [{ ...node, topics: [...node.topics], children: [] }],
    });
    const found = (await lines()).join('\n');
    for (const path of [
      'enterprise.id: no such id in content/enterprises (got "nobody")',
      'inspection.round.id: no such id',
      'outline.0.topics: no such id',
    ])
      expect(found).toContain(path);
  });

  it('that contradict themselves are mentioned, as warnings', async () => {
    await store('a', {
      checks: [{ rule: 'completed-within-total', severity: 'error', message: '完成90项多于总数80项' }],
    });
    expect(await lines()).toEqual([expect.stringMatching(/^warning: .*check completed-within-total: 完成90项/)]);
  });
});

describe('tables and sources', () => {
  const enterprise = (id: string, extra = {}) =>
    stringify({
      id,
      name: `示例${id}`,
      supervisor: 'central-sasac',
      sector: 'power',
      verified: false,
      source: 'knowledge',
      ...extra,
    });

  it('agree with each other', async () => {
    await put('content/enterprises/a.yaml', enterprise('a', { aliases: ['同名'], parent: 'z' }));
    await put('content/enterprises/b.yaml', enterprise('b', { short: '同名', sector: 'nonsense' }));
    await put('content/enterprises/c.yaml', enterprise('d'));
    const found = (await lines()).join('\n');
    expect(found).toMatch(/c\.yaml: id: differs from the file name \(got "d"\)/);
    expect(found).toMatch(/b\.yaml: aliases: also a name of a \(got "同名"\)/);
    expect(found).toMatch(/a\.yaml: parent: no such id/);
    expect(found).toMatch(/b\.yaml: sector: no such id in content\/sectors\.yaml \(got "nonsense"\)/);
  });

  it('have exceptions that end, and examples that exist', async () => {
    const source = {
      id: 's',
      name: 's',
      kind: 'own',
      home: 'http://a.cn/',
      known: ['http://a.cn/1'],
      enabled: true,
      verified: false,
      example: 'examples/s',
      tls: [{ host: 'a.cn', reason: 'expired', until: '2025-12-31' }],
    };
    await put('content/sources/s.yaml', stringify(source));
    expect(await lines()).toEqual([
      expect.stringMatching(/^warning: .*an exception has ended/),
      expect.stringMatching(/example: no such folder \(got "examples\/s"\)/),
    ]);
  });
});

describe('corrections', () => {
  const entry = { id: 'a', field: 'headline.tasks', from: 80, to: 81, reason: 'misprint', by: '甲', on: '2026-01-01' };

  it('that hold are fine; stale ones and strays are named with both values', async () => {
    await store('a', { figures: [good], headline: { tasks: 80 } });
    await put(
      'content/corrections/a.yaml',
      stringify([entry, { ...entry, from: 70 }, { ...entry, id: 'nobody' }, { ...entry, by: '' }].slice(0, 3)),
    );
    expect(await lines()).toEqual([
      expect.stringMatching(/corrections\/a\.yaml: nobody: headline\.tasks: corrects another record/),
      expect.stringMatching(/corrections\/a\.yaml: a: headline\.tasks: stale: it corrects 70, the record holds 81/),
      expect.stringMatching(/nobody: headline\.tasks: no record has this id/),
    ]);
  });
});

describe('what was published', () => {
  const real = (id: string, n: number) => {
    const { sample: _sample, ...record } = sampleRecord(`${TEXT}${n}`, {
      id,
      sources: [sampleSource(`http://a.example/${n}`)],
    });
    return put(`content/records/${id}.json`, formatRecord(record));
  };

  it('may not shrink, unless a person says so with a reason', async () => {
    for (let n = 0; n < 5; n++) await real(`r${n}`, n);
    await put('content/baseline.json', JSON.stringify({ notices: 8, filled: { enterprise: 8, signedDate: 0 } }));
    expect(await lines()).toEqual([
      expect.stringMatching(
        /records: 5 notices, 8 were published → restore the records, or allow it in content\/allowed-drop\.yaml with a reason/,
      ),
    ]);
    const allowed = { notices: 5, filled: { enterprise: 5 }, reason: '三份重复记录合并', by: '甲', on: '2026-01-01' };
    await put('content/allowed-drop.yaml', stringify(allowed));
    expect(await lines()).toEqual([]);
    await put('content/allowed-drop.yaml', stringify({ ...allowed, reason: undefined }));
    expect((await lines())[0]).toMatch(/allowed-drop\.yaml: reason/);
  });
});

describe('the archive', () => {
  it('is proved whole against its hashes', async () => {
    const facts = { retrievedAt: '2026-01-01T00:00:00.000Z', kind: 'notice', publisher: null, by: '甲' } as const;
    const paths: string[] = [];
    for (const [n, url] of ['http://a.example/1', 'http://b.example/1', 'http://c.example/1'].entries()) {
      const capture = await saveCapture(workspace, { ...facts, url }, Buffer.from(`${n}`));
      paths.push(join(workspace, 'archive/captures', new URL(url).host, capture.file));
    }
    await writeFile(paths[0] as string, 'changed');
    await rm(paths[1] as string);
    await writeFile(`${paths[2]}.json`, '{');
    const found = await lines();
    expect(found).toHaveLength(3);
    expect(found.join('\n')).toMatch(
      /not those that were captured[\s\S]*bytes of the capture are missing[\s\S]*description of the capture is broken/,
    );
  });

  it('has to hold every text and bytes of every record where that is asked for', async () => {
    const record = await store('a');
    expect(await lines({ mustHaveArchive: true })).toEqual([
      expect.stringMatching(/a\.json: sources: the archive holds the bytes of none of its places/),
    ]);
    const place = {
      url: 'http://a.example/1',
      retrievedAt: '2026-01-01T00:00:00.000Z',
      kind: 'notice',
      publisher: null,
      by: 'scrape',
    } as const;
    await saveCapture(workspace, place, Buffer.from('bytes'));
    expect(await lines({ mustHaveArchive: true })).toEqual([]);
    await rm(join(workspace, 'archive/texts/a'), { recursive: true });
    expect(await lines()).toEqual([]);
    expect(await lines({ mustHaveArchive: true })).toEqual([expect.stringContaining(record.text.sha256)]);
  });

  it('holds texts that are what their names say', async () => {
    const record = await store('a');
    const path = join(workspace, 'archive/texts/a', `${record.text.sha256.slice(0, 16)}.txt`);
    await writeFile(path, `${await readFile(path, 'utf8')}!`);
    expect(sha256(TEXT)).toBe(record.text.sha256);
    expect(await lines()).toEqual([expect.stringMatching(/texts\/a\/.*\.txt: the text is not the one its name says/)]);
  });
});
