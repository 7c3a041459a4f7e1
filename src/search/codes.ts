import { type BitCursor, type BitRow, peekBits, readBits, writeBits } from './bits.ts';

/** Canonical prefix codes: the length of each symbol’s code says everything, so only the lengths are shipped. */
export interface Codes {
  /** Code of each symbol. */
  readonly codes: Uint32Array;
  readonly lengths: Uint8Array;
  /** By length: the first code, the number of codes, and where their symbols begin in `symbols`. */
  readonly first: Uint32Array;
  readonly counts: Uint32Array;
  readonly offsets: Uint32Array;
  /** Symbols in the order of their codes. */
  readonly symbols: Uint32Array;
  /** For the first bits of a short code: its symbol and length, or 0. */
  readonly short: Uint32Array;
}

const LONGEST_CODE = 30;
/** Codes of up to so many bits are found by one look in a table. */
const SHORT = 12;
const LENGTH_BITS = 5;

/** Lengths of the shortest prefix code for symbols that occur that often (Huffman); 0 for a symbol that never does. */
export function codeLengths(counts: ArrayLike<number>): Uint8Array {
  const used = Array.from(counts, (count, symbol) => ({ count, symbol })).filter(({ count }) => count > 0);
  const lengths = new Uint8Array(counts.length);
  if (used.length === 1) lengths[(used[0] as { symbol: number }).symbol] = 1;
  if (used.length < 2) return lengths;
  used.sort((a, b) => a.count - b.count || a.symbol - b.symbol);
  depths(used.map(({ count }) => count)).forEach((depth, i) => {
    lengths[(used[i] as { symbol: number }).symbol] = depth;
  });
  // only an astronomically uneven text gets longer codes; then rare symbols are treated as if they were less rare
  if (lengths.some((length) => length > LONGEST_CODE))
    return codeLengths(Array.from(counts, (count) => (count > 0 ? Math.ceil(count / 2) + 1 : 0)));
  return lengths;
}

/** Depth of each leaf in the tree that joins the two rarest again and again; counts ascend. */
function depths(counts: readonly number[]): number[] {
  const leaves = counts.length;
  const weight = [...counts];
  const parent: number[] = [];
  let leaf = 0;
  let joint = leaves;
  const rarest = (): number => {
    const takeLeaf = leaf < leaves && (joint >= weight.length || (weight[leaf] as number) <= (weight[joint] as number));
    return takeLeaf ? leaf++ : joint++;
  };
  while (weight.length < leaves * 2 - 1) {
    const [a, b] = [rarest(), rarest()];
    parent[a] = weight.length;
    parent[b] = weight.length;
    weight.push((weight[a] as number) + (weight[b] as number));
  }
  const depth: number[] = [];
  depth[weight.length - 1] = 0;
  for (let node = weight.length - 2; node >= 0; node--) depth[node] = (depth[parent[node] as number] as number) + 1;
  return depth.slice(0, leaves);
}

/** The codes that belong to the lengths. */
export function canonicalCodes(lengths: Uint8Array): Codes {
  const counts = new Uint32Array(LONGEST_CODE + 2);
  for (const length of lengths) if (length > 0) counts[length] = (counts[length] as number) + 1;
  const first = new Uint32Array(LONGEST_CODE + 2);
  const offsets = new Uint32Array(LONGEST_CODE + 2);
  for (let length = 1; length <= LONGEST_CODE + 1; length++) {
    first[length] = ((first[length - 1] as number) + (counts[length - 1] as number)) * 2;
    offsets[length] = (offsets[length - 1] as number) + (counts[length - 1] as number);
  }
  const codes = new Uint32Array(lengths.length);
  const symbols = new Uint32Array((offsets[LONGEST_CODE + 1] as number) + (counts[LONGEST_CODE + 1] as number));
  const next = first.slice();
  lengths.forEach((length, symbol) => {
    if (length === 0) return;
    const code = next[length] as number;
    next[length] = code + 1;
    codes[symbol] = code;
    symbols[(offsets[length] as number) + code - (first[length] as number)] = symbol;
  });
  return { codes, lengths, first, counts, offsets, symbols, short: shortCodes(codes, lengths) };
}

function shortCodes(codes: Uint32Array, lengths: Uint8Array): Uint32Array {
  const short = new Uint32Array(2 ** SHORT);
  lengths.forEach((length, symbol) => {
    if (length === 0 || length > SHORT) return;
    const start = (codes[symbol] as number) << (SHORT - length);
    short.fill((symbol << LENGTH_BITS) | length, start, start + 2 ** (SHORT - length));
  });
  return short;
}

export const writeSymbol = (row: BitRow, { codes, lengths }: Codes, symbol: number): void =>
  writeBits(row, codes[symbol] as number, lengths[symbol] as number);

/** @throws RangeError for bits that are no code, or past the end */
export function readSymbol(cursor: BitCursor, { first, counts, offsets, symbols, short }: Codes): number {
  const found = short[peekBits(cursor, SHORT)] as number;
  if (found !== 0) {
    readBits(cursor, found & (2 ** LENGTH_BITS - 1));
    return found >>> LENGTH_BITS;
  }
  let code = 0;
  for (let length = 1; length <= LONGEST_CODE; length++) {
    code = code * 2 + readBits(cursor, 1);
    const index = code - (first[length] as number);
    if (index >= 0 && index < (counts[length] as number)) return symbols[(offsets[length] as number) + index] as number;
  }
  throw new RangeError('not a code');
}
