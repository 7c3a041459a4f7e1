import { en } from './en.ts';
import { zh } from './zh.ts';

export type Lang = 'zh' | 'en';
export const LANGS: readonly Lang[] = ['zh', 'en'];

export type Message = keyof typeof zh;
const MESSAGES: Record<Lang, Record<Message, string>> = { zh, en };

/** The words of the site in a language; `{name}` parts are filled from the parameters. */
export type Translate = (message: Message, parameters?: Readonly<Record<string, string | number>>) => string;

export const translator =
  (lang: Lang): Translate =>
  (message, parameters) =>
    parameters
      ? MESSAGES[lang][message].replace(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole))
      : MESSAGES[lang][message];

/** Value of the lang attribute. */
export const htmlLang = (lang: Lang): string => (lang === 'zh' ? 'zh-Hans' : 'en');

/** A whole number with thousands separators. */
export const count = (n: number, lang: Lang): string => n.toLocaleString(lang === 'zh' ? 'zh-CN' : 'en-GB');

/** The language of a page from the rest parameter of its route: undefined → zh, 'en' → en. */
export const langOf = (locale: string | undefined): Lang => (locale === 'en' ? 'en' : 'zh');

/** Route parameter of a language. */
export const localeParam = (lang: Lang): string | undefined => (lang === 'en' ? 'en' : undefined);
