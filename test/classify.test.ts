import { describe, expect, test } from 'vitest';
import { classify } from '../scraper/classify.ts';
import { splitLines } from '../scraper/lines.ts';
import type { DocType } from '../src/model/index.ts';

function typeOf(title: string, body: string): DocType {
  const text = title ? `${title}\n${body}` : body;
  const lines = splitLines(text);
  return classify(text, lines, title ? (lines[0] ?? null) : null).value;
}

describe('the six kinds', () => {
  test.each<[DocType, string, string]>([
    [
      'rectification',
      '中共示例集团有限公司党委关于巡视整改进展情况的通报',
      '根据省委统一部署，省委第三巡视组对示例集团开展了巡视。现将整改情况予以公布。',
    ],
    [
      'rectification',
      '',
      '区委第三巡察组于2023年10月8日至11月17日巡察示例公司党委，2024年1月18日反馈意见。整改进展公布如下。',
    ],
    [
      'feedback',
      '省委第三巡视组向示例集团党委反馈巡视情况',
      '7月18日，省委第三巡视组向示例集团党委反馈了巡视情况。组长指出，存在一些问题。',
    ],
    ['progress-news', '', '8月23日，区委巡察办、区国资局组成检查组，到区粮食购销公司督查巡察整改情况。'],
    [
      'practice',
      '',
      '整改不能止于“回复”。有的单位收到巡察意见，先忙着写方案、报进度。说到底，是把整改当成了文字功夫。',
    ],
    ['other', '', '示例供电公司启动线路特别巡视。12个巡视组分头登塔走线，发现缺陷214处，整改完成198处。'],
    ['other', '', '市委巡察办面向全市公开遴选工作人员3名。报名时间为7月1日至7月10日。'],
    [
      'launch',
      '省委第八巡视组巡视示例集团工作动员会召开',
      '3月8日，省委第八巡视组进驻示例集团，召开动员会。巡视组值班电话设立。',
    ],
    [
      'progress-news',
      '示例集团召开巡视整改工作推进会',
      '8月13日，示例集团党委召开巡视整改工作推进会，听取整改进展情况汇报。',
    ],
    [
      'practice',
      '国企巡察的“三个精准”：一个市的探索与启示',
      '近年来，某市委把国企作为巡察重点，先后开展四轮巡察，探索巡审联动，积累了经验。',
    ],
  ])('%s: %s', (expected, title, body) => {
    expect(typeOf(title, body)).toBe(expected);
  });
});

describe('look-alikes are other', () => {
  test.each<[string, string]>([
    ['', '集团召开中央生态环境保护督察反馈问题整改调度会。'],
    ['', '安全督导巡视一组到各工点检查，内容是安全质量工期。'],
    ['', '省供销社一级巡视员到新疆调研，并督导检查棉麻集团资产管理。'],
    ['市国资委举办巡察业务培训班', '市县两级巡察干部260人参加培训，内容有工作流程、制度解读。'],
    ['示例集团2024年招聘公告', '岗位职责：协助开展巡察工作。报名条件如下。'],
    ['第三章 风波', '小说连载。巡视组的车停在门口，他的心一下子提了起来。'],
    ['集团召开年度工作会议', '会议总结全年生产经营工作，部署下一步任务。'],
  ])('%s %s', (title, body) => {
    expect(typeOf(title, body)).toBe('other');
  });
});

test.each<[string, string, string]>([
  [
    'other',
    '示例学院党委巡察工作规程（试行）',
    '为落实巡视工作条例，制定本规程。巡察办提出每轮巡察对象建议名单，报党委批准。',
  ],
  [
    'practice',
    '第二轮专项巡视整改扫描',
    '翻阅整改通报，26家企业都把加强党的领导放在整改首位。发现问题只是前提，推动整改才是目的。',
  ],
  [
    'practice',
    '',
    '“国企就那么几家，人少钱多，更要巡到位。”近日，县委巡察办负责人这样说。巡察结束后，县里召开反馈会。',
  ],
  [
    'practice',
    '',
    '10月9日，集团党委书记主持召开巡察工作领导小组会议，学习省委第八轮巡视工作动员部署会会议精神，听取集团党委2024年第二轮巡察情况汇报。',
  ],
  ['launch', '', '6月22日，股份公司党委第四轮巡察进驻动员会举行，巡察组副组长宣读了授权任职决定。'],
  [
    'rectification',
    '',
    '集团公司党组第四巡视组对示例材料公司党委进行了巡视，10月19日反馈了巡视意见。经过集中整改，取得阶段性成效。现通报如下：一、总体情况',
  ],
])('%s: %s', (expected, title, body) => {
  expect(typeOf(title, body)).toBe(expected);
});
