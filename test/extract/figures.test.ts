import { describe, expect, test } from 'vitest';
import { findFigures } from '../../scraper/extract/figures/index.ts';
import { headlineOf } from '../../scraper/extract/figures/scope.ts';
import { indexOutline, readOutline } from '../../scraper/outline.ts';
import { findQuantities } from '../../scraper/quantities.ts';
import type { DocType } from '../../src/model/index.ts';
import { splitSentences } from '../../src/model/index.ts';

const read = (text: string, docType: DocType = 'rectification') =>
  findFigures({
    text,
    docType,
    sentences: splitSentences(text),
    quantities: findQuantities(text),
    ...indexOutline(readOutline(text)),
  });
const show = (text: string, docType?: DocType) =>
  read(text, docType)
    .filter(({ category }) => category !== 'other')
    .map(({ category, value, unit }) => `${category} ${value}${unit}`);

describe('categories', () => {
  test.each<[string, string[]]>([
    ['将16个具体问题分解成80项整改任务，制定185项整改措施。', ['issues 16个', 'tasks 80项', 'measures 185项']],
    ['集中整改阶段需完成的88项整改措施已全部完成。', ['measuresDue 88项', 'measuresDone 88项']],
    ['63项整改任务中，56项已完成。', ['tasks 63项', 'tasksDone 56项']],
    ['整改措施已完成146条，完成率96.7%。', ['measuresDone 146条', 'completionRate 96.7%']],
    [
      '全年问责40件，问责74人次，其中追究主体责任68人次、监督责任6人次。',
      [
        'accountabilityCases 40件',
        'accountabilityPersons 74人次',
        'accountabilityPersons 68人次',
        'accountabilityPersons 6人次',
      ],
    ],
    [
      '给予党纪政务处分87人，其中局级5人、处级34人；移送司法机关9人。',
      ['discipline 87人', 'discipline 5人', 'discipline 34人', 'transfers 9人'],
    ],
    ['对3名责任人进行了提醒谈话，约谈11人，诫勉谈话13人。', ['talks 3名', 'talks 11人', 'talks 13人']],
    ['移交问题线索412件，已办结388件。', ['clues 412件', 'clues 388件']],
    [
      '追缴16.38万元，挽回经济损失2.13亿元，清退资金3600万元。',
      ['money 163800元', 'money 213000000元', 'money 36000000元'],
    ],
    ['制定和修订制度33项，其中新建14项、修订19项，废止6项。', ['rules 33项', 'rules 14项', 'rules 19项']],
    [
      '开展个别谈话1,260人次，调阅资料8.7万余份，受理信访举报1,143件次。',
      ['interviews 1260人次', 'documents 87000份', 'clues 1143件'],
    ],
    ['员工对领导班子的满意率为82.5%。', ['satisfaction 82.5%']],
    ['反馈4个方面13类41个问题。', ['issues 41个']],
    ['对照28个问题，制定措施83条，已完成整改25个。', ['issues 28个', 'measures 83条', 'issuesDone 25个']],
    ['应完成的352项措施中，已完成349项。', ['measuresDue 352项', 'measuresDone 349项']],
    ['整改完成率 87.3% ，问责 12 人 。', ['completionRate 87.3%', 'accountabilityPersons 12人']],
    ['建立问题清单47项、任务清单76项、措施清单133项。', ['issues 47项', 'tasks 76项', 'measures 133项']],
    ['集中整改期内应完成措施216条。至年底，216条措施全部完成。', ['measuresDue 216条', 'measuresDone 216条']],
    ['制定措施216条。至年底，216条措施全部完成。', ['measures 216条', 'measures 216条']],
    ['发现登记缺失等问题408个，已补正395个。', ['issues 408个', 'issuesDone 395个']],
    ['扣回超发绩效薪酬31.9万元，收回应收未收租金217万元。', ['money 319000元', 'money 2170000元']],
    ['应收未收租金217万元。', []],
    ['集中整改阶段已完成的整改措施有142条，正在推进的17条。', ['measuresDone 142条']],
    ['已完成的整改任务有81项。', ['tasksDone 81项']],
    ['需完成的整改措施有142条。', ['measuresDue 142条']],
    ['党内严重警告2人、政务警告1人、诫勉5人。', ['discipline 2人', 'discipline 1人', 'talks 5人']],
    ['落实整改。已完成整改51个；问责14人。', ['issuesDone 51个', 'accountabilityPersons 14人']],
    ['对照整改计划认领的17个问题。', ['issues 17个']],
    ['应完成措施216条。至年底，30条措施全部完成。', ['measuresDue 216条', 'measures 30条']],
    ['收回出借资金6800万元及利息432万元。', ['money 68000000元', 'money 4320000元']],
    ['提出4点整改意见建议。', ['recommendations 4点']],
    ['评价“好”和“较好”的占97.5%。', ['satisfaction 97.5%']],
    ['巡察共发现问题97个，其中示例交投公司41个、示例文旅公司32个。', ['issues 97个', 'issues 41个', 'issues 32个']],
    ['对照28个问题，列出61项任务清单，已完成55项。', ['issues 28个', 'tasks 61项', 'tasksDone 55项']],
    ['对照28个问题，走访61项工程，已完成55项。', ['issues 28个']],
    ['抽查近三年公务接待、用车单据2800余份。', ['documents 2800份']],
    ['对瞒报的12人分别给予批评教育、责令检查等处理，党纪处分1人。', ['accountabilityPersons 12人', 'discipline 1人']],
    ['对瞒报的12人给予批评教育。', ['talks 12人']],
    ['检查发现压级压价问题，向912户茶农退还价款。', []],
    ['第六巡视组分别反馈问题46个、51个、52个。', ['issues 46个', 'issues 51个', 'issues 52个']],
    ['对县直部门6个、县属企业7家开展巡察。', ['units 6个', 'units 7家']],
    ['完成整改的问题有16个，完成的措施有88项。', ['issuesDone 16个', 'measuresDone 88项']],
    ['33个问题细化为121条措施，已有58条落实到位。', ['issues 33个', 'measures 121条', 'measuresDone 58条']],
    ['57个问题中，51个通过销号。', ['issues 57个', 'issuesDone 51个']],
    ['涉及资金64.2万元，全部收缴。', ['money 642000元']],
    ['对3名单位负责人进行约谈。', ['talks 3名']],
    ['19个问题已改完17个。', ['issues 19个', 'issuesDone 17个']],
    ['完成整改问题47个，完成整改措施194条。', ['issuesDone 47个', 'measuresDone 194条']],
    ['提出151条整改措施，其中集中整改期内应完成116条、需长期坚持35条。', ['measures 151条', 'measuresDue 116条']],
    ['应完成的151条措施已完成149条。', ['measuresDue 151条', 'measuresDone 149条']],
    ['制定措施409条，落地措施396条。', ['measures 409条', 'measuresDone 396条']],
    ['问题线索了结35件，信访举报办结149件。', ['clues 35件', 'clues 149件']],
    ['上报问题线索16件，去年同期为7件。', ['clues 16件', 'clues 7件']],
    ['形成整改任务78项，其中已完结61项。', ['tasks 78项', 'tasksDone 61项']],
    ['近三年被查处5人。', ['accountabilityPersons 5人']],
    ['5家市属国企，谈话463人次，发现问题197个。', ['units 5家', 'interviews 463人次', 'issues 197个']],
    [
      '巡察组找96人谈话，比对合同205份，抽查报销凭证1.2万份。',
      ['interviews 96人', 'documents 205份', 'documents 12000份'],
    ],
    ['移交的线索有38条，收到职工反映17件。', ['clues 38条', 'clues 17件']],
    ['订立对策66条。', ['measures 66条']],
    ['要认领的整改题目有17个。', ['issues 17个']],
    ['但问题也不少，共梳理39个。', ['issues 39个']],
    ['废止制度15项，修订22项，新建9项。', ['rules 22项', 'rules 9项']],
    ['收回欠款1.2亿元、闲置资金3600万元。', ['money 120000000元', 'money 36000000元']],
    ['收回欠款1.2亿元、节约成本300万元。', ['money 120000000元']],
    [
      '对三家企业反馈问题分别为23个、31个、28个，合计82个。',
      ['issues 23个', 'issues 31个', 'issues 28个', 'issues 82个'],
    ],
    ['28个问题，已整改完成26个，正在整改2个。', ['issues 28个', 'issuesDone 26个']],
    ['已改完的问题27个。', ['issuesDone 27个']],
    [
      '巡视指出的35个问题，已关闭31个；自查发现问题8个，纠正7个。',
      ['issues 35个', 'issuesDone 31个', 'issues 8个', 'issuesDone 7个'],
    ],
    ['要求在年内完成的举措140条。', ['measuresDue 140条']],
    ['本轮涉及24个党组织，其中企业9家。', ['units 24个', 'units 9家']],
    ['私收费用7.6万元悉数清退，上缴国有资本收益1.9亿元。', ['money 76000元']],
  ])('%s', (text, expected) => {
    expect(show(text)).toEqual(expected);
  });
});

