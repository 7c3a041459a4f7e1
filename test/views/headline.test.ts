import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { evidenceTable, figureRail, figureTable, headlineTiles, outlineTree } from '../../src/views/notice.ts';
import { summarise } from '../../src/views/summary.ts';
import { makeNotice } from '../fixtures/notices.ts';

const { record } = makeNotice(1, { notices: 1 });
const summary = summarise(record);

test('every total leads to its figure; without the text its quote is shown', () => {
  const withText = load(headlineTiles(record, summary, true, 'zh').html);
  expect(withText('#h-issues a').attr('href')).toMatch(/^#f-\d+$/);
  expect(withText('q')).toHaveLength(0);
  const without = load(headlineTiles(record, summary, false, 'zh').html);
  expect(without('#h-issues q').text()).toBe(summary.headline[0]?.quote);
});

test('an English unit stands apart from its number and is no Chinese', () => {
  const amount = {
    category: 'money',
    value: 10_660_000,
    unit: '元',
    approx: false,
    quote: null,
    figure: null,
  } as const;
  const tile = (lang: 'zh' | 'en') =>
    load(headlineTiles(record, { ...summary, headline: [amount] }, true, lang).html)('#h-money dd');
  expect(tile('en').text()).toBe('10.66 m yuan');
  expect(tile('en').find('[lang]')).toHaveLength(0);
  expect(tile('zh').text()).toBe('1,066万元');
  expect(tile('zh').find('[lang="zh-Hans"]').text()).toBe('万元');
});

test('the rows of the table are the anchors exactly where the text is not at hand', () => {
  expect(load(figureTable(record, false, 'zh').html, null, false)('#f-1')).toHaveLength(1);
  const page = load(figureTable(record, true, 'zh').html);
  expect(page('#f-1')).toHaveLength(0);
  expect(page('a[href="#f-1"]')).toHaveLength(1);
  expect(load(evidenceTable(record, false, 'zh').html)('#e-inspection-start')).toHaveLength(1);
});

test('a live original is found by its words, a gone one is not linked', () => {
  expect(figureTable(record, true, 'zh').html).toContain('#:~:text=');
  const gone = { ...record, sources: record.sources.map((s) => ({ ...s, status: 'gone' as const })) };
  expect(figureTable(gone, true, 'zh').html).not.toContain('#:~:text=');
});

test('the outline leads to its anchors in depth-first order and leaves inline nodes to the text', () => {
  const page = load(outlineTree(record.outline, true).html);
  expect(page('a').first().attr('href')).toBe('#o-1');
  expect(page('li.st').length).toBe(summary.itemCount);
  expect(page('body').text()).not.toContain('一是');
});

test('without the text the entries of the outline are the anchors, inline ones too', () => {
  const page = load(outlineTree(record.outline, false).html);
  expect(page('#o-1')).toHaveLength(1);
  expect(page('a')).toHaveLength(0);
  expect(page('body').text()).toContain('一是');
});

test('the rail holds every figure in the order of the text', () => {
  expect(load(figureRail(record, 'zh').html)('li')).toHaveLength(record.figures.length);
});
