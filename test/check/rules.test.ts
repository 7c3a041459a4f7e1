import { describe, expect, test } from 'vitest';
import { checkRecord } from '../../scraper/check/index.ts';
import { checkWords } from '../../src/views/check-words.ts';
import { readPlain } from '../reading.ts';

/** The rules that a notice of these paragraphs breaks. */
async function broken(...paragraphs: string[]): Promise<string[]> {
  const text = [
    '中共示例集团有限公司党委关于巡视整改进展情况的通报',
    '2023年3月6日至5月25日，省委第三巡视组对示例集团有限公司党委开展了常规巡视，7月21日反馈了巡视意见。现将整改进展情况予以公布。',
    ...paragraphs,
  ].join('\n');
  const { record } = await readPlain(text);
  // what a rule says today has its words in Chinese
  expect(record.checks.filter((check) => checkWords(check, 'zh') === null)).toEqual([]);
  return record.checks.map(({ rule }) => rule);
}

test('thousands of parts after 其中 are looked at in bounded memory', async () => {
  expect(await broken('问题97个，其中'.repeat(12_000))).toContain('parts-sum');
});

describe('each rule fires on its own fault and on nothing else', () => {
  test.each<[string, string]>([
    ['done-within-total', '针对反馈的20个问题，制定整改措施80项，整改措施已完成85项。'],
    ['rate-agrees', '制定整改措施200条。截至8月底，整改措施已完成150条，完成率90%。'],
    ['parts-sum', '运用“四种形态”处理20人次，其中第一种形态15人次、第二种形态9人次。'],
    ['working-days', '公示期限：2024年7月8日至2024年7月26日（10个工作日）。'],
    ['dates-in-order', '以上情况予以公布。\n中共示例集团有限公司党委\n2022年9月1日'],
    ['outline-gaps', '一、组织情况\n已落实。\n三、下一步打算\n继续推进。'],
    ['text-ends', '党委召开会议，研究部署整改工作，并提出要求，一是要提高政治站'],
    [
      'items-counted',
      '对照反馈的3个问题逐项整改。\n一、组织情况\n已落实。\n二、问题整改情况\n1.制度不全。已修订制度。\n2.监督不严。已派驻专员。\n三、下一步打算\n继续推进。',
    ],
    ['figure-repeated', '细化为81项整改措施，压实责任。\n党委书记说，制定80项整改措施。'],
    ['table-sums', '类别\t反馈问题（个）\t整改措施（条）\n党建\t10\t20\n经营\t5\t9\n合计\t16\t29'],
  ])('%s', async (rule, paragraph) => {
    expect(await broken(...paragraph.split('\n'))).toEqual([rule]);
  });

  test('a sound notice breaks none', async () => {
    expect(
      await broken(
        '一、总体情况',
        '针对反馈的20个问题，制定整改措施80项，整改措施已完成76项，完成率95%。运用“四种形态”处理24人次，其中第一种形态15人次、第二种形态9人次。',
        '二、下一步打算',
        '持续推进整改。公示期限：2024年7月8日至2024年7月26日（15个工作日）。',
      ),
    ).toEqual([]);
  });

  test('working days follow the official calendar: holidays and the weekends worked in exchange', async () => {
    expect(await broken('公示期限：2021年9月17日至2021年10月13日（15个工作日）。')).toEqual([]);
  });
});

test('a check changes no fact', async () => {
  const { record, text } = await readPlain(
    '中共示例集团党委关于巡视整改情况的通报\n制定整改措施80项，整改措施已完成85项。',
  );
  const before = structuredClone(record);
  checkRecord(record, text);
  expect(record).toEqual(before);
});
