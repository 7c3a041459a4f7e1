import type { EnterpriseNames } from '../names-shape.ts';

export interface Suggestion {
  readonly id: string;
  /** The registered name. */
  readonly name: string;
  /** The name that fits what was typed, where it is another one. */
  readonly by: string | null;
}

/**
 * Enterprises whose name, short name or former name fits what was typed: as Chinese, as pinyin (`zhongguodianx`),
 * or as initials (`zgdx`). Those that begin with it come first, then the shorter names.
 */
export function suggestNames(names: readonly EnterpriseNames[], typed: string, limit: number): Suggestion[] {
  const wanted = typed.toLowerCase().replace(/[\s']+/g, '');
  if (wanted.length < 2) return [];
  const found = names.flatMap(({ id, names: all, pinyin }) => {
    const ranked = all
      .map((name, i) => ({ name, rank: rankOf(name.toLowerCase(), (pinyin[i] ?? '').split(' '), wanted) }))
      .filter(({ rank }) => rank > 0)
      .sort((a, b) => b.rank - a.rank || a.name.length - b.name.length);
    const [best] = ranked;
    return best
      ? [
          {
            id,
            name: all[0] ?? id,
            by: best.name === all[0] ? null : best.name,
            rank: best.rank,
            length: best.name.length,
          },
        ]
      : [];
  });
  return found
    .sort((a, b) => b.rank - a.rank || a.length - b.length || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map(({ id, name, by }) => ({ id, name, by }));
}

/** 0 where it does not fit; more the better it does. */
function rankOf(name: string, syllables: readonly string[], wanted: string): number {
  if (name === wanted) return 6;
  if (name.startsWith(wanted)) return 5;
  if (name.includes(wanted)) return 4;
  if (!/^[a-z]+$/.test(wanted)) return 0;
  if (
    syllables
      .map((syllable) => syllable.charAt(0))
      .join('')
      .startsWith(wanted)
  )
    return 3;
  if (fitsPinyin(syllables, wanted, 0)) return 2;
  return syllables.some((_, from) => from > 0 && fitsPinyin(syllables, wanted, from)) && wanted.length > 3 ? 1 : 0;
}

/** Whether the typed letters run through whole syllables from one on, the last of them perhaps unfinished. */
function fitsPinyin(syllables: readonly string[], wanted: string, from: number): boolean {
  let rest = wanted;
  for (let i = from; i < syllables.length; i++) {
    const syllable = syllables[i] as string;
    if (syllable.startsWith(rest)) return true;
    if (!rest.startsWith(syllable)) return false;
    rest = rest.slice(syllable.length);
  }
  return false;
}
