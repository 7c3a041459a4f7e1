import { seeded } from '../test/fixtures/random.ts';

/** Generated notices for measurements: seeded, realistic in shape, each with its own numbers and names. */

const PLACES = '江北 岭南 云川 海宁 青禾 远川 岷岭 澄海 安陆 临泽 白沙 丰原 东湖 西岭 北河 南浦'.split(' ');
const TRADES = '能源 交通 水利 盐业 农业 电力 建设 港口 航空 钢铁 有色 化工 粮食 旅游 金融 通信'.split(' ');
const PROBLEMS =
  '落实主体责任不力 选人用人不规范 招标采购管理不严 违反中央八项规定精神 安全生产责任不实 科技创新投入不足 债务风险防控不严 基层党建弱化 靠企吃企问题 财务管理混乱'.split(
    ' ',
  );
const SENTENCES: readonly ((n: (max: number) => number) => string)[] = [
  (n) =>
    `召开党委会${n(9) + 2}次、专题会${n(20) + 3}次，研究解决整改中的难点问题，逐一明确责任领导、责任部门和完成时限。`,
  (n) => `修订完善制度${n(40) + 3}项，其中新建${n(9) + 1}项，对照检查材料逐条核对，做到件件有着落、事事有回音。`,
  (n) => `对负有责任的${n(60) + 2}人进行了问责，给予党纪政务处分${n(20) + 1}人，批评教育${n(40) + 1}人次。`,
  (n) => `追缴违规发放的津补贴${n(900) + 10}.${n(9)}万元，清退超标准办公用房${n(3000) + 100}平方米。`,
  (n) => `针对巡视组移交的${n(80) + 5}件问题线索，已办结${n(50) + 4}件，其余正在核查。`,
  (n) =>
    `组织${n(30) + 3}家二级单位开展自查自纠，发现问题${n(300) + 20}个，已整改${n(200) + 10}个，整改率${n(30) + 60}.${n(9)}%。`,
  (n) =>
    `20${n(9) + 10}年以来累计查阅资料${n(9) + 1}.${n(9)}万余份，个别谈话${n(900) + 50}人次，员工满意度达到${n(20) + 79}%以上。`,
  () =>
    '坚持以习近平新时代中国特色社会主义思想为指导，切实把思想和行动统一到党中央决策部署上来，不折不扣抓好整改落实。',
  () => '举一反三、标本兼治，把当下改与长久立结合起来，着力破解制约企业高质量发展的体制性、机制性障碍。',
  () => '强化监督执纪，紧盯关键岗位和重要节点，对发现的问题严肃处理、立行立改，坚决防止反弹回潮。',
];

/** A rectification notice of about `chars` characters. */
export function rectificationNotice(index: number, chars: number): string {
  const random = seeded(index + 1);
  const n = (max: number) => Math.floor(random() * max);
  const pick = <T>(list: readonly T[]): T => list[n(list.length)] as T;
  const name = `示例${pick(PLACES)}${pick(TRADES)}集团有限公司`;
  const year = 2015 + n(10);
  const group = '一二三四五六七八九'.charAt(n(9));
  const lines = [
    `中共${name}党委关于巡视整改进展情况的通报`,
    `根据统一部署，${year}年3月${n(20) + 1}日至5月${n(20) + 1}日，省委第${group}巡视组对${name}党委开展了常规巡视，7月${n(25) + 1}日反馈了巡视意见。现将整改进展情况予以公布。`,
    '一、提高政治站位，扛牢整改责任',
    `针对反馈的3个方面${n(40) + 10}个问题，细化为${n(90) + 40}项整改任务，制定${n(200) + 90}条整改措施。`,
    '二、逐项整改落实情况',
  ];
  let length = lines.join('').length;
  for (let item = 1; length < chars - 200; item++) {
    const body = Array.from({ length: 4 + n(4) }, () => pick(SENTENCES)(n)).join('');
    const line = `${item}.针对“${pick(PROBLEMS)}”的问题。${body}`;
    lines.push(line);
    length += line.length;
  }
  lines.push(
    '三、下一步工作打算',
    '持续巩固深化整改成果。',
    `欢迎广大干部群众对整改落实情况进行监督。联系电话：0${n(900) + 10}-${n(89_999_999) + 10_000_000}；电子邮箱：dw@example.cn。`,
    `中共${name}党委`,
    `${year + 1}年${n(12) + 1}月${n(28) + 1}日`,
  );
  return lines.join('\n');
}
