import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPAIRS, repair } from '../../scraper/repair/index.ts';
import { pageFurniture } from '../../scraper/repair/page-furniture.ts';
import { chineseScript } from '../../scraper/repair/script.ts';
import { repairLabel } from '../../src/views/labels.ts';

describe('repair', () => {
  it('names and counts what it changed, in the order of the repairs', () => {
    const { text, applied } = repair('產(chǎn)業(yè)集團(tuán)制定6 3项&ldquo;措施&rdquo;');
    expect(text).toBe('产业集团制定63项“措施”');
    expect(applied).toEqual([
      { name: 'entities', count: 2 },
      { name: 'pinyin-annotations', count: 3 },
      { name: 'traditional', count: 2 },
      { name: 'spaced-numbers', count: 1 },
    ]);
  });

  it('leads every span back to the raw text', () => {
    const raw = '根據(jù)中央統(tǒng)一部署，制定6 3项措施';
    const { text, toOriginalSpan } = repair(raw);
    const start = text.indexOf('63项');
    const span = toOriginalSpan(start, start + 3);
    expect(raw.slice(span.start, span.end)).toBe('6 3项');
    const word = toOriginalSpan(text.indexOf('统一'), text.indexOf('统一') + 2);
    expect(raw.slice(word.start, word.end)).toBe('統(tǒng)一');
  });

  it('leaves and reports what can be read in two ways', () => {
    const { text, doubts } = repair('2022111日開會');
    expect(text).toBe('2022111日开会');
    expect(doubts).toEqual([
      { repair: 'lost-date-parts', start: 0, end: 8, quote: '2022111日', readings: ['2022年1月11日', '2022年11月1日'] },
    ]);
  });

  it('takes any text', () => {
    expect(repair('')).toMatchObject({ text: '', applied: [], doubts: [] });
    expect(repair('\u0000\ud800').text).toBe('\ud800');
  });
});

describe('every repair', () => {
  it.each([...REPAIRS, pageFurniture])('$name has a name for readers in both languages', ({ name }) => {
    expect(repairLabel(name, 'zh')).not.toBe(name);
    expect(repairLabel(name, 'en')).not.toBe(name);
  });
});

const SEED = join(import.meta.dirname, '../../../shared/seeds/001_0887cf02ffef6267.txt');

describe.skipIf(!existsSync(SEED))('the damaged seed 001 (skipped where ../shared/seeds is missing)', () => {
  const raw = existsSync(SEED) ? readFileSync(SEED, 'utf8') : '';
  const { text, applied, toOriginal } = repair(raw);
  const { simplified } = chineseScript();
  /** In this text 著 is the particle throughout. */
  const simplifiedForm = (character: string): string =>
    character === '著' ? '着' : String.fromCharCode(simplified[character.charCodeAt(0)] || character.charCodeAt(0));

  it('has no bracketed pinyin and no Traditional character left', () => {
    expect(text).not.toMatch(/[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,7} ?[)）]/);
    expect([...text].filter((character) => simplified[character.charCodeAt(0)] !== 0)).toEqual([]);
    expect(text).toContain('中共中国电子信息产业集团有限公司党组关于二十届中央第一轮巡视整改进展情况的通报');
    expect(text).toContain('着力破解影响和制约企业高质量发展的深层次问题');
    expect(text).toContain('公开期限:2024年7月8日至7月26日(15个工作日)。');
  });

  it('has nothing else changed', () => {
    expect(applied.map(({ name }) => name)).toEqual(['pinyin-annotations', 'traditional']);
    const withoutPinyin = raw.replace(/\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)/g, '');
    expect(text.length).toBe(withoutPinyin.length);
    const changed = new Map<string, Set<string>>();
    Array.from(withoutPinyin).forEach((character, index) => {
      const written = text.charAt(index);
      if (written !== character) changed.set(character, (changed.get(character) ?? new Set()).add(written));
    });
    for (const [character, written] of changed) {
      expect([...written], `${character} is written in one way`).toHaveLength(1);
      expect([...written][0]).toBe(simplifiedForm(character));
    }
  });

  it('leads every character back to the one it came from', () => {
    for (let offset = 0; offset < text.length; offset++) {
      expect(text.charAt(offset)).toBe(simplifiedForm(raw.charAt(toOriginal(offset))));
    }
  });
});
