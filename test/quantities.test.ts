import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuantities } from '../scraper/quantities.ts';

const shown = (text: string): string[] =>
  findQuantities(text).map(
    ({ start, end, value, min, unit, approx }) =>
      `${text.slice(start, end)}=${min === undefined ? '' : `${min}..`}${value} ${unit}${approx ? '~' : ''}`,
  );

describe('findQuantities', () => {
  test.each<[string, string[]]>([
    ['制定185项整改措施', ['185项=185 项']],
    ['共 63 项任务', ['63 项=63 项']],
    ['问责2起5人', ['2起=2 起', '5人=5 人']],
    ['谈话136人次，2名，3件次', ['136人次=136 人次', '2名=2 名', '3件次=3 件次']],
    ['配套制度60余项', ['60余项=60 项~']],
    ['8.7万余份', ['8.7万余份=87000 份~']],
    ['对60多人进行提醒', ['60多人=60 人~']],
    ['满意度90%以上', ['90%以上=90 %~']],
    ['300个左右', ['300个左右=300 个~']],
    ['低了近6个百分点', ['近6个百分点=6 个百分点~']],
    ['提升3.2个百分点，3.2百分点', ['3.2个百分点=3.2 个百分点', '3.2百分点=3.2 个百分点']],
    ['完成率百分之九十六点七', ['百分之九十六点七=96.7 %']],
    ['完成率96.7％', ['96.7％=96.7 %']],
    ['清退436.78万元', ['436.78万元=4367800 元']],
    ['挽回2.13亿元', ['2.13亿元=213000000 元']],
    ['超过30亿元', ['超过30亿元=3000000000 元~']],
    ['500万元以上工程', ['500万元以上=5000000 元~']],
    ['30万元至50万元', ['30万元至50万元=300000..500000 元']],
    ['5%—10%', ['5%—10%=5..10 %']],
    ['由5%至10%', ['5%=5 %', '10%=10 %']],
    ['由5%提高到10%', ['5%=5 %', '10%=10 %']],
    ['500万美元、300港币、2亿欧元', ['500万美元=5000000 美元', '300港币=300 港元', '2亿欧元=200000000 欧元']],
    ['单价500元/吨，每次3元', ['500元/吨=500 元/吨', '3元=3 元']],
    ['12元/一家', ['12元=12 元', '一家=1 家']],
    [
      '15个工作日、15个工作日内、10日内、3个月、6个小时',
      ['15个工作日=15 个工作日', '15个工作日=15 个工作日', '10日=10 日', '3个月=3 个月', '6个小时=6 小时'],
    ],
    [
      '为期两个半月，三年半，一个多月，3年多',
      ['两个半月=2.5 个月', '三年半=3.5 年', '一个多月=1 个月~', '3年多=3 年~'],
    ],
    ['两家子公司、六家企业、三个方面', ['两家=2 家', '六家=6 家', '三个=3 个']],
    ['三四次', ['三四次=3..4 次~']],
    ['包保2至3项', ['2至3项=2..3 项']],
    ['不足5万人次', ['不足5万人次=50000 人次~']],
    ['近百人次', ['近百人次=100 人次~']],
    ['上百家企业', ['上百家=100 家~']],
    ['502千焦、412亿千瓦时、500千克', ['502千焦=502 千焦', '412亿千瓦时=41200000000 千瓦时', '500千克=500 千克']],
    ['45岁以下', ['45岁以下=45 岁~']],
    ['12,400平方米', ['12,400平方米=12400 平方米']],
    ['由8分调增至30分', ['8分=8 分', '30分=30 分']],
    ['提出三点要求', ['三点=3 点']],
    ['平均多出四成，30%-50%，5-10万元', ['四成=4 成', '30%-50%=30..50 %', '5-10万元=50000..100000 元']],
    ['百分之八十以上，三分之二以上', ['百分之八十以上=80 %~']],
    ['占了21席', ['21席=21 席']],
    ['市县两级', ['两级=2 级']],
    ['上下联动5家上下联动', ['5家=5 家']],
    ['制定了12个半年计划', ['12个=12 个']],
  ])('%s', (text, expected) => expect(shown(text)).toEqual(expected));

  test.each([
    '30分公司、12分别、3条件、5场所、13所有',
    '第三十八项、第1批、二级单位、三中全会、十四五期间',
    '2019年3月28日、8点20分、9:00—17:00',
    '数十家、几十个、若干项',
    '“三个精准”“5个100%”',
    '一些 一批 一系列 一起 一次性',
    '10\n个',
    '34\t46\t44',
  ])('finds none in %s', (text) => expect(shown(text)).toEqual([]));
});

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
    '.',
    ',',
    '，',
    '（',
    '）',
    '“',
    '”',
    '\n',
    ' ',
    '%',
    '5',
    '2019',
    '点',
    '分之',
    '半',
    '元',
    '/',
    '吨',
    '以上',
  ],
);
const mess = fc.array(fragment, { maxLength: 30 }).map((parts) => parts.join(''));

describe('laws', () => {
  test('spans are exact and apart; a second look sees the same; a text in two lines holds what its lines hold', () => {
    fc.assert(
      fc.property(mess, mess, (a, b) => {
        const first = findQuantities(a);
        let edge = 0;
        for (const { start, numeralStart, unitEnd, end, unit } of first) {
          expect(start).toBeGreaterThanOrEqual(edge);
          expect(numeralStart).toBeGreaterThanOrEqual(start);
          expect(unitEnd).toBeGreaterThan(numeralStart);
          expect(end).toBeGreaterThanOrEqual(unitEnd);
          expect(unit).not.toBe('');
          edge = end;
        }
        expect(findQuantities(a)).toEqual(first);
        const by = a.length + 1;
        const shifted = findQuantities(b).map((row) => ({
          ...row,
          start: row.start + by,
          end: row.end + by,
          numeralStart: row.numeralStart + by,
          unitEnd: row.unitEnd + by,
        }));
        expect(findQuantities(`${a}\n${b}`)).toEqual([...first, ...shifted]);
      }),
      { numRuns: 1000 },
    );
  });

  test.each(['1', '1项', '项', '个', '一个', '1个至', '近1项', '1元/', '百分之三'])(
    'reads 200,000 characters of %s in linear time',
    (piece) => {
      const text = piece.repeat(200_000 / piece.length);
      const before = process.cpuUsage();
      for (const { value } of findQuantities(text)) expect(value).toBeLessThan(1e16);
      // processor time, so that a busy machine does not fail it; quadratic time would need minutes
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(3_000);
    },
  );
});
