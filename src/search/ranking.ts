import MiniSearch from 'minisearch';
import { weightStep } from './weight.ts';

/** What of a notice weighs in its rank, as folded words. */
export interface Ranked {
  readonly title: readonly string[];
  readonly enterprise: readonly string[];
  readonly topics: readonly string[];
  readonly keywords: readonly string[];
}

/** How much a term speaks for each of the notices that have it. */
export interface TermWeights {
  readonly text: string;
  readonly notices: readonly number[];
  /** 0 … 63, see weight.ts. */
  readonly values: readonly number[];
}

const BOOST = { title: 4, enterprise: 3, topics: 2, keywords: 1 };
const FIELDS = Object.keys(BOOST) as (keyof Ranked)[];
/** Words are whole already; MiniSearch must not split them again. */
const SEPARATOR = '\n';

/**
 * MiniSearch’s score of every term for every notice. Its score of several terms is the sum of theirs, so the browser
 * adds up these and needs neither MiniSearch nor its index of some megabytes.
 */
export function weighTerms(notices: readonly Ranked[]): TermWeights[] {
  const search = new MiniSearch<{ id: number } & Record<keyof Ranked, string>>({
    fields: FIELDS,
    tokenize: (text) => text.split(SEPARATOR),
    processTerm: (term) => (term.length > 1 ? term : null),
    searchOptions: { boost: BOOST, tokenize: (text) => [text] },
  });
  search.addAll(
    notices.map((notice, id) => ({
      id,
      ...(Object.fromEntries(FIELDS.map((field) => [field, notice[field].join(SEPARATOR)])) as Record<
        keyof Ranked,
        string
      >),
    })),
  );
  const terms = new Set(notices.flatMap((notice) => FIELDS.flatMap((field) => notice[field])));
  return [...terms]
    .filter((term) => term.length > 1)
    .sort()
    .map((text) => {
      const found = search.search(text).sort((a, b) => a.id - b.id);
      return {
        text,
        notices: found.map(({ id }) => id as number),
        values: found.map(({ score }) => weightStep(score)),
      };
    });
}
