import { type DocType, MAX_QUOTE } from '../src/model/index.ts';
import { CLUES, type Clue } from './classify-clues.ts';
import type { Finding } from './finding.ts';
import { sieve } from './gate.ts';
import type { Line } from './lines.ts';
import { INSPECT, ORDINAL } from './vocabulary.ts';

const INSPECTION = /巡视|巡察/u;
/** Supervision in an enterprise without a word of inspection can only be `practice`. */
const SUPERVISION = /(?:纪检监察(?:组|机构|机关)|纪委).{0,60}(?:监督|紧盯|盯|查|督促)|清廉国企|廉洁国企/u;

/** The office that follows an inspection up is known by its work alone: 整改办公室要不要撤, 销了号又冒头. */
const FOLLOW_UP_OFFICE = /整改(?:工作)?办/u;
const FOLLOW_UP_WORK = /销了?号|领导包案|集中整改|对账/u;

/** What is inspected where 巡视 is a round of machines or building sites. */
const WORKS = /线路|标段|机组|设备|隐患|缺陷|无人机|变电|构件|施工/u;
/** Inspection in the Party’s sense names a body of the Party; rounds of power lines and building sites name none. */
const PARTY = /巡察|党|纪[委检律]|[省市区县州盟旗]委|中央|国资委|巡[视察]办|第[一二三四五六七八九十]+巡[视察]组/u;

/** What only texts about inspection in that sense speak of. */
const OF_FINDINGS = /整改|反馈|回头看|巡[视察]组|(?:常规|专项|机动|提级|内部|[轮批])巡[视察]/u;

/** Pages that are something else by their title or nature, whatever they say of inspection. */
const NEVER =
  /招聘|招录|应聘|采购公告|招标公告|中标|竞争性磋商|范文|模板|连载|第[一二三四五六七八九十百千\d]+[章回]\s|研修班|遴选|选调|拟录用|版权说明|文档简介|通用模板|招生|简章|操作说明|操作规程|机房|运维|巡检|任前公示|成交公告|采购项目.{0,12}公[告示]|应知应会|知识(?:测试|竞赛|问答)/u;

/** A regulation orders inspections and reports none; news of one say that it was issued. */
const REGULATION =
  /^(?!.*(?:出台|印发|制定|修订|发布|解读)).*(?:规程|办法|条例|细则|规定)(?:[（(](?:试行|暂行|修订)[^）)]*[）)])?$/u;

/** Look-alikes: not inspection in the Party's sense, whatever words they share with it. */
const LOOK_ALIKES: readonly { name: string; pattern: RegExp }[] = [
  { name: '环保督察', pattern: /(?:生态)?环境保护督察|环保督察|环保督查/u },
  {
    name: '安全检查',
    pattern:
      /督导巡视|安全(?:生产)?(?:大)?检查|项目巡[查察视]|工程巡[查察]|巡[视查]检查|安全巡[查视察]|设备巡[视检]|线路巡[视检]|巡线|特巡|质量巡[视查]|杆塔|登塔|千伏|绝缘子/u,
  },
  { name: '巡视员', pattern: /(?:[一二三四]级|副)?(?:调研员|巡视员)/u },
  { name: '专项检查', pattern: /第[一二三四五六七八九十]+专项检查组|专项检查组(?:进驻|到|赴)/u },
  { name: '审计', pattern: /审计(?:署|局|厅|组).{0,20}(?:审计|进驻)|经济责任审计|审计整改/u },
  {
    name: '培训',
    pattern: /培训(?:会|班)|(?:业务|岗前)培训|集训|专题(?:学习|辅导)|集中学习|新任巡[视察]干部|业务交流会/u,
  },
  { name: '范文', pattern: /范文|文档(?:由用户上传|简介)|模板下载|工作方案范/u },
  { name: '招聘', pattern: /招聘|应聘|报名条件|岗位职责/u },
  {
    name: '小说',
    pattern:
      /第[一二三四五六七八九十百千\d]+[章回]|小说|连载|压低声音|一拍桌子|苦笑|冷笑|皱(?:了|着)眉|叹了口气|愣(?:了|住)|笑了笑|窗外|低声(?:说|道)|沉默了|后半夜/u,
  },
];

/** The act that makes a text a notice even where a look-alike's words stand in it. */
const REAL_ACT = new RegExp(
  `${INSPECT}组.{0,30}(?:进驻|反馈|巡视了?|巡察了?|对.{2,40}(?:开展|进行)|到.{2,30}(?:${INSPECT}|反馈))|${INSPECT}(?:反馈|整改|“回头看”|动员)|(?:中央|省委|市委|区委|县委|党委|党组).{0,12}第?[一二三四五六七八九十\\d]+轮(?:常规|专项)?${INSPECT}|接受(?:常规|专项)?${INSPECT}|${INSPECT}.{0,8}整改`,
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
    const quote = text.slice(start, Math.min(line?.end ?? 0, start + MAX_QUOTE));
    return { start, end: start + quote.length, quote };
  };
  const first = evidence(title ?? lines[0]);
  if (
    NEVER.test(`${heading}\n${lines[title ? 1 : 0]?.text.slice(0, 40) ?? ''}`) ||
    REGULATION.test(heading) ||
    isLookAlike(heading, lead, whole)
  )
    return { value: 'other', ...first };
  if (!PARTY.test(heading) && !PARTY.test(whole) && (WORKS.test(whole) || !OF_FINDINGS.test(whole)))
    return { value: 'other', ...first };
  if (!INSPECTION.test(whole)) {
    const match = SUPERVISION.exec(`${heading}${lead}`);
    if (!match && FOLLOW_UP_OFFICE.test(lead) && FOLLOW_UP_WORK.test(lead)) return { value: 'progress-news', ...first };
    return { value: match ? 'practice' : 'other', ...first };
  }

  const regions = { title: heading, lead, text: whole };
  const offsets = { title: title?.start ?? 0, lead: bodyStart, text: 0 };
  const best = heaviest(regions, offsets);
  if (!best || best.weight < DECISIVE) return { value: fallback(heading, lead), ...first };
  return { value: best.type, ...(best.proof ?? first) };
}

