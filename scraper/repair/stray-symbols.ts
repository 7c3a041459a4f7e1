import { editMatches, type Repair } from './edit.ts';
import { looksFor } from './look.ts';

/**
 * Pictures and mathematical letters that copying sites strew between characters, so that their copies differ:
 * 会𝕴上公司, 传达了🎃总局. Only directly between two ideographs; signs that stand for something (★ ☎ ℃ №) are none.
 */
const SYMBOL = '[\\u{1d400}-\\u{1d7ff}\\u{1f000}-\\u{1faff}♈-♟♠-♧☀-☃☘☠-☯⚀-⚕⚡-⛿❀-❧]';
const STRAY = new RegExp(`(?<=[㐀-鿿])${SYMBOL}{1,3}(?=[㐀-鿿])`, 'gu');
/** Half of a pair, or one of the older signs. */
const mayHold = looksFor(/[\ud835\ud83c-\ud83e☀-☃☘☠-☯♈-♧⚀-⛿❀-❧]/);

export const straySymbols: Repair = {
  name: 'stray-symbols',
  find: (text) => (mayHold(text) ? editMatches(text, STRAY, () => '') : []),
};
