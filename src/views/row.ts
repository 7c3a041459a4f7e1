import { type Html, html } from '../html.ts';
import { type Lang, lightTranslator } from '../i18n/lang.ts';
import { factAnchor, noticeUrl, page, paths } from '../urls.ts';
import { formatDate } from './dates.ts';
import { categoryLabel, docTypeLabel } from './labels.ts';
import type { ListedNotice } from './listed.ts';
import { quantityText } from './quantity.ts';

/** One row of a list of notices; the build and the filter in the browser both use it. */
export function noticeRow(n: ListedNotice, lang: Lang): Html {
  const t = lightTranslator(lang);
  const date = n.published
    ? html`<time datetime="${n.published}">${n.published.startsWith('--') ? formatDate(n.published, lang) : n.published}</time>`
    : html`<span class="absent">${t('not-stated')}</span>`;
  const who = n.enterprise
    ? n.enterpriseId
      ? html`<a href="${page(lang, paths.enterprise(n.enterpriseId))}" lang="zh-Hans">${n.enterprise}</a>`
      : html`<span lang="zh-Hans">${n.enterprise}</span>`
    : null;
  const english = lang === 'en' ? n.roundEn : null;
  const round = n.round
    ? n.roundId
      ? html`<a href="${page(lang, paths.round(n.roundId))}"${!english && html` lang="zh-Hans"`}>${english ?? n.round}</a>`
      : html`<span lang="zh-Hans">${n.round}</span>`
    : null;
  const totals = n.totals.map(
    (total) =>
      html`<div class="t-${total.category}"><dt>${categoryLabel(total.category, lang)}</dt><dd><a href="${noticeUrl(lang, n.id, factAnchor(total))}">${quantityText(total, lang)}</a></dd></div>`,
  );
  return html`<li class="entry"${n.sample && SAMPLE}><p class="entry-date">${date}</p><div class="entry-main"><h3><a href="${noticeUrl(lang, n.id)}" lang="zh-Hans">${n.title ?? t('untitled')}</a></h3><p class="meta">${n.sample && sampleTag(lang)}<span class="tag">${docTypeLabel(n.type, lang)}</span>${who}${round}</p></div>${totals.length > 0 && html`<dl class="entry-totals">${totals}</dl>`}</li>`;
}

const SAMPLE = html` data-sample=""`;

/** The mark of an invented sample. */
export const sampleTag = (lang: Lang): Html => html`<span class="tag sample">${lightTranslator(lang)('sample')}</span>`;
