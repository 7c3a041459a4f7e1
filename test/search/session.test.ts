import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateNotices } from '../../bench/search-corpus.ts';
import { fold, makeFolding } from '../../src/search/terms.ts';
import { traditionalVariants } from '../../src/search/variants.ts';
import { allIds, askOnce, indexInMemory, plainNotice, request, sourceOf } from './asking.ts';

const folding = makeFolding(traditionalVariants());
const folded = (text: string): string => fold(text, folding);

/** Ids by a plain scan of the texts: what a search must give. */
const scan = (texts: readonly string[], q: string): string[] =>
  texts.flatMap((text, i) => (folded(text).includes(folded(q)) ? [plainNotice(text, i).id] : []));

describe('a search finds exactly what a plain scan finds', { timeout: 60_000 }, () => {
  it('law: any string, in texts of few letters where everything nearly repeats', async () => {
    const letter = fc.constantFrom(...'整改巡视。');
    const text = fc.array(letter, { minLength: 1, maxLength: 60 }).map((letters) => letters.join(''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1, maxLength: 60 }),
        fc.array(
          fc.array(letter, { minLength: 1, maxLength: 8 }).map((letters) => letters.join('')),
          { minLength: 12, maxLength: 12 },
        ),
        async (texts, queries) => {
          const index = await indexInMemory(sourceOf(texts.map((t, i) => plainNotice(t, i)))).open();
          for (const q of queries) {
            const expected = scan(texts, q);
            expect(await allIds(index, q), q).toEqual({ total: expected.length, ids: expected });
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('law: any piece of any text, and pieces that stand nowhere, over realistic notices', async () => {
    const texts = [...generateNotices({ count: 90, length: 1500 })].map(({ text }) => text);
    const index = await indexInMemory(sourceOf(texts.map((t, i) => plainNotice(t, i)))).open();
    const all = texts.join('');
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: all.length - 1 }),
        fc.integer({ min: 1, max: 45 }),
        fc.option(fc.nat({ max: all.length - 1 }), { freq: 3 }),
        async (start, length, other) => {
          // half of the pieces are torn and glued to another: pairs that exist, strings that mostly do not
          const tail = other === null ? '' : all.slice(other, other + 2);
          const q = (all.slice(start, start + length) + tail).replace(/[\s"]/g, '');
          fc.pre(q.length > 0 && !q.startsWith('-'));
          const expected = scan(texts, q);
          expect(await allIds(index, q), q).toEqual({ total: expected.length, ids: expected });
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('a search shows', { timeout: 30_000 }, () => {
  const notices = [
    plainNotice('关于整改的通报\n一、总体情况\n“小金库”问题已整改。靠企吃企，设租寻租。', 0, {
      headings: [0, 8],
      date: '2020-01-02',
    }),
    plainNotice('另一份通报\n类别\t44\t完成\n整改任务64项。', 1, { date: '2021-05' }),
    plainNotice('第三份\n记录里的原话：小金库', 2, { body: 0, date: '' }),
  ];
  const opened = indexInMemory(sourceOf(notices)).open();

  it('the place of a hit: its sentence, its zone, its mark', async () => {
    const { hits, total } = await askOnce(await opened, request('小金库'));
    expect(total).toBe(2);
    const [first, second] = hits;
    expect(first?.passages[0]).toMatchObject({
      zone: 'text',
      sentence: 2,
      text: '“小金库”问题已整改。靠企吃企，设租寻租。',
      marks: [{ start: 1, end: 4 }],
    });
    expect(second).toMatchObject({ archived: false });
    expect(second?.passages[0]).toMatchObject({ zone: 'record', sentence: null });
  });

  it('hits in tables and headings as such', async () => {
    expect((await askOnce(await opened, request('"44 完成"'))).hits[0]?.passages[0]).toMatchObject({ zone: 'table' });
    expect((await askOnce(await opened, request('总体'))).hits[0]?.passages[0]).toMatchObject({ zone: 'heading' });
  });

  it('what AND, OR, minus, near and folding mean', async () => {
    const ids = async (q: string) => (await allIds(await opened, q)).ids.map((id) => Number(id.slice(-1)));
    expect(await ids('整改 通报')).toEqual([0, 1]);
    expect(await ids('整改 -靠企吃企')).toEqual([1]);
    expect(await ids('靠企吃企 OR 64项')).toEqual([0, 1]);
    expect(await ids('小金库 ~5 整改')).toEqual([0]);
    expect(await ids('小金库 ~3 靠企')).toEqual([]);
    expect(await ids('設租尋租')).toEqual([0]);
    expect(await ids('６４項')).toEqual([1]);
  });

  it('what was added since an earlier visit', async () => {
    const days = ['2026-01-01', '2026-01-05', ''];
    const index = await indexInMemory(
      sourceOf(notices.map((notice, i) => ({ ...notice, added: days[i] ?? '' }))),
    ).open();
    const { hits, answers } = await askOnce(index, request('整改 OR 小金库', { since: '2026-01-03' }));
    expect(answers.findLast(({ kind }) => kind === 'found')).toMatchObject({
      total: 3,
      fresh: 1,
    });
    expect(answers[0]).toMatchObject({ kind: 'understood', newest: '2026-01-05' });
    expect(hits.filter(({ fresh }) => fresh).map(({ id }) => id)).toEqual(['notice-00001']);
  });

  it('the values of a facet that most of the notices have, the chosen ones always, and how many others there are', async () => {
    const inGroup = (id: string) => ({ ...(notices[0] as (typeof notices)[0]).facets, group: [{ id, zh: id }] });
    const groups = ['甲组', '乙组', '甲组', '丙组', '丁组'];
    const index = await indexInMemory(
      sourceOf(groups.map((group, i) => plainNotice('整改', i, { facets: inGroup(group) }))),
    ).open();
    const groupsOf = async (more: Parameters<typeof request>[1]) => {
      const { answers } = await askOnce(index, request('整改', { count: 0, ...more }));
      const found = answers.findLast((answer) => answer.kind === 'found');
      return { ...found?.facets.group, values: found?.facets.group.values.map(({ id, count }) => `${id} ${count}`) };
    };
    expect(await groupsOf({ values: 1 })).toEqual({ values: ['甲组 2'], more: 3 });
    expect(await groupsOf({ values: 1, chosen: { group: ['乙组'] } })).toEqual({
      values: ['甲组 2', '乙组 1'],
      more: 2,
    });
    expect(await groupsOf({ values: Number.POSITIVE_INFINITY })).toEqual({
      values: ['甲组 2', '丁组 1', '丙组 1', '乙组 1'],
      more: 0,
    });
  });

  it('the newest first, those without a date last', async () => {
    const { hits } = await askOnce(await opened, request('整改 OR 小金库', { sort: 'date' }));
    expect(hits.map(({ date }) => date)).toEqual(['2021-05', '2020-01-02', '']);
  });
});

describe('a search never keeps a loss to itself', { timeout: 30_000 }, () => {
  const texts = [...generateNotices({ count: 40, length: 1200 })].map(({ text }) => text);
  const source = sourceOf(texts.map((t, i) => plainNotice(t, i)));

  it('names the strings whose shard is missing or broken, and shows no count', async () => {
    const { files, open } = indexInMemory(source);
    for (const path of [...files.keys()])
      if (/^[0-9a-f]{8}\/[^/n]+\.bin$/.test(path) && !path.includes('variants') && !path.includes('names'))
        files.set(path, Uint8Array.of(1, 2, 3));
    const { problems, answers } = await askOnce(await open(), request('巡视整改'));
    expect(problems).toMatchObject([{ kind: 'terms', what: ['巡视整改'] }]);
    expect(answers.some(({ kind }) => kind === 'found')).toBe(false);
  });

  it('says which texts it could not look at, and counts none of them', async () => {
    const { files, open } = indexInMemory(source);
    const index = await open();
    for (const path of [...files.keys()]) if (path.includes('/n/') && path.endsWith('/3.bin')) files.delete(path);
    const { problems, total, hits } = await askOnce(index, request('巡视整改', { count: 100 }));
    expect(total).toBe(40);
    expect(hits.length).toBe(39);
    expect(problems).toMatchObject([{ kind: 'texts', what: ['3'] }]);
  });

  it('asks a second time before it gives up', async () => {
    const { files, open } = indexInMemory(source);
    const index = await open();
    const path = [...files.keys()].find((name) => name.endsWith('/n/0.bin')) as string;
    const whole = files.get(path) as Uint8Array;
    files.set(path, whole.slice(0, 40));
    const answering = askOnce(index, request('巡视整改'));
    files.set(path, whole);
    expect((await answering).problems).toEqual([]);
  });
});
