import { expect, test } from 'vitest';
import { findContacts } from '../../scraper/extract/contacts.ts';

const BODY = '整改情况。\n'.repeat(20);
const read = (line: string) => {
  const { phones, emails, postal, postcode, hours } = findContacts(`${BODY}${line}`);
  return {
    phones: phones.map(({ value }) => value),
    emails: emails.map(({ value }) => value),
    postal: postal?.value ?? null,
    postcode: postcode?.value ?? null,
    hours: hours?.value ?? null,
  };
};

test('several phones share the area code of the first', () => {
  expect(
    read('联系方式：电话010-66293348、66293349（工作日8:30至17:00）；邮政编码100033；电子邮箱zgdw@minling.example')
      .phones,
  ).toEqual(['010-66293348', '010-66293349']);
});

test('address, postcode, mail and hours', () => {
  expect(
    read(
      '监督方式：电话：(0536)3270188（工作日上午8:30—12:00）；邮寄地址：青禾市泰和路199号党委办公室，邮编：262500；邮箱：a_b@qhrcb.example。',
    ),
  ).toEqual({
    phones: ['0536-3270188'],
    emails: ['a_b@qhrcb.example'],
    postal: '青禾市泰和路199号党委办公室',
    postcode: '262500',
    hours: '工作日上午8:30—12:00',
  });
});

test('where letters go, and when somebody answers', () => {
  expect(read('信函请寄：岚江市示例大道88号示例集团纪委（邮编450000）；')).toMatchObject({
    postal: '岚江市示例大道88号示例集团纪委',
    postcode: '450000',
  });
  expect(read('电话：010-55551234\n受理时间：工作日8:30—12:00，13:30—17:00')).toMatchObject({
    hours: '工作日8:30—12:00，13:30—17:00',
  });
  expect(read('联系电话：010-55551234（工作时间9:00—17:00）')).toMatchObject({ hours: '9:00—17:00' });
});

test('the office that letters go to, and a postcode in a line of its own', () => {
  expect(
    read('邮寄地址：岚江市桑园路66号示例大厦1103室，集团党群工作部（信封注明“意见”）\n邮政编码：327066'),
  ).toMatchObject({ postal: '岚江市桑园路66号示例大厦1103室，集团党群工作部', postcode: '327066' });
  expect(read('邮寄地址：岚江市桑园路66号示例大厦1103室，联系集团党群工作部')).toMatchObject({
    postal: '岚江市桑园路66号示例大厦1103室',
  });
});

test.each(['全年受理来电66293348件。', '传真：010-66290001', ''])('no contact: %s', (line) => {
  expect(read(line).phones).toEqual([]);
});

test.each([
  ['电话：0791-5572036（受理时间：工作日上午9:00—11:30，下午14:30—17:00）；', '工作日上午9:00—11:30，下午14:30—17:00'],
  ['电话0791-5583377（工作时间：周一至周五8:30—12:00，13:30—17:30）；', '周一至周五8:30—12:00，13:30—17:30'],
])('hours with their label in brackets: %s', (text, hours) => {
  expect(read(text).hours).toBe(hours);
});

test('a letter box through which opinions are collected is no address', () => {
  expect(read('通过意见箱、总经理信箱收集意见建议158条，逐条答复。').postal).toBeNull();
});

test('who receives is no part of the address', () => {
  expect(read('通信地址：示例省示例市建设大道118号示例集团有限公司党组办公室（收）').postal).toBe(
    '示例省示例市建设大道118号示例集团有限公司党组办公室',
  );
});

test('hours of every day in brackets', () => {
  expect(read('可以拨打监督电话0786-5554102（每天8:00—20:00）').hours).toBe('每天8:00—20:00');
});

test('hours over noon, and no address in words that only name a box', () => {
  expect(read('受理电话的时间为工作日上午8:30-12:00，下午2:30-5:30，受理信访时间截止到2026年1月5日').hours).toBe(
    '工作日上午8:30-12:00，下午2:30-5:30',
  );
  expect(read('设有邮政信箱、电子信箱和“码上巡”举报平台，受理来信来电。').postal).toBeNull();
});

test('a letter’s address and its postcode without a label, and hours of work', () => {
  const { postal, postcode, hours } = read(
    '意见反馈方式：1.电话：0551-62345678，工作时间：8:30-12:00，14:30-17:30；2.信函：示例市长江路100号示例集团党委办公室收，230001。',
  );
  expect([postal, postcode, hours]).toEqual([
    '示例市长江路100号示例集团党委办公室收',
    '230001',
    '8:30-12:00，14:30-17:30',
  ]);
});
