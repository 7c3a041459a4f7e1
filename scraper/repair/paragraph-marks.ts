import { disjoint, editMatches, type Repair } from './edit.ts';

/** Ideographic spaces that were lost in a change of encoding: ???? where the two of an indent stood. */
const AT_LINE_START = /(?<=^|\n)\?{2,8}(?=[^?\n])/g;
const AFTER_SENTENCE = /(?<=[。！；”）])\?{4}(?=[^?\n])/g;

/** 本网讯?10月27日: the space of a dateline. */
const AFTER_DATELINE = /(?<=[讯訊电電])\?{1,2}(?=[^?\n])/g;

export const paragraphMarks: Repair = {
  name: 'paragraph-marks',
  find: (text) => {
    if (!text.includes('?')) return [];
    return disjoint([
      ...editMatches(text, AT_LINE_START, () => ''),
      ...editMatches(text, AFTER_SENTENCE, () => '\n'),
      ...editMatches(text, AFTER_DATELINE, () => ' '),
    ]);
  },
};
