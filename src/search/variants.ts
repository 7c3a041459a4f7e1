import { Converter } from 'opencc-js/t2cn';

/**
 * Characters that standard Simplified texts hold as well (著名, 乾隆), so folding them would find what the query
 * does not say; the ones after ALWAYS have no such use in running text.
 */
const standard = new TextDecoder('gb18030');
const ALWAYS = new Set('後於麽菸');

/**
 * Every single Traditional character (also of Taiwan and Hong Kong) and its Simplified form, as one string of pairs
 * for `makeFolding`, in the order of the characters. Words that differ as words (計程車, 出租车) are not folded.
 */
export function traditionalVariants(): string {
  const converters = (['t', 'tw', 'hk'] as const).map((from) => Converter({ from, to: 'cn' }));
  const simplified = standardSimplified();
  const forms = new Map<string, string>();
  for (let unit = 0x2e80; unit < 0xfb00; unit++) {
    if (unit >= 0xd800 && unit <= 0xdfff) continue;
    const letter = String.fromCharCode(unit);
    if (simplified.has(letter) && !ALWAYS.has(letter)) continue;
    const plain = converters.map((convert) => convert(letter)).find((form) => form !== letter);
    if (plain?.length === 1) forms.set(letter, plain);
  }
  // 薴 → 苧 → 苎: the end of the chain, so that folding twice is folding once
  return [...forms].map(([letter, plain]) => letter + (forms.get(plain) ?? plain)).join('');
}

/** The 6,763 characters of GB 2312: what Simplified texts are written with. */
function standardSimplified(): Set<string> {
  const letters = new Set<string>();
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) letters.add(standard.decode(Uint8Array.of(row, cell)));
  return letters;
}
