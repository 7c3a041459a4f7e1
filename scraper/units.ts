/**
 * The measure words and units that may follow a numeral.
 * `form` is what the text writes, `unit` what a quantity says (港币 → 港元); without `unit` they are the same.
 * `not` lists what may not follow: the characters of a longer word that merely starts alike (分公司 is no 分).
 * `after` says after which numerals the word counts things:
 *   any    also after a single Chinese digit, 一 included (一家, 三名);
 *   two    after a single Chinese digit from 两 on: with 一 it makes other words (一批, 一起, 一点);
 *   digits only after Arabic or longer Chinese numerals: 三部, 五处, 二级 are names and ranks.
 */
export interface UnitForm {
  readonly form: string;
  readonly unit: string;
  readonly after: 'any' | 'two' | 'digits';
  readonly not: string;
  /** Written in letters: no unit where a letter follows. */
  readonly isLatin: boolean;
}

/** Forms that differ from the unit they mean. */
const ALIASES: Readonly<Record<string, string>> = {
  '％': '%',
  百分点: '个百分点',
  工作日: '个工作日',
  自然日: '个自然日',
  交易日: '个交易日',
  个小时: '小时',
  个星期: '星期',
  港币: '港元',
  美金: '美元',
  元人民币: '元',
  元整: '元',
};

/** Characters that turn the measure word before them into another word, with one example each. */
const NOT_AFTER: Readonly<Record<string, string>> = {
  分: '公局行厂别类支部析配钟店院会之工管层区期组队级成', // 30分公司, 12分别
  条: '件例线块', // 条件, 条例
  件: '件', // 件件有着落
  场: '所景', // 场所
  期: '间末货满限望初内', // 十四五期间
  类: '似别', // 类似
  种: '植养子', // 种植
  所: '属有在谓以得需涉述辖', // 所属
  部: '分门署委级队', // 部分, 部署
  组: '织成长建员别合', // 组织
  点: '名', // 点名
  名: '为义称单誉录', // 名为, 名单
  份: '额', // 份额
  次: '日年于要生级', // 次日, 次要
  年: '年度', // 年年, 年度
  元: '旦素件', // 元旦
  天: '津然', // 天津
  周: '边围期', // 周边, 周期
  位: '于置列居', // 位于
  面: '对向积临貌', // 面对
  级: '别差', // 级别
  版: '权本', // 版权
  处: '理置分于罚室级', // 处理, 处分
  起: '草来步点到源', // 起草
  人: '民员才事均力格大', // 人民, 人员, 人大
  户: '均籍口', // 户均
  家: '庭属长风', // 家庭
  笔: '者记试', // 笔者
  批: '评准复次示', // 批评
  轮: '岗换流候', // 轮岗
  项: '目', // 项目
  字: '号', // 字号
  台: '账湾', // 台账
  篇: '章',
  支: '部付持出队撑', // 支部
  席: '位',
  层: '面级',
  段: '落',
  本: '级人部年次期集公单行市省报', // 本级
  张: '贴',
  页: '面',
  幅: '度',
  门: '店户槛', // 门店
  节: '点约假日', // 节点
  例: '如会行外', // 例如
  道: '路德理',
  片: '区面',
  封: '存闭',
  课: '题程', // 课题
  股: '东份权', // 股东
  步: '骤伐',
  口: '头径号', // 口头
  票: '据价',
  代: '表理码', // 代表
  套: '取餐现利', // 套取
  度: '假',
  米: '粉',
  款: '项待', // 款项
  档: '案次',
  桩: '基',
  块: '头',
  国: '家企有务资', // 国家, 国企
  省: '级委政市属',
  市: '级委政场值属直',
  县: '级委政城区属域',
  村: '级委民',
  镇: '级政',
  乡: '级镇村',
  倍: '增',
  成: '立为效果员本都功熟长绩分交就份套人年品因', // 成立, 成效
};

