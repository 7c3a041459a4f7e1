import { formatNumber, type Lang } from '../i18n/lang.ts';
import type { Figure } from '../model/index.ts';

/** What is needed to show a quantity as the notice states it. */
export type Quantity = Pick<Figure, 'value' | 'unit' | 'approx'> & {
  readonly min?: number | undefined;
  readonly quote?: string | null;
};

const BEFORE = ['不少于', '不低于', '超过', '大约', '将近', '接近', '近', '约', '超', '逾'];
const TAILS = ['以上', '左右'];
const AFTER = [...TAILS, '余', '多'];

/** The hedge that the text puts before or after an approximate number; “约” where the quote does not show it. */
export function qualifierOf(quantity: Quantity): { before: string; after: string } {
  if (!quantity.approx) return { before: '', after: '' };
  const quote = quantity.quote ?? '';
  const after = AFTER.find((word) => new RegExp(`[0-9０-９百千万亿十${'%％'}]${word}|${word}$`).test(quote));
  if (after) return { before: '', after };
  return { before: BEFORE.find((word) => quote.includes(word)) ?? '约', after: '' };
}

const ENGLISH_HEDGES: Record<string, string> = {
  余: 'over',
  多: 'over',
  以上: 'at least',
  左右: 'about',
  不少于: 'at least',
  不低于: 'at least',
  超过: 'over',
  超: 'over',
  逾: 'over',
  近: 'nearly',
  将近: 'nearly',
  接近: 'nearly',
};

const digits = (value: number, lang: Lang, places = 2): string =>
  formatNumber(value, lang, { maximumFractionDigits: places });

/** Number and unit as shown: 40,367,800 元 → 4,036.78万元 / CNY 40.37 million. */
function numberAndUnit(value: number, unit: string, lang: Lang): { number: string; unit: string } {
  if (unit === '元') return money(value, lang);
  if (unit === '%' || unit === '％') return { number: digits(value, lang), unit: '%' };
  return { number: digits(value, lang), unit };
}

const YUAN = {
  zh: [
    [1e8, '亿元'],
    [1e4, '万元'],
    [1, '元'],
  ],
  en: [
    [1e9, 'bn yuan'],
    [1e6, 'm yuan'],
    [1, 'yuan'],
  ],
} as const;

/** The unit that amounts of this size are told in, and how many yuan it is. */
export const moneyScale = (value: number, lang: Lang): { readonly yuan: number; readonly unit: string } => {
  const [yuan, unit] = YUAN[lang].find(([least]) => value >= least) ?? YUAN[lang][2];
  return { yuan, unit };
};

function money(value: number, lang: Lang): { number: string; unit: string } {
  const { yuan, unit } = moneyScale(value, lang);
  return { number: digits(value / yuan, lang, lang === 'zh' && yuan > 1 ? 4 : 2), unit };
}

export interface ShownQuantity {
  readonly hedge: string;
  readonly number: string;
  /** Hedge that Chinese puts between number and unit: 200余项. */
  readonly after: string;
  readonly unit: string;
  /** Hedge that Chinese puts after the unit: 90%以上. */
  readonly tail: string;
}

/** The parts of a quantity, so that a page can set the number larger than its unit. */
export function showQuantity(quantity: Quantity, lang: Lang): ShownQuantity {
  const { number, unit } = numberAndUnit(quantity.value, quantity.unit, lang);
  const low = quantity.min === undefined ? '' : `${numberAndUnit(quantity.min, quantity.unit, lang).number}–`;
  const { before, after } = qualifierOf(quantity);
  const tail = TAILS.includes(after) ? after : '';
  if (lang === 'zh') return { hedge: before, number: low + number, after: tail ? '' : after, unit, tail };
  const hedge = ENGLISH_HEDGES[before || after] ?? (quantity.approx ? 'about' : '');
  return { hedge: hedge ? `${hedge} ` : '', number: low + number, after: '', unit, tail: '' };
}

/** The quantity as one string. Numbers keep their Chinese unit in English: 项 and 个 have no lossless translation. */
export function quantityText(quantity: Quantity, lang: Lang): string {
  const shown = showQuantity(quantity, lang);
  const space = shown.unit === '%' || (lang === 'zh' && /^\S/.test(shown.unit)) ? '' : ' ';
  return `${shown.hedge}${shown.number}${shown.after}${space}${shown.unit}${shown.tail}`;
}
