import { type BitCursor, type BitRow, readBits, readGamma, writeBits, writeGamma } from './bits.ts';
import { canonicalCodes, codeLengths, readSymbol, writeSymbol } from './codes.ts';
import { readSet, writeSet } from './sets.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * A vocabulary as bits: the characters as a set; the longer expressions in ascending order, each as the number of
 * letters it shares with the one before and the rest in a code of its own; then the lengths of all codes, coded too.
 * Two thirds of what deflate makes of the same list.
 */
export function writeVocabulary(row: BitRow, { tokens, lengths }: Vocabulary): void {
  const letters = tokens.filter((token) => token.length === 1).map((token) => token.charCodeAt(0));
  const longer = tokens.slice(letters.length);
  writeGamma(row, letters.length);
  writeSet(row, letters, 0x10000);
  writeGamma(row, longer.length);
  const numberOf = new Map(letters.map((unit, i) => [unit, i]));
  const pieces = longer.map((token, i) => {
    const shared = sharedLength(longer[i - 1] ?? '', token);
    const rest = Array.from(
      { length: token.length - shared },
      (_, at) => numberOf.get(token.charCodeAt(shared + at)) as number,
    );
    return { shared, rest };
  });
  const uses = new Uint32Array(letters.length);
  for (const { rest } of pieces) for (const letter of rest) uses[letter] = (uses[letter] as number) + 1;
  const codes = canonicalCodes(codeLengths(uses));
  writeLengths(row, codes.lengths);
  for (const { shared, rest } of pieces) {
    writeGamma(row, shared);
    writeGamma(row, rest.length);
    for (const letter of rest) writeSymbol(row, codes, letter);
  }
  writeLengths(row, lengths);
}

/** @throws RangeError where the bits are no vocabulary */
export function readVocabulary(cursor: BitCursor): Vocabulary {
  const letters = Array.from(readSet(cursor, readGamma(cursor), 0x10000), (unit) => String.fromCharCode(unit));
  const count = readGamma(cursor);
  const codes = canonicalCodes(readLengths(cursor, letters.length));
  const tokens = [...letters];
  let before = '';
  for (let i = 0; i < count; i++) {
    let token = before.slice(0, readGamma(cursor));
    for (let left = readGamma(cursor); left > 0; left--) token += letters[readSymbol(cursor, codes)];
    tokens.push(token);
    before = token;
  }
  return { tokens, lengths: readLengths(cursor, tokens.length) };
}

function sharedLength(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && shared < b.length && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++;
  return shared;
}

const WIDTH_OF_LENGTH = 5;
const LENGTHS = 2 ** WIDTH_OF_LENGTH;

/** Code lengths (0…31), in a code of their own. */
function writeLengths(row: BitRow, lengths: Uint8Array): void {
  const uses = new Uint32Array(LENGTHS);
  for (const length of lengths) uses[length] = (uses[length] as number) + 1;
  const codes = canonicalCodes(codeLengths(uses));
  for (const length of codes.lengths) writeBits(row, length, WIDTH_OF_LENGTH);
  for (const length of lengths) writeSymbol(row, codes, length);
}

function readLengths(cursor: BitCursor, count: number): Uint8Array {
  const codes = canonicalCodes(Uint8Array.from({ length: LENGTHS }, () => readBits(cursor, WIDTH_OF_LENGTH)));
  return Uint8Array.from({ length: count }, () => readSymbol(cursor, codes));
}
