import type { Finding } from '../finding.ts';
import { ENTERPRISE_SUFFIX, INSPECT, stripLeadingWords } from '../vocabulary.ts';

/**
 * Names of the inspected units: 对甲公司党委开展了常规巡视, 进驻甲公司、乙公司等4家企业,
 * 向甲集团党委反馈. A name comes without its 党委/党组 and without the words around it.
 */

/** What introduces a list of names. `list`: so surely that names need no company suffix. */
const TRIGGERS: readonly { list: boolean; pattern: RegExp }[] = [
  {
    list: true,
    pattern:
      /(?:对象|名单)(?:(?:已经?确定|如下|[\u4e00-\u9fff]{0,4})[:：]|(?:已经?)?(?:分别是|分别为|是|为|有|包括))(?=\S)/gu,
  },
  {
    list: true,
    pattern: new RegExp(
      `接受(?:[\\u4e00-\\u9fff]{0,4}|巡视“回头看”)?(?:${INSPECT})?(?:“回头看”)?的(?:有|是|单位有|单位是|企业有)?`,
      'gu',
    ),
  },
  {
    list: true,
    pattern: new RegExp(
      `被${INSPECT}(?:的)?(?:单位|企业|党组织)(?:有|是|为)?[:：]?|轮${INSPECT}的(?!对象|名单)(?=[^，,。]{4,60}(?:公司|集团|等\\d))`,
      'gu',
    ),
  },
  {
    list: true,
    pattern:
      /对着|(?:先后|分头|分别|陆续)?(?:进驻|入驻|走进|下沉到|摆给)(?!动员|消息|情况|完毕|会|以来|后|时|期间|协调|前|的|当|仪式|见面)/gu,
  },
  {
    list: false,
    pattern: new RegExp(
      `(?:分别|重点|常规|专项|提级|日|旬|月|起|巡[视察]组|派出[\\u4e00-\\u9fff]{0,6}组，?|[，,]|分头)(?:对|到|在|向|赴)?${INSPECT}了?(?!组|办|工作|整改|反馈|发现|期间|全覆盖|制度|情况|机构|条例|意见|对象|为期|“)`,
      'gu',
    ),
  },
  { list: false, pattern: /(?:分别|集中|随即)?(?:向|对(?!象)着?|到|给|赴|在|与)(?=[^，,。；;、的\n]{2,40})/gu },
  {
    list: false,
    pattern: /反馈给|还有|包括|企业有\d+家[:：]|(?:以及|、|和)(?=[\u4e00-\u9fff（）()]{4,30}等\d+[家个户所])/gu,
  },
];

/** 甲公司、乙公司党组接受巡视: the names stand before the verb. */
const PASSIVE = new RegExp(
  `(?<=^|[。；;：:，,\\n])([^。；;：:，,\\s]{3,200}?)(?:接受(?:[\\u4e00-\\u9fff]{0,4})?${INSPECT}(?!的)|列入[\\u4e00-\\u9fff]{0,4}${INSPECT}|(?<=党[组委])(?:收到|把|落实|推进).{0,24}${INSPECT}.{0,8}整改|建起自己的${INSPECT}|迎来.{2,16}${INSPECT}组|的?班子成员)`,
  'gu',
);

/** A verb of inspection that must close a list opened by a mere 对, 向, 到. */
const CLOSING_ACT = new RegExp(
  `^(?:(?:领导班子|班子|总部|机关|本部)(?:成员)?)?(?:[^，,。；;\\n、]{0,16}?)(?:(?:开展|进行|展开|作|做|实施)了?[^，,。；;\\n]{0,14}(?:${INSPECT}|“回头看”)|反馈|通报了?(?:${INSPECT})|进驻|${INSPECT}(?:[，,。；;了]|$)|的${INSPECT}|开[^，,。]{0,6}动员会|召开[^，,。]{0,12}动员会|作[^，,。]{0,4}反馈|[，,](?:向|给)[^，,。]{2,40}反馈)`,
  'u',
);

