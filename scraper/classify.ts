import type { DocType } from '../src/model/index.ts';
import type { Finding } from './finding.ts';
import type { Line } from './lines.ts';

/**
 * What a notice does. Each rule is one clue: where it stands, what it says, for which type and how strongly.
 * The heaviest type wins; a text without a clue that it is about 巡视/巡察 at all is `other`.
 */
interface Clue {
  readonly type: DocType;
  readonly where: 'title' | 'lead' | 'text';
  readonly weight: number;
  readonly pattern: RegExp;
}

const X = '(?:巡视|巡察|巡视巡察)';
const INSPECTION = /巡视|巡察/u;
/** Supervision in an enterprise without a word of inspection can only be `practice`. */
const SUPERVISION = /(?:纪检监察(?:组|机构|机关)|纪委).{0,60}(?:监督|紧盯|盯|查|督促)|清廉国企|廉洁国企/u;

const CLUES: readonly Clue[] = [
  // an enterprise's own account
  {
    type: 'rectification',
    where: 'title',
    weight: 6,
    pattern: new RegExp(`${X}.{0,24}整改.{0,16}(?:通报|公告|公示|公开|报告|说明)`, 'u'),
  },
  {
    type: 'rectification',
    where: 'title',
    weight: 3,
    pattern: new RegExp(`${X}.{0,24}整改(?:落实|工作)?(?:进展)?情况`, 'u'),
  },
  {
    type: 'rectification',
    where: 'title',
    weight: 3,
    pattern: /^中(?:共|国共产党).{2,40}(?:党组|党委|委员会).{0,4}关于/u,
  },
  {
    type: 'rectification',
    where: 'text',
    weight: 7,
    pattern:
      /(?:现将|现就|现把).{0,30}整改.{0,14}(?:公布|公开|通报|公告|公示)|(?:现|今|要求[,，])(?:予以)?公[开布].{0,12}整改|现将.{0,12}整改.{0,6}(?:公布|公开)|整改.{0,8}(?:情况|进展).{0,6}(?:公布|公开|通报|公告|公示)(?:如下|于后)/u,
  },
  { type: 'rectification', where: 'text', weight: 5, pattern: /欢迎(?:广大)?.{0,20}对.{0,16}整改.{0,16}监督/u },
  { type: 'rectification', where: 'text', weight: 2, pattern: /公[示开](?:期限|时间|期)[:：]?\s*\d{4}/u },
  // findings are handed over
  { type: 'feedback', where: 'title', weight: 6, pattern: /反馈(?!.{0,8}整改)|(?:完成|作|给).{0,16}反馈/u },
  {
    type: 'feedback',
    where: 'lead',
    weight: 5,
    pattern: new RegExp(
      `(?:向|给).{2,120}(?:反馈了?|通报了?)(?:专项|常规)?(?:${X})?.{0,8}(?:情况|意见|问题|反馈)|把.{0,6}意见反馈给|反馈(?:会议?|工作)(?!精神|后|以来|上?要求)`,
      'u',
    ),
  },
  {
    type: 'feedback',
    where: 'lead',
    weight: 4,
    pattern: new RegExp(`${X}.{0,24}反馈.{0,16}(?:公布|召开|完成)|(?:集中|一对一|“一对一”)反馈`, 'u'),
  },
  {
    type: 'feedback',
    where: 'text',
    weight: 3,
    pattern:
      /(?:组长|巡[视察]组).{0,16}(?:反馈|通报)(?:时)?(?:指出|认为|：|:)|(?:主要问题|指出了?.{0,12}问题)[:：]|巡[视察]组(?:建议|提出了?.{0,6}(?:意见|建议))/u,
  },
  // an inspection is announced or starts
  {
    type: 'launch',
    where: 'title',
    weight: 6,
    pattern: new RegExp(
      `进驻|动员|名单|启动|(?:开始|迎来|公布).{0,12}${X}?|${X}.{0,12}开始|到.{0,10}单位$|将.{0,6}${X}`,
      'u',
    ),
  },
  {
    type: 'launch',
    where: 'lead',
    weight: 5,
    pattern: new RegExp(
      `(?:[日起时月初旬底近已均]|先后|分[别头]|陆续).{0,60}进驻|进驻.{2,60}(?:动员|开展|协调会)|动员(?:部署)?(?:会|大会)|迎来.{0,12}组|(?:对象|名单)(?:已|包括|是|为|有|日前|近日|公布|确定|[：:])|(?:安排|部署).{0,10}轮.{0,6}${X}|轮.{0,12}${X}.{0,10}(?:启动|展开|铺开|开始|作出安排)|分别${X}|到.{2,24}做.{0,4}${X}`,
      'u',
    ),
  },
  {
    type: 'launch',
    where: 'text',
    weight: 2,
    pattern: /受理(?:信访|来信来访)|(?:值班|举报)电话|(?:巡视|巡察)(?:时间|为期)|现场(?:巡视|巡察)/u,
  },
  // rectification is pushed, reviewed or checked
  {
    type: 'progress-news',
    where: 'title',
    weight: 6,
    pattern:
      /整改(?!.{0,10}(?:公告|通报|公示|公开|说明|报告)).{0,14}(?:推进|部署|专题|动员|督导|调度|评估|验收|销号|会议|会$|落实|进展|取得|见效)|(?:推进|部署|深化|督导|调度).{0,20}整改|研究.{0,12}整改/u,
  },
  {
    type: 'progress-news',
    where: 'lead',
    weight: 5,
    pattern:
      /整改.{0,24}(?:推进会|专题会|调度会|部署会|领导小组.{0,8}会议|协调.{0,4}会|动员.{0,4}会|攻坚|合并召开)|(?:召开|主持|举行|开).{0,30}(?:会|会议).{0,80}(?:整改|反馈意见)|评价.{0,12}整改|反馈(?:问题|意见)的?整改|研究.{0,40}(?:整改|立行立改)|部署落实.{0,10}反馈意见/u,
  },
  {
    type: 'progress-news',
    where: 'lead',
    weight: 4,
    pattern: new RegExp(
      `${X}整改(?:进入|工作|整体)|针对“.{2,40}”的反馈|反馈时.{0,12}提到|责令.{0,12}(?:整改|搬离)`,
      'u',
    ),
  },
  {
    type: 'progress-news',
    where: 'text',
    weight: 3,
    pattern: /(?:会议|会上)(?:通报|听取|强调|要求|指出|提出|认为).{0,60}整改|截至.{2,16}已完成/u,
  },
  // how inspection is practised
  {
    type: 'practice',
    where: 'title',
    weight: 5,
    pattern:
      /实践|启示|思考|对策|体会|探索|做法|经验|二三事|细节|精准|提升.{0,12}质效|如何|护航|利剑|从小处|之道|破题|“[^”]{2,8}”(?:助力|提升|推动)|五化|四个一|查出.{0,6}问题|[:：].{4,}/u,
  },
  {
    type: 'practice',
    where: 'lead',
    weight: 4,
    pattern:
      /本文|摘\s*要|导语|核心观点|笔者|近年来|历来|以来[，,].{0,40}(?:探索|先后开展|全覆盖)|记者梳理了?.{0,6}做法|政治体检|打出|为破|难题|听取(?!.{0,12}整改).{0,16}(?:巡视|巡察|轮).{0,6}汇报|上汇报了|汇报了.{0,20}的情况|倒查|开出|交出/u,
  },
  {
    type: 'practice',
    where: 'lead',
    weight: 3,
    pattern:
      /(?:查阅|调阅|访谈|谈话).{0,16}\d.{0,60}(?:发现|移交).{0,12}(?:问题|线索)|抓.{0,10}整改|(?:已完成|完成率)/u,
  },
  {
    type: 'practice',
    where: 'text',
    weight: 2,
    pattern:
      /(?:累计|共)(?:开展|发现).{0,30}问题|介绍说?[，,]|(?:负责人|书记)(?:说|介绍|表示)|有效(?:破解|推动)|纪检监察|廉洁|经验|工作法|机制/u,
  },
  // the main act of a report stands in its first sentence
  {
    type: 'feedback',
    where: 'lead',
    weight: 7,
    pattern: new RegExp(
      `(?:${X}组|党组|党委|巡察办).{0,30}(?:(?<![方导倾意趋走])向|给)[^。]{2,160}(?:反馈|通报)(?:了)?[^。整改]{0,12}(?:情况|意见|问题|巡)`,
      'u',
    ),
  },
  {
    type: 'launch',
    where: 'lead',
    weight: 5,
    pattern: new RegExp(
      `[起至旬日][^。]{0,40}(?:对|到|在)[^。]{2,160}(?:开展|进行|实施)(?:为期[^。，,]{2,10}的?)?(?:常规|专项|机动|提级)?${X}(?!.{0,60}反馈)`,
      'u',
    ),
  },
  { type: 'launch', where: 'title', weight: 7, pattern: new RegExp(`^.{0,16}${X}(?:公告|公示|预告)$`, 'u') },
  {
    type: 'launch',
    where: 'text',
    weight: 4,
    pattern:
      /(?:受理|反映)[^。]{0,30}(?:来信|来电|来访)[^。]{0,60}(?:截止|联系电话|接听|意见箱|邮箱)|(?:值班|举报|联系)电话[^。]{0,40}(?:接听|受理)/u,
  },
  {
    type: 'progress-news',
    where: 'lead',
    weight: 7,
    pattern:
      /(?:听取|通报|审议|研究)[^。]{0,16}整改[^。]{0,10}(?:汇报|进展|情况|报告)|抽查[^。]{0,6}整改|整改[^。]{0,8}(?:抽查|回访|验收|评估|督查|督导)/u,
  },
  {
    type: 'progress-news',
    where: 'title',
    weight: 6,
    pattern: /整改.{0,16}(?:抽查|回访|验收|督查|纪实|冲刺|清零|收官|成绩单)|动真碰硬/u,
  },
  {
    type: 'practice',
    where: 'title',
    weight: 8,
    pattern: /^(?:论|浅谈|浅析|试论|略论|刍议|浅议)|的(?:思考|探索与|实践与|几点|路径|对策)|研究$/u,
  },
  {
    type: 'practice',
    where: 'lead',
    weight: 5,
    pattern:
      /近[一二三四五两]年[^。]{0,12}(?:巡视|巡察)[^。]{0,8}轮|关键词[：:]|摘\s*要[：:]|答案是|差的是什么|怎么办/u,
  },
  // 现将整改情况公布如下: only an account says so
  {
    type: 'rectification',
    where: 'text',
    weight: 12,
    pattern:
      /(?:现将|现就|现把|现予|依照[^。]{2,20}[，,]现)[^。]{0,30}整改[^。]{0,14}(?:公布|公开|通报|公告|公示|宣布|公之于众|如下)|现(?:予以)?公[开布][^。]{0,10}整改|(?:整改(?:落实)?(?:情况|进展|情形))(?:公布|公开|通报|宣布)?如下/u,
  },
  {
    type: 'rectification',
    where: 'title',
    weight: 6,
    pattern: /整改(?:进展|落实)?(?:情况)?(?:的)?公告$|(?:问题|反馈意见).{0,8}整改.{0,8}(?:公告|通报)/u,
  },
  {
    type: 'feedback',
    where: 'lead',
    weight: 7,
    pattern: /完成了?对[^。]{2,40}反馈|反馈意见(?:已|陆续|全部|相继)*(?:公开|公布)/u,
  },
  {
    type: 'feedback',
    where: 'lead',
    weight: 6,
    pattern:
      /巡[视察](?:组|意见|结果|问题)?[^。]{0,60}(?:转交|送达|宣读|念给|摆给|点明|端上|交到|一对一)|(?:把|将)巡[视察](?:发现|报告|意见)[^。]{0,40}(?:点明|通报|交|摆|指出)/u,
  },
  {
    type: 'launch',
    where: 'lead',
    weight: 5,
    pattern:
      /巡[视察](?:组)?[^。]{0,40}(?:见面(?:沟通)?会|碰面会|对接会|发动大会|启动会|入驻|走进|开锣|开局|拉开)|巡[视察]时间(?:到|至|为)/u,
  },
  {
    type: 'progress-news',
    where: 'lead',
    weight: 6,
    pattern:
      /整改[^。]{0,10}(?:总结会|汇报会|座谈会|例会|联席会|“?回头看|成绩|答卷|账本)|(?:晒|交出|亮出|盘点)[^。]{0,16}整改/u,
  },
  {
    type: 'progress-news',
    where: 'lead',
    weight: 4,
    pattern:
      /自[^。，,]{2,30}(?:进驻|反馈[^。，,]{0,6})以来|督查[^。，,]{0,14}整改|整改[^。，,]{0,6}督查|(?:日|近日|日前|连日来|[上下]午)[^。]{0,60}整改|交办的?\d+[个项件]|反馈的\d+[个项条]问题/u,
  },
  {
    type: 'progress-news',
    where: 'title',
    weight: 5,
    pattern: /推动.{0,8}整改|整改.{0,6}(?:走深|落地|见实效)|整改.{0,10}(?:账|答卷|清单|成绩|战|见底|进度)/u,
  },
  {
    type: 'practice',
    where: 'title',
    weight: 5,
    pattern: /路子|笔记|警惕|疲劳症|密码|样本|解法|为何|何以|这样|怎样|新招|妙招|一线|之窗/u,
  },
  // an opinion speaks of no one in particular
  {
    type: 'practice',
    where: 'text',
    weight: 7,
    pattern:
      /本文将|有的(?:单位|企业|地方|干部)|一些(?:单位|企业|地方|部门)|说到底|归根(?:结底|到底)|关键在于|之道[，,]?在于|实践中[，,]|不能止于|最怕|往往|导读[：:]|评论员|读到一|颇堪|打折扣|切忌|不妨/u,
  },
  {
    type: 'practice',
    where: 'lead',
    weight: 4,
    pattern: /新探索|走出了?一条|推行|有益探索|做法值得|[一二两三四五\d]年(?:来|间)[^。]{0,40}巡[视察]|不少国有企业/u,
  },
];

