import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

/** Splits a folded text into words; only the ranking looks at words, what matches is decided letter by letter. */
export type Segmenter = (text: string) => string[];

/** The general dictionary and the words of the trade (glossary, topics, names of enterprises), folded. */
export function makeSegmenter(domainWords: Iterable<string>): Segmenter {
  const jieba = Jieba.withDict(dict);
  const rows = [...new Set(domainWords)].filter((word) => word.length > 1 && !/\s/.test(word)).sort();
  // a frequency above every general word, so that a term of the trade is not cut up
  if (rows.length > 0) jieba.loadDict(new TextEncoder().encode(rows.map((word) => `${word} 100000 nz\n`).join('')));
  return (text) => jieba.cut(text, false);
}

const WORD = /^[\p{Script=Han}a-z0-9]{2,16}$/u;
const NUMBER = /^[0-9]+$/;

/**
 * The `count` words that set each text apart from the others, by tf·idf; numbers and single letters are none, nor is
 * what a text says only once (unless there are hardly any texts).
 * @param texts functions, so that one text at a time need be folded
 */
export function keywords(texts: readonly (() => string)[], segment: Segmenter, count: number): string[][] {
  const least = texts.length < 3 ? 1 : 2;
  const words: string[] = [];
  const numberOf = new Map<string, number>();
  const spread: number[] = [];
  // numbers instead of words: millions of them are held until it is known how rare each is
  const counted = texts.map((text) => {
    const times = new Map<string, number>();
    for (const word of segment(text()))
      if (WORD.test(word) && !NUMBER.test(word)) times.set(word, (times.get(word) ?? 0) + 1);
    const repeated = [...times].filter(([, n]) => n >= least);
    const pairs = new Uint32Array(repeated.length * 2);
    repeated.forEach(([word, n], i) => {
      const number = numberOf.get(word) ?? words.push(word) - 1;
      numberOf.set(word, number);
      spread[number] = (spread[number] ?? 0) + 1;
      pairs[i * 2] = number;
      pairs[i * 2 + 1] = n;
    });
    return pairs;
  });
  const weigh = (pairs: Uint32Array, i: number): number =>
    (pairs[i * 2 + 1] as number) * Math.log((texts.length + 1) / (spread[pairs[i * 2] as number] ?? 1));
  return counted.map((pairs) =>
    Array.from({ length: pairs.length / 2 }, (_, i) => ({
      word: words[pairs[i * 2] as number] as string,
      weight: weigh(pairs, i),
    }))
      .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
      .slice(0, count)
      .map(({ word }) => word),
  );
}

/** So often in the corpus of the dictionary that a word says nothing about a notice (可以, 得到). */
const GENERAL = 2000;

/** The words that every kind of text uses. */
export function generalWords(): Set<string> {
  const rows = new TextDecoder().decode(dict).matchAll(/^(\S+) (\d+)/gm);
  return new Set(Array.from(rows).flatMap(([, word = '', times]) => (Number(times) >= GENERAL ? [word] : [])));
}

/** How many of the texts hold each word that is more than a number or a letter. */
export interface WordCounts {
  readonly spread: ReadonlyMap<string, number>;
  /** The words of each text that it says more than once. */
  readonly repeated: readonly (readonly string[])[];
}

/** Counts the words of texts that are read one at a time. */
export function spreadOfWords(texts: readonly (() => string)[], segment: Segmenter): WordCounts {
  const spread = new Map<string, number>();
  const repeated = texts.map((text) => {
    const times = new Map<string, number>();
    for (const word of segment(text()))
      if (WORD.test(word) && !NUMBER.test(word)) times.set(word, (times.get(word) ?? 0) + 1);
    for (const word of times.keys()) spread.set(word, (spread.get(word) ?? 0) + 1);
    return [...times].filter(([, n]) => n > 1).map(([word]) => word);
  });
  return { spread, repeated };
}
