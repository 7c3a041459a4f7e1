import { type LightMessage, light } from './light.ts';

export type Lang = 'zh' | 'en';
export const LANGS: readonly Lang[] = ['zh', 'en'];

type Parameters = Readonly<Record<string, string | number>>;

/** A message with its `{name}` parts filled from the parameters. */
export const fill = (message: string, parameters?: Parameters): string =>
  parameters ? message.replace(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole)) : message;

/** The few words that lists in the browser need. */
export type LightTranslate = (message: LightMessage, parameters?: Parameters) => string;
export const lightTranslator =
  (lang: Lang): LightTranslate =>
  (message, parameters) =>
    fill(light[lang][message], parameters);

/** Value of the lang attribute. */
export const htmlLang = (lang: Lang): string => (lang === 'zh' ? 'zh-Hans' : 'en');

/** Kept formatters: `toLocaleString` makes a new one for every number, which took a third of a build. */
const formatters = new Map<string, Intl.NumberFormat>();

/** A number with thousands separators and at most so many decimals. */
export function formatNumber(n: number, lang: Lang, options: Intl.NumberFormatOptions = {}): string {
  // small whole numbers, which most are, look the same however they are formatted, and the formatter is slow
  if (!options.style && n >= 0 && n < 1000 && Number.isInteger(n)) return String(n);
  const key = `${lang} ${options.style ?? ''} ${options.maximumFractionDigits ?? ''}`;
  const formatter = formatters.get(key) ?? new Intl.NumberFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', options);
  formatters.set(key, formatter);
  return formatter.format(n);
}

/** A whole number with thousands separators. */
export const count = (n: number, lang: Lang): string => formatNumber(n, lang);

/** A share between 0 and 1 in per cent. */
export const percent = (share: number, lang: Lang): string =>
  formatNumber(share, lang, { style: 'percent', maximumFractionDigits: 1 });

/** The language of a page from the rest parameter of its route: undefined → zh, 'en' → en. */
export const langOf = (locale: string | undefined): Lang => (locale === 'en' ? 'en' : 'zh');

/** Route parameter of a language. */
export const localeParam = (lang: Lang): string | undefined => (lang === 'en' ? 'en' : undefined);
