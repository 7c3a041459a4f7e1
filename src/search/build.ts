import { deflateRawSync } from 'node:zlib';
import { canonicalCodes } from './codes.ts';
import { type Frame, frameOf, inOrder } from './frame.ts';
import { findGrams, type Grams, LONGEST, LOOK } from './grams.ts';
import { writeHeader } from './header.ts';
import { indexTerms } from './index-terms.ts';
import { type Joined, joinTexts } from './joined-texts.ts';
import { shardFinder } from './keys.ts';
import type { SearchNotice } from './notice.ts';
import { headLines, packNotice } from './packed-notice.ts';
import { indexPaths } from './paths.ts';
import { seal } from './seal.ts';
import { type IndexTerm, writeShards } from './shards.ts';
import type { BuildTools, IndexFile, SearchSource } from './source-shape.ts';
import { fold } from './terms.ts';
import { traditionalVariants } from './variants.ts';
import { chooseVocabulary, makeSplitter, type Vocabulary } from './vocabulary.ts';
import { makeSegmenter } from './words.ts';

export const buildTools = (): BuildTools => ({ variants: traditionalVariants(), segmenter: makeSegmenter });

/**
 * All files of an index, one after the other; the header comes last, so that a reader of an unfinished folder still
 * has the index before. The same source gives the same bytes.
 */
export function* buildIndex(source: SearchSource, tools: BuildTools = buildTools()): Generator<IndexFile> {
  const notices = inOrder(source.notices);
  const frame = frameOf(source, notices, tools.variants);
  const vocabulary = vocabularyOf(notices, frame);
  yield* textFiles(notices, frame, vocabulary);
  const terms = indexTerms(source, notices, frame, tools.segmenter);
  yield* listFiles(findGrams(joinNotices(notices, frame), frame.alphabet), frame, vocabulary, terms);
  yield* frameFiles(source.names, frame, vocabulary, tools.variants);
}

/** Larger vocabularies pack a little better but must be sent first: measured best for the first query at both sizes. */
const vocabularySize = (characters: number): number => (characters < 4_000_000 ? 2048 : 4096);

export const vocabularyOf = (notices: readonly SearchNotice[], { characters }: Frame): Vocabulary =>
  chooseVocabulary(
    notices.map((notice) => `${headLines(notice)}\n${notice.text}`),
    vocabularySize(characters),
  );

export const joinNotices = (notices: readonly SearchNotice[], { folding }: Frame): Joined =>
  joinTexts(
    notices.map(({ text }) => text),
    folding,
  );

/** One file for each notice: what its results show. */
export function* textFiles(
  notices: readonly SearchNotice[],
  { build }: Frame,
  { tokens, lengths }: Vocabulary,
): Generator<IndexFile> {
  const codes = canonicalCodes(lengths);
  const split = makeSplitter(tokens, lengths);
  for (const [number, notice] of notices.entries())
    yield [indexPaths.notice(build, number), seal(packNotice(notice, split, codes), build)];
}

/** The shards: which notices hold which strings. */
export function* listFiles(
  grams: Grams,
  { build, folding, shards, scale }: Frame,
  vocabulary: Vocabulary,
  terms: readonly IndexTerm[],
): Generator<IndexFile> {
  const shardOf = shardFinder(vocabulary, shards, (text) => fold(text, folding));
  let shard = 0;
  for (const body of writeShards(grams, terms, shards, shardOf, scale))
    yield [indexPaths.shard(build, shard++), seal(body, build)];
}

/** What is there once: the tables for queries that need them, and the header. */
export function* frameFiles(
  names: SearchSource['names'],
  frame: Frame,
  vocabulary: Vocabulary,
  variants: string,
): Generator<IndexFile> {
  const { build, facets, samples, added, shards, scale, ownVariants, extraLetters } = frame;
  const encoder = new TextEncoder();
  const deflate = (bytes: Uint8Array): Uint8Array => deflateRawSync(bytes, { level: 9 });
  yield [indexPaths.variants(build), seal(deflate(encoder.encode(variants)), build)];
  yield [indexPaths.names(build), seal(deflate(encoder.encode(JSON.stringify(names))), build)];
  const header = writeHeader(
    {
      notices: scale.notices,
      shards,
      look: LOOK,
      longest: LONGEST,
      variants: ownVariants,
      extraLetters,
      vocabulary,
      facets,
      samples,
      added,
    },
    deflate,
  );
  yield [indexPaths.header, seal(Uint8Array.from([...encoder.encode(build), ...header]), build)];
}
