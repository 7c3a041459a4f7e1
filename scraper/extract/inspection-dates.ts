import type { DocType, Sentence, StatedDate } from '../../src/model/index.ts';
import { type DateMention, dateFinding, type PeriodMention } from '../dates.ts';
import type { Finding } from '../finding.ts';
import { INSPECT } from '../vocabulary.ts';

/** What the dates of an inspection are read from. */
export interface DatedText {
  readonly text: string;
  readonly docType: DocType;
  readonly sentences: readonly Sentence[];
  readonly dates: readonly DateMention[];
  readonly periods: readonly PeriodMention[];
}

export interface InspectionDates {
  readonly start: Finding<StatedDate> | null;
  readonly end: Finding<StatedDate> | null;
}

const INSPECTION = new RegExp(`${INSPECT}|进驻`, 'u');
/** Periods of something else: disclosure, plans, working hours, entry days. */
const OTHER_PERIOD = /公[示开]|受理|规划|行动|计划|学习|培训|立案|制度|近[三五]年|以来|发放|期间举办|整改期|上半年/u;
/** An inspection that starts at a unit. */
const ENTRY = new RegExp(
  `进驻|入驻|进点|走进|见面(?:沟通)?会|来到|抵达|下沉到|动员(?:部署)?(?:会|大会)|发动会|到[^，,。]{2,30}见面|(?:到|对|在|于)[^，,。]{2,40}(?:做|开展|展开|进行|作)[^，,。]{0,8}${INSPECT}|起[^，,。]{0,10}(?:分别)?${INSPECT}|迎来[^，,。]{2,16}${INSPECT}组|${INSPECT}[^，,。]{0,12}(?:启动|开始)`,
  'u',
);
/** By then, not on that day. */
const BY = /(?:到|至|截至|截止|直到)$/u;
const BEFORE = /^(?:前|之前|以前|底前|止)/u;
/** 动员部署会8月14日召开，市委将派出6个巡视组 */
const PLANNED = /^[^。；;]{0,30}将(?:派出|分赴|对|向)/u;
/** 随着巡视组到达最后一家单位，全部进驻: the day of the last, not of the first. */
const ENTERED =
  /^[^。；;]{0,60}(?:完成进驻|全部进驻|进驻(?:工作)?(?:完毕|结束)|最后一[个家]|(?:全部|均已|已全部)[^，,。；;]{0,4}(?:进驻|到位))/u;
const COORDINATION = /协调会|工作会|培训(?!楼|中心|基地|学校|部|教室)|部署会|领导小组|专题会/u;

/** 7月19日至20日，市委巡察工作领导小组召开会议 */
const MEETING =
  /^[^，,。；;]{0,20}巡[视察]整改|^[，,]?[^，,。；;]{0,20}(?:督查|督导|回访)组|^(?:(?!(?:开展|进行)[^，,。；;]{0,10}巡[视察])[^。；;]){0,130}(?:开展|进行)[^，,。；;]{0,10}(?:评估|督查|督导|回访|验收|抽查)|^[，,]?[^，,。；;]{0,24}(?:举办|培训班|研修班)|^[，,]?[^，,。；;]{0,24}(?:召开|举行)(?![^，,。；;]{0,12}(?:动员|反馈|见面))[^，,。；;]{0,12}会议?/u;

/** What several days were spent with: entering the units, or handing over the findings, not the inspection itself. */
const ARRIVED = /^[，,]?[^，,。；;]{0,120}(?:进驻|走进|动员)|^[，,]?[^，,。；;]{0,80}[，,](?:分别|先后|陆续)?进驻/u;
const GIVEN_BACK = /^[，,]?[^，,。；;]{0,120}反馈(?!时间|日期)|^[，,]?[^，,。；;]{0,60}方式[，,][^，,。；;]{0,80}反馈/u;

const sentenceOf = (sentences: readonly Sentence[], offset: number): Sentence | undefined =>
  sentences.find(({ start, end }) => start <= offset && offset < end);

