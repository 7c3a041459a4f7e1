import { disjoint, editMatches, type Repair } from './edit.ts';
import { looksFor } from './look.ts';

/** Full-width forms lie this far above their ASCII counterparts. */
const DISTANCE = 0xfee0;
const LETTERS_AND_DIGITS = /[０-９Ａ-Ｚａ-ｚ]+/g;
/** Punctuation stays as the page has it, except where it is a part of a number or an address. */
const IN_A_NUMBER =
  /(?<=[0-9０-９])(?:[．]|，(?=[０-９]{3}(?![0-9０-９]))|[－／](?=[０-９]))(?=[0-9０-９])|(?<=[0-9０-９])％/g;
const IN_AN_ADDRESS = /(?<=[A-Za-z0-9Ａ-Ｚａ-ｚ０-９])[＠．＿](?=[A-Za-zＡ-Ｚａ-ｚ])/g;
/** Not the full-width comma, which every Chinese text holds: beside digits only. */
const mayHold = looksFor(/[０-９Ａ-Ｚａ-ｚ．－／％＠＿]/);

const narrow = (text: string): string =>
  Array.from(text, (character) => String.fromCharCode(character.charCodeAt(0) - DISTANCE)).join('');

/** Full-width digits and Latin letters: ２０１９, ＡＰＰ, ９７．２％ */
export const fullWidth: Repair = {
  name: 'full-width',
  find: (text) => {
    if (!mayHold(text)) return [];
    return disjoint([
      ...editMatches(text, LETTERS_AND_DIGITS, ([run]) => narrow(run)),
      ...editMatches(text, IN_A_NUMBER, ([mark]) => narrow(mark)),
      ...editMatches(text, IN_AN_ADDRESS, ([mark]) => narrow(mark)),
    ]);
  },
};
