import { describe, expect, it } from 'vitest';
import { type NoticeRecord, Round } from '../../src/model/index.ts';
import { searchNotice } from '../../src/search/notice.ts';
import { sampleRecord } from '../sample-record.ts';

const units = [{ name: '示例集团有限公司', source: 'knowledge', verified: false }];
const round = { id: '19-3', term: 19, number: 3, body: '中央', kind: '常规', units, complete: true };
const registries = {
  enterprises: new Map([
    [
      'x-group',
      {
        id: 'x-group',
        name: '示例集团有限公司',
        aliases: [],
        supervisor: 'central-sasac',
        sector: 'power',
        verified: true,
        source: 'knowledge',
      },
    ],
  ]),
  rounds: new Map([['19-3', Round.parse(round)]]),
  sectors: new Map([['power', { id: 'power', zh: '电力', en: 'Power', scope: '' }]]),
  topics: new Map(),
};
const text = '中共示例集团有限公司委员会关于巡视整改进展情况的通报\n一、总体\n整改完成64项。';
const record = sampleRecord(text, { enterprise: { id: 'x-group', name: '示例集团' } });

describe('searchNotice', () => {
  it('takes the clean text, and facets with their labels', () => {
    const notice = searchNotice(record, text, registries);
    expect(notice).toMatchObject({ text, body: text.length, date: '2019-07-22' });
    expect(notice.facets).toMatchObject({
      enterprise: [{ id: 'x-group', zh: '示例集团有限公司' }],
      sector: [{ id: 'power', zh: '电力', en: 'Power' }],
      year: [{ id: '2019', zh: '2019' }],
      type: [{ id: 'rectification' }],
      topic: [],
    });
  });

  it('tells a registered round by its name, in both languages, and any other by the words of the notice', () => {
    const roundOf = (stated: NoticeRecord['inspection']['round']) =>
      searchNotice({ ...record, inspection: { ...record.inspection, round: stated } }, text, registries).facets.round;
    expect(roundOf({ id: '19-3', text: null })).toEqual([
      { id: '19-3', zh: '十九届中央第三轮', en: '19th term, round\u00A03' },
    ]);
    expect(roundOf({ id: null, text: '2024年第一轮' })).toEqual([{ id: '2024年第一轮', zh: '2024年第一轮' }]);
    expect(roundOf(null)).toEqual([]);
  });

  it('adds a title that the text does not hold, after the text, so that no offset moves', () => {
    const notice = searchNotice({ ...record, title: '页面上的题名' }, text, registries);
    expect(notice.text).toBe(`${text}\n页面上的题名`);
    expect(notice.body).toBe(text.length);
  });

  it('takes the words of the record where the text is not at hand, each once', () => {
    const figure = {
      category: 'tasks',
      value: 64,
      unit: '项',
      approx: false,
      scope: 'total',
      quote: '整改完成64项',
      start: 35,
      end: 42,
      section: '',
    } as const;
    const notice = searchNotice({ ...record, figures: [figure, figure], headline: {} }, null, registries);
    expect(notice.body).toBe(0);
    expect(notice.text.split('\n').filter((line) => line === '整改完成64项')).toHaveLength(1);
    expect(notice.text).toContain('示例集团');
  });

  it('has no date where none is known with its year', () => {
    const undated = { ...record, inspection: { ...record.inspection, feedbackDate: '--07-22' } };
    expect(searchNotice(undated, text, registries)).toMatchObject({ date: '', facets: { year: [] } });
  });
});
