import { expect, test } from 'vitest';
import { readPlain } from '../reading.ts';

const unitCount = async (text: string) => (await readPlain(text)).record.inspection.unitCount;

test.each<[string, number | null]>([
  [
    '省委今年第四批巡视安排巡视26个地方和单位，其中常规巡视4个省属单位，专项巡视6个省属单位，13个巡视组将陆续进驻。',
    26,
  ],
  [
    '12个省委巡视组完成对第三批8个省直部门和16个区的进驻。经批准，本轮巡视集中对73个部门和地区开展常规巡视。第三批进驻的24个部门和地区分别为省盐务委、岚江市。',
    73,
  ],
  ['15个巡视组进驻3个中央单位和42家中管企业，开展为期两个半月的常规巡视。', 45],
  ['区委第九轮巡察向5家区属国有企业党组织反馈情况。区委第一巡察组反馈巡察意见。', 5],
  ['省委巡视组进驻岚江能源集团开展巡视。', null],
])('%s', async (text, expected) => {
  expect(await unitCount(text)).toBe(expected);
});