describe('what does not count', () => {
  test.each<[string, string]>([
    ['避免或减少损失2890万元。', 'money'],
    ['计划清退资金500万元。', 'money'],
    ['查出问题金额603.2万元。', 'money'],
    ['开展谈心谈话120人次。', 'talks'],
    ['未整改率23%。', 'completionRate'],
    ['年底前整改完成率达到95%以上。', 'completionRate'],
    ['因历史原因无法追缴的资金58万元。', 'money'],
    ['法院判决返还借款本金3000万元。', 'money'],
    ['收回对外借款5000万元中的一部分。', 'money'],
    ['整改前满意度为78%。', 'satisfaction'],
    ['重要岗位轮岗率100%。', 'completionRate'],
    ['下设六个专项整改小组，突出三个方面。', 'issues'],
    ['力争年底前再完成3条措施。', 'measuresDone'],
    ['废止制度6项。', 'rules'],
    ['公司承诺年底前再收回资金2000万元。', 'money'],
  ])('%s is no %s', (text, category) => {
    expect(read(text).map((figure) => figure.category)).not.toContain(category);
  });

  test('another currency is never turned into yuan', () => {
    expect(read('追回100万美元。').every(({ category, unit }) => category !== 'money' && unit !== '元')).toBe(true);
  });

  test('a text that is no inspection notice has no figures', () => {
    expect(read('整改问题16个。', 'other')).toEqual([]);
  });
});

