import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkWords } from '../../src/views/check-words.ts';

/** One sentence of each rule, filled in. */
const SAID: readonly [rule: string, message: string, zh: string][] = [
  ['done-within-total', 'measuresDone 363 > measures 350', '已完成措施 363 多于整改措施 350'],
  [
    'rate-agrees',
    'completionRate 92% but measuresDone 350 / measures 400 = 87.5%',
    '所写为 92%，而已完成措施 350 ÷ 整改措施 400 = 87.5%',
  ],
  ['table-sums', 'rules: rows sum to 12, total row says 13', '制度：各行相加为 12，合计行写 13'],
  [
    'dates-in-order',
    'inspection.feedbackDate 2024-05-01 is after publication.signedDate 2024-04-01',
    '反馈日期 2024-05-01 晚于落款日期 2024-04-01',
  ],
  [
    'working-days',
    '2024-07-08 to 2024-07-26 has 15 working days, 10 stated',
    '2024-07-08 至 2024-07-26 有 15 个工作日，所写为 10 个',
  ],
  ['unit-names', '7 units are named, 6 stated', '点名的单位有 7 个，所写为 6 个'],
  ['unit-names', 'only 4 of 6 units were found by name', '6 个单位中只读出 4 个名称'],
  ['items-counted', '18 items in the outline, 20 issues stated', '结构中有整改事项 18 项，所写问题为 20 个'],
  ['parts-sum', 'money: parts 3 + 4.5 = 7.5 > 7', '追缴清退金额：分项 3 + 4.5 = 7.5，多于 7'],
  ['figure-repeated', 'issues: “问题14个” and “15个问题”', '问题：“问题14个”与“15个问题”'],
  ['outline-gaps', 'a heading is missing: 一、 → 三、', '缺少标题：一、之后就是三、'],
  ['text-ends', 'the text ends abruptly: “…提高政治站”', '正文似乎没有完：“…提高政治站”'],
];

test.each(SAID)('%s: %s', (rule, message, zh) => {
  expect(checkWords({ rule, message }, 'zh')).toBe(zh);
  expect(checkWords({ rule, message }, 'en')).not.toBeNull();
});

test('every sentence of every rule has its words', () => {
  const sentences = ['src/model/check', 'scraper/check'].flatMap((folder) =>
    readdirSync(folder).flatMap((name) =>
      [...readFileSync(`${folder}/${name}`, 'utf8').matchAll(/message: `/g)].map(() => name.replace('.ts', '')),
    ),
  );
  expect(SAID.map(([rule]) => rule).sort()).toEqual(sentences.sort());
});

test('a sentence that no rule of today says has no words', () => {
  expect(checkWords({ rule: 'rate-agrees', message: 'something else' }, 'zh')).toBeNull();
  expect(checkWords({ rule: '<script>', message: 'x' }, 'zh')).toBeNull();
});
