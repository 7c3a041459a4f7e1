import { expect, test } from 'vitest';
import type { PdfItem, PdfPage, Ruling } from '../../scraper/read/pdf/pages.ts';
import { linesOfPage } from '../../scraper/read/pdf/rows.ts';

const SIZE = 14;
const across = (y: number): Ruling => ({ x1: 50, y1: y, x2: 500, y2: y });
const upright = (x: number): Ruling => ({ x1: x, y1: 300, x2: x, y2: 400 });
/** Chinese characters as wide as they are high, others half as wide. */
const run = (text: string, x: number, y: number): PdfItem => ({
  text,
  x,
  y,
  size: SIZE,
  width: [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? SIZE : SIZE / 2), 0),
});
const page = (items: PdfItem[], rulings: Ruling[]): PdfPage => ({ width: 595, height: 842, items, rulings });
const texts = (of: PdfPage): string[] => linesOfPage(of, 0).map(({ text }) => text);

test('a run that crosses the rulings of a table is cut into its cells', () => {
  const rulings = [across(400), across(350), across(300), upright(50), upright(198), upright(302), upright(500)];
  const items = [
    run('类别', 52, 370),
    run('反馈问题（个） 整改措施（条）', 200, 370),
    run('选人用人', 52, 320),
    run('6', 200, 320),
    run('19', 304, 320),
  ];
  expect(texts(page(items, rulings))).toEqual(['类别\t反馈问题（个）\t整改措施（条）', '选人用人\t6\t19']);
});

test('the thin gap between Chinese and figures is no space; between Latin words it is one', () => {
  expect(texts(page([run('截至 2024 年 7 月，完成率 96.7% 以上', 50, 700)], []))).toEqual([
    '截至2024年7月，完成率96.7%以上',
  ]);
  expect(texts(page([run('China Post 集团', 50, 700)], []))).toEqual(['China Post集团']);
});
