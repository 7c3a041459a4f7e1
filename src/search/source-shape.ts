import type { EnterpriseNames } from './names-shape.ts';
import type { SearchNotice } from './notice.ts';
import type { Segmenter } from './words.ts';

/** Everything that an index is made of. */
export interface SearchSource {
  /** In any order; the index sorts them. */
  readonly notices: readonly SearchNotice[];
  /** All names of the enterprises: registered, short, former. */
  readonly names: readonly EnterpriseNames[];
  /** Words of the trade that must not be cut up when the ranking looks for words. */
  readonly domainWords: readonly string[];
}

/** What is large and the same for every index; tests that build many make it once. */
export interface BuildTools {
  /** Pairs for `makeFolding`. */
  readonly variants: string;
  readonly segmenter: (domainWords: readonly string[]) => Segmenter;
}

/** A file of the index: its path below the index folder and its bytes. */
export type IndexFile = readonly [path: string, bytes: Uint8Array];
