import { type Html, html } from '../html.ts';
import { type Lang, translator } from '../i18n/index.ts';
import type { ItemStatus } from '../model/index.ts';
import { ITEM_STATUSES } from '../model/labels.ts';
import { statusLabel } from '../views/labels.ts';
import type { NoticeSummary } from '../views/summary.ts';
import { across, type Chart, drawing } from './chart.ts';

export const STATUSES = Object.keys(ITEM_STATUSES) as ItemStatus[];
const BAR = 22;

/** What the colours of the bars mean. */
export const statusLegend = (words: readonly (readonly [ItemStatus, string])[]): Html =>
  html`<p class="legend">${words.map(([status, label]) => html`<span class="key st-${status}">${label}</span>`)}</p>`;

/** How far the rectification items of one notice say they have come, as one bar. */
export function statusChart(notice: NoticeSummary, asOf: string | null, lang: Lang): Chart {
  const t = translator(lang);
  const present = STATUSES.filter((status) => notice.items[status] > 0);
  const words = present.map((status) => [status, `${statusLabel(status, lang)} ${notice.items[status]}`] as const);
  const alt = words.map(([, label]) => label).join(', ');
  let before = 0;
  const parts = present.map((status) => {
    const share = (notice.items[status] / notice.itemCount) * 100;
    const x = before;
    before += share;
    return html`<rect class="st-${status}" x="${across(x)}" y="0" width="${across(share)}" height="${BAR}"><title>${statusLabel(status, lang)} ${notice.items[status]}</title></rect>`;
  });
  return {
    title: t('statusBar'),
    unit: t('unitItems'),
    source: t('ownLedger'),
    asOf,
    alt,
    svg: html`${statusLegend(words)}${drawing(alt, BAR, parts, 'status')}`,
    table: {
      columns: [t('statusBar'), t('unitItems')],
      rows: present.map((status) => [statusLabel(status, lang), notice.items[status]]),
    },
  };
}