/** The inspection’s own start and end: a stated period, or the day on which the group came. */
export function findInspectionDates(source: DatedText): InspectionDates {
  const { text, docType, sentences, dates, periods } = source;
  if (docType === 'other' || docType === 'practice') return { start: null, end: null };
  const limit = docType === 'rectification' ? 1500 : 2500;
  for (const { start, end, from, to } of periods) {
    if (start > limit) break;
    const sentence = sentenceOf(sentences, start);
    if (!sentence) continue;
    const words = text.slice(sentence.start, sentence.end);
    const around = text.slice(Math.max(sentence.start, start - 24), Math.min(sentence.end, end + 60));
    if (
      !INSPECTION.test(around) ||
      OTHER_PERIOD.test(text.slice(Math.max(sentence.start, start - 12), Math.min(sentence.end, end + 8)))
    )
      continue;
    if (from.date.length === 4 && to.date.length === 4) continue; // 2018—2022年 names a plan
    const own = words.slice(end - sentence.start);
    if (MEETING.test(own) || GIVEN_BACK.test(own)) continue;
    // several days of entry are no inspection: 4月27日至29日先后进驻
    return { start: dateFinding(text, from), end: ARRIVED.test(own) ? findEnd(source) : dateFinding(text, to) };
  }
  const stay = findStay(source);
  if (stay) return stay;
  const entry =
    findBeginning(source) ??
    (docType === 'launch' ? findEntry(source, dates) : docType === 'rectification' ? findArrival(source) : null);
  return { start: entry, end: entry ? findEnd(source) : null };
}

/** 巡察组将工作约75天，至5月31日结束 */
const LASTS = /(?:工作|为期)约?\d{1,3}(?:天|个?月|周)[^。；;\d]{0,8}[至到]$/u;

function findEnd({ text, dates }: DatedText): Finding<StatedDate> | null {
  const last = dates.find(
    ({ start, end, date }) =>
      start < 1500 &&
      date.length > 4 &&
      /^(?:结束|为止)/u.test(text.slice(end, end + 2)) &&
      LASTS.test(text.slice(Math.max(0, start - 36), start)),
  );
  return last ? dateFinding(text, last) : null;
}

/** 巡察从5月8日开始，为期50天; 自2024年5月6日起，用一个半月时间巡察: a beginning whose end is not stated. */
const BEGINNING = new RegExp(`(?:${INSPECT}|${INSPECT}组|时间)[^，,。；;\\d]{0,6}(?:从|自|于)$`, 'u');
/** 5月14日进驻、7月31日撤点; 自3月22日持续到5月14日; 10月18日起…，12月23日离场: two days that belong together. */
const ENTERS = /^[，,]?[^，,。；;、]{0,16}(?:进驻|入驻|进场|进点|启动)|^(?:起|开始)[，,]?[^，,。；;]{0,36}巡[视察]/u;
const LEAVES = /^[^，,。；;、]{0,6}(?:撤点|撤离|撤出|离场|离开|结束|收官|完成现场)/u;

function findStay({ text, dates }: DatedText): InspectionDates | null {
  const near = dates.filter(({ start, date }) => start < 1200 && date.length > 4);
  for (const [index, first] of near.entries()) {
    const next = near[index + 1];
    if (!next || next.start - first.end > 90) continue;
    const between = text.slice(first.end, next.start);
    const lasts =
      /(?:自|从)$/u.test(text.slice(Math.max(0, first.start - 2), first.start)) &&
      /^(?:起[，,]?)?(?:持续|一直|做)?(?:到|至)$/u.test(between);
    const leaves =
      ENTERS.test(text.slice(first.end, first.end + 50)) &&
      LEAVES.test(text.slice(next.end, next.end + 12)) &&
      !/。/u.test(between);
    // 从12月6日至14日逐家反馈: days of handing over
    if (lasts && GIVEN_BACK.test(text.slice(next.end, next.end + 130))) continue;
    if (lasts || leaves) return { start: dateFinding(text, first), end: dateFinding(text, next) };
  }
  return null;
}

/** 2023年9月，集团党组第二巡视组对甲公司党委开展了巡视 */
const IN_THAT_MONTH = new RegExp(`^[，,]?[^，,。；;]{2,24}${INSPECT}组对[^，,。；;]{2,50}(?:开展|进行)`, 'u');

/** 于2022年9月12日进驻…，开展为期35天的常规巡察 */
function findArrival({ text, dates }: DatedText): Finding<StatedDate> | null {
  const found = dates.find(
    ({ start, end, date }) =>
      start < 800 &&
      date.length > 4 &&
      (/^[，,]?[^，,。；;]{0,16}(?:进驻|入驻)/u.test(text.slice(end, end + 24)) ||
        (date.length === 7 && IN_THAT_MONTH.test(text.slice(end, end + 90)))),
  );
  return found ? dateFinding(text, found) : null;
}

