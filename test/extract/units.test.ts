import { expect, test } from 'vitest';
import { findFullNames, fullerName } from '../../scraper/extract/full-names.ts';
import { findUnits } from '../../scraper/extract/units.ts';

const names = (text: string) => findUnits(text).map(({ value }) => value);

test.each<[string, string[]]>([
  ['对中国示例集团有限公司党组开展了常规巡视', ['中国示例集团有限公司']],
  ['进驻投资公司、供应链公司、财务公司等3家企业党组织，开展常规巡视', ['投资公司', '供应链公司', '财务公司']],
  [
    '向远川能源集团有限公司、岭南（集团）有限责任公司等2家企业党委反馈了巡视情况',
    ['远川能源集团有限公司', '岭南（集团）有限责任公司'],
  ],
  [
    '巡视的对象已经确定：甲烟草专卖局、乙集团有限公司等31家单位党委接受常规巡视；丙铁路局党组接受巡视“回头看”',
    ['甲烟草专卖局', '乙集团有限公司', '丙铁路局'],
  ],
  ['对象是中铝环保、中州铝业、西北铝等10家单位党组织', ['中铝环保', '中州铝业', '西北铝']],
  [
    '分别巡察市粮食局、市旅游度假区管委会（含福州示例开发有限责任公司）、市土地发展中心等3家单位',
    ['市粮食局', '市旅游度假区管委会', '福州示例开发有限责任公司', '市土地发展中心'],
  ],
  ['把巡察意见反馈给相城交投集团党委，党委书记表态', ['相城交投集团']],
  ['被巡察单位二公司、华南公司要提供必要条件', ['二公司', '华南公司']],
])('%s', (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test.each(['省委巡视组进驻动员会召开', '进驻期间受理信访', '向党委反馈了意见', '对照问题逐项整改', ''])(
  'no unit: %s',
  (text) => {
    expect(names(text)).toEqual([]);
  },
);

test('a short name finds its registered name in the same text', () => {
  const text = '组长在鲁西集团开动员会，书记代表鲁西集团有限公司党委表态。';
  const [short] = findUnits('市委第二巡察组在鲁西集团总部开动员会');
  expect(short && fullerName(short, findFullNames(text)).value).toBe('鲁西集团有限公司');
});
