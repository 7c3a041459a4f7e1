import type { Figure, FigureCategory } from '../../../src/model/index.ts';
import { DONE, DONE_CATEGORIES, PERSONS, sameUnit, UNITS } from './categories.ts';
import type { QuantityContext, Reading } from './context.ts';

/** What the figures before say of a quantity whose own words say too little: 109项整改任务…已完成87项. */

const SETTLED =
  '(?:完[成结](?:整改)?|整改(?:完成|到位|完毕)?|改(?:好|结|完|到位)|通过验收|办(?:完|结|妥)|竣事|落(?:实(?:到位)?|地)|见效|兑现|销号|解决|了结|补正|更正)';
const ALREADY = new RegExp(
  `^(?:均|现|均已|已|已经)(?:全部|按期|如期|验收)?${SETTLED}|^(?:全部|按期|如期|通过|验收){1,2}${SETTLED}`,
  'u',
);
const SETTLED_HERE = new RegExp(`^${SETTLED}`, 'u');
const DONE_BEFORE = new RegExp(
  `(?:已|已经|均已|现已|全部|累计|亮绿灯的已)(?:全部|按期|如期|经|推动)?${SETTLED}(?:整改)?[了的]?近?$|(?<![未需应])${SETTLED}近?$|立行立改$|已改$`,
  'u',
);
const PERSON_UNIT = /^(?:人|人次|名|位)$/u;

/** 正在整改2个: the rest, not what is done. */
const STILL_OPEN = /未|尚|正在|仍在?|继续|持续|剩余|其余/u;

/** A done-count whose noun stands with a number before it: 109项整改任务…已完成87项. */
function inheritDone(context: QuantityContext, latest: Figure, counted: readonly Figure[]): Reading | null {
  // 34个问题，制定措施127条，已完成整改31个: the unit tells which
  const last =
    !DONE[latest.category] || latest.unit !== context.quantity.unit
      ? (counted.findLast(({ unit }) => unit === context.quantity.unit) ?? latest)
      : latest;
  const done = DONE[last.category] ?? (DONE_CATEGORIES.has(last.category) ? last.category : undefined);
  const { quantity, clauseBefore, clauseAfter, edges } = context;
  if (!done || !sameUnit(last.unit, quantity.unit) || STILL_OPEN.test(clauseBefore)) return null;
  // no more is done than there was: 28个问题，列出61项任务清单，已完成55项
  if (last.unit !== quantity.unit && quantity.value > last.value) return null;
  const before = DONE_BEFORE.exec(clauseBefore);
  if (before && DONE[last.category])
    return { category: done, start: edges.before - before[0].length, end: quantity.end };
  // 已有58条落实到位
  const settled = /(?:已|已有|有)$/u.test(clauseBefore) ? SETTLED_HERE : ALREADY;
  const after = DONE[last.category] ? settled.exec(clauseAfter) : null;
  return after ? { category: done, start: quantity.start, end: edges.after + after[0].length } : null;
}

