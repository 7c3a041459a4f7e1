import { type About, type DataFile, FORMATS, KEYWORDS, LICENCE } from './catalogue.ts';
import { tableSchema } from './table-schema.ts';

/** Where the package lies; its paths are relative to it. */
const FOLDER = '/data/';

const DIALECT = { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true } as const;

function resource({ name, path, format, title, description, bytes, sha256, table }: DataFile) {
  const isCsv = format === 'csv' || format === 'excel';
  return {
    name,
    path: path.slice(FOLDER.length),
    title: `${title.zh} / ${title.en}`,
    description: `${description.zh} / ${description.en}`,
    format: isCsv ? 'csv' : format,
    mediatype: FORMATS[format].mediatype,
    ...(format !== 'parquet' && format !== 'sqlite' && { encoding: 'utf-8' }),
    bytes,
    hash: `sha256:${sha256}`,
    ...(isCsv && { dialect: DIALECT }),
    // the variant for Excel holds the same rows; its byte order mark would be read as part of the first name
    ...(format === 'csv' && table && { type: 'table', schema: tableSchema(table) }),
  };
}

/** The Frictionless Data Package (v2) of the downloads: every file with its size, hash and schema. */
export const dataPackage = (about: About, files: readonly DataFile[]) => ({
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
  name: 'zhenggai-ledger',
  title: `${about.title.zh} / ${about.title.en}`,
  description: `${about.description.zh}\n\n${about.description.en}`,
  ...(about.site && { homepage: `${about.site}/data/` }),
  version: about.version,
  ...(about.asOf && { created: `${about.asOf}T00:00:00Z` }),
  keywords: KEYWORDS,
  licenses: [{ name: LICENCE.id, path: LICENCE.url, title: LICENCE.title }],
  contributors: [{ title: 'zhenggai-ledger contributors', roles: ['creator'] }],
  resources: files.map(resource),
});
