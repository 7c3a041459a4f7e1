import type { WordCounts } from './words.ts';

/** Notices that talk about the same rare things: they share words that few others have, so boilerplate never counts. */
export interface Related {
  /** Number of the other notice. */
  readonly notice: number;
  /** The words that both have, the rarest first. */
  readonly shared: readonly string[];
}

/** One common word is chance. */
const LEAST_SHARED = 2;
/** Among fewer notices, any word is rare. */
const FEWEST_NOTICES = 12;
/** A word that more than this share of all notices hold is no rare one; in a small collection, three may hold it. */
const COMMON = 0.02;
const FEW = 3;

/**
 * A function that gives the notices related to one, the nearest first.
 * @param general words that are never rare: a small collection alone would not tell
 */
export function findRelated(
  { spread, repeated }: WordCounts,
  general: ReadonlySet<string> = new Set(),
): (notice: number, limit: number) => Related[] {
  const most = Math.max(FEW, repeated.length * COMMON);
  const isRare = (word: string): boolean => (spread.get(word) ?? 0) <= most && !general.has(word);
  const rareWords = repeated.map((words) => (repeated.length < FEWEST_NOTICES ? [] : words.filter(isRare)));
  const holders = new Map<string, number[]>();
  rareWords.forEach((words, notice) => {
    for (const word of words) {
      const held = holders.get(word);
      if (held) held.push(notice);
      else holders.set(word, [notice]);
    }
  });
  const rarity = (word: string): number => Math.log((repeated.length + 1) / (spread.get(word) ?? 1));
  const byRarity = (a: string, b: string): number => rarity(b) - rarity(a) || (a < b ? -1 : 1);
  return (notice, limit) => {
    const shared = new Map<number, string[]>();
    for (const word of rareWords[notice] ?? [])
      for (const other of holders.get(word) ?? [])
        if (other !== notice) {
          const words = shared.get(other);
          if (words) words.push(word);
          else shared.set(other, [word]);
        }
    return [...shared]
      .filter(([, words]) => words.length >= LEAST_SHARED)
      .map(([other, words]) => ({ notice: other, shared: words.sort(byRarity) }))
      .sort((a, b) => sum(b.shared.map(rarity)) - sum(a.shared.map(rarity)) || a.notice - b.notice)
      .slice(0, limit);
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
