import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { type Chart, chartFigure } from '../../src/charts/chart.ts';
import {
  categoryCharts,
  funnelChart,
  lagCompareChart,
  progressChart,
  roundsChart,
  type TopicName,
  topicsChart,
} from '../../src/charts/compare.ts';
import { lagChart } from '../../src/charts/lag.ts';
import { multiplesChart } from '../../src/charts/multiples.ts';
import { statusChart } from '../../src/charts/status.ts';
import { yearsChart } from '../../src/charts/years.ts';
import { comparable } from '../../src/views/comparable.ts';
import { type Compared, chooseNotices } from '../../src/views/compare.ts';
import { byNewest } from '../../src/views/notices.ts';
import { type NoticeSummary, summarise } from '../../src/views/summary.ts';
import { makeNotice } from '../fixtures/notices.ts';

const notices = Array.from({ length: 24 }, (_, i) => summarise(makeNotice(i, { notices: 24 }).record)).sort(byNewest);
const ofOne = notices.filter((n) => n.enterprise?.id === 'demo-01');
const [newest] = notices as [NoticeSummary];
const compare = (own: readonly NoticeSummary[], id: string): Compared =>
  chooseNotices(
    comparable({
      enterprise: {
        id,
        name: `${id}集团`,
        aliases: [],
        supervisor: 'x',
        sector: 'x',
        verified: false,
        source: 'knowledge',
      },
      notices: own,
      rectifications: own,
      rounds: [],
      parent: null,
      successor: null,
      subsidiaries: [],
      predecessors: [],
    }),
    [],
  )[0] as Compared;
const compared = ['demo-01', 'demo-02'].map((id) =>
  compare(
    notices.filter((n) => n.enterprise?.id === id),
    id,
  ),
);
const nobody = compare([], 'demo-99');

const charts: [string, Chart | null][] = [
  ['years', yearsChart(notices, '2026-11-20', 'zh')],
  ['lag', lagChart(notices, '2026-11-20', 'zh')],
  ['multiples', multiplesChart(ofOne, '2026-11-20', 'zh')],
  ['status', statusChart(newest, '2026-11-20', 'zh')],
  ['category', categoryCharts(compared, 'issues', false, '2026-11-20', 'zh')[0] ?? null],
  ['lag compared', lagCompareChart(compared, '2026-11-20', 'zh')],
  ['funnel', funnelChart(compared, '2026-11-20', 'zh')],
  ['progress', progressChart(compared, '2026-11-20', 'zh')],
  ['topics', topicsChart(compared, [{ id: 'procurement', zh: '招标采购', en: 'Procurement' }], '2026-11-20', 'zh')],
  ['over rounds', roundsChart(compared, 'issues', '2026-11-20', 'zh')],
];

