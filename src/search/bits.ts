/** A growing row of bits, most significant first: the only place where codes become bytes. */
export interface BitRow {
  bytes: Uint8Array;
  /** Bits written so far. */
  length: number;
}

/** A place in a row of bits that is being read. */
export interface BitCursor {
  readonly bytes: Uint8Array;
  /** Bit that is read next. */
  at: number;
}

export const bitRow = (): BitRow => ({ bytes: new Uint8Array(64), length: 0 });
export const bitCursor = (bytes: Uint8Array, at = 0): BitCursor => ({ bytes, at });

/** The bytes of a row; the last one is filled up with zeros. */
export const rowBytes = (row: BitRow): Uint8Array => row.bytes.slice(0, (row.length + 7) >> 3);

/** Writes the lowest `width` (0…32) bits of a value. */
export function writeBits(row: BitRow, value: number, width: number): void {
  const needed = ((row.length + width + 7) >> 3) + 1;
  if (needed > row.bytes.length) {
    const grown = new Uint8Array(needed * 2);
    grown.set(row.bytes);
    row.bytes = grown;
  }
  let left = width;
  while (left > 0) {
    const free = 8 - (row.length & 7);
    const take = Math.min(free, left);
    const piece = (left === 32 && take === 8 ? value >>> 24 : value >>> (left - take)) & ((1 << take) - 1);
    const index = row.length >> 3;
    row.bytes[index] = (row.bytes[index] as number) | (piece << (free - take));
    row.length += take;
    left -= take;
  }
}

/**
 * Reads `width` (0…32) bits.
 * @throws RangeError past the end: the shard is shorter than it says
 */
export function readBits(cursor: BitCursor, width: number): number {
  const { bytes, at } = cursor;
  cursor.at = at + width;
  if (cursor.at > bytes.length * 8) throw new RangeError('read past the end of the bits');
  if (width === 0) return 0;
  return width <= ONE_READ ? wordAt(bytes, at) >>> (32 - width) : readWide(bytes, at, width);
}

/** Up to so many bits always lie within four bytes. */
const ONE_READ = 25;

/** 32 bits of which at least the first 25 are those from a place on; zeros past the end. */
function wordAt(bytes: Uint8Array, at: number): number {
  const byte = at >> 3;
  const word =
    ((bytes[byte] as number) << 24) |
    ((bytes[byte + 1] ?? 0) << 16) |
    ((bytes[byte + 2] ?? 0) << 8) |
    (bytes[byte + 3] ?? 0);
  return word << (at & 7);
}

const readWide = (bytes: Uint8Array, at: number, width: number): number => {
  const low = width - ONE_READ;
  return (wordAt(bytes, at) >>> (32 - ONE_READ)) * 2 ** low + (wordAt(bytes, at + ONE_READ) >>> (32 - low));
};

/** The next `width` (1…25) bits without going on; zeros past the end. */
export const peekBits = ({ bytes, at }: BitCursor, width: number): number => wordAt(bytes, at) >>> (32 - width);

/** Elias’ gamma code of a whole number from 0: short for small ones. */
export function writeGamma(row: BitRow, value: number): void {
  const width = bitWidth(value + 1);
  writeBits(row, 0, width - 1);
  writeBits(row, value + 1, width);
}

/** @throws RangeError for a code that no number has */
export function readGamma(cursor: BitCursor): number {
  let zeros = 0;
  while (readBits(cursor, 1) === 0) if (++zeros > 31) throw new RangeError('not a number code');
  return 2 ** zeros + readBits(cursor, zeros) - 1;
}

/**
 * Writes one of `range` values (0 … range − 1) in as few bits as a whole number of bits allows; values in the
 * middle, the likelier ones where a sorted set is halved, take the shorter code.
 */
export function writeBelow(row: BitRow, value: number, range: number): void {
  const width = bitWidth(range - 1);
  const short = 2 ** width - range;
  const turned = (value - Math.floor((range - short) / 2) + range) % range;
  if (turned < short) writeBits(row, turned, width - 1);
  else writeBits(row, turned + short, width);
}

/**
 * Reads what `writeBelow` has written for the same range: the innermost step of every list, so both lengths of the code
 * are taken from one look.
 */
export function readBelow(cursor: BitCursor, range: number): number {
  const width = bitWidth(range - 1);
  if (width === 0) return 0;
  if (width > ONE_READ) return readFarBelow(cursor, range, width);
  const { bytes, at } = cursor;
  const code = wordAt(bytes, at) >>> (32 - width);
  const short = 2 ** width - range;
  const isShort = code >>> 1 < short;
  cursor.at = isShort ? at + width - 1 : at + width;
  if (cursor.at > bytes.length * 8) throw new RangeError('read past the end of the bits');
  const value = (isShort ? code >>> 1 : code - short) + ((range - short) >> 1);
  return value < range ? value : value - range;
}

function readFarBelow(cursor: BitCursor, range: number, width: number): number {
  const short = 2 ** width - range;
  let turned = readBits(cursor, width - 1);
  if (turned >= short) turned = turned * 2 + readBits(cursor, 1) - short;
  return (turned + Math.floor((range - short) / 2)) % range;
}

/** Bits that a whole number below 2³² takes: 0 → 0, 1 → 1, 255 → 8. */
export const bitWidth = (value: number): number => 32 - Math.clz32(value);

/** How many of the 32 bits of a word are set. */
export function bitCount(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
