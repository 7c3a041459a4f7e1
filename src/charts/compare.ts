import { max } from 'd3-array';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { type Html, html } from '../html.ts';
import { formatNumber, type Lang, type Message, translator } from '../i18n/index.ts';
import type { FigureCategory } from '../model/index.ts';
import { factAnchor, nodeAnchor, noticeUrl, page, paths, topicNoticeAnchor } from '../urls.ts';
import { type Compared, factOfNotice, type Measured, measure, refusalOf, unitClass } from '../views/compare.ts';
import { timeOf } from '../views/dates.ts';
import { categoryLabel, statusLabel } from '../views/labels.ts';
import { quantityText } from '../views/quantity.ts';
import { type Bar, barsDrawing } from './bars.ts';
import { across, at, type Cell, type Chart, drawing } from './chart.ts';
import { STATUSES, statusLegend } from './status.ts';

const nameOf = ({ label }: Compared): string => label;

/** Why a value is missing; null where it is not. */
export const absenceOfMeasured = (measured: Measured): Message | null =>
  'absence' in measured ? (measured.absence === 'no-notice' ? 'compareNoNotice' : measured.absence) : null;

const absenceWords = (measured: Measured, lang: Lang): string => {
  const why = absenceOfMeasured(measured);
  return why ? translator(lang)(why) : '';
};

const anchor = (compared: Compared, lang: Lang, place: string): string | null =>
  compared.notice ? noticeUrl(lang, compared.notice.id, place) : null;

const factLink = ({ notice }: Compared, category: FigureCategory, lang: Lang): string | null => {
  const fact = factOfNotice(notice, category);
  return notice && fact ? noticeUrl(lang, notice.id, factAnchor(fact)) : null;
};

/** @param parts `draw` is given the words for those who do not see the drawing: all that the table says */
function chartOf(
  {
    draw,
    ...parts
  }: Pick<Chart, 'title' | 'unit' | 'table'> & { note?: string | undefined; draw: (alt: string) => Html | null },
  asOf: string | null,
  lang: Lang,
): Chart {
  const rows = parts.table.rows.map((row) => row.filter((cell) => typeof cell !== 'object').join(' '));
  const alt = [parts.title, rows.join('; ')].filter(Boolean).join(': ');
  return { source: translator(lang)('ownLedger'), asOf, alt, ...parts, svg: draw(alt) };
}

/**
 * One category over the enterprises. Counts of different meaning are never drawn on one scale: the first chart then
 * says why and draws nothing, and each meaning gets a chart of its own.
 */
export function categoryCharts(
  compared: readonly Compared[],
  category: FigureCategory,
  per: boolean,
  asOf: string | null,
  lang: Lang,
): Chart[] {
  const places = compared.map((_, i) => i);
  const whole = categoryChart(compared, places, category, per, asOf, lang);
  if (!refusalOf(compared, category, lang)) return [whole];
  const meanings = new Map<string, number[]>();
  for (const i of places) {
    const fact = factOfNotice(compared[i]?.notice ?? null, category);
    if (!fact) continue;
    const meaning = `${unitClass(fact.unit)} ${compared[i]?.notice?.type}`;
    meanings.set(meaning, [...(meanings.get(meaning) ?? []), i]);
  }
  return [whole, ...[...meanings.values()].map((group) => categoryChart(compared, group, category, per, asOf, lang))];
}

/** @param places indexes of the enterprises to draw; they keep their colours */
function categoryChart(
  all: readonly Compared[],
  places: readonly number[],
  category: FigureCategory,
  per: boolean,
  asOf: string | null,
  lang: Lang,
): Chart {
  const compared = places.flatMap((i) => all[i] ?? []);
  const t = translator(lang);
  const label = categoryLabel(category, lang);
  const relative = per && category !== 'issues';
  const refusal = refusalOf(compared, category, lang);
  const bars = compared.map((c, i): Bar => {
    const measured = measure(c.notice, category, per);
    const value = 'value' in measured ? measured.value : null;
    return {
      label: nameOf(c),
      colour: (places[i] ?? i) + 1,
      href: factLink(c, category, lang),
      value,
      shown: shownValue(measured, relative, lang),
    };
  });
  const unit = [...new Set(compared.flatMap((c) => factOfNotice(c.notice, category)?.unit ?? []))].join(' / ');
  const why =
    refusal &&
    t(refusal.why === 'unit' ? 'refuseUnit' : 'refuseType', {
      [refusal.why === 'unit' ? 'units' : 'types']: refusal.values.join(t('comma')),
    });
  return chartOf(
    {
      title: relative ? `${label} · ${t('perIssue')}` : label,
      unit: relative ? t('perIssue') : unit || '—',
      note: why ? t('refuse', { why }) : relative ? t('perIssueNote') : undefined,
      draw: (alt) => (refusal || bars.every((bar) => bar.value === null) ? null : barsDrawing(bars, alt)),
      table: { columns: [t('enterprise'), label], rows: bars.map((bar) => [bar.label, bar.shown]) },
    },
    asOf,
    lang,
  );
}

