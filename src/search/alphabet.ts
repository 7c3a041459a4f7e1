import type { Folding } from './terms.ts';

/** The letters that folded texts are written with. */
export interface Alphabet {
  readonly size: number;
  /** Unit of each letter, ascending; a letter’s number is its place here, from 1. */
  readonly units: Uint16Array;
  /** Number of each unit; 0 for one that is no letter. */
  readonly numberOf: Uint16Array;
}

/** Distinct UTF-16 units of some texts, ascending. */
export function distinctUnits(texts: Iterable<string>): number[] {
  const seen = new Uint8Array(0x10000);
  for (const text of texts) for (let i = 0; i < text.length; i++) seen[text.charCodeAt(i)] = 1;
  return [...seen.keys()].filter((unit) => seen[unit] === 1);
}

/** The alphabet of texts that are written with these units before folding; a line break is no letter. */
export function foldedAlphabet(units: Iterable<number>, folding: Folding): Alphabet {
  const folded = new Set<number>();
  for (const unit of units) folded.add(folding[unit] as number);
  folded.delete(0);
  folded.delete(0x0a);
  const letters = Uint16Array.from([...folded].sort((a, b) => a - b));
  const numberOf = new Uint16Array(0x10000);
  letters.forEach((unit, index) => {
    numberOf[unit] = index + 1;
  });
  return { size: letters.length, units: letters, numberOf };
}
