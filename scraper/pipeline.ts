// A stand-in until the real pipeline lands: enough to try the commands with.
import { createHash } from 'node:crypto';
import { load } from 'cheerio';
import type { Enterprise, NoticeRecord, NoticeSelectors, Round, Topic } from '../src/model/index.ts';
import { InputError } from './error.ts';
import { proposeId } from './link/id.ts';

export interface Lookups {
  readonly enterprises: readonly Enterprise[];
  readonly rounds: readonly Round[];
  readonly topics: readonly Topic[];
}

export interface ReadInput {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly url?: string | null;
  readonly contentType?: string;
  readonly publisher?: string | null;
  readonly retrievedAt: string;
  readonly selectors?: NoticeSelectors;
  readonly encoding?: string;
  readonly sample?: true;
}

export interface Reading {
  readonly record: NoticeRecord;
  readonly text: string;
  readonly original: string;
  readonly warnings: string[];
}

export async function readNotice(input: ReadInput, _lookups: Lookups): Promise<Reading> {
  if (input.bytes.length === 0) throw new InputError(`${input.name}: empty file: nothing to read`);
  if (Buffer.from(input.bytes).includes(0)) throw new InputError(`${input.name}: a binary file`);
  const original = new TextDecoder(input.encoding ?? 'utf-8').decode(input.bytes);
  const $ = load(original);
  $('script,style').remove();
  const isHtml = /<html|<body|<p>/i.test(original);
  const text = (isHtml ? $('body').text() : original)
    .replace(/[ \t]+/g, ' ')
    .replace(/\n\s*/g, '\n')
    .trim();
  const title = ($('h1').first().text() || $('title').text() || text.split('\n')[0] || '').trim();
  const enterprise = /([\u4e00-\u9fff]{2,20}(?:集团|公司))/.exec(title)?.[1];
  const hash = createHash('sha256').update(text).digest('hex');
  const record: NoticeRecord = {
    id: 'unknown',
    ...(input.sample && { sample: true }),
    docType: title.includes('整改') ? 'rectification' : 'other',
    title: title || null,
    lang: 'zh-Hans',
    sources: [
      {
        url: input.url ?? null,
        publisher: input.publisher ?? null,
        retrievedAt: input.retrievedAt,
        sha256: createHash('sha256').update(input.bytes).digest('hex'),
        status: 'live',
      },
    ],
    repairs: [],
    text: { sha256: hash, chars: text.length },
    enterprise: enterprise ? { id: null, name: enterprise } : null,
    units: [],
    inspection: {
      level: null,
      groups: [],
      groupCount: null,
      unitCount: null,
      round: null,
      types: [],
      start: null,
      end: null,
      feedbackDate: null,
    },
    publication: {
      publishedDate: null,
      signedDate: null,
      signer: null,
      disclosureStart: null,
      disclosureEnd: null,
      workingDays: null,
    },
    figures: [],
    headline: {},
    outline: [],
    contacts: { phones: [], emails: [], postal: null, postcode: null, hours: null },
    evidence: {},
    checks: [],
    corrections: [],
  };
  return { record: { ...record, id: proposeId(record) }, text, original, warnings: [] };
}
