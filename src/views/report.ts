import { type Lang, translator } from '../i18n/index.ts';

/** What a reader reports: which fact of which notice, and what the page shows. */
export interface Report {
  readonly notice: string;
  /** Path of the field, e.g. figures.3; empty for the whole notice. */
  readonly field: string;
  readonly shown: string;
  /** Address of the page. */
  readonly address: string;
}

/**
 * Where reports go: ZHENGGAI_REPORT_URL, an address that takes `title` and `body` (an issue form of a code host does),
 * or else a letter without addressee, so that nothing is claimed that does not exist.
 */
export function reportLink(report: Report, lang: Lang, target = process.env.ZHENGGAI_REPORT_URL): string {
  const t = translator(lang);
  const title = `${t('reportError')}: ${report.notice}${report.field ? ` ${report.field}` : ''}`;
  const body = [
    `${t('field')}: ${report.field || '—'}`,
    `${t('value')}: ${report.shown.slice(0, 200)}`,
    report.address,
    '',
    `${t('correctedTo')}: `,
    `${t('reason')}: `,
  ].join('\n');
  if (!target) return `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`;
  const url = new URL(target);
  url.searchParams.set('title', title);
  url.searchParams.set('body', body);
  return url.href;
}
