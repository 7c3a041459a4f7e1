import { disjoint, type Edit, type Repair } from './edit.ts';
import { looksFor } from './look.ts';
import { hasTraditional, isTraditionalCharacter } from './script.ts';

const IDEOGRAPH = '\\u3400-\\u9fff\\uf900-\\ufaff';
const TONED = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿĀÁǍÀĒÉĚÈŌÓǑÒăĕĭŏŭ';
/** The letters that pages write pinyin with; ɡ and ɑ are the shapes of textbooks. */
const LETTERS = `A-Za-z${TONED}üÜêÊɡɑ\\u0300-\\u030c`;
const BOPOMOFO = '\\u02c7\\u02c9\\u02ca\\u02cb\\u02d9\\u3105-\\u312f';

/** A bracket that holds letters, spaces and separators only; bounded to 40 characters. */
const BRACKETED = new RegExp(
  `[(（\\[［【〔](?<readings>[${LETTERS}${BOPOMOFO}][${LETTERS}${BOPOMOFO}1-5 /／,，、|;；·'’]{0,40})[)）\\]］】〕]`,
  'g',
);
/** The bracket that the end of the text cut off. */
const CUT_OFF = new RegExp(`(?<=[${IDEOGRAPH}])[(（](?<readings>[${LETTERS}]{0,6})$`);
/** Ruby text that lost its brackets: 產chǎn業yè. */
const BARE = new RegExp(
  `(?<=[${IDEOGRAPH}])(?<readings>[a-zü${TONED}ɡɑ\\u0300-\\u030c]{1,8})(?![A-Za-z${TONED}@_-])`,
  'g',
);

