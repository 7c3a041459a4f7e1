import { type Html, html } from '../html.ts';
import { type Lang, translator } from '../i18n/index.ts';
import { diffSentences, type TextVersion } from '../model/index.ts';
import { dayOf } from './dates.ts';
import { categoryLabel } from './labels.ts';

/** A version of a text with what changed since the one before. */
export interface VersionView {
  readonly since: string;
  readonly isPresent: boolean;
  readonly changes: TextVersion['changes'];
  /** Null where one of the two texts is not at hand, or for the first version. */
  readonly sentences: { readonly removed: readonly string[]; readonly added: readonly string[] } | null;
}

/**
 * The versions of a notice, newest first.
 * @param readVersion the text of a version, or null where the archive is not at hand
 */
export function versionViews(
  versions: readonly TextVersion[],
  readVersion: (sha256: string) => string | null,
): VersionView[] {
  return versions
    .map((version, i): VersionView => {
      const before = versions[i - 1];
      const [old, now] = [before ? readVersion(before.sha256) : null, readVersion(version.sha256)];
      return {
        since: version.since,
        isPresent: i === versions.length - 1,
        changes: version.changes,
        sentences: old !== null && now !== null ? diffSentences(old, now) : null,
      };
    })
    .reverse();
}

/** More sentences than this are counted, not listed. */
const SHOWN = 60;

/** One version as an entry of a list: day, changed figures, removed and added sentences. */
export function versionEntry(version: VersionView, lang: Lang): Html {
  const t = translator(lang);
  const value = (n: number | null): string => (n === null ? t('not-stated') : String(n));
  const figures = version.changes.map(
    (c) => html`<li>${categoryLabel(c.category, lang)} <del>${value(c.from)}</del> → <ins>${value(c.to)}</ins></li>`,
  );
  const { removed, added } = version.sentences ?? { removed: [], added: [] };
  const words = [
    ...removed.slice(0, SHOWN).map((s) => html`<li lang="zh-Hans"><del>${s}</del></li>`),
    ...added.slice(0, SHOWN).map((s) => html`<li lang="zh-Hans"><ins>${s}</ins></li>`),
  ];
  const count = removed.length + added.length;
  return html`<li><time datetime="${version.since}">${dayOf(version.since)}</time> ${version.isPresent && html`<span class="tag">${t('presentVersion')}</span>`}${figures.length > 0 && html`<ul>${figures}</ul>`}${count > 0 && html`<details><summary>${t('sentencesChanged', { removed: removed.length, added: added.length })}</summary><ul class="diff">${words}</ul></details>`}</li>`;
}
