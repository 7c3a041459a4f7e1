import { editMatches, type Repair } from './edit.ts';

/** Marks that never stand twice; of the full stop only a pair, since 。。。 and …… and —— are written on purpose. */
const DOUBLED = /(?<mark>[，、；：,;])(?: ?\k<mark>)+|(?<!。 ?)。 ?。(?! ?。)/g;

/** Two marks beside each other: the cheap look at a text. */
const HINT = /[，、；：,;。] ?[，、；：,;。]/;

export const doubledPunctuation: Repair = {
  name: 'doubled-punctuation',
  find: (text) => (HINT.test(text) ? editMatches(text, DOUBLED, ([marks]) => marks.charAt(0)) : []),
};
