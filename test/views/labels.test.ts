import { expect, test } from 'vitest';
import { roundName } from '../../src/views/labels.ts';

test.each([
  [{ term: 19, number: 3, body: '中央' }, '十九届中央第三轮', '19th term, round 3'],
  [{ term: 21, number: 12, body: '中央' }, '二十一届中央第十二轮', '21st term, round 12'],
  [{ term: 12, number: 1, body: '示例省委' }, '十二届示例省委第一轮', '12th term, round 1 (示例省委)'],
])('the name of a round: %j', (round, zh, en) => {
  expect(roundName(round, 'zh')).toBe(zh);
  expect(roundName(round, 'en').replace('\u00A0', ' ')).toBe(en);
});
