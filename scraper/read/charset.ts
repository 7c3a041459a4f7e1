import { isAscii, isUtf8 } from 'node:buffer';
import { COMMON_CHARACTERS } from './common-characters.ts';

/** What a page says of its own encoding, and where it says so. */
export interface Claim {
  by: 'source' | 'HTTP header' | 'meta tag';
  label: string;
}

/** Text with the encoding it was read in; the warnings say where a claim was wrong and what could not be read. */
export interface CharsetReading {
  text: string;
  encoding: string;
  warnings: string[];
}

/**
 * GB 2312 and GBK are subsets of GB 18030, and pages that claim them use characters beyond them;
 * the WHATWG decoder called gbk covers GB 18030 as well, the name says it.
 */
const CHINESE_LABELS: Record<string, string> = {
  gb2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  'gb2312-80': 'gb18030',
  'gb-2312': 'gb18030',
  'x-gbk': 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  cp936: 'gb18030',
  936: 'gb18030',
  chinese: 'gb18030',
  'big5-hkscs': 'big5',
  big5: 'big5',
  'big-5': 'big5',
  cp950: 'big5',
  950: 'big5',
  utf8: 'utf-8',
  'utf-8': 'utf-8',
};

/** What a Chinese page may be in when its claim fails, the likeliest first. */
const CANDIDATES = ['utf-8', 'gb18030', 'big5'];

/** The most bytes that a cut through a character can leave behind (GB 18030 has four-byte characters). */
const MAX_CUT = 3;
/** How much of a file is read to weigh one encoding against another. */
const WEIGHED_BYTES = 400_000;
const REPLACEMENT = 0xfffd;

/** The encoding that a label names, null where it names none that we know. */
export function encodingOf(label: string): string | null {
  const name = label.trim().toLowerCase();
  const chinese = CHINESE_LABELS[name];
  if (chinese) return chinese;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}

function encodingOfMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33) return 'gb18030';
  return null;
}

/** UTF-16 without a mark: markup, digits and line breaks leave a NUL in every other byte. */
function encodingOfNuls(bytes: Uint8Array): string | null {
  const end = Math.min(bytes.length, 4096);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < end; i++) if (bytes[i] === 0) i % 2 === 0 ? even++ : odd++;
  if (odd > end / 50 && odd > even * 10) return 'utf-16le';
  if (even > end / 50 && even > odd * 10) return 'utf-16be';
  return null;
}

/** Decodes leniently, but counts a character that the end of the file cuts as a cut, not as damage. */
function decodeAs(bytes: Uint8Array, encoding: string): { text: string; cut: boolean } {
  const decoder = new TextDecoder(encoding);
  const text = decoder.decode(bytes, { stream: true });
  return { text, cut: decoder.decode().length > 0 };
}

function countReplacements(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++;
  return count;
}

/**
 * How much a decoded text looks like Chinese, from 1 (every character beyond ASCII is a common one) downwards:
 * rare characters count nothing, what could not be decoded and private-use characters count against it.
 */
function plausibility(text: string): number {
  let common = 0;
  let seen = 0;
  let broken = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    seen++;
    if (code === REPLACEMENT || (code >= 0xe000 && code <= 0xf8ff) || (code >= 0x80 && code < 0xa0)) broken++;
    else if (COMMON_CHARACTERS.has(code) || (code >= 0x3000 && code <= 0x301f) || (code >= 0xff01 && code <= 0xff5e))
      common++;
  }
  return seen === 0 ? 0 : (common - 3 * broken) / seen;
}

/** The likeliest of the candidates, measured on the beginning; the claimed one wins a tie. */
function weigh(bytes: Uint8Array, candidates: readonly string[]): string {
  const sample = bytes.subarray(0, WEIGHED_BYTES);
  let best = { encoding: candidates[0] as string, score: Number.NEGATIVE_INFINITY };
  for (const encoding of candidates) {
    const score = plausibility(decodeAs(sample, encoding).text);
    if (score > best.score + 0.001) best = { encoding, score };
  }
  return best.encoding;
}

/** UTF-8 is nearly never valid by chance: with a dozen multi-byte characters that decode cleanly no other evidence counts. */
function isSurelyUtf8(bytes: Uint8Array): boolean {
  for (let cut = 0; cut <= MAX_CUT; cut++) {
    const whole = bytes.subarray(0, bytes.length - cut);
    if (isUtf8(whole)) return holdsManyBeyondAscii(whole);
  }
  return false;
}

