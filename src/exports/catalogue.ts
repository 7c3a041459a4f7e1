import type { Written } from './files.ts';
import type { Table } from './table.ts';
import type { Words } from './words.ts';

/** The formats of downloads, in the order of the page. */
export const FORMATS = {
  csv: { label: 'CSV', mediatype: 'text/csv', iana: 'text/csv' },
  excel: { label: 'CSV (Excel)', mediatype: 'text/csv', iana: 'text/csv' },
  parquet: { label: 'Parquet', mediatype: 'application/vnd.apache.parquet', iana: 'application/vnd.apache.parquet' },
  sqlite: { label: 'SQLite', mediatype: 'application/vnd.sqlite3', iana: 'application/vnd.sqlite3' },
  json: { label: 'JSON', mediatype: 'application/json', iana: 'application/json' },
  jsonl: { label: 'JSON Lines', mediatype: 'application/jsonl', iana: 'application/json' },
  schema: { label: 'JSON Schema', mediatype: 'application/schema+json', iana: 'application/json' },
  jsonld: { label: 'JSON-LD', mediatype: 'application/ld+json', iana: 'application/ld+json' },
  markdown: { label: 'Markdown', mediatype: 'text/markdown', iana: 'text/markdown' },
  checksums: { label: 'SHA-256', mediatype: 'text/plain', iana: 'text/plain' },
} as const;
export type Format = keyof typeof FORMATS;

/** A download: what it is, and the bytes that were written. */
export interface DataFile extends Written {
  /** Name of the resource in the data package. */
  readonly name: string;
  readonly format: Format;
  readonly title: Words;
  readonly description: Words;
  /** The table that it holds, where it holds one. */
  readonly table: Table | null;
}

/** What the descriptions of the data say about themselves. */
export interface About {
  readonly title: Words;
  readonly description: Words;
  /** Dated version of the data. */
  readonly version: string;
  /** Version of the record format. */
  readonly schemaVersion: string;
  /** Day of the latest look at a source; null without any. */
  readonly asOf: string | null;
  /** First and last year that the notices speak of; null without any. */
  readonly years: readonly [number, number] | null;
  /** Absolute address of the site with its base, without a slash at the end; empty where it is not known. */
  readonly site: string;
  readonly samples: number;
}

export const KEYWORDS = [
  '巡视',
  '巡察',
  '整改',
  '国有企业',
  'inspection',
  'state-owned enterprises',
  'China',
  'accountability',
];

export const LICENCE = {
  id: 'CC-BY-4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
  title: 'Creative Commons Attribution 4.0 International',
} as const;

/** The address of a generated file: absolute where the site’s own is known. */
export const addressOf = ({ site }: About, path: string): string => `${site}${path}`;