const IS_IDEOGRAPH = new RegExp(`[${IDEOGRAPH}]`);
const hasTone = looksFor(new RegExp(`[${TONED}${BOPOMOFO}\\u0300-\\u030c]`));
const BRACKETED_WORD = /[(（[［【〔] ?[a-z]/;

const IS_BOPOMOFO = new RegExp(`^[${BOPOMOFO} /／]+$`);

const SEPARATORS = /[\s/／,，、|;；·'’]+/;
const TONE_MARKS = /[\u0300\u0301\u0304\u0306\u030c]/g;
const INITIAL = '(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?';
const FINAL =
  '(?:iang|iong|uang|ang|eng|ing|ong|uai|uan|iao|ian|ue|ve|ai|ei|ui|ao|ou|iu|ie|ia|er|an|en|in|un|vn|ua|uo|a|o|e|i|u|v)';
const SYLLABLE = new RegExp(`^(?:${INITIAL}${FINAL}|h?ng?|m)r?$`);
/** Words of two to four syllables: every one must show its tone, or French would pass (Société). */
const WORDS = [2, 3, 4].map((syllables) => ({
  syllables,
  pattern: new RegExp(`^(?:${INITIAL}${FINAL}){${syllables}}$`),
}));

/** Characters that are read without a tone; their annotation shows no mark. */
const NEUTRAL: ReadonlyMap<string, string> = new Map(
  '的de 地de 得de 了le 着zhe 著zhe 过guo 過guo 们men 們men 个ge 個ge 么me 麼me 麽me 吗ma 嗎ma 呢ne 吧ba 啊a 呀ya 子zi 头tou 頭tou 上shang 里li 裡li 裏li 家jia 儿er 兒er 来lai 來lai 去qu 是shi 不bu 一yi 和he 在zai 下xia 面mian 们men 边bian 邊bian 处chu 處chu'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.slice(1)]),
);

interface Reading {
  /** Letters only, ü as v, lower case. */
  readonly letters: string;
  readonly tones: number;
}

function readSyllables(token: string): Reading {
  const decomposed = token.normalize('NFD');
  const digits = /[1-5]$/.test(token) ? 1 : 0;
  const letters = decomposed
    .replace(/[uU]\u0308/g, 'v')
    .replace(/[\u0300-\u030c1-5]/g, '')
    .replace(/ɡ/g, 'g')
    .replace(/ɑ/g, 'a')
    .toLowerCase();
  return { letters, tones: (decomposed.match(TONE_MARKS)?.length ?? 0) + digits };
}

/** How sure it is that the letters are a reading of the character before them. */
type Certainty = 'toned' | 'untoned' | 'none';

function judge(readings: string, character: string): Certainty {
  if (IS_BOPOMOFO.test(readings)) return 'toned';
  const tokens = readings
    .split(SEPARATORS)
    .filter((token) => token !== '')
    .map(readSyllables);
  const isPinyin = tokens.every(
    ({ letters, tones }) =>
      SYLLABLE.test(letters) || WORDS.some(({ syllables, pattern }) => tones >= syllables && pattern.test(letters)),
  );
  if (tokens.length === 0 || !isPinyin) return 'none';
  if (tokens.some(({ tones }) => tones > 0)) return 'toned';
  const plain = readings.trim();
  if (NEUTRAL.get(character) === plain) return 'toned';
  return plain.length >= 2 && plain === plain.toLowerCase() ? 'untoned' : 'none';
}

interface Annotation extends Edit {
  readonly certainty: Certainty;
  readonly character: string;
}

/** What the letters of a pattern annotate: the character right before them, or before up to two spaces. */
function annotations(text: string, pattern: RegExp): Annotation[] {
  const found: Annotation[] = [];
  for (const match of text.matchAll(pattern)) {
    let start = match.index;
    while (start > match.index - 2 && text[start - 1] === ' ') start--;
    const previous = found.at(-1);
    const character = previous?.end === start ? previous.character : text.charAt(start - 1);
    if (!IS_IDEOGRAPH.test(character)) continue;
    const certainty = judge(match.groups?.['readings'] ?? '', character);
    if (certainty === 'none') continue;
    found.push({ start, end: match.index + match[0].length, text: '', certainty, character });
  }
  return found;
}

/** A page that sets its annotations apart on both sides, or a space after each: 產 (chǎn) 業 (yè) 集團. */
function withSpaceAfter(found: readonly Annotation[], text: string): Annotation[] {
  const spaced = found.filter(({ end }) => text[end] === ' ');
  const isHabit = spaced.length * 2 >= found.length && (spaced.length > 1 || text[spaced[0]?.start ?? 0] === ' ');
  if (!isHabit) return [...found];
  return found.map((one) => (text[one.end] === ' ' ? { ...one, end: one.end + 1 } : one));
}

const LEAST_UNTONED = 3;

/** Pinyin that a conversion left beside the characters: 產(chǎn)業(yè), 員(yuán ), 了(le/liǎo), 一（yī / yì /yí） */
export const pinyinAnnotations: Repair = {
  name: 'pinyin-annotations',
  find: (text) => {
    if (!hasTone(text) && !(hasTraditional(text) && BRACKETED_WORD.test(text))) return [];
    const bracketed = annotations(text, BRACKETED);
    const bare = annotations(text, BARE).filter(({ certainty }) => certainty === 'toned');
    const toned = bracketed.filter(({ certainty }) => certainty === 'toned');
    const untoned = bracketed.filter(
      ({ certainty, character }) => certainty === 'untoned' && isTraditionalCharacter(character),
    );
    // One gloss in a Simplified text explains a rare character; it belongs to the text.
    const isDamage = toned.length > 1 || untoned.length >= LEAST_UNTONED || hasTraditional(text);
    const kept = [
      ...(isDamage ? toned : []),
      ...(untoned.length >= LEAST_UNTONED || toned.length > 1 ? untoned : []),
      ...(bare.length > 1 ? bare : []),
    ];
    if (kept.length === 0) return [];
    const cut = CUT_OFF.exec(text);
    const edits = disjoint(withSpaceAfter(kept, text));
    return cut ? disjoint([...edits, { start: cut.index, end: text.length, text: '' }]) : edits;
  },
};
