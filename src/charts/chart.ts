import { type Html, html } from '../html.ts';
import { type Lang, translator } from '../i18n/index.ts';

/**
 * A chart as a value: what it shows, how it is drawn, and the table behind it. Drawn without a DOM, so that the build
 * and the browser share it. The drawing is fluid: positions across are percentages, so text keeps its size on a phone.
 */
export interface Chart {
  readonly title: string;
  /** What one unit on the scale means. */
  readonly unit: string;
  readonly source: string;
  readonly asOf: string | null;
  /** What a reader who does not see it should know: the extent and the main finding. */
  readonly alt: string;
  /** Null where there is nothing to draw. */
  readonly svg: Html | null;
  readonly note?: string | undefined;
  readonly table: { readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] };
}

export type Cell = string | number | Html | null;

/** The whole figure: heading, drawing, source line and table. */
export function chartFigure(chart: Chart, lang: Lang, level: 2 | 3 = 3): Html {
  const t = translator(lang);
  const heading = level === 2 ? html`<h2>${chart.title}</h2>` : html`<h3>${chart.title}</h3>`;
  return html`<figure class="chart">${heading}${chart.note && html`<p class="chart-note">${chart.note}</p>`}${
    chart.svg ?? html`<p class="absent">${t('chartNone')}</p>`
  }${chart.table.rows.length > 0 && tableBehind(chart, t('chartTable'), t('not-stated'))}<figcaption>${sourceLine(chart, lang)}</figcaption></figure>`;
}

/** What is counted, where it comes from, and of which day it is. */
export function sourceLine({ unit, source, asOf }: Pick<Chart, 'unit' | 'source' | 'asOf'>, lang: Lang): Html[] {
  const t = translator(lang);
  const parts = [t('chartUnit', { unit }), t('chartSource', { source }), ...(asOf ? [t('asOf', { date: asOf })] : [])];
  return parts.map((part, i) => html`${i > 0 && t('stop')}<span class="nw">${part}</span>`);
}

function tableBehind({ table, title }: Chart, summary: string, absent: string): Html {
  const head = table.columns.map((column) => html`<th scope="col">${column}</th>`);
  const rows = table.rows.map(
    (row) =>
      html`<tr>${row.map((cell, i) =>
        i === 0
          ? html`<th scope="row">${cell ?? absent}</th>`
          : html`<td>${cell ?? html`<span class="absent">${absent}</span>`}</td>`,
      )}</tr>`,
  );
  return html`<details><summary>${summary}</summary><div class="scroll" tabindex="0" role="region" aria-label="${title}"><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div></details>`;
}

/** The drawing area. `height` in px; the width is that of the page. */
export const drawing = (alt: string, height: number, marks: readonly (Html | null | false)[], name = ''): Html =>
  html`<svg class="drawing ${name}" width="100%" height="${height}" role="group" aria-label="${alt}" xmlns="http://www.w3.org/2000/svg">${marks.filter((m): m is Html => Boolean(m))}</svg>`;

/** A number as an SVG coordinate. */
export const at = (n: number): string => (Number.isInteger(n) ? String(n) : n.toFixed(2));
/** A share of the width. */
export const across = (percent: number): string => `${at(percent)}%`;
