import type { FigureCategory } from '../../../src/model/index.ts';

/**
 * What a quantity counts, by its unit and the words beside it. The first row that fits decides;
 * the order goes from the surest words to the vaguest. Each row names the reason for its order or its exclusions.
 */
export interface Rule {
  readonly category: FigureCategory;
  readonly units: RegExp;
  /** Words right after the quantity; the match belongs to the quote. */
  readonly after?: RegExp;
  /** Words right before the quantity (within its clause); the match belongs to the quote. */
  readonly before?: RegExp;
  /** Something that must stand in the sentence. */
  readonly sentence?: RegExp;
  /** Something that must not stand near: in the clause before, the unit, and the clause after. */
  readonly not?: RegExp;
  /** Something that must not stand in the sentence before it. */
  readonly notBefore?: RegExp;
  /** What the next clause must say. */
  readonly nextClause?: RegExp;
  /** Something that must not follow. */
  readonly notAfter?: RegExp;
}

const THING = /^(?:余?[个项条类件点份])$/u;
const PERSON = /^(?:人|人次|名|位|例|个)$/u;
const gap = (n: number): string => `[^，,；;。：:\\d]{0,${n}}`;

/** Verbs of bringing money back; found, invested, saved or planned money is no `money`. */
const RECOVER =
  '补退|退补|追缴|追收|补收|追回|挽回|清退|退还|退缴|退赔|退回|收缴|上缴|收回|清收|归还|返还|追偿|追赃|挽损|扣缴|清欠|扣回';

const TALK = '约谈|诫勉|谈话提醒|提醒谈话|批评教育|函询|警示谈话|廉洁约谈|监督提醒|提醒约谈';
const SANCTION = '处分|党内警告|政务警告|行政警告|严重警告|记过|记大过|撤职|留党察看|开除';
const TRANSFER =
  '移送司法|移交司法|移送检察|移送(?:审查)?起诉|移送[省市区县]?公安|采取留置|留置|移送(?:纪检监察|监察)机关';
const ACCOUNT =
  '问责|追责|追究|组织处理|处理处分|处理|组织调整|免职|降级|降职|撤换|解除劳动合同|辞退|四种形态”?|第[一二三四]种形态|责任追究|严肃处理|处罚|免去(?:职务)?|调岗|调整(?:职务|岗位)|降职|查处';
const PAPERS = '凭证|票据|发票|传票|合同|协议|单据|材料|报表|工资表|档案|账册|账簿|卷宗|台账|资料|底稿|记录';
const DOCUMENTS = '查阅|调阅|审阅|翻阅|调取|查看|抽阅';

/** Other rounds and times, whose units are not this notice’s. */
const EARLIER = /此前|以往|历次|十八大以来|上一轮/u;

