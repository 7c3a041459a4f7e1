/**
 * Expressions whose numeral counts nothing here: names of policies, slogans and idioms.
 * Each row starts with its numeral; the reason says what the expression is.
 * Phrases in quotation marks (“四个再”) are left out by a general rule and need no row.
 */
export const FIXED_EXPRESSIONS: readonly (readonly [expressions: string, reason: string])[] = [
  ['八项规定 六项禁令 八项要求', 'the Central Committee’s 2012 decision on conduct, known by its number'],
  ['六项纪律 九项准则 五项规定', 'names of the parts of Party discipline'],
  ['三项制度 三项改革', 'the SOE reform of labour, personnel and pay, known by its number'],
  ['两个维护 两个确立 两个责任 两个一百年 两个毫不动摇 两个大局 两个一以贯之 两个务必 两个革命', 'political formulas'],
  ['三个代表 三个区分开来 三个区分 三个务必 三个表率 三个转变 三个牢固树立', 'political formulas'],
  [
    '四个意识 四个自信 四个全面 四个服从 四个伟大 四个对照 四个找一找 四个铁一般 四个革命 四个落实',
    'political formulas',
  ],
  ['五个必须 五个必由之路 五个统筹 五位一体', 'political formulas'],
  [
    '六个必须坚持 六个坚持 七个有之 七个聚焦 八个明确 八个方面战略 十个明确 十四个坚持 十三个方面成就',
    'political formulas',
  ],
  ['四种形态', 'the four forms of oversight and discipline enforcement'],
  ['三类股东', 'a defined legal term'],
  ['十二五 十三五 十四五 十五五 十一五', 'five-year plans'],
  ['一把手 一盘棋 一条龙 一条心 一条线 一条边 一家人 一家亲 一家独大 一家之言 一言堂', 'idioms'],
  ['一次性 一次函 一年一度 一年四季 一天到晚 一天天 一年年 一个劲 一个样 一个调 一名不文', 'idioms'],
  ['一件事 一类事 一种事 一门式 一张网 一张图 一张表 一张蓝图 一张皮 两张皮 一张清单 一本账 一本帐 一套班子', 'idioms'],
  ['一个中心 一个声音 一个口径 一个不漏 一个不少 一个都 一个也', 'idioms'],
  [
    '一人得 一人一 一户一 一项一 一件一 一事一 一企一 一岗一 一题一 一案一 一家一 一条一 一个一',
    'each its own (一企一策), distributive',
  ],
  ['三个臭皮匠 三座大山 三本账 百个百分百', 'idioms'],
  ['十年树木 百年树人 百年大计 千年大计 百年变局 百年奋斗 百年未有 百年党史 百年征程', 'idioms'],
  ['千家万户 百家争鸣 百家讲坛 万家灯火 千人计划 万人计划 万人大会 万企兴', 'idioms and programmes'],
  ['二次供水 二次创业 二次分配 二次加压 二次污染 二次元 三次产业 二人转', 'technical terms'],
  ['三个一批 四个一批 五个一工程 三天两头 三年五载', 'names and idioms'],
  ['三支一扶 三支队伍 四支队伍', 'names'],
  ['十个指头 九个指头 一个指头 百字箴言', 'idioms'],
  ['两面人 两面派 两面性 两把尺子 两条腿 两条战线 两条主线 两点论 两级法人', 'idioms'],
  ['三点一线 三点式 三步走 两步走 三级联动 四级联动 三级联 两级联', 'idioms'],
];

const EXPRESSIONS: ReadonlyMap<number, readonly string[]> = Map.groupBy(
  FIXED_EXPRESSIONS.flatMap(([expressions]) => expressions.split(' ')),
  (expression) => expression.charCodeAt(0),
);

/** Where the fixed expression ends that starts at `at`; `at` itself where there is none. */
export function fixedExpressionEnd(text: string, at: number): number {
  const found = EXPRESSIONS.get(text.charCodeAt(at))?.find((expression) => text.startsWith(expression, at));
  return at + (found?.length ?? 0);
}