describe('qualifiers', () => {
  test.each([
    ['发现问题200多个', true],
    ['健全制度40余项', true],
    ['满意度90%以上', true],
    ['约谈近百人', true],
    ['发现问题200个', false],
  ])('%s approx %s', (text, approx) => {
    expect(read(`${text}。`)[0]?.approx).toBe(approx);
  });
});

test('totals stand in the overview; a breakdown, an item and another year are parts', () => {
  const text = `关于整改情况的通报
一、总体情况
针对反馈的44个具体问题，制定整改措施151条，修订制度33项，其中新建14项。
二、具体整改情况
1.针对制度不健全的问题。修订制度5项，问责2人。2013年全年给予党纪处分31人。`;
  const figures = read(text);
  expect(Object.fromEntries([...headlineOf(figures)].map(([category, { value }]) => [category, value]))).toEqual({
    issues: 44,
    measures: 151,
    rules: 33,
  });
});

test('of what is told one after the other only the sum is a total', () => {
  const text = '关于整改情况的通报\n一、总体情况\n对三家企业反馈问题分别为23个、31个、28个，合计82个。';
  expect(
    read(text)
      .filter(({ category }) => category === 'issues')
      .map(({ scope }) => scope),
  ).toEqual(['part', 'part', 'part', 'total']);
});

test.each([
  '其中，立行立改问题8个，已全部完成。',
  '还有3个问题未整改。',
  '剩余3项任务将于年底前完成。',
  '2018年以来共处分干部45人。',
  '上一届党委共制定制度120项。',
])('%s is no total', (words) => {
  const text = `关于整改情况的通报\n一、总体情况\n${words}`;
  expect([...headlineOf(read(text))]).toEqual([]);
});

test('what is said of one unit after the other is no total, nor is the sum of several rounds', () => {
  const text = `区委巡察组反馈情况
区委3个巡察组共发现问题143个。前期九届区委已开展六轮巡察，累计问责96人。
一、甲公司
反馈问题41个，提出整改建议9条。
二、乙公司
反馈问题27个，提出整改建议6条。
三、丙公司
反馈问题33个，提出整改建议7条。`;
  const headline = headlineOf(read(text, 'feedback'));
  expect(Object.fromEntries([...headline].map(([category, { value }]) => [category, value]))).toEqual({ issues: 143 });
});

test('tables: the head names the columns, the total row gives the totals', () => {
  const text =
    '题\n类别\t反馈问题（个）\t整改措施（条）\t已完成（条）\t完成率\n甲\t11\t34\t34\t100%\n乙\t14\t46\t44\t95.7%\n合计\t25\t80\t78\t97.5%';
  expect(
    Object.fromEntries([...headlineOf(read(text))].map(([category, { value, unit }]) => [category, `${value}${unit}`])),
  ).toEqual({
    issues: '25个',
    measures: '80条',
    measuresDone: '78条',
    completionRate: '97.5%',
  });
});

