import type { Enterprise } from '../../src/model/index.ts';
import { isOneOf, type Signs, signsOf } from '../sticky.ts';

/**
 * Enterprises by name: the registered name, its short name, its aliases and former names; names below a known
 * enterprise (中国电信四川公司, 中国邮政集团有限公司湖北省分公司) belong to their own unit, not to the parent.
 */
export interface EnterpriseIndex {
  readonly byName: ReadonlyMap<string, string>;
  /** The names that are looked for in texts, by their first character. */
  readonly byFirst: ReadonlyMap<string, readonly string[]>;
  readonly firsts: Signs;
}

/** Shorter names are plain words in a text. */
const SHORTEST = 3;

/** Half-width brackets become full-width, blanks go; no two enterprises share a folded name. */
export const foldName = (name: string): string => name.replaceAll('(', '（').replaceAll(')', '）').replace(/\s+/gu, '');

/** Short names that are also plain words: they name an enterprise only as a whole name. */
export function indexEnterprises(enterprises: readonly Enterprise[]): EnterpriseIndex {
  const byName = new Map<string, string>();
  for (const { id, name, short, aliases, successor } of enterprises)
    for (const one of [name, short, ...aliases]) {
      if (!one) continue;
      const folded = foldName(one);
      // a predecessor’s own page leads on, but its names stay its own
      if (!byName.has(folded) || !successor) byName.set(folded, id);
    }
  const byFirst = Map.groupBy(
    [...byName.keys()].filter((name) => name.length >= SHORTEST),
    (name) => name.charAt(0),
  );
  return { byName, byFirst, firsts: signsOf([...byFirst.keys()].join('')) };
}

const ENDINGS = [/(?:党组|党委|委员会)$/u, /（中国）$/u, /^中共/u];

/** Id of the enterprise that bears this name, or null. */
export function linkEnterprise(name: string, { byName }: EnterpriseIndex): string | null {
  const folded = ENDINGS.reduce((rest, ending) => rest.replace(ending, ''), foldName(name));
  return byName.get(folded) ?? null;
}

/** How often the leading name must be named more than any other to stand for the enterprise that a text leaves unnamed. */
const LEAD = 2;

/** The registered enterprise that a text names most, with its first mention; null where two compete. */
export function mentionedEnterprise(
  text: string,
  { byName, byFirst, firsts }: EnterpriseIndex,
): { id: string; start: number; end: number } | null {
  const folded = text.replaceAll('(', '（').replaceAll(')', '）');
  const counts = new Map<string, { count: number; start: number; end: number }>();
  for (let at = 0; at < folded.length; at++) {
    if (!isOneOf(firsts, folded, at)) continue;
    for (const name of byFirst.get(folded.charAt(at)) ?? []) {
      if (!folded.startsWith(name, at)) continue;
      const id = byName.get(name) as string;
      const known = counts.get(id);
      if (known) known.count++;
      else counts.set(id, { count: 1, start: at, end: at + name.length });
    }
  }
  const [first, second] = [...counts].sort((a, b) => b[1].count - a[1].count);
  if (!first || (second && first[1].count < second[1].count * LEAD)) return null;
  return { id: first[0], start: first[1].start, end: first[1].end };
}
