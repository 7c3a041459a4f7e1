import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { type Html, html } from '../html.ts';
import { type Lang, translator } from '../i18n/index.ts';
import type { FigureCategory } from '../model/index.ts';
import { factAnchor, noticeUrl } from '../urls.ts';
import { categoryLabel } from '../views/labels.ts';
import { CORE } from '../views/missing.ts';
import { factOf } from '../views/notices.ts';
import { moneyScale, quantityText } from '../views/quantity.ts';
import type { NoticeSummary } from '../views/summary.ts';
import { across, at, type Cell, type Chart } from './chart.ts';

const PLOT = 96;
const TOP = 20;

/** The core totals of an enterprise by notice, one small panel per category; only stated ones are drawn. */
export function multiplesChart(notices: readonly NoticeSummary[], asOf: string | null, lang: Lang): Chart {
  const t = translator(lang);
  const oldestFirst = [...notices].reverse().slice(-8);
  const categories = CORE.filter((category) => oldestFirst.some((n) => factOf(n, category)));
  const title = t('figuresByRound');
  const alt = `${title}: ${categories.map((c) => categoryLabel(c, lang)).join(', ')}`;
  const panels = categories.flatMap((category) => panelsOf(category, oldestFirst, lang));
  return {
    title,
    unit: lang === 'zh' ? '各格所标' : 'as labelled',
    source: t('ownLedger'),
    asOf,
    alt,
    note: t('figuresByRoundNote'),
    svg: panels.length > 0 ? html`<div class="multiples">${panels}</div>` : null,
    table: {
      columns: [t('category'), ...oldestFirst.map(shortName)],
      rows: categories.map((category): Cell[] => [
        categoryLabel(category, lang),
        ...oldestFirst.map((n) => {
          const fact = factOf(n, category);
          return fact
            ? html`<a href="${noticeUrl(lang, n.id, factAnchor(fact))}">${quantityText(fact, lang)}</a>`
            : null;
        }),
      ]),
    },
  };
}

const shortName = (n: NoticeSummary): string => n.published?.slice(0, 7) ?? n.round?.text ?? n.id;

/** One panel per unit: 人 and 人次 are never drawn on one scale. */
function panelsOf(category: FigureCategory, notices: readonly NoticeSummary[], lang: Lang): Html[] {
  const units = [...new Set(notices.flatMap((n) => factOf(n, category)?.unit ?? []))];
  return units.map((unit) => panel(category, unit, notices, lang));
}

function panel(category: FigureCategory, unit: string, notices: readonly NoticeSummary[], lang: Lang): Html {
  const facts = notices.map((n) => {
    const fact = factOf(n, category);
    return fact && fact.unit === unit ? fact : undefined;
  });
  const most = max(facts, (f) => f?.value) ?? 1;
  const height = scaleLinear([0, most], [0, PLOT - TOP]);
  // amounts of money are told in one unit, which stands in the heading: the letters above the bars have little room
  const scale = unit === '元' ? moneyScale(most, lang) : { yuan: 1, unit };
  const step = 100 / Math.max(3, notices.length);
  const bars = facts.map((fact, i) => {
    const n = notices[i] as NoticeSummary;
    const middle = across(i * step + step / 2);
    const tick = html`<text class="tick" x="${middle}" y="${PLOT + 16}">${(n.published ?? '').slice(0, 4) || '—'}</text>`;
    if (!fact) return tick;
    const tall = height(fact.value);
    const words = quantityText(fact, lang);
    return html`<a href="${noticeUrl(lang, n.id, factAnchor(fact))}" aria-label="${shortName(n)}: ${words}"><rect class="bar" x="${across(i * step + step * 0.2)}" y="${at(PLOT - tall)}" width="${across(step * 0.6)}" height="${at(tall)}"/><text class="value" x="${middle}" y="${at(PLOT - tall - 5)}">${quantityText({ ...fact, value: fact.value / scale.yuan, unit: '' }, lang).trim()}</text></a>${tick}`;
  });
  const name = `${categoryLabel(category, lang)}${scale.unit && (lang === 'zh' ? `（${scale.unit}）` : ` (${scale.unit})`)}`;
  return html`<div class="panel-chart"><p>${name}</p><svg class="drawing" width="100%" height="${PLOT + 22}" role="group" aria-label="${name}" xmlns="http://www.w3.org/2000/svg"><line class="axis" x1="0" x2="100%" y1="${PLOT}" y2="${PLOT}"/>${bars}</svg></div>`;
}
