import { describe, expect, test } from 'vitest';
import { checkRecord } from '../../scraper/check/index.ts';
import { recheck } from '../../src/model/check/index.ts';
import { applyCorrections, type CorrectionEntry, type NoticeRecord, valueAt } from '../../src/model/index.ts';
import { readPlain } from '../reading.ts';

const HEAD = '中共示例集团有限公司党委关于巡视整改进展情况的通报\n';

/** A record with one fact or several corrected, each to a value. */
function correct(record: NoticeRecord, changes: Readonly<Record<string, CorrectionEntry['to']>>): NoticeRecord {
  const entries = Object.entries(changes).map(([field, to]) => {
    const from = (valueAt(record, field) ?? null) as CorrectionEntry['from'];
    return { id: record.id, field, from, to, reason: '误植', by: '维护者', on: '2026-11-22' };
  });
  const { record: corrected, stale, broken } = applyCorrections(record, entries);
  expect([stale, broken]).toEqual([[], null]);
  return corrected;
}
const rules = ({ checks }: NoticeRecord): string[] => checks.map(({ rule }) => rule);

describe('a correction that repairs the facts makes the check vanish, one that does not leaves it', () => {
  test.each<[rule: string, text: string, field: string, right: CorrectionEntry['to'], wrong: CorrectionEntry['to']]>([
    ['done-within-total', '制定整改措施80项，整改措施已完成85项。', 'headline.measuresDone', 80, 81],
    ['rate-agrees', '制定整改措施200条。整改措施已完成150条，完成率90%。', 'headline.completionRate', 75, 80],
    [
      'dates-in-order',
      '2023年3月6日至5月25日，省委巡视组开展了巡视，2023年2月1日反馈。',
      'inspection.feedbackDate',
      '2023-07',
      '2023-04',
    ],
    ['working-days', '公示期限：2024年7月8日至2024年7月26日（10个工作日）。', 'publication.workingDays', 15, 14],
    ['parts-sum', '运用“四种形态”处理20人次，其中第一种形态15人次、第二种形态9人次。', 'figures.0.value', 24, 23],
    [
      'table-sums',
      '类别\t反馈问题（个）\t整改措施（条）\n党建\t10\t20\n经营\t5\t9\n合计\t16\t29',
      'figures.4.value',
      15,
      17,
    ],
  ])('%s', async (rule, text, field, right, wrong) => {
    const { record } = await readPlain(HEAD + text);
    expect(rules(record)).toEqual([rule]);
    expect(rules(correct(record, { [field]: right }))).toEqual([]);
    const [check] = correct(record, { [field]: wrong }).checks;
    expect(check?.rule).toBe(rule);
    expect(check?.message).toContain(String(wrong));
    expect(check?.message).not.toBe(record.checks[0]?.message);
  });
});

test('a correction that breaks the facts is found', async () => {
  const { record } = await readPlain(`${HEAD}制定整改措施80项，整改措施已完成75项。`);
  expect(rules(record)).toEqual([]);
  expect(rules(correct(record, { 'headline.measures': 70 }))).toEqual(['done-within-total']);
});

test('a breakdown that loses a member is no longer judged', async () => {
  const { record } = await readPlain(`${HEAD}运用“四种形态”处理20人次，其中第一种形态15人次、第二种形态9人次。`);
  expect(rules(correct(record, { 'figures.0': null }))).toEqual([]);
});

test('what the text alone shows stays, and without a correction nothing is judged anew', async () => {
  const { record, text } = await readPlain(
    `${HEAD}一、组织情况\n制定整改措施80项，整改措施已完成85项。\n三、下一步打算\n并提出要求，一是要提高政治站`,
  );
  expect(rules(record)).toEqual(['done-within-total', 'outline-gaps', 'text-ends']);
  expect(rules(correct(record, { 'headline.measuresDone': 80 }))).toEqual(['outline-gaps', 'text-ends']);
  expect(applyCorrections(record, []).record).toBe(record);
  expect(recheck(record)).toEqual(checkRecord(record, text));
});

test('a total stated again with another value is judged by its values', async () => {
  const quotes = ['制定整改措施80项', '制定整改措施85项'];
  const { record } = await readPlain(`${HEAD}${quotes.join('。')}。`);
  const figures = quotes.map((quote, index) => ({
    category: 'measures' as const,
    value: 80 + 5 * index,
    unit: '项',
    approx: false,
    scope: index === 0 ? ('total' as const) : ('part' as const),
    quote,
    start: HEAD.length + index * 10,
    end: HEAD.length + index * 10 + quote.length,
    section: '',
  }));
  const stated: NoticeRecord = { ...record, figures, headline: { measures: 80 } };
  const checked = { ...stated, checks: checkRecord(stated, `${HEAD}${quotes.join('。')}。`) };
  expect(rules(checked)).toEqual(['figure-repeated']);
  expect(rules(correct(checked, { 'figures.1.value': 80 }))).toEqual([]);
});
