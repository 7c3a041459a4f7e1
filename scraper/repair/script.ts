import { ConverterFactory } from 'opencc-js/core';
import { to } from 'opencc-js/preset/t2cn';
import { looksFor } from './look.ts';

/**
 * Traditional characters that are also standard Simplified ones in some word or name (乾隆, 魏徵, 毕昇, 於 as a
 * surname): they are converted only inside Traditional text, never in a text that is otherwise Simplified.
 */
const ALSO_SIMPLIFIED = new Set('乾徵於麽夥吒拚袷榘捱摺薹麴昇陞祕氾逕谿剋扞劄脩噁著瞭藉覆甦帳祇醣苧');

/**
 * Words that a conversion character by character gets wrong, beyond those that OpenCC knows.
 * Script only: no word is replaced by the word that another region uses.
 */
const PHRASES: readonly (readonly [words: string, reason: string])[] = [
  [
    '著名 著作 著者 著述 著稱 著称 著書 著錄 著有 顯著 显著 卓著 昭著 名著 巨著 專著 论著 論著 編著 原著 譯著 合著 土著 遺著 新著 拙著 所著 共著 撰著',
    '著 zhù; everywhere else Taiwan writes 著 for the particle 着',
  ],
  ['神祇 地祇 天神地祇', '祇 qí, a deity; elsewhere 祇 is 只'],
  [
    '帳篷>帐篷 蚊帳>蚊帐 營帳>营帐 帳幕>帐幕 帳房>帐房 床帳>床帐 羅帳>罗帐',
    'a tent or curtain; 帳 in book-keeping is 账',
  ],
  ['計畫>计划 規畫>规划 籌畫>筹划 策畫>策划 企畫>企划 謀畫>谋划 擘畫>擘画', '畫 stands for 劃 in Taiwan'],
  [
    '恢覆>恢复 康覆>康复 修覆>修复 覆核>复核 覆查>复查 覆審>复审 覆議>复议 覆檢>复检 覆驗>复验 覆評>复评 覆函>复函 翻來覆去>翻来覆去',
    '覆 for 復/複, usual in Hong Kong and in careless conversions',
  ],
  ['藉力>借力 藉鑒>借鉴 藉鑑>借鉴 藉用>借用 藉調>借调', '藉 for 借'],
  ['利慾薰心>利欲熏心 薰陶>熏陶 薰染>熏染 鉅著>巨著 座標>坐标 甚麼>什么 甚麽>什么', 'the spelling of the mainland'],
  ['二噁英', 'the usual spelling also in Simplified text'],
];

/** Variants that OpenCC’s table of the standard Traditional forms leaves out, and readings that we prefer. */
const CHARACTERS = '著着 帳账 祇只 衹只 枱台 鍾钟 衞卫 鎗枪 伕夫 揹背 燄焰 簷檐 痺痹 荳豆 瑯琅';

/** `a>b` is written b, a word without > stays as it is. */
const PHRASE_PAIRS = PHRASES.flatMap(([words]) =>
  words.split(' ').map((word): readonly [string, string] => {
    const [from = word, into = from] = word.split('>');
    return [from, into];
  }),
);
const CHARACTER_PAIRS = CHARACTERS.split(' ').map((pair): readonly [string, string] => [
  pair.charAt(0),
  pair.charAt(1),
]);

export interface Script {
  /** By UTF-16 unit: the Simplified form of a character that no Simplified text holds; 0 for all others. */
  readonly simplified: Uint16Array;
  /** A stretch of Traditional text in Simplified characters, word by word; keeps the number of characters. */
  readonly convert: (traditional: string) => string;
}

function readScript(): Script {
  const [phrases, characters] = to['cn']?.[0] ?? [];
  if (typeof phrases !== 'string' || typeof characters !== 'string') {
    throw new Error('opencc-js: expected the dictionaries of t2s as two strings, phrases and characters');
  }
  const simplified = new Uint16Array(0x10000);
  for (const [from, into] of [...characters.split('|').map((row) => row.split(' ')), ...CHARACTER_PAIRS]) {
    if (from?.length !== 1 || into?.length !== 1 || from === into || ALSO_SIMPLIFIED.has(from)) continue;
    simplified[from.charCodeAt(0)] = into.charCodeAt(0);
  }
  let converter: ((traditional: string) => string) | undefined;
  const convert = (traditional: string): string => {
    converter ??= ConverterFactory([PHRASE_PAIRS, phrases, CHARACTER_PAIRS, characters]);
    return converter(traditional);
  };
  return { simplified, convert };
}

let script: Script | undefined;

/** The dictionaries, read on first use: the table in one millisecond, the words in ten, when a text needs them. */
export function chineseScript(): Script {
  script ??= readScript();
  return script;
}

const isTraditional = (unit: number): boolean => chineseScript().simplified[unit] !== 0;

/** Whether a text holds a character that no Simplified text holds. */
export const hasTraditional = looksFor(isTraditional);

/** The same for one character. */
export const isTraditionalCharacter = (character: string): boolean => isTraditional(character.charCodeAt(0));

/** A short piece of text in Simplified characters, one by one: for looking, not for keeping. */
export function simplifyCharacters(text: string): string {
  const { simplified } = chineseScript();
  let written = '';
  let kept = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = simplified[text.charCodeAt(at)];
    if (!unit) continue;
    written += text.slice(kept, at) + String.fromCharCode(unit);
    kept = at + 1;
  }
  return written + text.slice(kept);
}