/** What is inspected where 巡视 is a round of machines or building sites. */
const WORKS = /线路|标段|机组|设备|隐患|缺陷|无人机|变电|构件|施工/u;
/** Inspection in the Party’s sense names a body of the Party; rounds of power lines and building sites name none. */
const PARTY = /巡察|党|纪[委检律]|[省市区县州盟旗]委|中央|国资委|巡[视察]办|第[一二三四五六七八九十]+巡[视察]组/u;

/** Pages that are something else by their title or nature, whatever they say of inspection. */
const NEVER =
  /招聘|招录|应聘|采购公告|招标公告|中标|竞争性磋商|范文|模板|连载|第[一二三四五六七八九十百千\d]+[章回]\s|研修班|遴选|版权说明|文档简介|通用模板|招生|简章|操作说明|操作规程|机房|运维|巡检/u;

/** Look-alikes: not inspection in the Party's sense, whatever words they share with it. */
const LOOK_ALIKES: readonly { name: string; pattern: RegExp }[] = [
  { name: '环保督察', pattern: /(?:生态)?环境保护督察|环保督察|环保督查/u },
  {
    name: '安全检查',
    pattern:
      /督导巡视|安全(?:生产)?(?:大)?检查|项目巡[查察视]|工程巡[查察]|巡[视查]检查|安全巡[查视察]|设备巡[视检]|线路巡[视检]|巡线/u,
  },
  { name: '巡视员', pattern: /(?:[一二三四]级|副)?(?:调研员|巡视员)/u },
  { name: '专项检查', pattern: /第[一二三四五六七八九十]+专项检查组|专项检查组(?:进驻|到|赴)/u },
  { name: '审计', pattern: /审计(?:署|局|厅|组).{0,20}(?:审计|进驻)|经济责任审计|审计整改/u },
  { name: '培训', pattern: /培训(?:会|班)|业务培训|专题(?:学习|辅导)|集中学习/u },
  { name: '范文', pattern: /范文|文档(?:由用户上传|简介)|模板下载|工作方案范/u },
  { name: '招聘', pattern: /招聘|应聘|报名条件|岗位职责/u },
  { name: '小说', pattern: /第[一二三四五六七八九十百千\d]+[章回]|小说|连载/u },
];