test('tables that list: the first cell of a row names what its number counts', () => {
  const text =
    '项目\t单位\t数量\n运用“四种形态”处理\t人次\t237\n清收追回资金\t万元\t18,634\n新建制度\t项\t22\n修订制度\t项\t45\n废止制度\t项\t13';
  expect(read(text).map(({ category, value, unit, scope }) => `${category} ${value}${unit} ${scope}`)).toEqual([
    'accountabilityPersons 237人次 total',
    'money 186340000元 total',
    'rules 22项 part',
    'rules 45项 part',
  ]);
});

test('units: a number that the next ones add up to is the whole', () => {
  const text = '分别进驻13家所属单位。其中，对甲公司等9家单位开展常规巡视，对乙公司等4家单位开展巡视“回头看”。';
  expect(headlineOf(read(text, 'launch')).get('units')?.value).toBe(13);
});

test.each([
  ['对反馈的29个问题，公司党委逐一拟定措施，共86条。', 'measures 86条 “措施，共86条”'],
  ['会上指出问题19个，提了4条意见。', 'recommendations 4条 “提了4条意见”'],
  ['移交的问题线索428件，由专班快查快办。截至目前，已办结397件。', 'clues 397件 “已办结397件”'],
  ['加强党的领导方面33项任务完成31项，安全生产方面41项完成34项。', 'tasks 41项 “41项”'],
  ['梳理的45项整改使命中，39项已完成。', 'tasks 45项 “45项整改使命”'],
  ['对不担当不作为的12人调整职务。', 'accountabilityPersons 12人 “12人调整职务”'],
  ['对销号的21个检视问题开展复查。', 'issues 21个 “21个检视问题”'],
  ['会议决定，对6条巡察建议继续跟踪。', 'recommendations 6条 “6条巡察建议”'],
  ['4个巡察组与118人次谈话，梳理问题87个。', 'interviews 118人次 “与118人次谈话”'],
  ['制订整改步伐58条。', 'measures 58条 “整改步伐58条”'],
  ['制定整改措施169条，现已完成133条，占78.7%。', 'completionRate 78.7% “78.7%”'],
  ['新建制度9项、修订制度18项，共27项。', 'rules 27项 “共27项”'],
  ['针对反馈的37个问题，分解出整改措施129条。到12月31日，已完成整改的33个。', 'issuesDone 33个 “已完成整改的33个”'],
  ['评估组与18名干部职工个别交流。', 'interviews 18名 “与18名干部职工个别交流”'],
  ['应整改问题187个，通过验收176个。', 'issuesDone 176个 “通过验收176个”'],
  ['新建制度9项、修订制度18项，合计27项。', 'rules 27项 “合计27项”'],
])('%s', (text, expected) => {
  const found = read(text).map(({ category, value, unit, quote }) => `${category} ${value}${unit} “${quote}”`);
  expect(found).toContain(expected);
});

test('what an enterprise’s own supervisors found is no total of the inspection', () => {
  const text =
    '省委第六巡视组向集团党委反馈巡视意见后，集团党委把反馈的64个问题细化为142项整改任务。9月以来，集团党委组成6个督导组，进驻18家二级单位，梳理出共性和个性问题132个，提出督导建议89条。';
  const headline = headlineOf(read(text, 'progress-news'));
  expect([headline.get('issues')?.value, headline.get('units')]).toEqual([64, undefined]);
});

test('集团各级纪检监察机构 are the whole enterprise', () => {
  const text = '整改期间，集团各级纪检监察机构给予党纪政务处分68人。';
  expect(headlineOf(read(text)).get('discipline')?.value).toBe(68);
});

describe('a table whose rows are shorter than its head', () => {
  const head = '序号\t整改类别\t反馈问题（个）\t已完成整改（个）\t整改措施（条）\t已落实（条）\t措施落实率';
  const found = (row: string) =>
    read(`${head}\n1\t党风廉政建设\t13\t12\t47\t46\t97.9%\n${row}`)
      .slice(5)
      .map(({ category, value, unit, scope }) => `${category} ${value}${unit} ${scope}`);

  test('a total that spans the first columns belongs to the last ones', () => {
    expect(found('合计\t39\t35\t131\t124\t94.7%')).toEqual([
      'issues 39个 total',
      'issuesDone 35个 total',
      'measures 131条 total',
      'measuresDone 124条 total',
      'completionRate 94.7% total',
    ]);
  });

  test('a row without its last cell keeps its columns', () => {
    expect(found('2\t基层党建\t9\t9\t26\t26').map((figure) => figure.split(' ').slice(0, 2).join(' '))).toEqual([
      'issues 9个',
      'issuesDone 9个',
      'measures 26条',
      'measuresDone 26条',
    ]);
  });

  test('nothing is read where the columns are not sure, or too few', () => {
    expect(found('9\t9')).toEqual([]);
    expect(found('2\t党建\t9\t9\t26\t26\t26\t5')).toEqual([]);
  });
});

