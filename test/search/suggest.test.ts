import { expect, it } from 'vitest';
import { suggestNames } from '../../src/search/browser/suggest.ts';
import { enterpriseNames } from '../../src/search/names.ts';

const enterprise = (id: string, name: string, short?: string, aliases: string[] = []) => ({
  id,
  name,
  ...(short ? { short } : {}),
  aliases,
  supervisor: 'central-sasac',
  sector: 'energy',
  verified: true,
  source: 'knowledge',
});
const names = enterpriseNames([
  enterprise('china-telecom', '中国电信集团有限公司', '中国电信'),
  enterprise('chn-energy', '国家能源投资集团有限责任公司', '国家能源集团', ['神华集团有限责任公司', '神华集团']),
  enterprise('cec', '中国电子信息产业集团有限公司', '中国电子'),
]);
const ids = (typed: string): string[] => suggestNames(names, typed, 5).map(({ id }) => id);

it.each<[string, string[]]>([
  ['中国电信', ['china-telecom']],
  ['zgdx', ['china-telecom']],
  ['zhongguodianx', ['china-telecom']],
  ['ZhongGuo DianZi', ['cec']],
  ['神华', ['chn-energy']],
  ['shenhua', ['chn-energy']],
  ['dianxin', ['china-telecom']],
  ['x', []],
  ['<b>', []],
])('%s', (typed, expected) => expect(ids(typed)).toEqual(expected));

it('says by which other name an enterprise was found', () => {
  expect(suggestNames(names, '神华', 5)[0]).toEqual({
    id: 'chn-energy',
    name: '国家能源投资集团有限责任公司',
    by: '神华集团',
  });
});
