import { expect, test } from 'vitest';
import { readPlain } from '../reading.ts';

const ACCOUNT = `示例集团有限公司党委关于巡视整改情况的通报
省委第三巡视组对示例集团党委开展了巡视。现将整改情况公布如下。
${Array.from({ length: 20 }, (_, i) => `${i + 1}.针对第${i + 1}个问题，修订了管理办法。`).join('\n')}`;

const signatureOf = async (end: string) => {
  const { signer, signedDate } = (await readPlain(`${ACCOUNT}\n${end}`)).record.publication;
  return [signer, signedDate];
};

test('the last lines hold signer and date', async () => {
  expect(await signatureOf('示例集团有限公司党委\n2023年12月28日')).toEqual(['示例集团有限公司党委', '2023-12-28']);
});

test('annexes after the signature may be long', async () => {
  const rows = Array.from({ length: 14 }, (_, i) => `第${i + 1}项\t${i + 3}\t份`).join('\n');
  expect(await signatureOf(`示例集团有限公司党委\n2023年12月28日\n附件1：联系方式\n附件2：数据一览\n${rows}`)).toEqual([
    '示例集团有限公司党委',
    '2023-12-28',
  ]);
});
