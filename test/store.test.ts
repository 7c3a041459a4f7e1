import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatRecord, mergeSources, openStore, type RankSource } from '../scraper/store.ts';
import { NoticeRecord, type Passages } from '../src/model/index.ts';
import { sampleRecord, sampleSource } from './sample-record.ts';

let workspace: string;
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'zhenggai-store-'));
});
afterEach(() => rm(workspace, { recursive: true }));

const TEXT =
  '根据中央统一部署，2019年3月28日至6月15日，中央第六巡视组对示例集团党组进行了常规巡视，7月22日反馈了巡视意见。现将巡视整改进展情况予以公布。'
    .repeat(4)
    .replace(/。/g, (_, at) => `（${at}）。`);
const A = 'http://www.a.example/1.html';
const B = 'http://mirror.example/9.html';
const isMirror: RankSource = ({ url }) => (url?.includes('mirror') ? 4 : 0);

async function keep(
  text: string,
  url: string | null,
  extra: Partial<NoticeRecord> = {},
  content = text,
  pageChanged?: boolean,
) {
  const store = await openStore(workspace, isMirror);
  const plan = await store.plan({
    record: sampleRecord(text, extra),
    text,
    source: sampleSource(url, content),
    ...(pageChanged !== undefined && { pageChanged }),
  });
  const wrote = await store.commit(plan);
  return { ...plan, wrote, id: plan.record.id };
}
const pathOf = (id: string) => join(workspace, `content/records/${id}.json`);
const read = async (id: string) => JSON.parse(await readFile(pathOf(id), 'utf8')) as NoticeRecord;

describe('one notice is one record', () => {
  it('gets a readable id and is not written again when nothing changed', async () => {
    const first = await keep(TEXT, A);
    expect(first).toMatchObject({ outcome: 'new', wrote: true, id: 'shi-li-ji-tuan-rectification-20190722' });
    const { mtimeMs } = await stat(pathOf(first.id));
    const again = await keep(TEXT, A, {}, 'the page with another counter');
    expect(again).toMatchObject({ outcome: 'unchanged', wrote: false, id: first.id });
    expect((await stat(pathOf(first.id))).mtimeMs).toBe(mtimeMs);
  });

  it('keeps its id when its text changes at the same address, and both texts', async () => {
    const { id } = await keep(TEXT, A);
    const changed = await keep(`${TEXT}补充：截至目前，整改任务全部完成。`, A, {
      inspection: { ...sampleRecord('').inspection, feedbackDate: null },
    });
    expect(changed).toMatchObject({ outcome: 'changed', id });
    expect((await read(id)).sources).toMatchObject([{ url: A, status: 'changed' }]);
    expect(await readdir(join(workspace, 'archive/texts', id))).toHaveLength(2);
  });

  it('takes further places, the enterprise’s own page first and a mirror last', async () => {
    const mirror = await keep(TEXT, B);
    const own = await keep(`${TEXT}（责任编辑：甲）`, A);
    expect(own).toMatchObject({ outcome: 'added', id: mirror.id });
    expect((await read(own.id)).sources.map(({ url }) => url)).toEqual([A, B]);
    expect((await read(own.id)).text.chars).toBe(TEXT.length + 8);
    const later = await keep(`${TEXT}广告`, B, {}, 'other bytes', true);
    expect(later).toMatchObject({ outcome: 'changed', id: own.id });
    expect(await read(own.id)).toMatchObject({
      text: { chars: TEXT.length + 8 },
      sources: [
        { url: A, status: 'live' },
        { url: B, status: 'changed' },
      ],
    });
  });

  it('tells another notice at the same address from a new version', async () => {
    const first = await keep(TEXT, A);
    const other = '二十届中央第一轮巡视反馈。'.repeat(30);
    const second = await keep(other, A, { inspection: { ...sampleRecord('').inspection, feedbackDate: '2023-09-20' } });
    expect(second).toMatchObject({ outcome: 'new', id: 'shi-li-ji-tuan-rectification-20230920' });
    expect(second.id).not.toBe(first.id);
  });

  it('proposes what is alike, and merges nothing that contradicts', async () => {
    const { id } = await keep(TEXT, A);
    const half =
      TEXT.slice(0, TEXT.length / 2) +
      '此处为另外的说明文字，与原文不同。'.repeat(6).replace(/。/g, (_, at) => `${at}。`);
    expect(await keep(half, B)).toMatchObject({ outcome: 'new', proposals: [id] });
    const elsewhere = await keep(`${TEXT}。`, 'http://c.example/', { enterprise: { id: null, name: '示范公司' } });
    expect(elsewhere).toMatchObject({ outcome: 'new', proposals: [] });
  });

  it('gives a second notice with the same facts a suffix of its own', async () => {
    const first = await keep(TEXT, A);
    const second = await keep('完全不同的另一份通报。'.repeat(30), 'http://www.a.example/2.html');
    expect(second.id).toMatch(new RegExp(`^${first.id}-[0-9a-f]{6}$`));
  });

  it('files a better reading without calling the page changed', async () => {
    const { id } = await keep(TEXT, A);
    const better = await keep(TEXT.replace('（', '('), A, {}, TEXT, false);
    expect(better).toMatchObject({ outcome: 'reread', id });
    expect((await read(id)).sources).toMatchObject([{ status: 'live' }]);
  });
});

