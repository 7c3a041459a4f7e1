import { scaleUtc } from 'd3-scale';
import { type Html, html } from '../html.ts';
import { type Lang, translator } from '../i18n/index.ts';
import { noticeUrl, page, paths } from '../urls.ts';
import { formatDate, timeOf } from '../views/dates.ts';
import type { EnterpriseView } from '../views/enterprise.ts';
import { docTypeLabel, roundName } from '../views/labels.ts';
import type { NoticeSummary } from '../views/summary.ts';
import { across, type Chart, drawing } from './chart.ts';

const ROW = 46;
const TOP = 26;

interface Row {
  readonly label: string;
  /** The label is the notice’s own words, not the registry’s name in the language of the page. */
  readonly isOwn: boolean;
  readonly href: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly feedback: string | null;
  readonly notices: readonly NoticeSummary[];
}

/** The rounds of an enterprise over the years: inspection, feedback, publication. */
export function careerChart(view: EnterpriseView, asOf: string | null, lang: Lang): Chart {
  const t = translator(lang);
  const rows = rowsOf(view, lang);
  const title = t('enterpriseTimeline');
  const alt = `${title}: ${rows.map((row) => row.label).join(lang === 'zh' ? '、' : ', ')}`;
  const date = (value: string | null): string | null => (value ? formatDate(value, lang) : null);
  return {
    title,
    unit: t('year'),
    source: t('ownLedger'),
    asOf,
    alt,
    note:
      lang === 'zh'
        ? '横条为巡视期间，菱形为反馈，圆点为发布。'
        : 'Bar: inspection; diamond: feedback; dot: publication.',
    svg: draw(rows, alt, lang),
    table: {
      columns: [t('round'), t('start'), t('end'), t('feedback'), t('published')],
      rows: rows.map((row) => [
        row.href
          ? html`<a href="${row.href}">${row.label}</a>`
          : html`<span${row.isOwn && html` lang="zh-Hans"`}>${row.label}</span>`,
        date(row.start),
        date(row.end),
        date(row.feedback),
        row.notices.length > 0
          ? html`${row.notices.map((n, i) => html`${i > 0 && ' '}<a href="${noticeUrl(lang, n.id)}">${date(n.published) ?? t('not-stated')}</a>`)}`
          : html`<span class="absent">${t('notFound')}</span>`,
      ]),
    },
  };
}

/** A row for each registered round, then one for every notice outside them. Oldest first. */
function rowsOf(view: EnterpriseView, lang: Lang): Row[] {
  const shown = new Set<string>();
  const rounds = view.rounds.map(({ round, state }): Row => {
    const notices = [...(state.notice ? [state.notice] : []), ...state.others];
    for (const n of notices) shown.add(n.id);
    return {
      label: roundName(round, lang),
      isOwn: false,
      href: page(lang, paths.round(round.id)),
      start: state.start,
      end: state.end,
      feedback: state.feedback,
      notices,
    };
  });
  const others = view.notices
    .filter((n) => !shown.has(n.id))
    .map(
      (n): Row => ({
        label: n.round?.text ?? docTypeLabel(n.docType, lang),
        isOwn: n.round?.text != null,
        href: null,
        start: n.start,
        end: n.end,
        feedback: n.feedback,
        notices: [n],
      }),
    );
  return [...rounds, ...others].sort((a, b) => (firstTime(a) ?? 0) - (firstTime(b) ?? 0)).slice(-40);
}

const times = (row: Row): number[] =>
  [row.start, row.end, row.feedback, ...row.notices.map((n) => n.published)].flatMap((d) => timeOf(d) ?? []);
const firstTime = (row: Row): number | null => times(row)[0] ?? null;

function draw(rows: readonly Row[], alt: string, lang: Lang): Html | null {
  const all = rows.flatMap(times);
  if (all.length === 0) return null;
  const first = new Date(Math.min(...all)).getUTCFullYear();
  const last = new Date(Math.max(...all)).getUTCFullYear() + 1;
  const x = scaleUtc([Date.UTC(first, 0), Date.UTC(last, 0)], [2, 91]);
  const height = TOP + rows.length * ROW;
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const every = Math.max(1, Math.ceil(years.length / 7));
  const grid = years
    .filter((_, i) => i % every === 0)
    .map((year) => {
      const at = across(x(Date.UTC(year, 0)));
      return html`<line class="grid" x1="${at}" x2="${at}" y1="${TOP - 6}" y2="${height}"/><text class="tick start" x="${at}" y="${TOP - 10}">${year}</text>`;
    });
  return drawing(
    alt,
    height,
    [...grid, ...rows.map((row, i) => drawRow(row, TOP + i * ROW, (ms) => x(ms), lang))],
    'career',
  );
}

function drawRow(row: Row, top: number, x: (ms: number) => number, lang: Lang): Html {
  const t = translator(lang);
  const y = top + 32;
  const [start, end, feedback] = [timeOf(row.start), timeOf(row.end), timeOf(row.feedback)];
  const published = row.notices.flatMap((n) => {
    const time = timeOf(n.published);
    return time === null ? [] : [{ n, time }];
  });
  const from = times(row)[0];
  const lastTime = Math.max(...times(row));
  if (from === undefined) return html``;
  const late = x(from) > 55;
  const labelAt = late ? x(lastTime) : x(from);
  const waiting = html`<line class="wait" x1="${across(x(from))}" x2="${across(x(lastTime))}" y1="${y}" y2="${y}"/>`;
  const bar =
    start !== null && end !== null
      ? html`<rect class="bar" x="${across(x(start))}" y="${y - 5}" width="${across(Math.max(0.6, x(end) - x(start)))}" height="10"><title>${t('period')} ${row.start ?? ''}–${row.end ?? ''}</title></rect>`
      : start !== null &&
        html`<circle class="open" cx="${across(x(start))}" cy="${y}" r="5"><title>${t('start')} ${row.start ?? ''}</title></circle>`;
  const diamond =
    feedback !== null &&
    html`<svg x="${across(x(feedback))}" y="${y}" overflow="visible"><path class="feedback" d="M0-7 7 0 0 7-7 0Z"><title>${t('feedback')} ${row.feedback ?? ''}</title></path></svg>`;
  const dots = published.map(
    ({ n, time }) =>
      html`<a href="${noticeUrl(lang, n.id)}" aria-label="${t('published')} ${n.published}"><circle class="dot ${n.docType}" cx="${across(x(time))}" cy="${y}" r="6.500"><title>${t('published')} ${n.published}</title></circle></a>`,
  );
  const missing =
    published.length === 0 &&
    html`<text class="tick ${late ? 'end' : 'start'}" x="${across(late ? x(from) - 1.5 : x(lastTime) + 1.5)}" y="${y + 4}">${t('notFound')}</text>`;
  const label = html`<text class="label${late && ' end'}" x="${across(labelAt)}" y="${top + 18}">${row.label}</text>`;
  return html`<g>${waiting}${bar}${diamond}${dots}${missing}${row.href ? html`<a href="${row.href}">${label}</a>` : label}</g>`;
}
