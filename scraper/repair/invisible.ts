import { editMatches, type Repair } from './edit.ts';
import { looksFor } from './look.ts';

/**
 * Characters that show nothing or a box: controls, zero-width and direction marks, the soft hyphen,
 * the byte order mark, variation selectors, and the private use areas (bullets of symbol fonts, and
 * U+E5E5, which GBK pages write for an indent). The private use area has no meaning of its own, so
 * what a page meant by it cannot be known and it is dropped.
 */
const INVISIBLE = new RegExp(
  '[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\u00ad\\u034f\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f' +
    '\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff9-\\ufffb\\ue000-\\uf8ff\\u{e0000}-\\u{10fffd}]+',
  'gu',
);

/** The same without the rare planes, whose first half stands for them. */
const mayHold = looksFor(
  new RegExp(
    '[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\u00ad\\u034f\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f' +
      '\\u3164\\udb40-\\udbff\\ue000-\\uf8ff\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff9-\\ufffb]',
  ),
);

/** Word’s line break (vertical tab) and the page break (form feed) separate lines. */
export const invisible: Repair = {
  name: 'invisible',
  find: (text) => {
    if (!mayHold(text)) return [];
    return editMatches(text, INVISIBLE, ([run]) => (run.includes('\v') || run.includes('\f') ? '\n' : ''));
  },
};
