import type { Edit, Repair } from './edit.ts';
import { chineseScript, hasTraditional, simplifyCharacters } from './script.ts';

const IDEOGRAPHS = /[\u3400-\u9fff\u{20000}-\u{323af}]+/gu;

/**
 * From this share of Traditional characters on a line is Traditional text, and every character is read as such.
 * Below it only the characters go that no Simplified text holds: a Simplified line may quote a name.
 */
const TRADITIONAL_SHARE = 0.05;

interface Census {
  readonly ideographs: number;
  readonly traditional: number;
}

function count(text: string, simplified: Uint16Array): Census {
  let ideographs = 0;
  let traditional = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x3400 || unit > 0x9fff) continue;
    ideographs++;
    if (simplified[unit] !== 0) traditional++;
  }
  return { ideographs, traditional };
}

const isTraditional = ({ ideographs, traditional }: Census): boolean => traditional >= ideographs * TRADITIONAL_SHARE;

/** One edit for each stretch of changed characters. */
function changes(before: string, after: string, offset: number): Edit[] {
  const from = Array.from(before);
  const into = Array.from(after);
  if (from.length !== into.length) throw new Error(`script conversion changed the length: ${before} → ${after}`);
  const edits: Edit[] = [];
  let at = offset;
  let start = -1;
  let written = '';
  from.forEach((character, index) => {
    const replacement = into[index] as string;
    if (replacement !== character) {
      if (start === -1) start = at;
      written += replacement;
    } else if (start !== -1) {
      edits.push({ start, end: at, text: written });
      start = -1;
      written = '';
    }
    at += character.length;
  });
  if (start !== -1) edits.push({ start, end: at, text: written });
  return edits;
}

function simplifyLine(line: string, offset: number, context: boolean): Edit[] {
  const { convert } = chineseScript();
  return [...line.matchAll(IDEOGRAPHS)].flatMap(({ index, 0: run }) => {
    const converted = context ? convert(run) : run;
    // what the dictionary leaves (names such as 允祕 with a Traditional neighbour) goes character by character
    return changes(run, simplifyCharacters(converted), offset + index);
  });
}

/** Traditional text, Taiwan’s and Hong Kong’s forms included, and single Traditional characters in Simplified text. */
export const traditional: Repair = {
  name: 'traditional',
  find: (text) => {
    if (!hasTraditional(text)) return [];
    const { simplified } = chineseScript();
    const whole = count(text, simplified);
    const edits: Edit[] = [];
    let offset = 0;
    for (const line of text.split('\n')) {
      const census = count(line, simplified);
      const context = isTraditional(whole) || (census.traditional > 0 && isTraditional(census));
      if (context || census.traditional > 0) edits.push(...simplifyLine(line, offset, context));
      offset += line.length + 1;
    }
    return edits;
  },
};
