import { expect, test } from 'vitest';
import { readPlain } from '../reading.ts';

const feedbackDate = async (text: string) => (await readPlain(text)).record.inspection.feedbackDate;

test.each<[string, string | null]>([
  [
    '区委第四轮巡察派出的6个巡察组于2018年1月4至5日分别向区盐务局、环卫局等6家党委领导班子进行巡察意见反馈。',
    '2018-01-04',
  ],
  ['2022年7月22日，省委第三巡视组向示例岚江集团有限公司党委反馈了巡视情况。', '2022-07-22'],
  [
    '省委第七轮常规巡视对8家省属企业的反馈8月30日起陆续进行。省委第三巡视组向示例建工集团党委反馈时指出问题。',
    '--08-30',
  ],
  [
    '示例集团党委关于巡视整改情况的通报\n省委第九巡视组于2019年11月5日至2020年1月10日对集团党委进行巡视，反馈会于2020年3月2日召开。现将整改情况公布如下。',
    '2020-03-02',
  ],
  [
    '示例集团党委关于巡视整改情况的通报\n省委第九巡视组于2019年11月5日至2020年1月10日对集团党委进行巡视。反馈会推迟到5月22日召开。现将整改情况公布如下。',
    '2020-05-22',
  ],
  ['根据2021年9月14日省委第二巡视组反馈的意见，示例集团党委认真整改。现将整改情况予以公布。', '2021-09-14'],
  ['截至8月25日，集团公司党委5个巡察组完成对10个站段党委的巡察反馈，共发现问题215个。', null],
  ['1月29日，示例岚江集团党组向社会公布了对专项巡视反馈意见的整改情况。', null],
])('%s', async (text, expected) => {
  expect(await feedbackDate(text)).toBe(expected);
});

test.each<[string, string | null]>([
  ['4月9日电 省委第四轮巡视展开。省委第三巡视组巡视示例盐业集团工作动员会今天在岚江召开，组长作了讲话。', '--04-09'],
  [
    '3月19日早上8点半，示例大厦一楼多了一张值班公告。省委第三巡视组当天进驻，对示例集团开展常规巡视。动员会随后召开。',
    '--03-19',
  ],
  ['4月10日起，国资委党委6个巡察组陆续进点，对示例肥业有限公司开展巡察。', '--04-10'],
  ['4月9日电 省委第三巡视组巡视示例盐业集团工作动员会日前在岚江召开，组长作了讲话。', null],
  ['省委第四巡视组6月7日进驻示例电力建设集团有限公司，开展机动巡视。', '--06-07'],
  ['10月11日，示例集团党委第二巡察组到维修中心、化学中心见面。组长作了说明。', '--10-11'],
  ['市委第三巡察组进驻示例旅游集团暨工作对接会8月22日召开。', '--08-22'],
  ['3月1日下午，集团党委对示例养护公司的巡察发动会在三楼举行。', '--03-01'],
  ['示例检测院党委第四轮巡察第三批动员会11月2日在报告厅召开，巡察对象是建材所党支部。', '--11-02'],
])('%s begins on the day of entry', async (text, expected) => {
  expect((await readPlain(text)).record.inspection.start).toBe(expected);
});

test('意见请于…前反馈: only the last day to answer is stated', async () => {
  const text =
    '示例资产公司党总支关于巡察整改情况的通报\n现将整改情况通报如下。\n一、整改情况\n修订制度4项。\n欢迎监督，意见建议请于2025年4月3日前反馈。联系电话：0789-5557719。';
  const { disclosureStart, disclosureEnd } = (await readPlain(text)).record.publication;
  expect([disclosureStart, disclosureEnd]).toEqual([null, '2025-04-03']);
});

