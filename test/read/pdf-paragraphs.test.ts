import { expect, test } from 'vitest';
import { joinParagraphs } from '../../scraper/read/pdf/paragraphs.ts';
import type { PdfLine } from '../../scraper/read/pdf/rows.ts';

const PAGES = [0, 1].map(() => ({ width: 595, height: 842, items: [], rulings: [] }));
const row = (text: string, page: number, y: number): PdfLine => ({
  text,
  page,
  y,
  x1: 58,
  x2: 500,
  size: 12,
  row: true,
});

test('a row that the end of the page has broken stays one row', () => {
  const lines = [row('财务和资\t7\t19', 0, 60), row('金监管方面', 1, 780), row('合计\t35\t96', 1, 760)];
  expect(joinParagraphs(lines, PAGES).map(({ text }) => text)).toEqual(['财务和资金监管方面\t7\t19', '合计\t35\t96']);
});
