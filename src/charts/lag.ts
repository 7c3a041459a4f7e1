import { bin, max, mean, median } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { type Html, html } from '../html.ts';
import { count, type Lang, translator } from '../i18n/index.ts';
import { noticeUrl } from '../urls.ts';
import type { NoticeSummary } from '../views/summary.ts';
import { across, at, type Chart, drawing } from './chart.ts';

const DOT = 12;
/** Above this many dots in a column it becomes a bar. */
const MAX_STACK = 14;

interface Lagged {
  readonly notice: NoticeSummary;
  readonly lag: number;
}

/** Days from feedback to publication, one dot a notice; notices with incomplete dates are counted, not drawn. */
export function lagChart(notices: readonly NoticeSummary[], asOf: string | null, lang: Lang): Chart {
  const t = translator(lang);
  const lagged = notices
    .flatMap((notice): Lagged[] => (notice.lag === null ? [] : [{ notice, lag: notice.lag }]))
    .sort((a, b) => a.lag - b.lag || (a.notice.id < b.notice.id ? -1 : 1));
  const middle = median(lagged, (d) => d.lag);
  const left = notices.length - lagged.length;
  const title = t('lagDistribution');
  const alt =
    middle === undefined
      ? `${title}: ${t('chartNone')}`
      : `${title}: ${count(lagged.length, lang)} ${t('noticesUnit')}, ${lagged[0]?.lag}–${lagged.at(-1)?.lag} ${t('daysUnit')}, ${t('median')} ${middle}`;
  return {
    title,
    unit: t('daysUnit'),
    source: t('ownLedger'),
    asOf,
    alt,
    note: t('lagDistributionNote', { n: left }),
    svg: lagged.length > 0 ? draw(lagged, middle ?? 0, alt, lang) : null,
    table: {
      columns: [t('enterprise'), t('daysBetween'), t('feedback'), t('published')],
      rows: lagged
        .slice(0, 300)
        .map(({ notice, lag }) => [
          html`<a href="${noticeUrl(lang, notice.id)}" lang="zh-Hans">${notice.enterprise?.name ?? notice.title ?? notice.id}</a>`,
          lag,
          notice.feedback,
          notice.published,
        ]),
    },
  };
}

function draw(lagged: readonly Lagged[], middle: number, alt: string, lang: Lang): Html {
  const t = translator(lang);
  const farthest = max(lagged, (d) => d.lag) ?? 1;
  const x = scaleLinear([Math.min(0, lagged[0]?.lag ?? 0), Math.max(farthest, 30)], [1, 98]).nice(6);
  const [low = 0, high = 1] = x.domain();
  const columns = bin<Lagged, number>()
    .value((d) => d.lag)
    .domain([low, high])
    .thresholds(Array.from({ length: 40 }, (_, i) => low + ((high - low) * (i + 1)) / 41))(lagged);
  const most = max(columns, (column) => column.length) ?? 1;
  const stacked = most <= MAX_STACK;
  const plot = stacked ? Math.max(3, most) * DOT + 24 : 160;
  const tall = scaleLinear([0, most], [0, plot - 24]);
  const ticks = x
    .ticks(6)
    .map(
      (tick) =>
        html`<line class="grid" x1="${across(x(tick))}" x2="${across(x(tick))}" y1="20" y2="${plot}"/><text class="tick" x="${across(x(tick))}" y="${plot + 17}">${tick}</text>`,
    );
  const marks = columns.flatMap((column) => {
    // a stack stands where its days are, not in the middle of its step
    const centre = x(mean(column, (d) => d.lag) ?? column.x0 ?? 0);
    if (!stacked)
      return column.length > 0
        ? [
            html`<rect class="bar" x="${across(centre - 0.9)}" width="1.8%" y="${at(plot - tall(column.length))}" height="${at(tall(column.length))}"><title>${column.x0 ?? 0}–${column.x1 ?? 0}: ${column.length}</title></rect>`,
          ]
        : [];
    return column.map(({ notice, lag }, i) => {
      const words = `${notice.enterprise?.name ?? notice.id}: ${t('days', { n: lag })}`;
      return html`<a href="${noticeUrl(lang, notice.id)}" aria-label="${words}"><circle class="dot" cx="${across(centre)}" cy="${plot - DOT / 2 - i * DOT}" r="5"><title>${words}</title></circle></a>`;
    });
  });
  const line = html`<line class="middle" x1="${across(x(middle))}" x2="${across(x(middle))}" y1="18" y2="${plot}"/><text class="value ${x(middle) > 70 ? 'end' : 'start'}" x="${across(x(middle))}" y="13">${t('median')} ${middle}</text>`;
  return drawing(
    alt,
    plot + 24,
    [...ticks, html`<line class="axis" x1="0" x2="100%" y1="${plot}" y2="${plot}"/>`, line, ...marks],
    'lag',
  );
}
