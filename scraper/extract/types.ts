import type { InspectionType } from '../../src/model/index.ts';
import type { Finding } from '../finding.ts';
import { sieve } from '../gate.ts';
import { INSPECT } from '../vocabulary.ts';

/** The kinds of inspection; 巡审联动, 上下联动 and 联动巡察 are 联动. */
const KINDS: readonly { type: InspectionType; pattern: RegExp }[] = [
  { type: '常规', pattern: new RegExp(`常规(?:${INSPECT}|巡(?=[”“、和]))`, 'u') },
  {
    type: '专项',
    pattern: new RegExp(`专项”?(?:[+＋、和与](?:常规|机动)”?)?${INSPECT}|${INSPECT}专项检查|海外专项`, 'u'),
  },
  {
    type: '回头看',
    pattern: new RegExp(
      `${INSPECT}(?:[^。\\n]{0,3})?“?[回转]头看|接受“[回转]头看|第[一二三四五六七八九十]+轮“[回转]头看|对[^，,。]{2,16}(?:开展|进行)“[回转]头看|对[^，,。]{2,30}整改[^，,。]{0,8}(?:开展|进行)“[回转]头看|[回转]头看”?(?:(?:第[一二三四五六七八九十]+)?(?:专项)?${INSPECT}|(?:反馈|整改(?:任务|情况)))`,
      'u',
    ),
  },
  { type: '机动', pattern: new RegExp(`机动(?:式)?”?(?:[+＋、和与]专项”?)?${INSPECT}`, 'u') },
  { type: '提级', pattern: new RegExp(`提级(?:交叉)?(?:${INSPECT}|巡(?=[”“、和]))`, 'u') },
  {
    type: '联动',
    pattern: new RegExp(
      `巡审联动|(?:上下|市县|省市)联动(?=.{0,12}${INSPECT}|.{0,4}方式)|实行上下联动|联动${INSPECT}|${INSPECT}(?:与审计)?联动|“巡审”?联动`,
      'u',
    ),
  },
];

const mayName = sieve(KINDS, ({ pattern }) => pattern);

/** The kinds of inspection that a passage names, in the order of KINDS. */
export function findTypes(text: string): Finding<InspectionType>[] {
  return mayName(text).flatMap(({ type, pattern }) => {
    const match = pattern.exec(text);
    return match ? [{ value: type, start: match.index, end: match.index + match[0].length, quote: match[0] }] : [];
  });
}
