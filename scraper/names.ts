import type { Finding } from './finding.ts';
import { ENTERPRISE_SUFFIX, stripLeadingWords } from './vocabulary.ts';

/** Names of enterprises and other bodies: in a list such as 甲公司党委、乙银行及丙厂等5家企业党组织, each without its committee and the words around it. */

const COMMITTEE =
  /(?:[（(]?(?:党委|党组|党总支|总支|党支部|联合支部|支部委员会|党组织|党工委|分党组)[）)]?(?:[（(](?:党委|党组)[）)])?)+/u;
const NAME_END = new RegExp(`${ENTERPRISE_SUFFIX}(?:[（(][\\u4e00-\\u9fff]{2,12}[）)])?$`, 'u');
/** What names of units end in that are no enterprises. */
const OTHER_NAME_END = /[\u4e00-\u9fff]{3}(?:联合会|学会|总会|基金会|街道|[镇乡厅署委办部处站所校院馆台社场矿港])$/u;
const NAME_LETTERS = /^[\u4e00-\u9fffA-Za-z0-9（）()“”·]+$/u;

/** Words of a sentence, which even a registered name never holds. */
const SENTENCE_WORDS: readonly string[] = [
  '[的了是不我你他她它这那哪么吗呢把被]',
  '问题|情况|整改|意见|会议|反馈|巡视|巡察|党的|机关向|代表集团|符合|认为',
  '开展|进行|期间|以来|第.{1,3}[轮批]',
  '书记|董事长|经理|组长',
  '\\d月|[\\d月]日|上午|下午|近日|日前',
];
/** Words that no other name of a unit holds: what inspections are about, who takes part, when. */
const OTHER_WORDS: readonly string[] = [
  '工作(?!站|室|委|部)|通报|方面|方式|部署|要求|上下|各级|基层|有关|相关|重点|所有|全部|实际|上述|以下|本轮|此次',
  '贯彻|落实|政策(?!研究)|动员|责任|监督(?!管理|局)|检查(?!院)|正视|增强|提供|共答|必须|表示|必要|汇报|讲话|报告|办结|协调|同时',
  '纪律|来电|来信|来访|举报|移交|事项|措施|台账|机制(?!造)|制度|线索|适时|之间|审计(?!师|局|厅|所|公司|中心)',
  '受理|反映|季度|地块|部分|当[天日]|个月|半[个年天]|[国央]企[和及]|领域|外包(?!服务|有限)|服务$|刚刚|已经|已往|回头看|就地|临时',
  '阶段|发现|负责人|干部(?!学院|局)|群众|领导|成员|职工(?!医院|学校|大学|培训)|人员|子公司|主席|一.一.地',
  '[今去明]年|\\d{4}年',
];
const SENTENCE_WORD = new RegExp(SENTENCE_WORDS.join('|'), 'u');
const NO_NAME = new RegExp([...SENTENCE_WORDS, ...OTHER_WORDS].join('|'), 'u');
const REGISTERED = /(?:有限责任公司|有限公司|股份公司|集团公司|总公司)$/u;

/** Whether a string that looks like a name holds words of the sentence around it. */
export const holdsOtherWords = (name: string): boolean => (REGISTERED.test(name) ? SENTENCE_WORD : NO_NAME).test(name);

/** Words that stand for a body without naming it, and bodies that inspect or supervise: never inspected units of a notice. */
const NOT_INSPECTED = new RegExp(
  [
    `^(?:${[
      '党委|党组|党总支|党支部|党组织|中央|党中央|省委|市委|区委|县委|自治区党委|纪委|纪检|监委|国务院|上级|巡[视察]',
      '集团|公司|集团公司|总公司|本公司|我公司|[该省市区县]公司|企业|单位|银行|中心|部门|处室|机关|总部|领导班子',
      '地方[\\u4e00-\\u9fff]{0,3}|各地|各|所属|所辖|二级|下属|下一级|本级|对象|其中|有|该|其|其所属|此|它们|党内|社会|全社会',
      '副书记|纪委书记|负责人|主要负责人|基层|一线|现场|工地|车间|田间|矿区|全国|全省|全市|全区|全县|全行|全系统',
      '[\\u4e00-\\u9fff]{0,4}[国央]企|非?[省市区县]?属?国有',
      '[\\u4e00-\\u9fff]{0,3}(?:所属|下属|直属|[省市区县]属|中央|国有|[中省市区]管|二级|三级|骨干|重点)(?:企业|单位|公司|部门)',
    ].join('|')})$`,
    '纪委监委|领导小组|巡[视察](?:组|办)|驻.{1,12}纪检|党员|团队',
    '(?:组织部|机关部门|代表|精神|同志|会上|以上|情形|期|类|单位)$',
  ].join('|'),
  'u',
);

