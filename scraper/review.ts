import { createHash } from 'node:crypto';
import { type NoticeRecord, type ReviewDecision, type ReviewKind, valueAt } from '../src/model/index.ts';
import { couldBeSame, essence, type Facts, judgeOtherAddress } from './link/identity.ts';

/** Something that a person should look at. */
export interface ReviewItem {
  readonly id: string;
  readonly kind: ReviewKind;
  readonly about: string;
  /** What the decision would be made on: the first digits of the text’s hash, of a pair both. */
  readonly text: string;
  /** What to look at, in one line. */
  readonly message: string;
  readonly sample: boolean;
}

const hashOf = ({ text }: NoticeRecord): string => text.sha256.slice(0, 16);

/** Units that are enterprises by their name; branches, bureaus and Party bodies are not. */
const ENTERPRISE_NAME = /(?:集团|(?<![分子])公司|银行)$/;

const isCorrected = ({ corrections }: NoticeRecord, field: string): boolean =>
  corrections.some((each) => each.field === field || each.field.startsWith(`${field}.`));

/** What one record asks a person. */
export function reviewRecord(record: NoticeRecord): ReviewItem[] {
  const item = (kind: ReviewKind, about: string, message: string): ReviewItem => ({
    id: record.id,
    kind,
    about,
    message,
    text: hashOf(record),
    sample: record.sample === true,
  });
  const unknown = [
    ...(record.enterprise && record.enterprise.id === null ? [record.enterprise.name] : []),
    ...record.units.filter(({ id, name }) => id === null && ENTERPRISE_NAME.test(name)).map(({ name }) => name),
  ];
  return [
    ...[...new Set(unknown)].map((name) =>
      item('unknown-enterprise', name, `${name} → add it to content/enterprises, or to the aliases of one`),
    ),
    ...record.checks
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, message }) => item('check-error', `${rule}: ${message}`, `${rule}: ${message} → look, correct`)),
    ...Object.entries(record.evidence)
      .filter(([field, { certainty }]) => certainty === 'implied' && !isCorrected(record, field))
      .map(([field, { quote }]) => {
        // the value is part of the question: another one, of a better reader, is to be looked at again
        const fact = `${field} = ${JSON.stringify(valueAt(record, field) ?? null)}`;
        return item('implied', fact, `${fact} “${quote}”: a part is inherited from the context → look, correct`);
      }),
  ];
}

/** A record as far as duplicates are looked for. */
export interface Candidate {
  readonly id: string;
  readonly hash: string;
  readonly chars: number;
  readonly sample: boolean;
  readonly facts: Facts;
}

export const candidateOf = (record: NoticeRecord): Candidate => ({
  id: record.id,
  hash: hashOf(record),
  chars: record.text.chars,
  sample: record.sample === true,
  facts: {
    docType: record.docType,
    title: record.title,
    enterprise: record.enterprise,
    inspection: record.inspection,
    publication: record.publication,
  },
});

/** Texts that differ more in length are no duplicates. */
const MIN_LENGTH_RATIO = 0.3;
/** More notices than this under one title are a series, not copies; comparing each with each would take hours. */
const MAX_GROUP = 60;

/** Candidates that share their enterprise or their title: only those are compared. */
function groups(candidates: readonly Candidate[]): Candidate[][] {
  const bySubject = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const { enterprise, title } = candidate.facts;
    const keys = [
      ...(enterprise ? [`enterprise ${enterprise.id ?? enterprise.name}`] : []),
      ...(title ? [`title ${essence(title).slice(0, 60)}`] : []),
    ];
    for (const key of keys) bySubject.set(key, [...(bySubject.get(key) ?? []), candidate]);
  }
  return [...bySubject.values()].map((group) => group.slice(0, MAX_GROUP));
}

/**
 * Pairs that may be one notice, by the rules by which the store recognises a notice again.
 * @param readText the clean text of a record; null where the archive does not hold it
 */
export async function proposeDuplicates(
  candidates: readonly Candidate[],
  readText: (id: string) => Promise<string | null>,
): Promise<ReviewItem[]> {
  const items = new Map<string, ReviewItem>();
  for (const group of groups(candidates)) {
    for (const [index, a] of group.entries()) {
      for (const b of group.slice(index + 1)) {
        const [first, second] = a.id < b.id ? [a, b] : [b, a];
        const key = `${first.id} ${second.id}`;
        if (items.has(key) || !couldBeSame(a.facts, b.facts)) continue;
        if (Math.min(a.chars, b.chars) < MIN_LENGTH_RATIO * Math.max(a.chars, b.chars)) continue;
        const sides = [a, b].map(async ({ id, facts }) => ({ facts, text: await readText(id) }));
        const [left, right] = await Promise.all(sides);
        if (!left || !right || judgeOtherAddress(left, right) === 'different') continue;
        items.set(key, {
          id: first.id,
          kind: 'duplicate',
          about: second.id,
          text: `${first.hash}+${second.hash}`,
          message: `may be the same notice as ${second.id} → if so, remove the worse record and keep its sources`,
          sample: first.sample || second.sample,
        });
      }
    }
  }
  return [...items.values()].sort((x, y) => (x.id === y.id ? (x.about < y.about ? -1 : 1) : x.id < y.id ? -1 : 1));
}

/** What a decision is on. */
const questionOf = ({ id, kind, about }: Pick<ReviewItem, 'id' | 'kind' | 'about'>): string =>
  [id, kind, about].join('\0');
/** … and on which text. */
const stateOf = (item: Pick<ReviewItem, 'id' | 'kind' | 'about' | 'text'>): string =>
  `${questionOf(item)}\0${item.text}`;

/** A short name for an item, to type: it stays the same while the text does. */
export const codeOf = (item: ReviewItem): string =>
  createHash('sha256').update(stateOf(item)).digest('hex').slice(0, 8);

/** What nobody has decided yet: no decision, one on another text, or “later”. */
export function openItems(items: readonly ReviewItem[], decisions: readonly ReviewDecision[]): ReviewItem[] {
  const decided = new Set(decisions.filter(({ decision }) => decision !== 'later').map(stateOf));
  return items.filter((item) => !decided.has(stateOf(item)));
}

/** Decisions with further ones: a new one replaces that on the same question. In the order of ids. */
export const withDecisions = (
  decisions: readonly ReviewDecision[],
  further: readonly ReviewDecision[],
): ReviewDecision[] => {
  const byQuestion = new Map([...decisions, ...further].map((each) => [questionOf(each), each]));
  return [...byQuestion.keys()].sort().flatMap((question) => byQuestion.get(question) ?? []);
};
