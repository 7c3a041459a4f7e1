import { editMatches, type Repair } from './edit.ts';

/** Marks of sources inside a sentence: “…推动治理 [1][2]”. A list of notes has its marks at line starts; they stay. */
const MARKS = /(?<=[^\s\d[\]]) ?(?:\[\d{1,2}(?:[-,，、]\d{1,2})?\]){1,6}(?!号)/g;
const FIRST_MARK = /\[1\]/;

export const footnoteMarks: Repair = {
  name: 'footnote-marks',
  find: (text) => {
    if (!FIRST_MARK.test(text)) return [];
    return editMatches(text, MARKS, () => '');
  },
};
