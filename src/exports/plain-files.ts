import type { DataFile, Format } from './catalogue.ts';
import type { Written } from './files.ts';
import type { Words } from './words.ts';

const RECORDS: Words = { zh: '记录', en: 'Records' };
const RECORDS_ARE: Words = {
  zh: '每份通报的完整记录，含出处；格式见 JSON Schema。',
  en: 'The whole record of every notice with its evidence; see the JSON Schema.',
};
const CHECKSUMS: Words = { zh: '校验值', en: 'Checksums' };

/** The downloads that are no single table: format, name for readers, what it is. */
const PLAIN_FILES = {
  records: ['json', RECORDS, RECORDS_ARE],
  'records-lines': ['jsonl', RECORDS, RECORDS_ARE],
  database: [
    'sqlite',
    { zh: '全部表', en: 'All tables' },
    {
      zh: '一个 SQLite 文件；建站时有归档的，还含正文与全文检索（search 表，三字以上）。',
      en: 'One SQLite file; where the archive was at hand also the full texts and their index (table search, words of three characters and more).',
    },
  ],
  'record-schema': [
    'schema',
    { zh: '记录格式', en: 'Record format' },
    { zh: '记录的 JSON Schema（2020-12）。', en: 'JSON Schema (2020-12) of the records.' },
  ],
  quality: [
    'json',
    { zh: '质量', en: 'Quality' },
    {
      zh: '解析准确率、字段填充率、核验、修复、校正、来源状况。',
      en: 'Measured accuracy, fill rates, checks, repairs, corrections, health of the sources.',
    },
  ],
  readme: ['markdown', { zh: '使用说明', en: 'Read me' }, { zh: '怎样理解这些文件。', en: 'How to read these files.' }],
  datapackage: [
    'json',
    { zh: '数据包', en: 'Data package' },
    { zh: 'Frictionless Data Package v2。', en: 'Frictionless Data Package v2.' },
  ],
  catalogue: ['jsonld', { zh: '目录', en: 'Catalogue' }, { zh: 'DCAT 3 目录。', en: 'DCAT 3 catalogue.' }],
  dataset: ['jsonld', { zh: '数据集说明', en: 'Dataset' }, { zh: 'schema.org Dataset。', en: 'schema.org Dataset.' }],
  checksums: ['json', CHECKSUMS, { zh: '各文件的大小与 SHA-256。', en: 'Size and SHA-256 of every file.' }],
  sums: ['checksums', CHECKSUMS, { zh: '供 sha256sum -c 使用。', en: 'For sha256sum -c.' }],
} as const satisfies Record<string, readonly [Format, Words, Words]>;

export function plainFile(name: keyof typeof PLAIN_FILES, written: Written): DataFile {
  const [format, title, description] = PLAIN_FILES[name];
  return { ...written, name, format, title, description, table: null };
}
