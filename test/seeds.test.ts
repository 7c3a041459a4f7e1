import { describe, expect, test } from 'vitest';
import type { NoticeRecord, OutlineNode } from '../src/model/index.ts';
import { hasShared, readSeed } from './reading.ts';

// The five real documents that the project starts from; their texts are not in the repository.
if (!hasShared) console.warn('seeds: ../shared/seeds is missing: the real documents are not tested');

const flatten = (nodes: readonly OutlineNode[]): OutlineNode[] =>
  nodes.flatMap((node) => [node, ...flatten(node.children)]);
const items = (record: NoticeRecord) => flatten(record.outline).filter(({ kind }) => kind === 'item');
const figure = (record: NoticeRecord, category: string, value: number) =>
  record.figures.find((one) => one.category === category && one.value === value);

describe.skipIf(!hasShared)('seed documents', () => {
  test('000 中国电信: totals, accountability with its split, 22 items, contacts, no advert', async () => {
    const { record, text } = await readSeed('000');
    expect(record.docType).toBe('rectification');
    expect(record.enterprise).toEqual({ id: 'china-telecom', name: '中国电信集团有限公司' });
    expect(record.inspection).toMatchObject({
      level: 'central',
      groups: ['中央第六巡视组'],
      round: { id: '19-3' },
      types: ['常规'],
      start: '2019-03-28',
      end: '2019-06-15',
      feedbackDate: '2019-07-22',
    });
    expect(record.evidence['inspection.feedbackDate']).toMatchObject({ quote: '7月22日', certainty: 'implied' });
    expect(record.publication).toMatchObject({
      publishedDate: '2020-10-26',
      signedDate: '2020-03-21',
      signer: '中共中国电信集团有限公司党组',
    });
    expect(record.headline).toEqual({
      issues: 16,
      tasks: 80,
      measures: 185,
      measuresDue: 88,
      measuresDone: 88,
      accountabilityCases: 40,
      accountabilityPersons: 74,
    });
    expect(figure(record, 'accountabilityPersons', 68)).toMatchObject({ scope: 'part', unit: '人次' });
    expect(figure(record, 'accountabilityPersons', 6)).toMatchObject({ scope: 'part', unit: '人次' });
    expect(items(record).map(({ number }) => number)).toEqual(
      Array.from({ length: 22 }, (_, index) => `${index + 1}.`),
    );
    expect(record.contacts).toMatchObject({
      phones: ['010-58716821'],
      emails: ['xunshizhenggai@chinatelecom.cn'],
      postcode: '100032',
    });
    expect(record.contacts.postal).toContain('金融大街31号');
    expect(text).not.toMatch(/微信|宽带|19991967303/);
    expect(text.trimEnd()).toMatch(/2020年3月21日$/);
  });

  test('001 中国电子: flawless Simplified Chinese, period, contacts, 16 items, no invented totals', async () => {
    const { record, text } = await readSeed('001');
    expect(record.enterprise).toEqual({ id: 'cec', name: '中国电子信息产业集团有限公司' });
    expect(record.inspection).toMatchObject({
      level: 'central',
      groups: ['中央第十四巡视组'],
      round: { id: '20-1', text: '二十届中央第一轮' },
      start: '2023-04-06',
      end: '2023-06-25',
      feedbackDate: '2023-09-21',
    });
    expect(record.publication).toMatchObject({
      signedDate: '2024-07-08',
      disclosureStart: '2024-07-08',
      disclosureEnd: '2024-07-26',
      workingDays: 15,
    });
    expect(record.contacts).toEqual({
      phones: ['010-83026423'],
      emails: ['zgdzxsgk@cec.com.cn'],
      postal: '广东省深圳市南山区科发路3号中电长城大厦A座中国电子信息产业集团有限公司党组巡视办公室',
      postcode: '518057',
      hours: '工作日9:00—17:00',
    });
    expect(items(record)).toHaveLength(16);
    expect(record.headline).toEqual({});
    expect(record.checks).toEqual([]);
    expect(record.repairs).toEqual(expect.arrayContaining(['pinyin-annotations', 'traditional']));
    expect(text).not.toMatch(/[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+[)）]/u);
    expect(text).not.toMatch(/[黨組關於進產業國務會議責實現發對學習貫徹黨風]/u);
    expect(text).toMatch(
      /^中共中国电子信息产业集团有限公司党组关于二十届中央第一轮巡视整改进展情况的通报\n根据中央统一部署,2023年4月6日至6月25日,/,
    );
  });

  test('002 四川电信: practice, approximate figures marked as such, no Word bookmark', async () => {
    const { record, text } = await readSeed('002');
    expect(record.docType).toBe('practice');
    expect(text).not.toContain('[bookmark');
    expect(figure(record, 'issues', 200)).toMatchObject({ approx: true });
    expect(figure(record, 'talks', 60)).toMatchObject({ approx: true });
    expect(figure(record, 'rules', 40)).toMatchObject({ approx: true });
    expect(
      record.figures
        .filter(({ category, value }) => category === 'satisfaction' && value === 90)
        .map(({ approx }) => approx),
    ).toEqual([true, true]);
    expect(figure(record, 'accountabilityPersons', 4)).toMatchObject({ approx: false });
  });

  test('003 湖北移动: practice, its figures, no portal furniture', async () => {
    const { record, text } = await readSeed('003');
    expect(record.docType).toBe('practice');
    expect(record.title).toBe('五化建设(“五化并举”构筑国企清廉堤坝)');
    expect(record.publication.publishedDate).toBe('2023-05-12');
    expect(text).not.toMatch(/家居装修|友情链接|浏览量/);
    for (const value of [45, 152, 9_350_000, 89, 307, 688, 111, 581, 246, 160])
      expect(record.figures.map((one) => one.value)).toContain(value);
    expect(figure(record, 'issues', 9)).toBeDefined();
    expect(figure(record, 'completionRate', 100)).toBeDefined();
  });

  test('004 中国邮政: feedback, 8 groups, 28 units and their 28 names, two kinds, feedback dates', async () => {
    const { record } = await readSeed('004');
    expect(record.docType).toBe('feedback');
    expect(record.inspection).toMatchObject({
      level: 'group',
      groupCount: 8,
      unitCount: 28,
      feedbackDate: '2022-09-22',
    });
    expect(record.inspection.types.toSorted()).toEqual(['专项', '回头看'].toSorted());
    expect(record.publication.publishedDate).toBe('2022-09-30');
    expect(record.units).toHaveLength(28);
    expect(record.units.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['北京市分公司', '综合部(党组办公室)', '新闻宣传中心']),
    );
    expect(record.checks).toEqual([]);
  });
});
