import { type Html, html } from '../html.ts';
import { type Lang, translator } from '../i18n/index.ts';
import { type Figure, factWords, type NoticeRecord, type OutlineNode } from '../model/index.ts';
import { evidenceAnchor, figureAnchor, nodeAnchor, safeLink, textFragment } from '../urls.ts';
import { formatDate } from './dates.ts';
import { fieldLabel } from './field-labels.ts';
import { categoryLabel } from './labels.ts';
import { quantityText, showQuantity } from './quantity.ts';
import type { HeadlineFact, NoticeSummary } from './summary.ts';

/** The stated totals as large numbers, each leading to its sentence, or showing its quote where the text is not at hand. */
export function headlineTiles(record: NoticeRecord, summary: NoticeSummary, hasText: boolean, lang: Lang): Html {
  if (summary.headline.length === 0) return html``;
  const tiles = summary.headline.map((fact) => headlineTile(record, fact, hasText, lang));
  return html`<dl class="tiles">${tiles}</dl>`;
}

function headlineTile(record: NoticeRecord, fact: HeadlineFact, hasText: boolean, lang: Lang): Html {
  const figure = fact.figure === null ? undefined : record.figures[fact.figure];
  const shown = showQuantity(figure ?? fact, lang);
  // amounts have an English unit; any other is the notice’s own word
  const isEnglish = /^[a-z]/.test(shown.unit);
  const unit = isEnglish
    ? html` <small>${shown.unit}</small>`
    : html`<small lang="zh-Hans">${shown.unit}${shown.tail}</small>`;
  const number = html`${shown.hedge && html`<small>${shown.hedge}</small>`}<span class="n">${shown.number}</span>${shown.after && html`<small>${shown.after}</small>`}${unit}`;
  const target = headlineTarget(record, fact);
  return html`<div id="h-${fact.category}"><dt>${categoryLabel(fact.category, lang)}</dt><dd>${
    target ? html`<a href="#${target}"${fact.quote && html` title="${fact.quote}"`}>${number}</a>` : number
  }${!hasText && fact.quote && html`<q lang="zh-Hans">${fact.quote}</q>`}</dd></div>`;
}

const headlineTarget = (record: NoticeRecord, fact: HeadlineFact): string | null => {
  if (fact.figure !== null) return figureAnchor(fact.figure);
  return record.evidence[`headline.${fact.category}`] ? evidenceAnchor(`headline.${fact.category}`) : null;
};

/**
 * The outline as nested lists; items carry their status. With the text at hand its entries lead there, and `inline`
 * nodes are left to it; without, the entries are the anchors themselves, and none is left out.
 */
export const outlineTree = (outline: readonly OutlineNode[], hasText: boolean): Html =>
  branch(outline, hasText, { next: 0 });

function branch(nodes: readonly OutlineNode[], hasText: boolean, counter: { next: number }): Html {
  const entries = nodes.flatMap((node) => {
    const anchor = nodeAnchor(counter.next++);
    const below = branch(node.children, hasText, counter);
    if (hasText && node.kind === 'inline') return [];
    const words = html`<span class="on">${node.number}</span>${node.title}`;
    const status = node.kind === 'item' && html` class="st ${node.status}"`;
    return [
      hasText
        ? html`<li${status}><a href="#${anchor}">${words}</a>${below.html !== '' && below}</li>`
        : html`<li${status} id="${anchor}">${words}${below.html !== '' && below}</li>`,
    ];
  });
  return entries.length > 0 ? html`<ol lang="zh-Hans">${entries}</ol>` : html``;
}

/** The figures in the order of the text, to stand beside it; totals are set stronger than parts. */
export function figureRail(record: NoticeRecord, lang: Lang): Html {
  const entries = record.figures.map(
    (figure, i) =>
      html`<li class="${figure.scope}"><a href="#${figureAnchor(i)}"><span>${categoryLabel(figure.category, lang)}</span> <b lang="zh-Hans">${quantityText(figure, lang)}</b></a></li>`,
  );
  return html`<ol>${entries}</ol>`;
}

/** Every figure with its sentence. Without the text at hand the rows themselves are the anchors. */
export function figureTable(record: NoticeRecord, hasText: boolean, lang: Lang): Html {
  const t = translator(lang);
  const source = record.sources.find((s) => s.status === 'live' && safeLink(s.url))?.url ?? null;
  const head = [t('category'), t('value'), t('scope'), t('section'), t('quote')].map(
    (label, i) => html`<th scope="col"${i === 1 && html` class="num"`}>${label}</th>`,
  );
  const rows = record.figures.map((figure, i) => figureRow(figure, i, hasText, source, lang));
  return html`<div class="scroll tall" tabindex="0" role="region" aria-label="${t('allFigures')}"><table class="rows figures"><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function figureRow(figure: Figure, index: number, hasText: boolean, source: string | null, lang: Lang): Html {
  const t = translator(lang);
  const anchor = figureAnchor(index);
  const value = quantityText(figure, lang);
  const live =
    source &&
    html` <a class="out" href="${textFragment(source, figure.quote)}" rel="noopener noreferrer external" aria-label="${t('originalQuote')}">↗</a>`;
  return html`<tr${!hasText && html` id="${anchor}"`}><th scope="row">${categoryLabel(figure.category, lang)}</th><td class="num">${
    hasText ? html`<a href="#${anchor}">${value}</a>` : value
  }</td><td>${t(figure.scope === 'total' ? 'scopeTotal' : 'scopePart')}</td><td class="where" lang="zh-Hans">${figure.section}</td><td class="quote" lang="zh-Hans">${figure.quote}${live}</td></tr>`;
}

/**
 * The evidence of the scalar facts, those included that stand on the page around the text. Without the text at hand the
 * rows are the anchors of the fact card.
 */
export function evidenceTable(record: NoticeRecord, hasText: boolean, lang: Lang): Html {
  const t = translator(lang);
  const rows = factWords(record).map(({ path, quote, from }) => {
    const anchor = evidenceAnchor(path);
    const isHere = !hasText || from !== null;
    const label = fieldLabel(path, lang) ?? path;
    const name = isHere ? label : html`<a href="#${anchor}">${label}</a>`;
    return html`<tr${isHere && html` id="${anchor}"`}><th scope="row">${name}</th><td class="quote"><span lang="zh-Hans">${quote}</span>${from && html` <small class="hint">${t(`on-${from}`)}</small>`}</td><td><code>${path}</code></td></tr>`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${t('evidenceTable')}"><table class="rows"><thead><tr><th scope="col">${t('field')}</th><th scope="col">${t('quote')}</th><th scope="col">${t('path')}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** What a search engine may show below the title: who published it when, and the first of its totals. */
export function noticeDescription({ publisher, title, published, headline }: NoticeSummary, lang: Lang): string {
  const [comma, colon] = lang === 'zh' ? ['，', '：'] : [', ', ': '];
  const totals = headline
    .slice(0, 5)
    .map((fact) => `${categoryLabel(fact.category, lang)}${colon}${quantityText(fact, lang)}`);
  const who = [publisher, published && formatDate(published, lang)].filter(Boolean).join(lang === 'zh' ? '' : ', ');
  return [who || title || '', ...totals].filter(Boolean).join(comma);
}