const COMMITTEE = /(?:[（(]?(?:党委|党组|党总支|党支部|党组织|党工委|分党组)[）)]?(?:[（(](?:党委|党组)[）)])?)+/u;
const NAME_END = new RegExp(`${ENTERPRISE_SUFFIX}(?:[（(][\\u4e00-\\u9fff]{2,12}[）)])?$`, 'u');
/** Words that no name of a unit holds. */
const NO_NAME =
  /[的了是不我你他她它这那哪么吗呢把被]|问题|情况|整改|意见|工作|会议|通报|反馈|干部|群众|方面|领导|巡视|巡察|党的|方式|部署|要求|期间|以来|上下|各级|基层|有关|相关|重点|所有|全部|贯彻|落实|政策|成员|职工|组长|人员|开展|进行|动员|责任|监督|检查|子公司|正视|增强|提供|共答|必须|表示|必要/u;
/** Bodies that inspect, supervise or stand for all: never inspected units of a notice. */
const NOT_INSPECTED =
  /^(?:中央|党中央|省委|市委|区委|县委|自治区党委|集团|公司|集团公司|总公司|本公司|我公司|企业|单位|银行|中心|巡[视察]|上级|国务院|纪委|纪检|监委|各|所属|所辖|二级|下属|有|该|书记|副书记|纪委书记|负责人|主要负责人|部门|处室|领导班子)$|纪委监委|组织部|领导小组|巡[视察](?:组|办)|驻.{1,12}纪检/u;

/** 华南公司要提供必要条件 → 华南公司 */
const VERB_AFTER_NAME = new RegExp(`^(.{1,36}?${ENTERPRISE_SUFFIX})(?:要|应|须|将|已|在|负责|参加|等)`, 'u');

/** Brackets that belong to a name, e.g. （集团）, stay; explanations go. */
const EXPLANATION = /[（(](?:以下|下称|简称|原|现|含)[^）)]*[）)]?/u;

interface Span {
  start: number;
  end: number;
}

const COMMITTEE_LAST = /(?:党委|党组|党总支|党支部|公司|集团)$/u;

/** The end of the list that begins at `from`: the first stop outside brackets. */
function listEnd(text: string, from: number, semicolons: boolean): number {
  let depth = 0;
  for (let i = from; i < Math.min(text.length, from + 600); i++) {
    const char = text.charAt(i);
    if (char === '（' || char === '(') depth++;
    else if (char === '）' || char === ')') depth = Math.max(0, depth - 1);
    else if (semicolons && /[；;]/u.test(char) && COMMITTEE_LAST.test(text.slice(Math.max(from, i - 6), i))) continue;
    else if (char === '\n' || (depth === 0 && /[，,。；;：:“”！!？?]/u.test(char))) return i;
  }
  return Math.min(text.length, from + 600);
}

/** The parts of a list between 、 和 及 以及, brackets kept together. */
function* listParts(text: string, start: number, end: number): Generator<Span> {
  let depth = 0;
  let partStart = start;
  for (let i = start; i < end; i++) {
    const char = text.charAt(i);
    if (char === '（' || char === '(') depth++;
    else if (char === '）' || char === ')') depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    const joint =
      char === '、' || char === '；' || char === ';'
        ? 1
        : /^(?:以及|和|及|与|或)(?=[\u4e00-\u9fff])/u.test(text.slice(i, i + 3)) && endsName(text.slice(partStart, i))
          ? text.startsWith('以及', i)
            ? 2
            : 1
          : 0;
    if (!joint) continue;
    yield { start: partStart, end: i };
    i += joint - 1;
    partStart = i + 1;
  }
  yield { start: partStart, end };
}

const endsName = (part: string): boolean => NAME_END.test(part.replace(new RegExp(`${COMMITTEE.source}$`, 'u'), ''));

