import { seededStream } from '../test/fixtures/random.ts';

/**
 * Generated notices for the search benchmark: seeded, so that every run searches the same texts.
 * Written after the patterns of real notices (一、（一）1. 一是, 针对…问题, 截至…已完成…), with words drawn
 * by Zipf's law from a growing vocabulary: the official phrases, the words of the trade, the general
 * dictionary, and names, places, projects and numbers that occur in one notice only. The texts are tuned to be
 * as rich as real ones (distinct n-grams and compressed size of 8,000 characters; `npm run bench:search -- --stats`),
 * because a poorer vocabulary would flatter every index.
 */
export interface GeneratedNotice {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly enterprise: { readonly id: string; readonly name: string };
  readonly docType: 'rectification' | 'feedback' | 'progress-news' | 'practice';
  readonly level: 'central' | 'ministry' | 'province' | 'city' | 'group';
  readonly group: string;
  readonly round: { readonly id: string; readonly text: string };
  readonly publishedDate: string;
  readonly topics: readonly string[];
  /** Starts of the heading lines in the text. */
  readonly headings: readonly number[];
}

const PHRASES =
  '全面从严治党 党风廉政建设 “两个责任” 主体责任 监督责任 第一责任人责任 “一岗双责” “四个意识” “四个自信” “两个维护” “两个确立” 中央八项规定精神 “四风”问题 形式主义、官僚主义 享乐主义和奢靡之风 “三重一大”决策制度 民主集中制 意识形态工作责任制 选人用人 干部选拔任用 基层党组织建设 党建工作责任制 巡视整改“后半篇文章” 政治监督 以案促改、以案促治 靠企吃企 设租寻租 关联交易 利益输送 招标采购 “小金库” 违规吃喝 公车私用 国有资产流失 主责主业 科技创新 关键核心技术攻关 国企改革三年行动 高质量发展 “十四五”规划 乡村振兴 安全生产责任制 债务风险 融资性贸易 “两金”压降 亏损企业治理 “三供一业” 混合所有制改革 对标世界一流 管理提升 法治央企建设 合规管理 内部控制 境外腐败治理 “裸官” 近亲繁殖 “带病提拔” 干部档案专项审核 个人有关事项报告 兼职取酬 薪酬管理 职务消费 履职待遇、业务支出 “四种形态” 谈话提醒 批评教育 诫勉谈话 党纪政务处分 组织处理 问题线索 信访举报 立行立改 真改实改 即知即改 边查边改 举一反三 标本兼治 销号管理 挂图作战 对账销号 台账管理 长效机制 制度“废改立” 专项整治 “回头看” 专题民主生活会 对照检查 理论学习中心组 “第一议题”制度 主题教育 党史学习教育 “不忘初心、牢记使命” 党委（党组）会前置研究 董事会应建尽建 “三会一课” 党员发展 换届选举 党费收缴 巡察全覆盖 政治巡察 上下联动 纪检监察机构 派驻机构改革 “三转” 审计整改 责任追究 违规经营投资 虚假贸易 账外账 超标准接待 公款旅游 办公用房超标 发放津补贴 干部职工 领导班子成员 “一把手”和领导班子 “关键少数” 年轻干部 人才队伍 党管干部 党管人才 政治生态 政治站位 政治自觉 思想自觉 行动自觉 政治担当 守土有责 压力传导 层层压实 逐级传导 “最后一公里” 上热中温下冷 宽松软 好人主义 重业务轻党建 以会代训 照抄照搬 文山会海 督查检查考核 调查研究 服务基层 群众反映强烈 急难愁盼 职工权益 帮扶资金 生态环境保护 “双碳”目标 污染防治 节能减排 风险隐患排查 应急管理 网络安全 数据治理 信息化建设 供应链管理 集中采购 公开招标 单一来源 围标串标 转包分包 工程变更 合同管理 资金管理 银行账户 担保借款 应收账款 存货 法人压减 参股企业 股权管理 投资决策 可行性研究 后评价 战略规划 产业布局 同质化竞争 协同发展 资源整合'.split(
    ' ',
  );