/** The act that makes a text a notice even where a look-alike's words stand in it. */
const REAL_ACT = new RegExp(
  `${X}组.{0,30}(?:进驻|反馈|巡视了?|巡察了?|对.{2,40}(?:开展|进行)|到.{2,30}(?:${X}|反馈))|${X}(?:反馈|整改|“回头看”|动员)|(?:中央|省委|市委|区委|县委|党委|党组).{0,12}第?[一二三四五六七八九十\\d]+轮(?:常规|专项)?${X}|接受(?:常规|专项)?${X}|${X}.{0,8}整改`,
  'u',
);

const clip = (text: string, length: number): string => text.slice(0, length);

/** Reads the docType from the title, the first paragraphs and the whole text. */
export function classify(text: string, lines: readonly Line[], title: Line | null): Finding<DocType> {
  const heading = title?.text ?? '';
  const bodyStart = title ? title.end : 0;
  const lead = text.slice(bodyStart, bodyStart + 360);
  const whole = clip(text, 60_000);
  const evidence = (line: Line | undefined) => {
    const start = line?.start ?? 0;
    const quote = text.slice(start, Math.min(line?.end ?? 0, start + 80));
    return { start, end: start + quote.length, quote };
  };
  const first = evidence(title ?? lines[0]);
  if (NEVER.test(`${heading}\n${lines[title ? 1 : 0]?.text.slice(0, 40) ?? ''}`) || isLookAlike(heading, lead, whole))
    return { value: 'other', ...first };
  if (WORKS.test(whole) && !PARTY.test(`${heading}${whole}`)) return { value: 'other', ...first };
  if (!INSPECTION.test(whole)) {
    const match = SUPERVISION.exec(`${heading}${lead}`);
    return { value: match ? 'practice' : 'other', ...first };
  }

  const regions = { title: heading, lead, text: whole };
  const scores = new Map<DocType, number>();
  const strongest = new Map<DocType, { weight: number; start: number; quote: string }>();
  const offsets = { title: title?.start ?? 0, lead: bodyStart, text: 0 };
  for (const { type, where, weight, pattern } of CLUES) {
    const match = pattern.exec(regions[where]);
    if (!match) continue;
    scores.set(type, (scores.get(type) ?? 0) + weight);
    const quote = match[0].slice(0, 80);
    if (weight > (strongest.get(type)?.weight ?? 0) && !quote.includes('\n'))
      strongest.set(type, { weight, start: offsets[where] + match.index, quote });
  }
  const ranked = [...scores].sort((a, b) => b[1] - a[1]);
  const [best] = ranked;
  if (!best || best[1] < 4) return { value: fallback(heading, lead), ...first };
  const proof = strongest.get(best[0]);
  return {
    value: best[0],
    ...(proof ? { start: proof.start, end: proof.start + proof.quote.length, quote: proof.quote } : first),
  };
}

/** A text about inspection without a strong clue: news where something happened on a day, else an article. */
function fallback(heading: string, lead: string): DocType {
  if (/学习|传达|培训|座谈交流/u.test(lead.slice(0, 60))) return 'other';
  if (/进驻|入驻|动员/u.test(`${heading}${lead}`)) return 'launch';
  if (/整改/u.test(`${heading}${lead}`) && /\d日[^。]{0,40}(?:召开|举行|开|会)/u.test(lead)) return 'progress-news';
  return 'practice';
}

function isLookAlike(heading: string, lead: string, whole: string): boolean {
  const where = `${heading}\n${lead}`;
  if (/巡审|巡察(?:与|和|、|\+|\+)审计|巡察组[^。]{0,20}审计组/u.test(where)) return false;
  const alike = LOOK_ALIKES.find(({ pattern }) => pattern.test(where));
  if (!alike) return false;
  // with the look-alike's own words away, is there still an act of inspection?
  const rest = where.replace(new RegExp(alike.pattern.source, 'gu'), '');
  return (
    !REAL_ACT.test(rest) &&
    !(INSPECTION.test(heading.replace(new RegExp(alike.pattern.source, 'gu'), '')) && REAL_ACT.test(whole))
  );
}
