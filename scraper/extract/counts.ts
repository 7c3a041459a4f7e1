import { type DocType, type Figure, MAX_QUOTE } from '../../src/model/index.ts';
import type { Finding } from '../finding.ts';
import type { Quantity } from '../quantities.ts';
import { INSPECT } from '../vocabulary.ts';

/** Stated numbers of groups and of inspected units. */
export interface CountSource {
  readonly text: string;
  readonly docType: DocType;
  readonly quantities: readonly Quantity[];
}

const GROUP = new RegExp(
  `^(?:区级|市级|省级|交叉|专项|常规|省委|市委|区委|县委|党组|党委|集团|中央|公司)*${INSPECT}组`,
  'u',
);
/** Groups of other rounds and other bodies. */
const OTHER_GROUPS =
  /此前|前期|继[^，,]{0,6}$|以往|指导|联动|提级|历次|(?<!本轮巡[视察][^。]{0,14})抽调[^，,。]{0,12}组成$/u;
/** How far into an article the counts of its own inspection stand. */
const LEAD = 700;

/** 第二批巡察的6个组进驻; 由两个组分别负责 */
const ofTheInspection = (text: string, start: number, end: number): RegExpExecArray | null =>
  new RegExp(`${INSPECT}的$`, 'u').test(text.slice(Math.max(0, start - 4), start))
    ? /^组(?=进驻|分别|陆续|先后)/u.exec(text.slice(end, end + 6))
    : /^组分别负责/u.exec(text.slice(end, end + 6));

/** 6个省委巡视组, 3个区级交叉巡察组. */
export function findGroupCount({ text, docType, quantities }: CountSource): Finding<number> | null {
  const limit = docType === 'practice' ? LEAD : 3000;
  for (const { start, end, unit, value } of quantities) {
    if (start > limit) return null;
    const match = unit === '个' ? (GROUP.exec(text.slice(end, end + 24)) ?? ofTheInspection(text, start, end)) : null;
    if (!match || OTHER_GROUPS.test(text.slice(Math.max(0, start - 24), start))) continue;
    return { value, start, end: end + match[0].length, quote: text.slice(start, end + match[0].length) };
  }
  return null;
}

/** Layers, rounds and numbers beside the inspected units. */
const NOT_TARGET =
  /联动|抽调|从$|延伸|走访|跑了?|此前|以往|下沉|同步|督导|回访|十八大以来|历轮|参与|参加|交流|与[^，,。]{0,8}$/u;
/** 向3家单位移交问题; but 向5家企业党组织反馈 is what a feedback is about. */
const TO_OTHERS = /向[^，,。]{0,8}$/u;
/** 四轮巡察实现26家全覆盖: an article’s account of years counts all there are, not those of one inspection. */
const ALL_COVERED = /全覆盖/u;

/** 去年两轮巡察共覆盖18家: not those of this round. */
const SEVERAL_ROUNDS =
  /(?<![第前一二三四五六七八九十\d])(?:[二两三四五六七八九十]|[2-9]|\d\d)轮(?:巡[视察])?[^，,。]{0,12}$/u;

/** 31家单位里金融机构占了21席: a share of the number before it. */
const SHARE = /(?:单位|企业|公司|[家个户])里|(?:单位|企业)中[^，,]{0,6}有|占/u;

/**
 * The stated number of inspected units, from the figures of the category `units`; stated parts of one sentence
 * are summed: 3个中央单位和42家中管企业 → 45. A number that is repeated, or that equals the sum of the others, is the whole.
 */
export function findUnitCount({ text, docType }: CountSource, figures: readonly Figure[]): Finding<number> | null {
  if (docType === 'other' || docType === 'rectification') return null;
  if (docType === 'practice' && ALL_COVERED.test(text.slice(0, LEAD))) return null;
  const counted = figures.filter(({ category, start, end }) => {
    if (category !== 'units' || start > LEAD) return false;
    const before = /[^，,；;。]*$/u.exec(text.slice(Math.max(0, start - 24), start))?.[0] ?? '';
    const after = /^[^，,；;。]*/u.exec(text.slice(end, end + 24))?.[0] ?? '';
    return (
      !NOT_TARGET.test(before) &&
      !(docType !== 'practice' && SEVERAL_ROUNDS.test(before)) &&
      !(TO_OTHERS.test(before) && !/^[^，,；;。]{0,16}(?:反馈|进驻)/u.test(text.slice(end, end + 20))) &&
      !/(?<!巡审|上下|纪巡)联动|延伸|下沉|参与|参加|交流|抽调|^的[^，,]{0,4}问题|^[^，,]{0,4}(?:介绍|发言)|评价?为|^为“|^[^，,]{0,10}后$|^[^，,]{0,4}接受过|^[^，,；;。]{0,8}由[^，,；;。]{2,12}同步/u.test(
        after,
      ) &&
      !SHARE.test(before)
    );
  });
  const first = ofRound(counted, text) ?? counted[0];
  if (!first) return null;
  const parts = rowOf(first, counted, text);
  // 3家中央单位和42家企业, said twice: both are parts
  const saidAgain = parts.every((part) => counted.some((one) => one.start > part.end && one.value === part.value));
  const whole = parts.length > 1 && saidAgain ? undefined : wholeOf(counted, text);
  if (whole) return { value: whole.value, start: whole.start, end: whole.end, quote: whole.quote };
  const last = parts.at(-1) ?? first;
  const sum = parts.reduce((total, { value }) => total + value, 0);
  const span = { start: first.start, end: Math.min(last.end, first.start + MAX_QUOTE) };
  return {
    value: sum,
    ...span,
    quote: text.slice(span.start, span.end),
    ...(parts.length > 1 ? { certainty: 'implied' as const } : {}),
  };
}

/** The counts from one on to the end of its sentence; what follows 其中 or 36家被巡视单位中 breaks it down. */
const BREAKS_DOWN = /其中|(?:单位|企业|公司|党组织)中[，,]/u;

function rowOf(first: Figure, counted: readonly Figure[], text: string): Figure[] {
  const length = text.slice(first.start).search(/[。\n]/u);
  const stop = length < 0 ? text.length : first.start + length;
  return counted.filter(
    ({ start }) => start >= first.start && start < stop && !BREAKS_DOWN.test(text.slice(first.end, start)),
  );
}

/** 本轮巡视对73个单位和地区开展: the text says itself what its number is the number of. */
const ofRound = (counted: readonly Figure[], text: string): Figure | undefined =>
  counted.find(({ start }) =>
    /(?:本|此|这)[轮批次][^，,。；;]{0,16}$/u.test(text.slice(Math.max(0, start - 20), start)),
  );

function wholeOf(counted: readonly Figure[], text: string): Figure | undefined {
  const repeated = counted.find((one, index) =>
    // 对5个单位开展常规巡察，5个单位开展“回头看”: two counts of one sentence
    counted.some(
      (other, later) => later > index && other.value === one.value && /[。\n]/u.test(text.slice(one.end, other.start)),
    ),
  );
  if (repeated || counted.length < 3) return repeated;
  const sum = counted.reduce((total, { value }) => total + value, 0);
  return counted.find(({ value }) => value * 2 === sum);
}