const DEPARTMENTS =
  '党委 党组 党委会 纪委 纪检监察组 组织部 人力资源部 财务部 审计部 巡察办 党群工作部 宣传部 办公室 战略规划部 法律合规部 安全环保部 科技信息部 采购管理部 工程建设部 市场营销部 投资发展部 资产管理部 国际业务部 监督执纪室 工会 团委 离退休工作部 董事会办公室 运营管理部 质量管理部 物资分公司 财务公司 设计院 研究院 党校 培训中心 信息中心 结算中心'.split(
    ' ',
  );
const VERBS =
  '修订 制定 印发 出台 完善 健全 开展 组织 推进 落实 加强 强化 深化 规范 优化 梳理 排查 清理 核查 督促 指导 检查 抽查 约谈 通报 问责 追缴 清退 收回 整合 压减 压降 处置 化解 建立 成立 召开 部署 研究 审议 学习 传达 贯彻 细化 分解 明确 调整 补充 配备 选派 交流 考核 评估 验收 公示 公开 上线 建设 打造 推广 试点 攻克 研发 引进 培育 服务 走访 慰问 帮扶 整改 纠正 曝光 移交 查处 立案 审查 复核 反馈 报送 督办 跟踪 销号 巩固 提升 压实 拧紧 扛牢 把准 聚焦 围绕 紧盯 对照 结合'.split(
    ' ',
  );
const DEFECTS =
  '不到位 不够深入 不够扎实 有差距 有偏差 不够严格 不够规范 流于形式 存在薄弱环节 落实不力 推进缓慢 重视不够 把关不严 监管缺失 执行走样 层层衰减 屡禁不止 时有发生 隐患较多 管理粗放 标准不高 统筹不够 不够聚焦 作用发挥不充分 压力传导不够 制度不健全 底数不清 整改不彻底 前紧后松 浮于表面'.split(
    ' ',
  );
const ADVERBS =
  '进一步 持续 不断 切实 全面 深入 认真 及时 严格 逐项 逐一 坚决 扎实 稳步 有序 大力 着力 严肃 主动 定期 统筹 分类 分级 常态化 制度化 先后 累计 同步 重点 从严'.split(
    ' ',
  );
const UNITS = '项 个 条 件 次 家 人 人次 万元 亿元 户 份 场 批 处 台 套 篇 名 起 笔 亩 公里 吨 万吨 %'.split(' ');
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
const GIVEN =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰红建国文斌志海波宁辉鹏飞宇浩然子涵欣怡博雅诗琪俊峰晓东春梅秋菊冬雪永福长生德才学忠孝廉耀祖光宗振兴立新树人怀远思齐慕白云天若水';
const PLACE_HEADS =
  '岷岭 青禾 江北 南浦 淮东 临江 云岭 海拓 金川 白石 玉泉 龙潭 鹤鸣 松原 柳河 桐柏 麓山 汉口 苍梧 雁荡 秦渡 沅水 澧阳 澜沧 怒江 赤壁 乌鞘 祁门 敦化 榆次 泗水 沂源 蓬莱 即墨 崂山 涪陵 武隆 黔江 遵义 安顺'.split(
    ' ',
  );
const TRADES =
  '能源 电力 煤炭 石化 钢铁 有色 矿业 盐业 粮食 农垦 水务 水利 机场 港口 铁路 航运 物流 邮政 电信 电子 航天 船舶 兵器 核电 建工 交投 城投 地产 旅游 文化 出版 传媒 银行 保险 证券 信托 资产 医药 纺织 林业 烟草 地质 测绘 环保'.split(
    ' ',
  );
const IDIOMS =
  '举一反三 立行立改 一抓到底 层层压实 标本兼治 齐抓共管 真抓实干 久久为功 统筹兼顾 循序渐进 分门别类 有的放矢 对症下药 因地制宜 抓铁有痕 踏石留印 一以贯之 持之以恒 上下联动 条块结合 未雨绸缪 防微杜渐 见微知著 刨根问底 刀刃向内 自我革命 知责明责 履职尽责 担当作为 守正创新 稳中求进 提质增效 降本增效 开源节流 精打细算 勤俭节约 集思广益 群策群力 同题共答 同向发力 闭环管理 动态清零 应改尽改 应收尽收 应建尽建 应查尽查 能改快改 深挖彻查 追根溯源 清单推进'.split(
    ' ',
  );
