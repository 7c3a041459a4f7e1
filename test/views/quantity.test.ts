import { expect, test } from 'vitest';
import { quantityText } from '../../src/views/quantity.ts';

test.each([
  [{ value: 185, unit: '项', approx: false }, '185项', '185 项'],
  [{ value: 200, unit: '项', approx: true, quote: '制度200余项' }, '200余项', 'over 200 项'],
  [{ value: 200, unit: '次', approx: true, quote: '谈话200多次' }, '200多次', 'over 200 次'],
  [{ value: 90, unit: '%', approx: true, quote: '90%以上' }, '90%以上', 'at least 90%'],
  [{ value: 100, unit: '人', approx: true, quote: '近100人' }, '近100人', 'nearly 100 人'],
  [{ value: 30, unit: '人', approx: true, quote: '大约30人' }, '大约30人', 'about 30 人'],
  [{ value: 30, unit: '人', approx: true }, '约30人', 'about 30 人'],
  [{ value: 3, min: 2, unit: '项', approx: false }, '2–3项', '2–3 项'],
  [{ value: 40_367_800, unit: '元', approx: false }, '4,036.78万元', '40.37 m yuan'],
  [{ value: 213_000_000, unit: '元', approx: false }, '2.13亿元', '213 m yuan'],
  [{ value: 9200, unit: '元', approx: false }, '9,200元', '9,200 yuan'],
  [{ value: 96.7, unit: '%', approx: false }, '96.7%', '96.7%'],
  [{ value: 0, unit: '人', approx: false }, '0人', '0 人'],
])('%j', (quantity, zh, en) => {
  expect(quantityText(quantity, 'zh')).toBe(zh);
  expect(quantityText(quantity, 'en')).toBe(en);
});