/** The parts of what was counted just before: 其中局级5人、处级34人; 其中党的领导方面22个、从严治党方面39个. */
function inheritBreakdown(
  { quantity, clauseAfter }: QuantityContext,
  last: Figure,
  between: string,
  inBreakdown: boolean,
): boolean {
  const same = last.unit === quantity.unit || (PERSON_UNIT.test(last.unit) && PERSON_UNIT.test(quantity.unit));
  if (
    !same ||
    BREAKABLE.has(last.category) === false ||
    /^[\u4e00-\u9fff]{0,4}(?:制度|问题|任务|措施|线索)/u.test(clauseAfter)
  )
    return false;
  if (/^[，,；;（(]?其中[^，,。；;]{0,18}$/u.test(between)) return true;
  return (
    inBreakdown &&
    /^[、，,；;][^，,。；;、\d]{0,16}$/u.test(between) &&
    !/给予|进行|开展|制定|提出|移交|废止/u.test(between)
  );
}

const BREAKABLE: ReadonlySet<FigureCategory> = new Set([
  ...PERSONS,
  'issues',
  'tasks',
  'measures',
  'clues',
  'money',
  'rules',
  'accountabilityCases',
]);
/** 上年的84%提高到95.5%; 9件降至3件: the same quantity at another time. */
const CHANGED_TO = /(?:升|提高|上升|提升|增长|增加|增|下降|降|减少)(?:到|至)$/u;

/** 16件，去年同期为7件 */
const YEAR_BEFORE = /(?:去年|上年|上一年)(?:同期)?(?:为|是|仅)?$/u;

/** 139条，明确立行立改的52条、年内完成的80条、长期坚持的7条: the phases of one count. */
const PHASE =
  /(?:其中|明确|包括|分为|、|，|,)[^，,。；;\d]{0,6}(?:立行立改|年内完成|长期坚持|限期整改|集中整改|长期整改|即知即改)的?$/u;

/** Characters between two figures: the first is at hand, or still in mind where the words are plain. */
const NEAR = 40;
const FAR = 120;

const RESPECTIVELY = /问题分别[是为有]|分别(?:反馈|指出|发现)了?问题/u;
const ALSO_MONEY = /^[、及和][^，,。；;、\d]{0,10}$/u;
const OTHER_MONEY = /投入|支[出付]|节[约省]|增[收加长]|减少|盘活|避免|罚|压[降减]|补[助贴]/u;

const SUM_OF_BOTH = /^[，,]?(共计?|合计)$/u;
const SETTLED_CASE = /(?:已|均已)(?:办结|核查|核结|查结|了结)$/u;
/** The unit as the records name it. */
const sameCase = (last: Figure, { unit }: QuantityContext['quantity']): boolean => last.unit === (UNITS[unit] ?? unit);

/** What is due, by what is done of it. */
const BASE: Partial<Record<FigureCategory, FigureCategory>> = {
  issuesDone: 'issues',
  tasksDone: 'tasks',
  measuresDone: 'measures',
};

/** The figure before, and those of the same paragraph whose things can be done. */
export interface Previous {
  readonly figure: Figure;
  readonly context: QuantityContext;
  readonly inBreakdown: boolean;
  readonly counted: readonly Figure[];
}

/** What the quantity before says about this one, where its own words say nothing. */
export function inherit(context: QuantityContext, previous: Previous | undefined, text: string): Reading | null {
  if (!previous || previous.context.sentence.paragraph !== context.sentence.paragraph) return null;
  const { quantity, clauseBefore, clauseAfter, edges } = context;
  const last = previous.figure;
  const between = text.slice(last.end, quantity.start);
  if (between.length > FAR || /[！？\n]/u.test(between)) return null;
  // 51个问题，制定措施156条，…。截至1月31日，完成整改45个
  if (between.length > NEAR)
    return /完成整改$/u.test(clauseBefore) ? inheritDone(context, last, previous.counted) : null;
  const own = { start: quantity.start, end: quantity.end };
  if (last.category === 'measures' && sameUnit(last.unit, quantity.unit)) {
    const due =
      /(?:集中整改[^，,。；;]{0,8})?(?:(?:需要?|应当?|须)(?:按期|如期)?(?:完成|办完|办结|落实)|到期)的$/u.exec(
        clauseBefore,
      );
    if (due) return { category: 'measuresDue', start: edges.before - due[0].length, end: quantity.end };
  }
  const isPhase = PHASE.test(clauseBefore) && sameUnit(last.unit, quantity.unit) && BREAKABLE.has(last.category);
  if (isPhase && !between.includes('。')) return { category: last.category, ...own };
  const done = inheritDone(context, last, previous.counted);
  if (done) return done;
  // 线索428件，…快查快办。截至目前，已办结397件
  const settled = last.category === 'clues' && sameCase(last, quantity) ? SETTLED_CASE.exec(clauseBefore) : null;
  if (settled) return { category: 'clues', start: edges.before - settled[0].length, end: quantity.end };
  if (between.includes('。')) return null;
  // 33项任务完成31项，安全生产方面41项完成34项
  const base = DONE[last.category] ? last.category : BASE[last.category];
  if (base && sameUnit(last.unit, quantity.unit) && /^(?:已|均已)?完成$/u.test(clauseAfter))
    return { category: base, ...own };
  if (inheritBreakdown(context, last, between, previous.inBreakdown)) return { category: last.category, ...own };
  // 已完成133条，占78.7%
  if (quantity.unit === '%' && DONE_CATEGORIES.has(last.category) && /^占(?:比)?$/u.test(clauseBefore))
    return { category: 'completionRate', ...own };
  // 新建制度9项、修订制度18项，共27项; 反馈问题分别为23个、31个、28个，合计82个
  const isRow = last.category === 'issues' && RESPECTIVELY.test(context.before);
  const sum =
    (last.category === 'rules' || isRow) && last.unit === quantity.unit ? SUM_OF_BOTH.exec(clauseBefore)?.[1] : null;
  if (sum) return { category: last.category, start: edges.before - sum.length, end: quantity.end };
  if (isRow && last.unit === quantity.unit && /^[、和]$/u.test(between)) return { category: 'issues', ...own };
  const isSame = last.unit === quantity.unit && last.category !== 'other';
  // 收回欠款1.2亿元、闲置资金3600万元
  if (isSame && last.category === 'money' && ALSO_MONEY.test(between) && !OTHER_MONEY.test(between))
    return { category: 'money', ...own };
  if (isSame && (CHANGED_TO.test(clauseBefore) || YEAR_BEFORE.test(clauseBefore)))
    return { category: last.category, ...own };
  if (
    last.category === 'satisfaction' &&
    quantity.unit === '%' &&
    /测评|上年|去年|此前|上次|年的$|最[低高]/u.test(clauseBefore)
  )
    return { category: 'satisfaction', ...own };
  if (
    last.category === 'accountabilityCases' &&
    PERSON_UNIT.test(quantity.unit) &&
    /^[、，]?(?:涉及)?[^，,。；;]{0,4}$/u.test(between)
  )
    return { category: 'accountabilityPersons', ...own };
  if (
    last.category === 'clues' &&
    sameCase(last, quantity) &&
    /^[，,]?[^。；;]{0,10}(?:已)?(?:办结|处置|核查|核结|查结|了结|正在办理|在办)$/u.test(between)
  ) {
    const verb = /(?:已|均已)?(?:办结|处置|核查|核结|查结|了结|正在办理|在办)$/u.exec(between);
    return { category: 'clues', start: quantity.start - (verb?.[0].length ?? 0), end: quantity.end };
  }
  if (last.category === 'rules' && sameUnit(last.unit, quantity.unit) && !/废止|正在|拟|计划/u.test(clauseBefore)) {
    const verb = /(?:新建|新增|新制定|制定|修订|修改|完善|新立|出台)$/u.exec(clauseBefore);
    if (verb) return { category: 'rules', start: edges.before - verb[0].length, end: quantity.end };
  }
  return null;
}