const NOUNS =
  '工作 制度 机制 问题 整改 任务 措施 责任 干部 职工 党员 支部 企业 单位 项目 工程 合同 资金 资产 投资 采购 招标 供应商 客户 市场 产品 技术 设备 人才 岗位 薪酬 考核 培训 会议 文件 台账 清单 方案 报告 审计 监督 检查 巡察 风险 安全 环保 质量 成本 利润 债务 担保 贷款 股权 子公司 分公司 车间 班组 矿区 厂区 仓库 码头 航线 线路 变电站 机组 锅炉 管网 基站 网点 营业厅 物业 房产 土地 租金 账款 库存 票据 印章 档案 台区 数据 平台 系统 软件 网络 标准 专利 试验 检测 维修 运输 销售 服务 热线 投诉 信访 线索 案件 处分 谈话 家访 慰问 食堂 宿舍 车辆 接待 差旅 津贴 补贴 福利 工会 社保 退休 离岗 返聘 招聘 晋升 交流 挂职 轮岗 回避 亲属 经商 办企业 中介 律师 评估 拍卖 转让 重组 破产 清算 改制 上市 分红 增资 并购 海外 境外 出口 进口 关税 汇率 期货 保险 信托 基金 债券 利率 授信 逾期 催收 诉讼 仲裁 执行 赔偿 罚款 税务 发票 报销 预算 决算 核算 稽核 内控 合规 法务 授权 审批 流程 印鉴 密钥 备份 灾备 机房 云平台 算力 芯片 传感器 机器人 无人机 生产线 自动化 智能化 数字化 绿色 低碳 排放 废水 废气 固废 尾矿 复垦 植被 水源 河道 堤防 水库 泵站 灌区 良种 粮库 化肥 农机 牧场 渔港 林场 苗木 景区 酒店 剧院 出版社 报纸 频道 影片 展馆 文物 学校 医院 药品 器械 疫苗 养老 社区 小区 保障房 公租房 棚户区 地铁 公交 高速 桥梁 隧道 机场 跑道 站房 货场 集装箱 口岸 保税 冷链 快递 邮件 报刊 储蓄 理财 信用卡 反洗钱 客户经理 不良资产 抵押物 呆账 核销 拨备 资本金 流动性'.split(
    ' ',
  );
/** Neutral characters, the frequent ones first, for the made-up words. */
const CHARACTERS =
  '钢铁铜铝锌镍钛硅锂煤炭油气电水风光核热力车船机炉泵阀管线网站台塔桥路港湾江河湖海山岭峰谷原田林木花草果茶棉麻丝绸布纸墨笔砚琴棋书画诗词歌曲东西南北中前后左右内外远近高低长短宽窄厚薄轻重冷暖干湿明暗红橙黄绿青蓝紫黑白灰金银玉石珠宝珍瓷陶砖瓦梁柱门窗墙院楼阁亭廊园圃池泉井渠坝堰闸沟坡岸滩洲岛礁沙泥土壤尘雾云雨雪霜露冰雷虹霞晨昏春夏秋冬年月日时分秒度量衡尺寸斤两升斗石担包箱袋桶瓶罐盒盘碗杯壶锅灶炊米麦豆粟稻黍薯芋瓜菜葱姜蒜椒盐糖醋酱酒糟饼糕面粉丸汤羹粥饭鱼虾蟹贝螺龟鸟雁鹤鸽燕鹰鸡鸭鹅羊牛马驴骡骆驼鹿兔鼠蚕蜂蝶竹松柏杉桐槐榆柳杨桦枫桃李杏梨枣栗柿橘柚荔榄桂兰菊莲荷梅藤苗芽叶枝根茎籽仁壳皮毛革绒线绳索链钩钉锤锯斧刨钻镗铣磨轧锻铸焊铆切割剪裁缝纫染织编纺印刷装订测绘勘探采掘选洗冶炼浇筑喷涂镀膜封装调试校准标定计数编码译解传输接收发射导航遥感雷达卫星轨道舱段翼尾舵桨轮轴承齿箱簧片膜壳芯盘卡槽孔径距角弧弦圆方球锥环带层级阶段期序列组群族系统型号版式样本例图表格栏目页章节条款项类别名称符码位址域段库表'.replace(
    /\s/g,
    '',
  );
const TOPICS =
  'political-building core-business innovation personnel living-off-enterprise procurement eight-rules ideology safety debt-risk grassroots-party past-inspection'.split(
    ' ',
  );