test.each([
  [
    '9月18日开始，省委派出6个巡视组，对示例担保集团有限公司、示例证券股份有限公司等11户省属企业进行专项巡视。',
    '--09-18',
  ],
  ['8月9日，集团党委第三轮巡察第二组走进示例地面服务公司，进驻动员会在三楼培训教室召开。', '--08-09'],
  ['市委第一巡视组巡视示例半导体集团有限公司党组工作动员会10月12日召开。', '--10-12'],
  [
    '第六届市委第四轮巡视工作动员部署会8月14日召开，市委将派出6个巡视组，对示例水务公司、示例文旅公司开展常规巡视。',
    null,
  ],
  ['8月7日，示例公司党委第三巡察组对供电公司开展“回头看”见面沟通会在市区召开。', '--08-07'],
  ['9月4日，随着最后一个巡视组抵达，集团党组第二批巡视进驻工作结束。巡视对象为22家单位。', null],
  ['记者9月22日获悉，第六轮巡视各巡视组均已进驻到位。', null],
])('the beginning: %s', async (text, expected) => {
  const { docType, inspection } = (await readPlain(text)).record;
  expect([docType, inspection.start]).toEqual(['launch', expected]);
});

test.each([
  // days of handing over are no inspection
  [
    '12月5日，巡视集中反馈会召开，各巡视组向被巡视单位反馈了意见。从12月6日至14日，各巡视组分头逐家反馈。',
    'feedback',
    null,
    null,
  ],
  // the day of the last unit is not the first day
  ['9月18日，集团党组第二批巡视全部进驻。4个巡视组对8家分公司开展常规巡视。', 'launch', null, null],
  // the first day of several on which groups came
  [
    '3月20日至21日，8个省委巡视组陆续走进示例铁路投资集团有限公司等16户企业，常规巡视就此开局。',
    'launch',
    '--03-20',
    null,
  ],
])('%s', async (text, docType, start, end) => {
  const { record } = await readPlain(text);
  expect([record.docType, record.inspection.start, record.inspection.end]).toEqual([docType, start, end]);
});

test('the day of a visit is not the day of the feedback that it follows up', async () => {
  const text = '1月9日，集团党委书记带队现场督办市国资委党委第二巡察组反馈的物业长期闲置问题整改。';
  const apart = text.replace('带队', '带队，到三处');
  expect((await readPlain(apart)).record.inspection.feedbackDate).toBeNull();
  const near = '示例城发集团召开巡察整改推进会。会议通报，市委第二巡察组6月29日反馈的38个问题中，整改到位24个。';
  expect((await readPlain(near)).record.inspection.feedbackDate).toBe('--06-29');
});

test.each([
  [
    '示例分公司党委对直属库党委的巡察自2021年4月6日起，至5月14日止；7月2日，巡察组向直属库反馈。现将整改情况通报如下。',
    ['2021-04-06', '2021-05-14', '2021-07-02'],
  ],
  [
    '市委巡察组向示例公交集团党委反馈意见（2020年7月21日）后，集团党委完成集中整改。整改情况如下：',
    [null, null, '2020-07-21'],
  ],
])('%s', async (text, expected) => {
  const { start, end, feedbackDate } = (await readPlain(text)).record.inspection;
  expect([start, end, feedbackDate]).toEqual(expected);
});

test.each<
  [what: string, text: string, dates: { start: string | null; end: string | null; feedbackDate?: string | null }]