/** 华南公司要提供必要条件 → 华南公司 */
const VERB_AFTER_NAME = new RegExp(`^(.{1,36}?${ENTERPRISE_SUFFIX})(?:要|应|须|将|已|在|负责|参加|等|主要|“)`, 'u');

/** Brackets that belong to a name, e.g. （集团）, stay; explanations go. */
const EXPLANATION =
  /[（(](?:以下|下称|简称|原|现|不?含|合)[^）)]*[）)]?|[（(][^）)]*(?:项目|办)[）)]|[（(](?:常规|专项|提级|机动|巡[视察])[^）)]{0,8}[）)]/u;

/** 甲集团所属乙公司 is 乙公司; 马泉街道及所辖9个社区 is 马泉街道. */
const OWNED = /[及和]?(?:所属|下属|所辖|直属(?!机关)|旗下|下辖)(?:的)?/u;

/** How the members of a unit are named after it. */
const PEOPLE =
  /(?:(?:党政)?主要负责(?:人|同志)(?:和领导班子)?|领导班子|班子成员|班子|总部|机关|本部|企业|下面|公司总部|本级)$/u;

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The parts of a list between 、 和 及 以及, brackets kept together. */
export function* listParts(text: string, { start, end }: Span): Generator<Span> {
  let depth = 0;
  let partStart = start;
  for (let i = start; i < end; i++) {
    const char = text.charAt(i);
    if (char === '（' || char === '(') depth++;
    else if (char === '）' || char === ')') depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    const joint = jointAt(text, partStart, i);
    if (!joint) continue;
    yield { start: partStart, end: i };
    i += joint - 1;
    partStart = i + 1;
  }
  yield { start: partStart, end };
}

/** Length of what joins two names here; 和 and 及 join only after what ends a name, for names hold them as well. */
function jointAt(text: string, partStart: number, at: number): number {
  const char = text.charAt(at);
  if (char === '、' || char === '，' || char === ',' || char === '；' || char === ';' || char === '\t' || char === '　')
    return 1;
  const word = /^(?:以及|和|及|与|或)(?=[\u4e00-\u9fff\d])/u.exec(text.slice(at, at + 3))?.[0];
  if (word === '及' && /^及(?:公司|集团)?部分/u.test(text.slice(at, at + 6))) return 1;
  const before = text.slice(partStart, at);
  return word &&
    (endsName(before) || ENDS_COMMITTEE.test(before) || OTHER_NAME_END.test(before) || COUNTED_GROUP.test(before))
    ? word.length
    : 0;
}

/** 16个县（市、区）和甲公司: a number of others before the names. */
const COUNTED_GROUP = /^\d+[个家所户][\u4e00-\u9fff（）()、]{1,10}$/u;

/** 自治区党委政法委: an office of the committee, not the committee. */
const OFFICE = /^(?!(?:书记|委员|班子|领导|负责|巡))[\u4e00-\u9fff]{1,8}(?:委|部|办|室|校|局|厅|讲师团)$/u;

const ENDS_COMMITTEE = new RegExp(`${COMMITTEE.source}$`, 'u');
export const endsName = (part: string): boolean => NAME_END.test(part.replace(ENDS_COMMITTEE, ''));

/** Whether the words that follow a name are its committee. */
export const namesCommittee = (words: string): boolean => COMMITTEE.test(words);

function withoutOwner(raw: string): { at: number; name: string } {
  const owned = OWNED.exec(raw);
  if (!owned || (owned.index < 2 && owned.index > 0)) return { at: 0, name: raw };
  const rest = raw.slice(owned.index + owned[0].length);
  // 所属的甲公司
  if (owned.index === 0) return endsName(rest) ? { at: owned[0].length, name: rest } : { at: 0, name: raw };
  return /^\d|^[各全]|^[\u4e00-\u9fff]{0,3}(?:企业|单位|部门|社区)/u.test(rest) || rest.length < 3
    ? { at: 0, name: raw.slice(0, owned.index) }
    : { at: raw.length - rest.length, name: rest };
}

/**
 * A part of a list as a name with its span, or null where it is none.
 * `loose`: the place is so surely one of names that it need not end as enterprises do.
 */
