import { editMatches, type Repair } from './edit.ts';

/** The named references that Chinese editors write; anything else (R&D, AT&T, ?a=1&b=2) is text. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  zwnj: '\u200c',
  zwj: '\u200d',
  shy: '\u00ad',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  lsaquo: '‹',
  rsaquo: '›',
  middot: '·',
  bull: '•',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  minus: '−',
  times: '×',
  divide: '÷',
  plusmn: '±',
  deg: '°',
  permil: '‰',
  sup2: '²',
  sup3: '³',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  le: '≤',
  ge: '≥',
  ne: '≠',
  infin: '∞',
  rarr: '→',
  larr: '←',
  uarr: '↑',
  darr: '↓',
  yen: '¥',
  euro: '€',
  pound: '£',
  cent: '¢',
  copy: '©',
  reg: '®',
  trade: '™',
  sect: '§',
  para: '¶',
  micro: 'µ',
  Omega: 'Ω',
  alpha: 'α',
  beta: 'β',
  loz: '◊',
  radic: '√',
};

/** `&amp;nbsp;` as text is one reference shown twice (or more often): the inner `amp;` belong to it. */
const REFERENCE =
  /&(?:(?:amp|#38|#x26);){0,8}(?:#(?<decimal>\d{1,7})|#[xX](?<hex>[\da-fA-F]{1,6})|(?<name>[A-Za-z]{2,6}\d{0,2}))[;；]/g;
/** Older editors forget the semicolon of this one only. */
const BARE_SPACE = /&(?:amp;)?nbsp(?![A-Za-z;；])/g;

function character(code: number): string | null {
  const isScalar = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isScalar ? String.fromCodePoint(code) : null;
}

function read(groups: Record<string, string | undefined>): string | null {
  const { decimal, hex, name } = groups;
  if (decimal) return character(Number(decimal));
  if (hex) return character(Number.parseInt(hex, 16));
  return (name && Object.hasOwn(NAMED, name) && NAMED[name]) || null;
}

/** References that are still there as text after the page was decoded: &amp;nbsp; &#8220; &ldquo; */
export const entities: Repair = {
  name: 'entities',
  find: (text) => {
    if (!text.includes('&')) return [];
    return [
      ...editMatches(text, REFERENCE, (match) => read(match.groups ?? {})),
      ...editMatches(text, BARE_SPACE, () => '\u00a0'),
    ].sort((a, b) => a.start - b.start);
  },
};