describe('the repaired passages', () => {
  const pathsIn = (id: string) => readdir(join(workspace, 'archive/texts', id));
  const keepRepaired = async (passages: Passages, url: string) => {
    const store = await openStore(workspace);
    const plan = await store.plan({
      record: sampleRecord(TEXT),
      text: TEXT,
      passages,
      source: sampleSource(url, TEXT),
    });
    await store.commit(plan);
    return plan.record.id;
  };

  it('lie beside the text, and go with the reading that had none', async () => {
    const id = await keepRepaired([[0, 2, '根據']], A);
    const [name = ''] = (await pathsIn(id)).filter((each) => each.endsWith('.repairs.json'));
    expect(await readFile(join(workspace, 'archive/texts', id, name), 'utf8')).toBe('[[0,2,"根據"]]\n');
    await keepRepaired([], A);
    expect(await pathsIn(id)).toHaveLength(1);
  });
});

describe('the door', () => {
  it('refuses a record that breaks its schema, with place and value', () => {
    const bad = sampleRecord(TEXT, { id: 'Bad Id' });
    expect(() => formatRecord(bad)).toThrow(/records\/Bad Id\.json: id: .*lower-case.*got "Bad Id".*left out/s);
    expect(() => formatRecord({ ...sampleRecord(TEXT), sources: [{ ...sampleSource(A), sha256: 'x' }] })).toThrow(
      /sources\.0\.sha256/,
    );
  });

  it('writes one form: schema order, sorted maps, no text', () => {
    const record = sampleRecord(TEXT, {
      headline: { tasks: 2, issues: 1 },
      evidence: { b: { start: 0, end: 1, quote: '根' }, a: { start: 0, end: 1, quote: '根' } },
    });
    const text = formatRecord({ ...record, text: { ...record.text, content: TEXT } });
    expect(text).not.toContain('content');
    expect(text.indexOf('"issues"')).toBeLessThan(text.indexOf('"tasks"'));
    expect(Object.keys(JSON.parse(text).evidence)).toEqual(['a', 'b']);
    expect(formatRecord(NoticeRecord.parse(JSON.parse(text)))).toBe(text);
  });

  it('leaves a broken file and a second record with one id alone, and says so', async () => {
    const { id } = await keep(TEXT, A);
    await writeFile(pathOf('copy'), await readFile(pathOf(id)));
    await writeFile(pathOf('torn'), '{"id": "to');
    await writeFile(pathOf('wrong'), JSON.stringify({ ...sampleRecord(TEXT), id: 'wrong', docType: 'poem' }));
    const store = await openStore(workspace);
    expect(store.problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      expect.stringMatching(/copy\.json: two records with one id/),
      expect.stringMatching(/torn\.json: not JSON/),
      expect.stringMatching(/wrong\.json: docType: /),
    ]);
    const plan = await store.plan({ record: sampleRecord(TEXT), text: TEXT, source: sampleSource(A) });
    expect(plan.outcome).toBe('unchanged');
    expect(store.has('torn')).toBe(true);
    await expect(store.commit({ ...plan, record: { ...plan.record, id: 'torn' } })).rejects.toThrow(/broken record/);
  });

  it('marks a source and leaves the rest', async () => {
    const { id } = await keep(TEXT, A);
    const store = await openStore(workspace);
    expect(await store.setSourceStatus(id, A, 'gone')).toBe(true);
    expect(await store.setSourceStatus(id, A, 'gone')).toBe(false);
    expect(await read(id)).toMatchObject({ sources: [{ url: A, status: 'gone' }], text: { chars: TEXT.length } });
  });

  it('opens an empty workspace', async () => {
    await mkdir(join(workspace, 'content/records'), { recursive: true });
    expect([...(await openStore(workspace)).entries()]).toEqual([]);
  });
});

describe('places of a notice', () => {
  const rank = () => 0;
  it('replace a handed-in file once its address is known', () => {
    const file = sampleSource(null, 'same');
    const page = sampleSource(A, 'same');
    expect(mergeSources([file], page, false, rank)).toEqual([page]);
    expect(mergeSources([page], file, false, rank)).toEqual([page, file].slice(0, 1));
  });

  it('keep the time of the first capture while the text is the same', () => {
    const before = sampleSource(A, 'v1', '2026-01-01T00:00:00.000Z');
    const after = sampleSource(A, 'v2', '2026-02-02T00:00:00.000Z');
    expect(mergeSources([before], after, false, rank)).toEqual([before]);
    expect(mergeSources([before], after, true, rank)).toEqual([{ ...after, status: 'changed' }]);
    expect(mergeSources([{ ...before, status: 'gone' }], after, false, rank)).toEqual([before]);
  });
});
