import type { DocType, Sentence } from '../../src/model/index.ts';
import type { Finding } from '../finding.ts';
import type { Quantity } from '../quantities.ts';
import { INSPECT } from '../vocabulary.ts';

/** Stated numbers of groups and of inspected units. */
export interface CountSource {
  readonly text: string;
  readonly docType: DocType;
  readonly sentences: readonly Sentence[];
  readonly quantities: readonly Quantity[];
}

const GROUP = new RegExp(
  `^(?:区级|市级|省级|交叉|专项|常规|省委|市委|区委|县委|党组|党委|集团|中央|公司)*${INSPECT}组`,
  'u',
);
/** Groups of other rounds and other bodies. */
const OTHER_GROUPS = /此前|以往|指导|联动|提级|历次|抽调[^，。]{0,12}组成$/u;
/** How far into an article the counts of its own inspection stand. */
const LEAD = 700;

/** 6个省委巡视组, 3个区级交叉巡察组. */
export function findGroupCount({ text, docType, quantities }: CountSource): Finding<number> | null {
  const limit = docType === 'practice' ? LEAD : 3000;
  for (const { start, end, unit, value } of quantities) {
    if (start > limit) return null;
    const match = unit === '个' ? GROUP.exec(text.slice(end, end + 24)) : null;
    if (!match || OTHER_GROUPS.test(text.slice(Math.max(0, start - 24), start))) continue;
    return { value, start, end: end + match[0].length, quote: text.slice(start, end + match[0].length) };
  }
  return null;
}

const NOUN =
  /^(?:被巡[视察]的?|省属|市属|区属|县属|中管|中央|国有|基层|所属|下属|重点|成员|地方|邮政)*(?:企业|单位|公司|国企|央企|党组织|党委|党总支|党支部|部门|厅局|盟市|高校|机关|机构|组织|地方|省[（(]区[）)]|中央单位|金融)/u;
/** What makes a number of bodies the inspected ones. */
const TARGET = new RegExp(`${INSPECT}|进驻|反馈|对象`, 'u');
/** Layers, rounds and numbers beside the inspected units. */
const NOT_TARGET =
  /联动|延伸|走访|此前|以往|下沉|参股|同步|子公司(?!$)|督导|回访|十八大以来|历轮|先后开展[^，。]{1,6}轮|参与|参加|交流/u;

interface Counted extends Finding<number> {
  readonly sentence: number;
  readonly stated: boolean;
}

/** The stated number of inspected units; stated parts of one sentence are summed: 3个中央单位和42家中管企业 → 45. */
export function findUnitCount({ text, docType, sentences, quantities }: CountSource): Finding<number> | null {
  if (docType === 'other' || docType === 'rectification' || (docType === 'progress-news' && text.length > 1200))
    return null;
  const counted: Counted[] = [];
  for (const { start, end, unit, value } of quantities) {
    if (start > LEAD || !/^[家个户所席]$/u.test(unit)) continue;
    const index = sentences.findIndex((sentence) => sentence.start <= start && start < sentence.end);
    const sentence = sentences[index];
    if (!sentence) continue;
    const words = text.slice(sentence.start, sentence.end);
    const after = text.slice(end, end + 16);
    const before = text.slice(Math.max(sentence.start, start - 40), start);
    const clause = /[^，；;。]*$/u.exec(before)?.[0] ?? '';
    if (unit === '席' || GROUP.test(after) || !(NOUN.test(after) || /^[家户所]$/u.test(unit))) continue;
    if (
      !TARGET.test(words) ||
      NOT_TARGET.test(clause.slice(-24)) ||
      NOT_TARGET.test(after.split(/[，。；]/u, 1)[0] ?? '')
    )
      continue;
    const noun = NOUN.exec(after)?.[0] ?? '';
    counted.push({
      value,
      start,
      end: end + noun.length,
      quote: text.slice(start, end + noun.length),
      sentence: index,
      stated: true,
    });
  }
  const [first] = counted;
  if (!first) return null;
  if (
    docType === 'practice' &&
    new RegExp(`[一二三四五六七八九十两\\d]轮(?!${INSPECT}对|巡)`, 'u').test(text.slice(0, LEAD)) &&
    /先后|全覆盖|累计/u.test(text.slice(0, LEAD))
  )
    return null;
  const whole = wholeOf(counted);
  if (whole) return whole;
  const row = counted.filter(({ sentence }) => sentence === first.sentence);
  const sum = row.reduce((total, { value }) => total + value, 0);
  const last = row.at(-1) ?? first;
  if (row.length === 1 || last.end - first.start > 80) return { ...first };
  return {
    value: sum,
    start: first.start,
    end: last.end,
    quote: text.slice(first.start, last.end),
    certainty: 'implied',
  };
}

/** A number that the text repeats, or that equals the sum of the others, is the whole. */
function wholeOf(counted: readonly Counted[]): Counted | null {
  const repeated = counted.find((one, index) =>
    counted.some((other, later) => later > index && other.value === one.value),
  );
  if (repeated) return repeated;
  if (counted.length < 3) return null;
  const sum = counted.reduce((total, { value }) => total + value, 0);
  return counted.find(({ value }) => value * 2 === sum) ?? null;
}
