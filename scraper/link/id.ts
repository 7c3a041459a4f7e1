import { pinyin } from 'pinyin-pro';
import type { NoticeRecord } from '../../src/model/index.ts';

/** What an id is made from: facts of the notice itself, never its address or our clock. */
export type Identifying = Pick<
  NoticeRecord,
  'docType' | 'title' | 'enterprise' | 'inspection' | 'publication' | 'text'
>;

const MAX_SLUG = 48;
const LEGAL_FORM = /(股份有限公司|有限责任公司|有限公司|公司)$/;

/** Latin letters, digits and pinyin without tones, joined by hyphens, cut at a syllable: 示例能源 → shi-li-neng-yuan. */
export function slug(name: string, max = MAX_SLUG): string {
  const plain = name.normalize('NFKC').slice(0, 200);
  const syllables = pinyin(plain, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .join(' ')
    .toLowerCase()
    .replace(/ü/g, 'v')
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '')
    .map((part) => part.slice(0, max));
  let result = '';
  for (const syllable of syllables) {
    const longer = result === '' ? syllable : `${result}-${syllable}`;
    if (longer.length > max) break;
    result = longer;
  }
  return result;
}

function subject({ enterprise, title }: Identifying): string {
  if (enterprise?.id) return enterprise.id.slice(0, MAX_SLUG).replace(/-+$/, '');
  const name = enterprise?.name ?? title ?? '';
  return slug(name.replace(LEGAL_FORM, '')) || 'notice';
}

/** The date that tells notices of one enterprise apart; a date without a year cannot. */
function dateDigits({ inspection, publication }: Identifying): string | null {
  const dates = [inspection.feedbackDate, publication.signedDate, publication.publishedDate, inspection.start];
  const dated = dates.find((date) => date?.match(/^\d{4}/));
  return dated?.replaceAll('-', '') ?? null;
}

/**
 * The readable id that a new notice gets: `china-telecom-rectification-20190722`. Deterministic. An id is proposed
 * once; from then on a notice is recognised by its address or text and keeps what it was given.
 */
export function proposeId(record: Identifying): string {
  const end = dateDigits(record) ?? record.text.sha256.slice(0, 8);
  return `${subject(record)}-${record.docType}-${end}`;
}

/** The proposed id, or with a short suffix from the text’s hash where another notice has it. */
export function freeId(record: Identifying, isTaken: (id: string) => boolean): string {
  const id = proposeId(record);
  if (!isTaken(id)) return id;
  for (let length = 6; length <= 32; length += 2) {
    const longer = `${id}-${record.text.sha256.slice(0, length)}`;
    if (!isTaken(longer)) return longer;
  }
  throw new Error(`no free id for ${id}: the same text was stored before`);
}