describe.each(charts)('%s', (_, chart) => {
  const $ = load(chart ? chartFigure(chart, 'zh').html : '');

  test('has a title, a unit, a source, an as-of date, words for who cannot see it, and the table behind it', () => {
    expect($('figure > h3').text()).toBe(chart?.title);
    expect($('figcaption').text()).toMatch(/单位：.+；来源：.+；数据截至 2026-11-20/);
    expect($('svg[aria-label], [role=region][aria-label]').attr('aria-label')).toBeTruthy();
    expect($('table thead th').length).toBeGreaterThan(1);
    expect($('table tbody tr').length).toBeGreaterThan(0);
  });

  test('draws finite numbers only', () => {
    expect($.html()).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe('missing', () => {
  test('is never drawn as zero: no mark without a value', () => {
    const [chart] = categoryCharts([...compared, nobody], 'issues', false, null, 'zh');
    const $ = load(chart?.svg?.html ?? '');
    expect($('rect')).toHaveLength(2);
    expect($('.k3').text()).toContain('没有通报');
    expect($('.k3 .value').text()).toBe('没有通报');
  });

  test('leaves a gap in the small multiples', () => {
    const holes = ofOne.map((n, i) => (i === 0 ? { ...n, headline: [] } : n));
    const $ = load(multiplesChart(holes, null, 'zh').svg?.html ?? '');
    const panel = $('.panel-chart').first();
    expect(panel.find('rect')).toHaveLength(holes.length - 1);
    expect(panel.find('.tick')).toHaveLength(holes.length);
  });

  test('gives words instead of an empty chart', () => {
    for (const chart of [yearsChart([], null, 'en'), lagChart([], null, 'en'), multiplesChart([], null, 'en')]) {
      expect(chart.svg).toBeNull();
      expect(chartFigure(chart, 'en').html).toContain('Nothing to draw');
    }
  });

  test('days that cannot be counted are said to be left out', () => {
    const chart = lagChart([newest, { ...newest, id: 'x', lag: null }], null, 'zh');
    expect(chart.note).toContain('1 篇');
    expect(load(chart.svg?.html ?? '')('circle')).toHaveLength(1);
  });
});

test('every mark of the distribution leads to its notice', () => {
  const $ = load(lagChart(notices, null, 'en').svg?.html ?? '');
  const links = $('a[href^="/en/notices/"]').length;
  expect(links).toBe($('circle').length);
  expect(links).toBe(notices.filter((n) => n.lag !== null).length);
});

test('a thousand notices are drawn as columns', () => {
  const many = Array.from({ length: 1000 }, (_, i) => ({ ...newest, id: `n-${i}`, lag: 100 + (i % 50) }));
  const $ = load(lagChart(many, null, 'zh').svg?.html ?? '');
  expect($('circle')).toHaveLength(0);
  expect($('rect').length).toBeLessThan(50);
});

test('人 and 人次 get a chart each, under the reason', () => {
  const [a, b] = compared as [Compared, Compared];
  const persons = (c: Compared, unit: string): Compared => ({
    ...c,
    notice: c.notice && {
      ...c.notice,
      totals: [{ category: 'accountabilityPersons', value: 9, unit, approx: false, figure: 0, quote: null }],
    },
  });
  const drawn = categoryCharts([persons(a, '人'), persons(b, '人次')], 'accountabilityPersons', false, null, 'zh');
  expect(drawn.map((chart) => chart.svg === null)).toEqual([true, false, false]);
  expect(drawn[0]?.note).toContain('单位不同（人、人次）');
  expect(load(drawn[2]?.svg?.html ?? '')('.k2 rect')).toHaveLength(1);
});

test('money of small multiples is told in the unit of the heading', () => {
  const told = (lang: 'zh' | 'en') => load(multiplesChart(ofOne, null, lang).svg?.html ?? '')('.panel-chart').last();
  expect(told('zh').find('p').text()).toMatch(/^追缴清退金额（万元）$/);
  expect(told('zh').find('.value').first().text()).toMatch(/^[\d,.]+$/);
  expect(told('en').find('p').text()).toContain('(m yuan)');
});

test('a cell of the topics leads to all its passages; none is an empty cell', () => {
  const topics = newest.passages.flatMap((p) => p.topics).map((id) => ({ id, zh: id, en: id }));
  const $ = load(topicsChart([...compared, nobody], topics, null, 'zh').svg?.html ?? '');
  expect($('td a').length).toBeGreaterThan(0);
  for (const link of $('td a').toArray()) expect($(link).attr('href')).toMatch(/\/#(o-\d+|t-.+-of-.+)$/);
  expect($('tbody tr').first().find('td').last().text()).toBe('没有通报');
  // several passages are listed on the page of the enterprise, if it is the one that the notice is about
  const [topic] = topics as [TopicName];
  const withTwo = (own: boolean): Compared[] =>
    compared
      .slice(0, 1)
      .map((c) => ({ ...c, notice: c.notice && { ...c.notice, own, topics: { [topic.id]: [2, 4] } } }));
  const href = (own: boolean) =>
    load(topicsChart(withTwo(own), [topic], null, 'en').svg?.html ?? '')('td a').attr('href');
  expect(href(true)).toMatch(new RegExp(`^/en/enterprises/[\\w-]+/#t-${topic.id}-of-[\\w-]+$`));
  expect(href(false)).toMatch(/#o-5$/);
});
