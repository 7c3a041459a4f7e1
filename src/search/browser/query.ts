import { FACETS, type FacetName } from '../header.ts';

/** A question, as the search understands it. */
export type Query =
  | Phrase
  | { readonly kind: 'field'; readonly field: FacetName; readonly values: readonly NamedValue[] }
  | { readonly kind: 'near'; readonly first: Phrase; readonly second: Phrase; readonly distance: number }
  | { readonly kind: 'not'; readonly part: Query }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Query[] };

/** A string that must stand in the text, letter by letter. */
export interface Phrase {
  readonly kind: 'phrase';
  readonly text: string;
}

/** What the reader should know about how the query was read. */
export type Note =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly limit: number }
  | { readonly kind: 'too-many'; readonly limit: number }
  | { readonly kind: 'unbalanced-quote'; readonly without: string }
  | { readonly kind: 'chinese-quotes'; readonly without: string }
  | { readonly kind: 'unknown-field'; readonly field: string }
  | { readonly kind: 'unknown-value'; readonly field: FacetName; readonly value: string }
  | { readonly kind: 'only-excluded' };

export interface ParsedQuery {
  /** Null where there is nothing to search for. */
  readonly query: Query | null;
  readonly notes: readonly Note[];
}

/** A value of a facet: its number in the index and what it is called. */
export interface NamedValue {
  readonly number: number;
  readonly zh: string;
  readonly en?: string;
}

/** Gives the values of a facet that a word names; empty where none does. */
export type ResolveField = (field: FacetName, value: string) => readonly NamedValue[];

/** A longer phrase is no question any more; half a page of text still is. */
export const LONGEST_PHRASE = 500;
const MOST_PARTS = 24;
const WIDEST_DISTANCE = 2000;

/** How fields are called in either language. */
export const FIELD_NAMES: Readonly<Record<string, FacetName>> = {
  ...Object.fromEntries(FACETS.map((name) => [name, name])),
  企业: 'enterprise',
  行业: 'sector',
  层级: 'level',
  巡视组: 'group',
  巡察组: 'group',
  轮次: 'round',
  年份: 'year',
  文种: 'type',
  类型: 'type',
  主题: 'topic',
};

/**
 * Reads a query. Words apart are all needed; `"…"` keeps blanks, `-` excludes, `A OR B`, `field:value`, `A ~20 B`.
 * Whatever is no such sign stands for itself, so that any piece of a text can be pasted and is found.
 */
export function parseQuery(input: string, resolve: ResolveField): ParsedQuery {
  const notes: Note[] = [];
  const tokens = splitTokens(input, notes);
  if (tokens.length === 0) return { query: null, notes: [{ kind: 'empty' }] };
  if (tokens.some(({ text }) => text.length > LONGEST_PHRASE))
    return { query: null, notes: [{ kind: 'too-long', limit: LONGEST_PHRASE }] };
  if (tokens.length > MOST_PARTS) return { query: null, notes: [{ kind: 'too-many', limit: MOST_PARTS }] };
  const positive = tokens.some(({ excluded }) => !excluded);
  if (!positive) notes.push({ kind: 'only-excluded' });
  const groups = readGroups(positive ? tokens : tokens.map(asWritten), resolve, notes);
  return { query: groups.length === 1 ? (groups[0] as Query) : { kind: 'and', parts: groups }, notes };
}

/** All strings that the query wants to see, for finding and marking them in a text. */
export function wantedPhrases(query: Query): Phrase[] {
  switch (query.kind) {
    case 'phrase':
      return [query];
    case 'near':
      return [query.first, query.second];
    case 'and':
    case 'or':
      return query.parts.flatMap(wantedPhrases);
    case 'field':
    case 'not':
      return [];
  }
}

/** All strings whose notices must be known. */
export function allPhrases(query: Query): Phrase[] {
  if (query.kind === 'not') return allPhrases(query.part);
  return query.kind === 'and' || query.kind === 'or' ? query.parts.flatMap(allPhrases) : wantedPhrases(query);
}

