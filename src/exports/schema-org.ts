import { LANGS, type Lang } from '../i18n/lang.ts';
import { type About, addressOf, type DataFile, FORMATS, KEYWORDS, LICENCE } from './catalogue.ts';

/** The data as a schema.org Dataset, for search engines; `lang` chooses the words. */
export const schemaOrgDataset = (about: About, files: readonly DataFile[], lang: Lang) => ({
  '@context': 'https://schema.org',
  '@type': 'Dataset',
  name: about.title[lang],
  alternateName: LANGS.filter((each) => each !== lang).map((each) => about.title[each]),
  description: about.description[lang],
  url: addressOf(about, lang === 'en' ? '/en/data/' : '/data/'),
  version: about.version,
  license: LICENCE.url,
  keywords: KEYWORDS,
  inLanguage: 'zh-Hans',
  isAccessibleForFree: true,
  creator: { '@type': 'Organization', name: 'zhenggai-ledger contributors' },
  ...(about.asOf && { dateModified: about.asOf }),
  ...(about.years && { temporalCoverage: `${about.years[0]}/${about.years[1]}` }),
  spatialCoverage: { '@type': 'Country', name: lang === 'zh' ? '中国' : 'China' },
  distribution: files.map(({ path, format, title, bytes, sha256 }) => ({
    '@type': 'DataDownload',
    name: title[lang],
    contentUrl: addressOf(about, path),
    encodingFormat: FORMATS[format].mediatype,
    contentSize: `${bytes} B`,
    sha256,
  })),
});
