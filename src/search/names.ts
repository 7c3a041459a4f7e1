import { pinyin } from 'pinyin-pro';
import type { Enterprise } from '../model/index.ts';
import type { EnterpriseNames } from './names-shape.ts';

/** All names of each enterprise with their pinyin, for finding and completing it. */
export const enterpriseNames = (enterprises: Iterable<Enterprise>): EnterpriseNames[] =>
  Array.from(enterprises, ({ id, name, short, aliases }) => {
    const names = [...new Set([name, ...(short ? [short] : []), ...aliases])];
    return { id, names, pinyin: names.map(syllables) };
  });

/** `中国电信` → `zhong guo dian xin`; what is no Chinese character stays. */
const syllables = (name: string): string =>
  pinyin(name, { toneType: 'none', type: 'array', v: true }).join(' ').toLowerCase();