test('what is done is read across a clause where the words are plain', () => {
  const text =
    '针对51个具体问题，制定整改措施156条，建立“三张清单”，逐项明确牵头领导、责任部门和整改时限。截至2024年1月31日，完成整改45个。';
  expect(headlineOf(read(text)).get('issuesDone')?.value).toBe(45);
});

describe('what is no total', () => {
  const headline = (text: string, docType: DocType = 'rectification') => headlineOf(read(text, docType));

  test('the total of one table, where the text states a larger one', () => {
    const text =
      '整改期间，共追缴资金408.86万元。\n附表：津补贴清退情况\n单位\t涉及人数（人）\t清退金额（元）\n甲公司\t22\t61,400\n合计\t37\t101,000';
    expect(headline(text).get('money')?.value).toBe(4_088_600);
  });

  test('the same number in the text and in a table is the total, whatever is said later', () => {
    const text =
      '制定整改措施160条。\n类别\t措施（条）\n甲\t120\n乙\t40\n合计\t160\n全行经营作风明显好转，但仍有9条措施没有完成。';
    expect(headline(text).get('measures')?.value).toBe(160);
  });

  test('what was put right on the spot, and cases that were opened', () => {
    expect(headline('发现问题143个，推动立行立改问题26个。', 'feedback').has('issuesDone')).toBe(false);
    expect(headline('整改期间，集团纪委立案64件。').has('accountabilityCases')).toBe(false);
  });
});

test('news of one round: what it says of another round is no total', () => {
  const text =
    '十三届省委第四轮巡视向8家省属企业反馈情况\n1月16日，省委第四轮巡视向甲公司、乙公司等8家省属企业党委反馈了巡视意见。\n截至2023年12月底，省委第三轮巡视的10家省属企业反馈的361个问题中，已完成整改338个。';
  const headline = headlineOf(read(text, 'feedback'));
  expect([headline.get('units')?.value, headline.get('issuesDone')]).toEqual([8, undefined]);
});

test('kinds of tasks are no tasks', () => {
  expect(read('全面推进8类整改任务。').some(({ category }) => category === 'tasks')).toBe(false);
});

test('a head of two rows: the upper cells span what the lower ones tell apart', () => {
  const text =
    '反馈方面\t反馈问题（个）\t整改措施（条）\t牵头部门\n总数\t已完成\t总数\t已完成\n党的建设\t19\t16\t121\t115\t战略部\n合计\t64\t57\t397\t383\t—';
  expect(read(text).map(({ category, value, unit, scope }) => `${category} ${value}${unit} ${scope}`)).toEqual([
    'issues 19个 part',
    'issuesDone 16个 part',
    'measures 121条 part',
    'measuresDone 115条 part',
    'issues 64个 total',
    'issuesDone 57个 total',
    'measures 397条 total',
    'measuresDone 383条 total',
  ]);
});

test('a head of two rows whose cells do not add up gives no figures', () => {
  const text = '方面\t问题（个）\t部门\n总数\t已完成\t备注\n党的建设\t19\t16\t1\t2\t3';
  expect(read(text).filter(({ category }) => category.startsWith('issues'))).toEqual([]);
});

test('a list whose rows are numbered', () => {
  const text = '序号\t项目\t单位\t数量\n1\t建立和修订制度\t项\t86\n2\t追缴、收回资金\t万元\t18290';
  expect(read(text).map(({ category, value, unit }) => `${category} ${value}${unit}`)).toEqual([
    'rules 86项',
    'money 182900000元',
  ]);
});

test('wages that were owed and paid are no money brought back; wages that were wrongly paid are', () => {
  expect(read('清欠以前年度加班费104万元。').some(({ category }) => category === 'money')).toBe(false);
  expect(read('追回违规领取的工资14.28万元。').some(({ category }) => category === 'money')).toBe(true);
});
