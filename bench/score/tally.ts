/** Right, too much, missing – of one field in one document – with what was missed, for reading. */
export interface Tally {
  readonly document: string;
  readonly field: string;
  readonly right: number;
  readonly extra: number;
  readonly missing: number;
  readonly notes: readonly string[];
}

const key = (value: unknown): string =>
  typeof value === 'string' ? value.normalize('NFKC').replace(/\s+/gu, '') : JSON.stringify(value);

/** Two lists as multisets. */
export function compareLists(
  document: string,
  field: string,
  wanted: readonly unknown[],
  found: readonly unknown[],
): Tally {
  const left = new Map<string, number>();
  for (const value of wanted) left.set(key(value), (left.get(key(value)) ?? 0) + 1);
  const extra: unknown[] = [];
  let right = 0;
  for (const value of found) {
    const count = left.get(key(value)) ?? 0;
    if (count > 0) {
      left.set(key(value), count - 1);
      right++;
    } else extra.push(value);
  }
  const missing = [...left].flatMap(([value, count]) => Array<string>(count).fill(value));
  return {
    document,
    field,
    right,
    extra: extra.length,
    missing: missing.length,
    notes: [...missing.map((value) => `missing ${value}`), ...extra.map((value) => `extra ${key(value)}`)],
  };
}

/** One value that may be absent on either side. */
export const compareValue = (document: string, field: string, wanted: unknown, found: unknown): Tally =>
  compareLists(
    document,
    field,
    wanted === null || wanted === undefined ? [] : [wanted],
    found === null || found === undefined ? [] : [found],
  );

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly right: number;
  readonly extra: number;
  readonly missing: number;
}

export function scoreOf(tallies: readonly Tally[]): Score {
  const sum = (pick: (tally: Tally) => number) => tallies.reduce((total, tally) => total + pick(tally), 0);
  const [right, extra, missing] = [sum((one) => one.right), sum((one) => one.extra), sum((one) => one.missing)];
  const precision = right + extra === 0 ? 1 : right / (right + extra);
  const recall = right + missing === 0 ? 1 : right / (right + missing);
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    right,
    extra,
    missing,
  };
}

/** F1 of the 4-grams of two texts, after NFKC and without white space. */
export function gramScore(document: string, wanted: string, found: string): Tally {
  const grams = (text: string): Map<string, number> => {
    const plain = text.normalize('NFKC').replace(/\s+/gu, '');
    const counts = new Map<string, number>();
    for (let i = 0; i + 4 <= plain.length; i++)
      counts.set(plain.slice(i, i + 4), (counts.get(plain.slice(i, i + 4)) ?? 0) + 1);
    return counts;
  };
  const [a, b] = [grams(wanted), grams(found)];
  let right = 0;
  for (const [gram, count] of a) right += Math.min(count, b.get(gram) ?? 0);
  const total = (counts: Map<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  return { document, field: 'text (4-grams)', right, extra: total(b) - right, missing: total(a) - right, notes: [] };
}
