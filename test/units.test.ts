import { describe, expect, test } from 'vitest';
import { unitAt } from '../scraper/units.ts';

describe('unitAt', () => {
  test.each([
    ['人次', '人次', '人次'],
    ['个百分点', '个百分点', '个百分点'],
    ['百分点', '百分点', '个百分点'],
    ['个月内', '个月', '个月'],
    ['个工作日', '个工作日', '个工作日'],
    ['个小时', '个小时', '小时'],
    ['件次', '件次', '件次'],
    ['％以上', '％', '%'],
    ['港币', '港币', '港元'],
    ['元人民币', '元人民币', '元'],
    ['千焦', '千焦', '千焦'],
    ['kWh', 'kWh', 'kWh'],
  ])('%s starts with %s, the unit %s', (text, form, unit) => {
    expect(unitAt(text, 0)).toMatchObject({ form, unit });
  });

  test.each([
    '分公司',
    '条件',
    '所属',
    '部分',
    '组织',
    '项目',
    '成立',
    '人民',
    '次日',
    '名单',
    '期间',
    '轮岗',
    '点在',
    '日上午',
    'kmx',
    '是',
    '',
  ])('none in %s', (text) => expect(unitAt(text, 0)).toBeNull());
});
