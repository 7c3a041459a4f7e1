import { describe, expect, it } from 'vitest';
import { generateNotices } from '../../bench/search-corpus.ts';
import { buildIndex } from '../../src/search/build.ts';
import { askOnce, indexInMemory, plainNotice, request, sourceOf, tools } from './asking.ts';

const notices = [...generateNotices({ count: 30, length: 900 })].map(({ text }, i) => plainNotice(text, i));

describe('buildIndex', () => {
  it('gives the same bytes for the same source in any order', () => {
    const files = [...buildIndex(sourceOf(notices), tools)];
    expect([...buildIndex(sourceOf(notices), tools)]).toEqual(files);
    expect(new Set(files.map(([path]) => path)).size).toBe(files.length);
    expect(files.at(-1)?.[0]).toBe('header.bin');
  });

  it('works for no notice, one notice, and a notice without a letter', async () => {
    for (const some of [[], [plainNotice('整改', 0)], [plainNotice('', 0, { title: '' })]]) {
      const index = await indexInMemory(sourceOf(some)).open();
      expect((await askOnce(index, request('整改'))).total).toBe(some[0]?.text === '整改' ? 1 : 0);
      expect((await askOnce(index, request('无'))).total).toBe(0);
    }
  });

  it('leads from any name of an enterprise to the enterprise, and filters by it', async () => {
    const label = { id: 'chn-energy', zh: '国家能源投资集团有限责任公司' };
    const own = plainNotice('国家能源集团的通报', 0, { facets: { ...plainNotice('', 0).facets, enterprise: [label] } });
    const names = [{ id: 'chn-energy', names: [label.zh, '国家能源集团', '神华集团'], pinyin: ['', '', ''] }];
    const index = await indexInMemory(sourceOf([own, plainNotice('另一篇', 1)], { names })).open();
    const { answers, total } = await askOnce(index, request('神华集团'));
    // the former name stands in no text: nothing is found there, but the enterprise is offered
    expect(total).toBe(0);
    expect(answers.find(({ kind }) => kind === 'found')).toMatchObject({
      enterprises: [{ id: 'chn-energy', count: 1 }],
    });
    expect((await askOnce(index, request('enterprise:国家能源'))).hits.map(({ id }) => id)).toEqual(['notice-00000']);
  });

  it('ranks a notice higher whose title or enterprise the query names', async () => {
    const texts = ['靠企吃企问题。'.repeat(3), '招标采购管理', '其他'];
    const some = texts.map((t, i) =>
      plainNotice(`${t}，顺带提到招标采购。`, i, { title: i === 1 ? '招标采购专项通报' : '通报', date: `202${i}` }),
    );
    const index = await indexInMemory(sourceOf(some)).open();
    expect((await askOnce(index, request('招标采购'))).hits[0]?.id).toBe('notice-00001');
    expect((await askOnce(index, request('招标采购', { sort: 'date' }))).hits[0]?.id).toBe('notice-00002');
  });
});
