import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { evidenceAnchor, figureAnchor, nodeAnchor } from '../../src/urls.ts';
import { renderText } from '../../src/views/text.ts';
import { tableRows } from '../../src/views/text-tables.ts';
import { makeNotice } from '../fixtures/notices.ts';

const { record } = makeNotice(1, { notices: 1 });
const bare = { ...record, outline: [], evidence: {}, figures: [] };

const TABLE = '类别\t反馈问题\t整改率\n基层党建\t9\t100%\n\n选人用人\t13\t92.3%\n合计\t22';

describe('which lines are rows', () => {
  const shape = (text: string) =>
    [...tableRows(text)].map(([paragraph, { cells, isHead, span }]) => [
      paragraph,
      cells.map(({ start, end }) => text.slice(start, end)).join('|'),
      isHead,
      span,
    ]);

  test('a head, rows, and a total that spans what it lacks', () => {
    expect(shape(`现公布如下。\n${TABLE}\n特此通报。`)).toEqual([
      [1, '类别|反馈问题|整改率', true, 1],
      [2, '基层党建|9|100%', false, 1],
      [3, '选人用人|13|92.3%', false, 1],
      [4, '合计|22', false, 2],
    ]);
  });

  test('an empty cell keeps its place', () => {
    expect(shape('一\t1\t2\n\t3\t').map(([, cells]) => cells)).toEqual(['一|1|2', '|3|']);
  });

  test.each(['甲\t乙', '甲\t乙\t丙\n丁\t戊', '没有表格。', ''])('no table: %j', (text) => {
    expect(shape(text)).toEqual([]);
  });

  test('two tables with a line between them are two', () => {
    const rows = [...tableRows('甲\t1\n乙\t2\n说明\n丙\t3\n丁\t4').values()];
    expect(rows.map(({ isFirst, isLast }) => [isFirst, isLast])).toEqual([
      [true, false],
      [false, true],
      [true, false],
      [false, true],
    ]);
  });
});

describe('a table as HTML', () => {
  test('a row of one sentence is the sentence; cells keep their tabs', () => {
    const $ = load(renderText(TABLE, bare).html);
    expect($('table').length).toBe(1);
    expect(
      $('tr.s')
        .toArray()
        .map(({ attribs }) => attribs.id),
    ).toEqual(['s-001', 's-002', 's-003', 's-004']);
    expect($('#s-001 th[scope=col]').length).toBe(3);
    expect($('#s-002').text()).toBe('基层党建\t9\t100%');
    expect($('#s-002 td.num').length).toBe(2);
    expect($('#s-004 td').first().attr('colspan')).toBe('2');
    expect($('.s [id^=q-]').length).toBe(4);
  });

  test('several sentences in a row each begin in their cell', () => {
    const $ = load(renderText('措施\t状态\n一是学习。二是检查。\t已完成', bare).html);
    expect($('tr.s').length).toBe(1);
    expect(
      $('td .s')
        .toArray()
        .map((s) => $(s).text()),
    ).toEqual(['一是学习。', '二是检查。', '已完成']);
    expect($('td').length).toBe(2);
  });

  test('figures, facts and nodes are anchored in their cells', () => {
    const start = TABLE.indexOf('13');
    const [figure] = record.figures;
    const [node] = record.outline;
    if (!figure || !node) throw new Error('the sample notice has figures and an outline');
    const found = {
      ...bare,
      figures: [{ ...figure, start, end: start + 2, quote: '13' }],
      evidence: { title: { start, end: start + 2, quote: '13' } },
      outline: [{ ...node, start: TABLE.indexOf('选人'), children: [] }],
    };
    const $ = load(renderText(TABLE, found).html);
    expect($(`td #${figureAnchor(0)}`).text()).toBe('13');
    expect($(`td #${evidenceAnchor('title')}`).length).toBe(1);
    expect($(`#s-003 #${nodeAnchor(0)}`).length).toBe(1);
  });

  test('words that try to be HTML stay words', () => {
    const $ = load(renderText('<script>\t1\n</td><b>\t2', bare).html);
    expect($('script, b').length).toBe(0);
    expect($('td').first().text()).toBe('<script>\t');
  });
});
