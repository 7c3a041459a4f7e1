import { disjoint, editMatches, type Repair } from './edit.ts';

/** What Word exports and converters write for bookmarks, pictures and links. */
const MARK = /\[(?:bookmark|image|picture|video|embed)\b ?:?[^\]\n]{0,120}\]|\[pic\]/gi;
const FIELD =
  /\{? ?\b(?:HYPERLINK|PAGEREF|MERGEFIELD|INCLUDEPICTURE)\b(?: {1,2}(?:\\[a-z*]|"[^"\n]{0,300}"|_[A-Za-z0-9]{1,60})){1,6} ?\}?/g;
const BROKEN_REFERENCE = /错误[!！] ?(?:未定义书签|未找到引用源|超链接引用无效)。?/g;

/** The style sheet that Word pastes before a text, and its conditional comments. */
const STYLES = /(?:Normal\s{1,9}0\b[^/]{0,400})?\/\* Style Definitions \*\/[^{}]{0,200}\{[^{}]{0,1500}\}/g;
const CONDITION = /(?:<!)?(?:--)?\[(?:if [^\]\n]{1,60}|endif)\](?:--)?>?/g;

/** Traces of a Word document: [bookmark: _GoBack], HYPERLINK "…" */
export const bookmarks: Repair = {
  name: 'bookmarks',
  find: (text) => {
    const edits: ReturnType<typeof editMatches> = [];
    if (text.includes('[')) edits.push(...editMatches(text, MARK, () => ''));
    if (text.includes('\\') || text.includes('"')) edits.push(...editMatches(text, FIELD, () => ''));
    if (text.includes('Style Definitions')) edits.push(...editMatches(text, STYLES, () => ''));
    if (text.includes('[') && (text.includes('[endif]') || text.includes('[if ')))
      edits.push(...editMatches(text, CONDITION, () => ''));
    if (text.includes('错误')) edits.push(...editMatches(text, BROKEN_REFERENCE, () => ''));
    return disjoint(edits);
  },
};
