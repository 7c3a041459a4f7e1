import { expect, test } from 'vitest';
import { findTypes } from '../../scraper/extract/types.ts';

const types = (text: string) => findTypes(text).map(({ value }) => value);

test.each<[string, string[]]>([
  ['开展了常规巡视', ['常规']],
  ['沿用“常规巡”和“提级巡”两种方式', ['常规', '提级']],
  ['巡视“回头看”和专项巡视发现的问题', ['专项', '回头看']],
  ['把“巡审联动”当作共同的政治任务', ['联动']],
  ['采取常规巡视与上下联动相结合的方式', ['常规', '联动']],
  ['还有4家单位接受“回头看”', ['回头看']],
  ['对部分企业的下属公司实行上下联动', ['联动']],
  ['适时组织“回头看”，巩固整改成果', []],
  ['专项整治和专项检查', []],
  ['同时对示例林业集团党委整改情况开展“回头看”', ['回头看']],
])('%s', (text, expected) => {
  expect(types(text).toSorted()).toEqual(expected.toSorted());
});