/** A part of a list as a name with its span, or null where it is none. */
function readName(text: string, part: Span, loose: boolean): Finding<string> | null {
  let raw = text.slice(part.start, part.end);
  const group = /第[一二三四五六七八九十\d]+巡[视察]组(?:进驻|向|对|到)?/u.exec(raw);
  let start = part.start;
  if (group) {
    start += group.index + group[0].length;
    raw = raw.slice(group.index + group[0].length);
  }
  const counted = /等?\s*\d+\s*[家个户所]|等(?=$|[\u4e00-\u9fff]{2,8}$)/u.exec(raw);
  if (counted && counted.index > 0) raw = raw.slice(0, counted.index);
  const committee = COMMITTEE.exec(raw);
  if (committee && committee.index > 0) raw = raw.slice(0, committee.index);
  const explained = EXPLANATION.exec(raw);
  if (explained && explained.index > 1) raw = raw.slice(0, explained.index);
  raw = raw.replace(/(?:领导班子|班子成员|班子|总部|机关|企业|下面|公司总部)$/u, (tail) =>
    raw.length - tail.length >= 4 ? '' : tail,
  );
  const cut = VERB_AFTER_NAME.exec(raw);
  if (cut?.[1]) raw = cut[1];
  const stripped = stripLeadingWords(raw.replace(/^(?:中共|中国共产党)/u, ''));
  // 中国…, 国家… begin with characters that also lead: keep the name whole where stripping leaves no name
  const name = endsName(stripped) || loose ? stripped : raw;
  start += raw.length - name.length;
  if (
    name.length < 2 ||
    name.length > 40 ||
    NO_NAME.test(name.replace(/有限责任公司$/u, '')) ||
    NOT_INSPECTED.test(name) ||
    /^\d/u.test(name)
  )
    return null;
  if (!loose && !NAME_END.test(name)) return null;
  if (loose && !NAME_END.test(name) && name.length > 14) return null;
  return { value: name, start, end: start + name.length, quote: name };
}

/** A unit explained in brackets is a unit of its own: 管委会（含福州…公司）, 中心区党组（温州…公司）. */
const BRACKETED = /[（(](?:含|即|原)?([\u4e00-\u9fff]{4,36}(?:有限公司|有限责任公司|集团公司|总公司))[）)]/u;

function bracketed(text: string, from: number, to: number): Finding<string>[] {
  const match = BRACKETED.exec(text.slice(from, to));
  const name = match?.[1];
  if (!match || !name) return [];
  const start = from + match.index + match[0].indexOf(name);
  return [{ value: name, start, end: start + name.length, quote: name }];
}

/** 龙湾城市中心区 of 中心区, 中国示例集团有限公司 of 中国示例集团. */
const isLongerForm = (long: string, short: string): boolean =>
  long.length > short.length &&
  ((short.length <= 4 && long.endsWith(short)) ||
    (long.startsWith(short) && /^(?:股份|控股)?有限(?:责任)?公司$/u.test(long.slice(short.length))));

/** Every inspected unit that the passage names, in order, each once. */
export function findUnits(text: string): Finding<string>[] {
  const found: Finding<string>[] = [];
  const add = (finding: Finding<string> | null) => {
    if (finding && !found.some(({ value }) => value === finding.value)) found.push(finding);
  };
  for (const { list, pattern } of TRIGGERS) {
    for (const match of text.matchAll(pattern)) {
      const from = match.index + match[0].length;
      const end = listEnd(text, from, list && /[：:]$/u.test(match[0]));
      if (end - from < 2) continue;
      const isBare = /^(?:分别|集中|随即)?(?:向|对着?|到|给|赴|在|与)$/u.test(match[0]);
      const close = isBare ? closingAct(text, from, end) : end;
      if (close === null) continue;
      const parts = [...listParts(text, from, close)];
      const loose =
        list &&
        (parts.length > 1 ||
          /\d[家个户所]/u.test(text.slice(from, end)) ||
          (end - from < 16 && !/^被/u.test(match[0])));
      for (const part of parts) {
        const name = readName(text, part, loose);
        add(name);
        for (const extra of bracketed(text, part.start, Math.min(part.end + 40, end))) add(extra);
        // a list ends with its 等; what follows belongs to the sentence
        if (/等\d*[家个户所]?/u.test(text.slice(part.start, part.end))) break;
      }
    }
  }
  for (const match of text.matchAll(PASSIVE)) {
    const region = match[1] ?? '';
    const from = match.index;
    const owned = region.lastIndexOf('下面的') >= 0 ? region.lastIndexOf('下面的') + 3 : 0;
    for (const part of listParts(text, from + owned, from + region.length))
      add(readName(text, part, COMMITTEE.test(region)));
  }
  return found
    .filter(({ value }) => !found.some((other) => isLongerForm(other.value, value)))
    .sort((a, b) => a.start - b.start);
}

