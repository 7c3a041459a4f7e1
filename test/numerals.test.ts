import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNumerals, readNumeral } from '../scraper/numerals.ts';

const shown = (text: string): string[] =>
  findNumerals(text).map(
    ({ start, end, value, min, approx }) =>
      `${text.slice(start, end)}=${min === undefined ? '' : `${min}..`}${value}${approx ? '~' : ''}`,
  );

describe('readNumeral', () => {
  test.each<[string, number]>([
    ['185', 185],
    ['１８５', 185],
    ['1,306', 1306],
    ['1，306', 1306],
    ['12,400.5', 12400.5],
    ['97.2', 97.2],
    ['1.2万', 12000],
    ['3千', 3000],
    ['5百万', 5e6],
    ['2.13亿', 213000000],
    ['1.5万亿', 1.5e12],
    ['1亿2千万', 120000000],
    ['3万5千', 35000],
    ['零', 0],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['廿五', 25],
    ['卅', 30],
    ['两百', 200],
    ['一百零五', 105],
    ['一百五', 150],
    ['一百五十', 150],
    ['一百一十', 110],
    ['三千五', 3500],
    ['三千零五', 3005],
    ['三千零五十', 3050],
    ['一万二', 12000],
    ['一万二千三百四十五', 12345],
    ['一万零五', 10005],
    ['两亿三千万', 230000000],
    ['十二亿三千四百五十六万七千八百九十', 1234567890],
    ['三十八', 38],
    ['二〇二二', 2022],
    ['三点五', 3.5],
    ['三点五亿', 350000000],
    ['百分之九十六点七', 0.967],
    ['百分之百', 1],
    ['千分之三', 0.003],
    ['四分之三', 0.75],
  ])('%s is %d', (raw, value) => expect(readNumeral(raw)).toBe(value));

  test.each([
    '',
    '项',
    '12项',
    '200多',
    '三五',
    '2至3',
    '十十',
    '亿亿',
    '百',
    '第三',
    '0123',
    '1.1.1',
    '1234567890123456',
    '五一',
    '几十',
  ])('%s is no single numeral', (raw) => expect(readNumeral(raw)).toBeNull());
});

describe('findNumerals', () => {
  test.each<[string, string[]]>([
    ['制定185项整改措施', ['185=185']],
    ['两百项', ['两百=200']],
    ['两三个', ['两三=2..3~']],
    ['三五个人', ['三五=3..5~']],
    ['七八十人', ['七八十=70..80~']],
    ['十七八家', ['十七八=17..18~']],
    ['两三百户', ['两三百=200..300~']],
    ['每人包保2至3项', ['2至3=2..3']],
    ['共3—5家', ['3—5=3..5']],
    ['约3~5亿元', ['3~5亿=300000000..500000000~']],
    ['三到五年', ['三到五=3..5']],
    ['十几个', ['十几=10~']],
    ['十余项', ['十余=10~']],
    ['近百人次', ['百=100~']],
    ['上百家', ['百=100~']],
    ['千余份', ['千余=1000~']],
    ['4000余万元', ['4000余万=40000000~']],
    ['三百余万元', ['三百余万=3000000~']],
    ['二十多亿元', ['二十多亿=2000000000~']],
    ['两周5次', ['两=2', '5=5']],
    ['200多万户', ['200多万=2000000~']],
    ['发现问题200多个', ['200多=200~']],
    ['二十来个', ['二十来=20~']],
    ['约260人', ['260=260~']],
    ['节约260万元', ['260万=2600000']],
    ['履约3起', ['3=3']],
    ['近6个百分点', ['6=6~']],
    ['近三年来', ['三=3']],
    ['历时近三年', ['三=3~']],
    ['比例达到百分之九十六点七', ['百分之九十六点七=96.7']],
    ['三分之二', ['三分之二=0.6666666666666666']],
    ['其余24件', ['24=24']],
    ['总数十五项', ['十五=15']],
    ['502千焦、412亿千瓦时、500千克、五百千瓦', ['502=502', '412亿=41200000000', '500=500', '五百=500']],
    ['问责2起5人', ['2=2', '5=5']],
    ['两家子公司、六家企业、三个方面', ['两=2', '六=6', '三=3']],
    ['3万5千元，一亿二千万元', ['3万5千=35000', '一亿二千万=120000000']],
    ['\n2.5家单位', ['5=5']],
    ['提高2.5倍', ['2.5=2.5']],
    ['1.2015年一季度3家', ['3=3']],
  ])('%s', (text, expected) => expect(shown(text)).toEqual(expected));

  test.each([
    '第三十八、第1批、第六巡视组、第 3 次、第一至第六巡视组、第一、二、三巡视组、第1、2批',
    '十九届、二十大、十八大以来、三中全会、第一议题',
    '一、提高站位\n（一）加强领导\n1.坚决\n2．落实\n(3)整改\n2.1总体目标\n1.1.1监管要求',
    '一是加强。二是完善。三要落实。',
    '〔2018〕62号、62号文、17号、19楼',
    '4G、5G、PPT2、CTNet2025、A1版、04版、G15、COVID-19',
    '电话010-66293348、66293349（工作日8:30至17:00）',
    '邮政编码100033，邮编：262500',
    '工作时间9:00—17:00，8点20分，早8时',
    '2019年3月28日至6月15日、2020-10-26 17:38:48、2022/3/24、2022.3.24、1至8月、15日-19日、2018—2022年、2021-2023年',
    '二〇二二年三月十八日',
    '数十家、几十个、数百人、好几百、若干项、成千上万',
    '“四个意识”“两个维护”“5个100%”“三不放过”“六稳六保”“1+3”方案',
    '八项规定、四风、三重一大、两个责任、四种形态、十四五、一把手、一岗双责、三不放过、七个有之、六稳六保',
    '一些、一定、一致、一起、一批、一系列、进一步、统一、一方面、一律、万一、一旦、十分重视',
    '每一个、新一轮、这一项、另一家、同一个、某一次',
    '二级单位、三级企业、五级分类、二期工程、市委巡察五组、二公司、十二冶',
    '逐项逐条、一企一策、一人一档、一项一项',
    '7·20事件、12345678901、12345678901234567890',
    '周三个别谈话、四届三次职代会、十届四次全会、18年10月',
  ])('finds none in %s', (text) => expect(shown(text)).toEqual([]));
});

