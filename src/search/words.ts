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

/** The `count` words that set each text apart from the others, by tf·idf; numbers and single letters are none. */
export function keywords(texts: readonly string[], segment: Segmenter, count: number): string[][] {
  const frequencies = texts.map((text) => {
    const frequency = new Map<string, number>();
    for (const word of segment(text))
      if (WORD.test(word) && !NUMBER.test(word)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
    return [...frequency].filter(([, times]) => times > 1 || texts.length < 3);
  });
  const spread = new Map<string, number>();
  for (const words of frequencies) for (const [word] of words) spread.set(word, (spread.get(word) ?? 0) + 1);
  const weight = ([word, times]: readonly [string, number]): number =>
    times * Math.log((texts.length + 1) / (spread.get(word) ?? 1));
  return frequencies.map((words) =>
    words
      .sort((a, b) => weight(b) - weight(a) || (a[0] < b[0] ? -1 : 1))
      .slice(0, count)
      .map(([word]) => word),
  );
}
