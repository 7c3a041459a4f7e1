import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  LONGEST_PHRASE,
  type ParsedQuery,
  parseQuery,
  type Query,
  type ResolveField,
} from '../../src/search/browser/query.ts';

const resolve: ResolveField = (field, value) =>
  field === 'year' && value === '2023'
    ? [{ number: 4, zh: '2023' }]
    : field === 'enterprise' && value === '中国 电信'
      ? [{ number: 0, zh: '中国电信' }]
      : [];
const parse = (q: string): ParsedQuery => parseQuery(q, resolve);

/** A question written short: strings for phrases. */
function short(query: Query | null): unknown {
  if (query === null) return null;
  switch (query.kind) {
    case 'phrase':
      return query.text;
    case 'near':
      return { near: [query.first.text, query.second.text, query.distance] };
    case 'not':
      return { not: short(query.part) };
    case 'field':
      return { [query.field]: query.values.map(({ number }) => number) };
    default:
      return { [query.kind]: query.parts.map(short) };
  }
}

describe('parseQuery', () => {
  it.each<[string, unknown]>([
    ['小金库', '小金库'],
    ['整改　问责 处分', { and: ['整改', '问责', '处分'] }],
    ['"100 款" 抽查', { and: ['100 款', '抽查'] }],
    ['巡视 -巡察 -"回 头 看"', { and: ['巡视', { not: '巡察' }, { not: '回 头 看' }] }],
    ['甲 OR 乙 OR 丙 丁', { and: [{ or: ['甲', '乙', '丙'] }, '丁'] }],
    ['问责 ~20 处分', { near: ['问责', '处分', 20] }],
    ['问责 ～5 处分 整改', { and: [{ near: ['问责', '处分', 5] }, '整改'] }],
    ['年份：2023 选人用人', { and: [{ year: [4] }, '选人用人'] }],
    ['-year:2023 整改', { and: [{ not: { year: [4] } }, '整改'] }],
    ['enterprise:"中国 电信"', { enterprise: [0] }],
    // whatever is no sign stands for itself
    ['OR', 'OR'],
    ['~20', '~20'],
    ['甲 OR', { and: ['甲', 'OR'] }],
    ['电话：010', '电话：010'],
    ['https://a.cn/b?c=d', 'https://a.cn/b?c=d'],
    ['a"b', 'a"b'],
    ['“一岗双责”', '“一岗双责”'],
    ['-5%', '-5%'],
    ['.*+?^$()|[]{2,}\\', '.*+?^$()|[]{2,}\\'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('%s', (q, expected) => expect(short(parse(q).query)).toEqual(expected));

  it.each<[string, string]>([
    ['', 'empty'],
    [' ', 'empty'],
    ['"" ""', 'empty'],
    ['字'.repeat(LONGEST_PHRASE + 1), 'too-long'],
    ['字 '.repeat(30), 'too-many'],
    ['"小金库', 'unbalanced-quote'],
    ['“小金库”', 'chinese-quotes'],
    ['author:张三', 'unknown-field'],
    ['year:1066', 'unknown-value'],
    ['-整改', 'only-excluded'],
  ])('%j is noted', (q, kind) => expect(parse(q).notes.map((note) => note.kind)).toContain(kind));

  it('law: no input breaks it, and it never takes long', () => {
    const piece = fc.constantFrom(
      '"',
      '-',
      ':',
      '：',
      'OR',
      '~',
      '~9',
      ' ',
      '\u3000',
      '“',
      '”',
      'year',
      '整',
      '<',
      '\n',
      '\0',
      '\ud83d',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 300 }).map((all) => all.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (q) => {
          const { query, notes } = parse(q);
          expect(query !== null || notes.length > 0).toBe(true);
        },
      ),
    );
    const start = performance.now();
    for (const q of ['"'.repeat(2000), 'a:'.repeat(1000), '-'.repeat(2000), ' '.repeat(2000), '整'.repeat(2000)])
      parse(q);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
