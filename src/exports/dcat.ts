import { type About, addressOf, type DataFile, FORMATS, KEYWORDS, LICENCE } from './catalogue.ts';
import type { Words } from './words.ts';

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

const PUBLISHER = { '@id': '_:publisher', '@type': 'foaf:Agent', 'foaf:name': 'zhenggai-ledger contributors' };

const words = ({ zh, en }: Words) => [
  { '@language': 'zh-Hans', '@value': zh },
  { '@language': 'en', '@value': en },
];
const typed = (type: string, value: string) => ({ '@type': type, '@value': value });

const distribution = (about: About, { path, format, title, description, bytes, sha256 }: DataFile) => ({
  '@id': addressOf(about, path),
  '@type': 'dcat:Distribution',
  'dct:title': words(title),
  'dct:description': words(description),
  'dcat:accessURL': { '@id': addressOf(about, '/data/') },
  'dcat:downloadURL': { '@id': addressOf(about, path) },
  'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${FORMATS[format].iana}` },
  'dcat:byteSize': typed('xsd:nonNegativeInteger', String(bytes)),
  'spdx:checksum': {
    '@type': 'spdx:Checksum',
    'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
    'spdx:checksumValue': typed('xsd:hexBinary', sha256),
  },
  'dct:license': { '@id': LICENCE.url },
});

/** The catalogue of the data in DCAT 3 as JSON-LD. Addresses are relative where the site’s own is not known. */
export const dcatCatalogue = (about: About, files: readonly DataFile[]) => ({
  '@context': CONTEXT,
  '@id': addressOf(about, '/data/catalogue.jsonld'),
  '@type': 'dcat:Catalog',
  'dct:title': words(about.title),
  'dct:description': words(about.description),
  'dct:publisher': PUBLISHER,
  'dct:license': { '@id': LICENCE.url },
  'dcat:dataset': {
    '@id': addressOf(about, '/data/datapackage.json'),
    '@type': 'dcat:Dataset',
    'dct:title': words(about.title),
    'dct:description': words(about.description),
    'dct:publisher': PUBLISHER,
    'dcat:keyword': KEYWORDS,
    'dcat:version': about.version,
    'dct:language': { '@id': 'http://publications.europa.eu/resource/authority/language/ZHO' },
    'dct:license': { '@id': LICENCE.url },
    'dcat:landingPage': { '@id': addressOf(about, '/data/') },
    'dct:spatial': { '@id': 'http://publications.europa.eu/resource/authority/country/CHN' },
    ...(about.asOf && { 'dct:modified': typed('xsd:date', about.asOf) }),
    ...(about.years && {
      'dct:temporal': {
        '@type': 'dct:PeriodOfTime',
        'dcat:startDate': typed('xsd:gYear', String(about.years[0])),
        'dcat:endDate': typed('xsd:gYear', String(about.years[1])),
      },
    }),
    'dcat:distribution': files.map((file) => distribution(about, file)),
  },
});