function shownValue(measured: Measured, relative: boolean, lang: Lang): string {
  if ('absence' in measured) return absenceWords(measured, lang);
  if (relative) return formatNumber(measured.value, lang, { maximumFractionDigits: 1 });
  return measured.fact ? quantityText(measured.fact, lang) : String(measured.value);
}

/** Why there is no number of days. */
export function lagAbsence(notice: Compared['notice']): Message {
  if (!notice) return 'compareNoNotice';
  if (notice.type !== 'rectification') return 'not-applicable';
  return notice.feedback && notice.published ? 'lagIncomplete' : notice.absence;
}

/** Days from feedback to publication. */
export function lagCompareChart(compared: readonly Compared[], asOf: string | null, lang: Lang): Chart {
  const t = translator(lang);
  const bars = compared.map(
    (c, i): Bar => ({
      label: nameOf(c),
      colour: i + 1,
      href: anchor(c, lang, 'facts'),
      value: c.notice?.lag ?? null,
      shown: c.notice && c.notice.lag !== null ? t('days', { n: c.notice.lag }) : t(lagAbsence(c.notice)),
    }),
  );
  return chartOf(
    {
      title: t('lag'),
      unit: t('daysUnit'),
      note: t('lagHint'),
      draw: (alt) => (bars.some((bar) => bar.value !== null) ? barsDrawing(bars, alt) : null),
      table: { columns: [t('enterprise'), t('lag')], rows: bars.map((bar) => [bar.label, bar.shown]) },
    },
    asOf,
    lang,
  );
}

const FUNNEL: readonly FigureCategory[] = ['issues', 'tasks', 'measures'];
const FUNNEL_ROW = 20;

/** Issues → tasks → measures of each enterprise, each step in its own stated unit. */
export function funnelChart(compared: readonly Compared[], asOf: string | null, lang: Lang): Chart {
  const t = translator(lang);
  const values = compared.flatMap((c) => FUNNEL.flatMap((category) => factOfNotice(c.notice, category)?.value ?? []));
  const x = scaleLinear([0, max(values) ?? 1], [0, 62]);
  const block = 22 + FUNNEL.length * FUNNEL_ROW + 10;
  const marks = compared.map((c, i) => {
    const top = i * block;
    const steps = FUNNEL.map((category, j) => {
      const fact = factOfNotice(c.notice, category);
      const y = top + 22 + j * FUNNEL_ROW;
      const width = fact ? x(fact.value) : 0;
      const words = fact ? quantityText(fact, lang) : absenceWords(measure(c.notice, category, false), lang);
      const bar = html`${fact && html`<rect class="mark step${j}" x="0" y="${y}" width="${across(width)}" height="14"/>`}<text class="value start" x="${across(width + 1)}" y="${y + 12}">${categoryLabel(category, lang)} ${words}</text>`;
      return fact && c.notice
        ? html`<a href="${noticeUrl(lang, c.notice.id, factAnchor(fact))}" aria-label="${nameOf(c)}: ${categoryLabel(category, lang)} ${words}">${bar}</a>`
        : bar;
    });
    return html`<g class="k${i + 1}"><text class="label" lang="zh-Hans" x="0" y="${top + 14}">${nameOf(c)}</text>${steps}</g>`;
  });
  const title = FUNNEL.map((category) => categoryLabel(category, lang)).join(' → ');
  return chartOf(
    {
      title,
      unit: t('unitAsStated'),
      draw: (alt) => (values.length > 0 ? drawing(alt, compared.length * block, marks, 'funnel') : null),
      table: {
        columns: [t('enterprise'), ...FUNNEL.map((category) => categoryLabel(category, lang))],
        rows: compared.map((c): Cell[] => [
          nameOf(c),
          ...FUNNEL.map((category) => {
            const fact = factOfNotice(c.notice, category);
            return fact ? quantityText(fact, lang) : absenceWords(measure(c.notice, category, false), lang);
          }),
        ]),
      },
    },
    asOf,
    lang,
  );
}