export function readName(text: string, part: Span, loose: boolean): Finding<string> | null {
  let raw = text.slice(part.start, part.end);
  let start = part.start;
  const group = /巡[视察](?:[一二三四五六七八九十\d]+)?组(?:进驻|向|对|到|在)?/u.exec(raw);
  // 华南公司要为巡察组提供条件: the name stands before the group
  if (group && !VERB_AFTER_NAME.test(raw.slice(0, group.index))) {
    start += group.index + group[0].length;
    raw = raw.slice(group.index + group[0].length);
  }
  const counted =
    /(?:等|共)?\s*(?:\d+|[一二两三四五六七八九十]+)\s*[家户]|(?:等|共)[一二两三四五六七八九十]+[个所]|等?\s*\d+\s*[个所]|等(?=$|[\u4e00-\u9fff]{2,8}$)/u.exec(
      raw,
    );
  if (counted && counted.index > 0) raw = raw.slice(0, counted.index);
  const committee = COMMITTEE.exec(raw);
  if (committee && committee.index > 0 && !OFFICE.test(raw.slice(committee.index + committee[0].length)))
    raw = raw.slice(0, committee.index);
  const explained = EXPLANATION.exec(raw);
  if (explained && explained.index > 1) raw = raw.slice(0, explained.index);
  const owner = withoutOwner(raw.replace(/(?<=(?:公司|集团|银行|研究院))委员会$/u, ''));
  start += owner.at;
  raw = owner.name
    .replace(/[“”]$/u, '')
    .replace(PEOPLE, (tail, at: number, whole: string) => (at >= 4 || endsName(whole.slice(0, at)) ? '' : tail));
  const cut = VERB_AFTER_NAME.exec(raw);
  if (cut?.[1]) raw = cut[1];
  const stripped = stripLeadingWords(raw.replace(/^(?:中共|中国共产党)/u, ''));
  // 中国…, 国家… begin with characters that also lead: keep the name whole where stripping leaves no name
  // 研究院 begins as a verb does
  const isWhole = endsName(raw) && !endsName(stripped);
  const name = isWhole || !(endsName(stripped) || loose) ? raw : withoutTail(stripped);
  start += isWhole || name === raw ? 0 : raw.length - stripped.length;
  return isName(name, loose) ? { value: name, start, end: start + name.length, quote: name } : null;
}

/** 预制构件公司两级项目成本管理 is about 预制构件公司. */
function withoutTail(name: string): string {
  if (endsName(name)) return name;
  const body = /^.{2,}(?:公司|集团|银行)(?=[\u4e00-\u9fff]{2,}$)/u.exec(name)?.[0];
  return body && !/(?:工会|办公室|机关|学校|医院|学院|项目部|部|处|中心)$/u.test(name) ? body : name;
}

/** 国务院南水北调工程建设委员会办公室: long, and no sentence. */
const OFFICE_END = /(?:办公室|委员会|管理局|中心)$/u;

/** Whether every quotation mark in it has its other half. */
const isQuoted = (name: string): boolean => name.split('“').length === name.split('”').length;

function isName(name: string, loose: boolean): boolean {
  if (
    name.length < 2 ||
    name.length > 40 ||
    /^(?:\d|[一二两三四五六七八九十多几数]+[家户个])/u.test(name) ||
    !NAME_LETTERS.test(name) ||
    !isQuoted(name)
  )
    return false;
  if (holdsOtherWords(name) || NOT_INSPECTED.test(name)) return false;
  return NAME_END.test(name) || (loose && (name.length <= 16 || OFFICE_END.test(name)));
}

/** A unit explained in brackets is a unit of its own: 管委会（含福州…公司）, 中心区党组（温州…公司）. */
const BRACKETED =
  /[（(](?:含|即|原)?((?![含即原])[\u4e00-\u9fff]{2,36}(?:有限公司|有限责任公司|集团公司|总公司))[）)]|[（(]含(?:其[\u4e00-\u9fff]{0,4}的)?([\u4e00-\u9fff]{2,20}公司)[）)]/u;

/** The unit that a bracket after a name explains or adds. */
export function bracketedName(text: string, from: number, to: number): Finding<string> | null {
  const match = BRACKETED.exec(text.slice(from, to));
  const name = match?.[1] ?? match?.[2];
  if (!match || !name) return null;
  const start = from + match.index + match[0].indexOf(name);
  return { value: name, start, end: start + name.length, quote: name };
}

/** Whether every character of the short name occurs in the long one, in order: 安澜产投集团 in 安澜市产业投资集团有限公司. */
export function abbreviates(short: string, long: string): boolean {
  if (short.length >= long.length) return false;
  let at = 0;
  for (const char of long) if (char === short.charAt(at)) at++;
  return at === short.length;
}
