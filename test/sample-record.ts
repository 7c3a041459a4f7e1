import { createHash } from 'node:crypto';
import type { NoticeRecord } from '../src/model/index.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** A small valid record of an invented notice with this text; override what the test is about. */
export function sampleRecord(text: string, extra: Partial<NoticeRecord> = {}): NoticeRecord {
  return {
    id: 'unstored',
    sample: true,
    docType: 'rectification',
    title: '中共示例集团有限公司委员会关于巡视整改进展情况的通报',
    lang: 'zh-Hans',
    sources: [],
    repairs: [],
    text: { sha256: hash(text), chars: text.length },
    enterprise: { id: null, name: '示例集团有限公司' },
    units: [],
    inspection: {
      level: 'central',
      groups: [],
      groupCount: null,
      unitCount: null,
      round: null,
      types: [],
      start: null,
      end: null,
      feedbackDate: '2019-07-22',
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
    ...extra,
  };
}

/** Where a sample was found. */
export const sampleSource = (url: string | null, content = 'bytes', at = '2026-01-01T00:00:00.000Z') => ({
  url,
  publisher: '示例集团',
  retrievedAt: at,
  sha256: hash(content),
  status: 'live' as const,
});
