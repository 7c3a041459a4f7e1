/** The one file that every search begins with: what the index holds and how to read the rest. */
import { bitCursor, bitRow, readBits, readGamma, rowBytes, writeBits, writeGamma } from './bits.ts';
import { readSet, writeSet } from './sets.ts';
import type { Vocabulary } from './vocabulary.ts';
import { readVocabulary, writeVocabulary } from './vocabulary-code.ts';

/** Properties of a notice that results are counted and filtered by. */
export const FACETS = ['enterprise', 'sector', 'level', 'group', 'round', 'year', 'type', 'topic'] as const;
export type FacetName = (typeof FACETS)[number];

export interface FacetValue {
  readonly id: string;
  readonly zh: string;
  /** Where it differs. */
  readonly en?: string;
  /** Notices that have it, ascending. */
  readonly notices: ArrayLike<number>;
}

export interface Header {
  readonly notices: number;
  readonly shards: number;
  /** At most so many candidates are settled by looking at their texts. */
  readonly look: number;
  /** The longest string that has a list of its own. */
  readonly longest: number;
  /** Pairs for `makeFolding` that the texts themselves need. */
  readonly variants: string;
  /** Characters of names that stand in no text. */
  readonly extraLetters: string;
  readonly vocabulary: Vocabulary;
  readonly facets: Readonly<Record<FacetName, readonly FacetValue[]>>;
  /** Invented notices, which a reader can hide. */
  readonly samples: ArrayLike<number>;
  /** Days on which notices were added, ascending, each with its notices. */
  readonly added: readonly AddedOn[];
}

export interface AddedOn {
  readonly day: string;
  readonly notices: ArrayLike<number>;
}

interface Labels {
  version: number;
  notices: number;
  shards: number;
  look: number;
  longest: number;
  variants: string;
  extraLetters: string;
  /** By facet: ids, Chinese and English labels; an empty label is the one before it. */
  facets: Record<string, [string[], string[], string[]]>;
  /** Days. */
  added: string[];
}

/** Changes with the layout of any file of the index; it is a part of the name of every build. */
export const VERSION = 2;

/** Bytes → bytes, e.g. deflate; the labels are text and shrink to a third. */
export type Press = (bytes: Uint8Array) => Uint8Array;

export function writeHeader(header: Header, deflate: Press): Uint8Array {
  const row = bitRow();
  writeVocabulary(row, header.vocabulary);
  const sets = FACETS.flatMap((name) => header.facets[name].map(({ notices }) => notices));
  for (const set of [...sets, header.samples, ...header.added.map(({ notices }) => notices)]) {
    writeGamma(row, set.length);
    writeSet(row, set, header.notices);
  }
  const { notices, shards, look, longest, variants, extraLetters } = header;
  const added = header.added.map(({ day }) => day);
  const facets = Object.fromEntries(
    FACETS.map((name) => {
      const values = header.facets[name];
      return [
        name,
        [
          values.map(({ id }) => id),
          values.map(({ id, zh }) => (zh === id ? '' : zh)),
          values.map(({ zh, en }) => (en === undefined || en === zh ? '' : en)),
        ],
      ];
    }),
  ) as Labels['facets'];
  const labels: Labels = { version: VERSION, notices, shards, look, longest, variants, extraLetters, facets, added };
  const json = deflate(new TextEncoder().encode(JSON.stringify(labels)));
  const start = bitRow();
  writeBits(start, json.length, 32);
  return concat([rowBytes(start), json, rowBytes(row)]);
}

/**
 * @param inflate undoes what `deflate` did
 * @throws Error where the bytes are no header or of another version
 */
export async function readHeader(
  bytes: Uint8Array,
  inflate: (bytes: Uint8Array) => Promise<Uint8Array>,
): Promise<Header> {
  const length = readBits(bitCursor(bytes), 32);
  const labels = JSON.parse(new TextDecoder().decode(await inflate(bytes.subarray(4, 4 + length)))) as Labels;
  if (labels.version !== VERSION) throw new Error(`index of version ${labels.version}, expected ${VERSION}`);
  const cursor = bitCursor(bytes, (4 + length) * 8);
  const vocabulary = readVocabulary(cursor);
  const readNotices = (): Uint32Array => readSet(cursor, readGamma(cursor), labels.notices);
  const facets = {} as Record<FacetName, FacetValue[]>;
  for (const name of FACETS) {
    const [ids = [], zh = [], en = []] = labels.facets[name] ?? [];
    facets[name] = ids.map((id, i) => ({
      id,
      zh: zh[i] || id,
      ...(en[i] ? { en: en[i] } : {}),
      notices: readNotices(),
    }));
  }
  const { notices, shards, look, longest, variants, extraLetters } = labels;
  const samples = readNotices();
  const added = labels.added.map((day) => ({ day, notices: readNotices() }));
  return { notices, shards, look, longest, variants, extraLetters, vocabulary, facets, samples, added };
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
