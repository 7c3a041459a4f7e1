import type { Enterprise } from '../../src/model/index.ts';

/**
 * Enterprises by name: the registered name, its short name, its aliases and former names; names below a known
 * enterprise (中国电信四川公司, 中国邮政集团有限公司湖北省分公司) belong to their own unit, not to the parent.
 */
export interface EnterpriseIndex {
  readonly byName: ReadonlyMap<string, string>;
}

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
  return { byName };
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
  { byName }: EnterpriseIndex,
): { id: string; start: number; end: number } | null {
  const folded = text.replaceAll('(', '（').replaceAll(')', '）');
  const counts = new Map<string, { count: number; start: number; end: number }>();
  for (const [name, id] of byName) {
    if (name.length < 3) continue;
    for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + name.length)) {
      const known = counts.get(id);
      if (!known) counts.set(id, { count: 1, start: at, end: at + name.length });
      else counts.set(id, { ...known, count: known.count + 1 });
    }
  }
  const [first, second] = [...counts].sort((a, b) => b[1].count - a[1].count);
  if (!first || (second && first[1].count < second[1].count * LEAD)) return null;
  return { id: first[0], start: first[1].start, end: first[1].end };
}
