import { editMatches, type Repair } from './edit.ts';

/** PDF fonts name radicals where the text has the ordinary character; Unicode folds these. */
const FOLDABLE = /[\u2f00-\u2fd5\uf900-\ufaff\u{2f800}-\u{2fa1f}]+/gu;

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
  find: (text) =>
    [
      ...editMatches(text, FOLDABLE, ([run]) => run.normalize('NFKC')),
      ...editMatches(text, RADICAL, ([radical]) => RADICALS.get(radical) ?? null),
    ].sort((a, b) => a.start - b.start),
};
