import type { Lang } from './i18n/lang.ts';

/** Set by astro.config.ts where the site does not live at the root of its host. */
declare const __BASE__: string | undefined;
const base = (typeof __BASE__ === 'undefined' ? '/' : __BASE__).replace(/\/$/, '');

/** An address of the site from its path without language: `page('en', '/rounds/')` → `/en/rounds/`. */
export const page = (lang: Lang, path: string): string => `${base}${lang === 'en' ? '/en' : ''}${path}`;

/** A file that is the same in both languages: downloads, schemas, indexes. */
export const file = (path: string): string => `${base}${path}`;

/** Paths of the pages, without base and language. */
export const paths = {
  home: '/',
  search: '/search/',
  notices: '/notices/',
  noticesPage: (n: number): string => (n === 1 ? '/notices/' : `/notices/page/${n}/`),
  notice: (id: string): string => `/notices/${id}/`,
  enterprises: '/enterprises/',
  enterprise: (id: string): string => `/enterprises/${id}/`,
  rounds: '/rounds/',
  round: (id: string): string => `/rounds/${id}/`,
  compare: '/compare/',
  topics: '/topics/',
  topic: (id: string): string => `/topics/${id}/`,
  figures: '/figures/',
  quality: '/quality/',
  sources: '/quality/sources/',
  data: '/data/',
  about: '/about/',
  openSearch: '/opensearch.xml',
} as const;

/** Anchors on a notice page. Sentence anchors come from `sentenceAnchor` in the model. */
export const figureAnchor = (index: number): string => `f-${index + 1}`;
/** Where a stated total is read: the words of its figure, or else its tile among the totals. */
export const factAnchor = (fact: { readonly category: string; readonly figure: number | null }): string =>
  fact.figure === null ? `h-${fact.category}` : figureAnchor(fact.figure);
export const nodeAnchor = (index: number): string => `o-${index + 1}`;
/** Where the page of an enterprise lists its passages on a topic. */
export const topicAnchor = (topic: string): string => `t-${topic}`;
/** Where it lists those of one notice. */
export const topicNoticeAnchor = (topic: string, notice: string): string => `t-${topic}-of-${notice}`;
export const evidenceAnchor = (path: string): string => `e-${path.replace(/[^\w-]+/g, '-')}`;

/** A link to a place on a notice page. */
export const noticeUrl = (lang: Lang, id: string, anchor?: string): string =>
  `${page(lang, paths.notice(id))}${anchor ? `#${anchor}` : ''}`;

/** Generated files under /data/. */
export const downloads = {
  table: (name: string, format: 'csv' | 'excel' | 'parquet'): string =>
    `/data/${name}${{ csv: '.csv', excel: '-excel.csv', parquet: '.parquet' }[format]}`,
  records: '/data/records.json',
  recordLines: '/data/records.jsonl',
  database: '/data/zhenggai.sqlite',
  recordSchema: '/data/record.schema.json',
  quality: '/data/quality.json',
  readme: '/data/README.md',
  dataPackage: '/data/datapackage.json',
  catalogue: '/data/catalogue.jsonld',
  dataset: '/data/dataset.jsonld',
  checksums: '/data/checksums.json',
  sums: '/data/SHA256SUMS',
} as const;

/** The static JSON API, see docs/api.md. */
export const api = {
  index: '/api/v1/index.json',
  records: '/api/v1/records.json',
  record: (id: string): string => `/api/v1/records/${id}.json`,
  enterprises: '/api/v1/enterprises.json',
  enterprise: (id: string): string => `/api/v1/enterprises/${id}.json`,
  rounds: '/api/v1/rounds.json',
  round: (id: string): string => `/api/v1/rounds/${id}.json`,
  categories: '/api/v1/figures.json',
  figures: (category: string, part: number): string =>
    `/api/v1/figures/${category}${part === 1 ? '' : `-${part}`}.json`,
  changes: '/api/v1/changes.json',
  release: (id: string): string => `/api/v1/changes/${id}.json`,
} as const;

/** Atom feeds, the same in both languages. */
export const feeds = {
  all: '/feed.xml',
  enterprise: (id: string): string => `/feeds/enterprises/${id}.xml`,
  round: (id: string): string => `/feeds/rounds/${id}.xml`,
  topic: (id: string): string => `/feeds/topics/${id}.xml`,
} as const;

/** Indexes that the browser scripts load. */
export const indexes = {
  notices: '/data/index/notices.json',
  enterprises: '/data/index/enterprises.json',
  enterprise: (id: string): string => `/data/index/enterprises/${id}.json`,
  figures: '/data/index/figures.json',
  figuresPart: (name: string): string => `/data/index/figures/${name}.json`,
  /** Folder of the search index. */
  search: '/search-index/',
} as const;

/** An http(s) address taken from a record, or null: a record must never smuggle in another scheme. */
export function safeLink(url: string | null | undefined): string | null {
  if (!url) return null;
  try {
    const { protocol } = new URL(url);
    return protocol === 'http:' || protocol === 'https:' ? url : null;
  } catch {
    return null;
  }
}

/** Link that scrolls a live page to the quoted words. */
export const textFragment = (url: string, quote: string): string =>
  `${url.replace(/#.*$/, '')}#:~:text=${encodeURIComponent(quote).replaceAll('-', '%2D')}`;
