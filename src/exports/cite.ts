import type { NoticeRecord } from '../model/index.ts';
import { safeLink } from '../urls.ts';

/** Citation formats in the order of the page. */
export const CITATION_FORMATS = [
  { id: 'gbt2025', label: 'GB/T 7714—2025' },
  { id: 'gbt2015', label: 'GB/T 7714—2015' },
  { id: 'bibtex', label: 'BibTeX' },
  { id: 'ris', label: 'RIS' },
  { id: 'csl', label: 'CSL-JSON' },
] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number]['id'];

/** What a citation says: the publisher’s page first, our page as the archive. */
interface Citation {
  readonly key: string;
  readonly author: string;
  readonly title: string;
  /** As stated, possibly only year or month; null where not stated. */
  readonly published: string | null;
  /** Day of the capture: that is the state which we read. */
  readonly accessed: string | null;
  readonly url: string | null;
  readonly archive: string;
}

const ARCHIVE_NAME = '整改台账';

/**
 * A notice as a citation string.
 * @param archive absolute address of its page here
 */
export function cite(record: NoticeRecord, archive: string, format: CitationFormat): string {
  const citation = citationOf(record, archive);
  switch (format) {
    case 'gbt2015':
      return gbt(citation, '(', ')', ': ');
    case 'gbt2025':
      return gbt(citation, '（', '）', '：');
    case 'bibtex':
      return bibtex(citation);
    case 'ris':
      return ris(citation);
    case 'csl':
      return csl(citation);
  }
}

function citationOf(record: NoticeRecord, archive: string): Citation {
  const [source] = record.sources;
  const { publication } = record;
  const published = publication.publishedDate;
  return {
    key: record.id,
    author: oneLine(publication.signer ?? record.enterprise?.name ?? source?.publisher ?? '佚名'),
    title: oneLine(record.title ?? record.id),
    published: published && !published.startsWith('--') ? published : null,
    accessed: source?.retrievedAt.slice(0, 10) ?? null,
    url: safeLink(source?.url),
    archive,
  };
}

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();

/**
 * Electronic resource of GB/T 7714: 责任者. 题名[EB/OL]. (发布日期)[引用日期]. 网址. Clause 7 of the edition of 2025 keeps
 * only the full stop and the square brackets half width, every other mark of a Chinese reference is full width; that of
 * 2015 sets them half width. The archive at the end is ours: the standard knows no second address.
 */
function gbt(c: Citation, open: string, close: string, colon: string): string {
  const dates = `${c.published ? `${open}${c.published}${close}` : ''}${c.accessed ? `[${c.accessed}]` : ''}`;
  return [
    `${c.author}.`,
    `${c.title}[EB/OL].`,
    ...(dates ? [`${dates}.`] : []),
    ...(c.url ? [`${c.url}.`] : []),
    `${ARCHIVE_NAME}存档${colon}${c.archive}.`,
  ].join(' ');
}

function bibtex(c: Citation): string {
  const fields: [string, string | null][] = [
    ['author', `{${tex(c.author)}}`],
    ['title', `{${tex(c.title)}}`],
    ['year', c.published?.slice(0, 4) ?? null],
    ['month', c.published?.slice(5, 7) || null],
    ['url', c.url ?? c.archive],
    ['urldate', c.accessed],
    ['note', `${ARCHIVE_NAME}存档: ${c.archive}`],
    ['langid', 'chinese'],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}},`]));
  return [`@online{${c.key},`, ...lines, '}'].join('\n');
}

const tex = (words: string): string => words.replace(/[\\{}]/g, '').replace(/[#$%&_]/g, (c) => `\\${c}`);

function ris(c: Citation): string {
  const lines: [string, string | null][] = [
    ['TY', 'ELEC'],
    ['AU', c.author],
    ['TI', c.title],
    ['PY', c.published?.slice(0, 4) ?? null],
    ['DA', c.published?.replaceAll('-', '/') ?? null],
    ['Y2', c.accessed?.replaceAll('-', '/') ?? null],
    ['UR', c.url ?? c.archive],
    ['AN', c.key],
    ['DB', ARCHIVE_NAME],
    ['N1', c.archive],
    ['LA', 'zh'],
    ['ER', ''],
  ];
  return lines.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${value}`])).join('\n');
}

function csl(c: Citation): string {
  const item = {
    id: c.key,
    type: 'webpage',
    title: c.title,
    author: [{ literal: c.author }],
    ...(c.published ? { issued: { 'date-parts': [dateParts(c.published)] } } : {}),
    ...(c.accessed ? { accessed: { 'date-parts': [dateParts(c.accessed)] } } : {}),
    URL: c.url ?? c.archive,
    archive: ARCHIVE_NAME,
    archive_location: c.archive,
    language: 'zh-CN',
  };
  return JSON.stringify([item], null, 2);
}

const dateParts = (date: string): number[] => date.split('-').map(Number);
