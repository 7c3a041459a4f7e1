import type { FigureCategory } from '../../../src/model/index.ts';
import { gateOf } from '../../gate.ts';
import { isOneOf, oneOfWords, signsOf } from '../../sticky.ts';
import type { QuantityContext, Reading } from './context.ts';

/** Whether a quantity counts something at all, whatever its category: no plan, no measure of time, no part of a slogan. */

/** A plan or a target is no figure; what has been done says so (已, 现已). */
const PLAN_WORD =
  /(?<!整改)计划(?!任务|里|中|的|书|表|单|方案|内|外|投资)|拟(?!定|订)|力争|争取|目标|预计|将[于在再]|[还也]将|将(?=出台|修订|完成|建立|制定)|确保|可望|不低于|不得低于|不少于|至少|每年|每季度|每月|每周|每人|不足$|承诺|再(?=出台|修订|完成|压降|清理|新建|收回|追回)/u;
const mayPlan = gateOf([PLAN_WORD]);
const AIM = /^的?(?:年度|考核)?目标/u;
const AIM_SIGNS = signsOf('的年考目');
/** What is visited is counted by these. */
export const OF_PLACES: ReadonlySet<string> = new Set(['家', '户', '所']);
/** 今年计划对三家子公司开展专项巡察: an inspection that is announced is one. */
const ANNOUNCED = /^[\u4e00-\u9fff]{0,8}[，,]?(?:开展|进行)(?:[^，,。；;]{0,16}巡[视察]|[。；;])/u;
const isAtLeast = oneOfWords('不少于', '不低于', '至少');

export const isPlanned = ({ quantity, sentence, words, clause, after }: QuantityContext): boolean => {
  if (OF_PLACES.has(quantity.unit) && ANNOUNCED.test(after)) return false;
  if (isAtLeast(words, quantity.start - sentence.start) && !/已/u.test(clause)) return true;
  const plan = mayPlan(clause) === 0 ? null : PLAN_WORD.exec(clause);
  return (plan !== null && !/已/u.test(clause.slice(plan.index))) || (isOneOf(AIM_SIGNS, after, 0) && AIM.test(after));
};

/** What may follow 个 where it counts heads. */
const HEAD =
  /^(?:[的]?[\u4e00-\u9fff]{0,12}?(?:支行)?(?:行长|经理|书记|负责人|干部|责任人|领导(?:人员|干部|班子成员)?|员工|党员|人员|职工|同志|对象))/u;

/** Units of counts by heads: 6个支行行长. */
export const isHeadCount = ({ quantity, after }: QuantityContext): boolean =>
  quantity.unit !== '个' || HEAD.test(after);

/** Quantities that only measure time, ranks or parts of a slogan. */
export const NOT_COUNTED: ReadonlySet<string> = new Set(
  '年 月 日 天 个月 小时 分钟 分 秒 岁 届 级 层 倍 个百分点 工作日 个工作日 周 星期 季度 世纪 周年 轮 方面 代 号 楼 米 公里 度 时 刻'.split(
    ' ',
  ),
);

const namesAspect = oneOfWords('方面', '环节', '维度', '层面', '领域', '角度');
/** 7个方面: aspects, not things. */
export const isAspect = ({ after }: QuantityContext): boolean => namesAspect(after, 0);

/** 两个机制, 四方面, 七八个部门: single Han digits count units, but no findings. */
const FINDINGS: ReadonlySet<FigureCategory> = new Set([
  'issues',
  'tasks',
  'measures',
  'rules',
  'recommendations',
  'clues',
]);
export const isHanDigit = (text: string, { quantity }: QuantityContext): boolean =>
  quantity.value < 10 && /[一二两三四五六七八九]/u.test(text.charAt(quantity.numeralStart));
export const isVague = ({ category, end }: Reading, text: string, context: QuantityContext): boolean => {
  if (!isHanDigit(text, context)) return false;
  // 办结一项, 问题一个: one of them, not their number
  if (context.quantity.value < 2) return true;
  // 制度五项 counts; 两个机制 does not
  if (FINDINGS.has(category)) return end > context.quantity.end;
  // 一次把脉会诊
  if (category === 'meetings' || category === 'trainings') return true;
  if (category !== 'units') return false;
  return (
    context.quantity.unit === '个' ||
    !/巡|进驻|检查|督导/u.test(context.words) ||
    // 两家公司要不回避: spoken to, not counted
    /^(?:公司|单位|企业)(?:党委|党组织)?(?:都|均)?[要须应]/u.test(context.clauseAfter)
  );
};
