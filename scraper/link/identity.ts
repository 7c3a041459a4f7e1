import type { NoticeRecord, StatedDate } from '../../src/model/index.ts';

/** The facts that decide whether two readings are of one notice. */
export type Facts = Pick<NoticeRecord, 'docType' | 'title' | 'enterprise' | 'inspection' | 'publication'>;

/** same: one notice; maybe: a person decides; different. */
export type Verdict = 'same' | 'maybe' | 'different';

const SHINGLE = 8;
/** Shares of common shingles, of the shorter text. Repaired mirrors keep above 0.95; templated news of other rounds stay below 0.85. */
const SAME = 0.9;
const MAYBE = 0.6;
/** A mirror may drop or add a paragraph, not half the notice. */
const LENGTH_RATIO = 0.8;

/** Only what carries meaning: Han characters, letters and digits, folded. */
export const essence = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Script=Han}\p{L}\p{N}]+/gu, '');

function shingles(text: string): Set<string> {
  const plain = essence(text);
  const set = new Set<string>();
  for (let i = 0; i + SHINGLE <= plain.length; i++) set.add(plain.slice(i, i + SHINGLE));
  if (set.size === 0 && plain !== '') set.add(plain);
  return set;
}

/** How much of the shorter text stands in the longer one (0…1), and how their lengths compare (0…1). */
export function compareTexts(a: string, b: string): { shared: number; ratio: number } {
  const [small, large] = [shingles(a), shingles(b)].sort((x, y) => x.size - y.size) as [Set<string>, Set<string>];
  if (small.size === 0) return { shared: 0, ratio: 0 };
  let common = 0;
  for (const shingle of small) if (large.has(shingle)) common++;
  return { shared: common / small.size, ratio: small.size / large.size };
}

/** 2019-07 and 2019-07-22 agree; null agrees with everything. */
function datesAgree(a: StatedDate | null, b: StatedDate | null): boolean {
  return (
    a === null ||
    b === null ||
    a.startsWith(b) ||
    b.startsWith(a) ||
    a.endsWith(b.replace(/^-/, '')) ||
    b.endsWith(a.replace(/^-/, ''))
  );
}

function enterprisesAgree(a: Facts['enterprise'], b: Facts['enterprise']): boolean {
  if (a === null || b === null) return true;
  if (a.id !== null && b.id !== null) return a.id === b.id;
  const [x, y] = [essence(a.name), essence(b.name)];
  return x.includes(y) || y.includes(x);
}

const roundsAgree = (a: Facts['inspection']['round'], b: Facts['inspection']['round']): boolean =>
  !a?.id || !b?.id || a.id === b.id;

/** Whether the facts allow the two to be one notice. */
export function factsAgree(a: Facts, b: Facts): boolean {
  return (
    enterprisesAgree(a.enterprise, b.enterprise) &&
    roundsAgree(a.inspection.round, b.inspection.round) &&
    datesAgree(a.inspection.feedbackDate, b.inspection.feedbackDate) &&
    datesAgree(a.publication.signedDate, b.publication.signedDate)
  );
}

/** Whether it is worth comparing the texts of two notices from different addresses. */
export const couldBeSame = (a: Facts, b: Facts): boolean => a.docType === b.docType && factsAgree(a, b);

/** A reading and what is known of a stored notice; `text` is null where the archive does not hold it. */
export interface Side {
  readonly facts: Facts;
  readonly text: string | null;
}

/** Two readings from the same address: one notice, unless the page now speaks of something else. */
export function judgeSameAddress(a: Side, b: Side): Verdict {
  if (factsAgree(a.facts, b.facts)) return 'same';
  if (a.text === null || b.text === null) return 'different';
  return compareTexts(a.text, b.text).shared >= 0.5 ? 'same' : 'different';
}

/** Readings from different addresses: one notice only if nearly all of the text is the same and no fact contradicts. */
export function judgeOtherAddress(a: Side, b: Side): Verdict {
  if (!couldBeSame(a.facts, b.facts)) return 'different';
  if (a.text === null || b.text === null) return sameHead(a.facts, b.facts) ? 'maybe' : 'different';
  const { shared, ratio } = compareTexts(a.text, b.text);
  if (shared >= SAME && ratio >= LENGTH_RATIO) return 'same';
  return shared >= MAYBE ? 'maybe' : 'different';
}

/** Without the text: the same title about the same enterprise, and a date in common. */
function sameHead(a: Facts, b: Facts): boolean {
  if (!a.title || !b.title || essence(a.title) !== essence(b.title)) return false;
  const dates = (f: Facts) => [f.inspection.feedbackDate, f.publication.signedDate, f.publication.publishedDate];
  const others = new Set(dates(b));
  return dates(a).some((date) => date !== null && others.has(date));
}
