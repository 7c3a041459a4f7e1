import { expect, test } from 'vitest';
import { findLevel, rankBody } from '../../scraper/extract/level.ts';

test.each([
  ['中央第六巡视组', 'central'],
  ['省委第三巡视组', 'province'],
  ['自治区党委第一巡视组', 'province'],
  ['市委第四巡视组', 'province'], // only municipalities say 巡视
  ['市委第四巡察组', 'city'],
  ['自治州党委第五巡察组', 'city'],
  ['国家局党组第三巡视组', 'ministry'],
  ['区委第二巡察组', 'county'],
  ['天府新区党工委第一巡察组', 'county'],
  ['广州市国资委党委第二巡察组', 'city'],
  ['省国资委党委第一巡察组', 'province'],
  ['集团党委第一巡察组', 'group'],
  ['省联社党委第二巡察组', 'group'],
  ['水利厅党组第一巡察组', 'province'],
])('%s is %s', (body, level) => {
  expect(rankBody(body)).toBe(level);
});

test.each([
  ['集团党委在研发楼四楼会议室召开第三轮巡察进驻动员会', 'group'],
  ['国务院国资委党委5月8日开会，对2025年第一轮巡视作出安排', 'ministry'],
  ['省政府国资委党委5个巡察组分头进驻15户企业', 'province'],
  ['集团公司党委2个巡视组先后进驻4家企业党组织，开展常规巡视', 'group'],
  ['市委3个巡察组从5月下旬起分别巡察3家单位', 'city'],
  ['根据沁川钢铁集团公司党委巡察工作规划，2个巡察组进驻焦化厂', 'group'],
  ['晋川交建集团党委把巡察触角伸向项目一线', 'group'],
  ['雁泉酒业集团内部巡察覆盖46个基层党组织', 'group'],
  ['八届兵团党委第二轮巡视对27个团场党委开展常规巡视', 'province'],
  ['示例南方院党委3月29日召开会议，对2023年度内部巡察整改成效打分', 'group'],
  ['示例玻璃党委召开巡察整改经验交流会，同时部署2024年第三轮巡察的准备工作', 'group'],
  ['4月13日，受示例水投集团党委指派，专项巡察组来到示例管家有限公司', 'group'],
  ['示例农业农村部党组日前部署2024年第一轮巡视', 'ministry'],
  ['示例纺织集团党委召开巡察工作动员会，2021年第一轮巡察正式启动', 'group'],
  ['示例钢铁党委建立“三单”巡察机制', 'group'],
  ['示例邮政党组近年来把巡视作为治企利器', 'group'],
  ['省粮油集团党委召开专题会议，听取省委巡视反馈意见整改落实情况汇报', 'province'],
])('%s', (text, level) => {
  expect(findLevel(text)?.value).toBe(level);
});

test.each([
  '国企巡视整改：问题与对策',
  '省国资委二级巡视员到船厂调研',
  '从5月起，集团的巡察整改进入攻坚期',
  '党组把巡视反馈问题的整改与生产一起抓',
  '',
])('no body is named: %s', (text) => {
  expect(findLevel(text)).toBeNull();
});

test('a government’s office that sends groups, however long the list before them', () => {
  const text =
    '省政府国资委党委近日向岚江化肥工业集团有限责任公司、岚江民用爆破器材有限公司、省标准件总厂等18户企业派出6个巡察组。';
  expect(findLevel(text)?.value).toBe('province');
});
