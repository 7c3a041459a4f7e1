import type { Headline, Publisher, SampleNotice } from '../samples.ts';

/** What a list page shows: notices and other headlines alike. */
export interface ListPage {
  readonly rows: readonly Headline[];
  /** 1 … pages. */
  readonly number: number;
  readonly pages: number;
}

/** The rows of one page of a list. */
export const listPage = (rows: readonly Headline[], number: number, perPage: number): ListPage => ({
  rows: rows.slice((number - 1) * perPage, number * perPage),
  number,
  pages: Math.ceil(rows.length / perPage),
});

/** One publisher’s way of making pages. Every function gives a whole document as text: HTML but where `listType` says otherwise. */
export interface Template {
  readonly notice: (publisher: Publisher, notice: SampleNotice) => string;
  readonly list: (publisher: Publisher, page: ListPage) => string;
  /** Media type of `list`, where it is data and no page. */
  readonly listType?: string;
  /** The page that people see first; absent: the list. */
  readonly home?: (publisher: Publisher) => string;
  /** Where the list page with this number stands, from the path of the first. */
  readonly listPath: (first: string, number: number) => string;
  readonly headline: (publisher: Publisher, headline: Headline) => string;
  readonly missing: (publisher: Publisher) => string;
}

/** Every row of a publisher, newest first. */
export const allRows = (publisher: Publisher): Headline[] =>
  [...publisher.notices.map(({ date, path, title }) => ({ date, path, title })), ...publisher.headlines].sort((a, b) =>
    b.date.localeCompare(a.date),
  );

/** The rows before and after a path: “上一篇” is the newer one. */
export function neighbours(publisher: Publisher, path: string): { newer?: Headline; older?: Headline } {
  const rows = allRows(publisher);
  const at = rows.findIndex((row) => row.path === path);
  const newer = rows[at - 1];
  const older = rows[at + 1];
  return { ...(newer && { newer }), ...(older && { older }) };
}

/** A made-up number of visits that stays the same for a page. */
export const visits = (path: string): number =>
  [...path].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 9000, 7) + 500;

export const day = (date: string): string => date.slice(0, 10);