/** Status of the rectification items, as shares of each notice’s own items. */
export function progressChart(compared: readonly Compared[], asOf: string | null, lang: Lang): Chart {
  const t = translator(lang);
  const rows = compared.map((c, i) => {
    const y = i * 46;
    const label = html`<text class="label" lang="zh-Hans" x="0" y="${y + 14}">${nameOf(c)}</text>`;
    const notice = c.notice;
    if (!notice || notice.itemCount === 0)
      return html`${label}<text class="value start" x="0" y="${y + 34}">${t(notice?.absence ?? 'compareNoNotice')}</text>`;
    let before = 0;
    const parts = STATUSES.filter((status) => notice.items[status] > 0).map((status) => {
      const share = (notice.items[status] / notice.itemCount) * 100;
      const x = before;
      before += share;
      return html`<rect class="st-${status}" x="${across(x)}" y="${y + 20}" width="${across(share)}" height="16"><title>${statusLabel(status, lang)} ${notice.items[status]}</title></rect>`;
    });
    return html`<a href="${noticeUrl(lang, notice.id, 'headline')}" aria-label="${nameOf(c)}">${label}${parts}</a>`;
  });
  const present = STATUSES.filter((status) => compared.some(({ notice }) => notice && notice.items[status] > 0));
  const legend = statusLegend(present.map((status) => [status, statusLabel(status, lang)]));
  return chartOf(
    {
      title: t('statusBar'),
      unit: t('unitShareOfItems'),
      note: t('statusNote'),
      draw: (alt) =>
        compared.some((c) => c.notice && c.notice.itemCount > 0)
          ? html`${legend}${drawing(alt, compared.length * 46, rows, 'status')}`
          : null,
      table: {
        columns: [t('enterprise'), ...STATUSES.map((status) => statusLabel(status, lang))],
        rows: compared.map((c): Cell[] => [
          nameOf(c),
          ...STATUSES.map((status) => (c.notice && c.notice.itemCount > 0 ? c.notice.items[status] : null)),
        ]),
      },
    },
    asOf,
    lang,
  );
}

const PLOT = 200;

/** A category over all rectification notices of each enterprise; null where nobody states it twice. */
export function roundsChart(
  compared: readonly Compared[],
  category: FigureCategory,
  asOf: string | null,
  lang: Lang,
): Chart | null {
  const t = translator(lang);
  // all notices of an enterprise make one line, whatever columns it has
  const lines = compared.flatMap((c, i) =>
    compared.findIndex((other) => other.enterprise === c.enterprise) === i
      ? [{ colour: i + 1, name: c.enterprise.short ?? c.enterprise.name, notices: c.enterprise.notices }]
      : [],
  );
  const series = lines.map(({ notices }) =>
    notices.flatMap((notice) => {
      const fact = factOfNotice(notice, category);
      const time = timeOf(notice.published);
      return notice.type === 'rectification' && fact && time !== null ? [{ notice, fact, time }] : [];
    }),
  );
  const points = series.flat();
  if (!series.some((s) => s.length > 1) || new Set(points.map((p) => unitClass(p.fact.unit))).size > 1) return null;
  const times = points.map((p) => p.time);
  // the numbers of the scale stand on the left
  const x = scaleUtc([Math.min(...times), Math.max(...times)], [11, 95]);
  const y = scaleLinear([0, max(points, (p) => p.fact.value) ?? 1], [PLOT, 20]);
  const drawn = series.map((line, i) => {
    const ordered = [...line].sort((a, b) => a.time - b.time);
    const segments = ordered.slice(1).map((p, j) => {
      const before = ordered[j] ?? p;
      return html`<line class="link" x1="${across(x(before.time))}" y1="${at(y(before.fact.value))}" x2="${across(x(p.time))}" y2="${at(y(p.fact.value))}"/>`;
    });
    const dots = ordered.map(
      (p) =>
        html`<a href="${noticeUrl(lang, p.notice.id, factAnchor(p.fact))}" aria-label="${p.notice.published} ${quantityText(p.fact, lang)}"><circle class="mark" cx="${across(x(p.time))}" cy="${at(y(p.fact.value))}" r="6"><title>${p.notice.published} ${quantityText(p.fact, lang)}</title></circle></a>`,
    );
    return html`<g class="k${lines[i]?.colour ?? 1}">${segments}${dots}</g>`;
  });
  const ticks = yearTicks(times)
    .filter((year) => x(Date.UTC(year, 6)) > 3 && x(Date.UTC(year, 6)) < 97)
    .map((year) => html`<text class="tick" x="${across(x(Date.UTC(year, 6)))}" y="${PLOT + 20}">${year}</text>`);
  const levels = y
    .ticks(4)
    .map(
      (value) =>
        html`<line class="grid" x1="0" x2="100%" y1="${at(y(value))}" y2="${at(y(value))}"/><text class="tick start" x="0" y="${at(y(value) - 4)}">${formatNumber(value, lang)}</text>`,
    );
  const legend: Html[] = lines.map(
    ({ colour, name }) => html`<span class="k${colour} key" lang="zh-Hans">${name}</span>`,
  );
  const title = `${categoryLabel(category, lang)} · ${t('figuresByRound')}`;
  return chartOf(
    {
      title,
      unit: points[0]?.fact.unit ?? '',
      draw: (alt) =>
        html`<p class="legend">${legend}</p>${drawing(alt, PLOT + 28, [html`<line class="axis" x1="0" x2="100%" y1="${PLOT}" y2="${PLOT}"/>`, ...levels, ...ticks, ...drawn], 'over')}`,
      table: {
        columns: [t('enterprise'), t('published'), categoryLabel(category, lang)],
        rows: series.flatMap((line, i) =>
          line.map((p): Cell[] => [lines[i]?.name ?? null, p.notice.published, quantityText(p.fact, lang)]),
        ),
      },
    },
    asOf,
    lang,
  );
}

