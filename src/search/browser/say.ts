import type { SearchMessage } from '../messages.ts';

/** What the page needs to speak and to link; all of it comes with the page. */
export interface Surroundings {
  readonly lang: 'zh' | 'en';
  readonly messages: Readonly<Record<SearchMessage, string>>;
  /** Folder of the index. */
  readonly index: string;
  /** Addresses of pages, with `{id}` for the id. */
  readonly notice: string;
  readonly enterprise: string;
  /** Labels of document types by id. */
  readonly types: Readonly<Record<string, string>>;
}

export type Say = (message: SearchMessage, values?: Readonly<Record<string, string | number>>) => string;

export const sayFrom =
  ({ messages, lang }: Surroundings): Say =>
  (message, values = {}) =>
    messages[message].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? value.toLocaleString(lang === 'zh' ? 'zh-CN' : 'en-GB') : (value ?? whole);
    });

export const noticeLink = ({ notice }: Surroundings, id: string, anchor: string | null): string =>
  notice.replace('{id}', encodeURIComponent(id)) + (anchor === null ? '' : `#${anchor}`);

export const enterpriseLink = ({ enterprise }: Surroundings, id: string): string =>
  enterprise.replace('{id}', encodeURIComponent(id));
