import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { type Html, html } from '../html.ts';
import { across, drawing } from './chart.ts';

/** A horizontal bar, or the words that stand where no bar can be. */
export interface Bar {
  /** The name of an enterprise, or the day of its notice. */
  readonly label: string;
  /** 1…6: colour of the enterprise. */
  readonly colour: number;
  readonly href: string | null;
  /** Null: there is no value, and `shown` says why. */
  readonly value: number | null;
  readonly shown: string;
}

const ROW = 44;

/** Horizontal bars with their label above: readable at any width. */
export function barsDrawing(bars: readonly Bar[], alt: string): Html {
  const x = scaleLinear([0, max(bars, (bar) => bar.value ?? 0) || 1], [0, 82]);
  const rows = bars.map((bar, i) => {
    const y = i * ROW;
    const width = bar.value === null ? 0 : x(bar.value);
    const drawn = html`<text class="label" lang="zh-Hans" x="0" y="${y + 14}">${bar.label}</text>${
      bar.value !== null &&
      html`<rect class="mark" x="0" y="${y + 20}" width="${across(Math.max(width, 0.15))}" height="15"/>`
    }<text class="value start" x="${across(width + (bar.value === null ? 0 : 1))}" y="${y + 32}">${bar.shown}</text>`;
    return html`<g class="k${bar.colour}">${bar.href ? html`<a href="${bar.href}" aria-label="${bar.label}: ${bar.shown}">${drawn}</a>` : drawn}</g>`;
  });
  return drawing(alt, Math.max(1, bars.length) * ROW, rows, 'bars');
}