const CHINESE_DIGITS = '零一二三四五六七八九';

/** Our own writer for the round trip: one group of four. */
function writeSection(value: number): string {
  let text = '';
  let gap = false;
  for (const [place, unit] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const sign = Math.floor(value / place) % 10;
    if (sign === 0) gap = text !== '';
    else {
      text += `${gap ? '零' : ''}${CHINESE_DIGITS[sign]}${unit}`;
      gap = false;
    }
  }
  return text;
}

function writeChinese(value: number): string {
  const groups = [Math.floor(value / 1e8), Math.floor(value / 1e4) % 1e4, value % 1e4] as const;
  const [hundredMillions, tenThousands, ones] = groups;
  let text = hundredMillions > 0 ? `${writeSection(hundredMillions)}亿` : '';
  if (tenThousands > 0) text += `${text !== '' && tenThousands < 1000 ? '零' : ''}${writeSection(tenThousands)}万`;
  if (ones > 0) text += `${text !== '' && ones < 1000 ? '零' : ''}${writeSection(ones)}`;
  return text === '' ? '零' : text;
}

const whole = fc.oneof(fc.integer({ min: 3, max: 9999 }), fc.integer({ min: 10000, max: 999_999_999_999 }));
const fragment = fc.constantFrom(
  ...[
    '12',
    '三',
    '两',
    '十',
    '百',
    '千',
    '万',
    '亿',
    '余',
    '多',
    '约',
    '近',
    '第',
    '一',
    '是',
    '项',
    '个',
    '家',
    '人次',
    '年',
    '月',
  ],
  ...[
    '日',
    '至',
    '—',
    '-',
    '.',
    ',',
    '，',
    '、',
    '（',
    '）',
    '“',
    '”',
    '\n',
    ' ',
    '%',
    '5',
    '3',
    '2019',
    '点',
    '分之',
    '几',
    '数',
    '上',
    '以上',
  ],
);
const mess = fc.array(fragment, { maxLength: 30 }).map((parts) => parts.join(''));

describe('laws', () => {
  test('a number reads the same however it is written', () => {
    fc.assert(
      fc.property(whole, (value) => {
        const grouped = String(value).replace(/\B(?=(\d{3})+$)/g, ',');
        const full = String(value).replace(/\d/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
        for (const raw of [String(value), grouped, full, writeChinese(value)]) {
          expect(readNumeral(raw)).toBe(value);
          expect(findNumerals(`共制定${raw}项措施`)).toMatchObject([
            { start: 3, end: 3 + raw.length, value, approx: false },
          ]);
        }
      }),
    );
  });

  test('万 and 亿 with decimals', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99999 }),
        fc.constantFrom(['万', 4], ['亿', 8]),
        (hundredths, [sign, power]) => {
          const raw = `${hundredths / 100}${sign}`;
          expect(readNumeral(raw)).toBe(Number(`${hundredths}e${Number(power) - 2}`));
        },
      ),
    );
  });

  test('spans are exact, in order, apart; a second look sees the same; a text in two lines holds what its lines hold', () => {
    fc.assert(
      fc.property(mess, mess, (a, b) => {
        const first = findNumerals(a);
        let edge = 0;
        for (const { start, end, value } of first) {
          expect(start).toBeGreaterThanOrEqual(edge);
          expect(end).toBeGreaterThan(start);
          expect(Number.isFinite(value)).toBe(true);
          edge = end;
        }
        expect(edge).toBeLessThanOrEqual(a.length);
        expect(findNumerals(a)).toEqual(first);
        const shifted = findNumerals(b).map((row) => ({
          ...row,
          start: row.start + a.length + 1,
          end: row.end + a.length + 1,
        }));
        expect(findNumerals(`${a}\n${b}`)).toEqual([...first, ...shifted]);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    '1',
    '1,',
    '1.',
    '一',
    '十',
    '亿',
    '第一、',
    '1-',
    '项',
    '个',
    '1项',
    '一个',
    '数',
    '百分之',
    '近',
    '3至',
    '“一',
  ])('reads 200,000 characters of %s in linear time, with no absurd value', (piece) => {
    const text = piece.repeat(200_000 / piece.length);
    const before = process.cpuUsage();
    for (const { value } of findNumerals(text)) expect(value).toBeLessThan(1e16);
    // processor time, so that a busy machine does not fail it; quadratic time would need minutes
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(3_000);
  });
});