type Region = Clue['where'];
type Proof = Omit<Finding<unknown>, 'value'>;
/** Less than one good clue decides nothing. */
const DECISIVE = 4;

type Regions = Readonly<Record<Region, string>>;
type Offsets = Readonly<Record<Region, number>>;
const TYPES = Object.keys(CLUES) as (keyof typeof CLUES)[];

/** The clues of each type by the region they stand in; those of the title and the lead behind a look at its characters. */
const SIEVES = TYPES.map((type) => {
  const of = (region: Region): Clue[] => CLUES[type].filter(({ where }) => where === region);
  const sifted = (region: Region) => sieve(of(region), ({ pattern }) => pattern);
  return { type, title: sifted('title'), lead: sifted('lead'), far: of('text') };
});

interface Case {
  readonly type: keyof typeof CLUES;
  readonly weight: number;
  /** The words of the strongest clue, and how strong it is. */
  readonly proof: Proof | null;
  readonly strongest: number;
}

/** The type whose clues weigh most, the first of equals; the whole text is read only for types that could still win. */
function heaviest(regions: Regions, offsets: Offsets): Case | undefined {
  const cases = SIEVES.map(({ type, title, lead, far }) => {
    const near = [...title(regions.title), ...lead(regions.lead)];
    return { near: weigh({ type, weight: 0, proof: null, strongest: 0 }, near, regions, offsets), far };
  });
  let best: Case | undefined;
  for (const { near, far } of cases.toSorted((a, b) => b.near.weight - a.near.weight)) {
    const most = far.reduce((sum, { weight }) => sum + weight, near.weight);
    if (best && most < best.weight) continue;
    const whole = weigh(near, far, regions, offsets);
    const isFirst = best?.weight === whole.weight && TYPES.indexOf(whole.type) < TYPES.indexOf(best.type);
    if (!best || whole.weight > best.weight || isFirst) best = whole;
  }
  return best;
}

/** A case with what more clues add to it. */
function weigh(known: Case, clues: readonly Clue[], regions: Regions, offsets: Offsets): Case {
  let { weight, proof, strongest } = known;
  for (const clue of clues) {
    const match = clue.pattern.exec(regions[clue.where]);
    if (!match) continue;
    weight += clue.weight;
    const quote = match[0].slice(0, MAX_QUOTE);
    const start = offsets[clue.where] + match.index;
    if (clue.weight <= strongest || quote.includes('\n')) continue;
    strongest = clue.weight;
    proof = { start, end: start + quote.length, quote };
  }
  return { type: known.type, weight, proof, strongest };
}

/** 省委第六巡视组对甲集团党委开展常规巡视; 甲集团党委接受省委第六巡视组巡视: the act itself. */
const UNDER_INSPECTION = new RegExp(
  `第${ORDINAL}${INSPECT}组[^。]{0,6}对[^。]{2,80}(?:(?:开展|进行|实施)[^。，]{0,8}|的)${INSPECT}(?!整改|反馈)|接受[^。，]{2,20}${INSPECT}组${INSPECT}|向[^。]{2,80}派出[^。，]{0,8}${INSPECT}组|派出[^。，]{0,10}${INSPECT}组[^。]{0,30}对[^。]{2,80}(?:开展|进行|实施)[^。，]{0,8}${INSPECT}`,
  'u',
);

/** 整改以来，…已完成整改19个: how far it has come. */
const RECTIFIED = /整改[^。]{0,80}(?:已(?:完成|整改|销号|办结)[^。，]{0,8}\d+[个项条]|完成率)/u;

/** “白天看账，晚上看仓。”一名干部说: a report tells what people say. */
const SPOKEN = /[。！？]”[^。，]{0,12}说|说[：，]“/u;

/** A text about inspection without a strong clue: news where something happened on a day, else an article. */
function fallback(heading: string, lead: string): DocType {
  if (/学习|传达|培训|座谈交流/u.test(lead.slice(0, 60))) return 'other';
  if (/进驻|入驻|动员/u.test(`${heading}${lead}`) || (UNDER_INSPECTION.test(lead) && !SPOKEN.test(lead)))
    return 'launch';
  if (/整改/u.test(`${heading}${lead}`) && /\d日[^。]{0,40}(?:召开|举行|开|会)/u.test(lead)) return 'progress-news';
  if (RECTIFIED.test(lead) && !/\d家(?:[中省市区县]属|国有)?企业/u.test(lead)) return 'progress-news';
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
