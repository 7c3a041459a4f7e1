import type { NoticeRecord } from '../model/index.ts';
import { safeLink } from '../urls.ts';

/** A notice as schema.org Report: our page, based on the publisher’s. Only what the record states. */
export function reportLinkedData(record: NoticeRecord, address: string): object {
  const { publication, enterprise, sources } = record;
  const original = safeLink(sources[0]?.url);
  const published = publication.publishedDate;
  return {
    '@context': 'https://schema.org',
    '@type': 'Report',
    name: record.title ?? record.id,
    url: address,
    inLanguage: 'zh-Hans',
    ...(published && !published.startsWith('--') ? { datePublished: published } : {}),
    ...(enterprise ? { about: { '@type': 'Organization', name: enterprise.name } } : {}),
    ...(sources[0]?.publisher ? { publisher: { '@type': 'Organization', name: sources[0].publisher } } : {}),
    ...(original ? { isBasedOn: original } : {}),
  };
}
