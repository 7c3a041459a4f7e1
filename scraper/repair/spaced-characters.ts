import { disjoint, type Edit, editMatches, type Repair } from './edit.ts';

const MARKS = '，。、；：！？“”‘’（）《》〈〉【】…—,;:!?()';
const CHARACTER = '[一-鿿㐀-䶿0-9]';
/** At least six characters in a row that stand alone: 开 展 工 作 in a justified line. Columns of a list hold words. */
const SPACED = new RegExp(
  `(?<![^\\s${MARKS}])(?:${CHARACTER}(?: {1,2}| {0,2}[${MARKS}]{1,3} {0,2})){5,}${CHARACTER}(?![^\\s${MARKS}])`,
  'g',
);
const CHINESE = /[一-鿿]/g;
const LEAST_CHINESE = 4;

const SPACED_LINE = /^.*[一-鿿] [一-鿿] .*$/gm;
const HINT = /[一-鿿] {1,2}[一-鿿]/;
const LEAST_TOKENS = 8;
const MOST_SHARE_OF_WORDS = 0.2;
const LATIN_WORD = /^[A-Za-z]{2,}$/;

/** The gaps of a line that is spaced out as a whole; a Latin word in it keeps its own. */
function gapsOfLine(line: string, offset: number): Edit[] {
  const tokens = line.split(' ');
  const alone = tokens.filter((token) => token.length === 1);
  const chinese = line.match(CHINESE)?.length ?? 0;
  const words = tokens.filter((token) => token.length > 1).length;
  if (alone.length < LEAST_TOKENS || chinese < LEAST_CHINESE || words > tokens.length * MOST_SHARE_OF_WORDS) return [];
  const edits: Edit[] = [];
  let at = offset;
  tokens.forEach((token, index) => {
    at += token.length;
    const next = tokens[index + 1];
    if (next === undefined) return;
    if (!LATIN_WORD.test(token) && !LATIN_WORD.test(next)) edits.push({ start: at, end: at + 1, text: '' });
    at += 1;
  });
  return edits;
}

/** Justified or letter-spaced text, copied with its gaps. */
export const spacedCharacters: Repair = {
  name: 'spaced-characters',
  find: (text) => {
    if (!HINT.test(text)) return [];
    const lines = [...text.matchAll(SPACED_LINE)].flatMap(({ index, 0: line }) => gapsOfLine(line, index));
    const runs = editMatches(text, SPACED, ([run]) =>
      (run.match(CHINESE)?.length ?? 0) >= LEAST_CHINESE ? run.replaceAll(' ', '') : null,
    );
    return disjoint([...lines, ...runs]);
  },
};