export interface TopicName {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
}

/** All passages of a notice on a topic: the only one, or their list on the page of the enterprise. */
function passagesUrl({ enterprise, notice }: Compared, topic: string, lang: Lang): string {
  const [n, first] = notice?.topics[topic] ?? [0, 0];
  if (!notice) return page(lang, paths.enterprise(enterprise.id));
  if (n === 1 || !notice.own) return noticeUrl(lang, notice.id, nodeAnchor(first));
  return `${page(lang, paths.enterprise(enterprise.id))}#${topicNoticeAnchor(topic, notice.id)}`;
}

/** Topics × notices: the number of passages, each leading to all of them. */
export function topicsChart(
  compared: readonly Compared[],
  topics: readonly TopicName[],
  asOf: string | null,
  lang: Lang,
): Chart {
  const t = translator(lang);
  const used = topics.filter((topic) => compared.some(({ notice }) => notice?.topics[topic.id]));
  const most = Math.max(1, ...compared.flatMap(({ notice }) => Object.values(notice?.topics ?? {}).map(([n]) => n)));
  const heads = compared.map((c) => html`<th scope="col" lang="zh-Hans">${nameOf(c)}</th>`);
  const rows = used.map((topic) => {
    const cells = compared.map((c) => {
      const { notice } = c;
      const [n] = notice?.topics[topic.id] ?? [0];
      if (!notice || n === 0)
        return html`<td class="h0"><span class="visually-hidden">${t(notice ? 'none' : 'compareNoNotice')}</span></td>`;
      return html`<td class="h${Math.max(1, Math.ceil((n / most) * 5))}"><a href="${passagesUrl(c, topic.id, lang)}" aria-label="${nameOf(c)} · ${topic[lang]}: ${n}">${n}</a></td>`;
    });
    return html`<tr><th scope="row">${topic[lang]}</th>${cells}</tr>`;
  });
  return chartOf(
    {
      title: t('navTopics'),
      unit: t('passages'),
      draw: () =>
        used.length === 0
          ? null
          : html`<div class="scroll" tabindex="0" role="region" aria-label="${t('navTopics')}"><table class="heat wide"><thead><tr><td></td>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`,
      // the drawing is the table
      table: { columns: [], rows: [] },
    },
    asOf,
    lang,
  );
}

/** Years between the first and last point, at most six. */
function yearTicks(times: readonly number[]): number[] {
  const first = new Date(Math.min(...times)).getUTCFullYear();
  const last = new Date(Math.max(...times)).getUTCFullYear();
  const every = Math.ceil((last - first + 1) / 6);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((_, i) => i % every === 0);
}
