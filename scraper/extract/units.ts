import type { Finding } from '../finding.ts';
import { gatedMatches, sieve } from '../gate.ts';
import { abbreviates, bracketedName, endsName, listParts, namesCommittee, readName, type Span } from '../names.ts';
import { INSPECT } from '../vocabulary.ts';

/**
 * Names of the inspected units. A sentence of inspection has a place for its object: 对…开展巡察, 向…反馈, 进驻…,
 * 巡察…党委. What stands in such a place is read as a list of names, whatever they end in.
 */
interface Place extends Span {
  /** Whether names need no suffix of an enterprise there. */
  readonly loose: boolean;
}

/** The end of a clause, outside brackets. */
const CLAUSE_END = /[，,。；;：:！!？?\n]/u;
const LONGEST = 900;
/** No clause of a notice has more acts, or more words that may open the place of an object. */
const MOST_ACTS = 4;
const MOST_OPENERS = 6;

/** What closes the place of an object that 对, 向, 在 opened. */
const ACT = new RegExp(
  [
    `(?:集中|分别|先后|同步|全面|陆续|依次|正式|再次|统一)?(?:开展|进行|展开|实施|动用|(?<![工合运操协动制])作|做|启动)(?:了|的)?[^，,。；;、\\n对向到]{0,30}?(?:${INSPECT}|“回头看”|政治体检|把脉)`,
    `(?:集中|分别|先后|陆续|正式|当面|现场|逐一|各自|“?一对一”?地?)?(?:反馈|通报)(?!后|会|以来|精神|(?:问题|意见)?整改)`,
    '(?:分别|先后|相继|陆续)?(?:召开|举行)(?=[。，,；;])',
    '(?:分别|先后|相继|陆续)?(?:召开|举行|开(?![发展拓封平阳滦采关投滨化]))[^，,。；;、\\n]{0,14}(?:动员|反馈|见面|对接|碰面|通报)',
    `(?:集中|分别|先后|陆续)?(?:常规|专项|机动|提级|交叉|政治|内部|党建)*${INSPECT}(?=了?[，,。；;\\n]|了|$|正式|将|已)`,
    `(?:督查|督导|回访|调研|督促|检查)[^，,。；;、\\n]{0,12}(?:${INSPECT}|整改|反馈)`,
    // 对甲公司、乙公司3家企业巡视整改情况进行现场评估
    `${INSPECT}?整改(?:落实)?(?:情况|成效)(?:进行|开展)[^，,。；;、\\n]{0,6}(?:评估|督查|督导|检查|验收|回访)`,
    // 向甲公司、乙厂等18户企业派出6个巡察组
    `派出了?[^，,。；;、\\n]{0,4}[个支]${INSPECT}组`,
    `的(?:常规|专项|机动|提级|政治)*${INSPECT}(?!组|办|整改|反馈|发现|意见)`,
    // 本轮巡察对甲分公司、乙分公司党委开展。
    '(?<=(?:党委|党组|党总支|党支部|党组织)(?:分别)?)(?:开展|进行)(?=[。；;])',
    '(?:常驻|进驻)(?=[，,。；;了])',
    // 巡察组到甲中心、乙中心见面
    '见面(?=[。，,；;])',
    // 到甲公司，向甲公司党委反馈; 到甲公司，对整改情况现场验收
    '(?=[，,](?:向|给)[^，,。]{2,40}反馈|[，,]对[^，,。]{4,60}(?:验收|督查|回访|评估))',
  ].join('|'),
  'gu',
);
const actsIn = gatedMatches(ACT);
/** What opens it. After 、 or 和 such a character begins a name: 甲公司、向阳煤矿. */
const OPENER =
  /(?<![、和及与（(面针应相核反校])(?:面向|对着|深入|针对|对(?![标照外口象于应接策])|向(?!阳)|给|到(?!位)|赴|在(?![线职建京于]))原?/gu;

/** Verbs whose object is the unit itself: 进驻甲公司、乙公司. */
const ENTER =
  /(?:(?<=巡[视察]组)已经?[到抵](?=[^，,。]{2,40}(?:公司|集团|银行|党委)[，,。；;])|(?<=巡[视察]组|个组(?:分别)?)负责(?!人)|进驻|入驻|进入|走进|开进(?!驻)|前往|抵达|来到|下沉到|摆给|对着|分赴|奔赴)了?(?!动员|公告|消息|情况|完毕|会|以来|后|时|期间|协调|之?前|的|当|仪式|见面|工作|阶段|新|现场|[，,。；;、\n])/gu;
const entriesIn = gatedMatches(ENTER);
/** What follows such an object. */
const AFTER_ENTERED =
  /(?:集中|分别|正式|全面)?(?:开展|进行|展开|实施|召开|举行|启动|开始|为期|督查|督导|回访|调研|动员|见面|并|之?后|暨|时(?!代)|以来|期间)/u;
/** 进入 and 前往 tell of inspection only where their sentence does. */
const OF_INSPECTION = new RegExp(`${INSPECT}|督查|反馈|验收组`, 'u');

/** What follows 巡察 where it is no verb or its object no name. */
const NO_OBJECT =
  '组|办|工作|整改|反馈|发现|期间|全覆盖|制度|情况|机构|条例|意见|对象|为期|“|的|利剑|监督|移交|干部|人员|成果|指出|建议|问题|单位|动员|公告|方式|任务|巡|进驻|给|向|对|到|在|从|中(?![\\u4e00-\\u9fff（）()]{2,24}(?:公司|集团|银行)(?:党[委组]|工作动员)|国[\\u4e00-\\u9fff（）()]{2,24}(?:公司|集团|银行))|于|时|后|前|以来|第|就|将|是|既|也|[一二三四五六七八九十]+组';
/** 巡察甲集团党委工作动员会: the object of the noun. */
const NOMINAL = new RegExp(
  `(?<=[组开，,别后头日旬月起规项级]|陆续|正在|将|已)${INSPECT}了?(?!${NO_OBJECT})(?=[^，,。；;：:\\n]{2})`,
  'gu',
);
const nominalsIn = gatedMatches(NOMINAL);
/** What such an object ends before. */
const AFTER_NOMINAL = /工作|动员|情况|反馈|进驻|部署/u;

/** What announces a list of names. */
const ANNOUNCED: readonly RegExp[] = [
  // 对20个单位党组织开展专项巡视，分别是省物资厅、省盐业集团
  new RegExp(`${INSPECT}[，,](?:分别|具体)(?:是|为)(?=[^，,。]{2,30}、)`, 'gu'),
  // 一、巡察对象 / （1）常规巡察, and the list on the next line
  new RegExp(
    `(?:${INSPECT}对象|[（(]\\d[）)](?:常规|专项|提级|机动)?${INSPECT}(?:“回头看”)?)[：:]?\\n{1,2}(?=[^\\n，,。]{2,60}、)`,
    'gu',
  ),
  // 第三轮巡察就此开局，去的是甲公司和乙公司; 对6家企业开展巡视，其中有甲公司、乙公司
  new RegExp(
    `轮${INSPECT}[^，,。；;\\n]{0,8}[，,]去的(?:单位)?是|${INSPECT}[，,]其中(?:有|包括)(?=[^，,。；;\\n]{2,30}公司、)`,
    'gu',
  ),
  // 公布第二批反馈情况，涉及甲集团、乙集团
  new RegExp(`${INSPECT}[^。；;\\n]{0,40}[，,]涉及(?=[^，,。；;\\n\\d]{2,30}(?:公司|集团|银行)、)`, 'gu'),
  // 集团党委书记代表示例酒业集团有限公司党委作表态发言
  /代表(?=[^，,。；;、\n]{3,30}党[组委](?:作|做|表态))/gu,
  // 参加汇报的有甲院、乙公司等4家单位党组织
  /(?:参加|出席|接受)[^，,。；;、\n]{0,8}的(?:单位)?有(?=[^，,。；;\n]{2,30}、[^。；;\n]{0,120}等\d+[家个户])/gu,
  // 首轮被巡视的甲基地、乙研究所等7家单位
  new RegExp(`被${INSPECT}的(?=[^，,。；;\\n]{2,30}、[^，,。；;\\n]{0,60}等\\d+[家个])`, 'gu'),
  // ——12家央企。以工程、流通类为主：甲公司、乙公司等
  /\d[家个](?:央企|中央企业|国企|国有企业)。[^\n]{0,60}[：:](?=[^，,。；;\n]{3,30}、)/gu,
  /已?进驻的[^，,。；;：:\n]{2,24}?(?:分别)?[为是](?=[^，,。；;]{2,24}、)/gu,
  /(?:对象|名单)(?:(?:已经?确定|如下|[\u4e00-\u9fff]{0,4})[:：]|(?:已经?)?(?:分别是|分别为|是|为|有|包括))(?=\S)/gu,
  new RegExp(
    `(?:接受|列入|纳入)(?:[\\u4e00-\\u9fff]{0,6}|巡视“回头看”)?(?:${INSPECT})?(?:“回头看”)?的(?:[央国]?企业?|单位)?(?:[，,]?有|是|包括|分别是|分别为|为)?`,
    'gu',
  ),
  new RegExp(
    // 第一巡视组：甲公司、乙公司（常规巡视）; （1）常规巡察：甲学院、乙公司等
    `${INSPECT}组[：:]|(?:常规|专项|提级|机动)${INSPECT}[：:]|“回头看”[：:]|被${INSPECT}(?:的)?(?:\\d+[家个])?(?:[省市区县]级|[中省市区]管)?(?:单位|企业|党组织|分公司|子公司)(?:(?:分别)?(?:有|是|为)[:：]?|[:：]|(?=[^，,。；;\\n]{2,24}公司(?:要|须|应|将)))|轮${INSPECT}的(?!对象|名单)(?=[^，,。]{4,60}(?:公司|集团|等\\d))`,
    'gu',
  ),
];
const mayAnnounce = sieve(ANNOUNCED, (pattern) => pattern);

/** What goes on with a list, where names must end as enterprises do. */
const CONTINUED = new RegExp(
  `反馈给|还有|包括|(?:有|占了?|[类属业])\\d+家[:：]|(?:以及|、|和)(?=[\\u4e00-\\u9fff（）()]{4,30}等\\d+[家个户所])|(?<=\\d[个家所户][\\u4e00-\\u9fff]{2,10})和(?=[\\u4e00-\\u9fff（）()、]{4,60}等\\d+[家个户])|(?:分别|重点|日|旬|月|起|巡[视察]组|派出[\\u4e00-\\u9fff]{0,6}组，?|[，,]|分头)${INSPECT}了?(?!${NO_OBJECT})(?=[^，,。；;\\n]{2,40}(?:公司|集团|局|、))`,
  'gu',
);
const continuedIn = gatedMatches(CONTINUED);

/** 甲公司、乙公司党组接受巡视: the names stand before the verb. */
const PASSIVE = new RegExp(
  `(?<=^|[。；;：:，,\\s])([^。；;：:，,\\s]{3,200}?)(?:(?:则|也|均|同时)?接受(?:[\\u4e00-\\u9fff]{0,8}${INSPECT}(?!的)|“回头看”)|(?<=党[组委])收到.{0,24}${INSPECT}.{0,4}反馈|列入[\\u4e00-\\u9fff]{0,4}${INSPECT}|(?<=党[组委])(?:收到|把|落实|推进|(?:近期|近日|日前)?公[开布]了?).{0,24}${INSPECT}.{0,8}整改|建起自己的${INSPECT}|迎来.{2,16}${INSPECT}组|(?<=党[组委])的${INSPECT}整改(?:情况)?(?:通报|公告|报告)|的?班子成员|(?<=、[^，,。]{2,30}党(?:委|总支|支部|组织))(?:主要)?负责(?:人|同志)[^，,。]{0,12}(?:到会|参会|参加|出席|列席|表态|发言))`,
  'gu',
);
const passivesIn = gatedMatches(PASSIVE);

/** Where the clause ends that holds `from`; a comma inside brackets does not end it. */
function clauseEnd(text: string, from: number, semicolons = false): number {
  let depth = 0;
  const limit = Math.min(text.length, from + LONGEST);
  for (let i = from; i < limit; i++) {
    const char = text.charAt(i);
    if (char === '\n') return i;
    if (char === '（' || char === '(') depth++;
    else if (char === '）' || char === ')') depth = Math.max(0, depth - 1);
    else if (semicolons && /[；;]/u.test(char) && /(?:党委|党组|党总支|党支部|公司|集团)$/u.test(text.slice(from, i)))
      continue;
    else if (depth === 0 && CLAUSE_END.test(char)) return i;
  }
  return limit;
}

/** Where the clause begins that ends at `to`. */
function clauseStart(text: string, to: number): number {
  let depth = 0;
  for (let i = to - 1; i >= Math.max(0, to - LONGEST); i--) {
    const char = text.charAt(i);
    if (char === '\n') return i + 1;
    if (char === '）' || char === ')') depth++;
    else if (char === '（' || char === '(') depth = Math.max(0, depth - 1);
    else if (depth === 0 && (CLAUSE_END.test(char) || text.startsWith(' - ', i - 1))) return i + 1;
  }
  return Math.max(0, to - LONGEST);
}

/** 对甲局、乙局，丙局、丁局开展巡视: a comma slipped into the list, whose opener stands before it. */
function listStart(text: string, from: number, to: number): number {
  const clause = text.slice(from, to);
  if (
    !/[，,]/u.test(text.charAt(from - 1)) ||
    !clause.includes('、') ||
    clause.includes('的') ||
    clause.search(OPENER) >= 0
  )
    return from;
  const before = clauseStart(text, from - 1);
  const listed = text.slice(before, from);
  return listed.includes('、') && listed.search(OPENER) >= 0 ? before : from;
}

/** 在集团调度中心举行: where people meet, not whom they inspect. */
const VENUE = /(?:行政|会议|会展|博览|研发|教育|培训|活动|调度|指挥|文化|党群|职工)中心$/u;

/** 党委书记先后到甲厂、乙公司等一线督导整改: visits, no inspection. */
const VISITED = /(?:书记|领导|班子成员|总经理|负责人)(?:先后|分别|多次|带队)?[到赴]/u;

/** 明年，集团还将对…: another inspection. */
const NEXT_TIME = /(?:还将|也将|明年将?)$/u;

/** 对…开展巡察: for each act the nearest opener before it whose object can be read. */
function* placesBeforeActs(text: string): Generator<Place[]> {
  let last = -1;
  let acts = 0;
  for (const act of actsIn(text)) {
    const from = listStart(text, clauseStart(text, act.index), act.index);
    acts = from === last ? acts + 1 : 1;
    last = from;
    if (acts > MOST_ACTS) continue;
    const clause = text.slice(from, act.index);
    if (VISITED.test(clause) && act[0].includes('督导')) continue;
    // 完成对甲厂、乙厂的意见反馈
    const end = act.index - (/的(?:意见|情况|问题)$/u.exec(clause)?.[0].length ?? 0);
    yield [...clause.matchAll(OPENER)]
      .filter(({ index }) => !NEXT_TIME.test(clause.slice(0, index)))
      .slice(-MOST_OPENERS)
      .map((opener) => ({
        start: from + opener.index + opener[0].length,
        end,
        // 在研发楼召开: a place as well
        loose: !/^[在到赴]/u.test(opener[0]),
      }))
      .filter(({ start, end, loose }) => loose || !VENUE.test(text.slice(start, end)))
      .reverse();
  }
}

function* placesAfterVerbs(text: string): Generator<Place> {
  for (const verb of entriesIn(text)) {
    const start = verb.index + verb[0].length;
    const first = clauseEnd(text, start);
    // 负责甲厂、乙公司，以及丙公司
    const end = /^[，,]以及/u.test(text.slice(first, first + 3)) ? clauseEnd(text, first + 1) : first;
    const sentence = text.slice(clauseStart(text, verb.index), Math.min(text.length, end + 30));
    if (!/驻|摆给|下沉到|对着/u.test(verb[0]) && !OF_INSPECTION.test(sentence)) continue;
    const after = AFTER_ENTERED.exec(text.slice(start, end));
    yield { start, end: after ? start + after.index : end, loose: true };
  }
  for (const noun of nominalsIn(text)) {
    const start = noun.index + noun[0].length;
    const rest = text.slice(start, clauseEnd(text, start));
    const region = rest.slice(0, AFTER_NOMINAL.exec(rest)?.index ?? rest.length);
    // 第一巡视组巡视省民政厅、甲公司: a list after a group holds names only
    const listed = text.charAt(noun.index - 1) === '组' && region.includes('、');
    yield { start, end: start + region.length, loose: listed || namesCommittee(region) };
  }
}

function* announcedPlaces(text: string): Generator<Place> {
  for (const pattern of mayAnnounce(text))
    for (const match of text.matchAll(pattern)) {
      const start = match.index + match[0].length;
      const end = clauseEnd(text, start, /[：:]$/u.test(match[0]));
      const words = text.slice(start, end);
      yield { start, end, loose: /、|\d[家个户所]/u.test(words) || (words.length < 16 && !match[0].startsWith('被')) };
    }
  for (const match of continuedIn(text)) {
    const start = match.index + match[0].length;
    const end = clauseEnd(text, start);
    // a list that is counted holds names only, whatever they end in
    yield { start, end, loose: /、[^、]{2,20}等\d+[家个户]/u.test(text.slice(start, end)) };
  }
}

/** 甲公司、乙厂2家被巡察单位; 甲银行、乙公司等均在此列: the names stand before what is said of all. */
const COUNTED =
  /的(?:动员会|见面会|对接会)(?:都|均|已)|的(?:突出|主要|共性)问题[是为]|等(?:均|都|也)(?:在此列|在其中|在列|在其列|上榜|入列|名列其中)|等?(?:(?:\d+|[一二两三四五六七八九十]+)[家个户]|为)被巡[视察](?:单位|企业|公司|党组织)|等?\d+[家个户](?:单位|企业|公司)(?:党委|党组织|党总支|党支部)?(?:书记|主要负责人|负责人)?(?:分别|先后|依次|逐一)?(?:作了?)?(?:汇报|表态|上台|接受询问)|等(?:单位|企业|公司)(?:党委|党组)?(?:书记|主要负责人|负责同志)(?:分别|先后)?[作做]了?表态|等\d+[家个户](?:单位|企业|公司)党组织接受监督|(?:分别)?设(?:立|置)?分会场|等\d+[家个户](?:中央|国有|[省市区县]属)?(?:企业|单位|公司)(?:党委|党组)?(?:均|都|先后|陆续|分别)?召开|(?:\d{1,2}月\d{1,2}日)?(?:上午|下午)?(?:分别|先后|陆续)召开[^，,。；;]{0,8}动员/gu;
const countedIn = gatedMatches(COUNTED);

function* placesBeforeCounts(text: string): Generator<Place> {
  for (const count of countedIn(text)) {
    const start = clauseStart(text, count.index);
    if (text.slice(start, count.index).includes('、')) yield { start, end: count.index, loose: true };
  }
}

/** 甲、乙等3家单位; 甲、乙2家市属国企整改情况; not 马泉街道及所辖9个社区. */
const LIST_END = /等(?:\d+[家个户所])?|\d[家户](?:[省市区县]属|国有|中央|被巡|企业|单位|国企|公司|党组织)/u;

/** The names in one place; a list ends with its 等, and what follows belongs to the sentence. */
function namesIn(text: string, place: Place): Finding<string>[] {
  const names: Finding<string>[] = [];
  for (const part of listParts(text, place)) {
    const name = readName(text, part, place.loose);
    if (name) names.push(name);
    const extra = bracketedName(text, part.start, Math.min(part.end + 40, place.end));
    if (extra) names.push(extra);
    // 甲公司等42家企业和乙局、丙局等3个部门: the first count does not end the list
    if (
      LIST_END.test(text.slice(part.start, part.end)) &&
      !/、[^、]{2,30}等\d+[家个]/u.test(text.slice(part.end, place.end))
    )
      break;
  }
  return names;
}

/** 针对招标采购、工程建设等领域: what is looked into, not who. */
const MATTERS = /(?:领域|方面|环节|事项|业务|岗位|人员|问题|项目)$/u;

/** A place opened by a mere 对 or 向 holds names only: one part that is none, and it was something else. */
function namesOnly(text: string, place: Place): Finding<string>[] {
  if (MATTERS.test(text.slice(place.start, place.end))) return [];
  const parts = [...listParts(text, place)];
  const names = namesIn(text, place);
  return names.length === 0 ||
    (parts.length <= 2 && names.length < parts.length && !names.some(({ value }) => endsName(value)))
    ? []
    : names;
}

/** 澹州殡葬服务公司 of 殡葬服务公司, where other names begin with 澹州 as well. */
const isWithPlace = (long: string, short: string, names: readonly string[]): boolean => {
  const place = long.slice(0, long.length - short.length);
  return (
    short.length > 4 &&
    long.endsWith(short) &&
    (place.length === 2 || place.length === 3) &&
    names.some((name) => name !== long && name.startsWith(place))
  );
};

/** 龙湾城市中心区 of 中心区, 安澜市产业投资集团有限公司 of 安澜产投集团. */
const isLongerForm = (long: string, short: string): boolean =>
  long.length > short.length &&
  (((short.length <= 4 || /^[省市区县]/u.test(short)) && long.endsWith(short)) ||
    (short.length > 2 && !hasLegalForm(short) && hasLegalForm(long) && abbreviates(short, long)));

const hasLegalForm = (name: string): boolean => /(?:有限责任公司|有限公司|集团公司|总公司)$/u.test(name);

/** Every inspected unit that the passage names, in order, each once. */
export function findUnits(text: string): Finding<string>[] {
  const found = new Map<string, Finding<string>>();
  const add = (names: readonly Finding<string>[]) => {
    for (const name of names)
      if (name.start < (found.get(name.value)?.start ?? Number.POSITIVE_INFINITY)) found.set(name.value, name);
  };
  for (const place of announcedPlaces(text)) add(namesIn(text, place));
  for (const place of placesAfterVerbs(text)) add(namesIn(text, place));
  for (const place of placesBeforeCounts(text)) add(namesIn(text, place));
  for (const places of placesBeforeActs(text))
    add(places.map((place) => namesOnly(text, place)).find((names) => names.length > 0) ?? []);
  for (const match of passivesIn(text)) {
    const region = match[1] ?? '';
    const owned = region.lastIndexOf('下面的') >= 0 ? region.lastIndexOf('下面的') + 3 : 0;
    const place = { start: match.index + owned, end: match.index + region.length, loose: namesCommittee(region) };
    for (const part of listParts(text, place)) add([readName(text, part, place.loose)].filter((name) => name !== null));
  }
  const names = [...found.values()];
  const values = names.map(({ value }) => value);
  return names
    .filter(({ value }) => !values.some((other) => isLongerForm(other, value) || isWithPlace(other, value, values)))
    .sort((a, b) => a.start - b.start);
}
