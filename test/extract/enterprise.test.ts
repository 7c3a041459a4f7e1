import { expect, test } from 'vitest';
import { findSubject } from '../../scraper/extract/enterprise.ts';
import { findFullNames, fullerName } from '../../scraper/extract/full-names.ts';
import { findUnits } from '../../scraper/extract/units.ts';
import type { DocType } from '../../src/model/index.ts';
import { readPlain } from '../reading.ts';

const subject = (docType: DocType, title: string, body: string): string | undefined => {
  const text = `${title}\n${body}`;
  return findSubject({ text, docType, titleEnd: title.length, units: findUnits(text) })?.value;
};

test.each<[string, DocType, string, string, string | undefined]>([
  [
    'the fuller of two names',
    'progress-news',
    '海曲公司巡视整改交出账单',
    '3月8日，海曲省电力公司党委举行总结会。',
    '海曲省电力公司',
  ],
  [
    'a branch keeps the name of its bank',
    'rectification',
    '中共信和银行股份有限公司澜州分行委员会关于巡视整改情况的通报',
    '总行党委第四巡视组对澜州分行党委开展了巡视。',
    '信和银行股份有限公司澜州分行',
  ],
  [
    'a name in brackets stands for the one before it',
    'rectification',
    '中共甲州报业集团（甲州日报社）委员会巡视整改公告',
    '现公布整改情况。',
    '甲州报业集团',
  ],
  [
    'the one that meets',
    'progress-news',
    '示例盐业公司召开巡视整改工作推进会',
    '1月9日，公司听取汇报。',
    '示例盐业公司',
  ],
  [
    'its committee stands after a short name',
    'progress-news',
    '中国岷电党组传达学习巡视反馈意见',
    '3月2日，会议召开。',
    '中国岷电',
  ],
  [
    'its place is said in short',
    'rectification',
    '岚江城发集团党委巡察整改通报',
    '市委第四巡察组对市城发集团党委开展了巡察。',
    '岚江城发集团',
  ],
  [
    'an account names whose it is',
    'rectification',
    '岚江矿业党委巡察整改公示',
    '市国资委党委第二巡察组对公司党委开展巡察。',
    '岚江矿业',
  ],
  [
    'words before a name are none of it',
    'progress-news',
    '一张表管到底',
    '9月下旬，记者走进岚江民爆集团有限公司党委推动整改的现场。',
    '岚江民爆集团有限公司',
  ],
  [
    'what is passed on names nobody',
    'progress-news',
    '',
    '3月28日，公司党总支召开专题会议，传达集团党委召开的巡视整改会议精神。',
    undefined,
  ],
  [
    'a branch of the Party is no part of a name',
    'rectification',
    '中共禾岳矿业总支部委员会巡察整改公示',
    '县委第二巡察组对公司开展巡察。',
    undefined,
  ],
  ['a place is none', 'progress-news', '岚江省委召开巡视整改推进会', '3月2日，会议召开。', undefined],
  [
    'the one that told the press',
    'progress-news',
    '整改期内叫停多家会所',
    '记者从中国泰岳建设集团有限公司获悉，巡视反馈后该集团关停会所19处。',
    '中国泰岳建设集团有限公司',
  ],
  [
    'words of a sentence are no name',
    'progress-news',
    '市委巡察组督查回访公司巡察整改落实情况',
    '会议听取了汇报。',
    undefined,
  ],
  [
    'none where several were inspected',
    'feedback',
    '巡察反馈',
    '分别向甲州公司党委、乙州公司党委反馈巡察意见。',
    undefined,
  ],
])('%s', (_, docType, title, body, expected) => {
  expect(subject(docType, title, body)).toBe(expected);
});

test('a registered name is not exchanged for a longer string around it', () => {
  const text = '中国江源水电集团公司党组。地址：云岭街17号中国江源水电集团公司巡视办。';
  const names = findFullNames(text);
  expect(names.map(({ value }) => value)).toEqual(['中国江源水电集团公司']);
  expect(fullerName({ value: '中国江源水电集团公司', start: 0, end: 10, quote: '' }, names).value).toBe(
    '中国江源水电集团公司',
  );
});

test('news that calls its enterprise 集团 throughout is about the one name it gives; with two it is about none', async () => {
  const news = (names: string) =>
    readPlain(
      `江边会所要交出去\n${names}工作人员证实，中央第七巡视组7月20日向集团党组反馈时，专门指出下属公司违规占用江边会所。集团党组随后责令该公司停止使用，整改移交。\n`,
    );
  const { record } = await news('中国远澜海运集团有限公司');
  expect(record.docType).toBe('progress-news');
  expect(record.enterprise?.name).toBe('中国远澜海运集团有限公司');
  expect(record.evidence.enterprise?.certainty).toBe('implied');
  expect((await news('中国远澜海运集团有限公司、甲州建设集团有限公司')).record.enterprise).toBeNull();
});

test('the unit of a report is the enterprise that it names in full', async () => {
  const meetings = '集团党委召开巡视整改推进会，逐项调度整改任务，压实整改责任。'.repeat(14);
  const { record } = await readPlain(
    `“一张表”管到底——巡视整改见闻\n9月下旬，中国霆安民爆集团有限公司党委召开巡视整改推进会。${meetings}\n2月28日，中央第四巡视组向霆安民爆集团党委反馈意见。`,
  );
  expect([record.docType, ...record.units.map(({ name }) => name)]).toEqual([
    'progress-news',
    '中国霆安民爆集团有限公司',
  ]);
});
