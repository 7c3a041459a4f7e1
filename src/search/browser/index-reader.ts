import { type Alphabet, foldedAlphabet } from '../alphabet.ts';
import { canonicalCodes } from '../codes.ts';
import { type Header, readHeader } from '../header.ts';
import { shardFinder } from '../keys.ts';
import type { EnterpriseNames } from '../names-shape.ts';
import { type PackedNotice, type Packing, unpackNotice } from '../packed-notice.ts';
import { indexPaths } from '../paths.ts';
import { type Bucket, openShard, type Shard, type ShardScale } from '../shard.ts';
import { fold, makeFolding } from '../terms.ts';
import type { Files } from './files.ts';
import { type PairRate, pairRates } from './pair-rates.ts';

/** An index that can be asked, whatever its size: a header in memory, everything else by need. */
export interface IndexReader {
  readonly header: Header;
  readonly alphabet: Alphabet;
  /** The text as the index compares it; loads the table of Traditional characters where a letter asks for it. */
  readonly fold: (text: string) => Promise<string>;
  /** Folds what the index itself holds. */
  readonly foldOwn: (text: string) => string;
  readonly letter: (unit: number) => Promise<Uint32Array>;
  /** Null where the pair stands nowhere. */
  readonly pair: (first: number, second: number) => Promise<PairBucket | null>;
  /** Known without a file. */
  readonly pairRate: PairRate;
  readonly notice: (number: number) => Promise<ReadNotice>;
  /** All enterprises of the registry, for completion. */
  readonly names: () => Promise<readonly EnterpriseNames[]>;
}

/** A notice and its text as it is compared. */
export interface ReadNotice {
  readonly notice: PackedNotice;
  readonly folded: string;
}

export interface PairBucket extends Bucket {
  /** For the keys of long strings. */
  readonly seed: number;
  readonly width: number;
}

const BUILD_LENGTH = 8;
const decoder = new TextDecoder();

/** What a file holds after it has been unpressed. */
export type Inflate = (bytes: Uint8Array) => Promise<Uint8Array>;

export async function openIndex(files: Files, inflate: Inflate): Promise<IndexReader> {
  const { build, header } = await files.read(indexPaths.header, null, async (body) => ({
    build: decoder.decode(body.subarray(0, BUILD_LENGTH)),
    header: await readHeader(body.subarray(BUILD_LENGTH), inflate),
  }));
  const folding = makeFolding(header.variants);
  const units = header.vocabulary.tokens.join('') + header.extraLetters;
  const alphabet = foldedAlphabet(
    Array.from({ length: units.length }, (_, i) => units.charCodeAt(i)),
    folding,
  );
  const scale: ShardScale = {
    notices: header.notices,
    letters: alphabet.size,
    enterprises: header.facets.enterprise.length,
  };
  const packing: Packing = { tokens: header.vocabulary.tokens, codes: canonicalCodes(header.vocabulary.lengths) };
  const shardOf = shardFinder(header.vocabulary, header.shards, (text) => fold(text, folding));
  const shard = (first: number, second: number): Promise<Shard> =>
    files.read(indexPaths.shard(build, shardOf(first, second)), build, (body) => openShard(body, scale));
  const letterOf = (unit: number): number => alphabet.numberOf[unit] as number;
  return {
    header,
    alphabet,
    pairRate: pairRates(header.vocabulary, (text) => fold(text, folding)),
    foldOwn: (text) => fold(text, folding),
    async fold(text) {
      const folded = fold(text, folding);
      if (!needsVariants(folded, alphabet)) return folded;
      const all = await files.read(indexPaths.variants(build), build, async (body) =>
        makeFolding(header.variants + decoder.decode(await inflate(body))),
      );
      return fold(text, all);
    },
    async letter(unit) {
      if (letterOf(unit) === 0) return new Uint32Array();
      return (await shard(unit, 0)).letter(letterOf(unit)) ?? new Uint32Array();
    },
    async pair(first, second) {
      if (letterOf(first) === 0 || letterOf(second) === 0) return null;
      const { pair, seed, width } = await shard(first, second);
      const bucket = pair(letterOf(first), letterOf(second));
      return bucket === null ? null : { ...bucket, seed, width };
    },
    names: () =>
      files.read(
        indexPaths.names(build),
        build,
        async (body) => JSON.parse(decoder.decode(await inflate(body))) as EnterpriseNames[],
      ),
    notice: (number) =>
      files.read(indexPaths.notice(build, number), build, (body) => {
        const notice = unpackNotice(body, packing);
        return { notice, folded: fold(notice.text, folding) };
      }),
  };
}

/** A letter that no text holds may be the Traditional form of one that texts hold. */
const needsVariants = (folded: string, alphabet: Alphabet): boolean => {
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i);
    if (unit >= 0x2e80 && alphabet.numberOf[unit] === 0) return true;
  }
  return false;
};
