import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { type Html, html } from '../html.ts';
import { count, type Lang, translator } from '../i18n/index.ts';
import type { DocType } from '../model/index.ts';
import { DOC_TYPES } from '../model/labels.ts';
import { page, paths } from '../urls.ts';
import { docTypeLabel } from '../views/labels.ts';
import type { NoticeSummary } from '../views/summary.ts';
import { across, at, type Chart, drawing } from './chart.ts';

const PLOT = 170;
const TOP = 22;

/** Notices by year of publication, rectification notices apart from all others. */
export function yearsChart(notices: readonly NoticeSummary[], asOf: string | null, lang: Lang): Chart {
  const t = translator(lang);
  const years = countByYear(notices);
  const undated = notices.filter((n) => n.year === null).length;
  const types = (Object.keys(DOC_TYPES) as DocType[]).filter((type) => years.some((y) => y.counts.has(type)));
  const title = t('timeline');
  const alt =
    years.length === 0
      ? t('chartNone')
      : `${title}: ${years[0]?.year}–${years.at(-1)?.year}, ${count(notices.length - undated, lang)} ${t('noticesUnit')}`;
  return {
    title,
    unit: t('noticesUnit'),
    source: t('ownLedger'),
    asOf,
    alt,
    note: [t('timelineLegend'), ...(undated > 0 ? [t('timelineNote', { n: undated })] : [])].join(
      lang === 'zh' ? '' : ' ',
    ),
    svg: years.length > 0 ? draw(years, alt, lang) : null,
    table: {
      columns: [t('year'), ...types.map((type) => docTypeLabel(type, lang))],
      rows: years.map((y) => [String(y.year), ...types.map((type) => y.counts.get(type) ?? 0)]),
    },
  };
}

interface Year {
  readonly year: number;
  readonly total: number;
  readonly rectifications: number;
  readonly counts: ReadonlyMap<DocType, number>;
}

/** Every year from the first to the last: a year without notices is a real 0 of our own counting. */
function countByYear(notices: readonly NoticeSummary[]): Year[] {
  const byYear = new Map<number, Map<DocType, number>>();
  for (const { year, docType } of notices) {
    if (year === null) continue;
    const counts = byYear.get(year) ?? new Map<DocType, number>();
    counts.set(docType, (counts.get(docType) ?? 0) + 1);
    byYear.set(year, counts);
  }
  if (byYear.size === 0) return [];
  const first = Math.min(...byYear.keys());
  const last = Math.max(...byYear.keys());
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const counts = byYear.get(first + i) ?? new Map<DocType, number>();
    const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
    return { year: first + i, total, rectifications: counts.get('rectification') ?? 0, counts };
  });
}

function draw(years: readonly Year[], alt: string, lang: Lang): Html {
  const t = translator(lang);
  const step = 100 / years.length;
  const height = scaleLinear([0, max(years, (y) => y.total) ?? 1], [0, PLOT - TOP]);
  const every = Math.ceil(years.length / 8);
  const bars = years.map((y, i) => {
    const x = i * step;
    const all = height(y.total);
    const solid = height(y.rectifications);
    const label = `${y.year}: ${count(y.total, lang)} ${t('noticesUnit')}`;
    const middle = across(x + step / 2);
    return html`<rect class="bar soft" x="${across(x + step * 0.14)}" y="${at(PLOT - all)}" width="${across(step * 0.72)}" height="${at(all - solid)}"/><rect class="bar" x="${across(x + step * 0.14)}" y="${at(PLOT - solid)}" width="${across(step * 0.72)}" height="${at(solid)}"/>${
      y.total > 0 && html`<text class="value" x="${middle}" y="${at(PLOT - all - 6)}">${y.total}</text>`
    }${(years.length - 1 - i) % every === 0 && html`<text class="tick" x="${middle}" y="${PLOT + 18}">${y.year}</text>`}${
      y.total > 0 &&
      html`<a href="${page(lang, paths.notices)}?year=${y.year}" aria-label="${label}"><rect class="hit" x="${across(x)}" y="0" width="${across(step)}" height="${PLOT}"><title>${label}</title></rect></a>`
    }`;
  });
  return drawing(
    alt,
    PLOT + 26,
    [html`<line class="axis" x1="0" x2="100%" y1="${PLOT}" y2="${PLOT}"/>`, ...bars],
    'years',
  );
}