/** After any numeral, also after 一. */
const ANY =
  '个 家 名 位 项 条 件 份 次 户 人 所 场 篇 年 天 周 套 台 辆 笔 类 种 倍 岁 座 栋 幢 封 张 例 宗 艘 册 幅 轮 ' +
  '人次 件次 人份 户次 家次 场次 台次 车次 批次 轮次 架次 班次 项次 条次 艘次 票次 ' +
  '个月 个小时 小时 分钟 个工作日 工作日 个自然日 自然日 个交易日 交易日 个季度 个星期 星期 周年 课时 学时 个百分点 百分点';

/** After a single Chinese digit only from 两 on. */
const TWO =
  '起 批 期 支 席 届 级 层 道 节 堂 讲 章 款 段 片 块 口 面 点 步 字 版 卷 页 本 部 只 头 匹 株 棵 根 枚 颗 粒 把 副 双 对 ' +
  '间 组 队 班 趟 遍 幕 档 桩 枝 箱 袋 瓶 盒 包 车 门 课 国 省 市 县 村 镇 乡 ' +
  '成 方面 部门 大类 大方面 大项 大板块 板块 环节 领域 维度 层面 台套 台班 省市 省区市 县市区 乡镇 ' +
  '元 美元 美金 港元 港币 欧元 日元 英镑 澳元 加元 卢布 新元 韩元 泰铢 瑞士法郎 澳门元 林吉特 元人民币 元整 ' +
  '% ％ ‰ 平方米 平方公里 平方千米 立方米 标准立方米 公里 千米 海里 厘米 毫米 米 公顷 亩 吨标准煤 吨公里 吨 公斤 千克 克 升 毫升 桶 ' +
  '千瓦时 兆瓦时 千瓦 兆瓦 千伏 千伏安 兆伏安 千焦 千卡 千帕 兆帕 摄氏度 度电 标箱 标准箱 载重吨 ' +
  'km kg cm mm kW MW GW kWh MWh GWh TWh kV MPa TEU GB TB MB km² m² m³ ℃';

/** Only after Arabic numerals or Chinese ones of more than one character. */
const DIGITS = '处 分 股 票 手 代 度 日 厘 角 克 例次';

const LATIN = /[A-Za-z]/;

function unitForms(words: string, after: UnitForm['after']): UnitForm[] {
  return words.split(' ').map((form) => ({
    form,
    unit: ALIASES[form] ?? form,
    after,
    not: NOT_AFTER[form] ?? '',
    isLatin: LATIN.test(form),
  }));
}

const byLengthDescending = (a: UnitForm, b: UnitForm): number => b.form.length - a.form.length;

/** The forms by their first character, longest first: 人次 is tried before 人, 个百分点 before 个. */
const UNITS_BY_HEAD: ReadonlyMap<number, readonly UnitForm[]> = Map.groupBy(
  [...unitForms(ANY, 'any'), ...unitForms(TWO, 'two'), ...unitForms(DIGITS, 'digits')].sort(byLengthDescending),
  ({ form }) => form.charCodeAt(0),
);

/** 提出三点要求, 提了四点：; anything else with 点 is a time of day or a decimal point. */
const COUNTED_POINTS = /[要意建希共体启认工经做举特内问思考措看感声决整：:]/;
/** 15日内 is a number of days; 15日 is a date. */
const COUNTED_DAYS = /^(?:以|之)?内/;

/** Whether the word after the measure word leaves it one. */
function isUnitBefore(text: string, end: number, row: UnitForm): boolean {
  const next = text.charAt(end);
  if (row.form === '名' && text.startsWith('单位', end)) return true; // 3名单位负责人 is no 名单
  if (row.form === '点') return COUNTED_POINTS.test(next);
  if (row.form === '日') return COUNTED_DAYS.test(text.slice(end, end + 2));
  if (row.isLatin) return !LATIN.test(next);
  return next === '' || !row.not.includes(next);
}

/** The unit that starts at `at`, or null. */
export function unitAt(text: string, at: number): UnitForm | null {
  for (const row of UNITS_BY_HEAD.get(text.charCodeAt(at)) ?? []) {
    if (text.startsWith(row.form, at) && isUnitBefore(text, at + row.form.length, row)) return row;
  }
  return null;
}