const SECTION_HEADS =
  '提高政治站位，坚决扛起巡视整改主体责任|坚持问题导向，逐项抓好反馈问题整改落实|强化成果运用，持续巩固深化整改成效|关于贯彻落实党的理论和路线方针政策以及党中央重大决策部署方面|关于落实全面从严治党主体责任和监督责任方面|关于落实新时代党的组织路线方面|关于落实巡视、审计等监督发现问题整改方面|关于移交问题线索处置情况|需要长期坚持的整改任务进展情况|下一步工作打算'.split(
    '|',
  );

export interface CorpusOptions {
  readonly count: number;
  readonly seed?: number;
  /** Characters per notice. */
  readonly length?: number;
}

/** The notices one after the other; the n-th is the same whatever the count. */
export function* generateNotices({ count, seed = 20261122, length = 8000 }: CorpusOptions): Generator<GeneratedNotice> {
  const words = vocabulary();
  for (let number = 0; number < count; number++) yield generateNotice(number, seed, length, words);
}

interface Words {
  readonly trade: readonly string[];
  readonly tail: readonly string[];
}

/**
 * Nouns of the trade by hand, and a long tail of words made up of neutral characters: nonsense, but as many, as
 * long and as unevenly used as a real dictionary, and no real word is thrown into a sentence it does not belong in.
 */
function vocabulary(): Words {
  const random = seededStream(7);
  const letter = () => CHARACTERS.charAt(Math.floor(CHARACTERS.length * random() ** 1.5));
  const tail = new Set<string>();
  while (tail.size < 60_000) tail.add(`${letter()}${letter()}${random() < 0.25 ? letter() : ''}`);
  return { trade: NOUNS, tail: [...tail] };
}

