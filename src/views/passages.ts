import { groups } from 'd3-array';
import { type Html, html } from '../html.ts';
import { count, type Lang, translator } from '../i18n/index.ts';
import { nodeAnchor, noticeUrl, page, paths, topicAnchor, topicNoticeAnchor } from '../urls.ts';
import { formatDate } from './dates.ts';
import { statusLabel } from './labels.ts';
import type { FoundPassage, TopicView } from './topic.ts';

/** Passages on one topic that are listed; what is left is counted. */
const SHOWN = 100;

/** The passages of an enterprise by topic, each topic with its anchor; newest notice first. */
export function passagesByTopic(views: ReadonlyMap<string, TopicView>, enterprise: string, lang: Lang): Html[] {
  const found = [...views.values()].flatMap((view) => {
    const passages = view.perEnterprise.get(enterprise);
    return passages ? [{ view, passages }] : [];
  });
  const notices = new Set(found.flatMap(({ passages }) => passages.map(({ notice }) => notice.id)));
  return found.map(({ view, passages }) => topicSection(view, passages, notices.size > 1, lang));
}

/** @param isDated whether each passage needs the date of its notice to be told from others */
function topicSection({ topic }: TopicView, passages: readonly FoundPassage[], isDated: boolean, lang: Lang): Html {
  const t = translator(lang);
  const perNotice = groups(passages.slice(0, SHOWN), ({ notice }) => notice.id).map(
    ([notice, list]) =>
      html`<ul class="plain" id="${topicNoticeAnchor(topic.id, notice)}">${list.map((found) => passageEntry(found, isDated, lang))}</ul>`,
  );
  const left =
    passages.length > SHOWN &&
    html`<p class="hint">${t('passagesShown', { n: count(passages.length, lang), m: count(SHOWN, lang) })}</p>`;
  return html`<section class="of-topic" id="${topicAnchor(topic.id)}"><h3><a href="${page(lang, paths.topic(topic.id))}">${topic[lang]}</a> <small>${count(passages.length, lang)}</small></h3>${perNotice}${left}</section>`;
}

const passageEntry = ({ notice, passage }: FoundPassage, isDated: boolean, lang: Lang): Html =>
  html`<li${notice.sample && html` data-sample=""`}><span class="st ${passage.status}" title="${statusLabel(passage.status, lang)}"><a href="${noticeUrl(lang, notice.id, nodeAnchor(passage.node))}" lang="zh-Hans">${passage.title}</a></span>${isDated && notice.published && html` <small><time class="nw" datetime="${notice.published}">${formatDate(notice.published, lang)}</time></small>`}</li>`;
