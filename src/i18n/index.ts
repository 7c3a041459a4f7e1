import { en } from './en.ts';
import { fill, type Lang } from './lang.ts';
import { zh } from './zh.ts';

export * from './lang.ts';

export type Message = keyof typeof zh;
const MESSAGES: Record<Lang, Record<Message, string>> = { zh, en };

/** The words of the site in a language; `{name}` parts are filled from the parameters. */
export type Translate = (message: Message, parameters?: Readonly<Record<string, string | number>>) => string;

export const translator =
  (lang: Lang): Translate =>
  (message, parameters) =>
    fill(MESSAGES[lang][message], parameters);
