import type { StatedDate } from '../../src/model/index.ts';
import { type DateMention, dateFinding, type PeriodMention } from '../dates.ts';
import type { Finding } from '../finding.ts';
import type { Quantity } from '../quantities.ts';

/** The disclosure period: 公示期限：2021年9月17日至2021年10月13日（15个工作日）. */
export interface Disclosure {
  readonly start: Finding<StatedDate> | null;
  readonly end: Finding<StatedDate> | null;
  readonly workingDays: Finding<number> | null;
}

const LABEL =
  /(?:公示|公开|公告|公布|通报|监督|意见反馈)(?:的)?(?:期限?|时间|日期|时限)(?:自|从|为|是)?[：:为]?\s*|(?:请|可)(?:于|在)(?=\d{1,4}[年月])|(?:自|于|从)?(?:公布|公示|公开|公告|发布)之日起(?=\d{1,2}个?工作日)|接受(?:社会|群众|职工|干部)?(?:群众)?(?:的)?监督[（(](?=\d{4}年)/gu;
/** 请于…期间提出, 可在…间反映: a period in which to answer. */
const ANSWER = /^(?:的\d{1,2}个工作日)?(?:期间|之?间|内)?[，,]?[^，,。\n]{0,12}(?:反映|提出|反馈|联系|监督)/u;

/** 意见建议请于4月3日前反馈: only the last day is stated. */
const DEADLINE = /^(?:之前|以前|前)[^，,。\n]{0,8}(?:反映|提出|反馈|联系)/u;

export function findDisclosure(
  text: string,
  dates: readonly DateMention[],
  periods: readonly PeriodMention[],
  quantities: readonly Quantity[],
): Disclosure {
  for (const label of text.matchAll(LABEL)) {
    const from = label.index + label[0].length;
    const lineEnd = text.indexOf('\n', from) < 0 ? text.length : text.indexOf('\n', from);
    const limit = Math.min(lineEnd, from + 80);
    const near = from + (quantities.some(({ start, unit }) => start === from && /工作日/u.test(unit)) ? 16 : 8);
    const period = periods.find(({ start }) => start >= from && start <= near);
    if (/^[请可]/u.test(label[0]) && !(period && ANSWER.test(text.slice(period.end, period.end + 30)))) {
      const by = dates.find(({ start }) => start >= from && start <= from + 2);
      if (by && !period && DEADLINE.test(text.slice(by.end, by.end + 20)))
        return { start: null, end: dateFinding(text, by), workingDays: null };
      continue;
    }
    const first = period?.from ?? dates.find(({ start }) => start >= from && start <= from + 8);
    const days = quantities.find(({ start, end, unit }) => start >= from && end <= limit && /工作日/u.test(unit));
    if (!first && !days) continue;
    return {
      start: first ? dateFinding(text, first) : null,
      end: period ? dateFinding(text, period.to) : null,
      workingDays: days
        ? { value: days.value, start: days.start, end: days.end, quote: text.slice(days.start, days.end) }
        : null,
    };
  }
  return { start: null, end: null, workingDays: null };
}
