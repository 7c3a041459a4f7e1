import { disjoint, editMatches, type Repair } from './edit.ts';
import { looksFor } from './look.ts';

/**
 * PDF fonts name radicals where the text has the ordinary character, Big5 pages write small, vertical and half-width
 * forms of punctuation; Unicode folds these.
 */
const FOLDABLE =
  /[\u2f00-\u2fd5\uf900-\ufaff\ufe31\ufe32\ufe35-\ufe44\ufe50-\ufe52\ufe54-\ufe66\ufe68-\ufe6b\uff61-\uff64\u{2f800}-\u{2fa1f}]+/gu;
/** A two-dot leader for vertical text: Taiwanese pages write it for a colon. */
const VERTICAL_COLON = /\ufe30/g;
const mayHold = looksFor(/[\u2e80-\u2fd5\uf900-\ufaff\ufe30-\ufe6b\uff61-\uff64\ud87e]/);

/** Of the radicals supplement Unicode folds almost none: the ones that are whole characters. */
const RADICALS: ReadonlyMap<string, string> = new Map(
  (
    '⺁厂 ⺇几 ⺌小 ⺎兀 ⺏尣 ⺐尢 ⺒巳 ⺓幺 ⺛旡 ⺝月 ⺟母 ⺠民 ⺩王 ⺬示 ⺮竹 ⺰纟 ⺲罒 ⺶羊 ⺷羊 ⺻聿 ⺼月 ⻁虎 ⻄西 ⻅见 ⻆角 ⻇角 ⻈讠 ⻉贝 ⻋车 ' +
    '⻍辶 ⻎辶 ⻐钅 ⻑长 ⻒长 ⻓长 ⻔门 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟飠 ⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫齐 ⻬齐 ⻭齿 ⻮齿 ⻯龙 ⻰龙 ⻱龟 ⻲龟 ⻳龟'
  )
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
);
const RADICAL = /[\u2e80-\u2ef3]/g;

/** Radicals and compatibility ideographs in the place of the characters that they look like. */
export const compatibilityForms: Repair = {
  name: 'compatibility-forms',
  find: (text) => {
    if (!mayHold(text)) return [];
    return disjoint([
      ...editMatches(text, FOLDABLE, ([run]) => run.normalize('NFKC')),
      ...editMatches(text, VERTICAL_COLON, () => '：'),
      ...editMatches(text, RADICAL, ([radical]) => RADICALS.get(radical) ?? null),
    ]);
  },
};
