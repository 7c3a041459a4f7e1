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