const BEGINS = /^(?:起|开始|启动)/u;
/** 2022年3月14日起，市委第四巡察组对甲集团党委进行了巡察 */
const FROM_THEN = new RegExp(`^(?:起|开始)[，,]?[^。；;]{0,160}(?:开展|进行|展开)[^。；;，,]{0,20}${INSPECT}`, 'u');
/** 进驻动员会9月18日在调度楼召开; 见面会于6月13日下午举行 */
const OPENING = /(?:(?:工作|进驻|批)动员会|见面(?:沟通)?会|对接会)(?:于|在)?$/u;
const OPENED = /^(?:[上下]午)?(?:在[^，,。；;]{1,16})?(?:召开|举行|开)/u;
/** 第六轮巡察2019年3月27日起在报社展开 */
const ENDS_WITH_INSPECTION = new RegExp(`${INSPECT}$`, 'u');

function findBeginning({ text, docType, dates }: DatedText): Finding<StatedDate> | null {
  const found = dates.find(
    ({ start, end, date }) =>
      start < 1500 &&
      date.length > 4 &&
      ((BEGINNING.test(text.slice(Math.max(0, start - 16), start)) && BEGINS.test(text.slice(end, end + 4))) ||
        FROM_THEN.test(text.slice(end, end + 190)) ||
        (docType === 'launch' &&
          OPENING.test(text.slice(Math.max(0, start - 10), start)) &&
          OPENED.test(text.slice(end, end + 26))) ||
        (ENDS_WITH_INSPECTION.test(text.slice(Math.max(0, start - 4), start)) && text[end] === '起')),
  );
  return found ? dateFinding(text, found) : null;
}

/** 3月3日电 … 动员会今天在京召开: the day of the dateline. */
const TODAY =
  /(?:动员(?:部署)?(?:大)?会|见面(?:沟通)?会)今[天日]|今[天日](?:[上下]午)?[，,]?[^，,。；;]{0,40}(?:进驻|入驻)/u;
const DATELINE_WITHIN = 120;
/** 3月19日早上，…。中央第三巡视组当天进驻 */
const THAT_DAY = /^[^\n]{0,80}当[天日](?:正式)?(?:进驻|入驻)/u;
const LEAD = 800;

const isDay = (date: StatedDate): boolean => date.length > 7 || (date.startsWith('--') && date.length === 7);

function findEntry(source: DatedText, dates: readonly DateMention[]): Finding<StatedDate> | null {
  return findStatedEntry(source, dates) ?? findImpliedEntry(source, dates);
}

/** The day of the entry where the text calls it 当天 or 今天. */
function findImpliedEntry({ text }: DatedText, dates: readonly DateMention[]): Finding<StatedDate> | null {
  const isToday = TODAY.test(text.slice(0, LEAD));
  const found =
    dates.find(({ start, end, date }) => start < LEAD && isDay(date) && THAT_DAY.test(text.slice(end, end + 100))) ??
    dates.find(
      ({ start, end }) => isToday && start < DATELINE_WITHIN && /^[电讯](?=\s)/u.test(text.slice(end, end + 2)),
    );
  return found ? dateFinding(text, found) : null;
}

function findStatedEntry({ text, sentences }: DatedText, dates: readonly DateMention[]): Finding<StatedDate> | null {
  for (const mention of dates) {
    if (mention.start > 2000) return null;
    const sentence = sentenceOf(sentences, mention.start);
    if (!sentence || mention.date.length === 4) continue;
    const after = text.slice(mention.end, sentence.end);
    const before = text.slice(Math.max(sentence.start, mention.start - 4), mention.start);
    if (BY.test(before) || BEFORE.test(after) || ENTERED.test(after) || PLANNED.test(after)) continue;
    const clause = after.slice(0, 120);
    if (
      !ENTRY.test(clause) ||
      COORDINATION.test(clause.slice(0, 60)) ||
      /^[^，,。]{0,6}(?:[电讯](?![力气网厂子信商建站业影])|获悉|了解到)/u.test(clause)
    )
      continue;
    return dateFinding(text, mention);
  }
  return null;
}

const FEEDBACK =
  /反馈|(?:转交|送达|交换|宣读|念给|摆给|点明)|(?:把|将)[^，,。]{0,10}(?:意见|情况|结果|问题)[^，,。]{0,16}(?:交给|交到|通报|念|摆)|通报了?[^，,。整改]{0,6}(?:意见|结果)/gu;
