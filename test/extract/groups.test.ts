import { expect, test } from 'vitest';
import { findGroups } from '../../scraper/extract/groups.ts';
import { readPlain } from '../reading.ts';

const values = (text: string) => findGroups(text).map(({ value }) => value);

test.each<[string, string[]]>([
  ['中央第六巡视组对中国电信集团有限公司党组开展了常规巡视', ['中央第六巡视组']],
  ['省委第三、第四、第五巡视组分别向三家企业反馈', ['省委第三巡视组', '省委第四巡视组', '省委第五巡视组']],
  ['自治区党委第一至第三巡视组受理信访', ['自治区党委第一巡视组', '自治区党委第二巡视组', '自治区党委第三巡视组']],
  ['十届自治区党委第七轮巡视中，第一至第二巡视组延长受理', ['自治区党委第一巡视组', '自治区党委第二巡视组']],
  ['市委巡察五组于2020年进驻', ['市委巡察五组']],
  ['公司党委巡察一组、巡察二组分别进驻', ['公司党委巡察一组', '公司党委巡察二组']],
  ['市委巡察一组、三组反馈', ['市委巡察一组', '市委巡察三组']],
  ['10月22日，集团第二轮“回头看”第二专项巡察组进驻', ['集团第二专项巡察组']],
  ['海垦集团党委第八轮巡察第三巡察组常规巡察', ['海垦集团党委第三巡察组']],
  ['受市国资委党委指派，第二巡察组完成反馈', ['市国资委党委第二巡察组']],
  ['中央第二十一巡视组进驻', ['中央第二十一巡视组']],
  ['机关党组召开市委第五提级（交叉）巡察组反馈问题整改会', ['市委第五提级（交叉）巡察组']],
  ['今年初，岚江县统筹县委第二、第三巡察组', ['县委第二巡察组', '县委第三巡察组']],
  ['中国岚研党委2025年度第一巡视组组长讲话', ['中国岚研党委第一巡视组']],
  ['国资委第五巡视组进驻设计研究院开展巡视工作', ['国资委第五巡视组']],
  ['公司党委第一巡察组组长讲话，党委第二巡察组组长补充', ['公司党委第一巡察组', '公司党委第二巡察组']],
  ['水利厅党组第一巡察组到设计院开展巡察', ['水利厅党组第一巡察组']],
])('%s', (text, expected) => {
  expect(values(text)).toEqual(expected);
});

test.each(['省委巡视组向集团党委反馈', '派出3个巡察组', '第三督导组进驻', '第二采购小组', '督导巡视一行', ''])(
  'no numbered group: %s',
  (text) => {
    expect(values(text)).toEqual([]);
  },
);

test('a group that is named again without its body is the same group', () => {
  expect(values('省委第三巡视组进驻。第三巡视组组长讲话。')).toEqual(['省委第三巡视组']);
});

test('groups of the centre may be named by their numbers alone', () => {
  expect(findGroups('中央巡视组今年首轮巡视锁定26家央企，第7、第8巡视组已进驻').map(({ value }) => value)).toEqual([
    '中央第七巡视组',
    '中央第八巡视组',
  ]);
});

test('the own groups of an enterprise inspected others', async () => {
  const text =
    '示例集团党委关于省委巡视整改进展情况的通报\n省委第三巡视组对示例集团党委开展了巡视。集团党委第一巡察组同步对二级单位开展巡察。现将整改情况公布如下。';
  expect((await readPlain(text)).record.inspection.groups).toEqual(['省委第三巡视组']);
});