export const RULES: readonly Rule[] = [
  {
    category: 'money',
    units: /^元$/u,
    before: new RegExp(`(?:${RECOVER})${gap(20)}$`, 'u'),
    not: /清欠[^，,]{0,12}(?:工资|加班费|社保)|避免|减少|节约|计划|上缴[^，,]{0,12}(?:收益|利润|税|红利)|(?<!收回)应(?:追|退|收)(?:缴|未)|尚未|(?<!收回应收)未(?:追|退|收)|无法|难以|不能|未能|判决|判令|裁定/u,
    notAfter: /^中的/u,
  },
  {
    category: 'money',
    units: /^元$/u,
    before: new RegExp(`(?:${RECOVER})[^；;。：:]{0,24}、[^，,；;。：:\\d]{0,12}$`, 'u'),
    not: /避免|减少|节约|计划|上缴[^，,]{0,12}(?:收益|利润|税|红利)/u,
  },
  // 涉及资金64.2万元，全部收缴
  {
    category: 'money',
    units: /^元$/u,
    nextClause: new RegExp(`^[，,](?:已|均已|现已)?(?:全部|悉数|如数|全额)(?:${RECOVER})`, 'u'),
  },
  {
    category: 'money',
    units: /^元$/u,
    after: new RegExp(`^${gap(10)}(?:被|已|全部|均已|已全部|悉数|如数|全额|足额)(?:全部)?(?:${RECOVER})`, 'u'),
  },

  {
    category: 'completionRate',
    units: /^%$/u,
    before:
      /(?:(?<!未)整改(?:工作)?(?:总体|综合)?(?:完成|办结|销号|到位)?率|(?:问题|任务|措施)?改结率|(?<!未)(?:任务|措施|总体)?完成(?:率|比例)|(?<=(?:整改|问题|任务|措施|线索|信访)[^，,。]{0,6})办结率|(?<!政策|决策|工资)落实率|销号率)(?:均?为|均?已?(?:经)?达到?|是|均?达|[：:])?$/u,
    not: /力争|确保|目标|[底末]前/u,
  },
  {
    category: 'satisfaction',
    units: /^%$/u,
    before:
      /(?:满意(?:度|率)|认可(?:度|率)|好评率|满意[^，,。]{0,4}|满意率合计)(?:评价)?(?:测评|平均|综合)*(?:得分)?(?:均?为|均?达到?|是|合计|由[^，,。]{0,12}到|由[^，,。\d]{0,10}|[：:])?$/u,
    not: /整改前/u,
  },
  // 评价“好”和“较好”的占97.5%
  {
    category: 'satisfaction',
    units: /^%$/u,
    before: /(?:评价|认为)[^，,。；;\d]{0,20}(?:好|满意)”?的?(?:合计)?(?:占|占比|比例|达)(?:到|为)?$/u,
  },
  {
    category: 'satisfaction',
    units: /^%$/u,
    after: /^的?[^，,。；;]{0,12}(?:表示满意|满意|认为[^，,。；;]{0,10}(?:好|明显|满意))/u,
  },

  // persons: the verb that follows 对…N人 first, then the nearest verb before
  {
    category: 'transfers',
    units: PERSON,
    before: new RegExp(`(?:${TRANSFER})${gap(12)}$`, 'u'),
    not: /线索|案件(?=$)/u,
  },
  { category: 'transfers', units: PERSON, after: new RegExp(`^${gap(16)}(?:被)?(?:${TRANSFER})`, 'u') },
  // 四种形态 are the whole scale: 运用“四种形态”批评教育和处理312人次
  {
    category: 'accountabilityPersons',
    units: PERSON,
    before: /(?:四种形态”?|第[一二三四]种形态”?|批评教育(?:帮助)?(?:和|、|及)处理)[^，,；;。：:\d]{0,12}$/u,
  },
  // 对15人分别给予批评教育、责令检查等处理
  {
    category: 'accountabilityPersons',
    units: PERSON,
    after: /^[\u4e00-\u9fff]{0,8}(?:给予|予以|作出)[\u4e00-\u9fff]{2,12}$/u,
    nextClause: /^[^，,；;。：:、\d]{4,24}、[^，,；;。：:\d]{2,20}等(?:组织)?(?:处理|问责)/u,
  },
  { category: 'talks', units: PERSON, before: new RegExp(`(?:${TALK})(?:${gap(16)}|了)$`, 'u') },
  {
    category: 'discipline',
    units: PERSON,
    before: new RegExp(`(?<!处理)(?:党纪|政纪|政务|党政纪|纪律|党内|行政)?(?:${SANCTION})(?:的)?(?:${gap(10)})$`, 'u'),
    not: /处理处分/u,
  },
  {
    category: 'discipline',
    units: PERSON,
    after: new RegExp(`^(?!，)${gap(18)}(?:给予|予以|受到|作出|被)?${gap(8)}(?:${SANCTION})`, 'u'),
    not: new RegExp(`${TALK}`, 'u'),
  },
  { category: 'talks', units: PERSON, after: new RegExp(`^${gap(18)}(?:${TALK})`, 'u') },
  {
    category: 'accountabilityPersons',
    units: PERSON,
    before: new RegExp(`(?:${ACCOUNT})(?:了)?${gap(8)}$`, 'u'),
    not: /(?:问责|处理)[^，,]{0,6}(?:案件|问题|线索)/u,
  },
  {
    category: 'accountabilityPersons',
    units: PERSON,
    after: new RegExp(`^${gap(14)}(?:进行了?|予以|被|受到|作出|重新作出|给予)?${gap(6)}(?:${ACCOUNT})`, 'u'),
  },
  {
    category: 'interviews',
    units: /^(?:人次|人|名|位)$/u,
    before:
      /(?:(?:个别|面对面)?(?:谈话|访谈)|约谈话|谈话了?解|座谈访谈)(?:了)?(?:有关|相关|各级|党员|干部|职工|人员|群众|领导)*(?:达|共|累计|共计)?$/u,
    not: /谈心|提醒|诫勉|约谈|批评|任前|廉洁谈话|廉政谈话/u,
  },
  {
    category: 'interviews',
    units: /^(?:人次|人|名)$/u,
    before: /与[^，,。；;]{2,30}(?:谈话|个别交流)$/u,
    not: /谈心|提醒|诫勉|任前/u,
  },
  // 与118人次谈话
  {
    category: 'interviews',
    units: /^(?:人次|人|名)$/u,
    before: /[与找同和跟]$/u,
    after: /^[\u4e00-\u9fff]{0,8}?(?:个别(?:谈话|交流|访谈)|谈话|访谈)/u,
  },

  {
    category: 'clues',
    units: /^(?:件|条|个|件次|批次|封|项|起)$/u,
    before:
      /(?:(?:问题)?线索|信访(?:举报)?(?:件|反映|问题|事项)?(?:和[^，,。；;]{0,8})?|举报(?:件|信|线索)?|来信来访|来信|来电|群众来访|信访件和问题线索)(?:(?:共|累计|共计|达|为|有)|等)?$/u,
    not: /建议|制度/u,
    notAfter: /^(?:部门|单位)/u,
  },
  {
    category: 'clues',
    units: /^(?:件|条|个|件次|批次|封|项|起)$/u,
    after:
      /^(?:巡[视察]?(?:组)?移交的?|移交的?|涉嫌[^，,。；;]{0,6}的?|立行立改)?(?:的)?(?:群众|重要|具体|疑点|违纪违法|违规违纪)?(?:问题线索|线索|信访(?:件|举报|事项|问题)?|举报(?:件)?|来信)/u,
  },

  // 收到群众反映62件
  {
    category: 'clues',
    units: /^(?:件|件次|封)$/u,
    before: /(?:收到|受理)(?:职工|干部|党员|群众)*反映(?:共|累计)?$/u,
  },
  // 问题线索了结35件
  {
    category: 'clues',
    units: /^(?:件|条|个|件次|批次|封|项|起)$/u,
    before:
      /(?:问题线索|线索|信访(?:举报)?(?:件|事项)?|举报件?|来信来访)(?:已|均已|共)?(?:办结|了结|处置|核查|核结|查结|办理)(?:完毕)?$/u,
  },

  {
    category: 'documents',
    units: /^(?:份|件|册|卷|本|套|余份|份次)$/u,
    before: new RegExp(`(?:${DOCUMENTS})[^，,；;。\\d]{0,24}$`, 'u'),
  },
  // 核对考勤、工资表2700张: checked papers; other things are checked as well
  {
    category: 'documents',
    units: /^(?:份|册|卷|本|套|张|份次)$/u,
    before: new RegExp(`(?:${DOCUMENTS}|翻看|核对|比对|核查|抽查|抽取)[^，,；;。\\d]{0,16}(?:${PAPERS})$`, 'u'),
  },
  // 抽查近三年公务接待、差旅、用车单据4800余份
  {
    category: 'documents',
    units: /^(?:份|册|卷|本|套|张|份次)$/u,
    before: new RegExp(`(?:${PAPERS})$`, 'u'),
    sentence: new RegExp(
      `(?:核对|比对|核查|抽查|抽取)近[一二三四五六七八九十\\d]+年(?:来|的)?${gap(20)}(?:${PAPERS})\\d`,
      'u',
    ),
  },

  {
    category: 'rules',
    units: /^(?:项|个|部|份|条|件|余项|余个|套)$/u,
    before:
      /(?:制度|管理办法|办法|规定|机制|规章|细则|规程|章程|建章立制)(?:建设|文件|规定|办法|体系|流程)?(?:共|共计|累计|达|等|合计|已)?$/u,
    not: /废止|取消|清理|范本/u,
  },
  {
    category: 'rules',
    units: /^(?:项|个|部|份|条|件|余项|余个|套)$/u,
    after:
      /^(?:具体|相关|配套|规章|重点|基本|内控|管理|党建|党内)*(?:制度|办法|规定|机制|细则|规程)(?!.{0,6}(?:废止|未|不))/u,
    not: /废止|取消|责任清单/u,
  },

  // 废止制度15项，修订22项，新建9项
  {
    category: 'rules',
    units: /^(?:项|个|部|份)$/u,
    before: /^(?:修订|新建|新订|新制定|制定|新增|出台)(?:完善)?$/u,
    sentence: /(?:制度|办法)\d+[项个部份]/u,
  },

  {
    category: 'recommendations',
    units: /^(?:条|项|个|份|点)$/u,
    before:
      /(?:意见建议|整改建议|工作建议|意见(?:和|、)建议|(?:提出|收集|征集|征求)[^，,。；;]{0,10}(?:建议|意见))(?:共|达|等)?$/u,
    not: /建议书|批评意见/u,
  },
  {
    category: 'recommendations',
    units: /^(?:条|项|个|份|点)$/u,
    after: /^(?:具体|整改|合理化|工作|巡[视察])*(?:意见建议|建议|意见和建议)(?!书)/u,
  },
  // 提了4条意见
  {
    category: 'recommendations',
    units: /^(?:条|项|个|点)$/u,
    before: /提(?:出了?|了)$/u,
    after: /^(?:整改|反馈|巡[视察]|工作|具体)*意见/u,
  },

  // 完成整改问题21个
  {
    category: 'issuesDone',
    units: THING,
    before: /(?<![未需应须])(?:完成整改|整改完成|完成销号|销号)(?:的)?(?:反馈|具体)?问题(?:有|共|达)?$/u,
  },
  {
    category: 'tasksDone',
    units: THING,
    before: /(?<![未需应须])(?:完成整改|整改完成|完成销号|销号)(?:整改)?任务(?:共|达)?$/u,
  },
  {
    category: 'measuresDone',
    units: THING,
    before: /(?<![未需应须])(?:完成整改|整改完成|完成销号|销号)(?:整改)?措施(?:共|达)?$/u,
  },

  // 已完成整改51个: findings, where no other count stands before
  { category: 'issuesDone', units: /^个$/u, before: /^(?:已|已经|累计)完成整改$/u },

  // 已改完的问题58个
  {
    category: 'issuesDone',
    units: THING,
    before: /(?<![未没])(?:改完|整改完|改好|改到位|解决)的(?:反馈|具体)?问题(?:有|共|达)?$/u,
  },
  // 指出的43个问题，已关闭41个
  {
    category: 'issuesDone',
    units: THING,
    before: /^(?:现|目前|其中)?(?:已|全部|均已|督促|当即)*(?:经)?(?:关闭|销号|改完|整改完|纠正|改正|整改到位)$/u,
    sentence:
      /问题(?:\d+[个项条])?[，,](?:现|目前|其中)?(?:已|全部|均已|督促|当即)*(?:经)?(?:关闭|销号|改完|整改|纠正|改正)/u,
  },

  // 建立问题清单47项、任务清单76项、措施清单133项
  { category: 'issues', units: /^[项个条]$/u, before: /问题清单(?:共|共计)?$/u },
  { category: 'tasks', units: /^[项个条]$/u, before: /任务清单(?:共|共计)?$/u },
  { category: 'measures', units: /^[项个条]$/u, before: /措施清单(?:共|共计)?$/u },

  // what is due comes before what is done, what is done before the bare count
  {
    category: 'measuresDue',
    units: THING,
    before:
      /(?:集中整改[^，,。；;]{0,8})?(?:(?:需要?|应当?|须|计划)(?:按期|如期|在[^，,。；;]{2,10})?(?:整改)?(?:完成|办完|办结|落实)|到期|应完成)的$/u,
    after: /^(?:整改)?(?:措施|举措)/u,
  },
  // 要求在集中整改期内完成的举措219条
  {
    category: 'measuresDue',
    units: THING,
    before:
      /(?:需要?|应当?|须|要求|计划)(?:按期|如期|在[^，,。；;]{2,10})?(?:整改)?(?:完成|办完|办结|落实)的?(?:整改)?(?:措施|举措)(?:有|共|达)?$/u,
  },
  // 186条整改措施，其中集中整改期内应完成151条
  {
    category: 'measuresDue',
    units: THING,
    before: /其中[^，,。；;\d]{0,12}(?:应当?|须|需要?)(?:按期|如期)?完成$/u,
    sentence: /措施|举措/u,
  },
  {
    category: 'measuresDone',
    units: THING,
    before:
      /(?:措施|举措)(?:中[，,])?(?:目前)?(?:已|均已|已经)?(?:全部|按期|如期)?(?:完成|落实(?:到位)?|落地|见效|兑现|办完|销号|办结)(?:整改|了)?$/u,
  },
  {
    category: 'tasksDone',
    units: THING,
    before:
      /(?:任务|事项)(?:中[，,])?(?:目前)?(?:已|均已|已经)?(?:全部|按期|如期)?(?:完成|办完|销号|办结)(?:整改|了)?$/u,
  },
  {
    category: 'issuesDone',
    units: THING,
    before:
      /(?<!15个国家)问题(?:中[，,])?(?:目前)?(?:已|均已|已经)?(?:全部|按期|如期)?(?:完成整改|整改(?:完成|到位)?|改(?:好|结)|解决|销号|办结)(?:了)?$/u,
  },
  {
    category: 'issuesDone',
    units: THING,
    before: /(?:已|累计|共|推动)(?:推动)?(?:立行立改|边巡边改|整改|解决|完成整改)[^，,。；;\d]{0,10}问题$/u,
  },
  {
    category: 'measuresDone',
    units: THING,
    before: /(?<![未需应须要好])(?:完成|落实|兑现|落地)(?:整改)?(?:的)?(?:整改)?(?:措施|举措)(?:有|共|达)?$/u,
  },
  { category: 'tasksDone', units: THING, before: /(?<![未需应须要])完成(?:的)?(?:整改)?(?:任务|事项)(?:有|共|达)?$/u },

  {
    category: 'measures',
    units: THING,
    after: /^(?:具体|整改|工作|针对性|细化|落实|改进)*(?:措施|举措|步伐|对策)/u,
    not: /剩余|其余/u,
  },
  // 91项任务已经验收销号: so many are done; 已全部 would count them all
  {
    category: 'measuresDone',
    units: THING,
    after:
      /^(?:具体|整改|反馈|突出)*(?:措施|举措)(?:目前)?(?:已经|均已|已)(?!全部|全都)(?:按期|如期|验收)?(?:完成|销号|办结|落实|整改(?:完成|到位)|改(?:好|结)|验收)/u,
  },
  {
    category: 'tasksDone',
    units: THING,
    after:
      /^(?:具体|整改|反馈|突出)*(?:任务|事项)(?:目前)?(?:已经|均已|已)(?!全部|全都)(?:按期|如期|验收)?(?:完成|销号|办结|落实|整改(?:完成|到位)|改(?:好|结)|验收)/u,
  },
  {
    category: 'issuesDone',
    units: THING,
    after:
      /^(?:具体|整改|反馈|突出)*(?:问题)(?:目前)?(?:已经|均已|已)(?!全部|全都)(?:按期|如期|验收)?(?:完成|销号|办结|落实|整改(?:完成|到位)|改(?:好|结)|验收)/u,
  },
  { category: 'measures', units: THING, before: /(?:措施|举措|对策|整改步伐)(?:[，,]?(?:共|共计|合计|总计)|达)?$/u },
  {
    category: 'tasks',
    units: THING,
    after:
      /^(?:具体|重点|整改|工作|详细|主要|细化|巡[视察]|反馈|集中|长期)*(?:任务(?!清单)|使命|整改事项|事项|整改内容|整改(?=$|[，,。；;里中])|整改要求|整改点)/u,
    not: /类/u,
  },
  // 列出61项任务清单; 建立3项任务清单 counts the lists
  {
    category: 'tasks',
    units: /^[项条]$/u,
    before: /(?:列出|列了|细化|分解|梳理)(?:出|为|成|了)?$/u,
    after: /^(?:具体|整改|工作)*任务清单/u,
  },
  {
    category: 'tasks',
    units: THING,
    before: /(?:整改|具体)?(?:任务|整改事项|整改内容)(?:[，,]?(?:共|共计|合计|总计)|达)?$/u,
    not: /(?<!整改)工作任务(?=[项个条])/u,
  },
  {
    category: 'issues',
    units: THING,
    after:
      /^(?:的)?(?:具体|突出|反馈|面上|主要|共性|重点|个性|存在|整改|审计|国家|发现|移交|检视|立行立改|典型|巡[视察])*(?:问题|题目)(?!线索|门店|金额|清单|项目|台账|导向|反映|整改建议)/u,
  },
  {
    category: 'issues',
    units: THING,
    before: /(?<!群众反映)(?:问题|(?<=整改)题目|不足|发现问)(?:共有?|共计|合计|总计|达|有|分别为)?$/u,
    not: /问题项目|线索|金额/u,
  },

  // 但问题也不少，共梳理39个
  {
    category: 'issues',
    units: /^[个条项]$/u,
    before: /^(?:共|累计|一共)?(?:梳理|查出|查找|指出|点出|列出)(?:出|了)?$/u,
    sentence: /问题(?:也|还|仍)?[^，,。；;\d]{0,8}[，,](?:共|累计|一共)?(?:梳理|查出|查找|指出|点出|列出)/u,
    not: /制度|措施|举措|任务|线索/u,
  },
  {
    category: 'accountabilityCases',
    units: /^(?:件|起|宗|例|案)$/u,
    before: new RegExp(`(?:问责|追责|查处|查办|立案(?:审查(?:调查)?)?|处理)(?:了)?${gap(24)}$`, 'u'),
    not: /群众|信访/u,
  },
  {
    category: 'accountabilityCases',
    units: /^(?:件|起|宗|例|案)$/u,
    after: /^(?:典型|违纪违法|违规违纪|腐败|有关)*案件/u,
    sentence: /处理|处分|查处|问责|查办|通报/u,
  },

  {
    category: 'units',
    units: /^[家户所]$/u,
    sentence: /巡视|巡察|[本此这一]轮|进驻|(?<!的)反馈|走访|检查|过筛|自查|核查|抽查|覆盖|督导|督查|对象|审计/u,
    not: /以往|其余|参与|交流|更换|参加|视频|分会场|开至|参会|列席|住户|业主|居民|用户|客户|农户|村民|[蚕茶果菜棉粮烟]农|渔民|牧民|[租商]户|家庭/u,
    notBefore: EARLIER,
  },
  { category: 'units', units: /^[家户所]$/u, before: /(?:企业|单位|公司|党组织)(?:有|共有?|达|为)$/u },
  {
    category: 'units',
    units: /^[家户所]$/u,
    after:
      /^被?巡|^(?:所属|下属)(?:企业|单位)党组织|^(?:单位|企业)(?:党委|党组织)(?:主要负责人|书记|负责人)|^(?:单位|企业)党组织$/u,
  },
  // 5家市属国企，谈话463人次: the report of a round
  {
    category: 'units',
    units: /^[家户]$/u,
    after: /^[省市区县]属(?:国企|国有企业)/u,
    sentence: /谈话|调阅|发现问题|线索/u,
  },
  { category: 'units', units: /^席$/u, sentence: /巡视|巡察|单位/u },
  {
    category: 'units',
    units: /^个$/u,
    after:
      /^(?:被巡[视察]|所属|下属|二级|基层|省级|直属|中央|省属|市属|区属|县属|国有|政府|群团|事业|重点|地方)*[\u4e00-\u9fff]{0,4}?(?:单位|企业|公司|国企|党组织|党委|党总支|党支部|部门|厅局|管理局|盟市|省公司|事业单位|组织|地方|地区|乡镇|街道|行政村|省区市?|(?:地级以?上?)?(?:市|县|(?<![社园城片校厂山小])区)(?=[、（(，,和]|开展|$)|省(?=开展|进行|[，,。、和])|分公司|地市|县区|子公司)(?!.{0,8}(?:参与|参加|组成|交流|负责|提出|移交))/u,
    sentence: /巡视|巡察|[本此这一]轮|进驻|反馈|走访|检查|督导|督查|抽查|过筛/u,
    not: /参与|参加|交流|组成/u,
    notBefore: EARLIER,
  },

  {
    category: 'units',
    units: /^个$/u,
    before: /(?:党组织|党支部|党总支|单位|企业|公司|子企业|部门|乡镇|街道)(?:共|达)?$/u,
    sentence: /巡视|巡察|检查|督导|走访|下沉/u,
    not: /参与|参加|交流|组成/u,
    // 问题97个，其中甲公司41个、乙公司32个
    notBefore: /问题(?:\d+[个项条]|[^，,。；;\d]{0,8}\d+[个项条])[^。]{0,60}其中/u,
  },

  { category: 'meetings', units: /^[次场]$/u, before: /(?:会|会议|学习|研讨|调度会|例会)$/u },
  {
    category: 'meetings',
    units: /^[次场]$/u,
    after:
      /^(?!全会)(?:党组|党委|专题|巡[视察]整改|领导小组|整改|调度|跨运营商|联席|办公室|务虚|民主生活|集体|理论)*[\u4e00-\u9fff]{0,12}?(?:会议|会(?!计)|研讨)/u,
  },
  { category: 'trainings', units: /^[期次场]$/u, before: /(?:培训|培训班|研修班|轮训|宣讲)(?:班)?$/u },
  { category: 'trainings', units: /^[期次场]$/u, after: /^[\u4e00-\u9fff]{0,10}(?:培训|研修班|轮训|进修班)/u },
];
