import { editMatches, type Repair } from './edit.ts';

const CHARACTER = '[一-鿿㐀-䶿0-9]';
const MARKS = '，。、；：！？“”‘’（）《》〈〉【】…—';
/** At least six characters in a row that stand alone: 开 展 工 作 in a justified line. Columns of a list hold words. */
const SPACED = new RegExp(
  `(?<![^\\s${MARKS}])(?:${CHARACTER}(?: {1,2}| {0,2}[${MARKS}]{1,3} {0,2})){5,}${CHARACTER}(?![^\\s${MARKS}])`,
  'g',
);
const CHINESE = /[一-鿿]/g;
const LEAST_CHINESE = 4;

/** A justified or letter-spaced line, copied with its gaps. */
export const spacedCharacters: Repair = {
  name: 'spaced-characters',
  find: (text) =>
    editMatches(text, SPACED, ([run]) =>
      (run.match(CHINESE)?.length ?? 0) >= LEAST_CHINESE ? run.replaceAll(' ', '') : null,
    ),
};
