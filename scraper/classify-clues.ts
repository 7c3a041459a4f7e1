import type { DocType } from '../src/model/index.ts';
import { INSPECT } from './vocabulary.ts';

/**
 * What speaks for each kind of notice: where it stands, how strongly it counts, and its words.
 * The title says most; the lead, its first 360 characters, names the act; words anywhere in the text only support.
 * A clue counts once however often it occurs, so the weights are those of an argument, not of a word count.
 */
export interface Clue {
  readonly where: 'title' | 'lead' | 'text';
  readonly weight: number;
  readonly pattern: RegExp;
}

/** A digest of an article, in its title or without one: 核心要点 - … */
const DIGEST = /^\s*(?:核心要点|要点速览|内容提要)/u;

export const CLUES: Readonly<Record<Exclude<DocType, 'other'>, readonly Clue[]>> = {
  /** An enterprise’s own account: 现将整改情况公布如下. */
  rectification: [
    {
      where: 'title',
      weight: 6,
      pattern: new RegExp(`${INSPECT}.{0,24}整改.{0,16}(?:通报|公告|公示|公开|报告|说明)`, 'u'),
    },
    // 关于落实巡察反馈意见的报告
    {
      where: 'title',
      weight: 9,
      pattern: new RegExp(
        `(?:落实|整改)(?:[省市区县集团公司]*(?:委|党[组委]))?${INSPECT}(?:组)?(?:反馈)?(?:意见|问题|建议)(?:工作)?(?:情况)?的?(?:报告|通报|公告|公示|说明)`,
        'u',
      ),
    },
    // 党委巡视整改进展通报; 通报会 is a meeting
    {
      where: 'title',
      weight: 4,
      pattern: new RegExp(`${INSPECT}整改(?:工作)?(?:落实)?(?:进展)?(?:情况)?的?(?:通报|公告|公示)$`, 'u'),
    },
    {
      where: 'title',
      weight: 6,
      pattern: /整改(?:进展|落实)?(?:情况)?(?:的)?公[告布]$|(?:问题|反馈意见).{0,8}整改.{0,8}(?:公告|通报)/u,
    },
    {
      where: 'title',
      weight: 3,
      pattern: new RegExp(`${INSPECT}.{0,24}整改(?:落实|工作)?(?:进展)?情况`, 'u'),
    },
    {
      where: 'title',
      weight: 3,
      pattern: /^中(?:共|国共产党).{2,40}(?:党组|党委|委员会).{0,4}关于/u,
    },
    {
      where: 'title',
      weight: 5,
      pattern: /整改(?:工作|落实|进展)*情况的?(?:通报|公告|公示|公开|说明)$/u,
    },
    // 现将整改情况公布如下: only an account says so
    {
      where: 'text',
      weight: 12,
      pattern:
        /(?:现将|现就|现把|现予|依照[^。]{2,20}[，,]现)[^。]{0,30}整改[^。]{0,14}(?:公布|公开|通报|公告|公示|宣布|公之于众|如下)|现(?:予以|向社会)?公[开布][^。]{0,10}(?:整改|监督)|现予(?:以)?(?:通报|公布|公告|公示|公开)|(?:整改(?:落实)?(?:情况|进展|情形))(?:公布|公开|通报|宣布)?如下/u,
    },
    {
      where: 'text',
      weight: 7,
      pattern:
        /(?:现将|现就|现把).{0,30}整改.{0,14}(?:公布|公开|通报|公告|公示)|(?:现|今|要求[,，])(?:予以)?公[开布].{0,12}整改|现将.{0,12}整改.{0,6}(?:公布|公开)|整改.{0,8}(?:情况|进展).{0,6}(?:公布|公开|通报|公告|公示)(?:如下|于后)/u,
    },
    { where: 'text', weight: 5, pattern: /欢迎(?:广大)?.{0,20}对.{0,16}整改.{0,16}监督/u },
    { where: 'text', weight: 2, pattern: /公[示开](?:期限|时间|期)[:：]?\s*\d{4}/u },
    // 一、储粮管理方面 / 针对“粮情检查记录代签”: only an account goes from finding to finding
    { where: 'text', weight: 7, pattern: /\n[一二三]、[^\n。]{2,24}\n(?:\d[.．、])?针对“[^”\n]{4,40}”/u },
    // an account without a title: 反馈了巡视意见。…集中整改…现通报如下
    {
      where: 'text',
      weight: 12,
      pattern:
        /(?<=(?:整改[^\n]{0,60}|反馈了?(?:巡[视察])?(?:意见|情况|问题)?)[。，,])现(?:将(?:有关|相关|具体|进展)*情况)?(?:予以)?(?:通报|公布|公告|公示|公开)(?:如下|。)/u,
    },
  ],
  /** Findings are handed over. */
  feedback: [
    {
      where: 'title',
      weight: 6,
      pattern: /(?<!(?:落实|盯紧|紧盯|针对|聚焦|围绕|对照)[^，。]{0,8})反馈(?!.{0,8}整改)|(?:完成|作|给).{0,16}反馈/u,
    },
    // the main act of a report stands in its first sentence
    {
      where: 'lead',
      weight: 7,
      pattern: new RegExp(
        `(?:${INSPECT}组|党组|党委|巡察办).{0,30}(?:(?<![方导倾意趋走])向|给(?![出予了]))[^。]{2,160}(?:反馈|通报)(?:了)?[^。整改]{0,12}(?:情况|意见|问题|巡)(?!的?整改)|(?:向|给)[^。]{2,120}进行[^。，,]{0,10}反馈`,
        'u',
      ),
    },
    {
      where: 'lead',
      weight: 7,
      pattern:
        /完成了?对[^。]{2,40}反馈|巡[视察]对[^。]{2,40}的反馈(?:情况|意见)?[^。]{0,12}(?:进行|公[布开]|展开|结束)|反馈(?:意见|情况)(?:已|陆续|全部|相继|日前|近日)*(?:公开|公布)/u,
    },
    {
      where: 'lead',
      weight: 6,
      pattern:
        /巡[视察](?:组|意见|结果|问题)?[^。]{0,60}(?:转交|送达|宣读(?!了?(?:授权|任职|文件|关于|《))|念给|摆给|点明|端上|交到|一对一)|(?:把|将)巡[视察](?:发现|报告|意见)[^。]{0,40}(?:点明|通报|交|摆|指出)/u,
    },
    {
      where: 'lead',
      weight: 5,
      pattern: new RegExp(
        `(?:向|给(?![出予了])).{2,120}(?:反馈了?|通报了?)(?:专项|常规)?(?:${INSPECT})?.{0,8}(?:情况|意见|问题|反馈)(?!的?整改)|把.{0,6}意见反馈给|反馈(?:会议?|工作)(?!精神|后|以来|上?要求)`,
        'u',
      ),
    },
    {
      where: 'lead',
      weight: 4,
      pattern: new RegExp(`${INSPECT}.{0,24}反馈.{0,16}(?:公布|召开|完成)|(?:集中|一对一|“一对一”)反馈`, 'u'),
    },
    {
      where: 'text',
      weight: 3,
      pattern:
        /(?:组长|巡[视察]组).{0,16}(?:反馈|通报)(?:时)?(?:指出|认为|：|:)|(?:主要问题|指出了?.{0,12}问题)[:：]|巡[视察]组(?:建议|提出了?.{0,6}(?:意见|建议))/u,
    },
  ],
  /** An inspection is announced or starts. */
  launch: [
    { where: 'title', weight: 7, pattern: new RegExp(`^.{0,16}${INSPECT}(?:公告|公示|预告)$`, 'u') },
    {
      where: 'title',
      weight: 6,
      pattern: new RegExp(
        `进驻|动员|名单|${INSPECT}组.{0,4}(?:抵达|到达|进场|就位)|启动|派出${INSPECT}组|(?:开始|迎来|公布).{0,12}${INSPECT}?|${INSPECT}.{0,12}开始|到.{0,10}单位$|将.{0,6}${INSPECT}`,
        'u',
      ),
    },
    {
      where: 'lead',
      weight: 5,
      pattern: new RegExp(
        `(?:[日起时月初旬底近已均]|先后|分[别头]|陆续).{0,60}进驻|进驻.{2,60}(?:动员|开展|协调会)|动员(?:部署)?(?:会|大会)(?!(?:会议)?精神)|迎来.{0,12}组|(?:对象|名单)(?:已|包括|是|为|有|日前|近日|公布|确定|[：:])|(?:安排|部署).{0,10}轮.{0,6}${INSPECT}|轮.{0,12}${INSPECT}.{0,10}(?:启动|展开|铺开|开始|作出安排)|分别${INSPECT}|受[^，,。]{2,24}(?:委派|指派|派遣)[，,][^，,。]{0,16}${INSPECT}组(?:来到|走进|到)|到.{2,24}做.{0,4}${INSPECT}`,
        'u',
      ),
    },
    {
      where: 'lead',
      weight: 5,
      pattern: new RegExp(
        `[起至旬日][^。]{0,40}(?:对|到|在)[^。]{2,160}(?:开展|进行|实施|展开)(?:为期[^。，,]{2,10}的?)?(?:常规|专项|机动|提级|特别)?${INSPECT}(?!.{0,60}反馈)`,
        'u',
      ),
    },
    {
      where: 'lead',
      weight: 5,
      pattern:
        /巡[视察](?:组)?[^。]{0,40}(?:见面(?:沟通)?会|见面(?=[。，,])|发动会|碰面会|对接会|发动大会|启动会|入驻|走进|开锣|开局|拉开)|巡[视察]时间(?:到|至|为)/u,
    },
    // 兵团党委第三巡视组巡视示例建工集团; 将对甲公司、乙公司开展提级巡察
    {
      where: 'title',
      weight: 4,
      pattern: new RegExp(`${INSPECT}组${INSPECT}(?!.*(?:反馈|整改|情况|问题|发现))[^，。]{2,24}$`, 'u'),
    },
    {
      where: 'lead',
      weight: 4,
      pattern: new RegExp(`将对[^。；;]{2,80}(?:开展|进行)[^。，,；;]{0,16}${INSPECT}(?!整改|反馈)`, 'u'),
    },
    { where: 'lead', weight: 4, pattern: /组进驻[^。]{2,160}(?:动员会|见面会)/u },
    {
      where: 'text',
      weight: 4,
      pattern:
        /(?:受理|反映)[^。]{0,30}(?:来信|来电|来访)[^。]{0,60}(?:截止|联系电话|接听|意见箱|邮箱)|(?:值班|举报|联系)电话[^。]{0,40}(?:接听|受理)/u,
    },
    {
      where: 'text',
      weight: 2,
      pattern: /受理(?:信访|来信来访)|(?:值班|举报)电话|(?:巡视|巡察)(?:时间|为期)|现场(?:巡视|巡察)/u,
    },
  ],
  /** Rectification is pushed, reviewed or checked. */
  'progress-news': [
    {
      where: 'title',
      weight: 6,
      pattern:
        /整改(?!.{0,10}(?:扫描|公告|通报|公示|公开|说明|报告)).{0,14}(?:推进|部署|专题|动员|督导|调度|评估|验收|销号|会议|会$|落实|进展|取得|见效)|(?:推进|部署|深化|督导|调度).{0,20}整改|研究.{0,12}整改/u,
    },
    {
      where: 'title',
      weight: 6,
      pattern: /整改.{0,16}(?:抽查|回访|验收|督查|纪实|冲刺|清零|收官|成绩单)|动真碰硬|一改到底/u,
    },
    {
      where: 'title',
      weight: 5,
      pattern: /推动.{0,8}整改|整改.{0,6}(?:走深|落地|见实效)|整改.{0,10}(?:账|答卷|清单|成绩|战|见底|进度)/u,
    },
    {
      where: 'lead',
      weight: 7,
      pattern:
        /(?:听取|通报|审议|研究)[^。]{0,16}(?:整改|立行立改)[^。]{0,10}(?:汇报|进展|情况|报告)|把[^。，,]{0,10}整改[^。，,]{0,20}一起抓|抽查[^。]{0,6}整改|整改[^。]{0,8}(?:抽查|回访|验收|评估|督查|督导)/u,
    },
    {
      where: 'lead',
      weight: 6,
      pattern:
        /整改[^。]{0,10}(?:总结会|汇报会|座谈会|例会|联席会|“?回头看|成绩|答卷|账本)|(?:晒|交出|亮出|盘点)[^。]{0,16}整改/u,
    },
    {
      where: 'lead',
      weight: 5,
      pattern:
        /整改.{0,24}(?:推进会|专题会|调度会|部署会|领导小组.{0,8}会议|协调.{0,4}会|动员.{0,4}会|攻坚|合并召开)|(?:召开|主持|举行|开).{0,30}(?:会|会议).{0,80}(?:整改|反馈意见)|评价.{0,12}整改|反馈(?:问题|意见)的?整改|研究.{0,40}(?:整改|立行立改)|部署落实.{0,10}反馈意见/u,
    },
    {
      where: 'lead',
      weight: 4,
      pattern: new RegExp(
        `${INSPECT}整改(?:进入|工作|整体|转[到入]|走[到进])|推动${INSPECT}整改|反馈(?:意见|问题|情况)?时[^。]{0,16}(?:提到|提出|指出|点到|点出|点名|点了)|反馈(?:巡[视察])?(?:意见|问题|情况)[，,][^。]{0,4}(?:点到|点出|点名|提到)|责令[^。]{0,20}(?:整改|搬离|停止|腾退)|${INSPECT}反馈(?:意见)?后[，,]`,
        'u',
      ),
    },
    {
      where: 'lead',
      weight: 4,
      pattern:
        /(?:自[^。，,]{2,30}(?:进驻|反馈[^。，,]{0,6})|巡[视察]反馈(?:意见)?)以来|督[查办导][^。，,]{0,14}整改|督办[^。，,]{0,30}(?:反馈|问题)|整改[^。，,]{0,6}督查|(?:日|近日|日前|连日来|[上下]午)[^。]{0,60}整改|交办的?\d+[个项件]|反馈的\d+[个项条]问题/u,
    },
    // 对“流域统一调度意识不强”的反馈，集团把…
    { where: 'lead', weight: 4, pattern: /[针面]?对“[^”]{2,40}”的反馈|对照反馈的“[^”]{2,40}”问题/u },
    {
      where: 'text',
      weight: 3,
      pattern: /(?:会议|会上)(?:通报|听取|强调|要求|指出|提出|认为).{0,60}整改|截至.{2,16}已完成/u,
    },
  ],
  /** How inspection is practised, or what someone thinks of it. */
  practice: [
    { where: 'lead', weight: 6, pattern: DIGEST },
    { where: 'title', weight: 6, pattern: DIGEST },
    {
      where: 'title',
      weight: 9,
      pattern:
        /^(?:论|浅谈|浅析|试论|略论|刍议|浅议)|的(?:思考|探索与|实践与|几点|路径|对策)|研究$|(?:高频词|扫描|盘点|密集(?:出炉|公布|亮相))(?:$|[ \u3000])/u,
    },
    {
      where: 'title',
      weight: 5,
      pattern:
        /实践|启示|思考|对策|是怎[么样]|体会|探索|做法|经验|故事|二三事|细节|精准|提升.{0,12}质效|如何|护航|利剑|从小处|之道|破题|“[^”]{2,8}”(?:助力|提升|推动)|五化|四个一|查出.{0,6}问题|[:：].{4,}/u,
    },
    {
      where: 'title',
      weight: 5,
      pattern: /路子|笔记|警惕|疲劳症|密码|样本|解法|观察$|透视$|走笔|为何|何以|这样|怎样|怎么|新招|妙招|一线|之窗/u,
    },
    {
      where: 'lead',
      weight: 5,
      pattern:
        /近[一二三四五两]年[^。]{0,12}(?:巡视|巡察)[^。]{0,8}轮|关键词[：:]|摘\s*要[：:]|答案是|差的是什么|怎么办/u,
    },
    {
      where: 'lead',
      weight: 4,
      pattern:
        /本文|摘\s*要|导语|核心观点|笔者|近年来|历来|以来[，,].{0,40}(?:探索|先后开展|全覆盖)|记者梳理了?.{0,6}做法|政治体检”?(?:交出|账单|报告)|打出|为破|难题|听取(?!.{0,12}整改).{0,16}(?:巡视|巡察|轮).{0,6}汇报|上汇报了|汇报了.{0,20}的情况|倒查|开出|交出/u,
    },
    {
      where: 'lead',
      weight: 4,
      pattern: /新探索|走出了?一条|推行|有益探索|做法值得|[一二两三四五\d]年(?:来|间)[^。]{0,40}巡[视察]|不少国有企业/u,
    },
    {
      where: 'lead',
      weight: 3,
      pattern:
        /(?:查阅|调阅|访谈|谈话).{0,16}\d.{0,60}(?:发现|移交).{0,12}(?:问题|线索)|抓.{0,10}整改|(?:已完成|完成率)/u,
    },
    { where: 'lead', weight: 4, pattern: /^文章核心观点|审议[^。]{0,24}轮巡[视察]情况(?:的)?(?:报告|汇报)/u },
    {
      where: 'lead',
      weight: 6,
      pattern: /落马|被(?:查|宣布)|据[^。]{0,6}不(?:完全|彻底)统计|专家称|反腐(?!败斗争|倡廉)/u,
    },
    { where: 'lead', weight: 6, pattern: /笔者(?:以为|认为|注意到|看到|发现|颇有)/u },
    // a feature tells of single days: 巡察组入驻殡仪馆的第五天
    { where: 'lead', weight: 6, pattern: /[进入]驻[^。，,]{0,16}的?第[一二三四五六七八九十]{1,3}天/u },
    // a feature opens with somebody’s words
    {
      where: 'lead',
      weight: 6,
      pattern: /^\s*[“"][^”"]{6,80}[”"][^。]{2,40}(?:说|介绍|表示|感慨|回忆|形容)|^\s*[“"][^”"]{6,80}[”"]翻开/u,
    },
    // or with a whole sentence that somebody said: “以前巡察组一走就松劲。”
    { where: 'lead', weight: 4, pattern: /^\s*[“"][^”"]{4,60}[。！!][”"]/u },
    // an opinion speaks of no one in particular
    {
      where: 'text',
      weight: 7,
      pattern:
        /本文将|有的(?:单位|企业|地方|干部)|一些(?:单位|企业|地方|部门)|说到底|归根(?:结底|到底)|关键在于|之道[，,]?在于|实践中[，,]|不能止于|最怕|往往|导读[：:]|评论员|读到一|颇堪|(?<!不)打折扣(?!”)|切忌|不妨/u,
    },
    {
      where: 'text',
      weight: 2,
      pattern:
        /(?:累计|共)(?:开展|发现).{0,30}问题|介绍说?[，,]|(?:负责人|书记)(?:说|介绍|表示)|有效(?:破解|推动)|纪检监察|廉洁|经验|工作法|机制/u,
    },
  ],
};