/** So many bytes that continue a character no other encoding gives by chance. */
const SURE = 24;

/** Whether valid UTF-8 holds more continuing bytes. */
function holdsManyBeyondAscii(utf8: Uint8Array): boolean {
  let continuing = 0;
  for (let at = 0; at < utf8.length && at < WEIGHED_BYTES; at++) {
    if (((utf8[at] as number) & 0xc0) === 0x80) continuing++;
    if (continuing > SURE) return true;
  }
  return false;
}

function chooseEncoding(bytes: Uint8Array, claimed: readonly string[]): string {
  const marked = encodingOfMark(bytes);
  if (marked?.startsWith('utf-16')) return marked;
  const nuls = encodingOfNuls(bytes);
  if (nuls) return nuls;
  if (isAscii(bytes)) return claimed.find((encoding) => CANDIDATES.includes(encoding)) ?? 'utf-8';
  if (isSurelyUtf8(bytes)) return 'utf-8';
  return weigh(bytes, [...new Set([...(marked ? [marked] : []), ...claimed, ...CANDIDATES])]);
}

/** The claims that the bytes belie, one line each. ASCII-only bytes belie nothing. */
function belied(claims: readonly Claim[], encoding: string): string[] {
  return claims.flatMap(({ by, label }) => {
    const claimed = encodingOf(label);
    if (claimed === encoding) return [];
    const says = `the ${by} claims “${label.slice(0, 40)}”`;
    return [
      claimed === null
        ? `${says}, which is no known encoding: read as ${encoding}`
        : `${says}, the bytes are ${encoding}: read as ${encoding}`,
    ];
  });
}

function lineOf(text: string, at: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) line++;
  return line;
}

function losses(text: string, cut: boolean): string[] {
  const count = countReplacements(text);
  return [
    ...(count > 0
      ? [
          `${count} ${count === 1 ? 'place' : 'places'} could not be decoded and read as “\ufffd”, the first in line ${lineOf(text, text.indexOf('\ufffd'))}`,
        ]
      : []),
    ...(cut ? ['the file ends in the middle of a character: it may be cut off'] : []),
  ];
}

/** windows-1252, in which others show the bytes of any encoding: character → byte. */
const WESTERN_BYTES = new Map(
  Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte]),
);
const MIN_TWICE = 30;

/**
 * A text that was encoded twice (å›½ for 国): its bytes were once shown as western characters and stored so.
 * Null where the text is not of that kind, or does not give Chinese when it is undone.
 */
function undoTwice(text: string): { text: string; encoding: string } | null {
  const western = text.match(/[\u0080-\u00ff]/g)?.length ?? 0;
  if (western < MIN_TWICE) return null;
  const beyond = text.match(/[\u0100-\uffff]/g)?.length ?? 0;
  if (beyond > western) return null;
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const byte = WESTERN_BYTES.get(text[i] as string);
    if (byte === undefined) return null;
    bytes[i] = byte;
  }
  const encoding = isUtf8(bytes) ? 'utf-8' : weigh(bytes, ['gb18030', 'big5']);
  const undone = decodeAs(bytes, encoding).text;
  return plausibility(undone) > 0.6 ? { text: undone, encoding } : null;
}

/**
 * Bytes → text. A byte-order mark counts most, then what decodes cleanly, then how Chinese the result looks;
 * what header and meta tag claim only breaks ties, and a claim that proves wrong is reported.
 */
export function readCharset(bytes: Uint8Array, claims: readonly Claim[]): CharsetReading {
  const claimed = claims.flatMap(({ label }) => encodingOf(label) ?? []);
  const encoding = chooseEncoding(bytes, claimed);
  const { text, cut } = decodeAs(bytes, encoding);
  const undone = encoding === 'utf-8' ? undoTwice(text) : null;
  if (undone)
    return {
      ...undone,
      warnings: [
        `the text was encoded twice, ${undone.encoding} as western characters as utf-8: undone`,
        ...losses(undone.text, cut),
      ],
    };
  return { text, encoding, warnings: [...(isAscii(bytes) ? [] : belied(claims, encoding)), ...losses(text, cut)] };
}