interface Token {
  /** Without the marks. */
  readonly text: string;
  /** With them. */
  readonly written: string;
  readonly quoted: boolean;
  readonly excluded: boolean;
  /** Before the colon, as it is written; undefined where no field is named. */
  readonly field?: string;
}

const asWritten = ({ written }: Token): Token => ({ text: written, written, quoted: true, excluded: false });

/** `-`? then a `field:`? then `"…"` or anything without a blank; a quote counts only with its partner before a blank. */
const TOKEN = /(-?)(?:([A-Za-z\u4e00-\u9fff]{1,10})[:：](?=\S))?(?:"([^"]*)"(?=\s|$)|(\S+))/gy;

function splitTokens(input: string, notes: Note[]): Token[] {
  const tokens: Token[] = [];
  // a line break cannot be typed, but a pasted address may hold one
  const line = input.replace(/[\s\u3000]+/g, ' ');
  for (let at = 0; at < line.length; ) {
    if (line[at] === ' ') {
      at++;
      continue;
    }
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(line);
    if (!match) break;
    at = TOKEN.lastIndex;
    const [written, minus, field, quoted, bare] = match;
    const text = (quoted ?? bare ?? '').trim();
    if (text === '') continue;
    if (bare?.includes('"')) notes.push({ kind: 'unbalanced-quote', without: bare.replaceAll('"', '') });
    if (/^“[^“”]+”$/.test(text)) notes.push({ kind: 'chinese-quotes', without: text.slice(1, -1) });
    const excluded = minus === '-' && text !== '-';
    tokens.push({
      text: excluded || minus === '' ? text : `${minus}${text}`,
      written,
      quoted: quoted !== undefined,
      excluded,
      ...(field === undefined ? {} : { field }),
    });
  }
  return tokens;
}

/** Joins the tokens that `OR` and `~n` bind; what is left is needed part by part. */
function readGroups(tokens: readonly Token[], resolve: ResolveField, notes: Note[]): Query[] {
  const groups: Query[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const next = tokens[i + 1];
    const before = groups.at(-1);
    if (isOr(token) && before && next) {
      const part = readToken(next, resolve, notes);
      groups[groups.length - 1] =
        before.kind === 'or' ? { kind: 'or', parts: [...before.parts, part] } : { kind: 'or', parts: [before, part] };
      i++;
      continue;
    }
    const distance = distanceOf(token);
    if (distance !== null && before?.kind === 'phrase' && next && !next.excluded && next.field === undefined) {
      groups[groups.length - 1] = {
        kind: 'near',
        first: before,
        second: { kind: 'phrase', text: next.text },
        distance,
      };
      i++;
      continue;
    }
    groups.push(readToken(token, resolve, notes));
  }
  return groups;
}

const isOr = ({ text, quoted, excluded, field }: Token): boolean =>
  text === 'OR' && !quoted && !excluded && field === undefined;

function distanceOf({ text, quoted, field }: Token): number | null {
  const digits = /^[~～](\d{1,4})$/.exec(text)?.[1];
  return digits === undefined || quoted || field !== undefined ? null : Math.min(Number(digits), WIDEST_DISTANCE);
}

function readToken(token: Token, resolve: ResolveField, notes: Note[]): Query {
  const part = readField(token, resolve, notes) ?? literal(token);
  return token.excluded ? { kind: 'not', part } : part;
}

/** The token as it stands, a field that was none included. */
function literal({ text, field, written, quoted, excluded }: Token): Phrase {
  if (field === undefined) return { kind: 'phrase', text };
  const whole = excluded ? written.slice(1) : written;
  return { kind: 'phrase', text: quoted ? whole.replaceAll('"', '') : whole };
}

function readField({ field, text }: Token, resolve: ResolveField, notes: Note[]): Query | null {
  if (field === undefined) return null;
  const name = FIELD_NAMES[field.toLowerCase()];
  if (name === undefined) {
    if (/^[A-Za-z]+$/.test(field) && !text.startsWith('//')) notes.push({ kind: 'unknown-field', field });
    return null;
  }
  const values = resolve(name, text);
  if (values.length > 0) return { kind: 'field', field: name, values };
  notes.push({ kind: 'unknown-value', field: name, value: text });
  return null;
}