>([
  [
    'an end that is stated after the length of the stay',
    '3月17日至19日，市委8个巡察组先后进驻示例停车公司、示例出租公司，开展常规巡察。巡察组将工作约75天，至5月31日结束。',
    { start: '--03-17', end: '--05-31' },
  ],
  [
    'several days of a follow-up check are not the inspection',
    '11月6日至10日，省国资委党委组成3个评估组，对岚江交控、岚江能投2家企业党委巡视整改情况进行现场评估，查阅资料420份。',
    { start: null, end: null },
  ],
  [
    'several days on which the groups came are a beginning, not the inspection',
    '3月1日至4日，十二届自治区党委第十一轮巡视5个巡视组按照安排，分别进驻自治区信访局、社科院，开展巡视监督工作。巡视动员会上作了部署。',
    { start: '--03-01', end: null },
  ],
  [
    'a stated time of inspection beside a stated time of feedback',
    '示例集团党委关于巡视整改情况的通报\n省委第二巡视组对示例集团党委进行了巡视，巡视时间为2021年5月10日至7月9日，反馈时间为2021年9月14日。现将整改情况予以公布。',
    { start: '2021-05-10', end: '2021-07-09', feedbackDate: '2021-09-14' },
  ],
  [
    'days of a training are no inspection',
    '示例集团召开巡视整改推进会\n5月6日至8日，示例集团党委举办巡视整改培训班。',
    { start: null, end: null },
  ],
  [
    'groups arrive and leave in many words',
    '示例盐场党总支关于落实巡察反馈意见的报告\n集团党委巡察组2021年4月12日进场，5月21日撤点，7月初将意见书面交到盐场。',
    { start: '2021-04-12', end: '2021-05-21' },
  ],
  [
    'the day of entry and the day of the end, each in its clause',
    '示例集团党委关于巡视整改情况的通报\n按照省委部署，2018年7月31日，省委第三巡视组进驻集团开展巡视，9月28日结束。11月8日向集团反馈。现公布如下。',
    { start: '2018-07-31', end: '2018-09-28', feedbackDate: '2018-11-08' },
  ],
  [
    'days of a check of what was put right are no inspection',
    '2023年11月17日至25日，示例集团党组巡视整改督查组对首轮被巡视的7家单位开展整改督查。',
    { start: null, end: null },
  ],
  [
    'days of a meeting are no inspection',
    '7月19日至20日，市委巡察工作领导小组召开会议，听取第二轮常规巡察反馈问题整改进展等情况报告。',
    { start: null, end: null },
  ],
  [
    'a month alone is a beginning',
    '示例变压器有限公司党委关于巡视整改情况的通报\n2023年9月，集团党组第二巡视组对示例变压器有限公司党委开展了巡视“回头看”，2024年1月反馈意见。现公布整改情况。',
    { start: '2023-09', end: null, feedbackDate: '2024-01' },
  ],
  [
    'the day on which the group left ends a period whose beginning stands before a clause',
    '示例港务集团有限公司党委关于巡察整改情况的通报\n市委第一巡察组自2023年9月12日起，对示例港务集团有限公司党委开展巡察，11月10日结束现场工作，2024年1月16日反馈。现将整改情况通报如下。',
    { start: '2023-09-12', end: '2023-11-10', feedbackDate: '2024-01-16' },
  ],
  [
    'an inspection that looked into something else as well',
    '示例集团党委关于巡视整改情况的通报\n2021年3月1日至4月30日，省委第三巡视组对示例集团党委开展了巡视，并对选人用人工作开展抽查。现将整改情况公布如下。',
    { start: '2021-03-01', end: '2021-04-30' },
  ],
  [
    'one day of entry and the end of the stay',
    '3月17日，市委第二巡察组进驻示例停车公司，开展常规巡察。巡察组将工作约75天，至5月31日结束。',
    { start: '--03-17', end: '--05-31' },
  ],
])('%s', async (_, text, dates) => {
  expect((await readPlain(text)).record.inspection).toMatchObject(dates);
});

test('the days within which the public may answer are the disclosure', async () => {
  const text =
    '示例集团党委关于巡视整改情况的通报\n省委第三巡视组对示例集团党委开展了巡视。现将整改情况公布如下。\n如有意见建议，请于2024年11月15日至12月5日的15个工作日内，通过以下方式反映。';
  expect((await readPlain(text)).record.publication).toMatchObject({
    disclosureStart: '2024-11-15',
    disclosureEnd: '2024-12-05',
    workingDays: 15,
  });
});
