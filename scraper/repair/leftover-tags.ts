import { disjoint, type Edit, editMatches, type Repair } from './edit.ts';

const BLOCKS = 'p|br|div|tr|li|ul|ol|h[1-6]|table|tbody|thead|section|article|center|blockquote|hr|dd|dt|dl';
const INLINES =
  'span|font|strong|b|i|em|u|s|a|td|th|img|sup|sub|small|big|label|input|style|script|link|meta|figure|figcaption|' +
  'col|colgroup|o:p|w:[a-z]{1,20}|v:[a-z]{1,20}|st1:[a-z]{1,20}|\\?xml(?::[a-z]{1,20})?';

/** A whole tag; bounded, so that a lone < costs no more than its next 300 characters. */
const TAG = new RegExp(`< ?/?(?:(?<block>${BLOCKS})|${INLINES})(?=[\\s/>])[^<>\\n]{0,300}>`, 'gi');
const COMMENT = /<!--[^\n<]{0,300}-->/g;
/** What is left of a tag whose < went with the character before it, or whose > is missing. */
const FRAGMENT = new RegExp(
  `(?<![<A-Za-z0-9/])/(?:(?<block>${BLOCKS})|span|font|strong|td|th|o:p)>` +
    `|</(?:${BLOCKS}|span|font|strong|td|th|o:p)(?=\\s|$)` +
    '|(?<![<A-Za-z0-9])(?:br|hr) ?/>',
  'gi',
);

/** No heading is longer than this: a tag without an end mark before it broke a line of running text. */
const LONGEST_HEADING = 60;
const NUMBER = /^\s*[（(]?[一二三四五六七八九十\d]+[）)、.．是]/u;
const isInSentence = (text: string, at: number, end: number): boolean =>
  at > LONGEST_HEADING &&
  /[\u4e00-\u9fff，、]/u.test(text.charAt(at - 1)) &&
  !text.slice(at - LONGEST_HEADING, at).includes('\n') &&
  !NUMBER.test(text.slice(end, end + 12));

/** A block’s end is a line’s end, unless the line ends there anyway. */
function breakOrNothing(text: string, { index, 0: tag }: RegExpExecArray): string {
  const end = index + tag.length;
  if (isInSentence(text, index, end)) return '';
  const atLineStart = index === 0 || text[index - 1] === '\n';
  const atLineEnd = end === text.length || text[end] === '\n';
  return atLineStart || atLineEnd ? '' : '\n';
}

/** Tags in a row end one line together. */
function oneBreakInARow(edits: readonly Edit[]): Edit[] {
  return edits.map((edit, index) => {
    const previous = edits[index - 1];
    const isSecond = previous?.end === edit.start && previous.text === '\n' && edit.text === '\n';
    return isSecond ? { ...edit, text: '' } : edit;
  });
}

/** HTML that stands in the text as text: <br>, </span>, /p> */
export const leftoverTags: Repair = {
  name: 'leftover-tags',
  find: (text) => {
    if (!text.includes('<') && !text.includes('/')) return [];
    const write = (match: RegExpExecArray) => (match.groups?.['block'] ? breakOrNothing(text, match) : '');
    return oneBreakInARow(
      disjoint([
        ...editMatches(text, TAG, write),
        ...editMatches(text, COMMENT, () => ''),
        ...editMatches(text, FRAGMENT, write),
      ]),
    );
  },
};
