import { editMatches, type Repair } from './edit.ts';

/** An indent that was lost in a change of encoding: ???? where two ideographic spaces stood. */
const AT_LINE_START = /(?<=^|\n)\?{2,8}(?=[^?\n])/g;
const AFTER_SENTENCE = /(?<=[。！；”）])\?{4}(?=[^?\n])/g;

export const paragraphMarks: Repair = {
  name: 'paragraph-marks',
  find: (text) => {
    if (!text.includes('??')) return [];
    return [...editMatches(text, AT_LINE_START, () => ''), ...editMatches(text, AFTER_SENTENCE, () => '\n')].sort(
      (a, b) => a.start - b.start,
    );
  },
};