const COMMITTEE_HERE = new RegExp(`^${COMMITTEE.source}`, 'u');
const NAME_BEFORE_ACT = new RegExp(
  `^.{0,400}?${ENTERPRISE_SUFFIX}(?=[^\\u4e00-\\u9fff、（()）和及]|总部|领导|班子|开展|进行|展开|作|做|反馈|进驻|开进驻|召开|开动员|的|企业|党|${INSPECT}|$)`,
  'u',
);

/** Where the names after 对/向/到 end, if an act of inspection follows them; null otherwise. */
function closingAct(text: string, from: number, end: number): number | null {
  const region = text.slice(from, Math.min(text.length, end + 30));
  const committee = COMMITTEE.exec(region);
  const suffix = NAME_BEFORE_ACT.exec(region)?.[0].length ?? Number.POSITIVE_INFINITY;
  const name = Math.min(
    committee ? committee.index + committee[0].length : Number.POSITIVE_INFINITY,
    suffix + (COMMITTEE_HERE.exec(region.slice(suffix))?.[0].length ?? 0),
  );
  if (name > end - from + 1) return null;
  if (name < 2) return null;
  return CLOSING_ACT.test(region.slice(name)) ? from + name : null;
}

const LEGAL_FORM = /有限责任公司|有限公司|集团公司|总公司/gu;
const NAME_TAIL = /[\u4e00-\u9fff]{2,24}(?:[（(][\u4e00-\u9fff]{2,6}[）)])?[\u4e00-\u9fff]{0,12}$/u;

/** 集团党委书记代表甲公司 → 甲公司 */
const BEFORE_NAME =
  /^.*(?:代表|书记|组长|主任|董事长|经理|负责人|中共|中国共产党|对原?|向|到|在|由|进驻)(?=[\u4e00-\u9fff]{4})/u;

/** Registered names (…有限公司, …集团公司) anywhere in the text, in order, each once. */
export function findFullNames(text: string): Finding<string>[] {
  const found: Finding<string>[] = [];
  let last = 0;
  for (const form of text.matchAll(LEGAL_FORM)) {
    const end = form.index + form[0].length;
    const tail = NAME_TAIL.exec(text.slice(Math.max(last, form.index - 44), form.index))?.[0];
    last = end;
    if (!tail) continue;
    const name = stripLeadingWords(`${tail}${form[0]}`.replace(BEFORE_NAME, ''));
    const start = end - name.length;
    if (
      name.length < 6 ||
      NO_NAME.test(name.replace(/有限责任公司$/u, '')) ||
      found.some(({ value }) => value === name)
    )
      continue;
    found.push({ value: name, start, end: start + name.length, quote: name });
  }
  return found;
}

/** Whether every character of the short name occurs in the long one, in order, from the first on. */
const abbreviates = (short: string, long: string): boolean => {
  if (short.length >= long.length || short.slice(0, 2) !== long.slice(0, 2)) return false;
  let at = 0;
  for (const char of long) if (char === short.charAt(at)) at++;
  return at === short.length;
};

/** The registered name that the text itself gives for a short one: 鲁西集团 → 鲁西集团有限公司. */
export function fullerName(name: Finding<string>, fullNames: readonly Finding<string>[]): Finding<string> {
  if (/(?:有限责任公司|有限公司)$/u.test(name.value)) return name;
  return fullNames.find(({ value }) => abbreviates(name.value, value)) ?? name;
}