/** 反馈 that is no handing over: its follow-up, its seriousness, its problems. */
const NOT_GIVEN = /^(?:问题|的(?:问题|意见)|意见(?:中|和|的?整改|后)|渠道|机制)/u;

/** Acts that follow a feedback which was given before. */
const FOLLOW_UP = /落实|传达|学习|对照|针对|研究(?![院所])|整改|认领|按照|(?<!相)结合|围绕|收到/u;

const AFTERWARDS =
  /^(?:(?:于|在)|\d{1,2}月|(?:时间|日期)(?:[为是：:])?\d|会议?(?:(?:推迟|延期)[到至]|定?[于在])?(?:\d{4}年|\d{1,2}月)|(?:巡[视察])?(?:意见|情况)?[（(]\d{4}年)/u;
/** 2021年9月14日省委第二巡视组反馈的意见: the day of the words right before. */
const BY_THE_GROUP = new RegExp(`^[^，,。；;、]{0,16}${INSPECT}组$`, 'u');

/** When findings were handed over; of several days the first. */
export function findFeedbackDate(source: DatedText): Finding<StatedDate> | null {
  const { text, docType, sentences, dates, periods } = source;
  if (docType === 'other' || docType === 'practice' || docType === 'launch') return null;
  for (const match of text.matchAll(FEEDBACK)) {
    const at = match.index;
    if (at > 3000) return null;
    const sentence = sentenceOf(sentences, at);
    if (!sentence) continue;
    const after = text.slice(at + 2, at + 22);
    // 反馈情况，1月21日集中公布
    const announced = dates.find(
      ({ start, end }) =>
        start > at && start <= at + 8 && /^起?(?:集中|统一|对外|陆续)?公[布开]/u.test(text.slice(end, end + 6)),
    );
    if (announced && /^(?:情况|意见)/u.test(after)) return dateFinding(text, announced);
    // 反馈于7月2日; 反馈会推迟到5月22日召开; 反馈意见（2020年7月21日）后
    const postponed = AFTERWARDS.test(after) ? dates.find(({ start }) => start >= at && start <= at + 9) : undefined;
    if (postponed) return dateFinding(text, postponed);
    const clause = /[^，,；;。]*$/u.exec(text.slice(Math.max(sentence.start, at - 40), at))?.[0] ?? '';
    const before = dates.findLast(
      ({ start, end, date }) =>
        start >= sentence.start && end <= at && at - end <= 90 && (date.length > 4 || date.startsWith('--')),
    );
    if (!before || (NOT_GIVEN.test(after) && !BY_THE_GROUP.test(text.slice(before.end, at)))) continue;
    // 截至8月25日完成反馈: the last day of several
    if (/截[至止]$/u.test(text.slice(Math.max(0, before.start - 2), before.start))) continue;
    // 传达4月17日省委巡视反馈会议精神: the day belongs to the feedback, not to what follows it
    const isNext = !/[，,；;]/u.test(text.slice(before.end, at)) && at - before.end <= 14;
    if (FOLLOW_UP.test(clause) && !(isNext && !FOLLOW_UP.test(text.slice(before.end, at)))) continue;
    // 11月7日开会，这是反馈以来的第九次; 1月9日，…督办巡察组反馈的闲置问题: the day is not that of the feedback
    if (/^(?:意见)?以来|^的[^，,。；;]{0,16}(?:问题|意见)/u.test(after) && /[，,；;]/u.test(text.slice(before.end, at)))
      continue;
    // 12月5日和6日: the first day
    const dayBefore = dates.findLast(({ end }) => end < before.start);
    if (dayBefore && /^[和、及]$/u.test(text.slice(dayBefore.end, before.start))) return dateFinding(text, dayBefore);
    const period = periods.find(({ start, end }) => start <= before.start && before.end <= end);
    if (period) {
      // 9月23日至28日…反馈: days of handing over, not the inspection itself
      const between = text.slice(period.end, at);
      if (
        docType !== 'feedback' ||
        new RegExp(`(?:开展|进行)[^，,。]{0,10}${INSPECT}(?!意见|情况|结果)`, 'u').test(between)
      )
        continue;
      return dateFinding(text, period.from);
    }
    // the date must not belong to another act: …会议上通报，反馈以来
    if (/[。]/u.test(text.slice(before.end, at))) continue;
    return dateFinding(text, before);
  }
  return null;
}
