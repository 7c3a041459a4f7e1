import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import type { Passages } from '../../src/model/index.ts';
import { evidenceAnchor, figureAnchor, nodeAnchor } from '../../src/urls.ts';
import { flattenOutline } from '../../src/views/summary.ts';
import { renderText } from '../../src/views/text.ts';
import { makeNotice } from '../fixtures/notices.ts';

const { record, text } = makeNotice(1, { notices: 1 });
const $ = load(renderText(text, record).html);
const squeeze = (words: string): string => words.replace(/\s+/g, '');

describe('the text of a notice as HTML', () => {
  test('loses no character', () => {
    expect(squeeze($('body').text())).toBe(squeeze(text));
  });

  test.each(record.figures.map((figure, i) => [figureAnchor(i), figure.quote] as const))(
    '%s marks exactly “%s”',
    (anchor, quote) => {
      expect($(`#${anchor}`)).toHaveLength(1);
      const pieces = $('mark').filter((_, mark) => ($(mark).attr('data-m') ?? '').split(' ').includes(anchor));
      expect(pieces.text()).toBe(quote);
    },
  );

  test('every fact and every node of the outline has its one anchor', () => {
    for (const path of Object.keys(record.evidence)) expect($(`#${evidenceAnchor(path)}`), path).toHaveLength(1);
    flattenOutline(record.outline).forEach((_, i) => {
      expect($(`#${nodeAnchor(i)}`)).toHaveLength(1);
    });
  });

  test('sentences are numbered from s-001 without a gap', () => {
    const ids = $('.s')
      .toArray()
      .map((s) => $(s).attr('id'));
    expect(ids[0]).toBe('s-001');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.at(-1)).toBe(`s-${String(ids.length).padStart(3, '0')}`);
  });

  test('sentences have anchors that outlast another reading of the page', () => {
    const anchors = (words: string) =>
      load(renderText(words, { ...record, outline: [], evidence: {}, figures: [] }).html)('[id^=q-]')
        .toArray()
        .map((own) => own.attribs.id);
    const before = anchors('第一句，16个问题。第二句。第二句。');
    expect(new Set(before).size).toBe(3);
    expect(before[2]).toBe(`${before[1]}-2`);
    expect(anchors('网站导航\n第一句,16 个问题。\n第二句。第二句。').slice(1)).toEqual(before);
    expect(new Set(anchors(text)).size).toBe($('.s').length);
  });

  test('headings of the outline are headings', () => {
    expect($('h3').first().text()).toBe('一、总体情况');
    expect($('h4').length).toBe(3);
  });
});

test('overlapping marks are cut into pieces that name all they belong to', () => {
  const words = '将16个问题分解成80项任务。';
  const base = { category: 'issues', value: 16, unit: '个', approx: false, scope: 'total', section: '' } as const;
  const overlapping = {
    ...record,
    outline: [],
    evidence: {},
    figures: [
      { ...base, start: 1, end: 8, quote: words.slice(1, 8) },
      { ...base, start: 4, end: 13, quote: words.slice(4, 13) },
      { ...base, start: 4, end: 8, quote: words.slice(4, 8) },
    ],
  };
  const page = load(renderText(words, overlapping).html);
  expect(page('body').text()).toBe(words);
  for (const [i, f] of overlapping.figures.entries()) {
    const id = figureAnchor(i);
    expect(page(`#${id}`)).toHaveLength(1);
    const pieces = page('mark').filter((_, m) => (page(m).attr('data-m') ?? '').split(' ').includes(id));
    expect(pieces.text()).toBe(f.quote);
  }
});

describe('repaired passages', () => {
  const words = '将产业16个问题分解。团党委';
  const figure = { category: 'issues', value: 16, unit: '个', approx: false, scope: 'total', section: '' } as const;
  const plain = { ...record, outline: [], evidence: {} };
  const forms = (passages: Passages, figures = [{ ...figure, start: 3, end: 8, quote: words.slice(3, 8) }]) => {
    const page = load(renderText(words, { ...plain, figures }, passages).html);
    const now = page('body').clone();
    now.find('del').remove();
    const was = page('body').clone();
    was.find('ins').remove();
    return { page, now: now.text(), was: was.text() };
  };

  test('carry both forms', () => {
    const { page, now, was } = forms([
      [1, 1, '產(chǎn)'],
      [2, 1, '業(yè)'],
      [11, 2, '團黨'],
    ]);
    expect(now).toBe(words);
    expect(was).toBe('将產(chǎn)業(yè)16个问题分解。團黨委');
    expect(page('.repaired').first().html()).toBe('<ins>产</ins><del>產(chǎn)</del>');
  });

  test.each<[string, Passages, string]>([
    ['character for character', [[1, 4, '產業１６']], '将產業１６个问题分解。团党委'],
    ['as a whole', [[2, 4, '業&1 6个']], '将产業&1 6个问题分解。团党委'],
    ['over several sentences', [[7, 6, 'x<br>yz']], '将产业16个问x<br>yz委'],
    ['inserted', [[5, 1, '']], '将产业16问题分解。团党委'],
  ])('are cut by the borders of marks and sentences: %s', (_, passages, original) => {
    const { page, now, was } = forms(passages);
    expect(now).toBe(words);
    expect(was).toBe(original);
    expect(page('br')).toHaveLength(0);
  });
});

test('words that try to be HTML stay words; evidence beyond the text is left out', () => {
  const words = '<script>alert(1)</script>16个问题。';
  const wrong = { ...record, outline: [], evidence: { x: { start: 900, end: 910, quote: '无' } }, figures: [] };
  const { html } = renderText(words, wrong);
  expect(html).not.toContain('<script');
  expect(load(html)('body').text()).toBe(words);
});

test('a long text is rendered in linear time', () => {
  const many = Array.from({ length: 20_000 }, (_, i) => `第${i}句有${i}个问题。`).join('');
  const start = performance.now();
  renderText(many, { ...record, outline: [], evidence: {}, figures: [] });
  expect(performance.now() - start).toBeLessThan(2000);
});
