/**
 * Fonts share a glyph between a character and its radical (日 and ⽇), and many PDF writers then note the radical.
 * Kangxi radicals fold by NFKC, but for ⼾, whose Simplified form has the same glyph; these of the supplement do not. Pairs: radical, character. Source: Unicode's EquivalentUnifiedIdeograph.
 */
const PAIRS =
  '⼾户⺁厂⺇几⺌小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺗心⺛旡⺝月⺞歺⺟母⺠民⺤爫⺩王⺪疋⺫目⺮竹⺲罒⺶羊⺷羊⺸羊⺹耂⺼月⻁虎⻃覀⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟';

const CHARACTERS = new Map<string, string>();
for (let i = 0; i + 1 < PAIRS.length; i += 2) CHARACTERS.set(PAIRS[i] as string, PAIRS[i + 1] as string);

/** Radical signs → the characters they stand for; everything else stays. */
export const withoutRadicals = (text: string): string =>
  text.replace(/[\u2e80-\u2fd5]/g, (radical) => CHARACTERS.get(radical) ?? radical.normalize('NFKC'));
