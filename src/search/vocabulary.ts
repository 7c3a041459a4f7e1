import { distinctUnits } from './alphabet.ts';
import { codeLengths } from './codes.ts';

/**
 * The expressions that texts are written with, for packing them. A notice of 8,000 characters packs to two thirds of
 * what deflate makes of it, because the expressions are shared by all notices and need not be sent with each.
 */
export interface Vocabulary {
  /** Every character of the texts, then the longer expressions; each part in ascending order. */
  readonly tokens: readonly string[];
  /** Length of each token’s code. */
  readonly lengths: Uint8Array;
}

const LONGEST_TOKEN = 8;
const SAMPLE_CHARACTERS = 600_000;
const ROUNDS = 3;

/**
 * Chooses up to `size` expressions that save the most bits on a sample of the texts: candidates are the repeated
 * strings; each round packs the sample with what is left and drops what was used least.
 */
export function chooseVocabulary(texts: readonly string[], size: number): Vocabulary {
  const letters = distinctUnits(texts).map((unit) => String.fromCharCode(unit));
  const sample = takeSample(texts);
  let counts = candidates(sample, letters, size * 4);
  for (let round = 1; round <= ROUNDS; round++) {
    const tokens = [...letters, ...[...counts.keys()].filter((token) => token.length > 1).sort()];
    const used = countUses(sample, tokens, costsOf(tokens, counts));
    const kept = tokens
      .map((token, i) => ({ token, uses: used[i] as number }))
      .filter(({ token, uses }) => token.length === 1 || uses > 2)
      .sort((a, b) => b.uses - a.uses);
    const limit = round === ROUNDS ? size : size * 2;
    const longer = kept.filter(({ token }) => token.length > 1).slice(0, limit);
    counts = new Map(
      [...kept.filter(({ token }) => token.length === 1), ...longer].map(({ token, uses }) => [token, uses]),
    );
  }
  const tokens = [...letters, ...[...counts.keys()].filter((token) => token.length > 1).sort()];
  return { tokens, lengths: codeLengths(tokens.map((token) => (counts.get(token) ?? 0) + 1)) };
}

/** Whole texts, spread evenly over all. */
function takeSample(texts: readonly string[]): string[] {
  const total = texts.reduce((sum, text) => sum + text.length, 0);
  const step = Math.max(1, total / SAMPLE_CHARACTERS);
  const sample: string[] = [];
  for (let i = 0; i < texts.length; i += step) sample.push(texts[Math.floor(i)] as string);
  return sample;
}

/** Repeated strings of the sample, those first that save the most against writing their characters. */
function candidates(sample: readonly string[], letters: readonly string[], limit: number): Map<string, number> {
  const single = new Map(letters.map((letter) => [letter, 1]));
  let total = letters.length;
  for (const text of sample) {
    total += text.length;
    for (const letter of text.split('')) single.set(letter, (single.get(letter) ?? 0) + 1);
  }
  const bits = (count: number): number => Math.log2(total / count);
  const found: { token: string; count: number; saved: number }[] = [];
  let shorter: Map<string, number> = new Map();
  for (let length = 2; length <= LONGEST_TOKEN; length++) {
    const counts = new Map<string, number>();
    for (const text of sample) {
      for (let i = 0; i + length <= text.length; i++) {
        if (length > 2 && !shorter.has(text.slice(i, i + length - 1))) continue;
        const token = text.slice(i, i + length);
        counts.set(token, (counts.get(token) ?? 0) + 1);
      }
    }
    shorter = new Map();
    for (const [token, count] of counts) {
      if (count < 4) continue;
      shorter.set(token, count);
      let alone = 0;
      for (let i = 0; i < token.length; i++) alone += bits(single.get(token.charAt(i)) ?? 1);
      found.push({ token, count, saved: count * (alone - bits(count / 2)) });
    }
  }
  found.sort((a, b) => b.saved - a.saved || (a.token < b.token ? -1 : 1));
  return new Map([...single, ...found.slice(0, limit).map(({ token, count }) => [token, count / 2] as const)]);
}

function costsOf(tokens: readonly string[], counts: ReadonlyMap<string, number>): Float64Array {
  const total = [...counts.values()].reduce((sum, count) => sum + count + 1, 0);
  return Float64Array.from(tokens, (token) => Math.log2(total / ((counts.get(token) ?? 0) + 1)));
}

function countUses(sample: readonly string[], tokens: readonly string[], costs: Float64Array): Uint32Array {
  const split = makeSplitter(tokens, costs);
  const used = new Uint32Array(tokens.length);
  for (const text of sample) for (const token of split(text)) used[token] = (used[token] as number) + 1;
  return used;
}

/**
 * A function that splits a text into the numbers of the tokens that cost the least in all.
 * Every character of the text must be a token.
 */
export function makeSplitter(tokens: readonly string[], costs: ArrayLike<number>): (text: string) => Uint32Array {
  const tree = makeTree(tokens);
  return (text) => {
    const best = new Float64Array(text.length + 1).fill(Number.POSITIVE_INFINITY);
    const last = new Uint32Array(text.length + 1);
    best[0] = 0;
    for (let i = 0; i < text.length; i++) {
      const base = best[i] as number;
      let node = 0;
      for (let end = i; end < text.length; end++) {
        node = tree.step(node, text.charCodeAt(end));
        if (node < 0) break;
        const token = tree.tokenAt[node] as number;
        if (token === 0) continue;
        const cost = base + (costs[token - 1] as number);
        if (cost >= (best[end + 1] as number)) continue;
        best[end + 1] = cost;
        last[end + 1] = token;
      }
    }
    const split: number[] = [];
    for (let end = text.length; end > 0; ) {
      const token = (last[end] as number) - 1;
      split.push(token);
      end -= (tokens[token] as string).length;
    }
    return Uint32Array.from(split.reverse());
  };
}

interface Tree {
  /** Node below a node by the next unit; -1 where there is none. */
  readonly step: (node: number, unit: number) => number;
  /** 1 + number of the token that ends at a node, or 0. */
  readonly tokenAt: number[];
}

/** All tokens as a tree of units, kept in one open hash table: the inner loop of packing. */
function makeTree(tokens: readonly string[]): Tree {
  const nodes = tokens.reduce((sum, token) => sum + token.length, 1);
  const mask = 2 ** Math.ceil(Math.log2(nodes * 3)) - 1;
  const keys = new Float64Array(mask + 1).fill(-1);
  const targets = new Int32Array(mask + 1);
  const tokenAt: number[] = [0];
  const slotOf = (node: number, unit: number): number => {
    const key = node * 0x10000 + unit;
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 7;
    for (slot &= mask; keys[slot] !== -1 && keys[slot] !== key; slot = (slot + 1) & mask);
    return slot;
  };
  tokens.forEach((token, number) => {
    let node = 0;
    for (let i = 0; i < token.length; i++) {
      const slot = slotOf(node, token.charCodeAt(i));
      if (keys[slot] === -1) {
        keys[slot] = node * 0x10000 + token.charCodeAt(i);
        targets[slot] = tokenAt.length;
        tokenAt.push(0);
      }
      node = targets[slot] as number;
    }
    tokenAt[node] = number + 1;
  });
  const step = (node: number, unit: number): number => {
    const slot = slotOf(node, unit);
    return keys[slot] === -1 ? -1 : (targets[slot] as number);
  };
  return { step, tokenAt };
}