interface Draw {
  readonly below: (limit: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  /** By Zipf's law: the head of the list far more often than its tail. */
  readonly zipf: <T>(list: readonly T[], skew?: number) => T;
}

function drawFrom(random: () => number): Draw {
  const below = (limit: number) => Math.floor(random() * limit);
  const at = <T>(list: readonly T[], index: number): T => list[Math.min(index, list.length - 1)] as T;
  return {
    below,
    chance: (share) => random() < share,
    pick: (list) => at(list, below(list.length)),
    zipf: (list, skew = 1) => at(list, Math.floor(list.length ** (random() ** skew)) - 1),
  };
}

function generateNotice(number: number, seed: number, length: number, words: Words): GeneratedNotice {
  const draw = drawFrom(seededStream(seed, number));
  const place = number % 7 === 0 ? `${draw.pick(PLACE_HEADS)}${draw.pick(TRADES)}` : draw.pick(PLACE_HEADS);
  const enterpriseNumber = Math.floor(Math.sqrt(draw.below(1 << 20))) % (40 * 43);
  const enterpriseName = `${PLACE_HEADS[enterpriseNumber % 40]}${TRADES[Math.floor(enterpriseNumber / 40)]}集团有限公司`;
  const year = 2014 + draw.below(12);
  const term = year < 2018 ? '十八届' : year < 2023 ? '十九届' : '二十届';
  const roundNumber = 1 + draw.below(9);
  const ordinal = '一二三四五六七八九'.charAt(roundNumber - 1);
  const central = draw.chance(0.5);
  const body = central ? '中央' : draw.pick(['省委', '市委', '国资委党委', '集团党委']);
  const group = `${body}第${draw.pick('一二三四五六七八九'.split(''))}巡视组`;
  const round = `${term}${body}第${ordinal}轮`;
  const title = `中共${enterpriseName}${draw.pick(['委员会', '党委', '党组'])}关于${round}巡视整改进展情况的通报`;
  const scene: Scene = {
    draw,
    words,
    own: ownWords(draw, words),
    enterprise: enterpriseName,
    place,
    group,
    year,
  };
  const { text, headings } = writeText(title, round, scene, length);
  return {
    id: `generated-${String(number).padStart(5, '0')}`,
    title,
    text,
    enterprise: { id: `generated-${enterpriseNumber}`, name: enterpriseName },
    docType: draw.pick(['rectification', 'rectification', 'rectification', 'feedback', 'progress-news', 'practice']),
    level: central ? 'central' : draw.pick(['ministry', 'province', 'city', 'group']),
    group,
    round: { id: `${term === '十八届' ? 18 : term === '十九届' ? 19 : 20}-${roundNumber}`, text: round },
    publishedDate: `${year}-${pad(1 + draw.below(12))}-${pad(1 + draw.below(28))}`,
    topics: TOPICS.filter(() => draw.chance(0.45)),
    headings,
  };
}

interface Scene {
  readonly draw: Draw;
  readonly words: Words;
  readonly own: readonly string[];
  readonly enterprise: string;
  readonly place: string;
  readonly group: string;
  readonly year: number;
}

/** What only this notice talks about: its projects, places, people, systems and a few general words it favours. */
function ownWords(draw: Draw, words: Words): string[] {
  const own: string[] = [];
  for (let i = 0; i < 45; i++) own.push(draw.zipf(words.tail, 0.5));
  for (let i = 0; i < 14; i++) {
    const stem = `${draw.pick(GIVEN.split(''))}${draw.pick(GIVEN.split(''))}`;
    own.push(`${stem}${draw.pick(['项目', '公司', '平台', '系统', '基地', '矿井', '电站', '码头', '大厦', '园区'])}`);
  }
  for (let i = 0; i < 8; i++)
    own.push(
      `${draw.pick(SURNAMES.split(''))}${draw.pick(GIVEN.split(''))}${draw.chance(0.7) ? draw.pick(GIVEN.split('')) : ''}`,
    );
  return own;
}

function writeText(title: string, round: string, scene: Scene, length: number): { text: string; headings: number[] } {
  const { draw } = scene;
  const headings: number[] = [];
  const lines: string[] = [];
  let size = 0;
  const line = (text: string, heading = false) => {
    if (heading) headings.push(size);
    lines.push(text);
    size += text.length + 1;
  };
  line(title, true);
  line(
    `根据${draw.pick(['中央', '省委', '党委'])}统一部署，${date(scene)}至${date(scene)}，${scene.group}对${scene.enterprise}党委开展了${draw.pick(['常规', '专项', '机动'])}巡视，${date(scene)}反馈了巡视意见。按照${round}巡视工作有关要求，现将巡视整改进展情况予以公布。`,
  );
  line(
    '党委坚持以习近平新时代中国特色社会主义思想为指导，把巡视整改作为重大政治任务，切实增强“四个意识”、坚定“四个自信”、做到“两个维护”，不折不扣抓好整改落实。',
  );
  let section = 0;
  let subsection = 0;
  let item = 0;
  while (size < length - 420) {
    if (section === 0 || (draw.chance(0.06) && section < 4)) {
      line(`${'一二三四五六'.charAt(section++)}、${draw.pick(SECTION_HEADS)}`, true);
      subsection = 0;
    }
    if (draw.chance(0.22))
      line(`（${'一二三四五六七八九十'.charAt(subsection++ % 10)}）关于${clause(scene)}方面`, true);
    if (draw.chance(0.03)) for (const row of table(scene)) line(row);
    item++;
    const paragraph = `${item}.针对“${unquoted(draw.zipf(PHRASES, 0.4))}${draw.pick(DEFECTS)}，${clause(scene)}${draw.pick(DEFECTS)}”问题。${measures(scene)}`;
    line(paragraph.slice(0, Math.max(60, length - 200 - size)));
  }
  line('欢迎广大干部群众对巡视整改落实情况进行监督。如有意见建议，请及时向我们反映。');
  line(
    `联系电话：0${100 + draw.below(900)}-${10000000 + draw.below(89999999)}；邮政编码${100000 + draw.below(700000)}；电子邮箱：${String.fromCharCode(97 + draw.below(26), 97 + draw.below(26))}${draw.below(1000)}@${scene.place.length}${draw.below(99)}.example`,
  );
  line(`中共${scene.enterprise}委员会`);
  line(`${scene.year}年${1 + draw.below(12)}月${1 + draw.below(28)}日`);
  return { text: lines.join('\n').slice(0, length), headings };
}

function measures(scene: Scene): string {
  const { draw } = scene;
  const count = 2 + draw.below(4);
  let text = '';
  for (let i = 0; i < count; i++) {
    const mark = draw.chance(0.75) ? `${'一二三四五六'.charAt(i)}是` : '';
    const parts = Array.from({ length: 2 + draw.below(4) }, () => clause(scene));
    text += `${mark}${parts.join('，')}${draw.chance(0.2) ? '；' : '。'}`;
  }
  return text;
}

const unquoted = (phrase: string): string => phrase.replace(/[“”]/g, '');
const pad = (value: number): string => String(value).padStart(2, '0');
const date = ({ draw, year }: Scene): string =>
  `${draw.chance(0.4) ? `${year}年` : ''}${1 + draw.below(12)}月${1 + draw.below(28)}日`;
const amount = ({ draw }: Scene): string => {
  const value = draw.chance(0.6) ? 1 + draw.below(60) : 1 + draw.below(9999);
  const fraction = draw.chance(0.15) ? `.${1 + draw.below(98)}` : '';
  return `${value}${fraction}${draw.chance(0.08) ? '余' : ''}${draw.zipf(UNITS, 0.5)}`;
};

/** A word of the notice’s own, of the trade or of the whole dictionary. */
function word(scene: Scene): string {
  const { draw } = scene;
  if (draw.chance(0.3)) return draw.pick(scene.own);
  if (draw.chance(0.04)) return draw.zipf(PHRASES, 0.4);
  if (draw.chance(0.45)) return draw.zipf(scene.words.trade, 0.4);
  return draw.zipf(scene.words.tail, 0.5);
}

/** One clause without its final mark, after patterns of real notices. */
function clause(scene: Scene): string {
  const { draw } = scene;
  const verb = () => draw.zipf(VERBS, 0.45);
  const adverb = () => (draw.chance(0.45) ? draw.zipf(ADVERBS, 0.5) : '');
  const noun = () => (draw.chance(0.55) ? `${word(scene)}${word(scene)}` : word(scene));
  switch (draw.below(16)) {
    case 0:
      return `${adverb()}${verb()}《${noun()}${draw.pick(['管理办法', '实施细则', '工作方案', '规定', '指导意见', '暂行办法', '责任清单'])}》`;
    case 1:
      return `${adverb()}${verb()}${noun()}${amount(scene)}`;
    case 2:
      return `${draw.zipf(DEPARTMENTS, 0.5)}${adverb()}${verb()}${noun()}`;
    case 3:
      return draw.chance(0.3)
        ? `截至${date(scene)}，${noun()}已${verb()}${amount(scene)}，完成率${draw.chance(0.4) ? '100' : `${60 + draw.below(40)}.${draw.below(10)}`}%`
        : `${noun()}${verb()}${noun()}${amount(scene)}`;
    case 4:
      return `把${noun()}作为${draw.zipf(PHRASES, 0.4)}的重要${draw.pick(['内容', '抓手', '任务', '举措', '契机', '标准'])}`;
    case 5:
      return `对${amount(scene)}${noun()}${adverb()}${verb()}`;
    case 6:
      return `${adverb()}学习贯彻${draw.zipf(PHRASES, 0.4)}`;
    case 7:
      return `${date(scene)}，${draw.zipf(DEPARTMENTS, 0.5)}${verb()}${noun()}${draw.pick(['专题会', '推进会', '现场会', '座谈会', '警示教育大会', '工作例会'])}${draw.chance(0.5) ? amount(scene) : ''}`;
    case 8:
      return `${verb()}${noun()}、${noun()}和${noun()}`;
    case 9:
      return `${draw.zipf(IDIOMS, 0.6)}${draw.chance(0.5) ? '，' : '、'}${verb()}${noun()}`;
    case 10:
      return `推动${noun()}${verb()}${noun()}${draw.chance(0.3) ? '见行见效' : ''}`;
    case 11:
      return `${draw.chance(0.5) ? '给予' : '对'}${draw.pick(scene.own)}等${amount(scene)}${draw.zipf(PHRASES, 0.4)}`;
    case 12:
      return `${noun()}的${noun()}${draw.zipf(DEFECTS, 0.8)}`;
    case 13:
      return `${adverb()}${verb()}${draw.zipf(PHRASES, 0.4)}和${noun()}`;
    case 14:
      return `明确${noun()}的${word(scene)}、${word(scene)}、${word(scene)}`;
    default:
      return `${draw.zipf(DEPARTMENTS, 0.5)}与${draw.pick(scene.own)}${verb()}${noun()}`;
  }
}

function table(scene: Scene): string[] {
  const { draw } = scene;
  const rows = Array.from({ length: 2 + draw.below(4) }, () =>
    [word(scene), draw.below(90), draw.below(300), draw.below(300), `${draw.below(101)}%`].join('\t'),
  );
  return ['类别\t反馈问题（个）\t整改措施（条）\t已完成（条）\t完成率', ...rows];
}
