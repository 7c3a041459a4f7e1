import { sieve } from '../gate.ts';
import { splitLines } from '../lines.ts';
import type { Edit, Repair } from './edit.ts';
import { hasTraditional, simplifyCharacters } from './script.ts';

/**
 * What stands around a notice on its page and is no part of it: menus, buttons, counters, editors, adverts.
 * All patterns are matched against a folded line (see `foldLine`) and each group says why it is furniture.
 * Where it counts, position decides: the same words are a publication line under the title and text further down.
 */

/** Lines longer than this are never furniture by their words. */
const MAX_LINE = 400;

/** The mark of a paywall, what a Word export leaves inside the text, a button that ran into the title. */
const MARKS =
  /🔒|\[bookmark: ?[^\]\n]{0,80}\]|^[ \t\u3000]*扫描二维码(?:访问|查看|打开)\S{0,12}[ \t\u3000]+(?=\S{8})|(?<![ \t\u3000])[ \t\u3000]+扫描二维码\S{0,20}$/gm;

const PINYIN = /\([a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]{1,7} ?\)/gi;
const UNSEEN = /[\u200b-\u200f\ufeff\ue000-\uf8ff]/g;

/** After NFKC, which leaves few kinds of blanks. */
const BLANKS = / {2,}|[\v\f\r\u1680\u2028\u2029\ufeff][\v\f\r \u1680\u2028\u2029\ufeff]*/g;

/** A line for matching: compatibility forms and Traditional characters folded, bracketed pinyin and repeated spaces dropped. */
export function foldLine(line: string, isSimplified = false): string {
  if (line.length > MAX_LINE) return line;
  const composed = line.normalize('NFKC');
  const simple = isSimplified ? composed : simplifyCharacters(composed);
  const plain = simple.includes('(') ? simple.replace(PINYIN, '') : simple;
  return plain.replace(UNSEEN, '').replace(MARKS, '').replace(BLANKS, ' ').trim();
}

const DATE = String.raw`(?:(?:19|20)\d\d ?[-./年] ?\d{1,2} ?[-./月] ?\d{1,2} ?日?|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d)`;
const CLOCK = String.raw`(?:\d{1,2}[:时]\d{2}(?:[:分]\d{2})?)`;
const SEPARATORS = /[\s【】[\]()（）<>《》「」|/\\·・:;,.、，。+\-–—_*⊕⊖○●•>→←↑↓»«#"“”'!！?？&=~×✕★☆\d]+/g;

/** Buttons and links of the page's tools: a line made of nothing else is furniture. Longer words first. */
const TOOLS = new RegExp(
  [
    '扫描二维码(?:访问|查看|打开)?(?:移动版|手机版)?|用手机(?:阅读|查看|打开)?|手机(?:版|看|阅读|浏览)|微信(?:扫一扫|分享|好友|朋友圈)?|扫一扫(?:分享)?(?:到(?:微信|朋友圈))?(?:在手机打开当前页)?',
    '分享(?:到|至|本文|给好友)?|新浪微博|腾讯微博|微博|朋友圈|QQ空间|QQ好友|QQ|豆瓣|人人网|开心网|百度贴吧|复制链接|复制网址|更多',
    '打 ?印(?:本页|文章|此页|预览)?|关 ?闭(?:窗口|本页|此页)?|收 ?藏(?:此页|本页|本站|本文)?|加入收藏|设为首页|导出|下载(?:PDF|Word|文件)?|语音播报|朗读|听新闻|保护视力色?|无障碍(?:阅读|浏览)?|长者模式|关怀版|适老版|繁体(?:版|中文)?|简体(?:版|中文)?|English|EN',
    '(?:返回|回到|去)(?:顶部|首页|列表|上级|上一页|上页|页首|目录|栏目)|TOP|返回|后退|我要纠错|纠错|点赞|赞|顶一下|踩一下|转发|评论|发表评论|我要评论|举报|投稿|订阅|RSS|登录|登陆|注册|退出|搜索|站内搜索|检索|高级搜索|网站地图|联系我们|关于我们|广告服务|法律声明|隐私政策|网站声明|招聘信息',
    '上一?(?:篇|页|条|版)|下一?(?:篇|页|条|版)|首页|尾页|末页|第 ?[0-9]{0,4} ?页|共 ?[0-9]{0,4} ?页|全文阅读|阅读全文|展开全文|收起|版面导航|标题导航|往期回顾|版面概览|PDF版|CNML格式|XML格式',
    '字[体号](?:大小)?|放大|缩小|加粗|视力保护色',
  ].join('|'),
  'gi',
);

/** Words that are tools only beside others: alone, “12 人” may be a broken line of a table. */
const WITH_TOOLS = /默认|正常|超大|特大|大|中|小|次|人|℃/g;
/** 【大 中 小】, and what is left of it where a page broke it. */
const SIZES =
  /^[•·\s]*(?:[【[(（]?\s*大\s*[|/]?\s*中\s*[|/]?\s*小[】\])）]?|[【[(（]?(?:字[体号] ?[::] ?)?[大中]|[中小][】\])）])$/;

export function isToolbar(line: string): boolean {
  if (line.length > 160) return false;
  if (SIZES.test(line)) return true;
  const rest = line.replace(TOOLS, '');
  return rest.length < line.length && rest.replace(WITH_TOOLS, '').replace(SEPARATORS, '') === '';
}

/** The way to the page: 当前位置：首页 > 新闻中心 > 正文 */
const CRUMB_LABEL =
  /^(?:您|你)?(?:现在|当前|目前)?(?:的|所在)*(?:位置|栏目)(?:是)? ?[::]|^(?:您|你)(?:现在|当前|目前)?(?:的|所在)*位置/;
const CRUMB_CHAIN = /^[^。，；！？]{1,24} ?(?:>>|>|→|»|›|≫) ?[^。；！？]{0,60}$/;
const CRUMB_HOME = /^(?:网站|本站)?(?:首页|主页) ?(?:[|/>→»›·-]|$)/;

export const isBreadcrumb = (line: string): boolean =>
  line.length <= 120 &&
  (CRUMB_LABEL.test(line) || CRUMB_HOME.test(line) || (CRUMB_CHAIN.test(line) && !/\d{4}/.test(line)));

/** Titles of lists of other pages; what follows them up to the next prose is theirs. */
const LIST_HEADING =
  /^[\s【[(《■●◆▶>*#]*(?:(?:相关|更多|推荐|热点|热门|精彩|最新|近期|延伸|图片|视频|今日|本周|随机|其他|同类|精选|编辑|猜你|您可能|大家都在|为您|为你)(?:的|在|感兴趣|喜欢|看)*(?:新闻|链接|连结|阅读|文章|文档|推荐|稿件|内容|资讯|动态|报道|信息|评论|专题|视频|图片|排行|导读|要闻|标签|也喜欢|感兴趣|喜欢|看|关注)*|友情(?:链接|连结)|往期(?:推荐|回顾|精彩|精选|文章|内容)|(?:更多|其他)(?:公告|新闻|文章|资讯|内容|动态)|.{0,40}有 ?\d+ ?条(?:评论|回复)|\d+ ?条评论|(?:全部|热门|最新|观察员|网友|精彩)评论(?: ?\d+ ?条)?|小编最近文章|用户评论|读者评论|7 ?[xX×*] ?24 ?小时(?:快讯)?|滚动(?:新闻|资讯|快讯)|专题推荐|栏目(?:列表|导航|推荐)|热点(?:内容|信息|新闻)|(?:热门|今日|本周|最新)?新闻排行榜?|最近(?:发表|更新|文章)|标签列表|网站分类|文章分类|热门(?:文章|新闻|内容)|关于(?:作者|我们)|(?:点击|阅读|浏览|热度|新闻|人气|周|月|热)?排行榜?|热点聚焦|(?:猜你|你可能|您可能|大家)(?:会|也|都|还)*(?:喜欢|感兴趣|在看|关注)|网友评论|网友热评|最新评论|发表评论|评论区?|分类目录|文章归档|归档|标签|关键词|站点导航|网站导航|快速导航|快速链接|合作伙伴|广告|赞助商链接|微信公众号|官方微信|官方微博|关注我们|扫码关注|上级网站|下属单位网站|兄弟单位)[\s】\])》::>]*(?:更多)?[>》\s]*$/;

export const isListHeading = (line: string): boolean => line.length <= 60 && LIST_HEADING.test(line);

/** Neighbour articles. */
const NEIGHBOUR =
  /^[\s【[(<«◄←>→|·•]*(?:上|下|前|后)(?:一|1)?(?:篇|条|页|则|文章|新闻)(?:文章|新闻|:|:|】|\]|\)|>|»| |《|$)/;

/** Words that make a whole line furniture wherever it stands. */
const ANYWHERE: [pattern: RegExp, reason: string][] = [
  [
    /^(?:本文|文章|页面|网页)?(?:已)?(?:点击|浏览|阅读|访问|查看|围观|点阅)(?:次数|人数|数|量|率)? ?[::]? ?\d{0,9} ?(?:次|人次|人)?$/,
    'counter',
  ],
  [/^\d{1,9} ?(?:次|人)?(?:点击|浏览|阅读|围观|赞|评论)$/, 'counter'],
  [/您是(?:本站)?第.{0,20}(?:位|个)?(?:访客|访问者|浏览者)|今日访问|总访问量|在线人数/, 'counter'],
  [
    /^[【[(]?\s*(?:责任编辑|责编|责任校对|本期编辑|值班编辑|网络编辑|网站编辑|编辑|编审|审核|审校|校对|校审|监制|排版|美编|一审|二审|三审|初审|复审|终审|签发|责任审核|审稿|核稿|统筹|策划|值班编委)(?:人|员|者)? ?[::／/|][^。]{0,60}$/,
    'editor',
  ],
  [/^[【[(]\s*(?:责任编辑|责编|编辑|审核|校对) [^。]{1,20}[】\])]$/, 'editor'],
  [
    /^(?:主办|承办|协办|主管|运维|维护|技术支持|网站管理|版权所有|地址及邮编)(?:单位|方)? ?[::][^。]{0,120}$/,
    'imprint',
  ],
  [
    /(?<![“"《])版权所有|copyright|©|all rights? reserved|ICP备|ICP证|公网安备|网安备|网站标识码|备案(?:号|编号)[::]|power(?:ed)? by|技术支持[::]|不良信息举报/i,
    'imprint',
  ],
  [/^(?:本[站网])?(?:免责声明|版权声明|郑重声明|特别声明|转载声明|声明|免责条款|风险提示) ?[::]/, 'disclaimer'],
  [
    /凡(?:本[网站]|注明|来源).{0,30}(?:注明|转载|作品|稿件)|(?:转载|引用)(?:时)?(?:请|须|需|务必|必须).{0,10}(?:注明|保留|联系|标明)|未经.{0,20}(?:授权|许可|同意|允许).{0,10}(?:不得|禁止|严禁|请勿|谢绝)|如有侵权|侵犯.{0,12}(?:权益|版权|著作权).{0,20}联系|仅代表作者(?:个人|本人)?(?:观点|意见)|不代表本(?:网|站|平台|报)|投资者据此操作/,
    'disclaimer',
  ],
  [
    /(?:微信|QQ|手机)?(?:扫一扫|扫描|识别|长按|扫码).{0,16}(?:二维码|关注|分享|打开|公众号|小程序)|二维码.{0,10}(?:关注|分享|打开|下载)/,
    'share',
  ],
  [
    /^(?:打开|点击|复制|添加)微信|^微信号 ?[::]|微信号已复制|点击微信号|^(?:请)?(?:在)?(?:微信|客户端|APP)(?:中)?(?:打开|查看)|^打开.{0,10}(?:APP|客户端)|^(?:官方)?(?:微信公众号|公众号|抖音号|视频号) ?[::]|^(?:点击|点)(?:下方|上方|蓝字|关注|右下角)/i,
    'share',
  ],
  [/^(?:分享|共享)(?:到|至|给|本文|此文章|此页|文章)? ?[::]/, 'share'],
  [
    /^(?:更多|海量|最新|精彩).{0,30}(?:尽在|请(?:关注|下载|登录|点击|访问)|敬请).{0,30}$|^.{0,20}尽在.{2,16}(?:APP|客户端|公众号|网)$/i,
    'call to read on elsewhere',
  ],
  [
    /^(?:喜欢|觉得).{0,16}(?:请|就|记得).{0,16}(?:在看|点赞|转发|关注)|^(?:点(?:个|击)?)?(?:在看|“在看”|赞和在看).{0,8}$|^点击(?:上方|下方|左下角|右上角|阅读原文).{0,30}(?:关注.{0,8}|查看.{0,10})?$|^阅读原文$|^正文(?:已)?结束.{0,30}$|^扫码(?:阅读|查看|下载).{0,10}$|^(?:点击进入|进入)专题.{0,20}$|^(?:END|The End|全文完|完)$/i,
    'call to follow',
  ],
  [/^[▲△▼▽↑↓◢◤☝] ?[^。]{0,60}$/, 'caption'],
  [
    /^(?:广告|推广|AD|advertisement|赞助|点击查看详情|查看更多|展开剩余.{0,8}|立即(?:购买|订阅|咨询|注册|下载).{0,10})$/i,
    'advert',
  ],
  [
    /^图为|^[(（]?(?:资料图|图片来源|图源|图片说明|图片|配图|题图|供图|摄影|摄)[)）]?(?: ?[::/／][^。]{0,40})?$|^图(?:[一二三四五六七八九十\d]{1,3}) ?[::][^。]{0,60}$/,
    'caption',
  ],
  [
    /^[^。！？；]{0,40}[(（] ?(?:摄影|摄|供图|图片|图|图\/文|文\/图|图片来源|资料图|资料图片|通讯员供图|本报记者摄)(?: ?[::/／] ?[^()（）]{0,16})? ?[)）]$/,
    'caption',
  ],
  [/^[^。！？；:]{2,40} (?:摄|摄影|供图|图)$/, 'caption'],
  [/^[^。！？；]{2,50}。? ?[(（][^()（）。]{1,24} (?:摄|摄影|供图)[)）]$/, 'caption'],
  [
    /^本(?:篇)?文章?(?:共)?\d+字,?读完(?:大?约|需要?)?\d+分钟$|^(?:全文|本文)(?:共)?(?:约)?\d+字|^阅读(?:时间|时长|本文)(?:大?约|需)?.{0,12}分钟$|^预计阅读/,
    'reading time',
  ],
  [/^(?:稍等片刻|正在加载|加载中|loading|请稍候|请稍等|页面加载中)[.。…\s]*$/i, 'loading'],
  [/^[-=_*—·.\s]{3,}(?:分隔线|分割线)?[-=_*—·.\s]*$|^[-—=_*]{2,}.{0,6}分[隔割]线/, 'ruler'],
  [
    /^您的(?:电子)?(?:邮箱|邮件)(?:地址)?不会被公开|必填项已用|^(?:还没有|暂无|已有\d+条)评论|^登录后(?:才能|可)?(?:发表)?评论|^(?:昵称|验证码|匿名)[::]|文明上网|理性发言|遵守相关法律法规/,
    'comment form',
  ],
  [/^(?:您对|您觉得|你对)(?:本文|此文|该信息|这篇文章).{0,20}[::?？]?$|^(?:请)?(?:为本文|给本文)(?:打分|评分)/, 'vote'],
  [/^(?:顶|踩|赞)(?:一下)? ?\(?\d+\)? ?\d*%?(?: ?(?:顶|踩|赞)(?:一下)? ?\(?\d+\)? ?\d*%?)*$/, 'vote'],
  [/^附件?【.{0,80}】 ?(?:已下载|下载次数)|已下载 ?\d* ?次$/, 'download counter'],
  [
    /^(?:新闻|服务|客服|监督|投诉|举报|广告|订报|发行|报料|爆料|读者|咨询)热线 ?[::]? ?[\d-]{5,}(?: .{0,60})?$/,
    'hotline of the site',
  ],
  [/^(?:官方)?(?:微信|微博|抖音|头条号|客户端|公众号|APP)(?: (?:微信|微博|抖音|头条号|客户端|公众号|APP))*$/i, 'share'],
  [
    /^(?:title|news|news release|article|content|正文|文章正文|文章详细|文章内容|内容详情|新闻详情|详细内容|新闻内容|您还没有登录.{0,10}|相关附件)$/i,
    'template word',
  ],
];

const mayBeAnywhere = sieve(ANYWHERE, ([pattern]) => pattern);

/** The reason why a folded line is furniture wherever it stands, null where its words do not make it so. */
export function furnitureReason(line: string): string | null {
  if (line.length === 0 || line.length > MAX_LINE) return null;
  if (isToolbar(line)) return 'toolbar';
  if (line.length <= 120 && NEIGHBOUR.test(line)) return 'neighbour article';
  return mayBeAnywhere(line).find(([pattern]) => pattern.test(line))?.[1] ?? null;
}

const LABEL = String.raw`(?:(?:最后更新|发布|发稿|发表|更新|刊发|刊登|刊载|成文|公开|印发|录入|创建|添加|上传|编辑|撰写|发文|生成|文章)?(?:时间|日期)|最后更新|(?:信息|文章|稿件|新闻|内容|资料|消息|本文)?(?:来源|出处)|稿源|(?:文章|本文)?(?:作者|撰稿人?|通讯员|记者)|发布(?:者|人|单位|机构|部门)|发文(?:单位|机构|机关|字号)|供稿(?:单位|部门|人)?|信息员|文号|索引号|组配分类|公开方式|主题分类|主题词|体裁分类|有效性|所属栏目|栏目|原标题|责任编辑|编辑|审核|字体|字号|浏览(?:次数|数|量)?|点击(?:次数|数|量|率)?|阅读(?:次数|数|量)?|访问(?:次数|量)?|分享(?:到)?)`;
const STARTS_WITH_LABEL = new RegExp(String.raw`^[\s【[(|·•◎>]*${LABEL} ?[::|\t]`);
const BARE_DATE = new RegExp(
  String.raw`^[\s【[|•·●]*(?:日期|时间)?[: ]*${DATE}[\sT]*${CLOCK}?(?: ?(?:星期|周)[一二三四五六日天])?[\s】\]|]*(?:${CLOCK})?(?: ?[^\s。，；:]{2,14})?(?: ?(?:\d{1,7}|[(（].{0,12}[)）]))?$`,
);
const NEWSPAPER = new RegExp(
  String.raw`^[《(（]?[^。]{0,24}(?:${DATE}|第? ?[A-Z]?\d{1,3} ?版)[^。]{0,30}(?:版|编印|(?<!星)期)[^。]{0,12}$`,
);
const REPRINT = /^[(（] ?(?:原载|原文刊于|来源|摘自|转自|载于|刊于)[^。]{0,40}[)）]$/;
/** http://www.example.org 2015-02-27 19:11:52 */
const ADDRESS = new RegExp(String.raw`^https?://\S{4,80}(?: {1,8}${DATE}(?: ${CLOCK})?)?$`);
/** WordPress and its like: 发布于 2021年9月17日 */
const POSTED = new RegExp(String.raw`^(?:本文)?(?:由.{1,16})?(?:发[布表]|更新|刊登|张贴)[于在] ?:? ?${DATE}`);
const SECOND_LABEL = new RegExp(String.raw`(?:${DATE}|^[^。；]{2,16} )[^。]{0,24}${LABEL} ?:`);

/** 发布时间：… 来源：… 作者：…, a bare date, the page of a newspaper: what a page says of its own publication. */
export function isPublicationLine(line: string): boolean {
  if (line.length > 160 || /[。；！？]/.test(line)) return false;
  return (
    STARTS_WITH_LABEL.test(line) ||
    BARE_DATE.test(line) ||
    REPRINT.test(line) ||
    ADDRESS.test(line) ||
    POSTED.test(line) ||
    SECOND_LABEL.test(line) ||
    (NEWSPAPER.test(line) && new RegExp(DATE).test(line))
  );
}

/** A label whose value stands on the next line: 发布时间： / 2025-06-27 */
const LABEL_ONLY = new RegExp(String.raw`^[\s【[(|]*${LABEL} ?:?[\s】\])]*$`);

/** Whether a folded line is running text: it ends a sentence, or is too long for a heading. */
export const isProse = (line: string): boolean => /[。；！？]/.test(line) || line.length > 90;

const CHINESE_DATE_LINE =
  /^(?:19|20|二[〇○零O])[\d〇○零一二三四五六七八九O]{2} ?年 ?[\d一二三四五六七八九十]{1,3} ?月(?: ?[\d一二三四五六七八九十]{1,3} ?日)?$/;
const ANY_DATE_LINE = new RegExp(String.raw`^${DATE}$`);
const isSignedDate = (line: string): boolean => CHINESE_DATE_LINE.test(line) || ANY_DATE_LINE.test(line);
const SIGNER = /^[^。，；：:！？,;!?]{3,44}$/;
const BODY_WORD =
  /(?:党组|党委|委员会|公司|集团|办公室|总队|支部|总支|领导小组|巡视组|巡察组|纪委|工委|银行|局|院|部|社|中心|联合社)\)?$/;

/** What may stand below the date of a signature and belongs to the notice. */
const AFTER_SIGNATURE =
  /^(?:附件?(?:件)?\s*[\d一二三四五六七八九十]*\s*[::.、 ]|附件?$|联系(?:人|电话|方式|地址)|电话|监督电话|举报|邮箱|电子邮箱|电子邮件|邮政|地址|通信地址|邮编|公示|公开(?:时间|期限)|受理|抄送|抄报|主送|注[::]|\(?此件|\(?联系)/;

/** Index of the date line of the last signature (signer above or on the same line), -1 where the notice bears none. */
export function signatureEnd(lines: readonly string[]): number {
  for (let i = lines.length - 1; i > 0; i--) {
    const line = lines[i] as string;
    const above = lines[i - 1] as string;
    if (isSignedDate(line) && SIGNER.test(above) && BODY_WORD.test(above)) return i;
    const together = /^(.{4,44}?) ?((?:19|20)\d\d ?年 ?\d{1,2} ?月 ?\d{1,2} ?日)$/.exec(line);
    if (together?.[1] && SIGNER.test(together[1]) && BODY_WORD.test(together[1].trim()) && isProse(above)) return i;
  }
  return -1;
}

/** Casino and shop names that spam hosts append to stolen titles; and the site names that <title> carries. */
const SPAM_SUFFIX =
  /\s*[-_|–—]+\s*[^\s。，]{0,16}(?:娱乐|客户端|官网|官方网站|平台|注册|登录|登陆|彩票|棋牌|体育|国际|k8|app|下载|门户|首页|网站)[^\s。，]{0,8}$/i;

export type Verdict = 'keep' | 'cut' | 'publication';

/** A column of very short words without punctuation, such as “科技强国 科技强国 园区”: the rest of a menu. */
const isWordRow = (line: string): boolean => {
  const words = line.split(' ');
  return (
    words.length >= 3 &&
    words.every((word) => word.length <= 6) &&
    (words.length > 3 || new Set(words).size < words.length)
  );
};

/** 组别 | 被巡视单位 | 值班电话, and a row of as many cells below it. */
const barsOf = (line: string): number => line.split('|').length - 1;
const isTableHead = (line: string, below: string | undefined): boolean =>
  barsOf(line) >= 2 && below !== undefined && barsOf(below) === barsOf(line);

const COLUMN_NAME =
  /^(?:(?:集团|公司|企业|党建|行业|国内|今日|时政|综合|媒体|图片|纪检监察|巡视巡察)?(?:新闻|要闻|动态|资讯|快讯|报道|聚焦)(?:中心|资讯|动态|公告|频道|发布)?|通知公告|公示公告|信息公开|党务公开|公告公示|工作动态|基层动态|专题专栏|党建工作|网站首页|返回主站)$/;

const isChinese = (line: string): boolean => /[\u4e00-\u9fff]/.test(line);

/** Where the head of a page ends: at the first running text, at most so many lines down. */
const HEAD_LINES = 15;

function headEnd(lines: readonly string[], verdicts: readonly Verdict[]): number {
  const end = Math.min(lines.length, HEAD_LINES);
  for (let i = 0; i < end; i++) if (verdicts[i] === 'keep' && isProse(lines[i] as string)) return i;
  return end;
}

/** Head: everything above a breadcrumb, template words, publication lines with the values of their labels. */
function judgeHead(lines: readonly string[], verdicts: Verdict[]): void {
  const end = headEnd(lines, verdicts);
  for (let i = 0; i < end; i++) {
    const line = lines[i] as string;
    if (verdicts[i] !== 'keep') continue;
    if (isBreadcrumb(line))
      for (let k = 0; k <= i; k++) if (verdicts[k] === 'keep' && !isProse(lines[k] as string)) verdicts[k] = 'cut';
    if (
      COLUMN_NAME.test(line) ||
      (isWordRow(line) && !isTableHead(line, lines[i + 1])) ||
      (!isChinese(line) && line.length <= 24 && !/\d{4}/.test(line))
    )
      verdicts[i] = 'cut';
  }
  let labelled = false;
  for (let i = 0; i < end; i++) {
    const line = lines[i] as string;
    if (verdicts[i] !== 'keep') continue;
    const value = labelled && line.length <= 24 && !isProse(line) && (/\d/.test(line) || BARE_DATE.test(line));
    labelled = LABEL_ONLY.test(line);
    if (value || labelled || isPublicationLine(line)) verdicts[i] = 'publication';
  }
}

/** Lists of other pages: their heading and what follows it, up to the next running text. */
function judgeLists(lines: readonly string[], verdicts: Verdict[]): void {
  for (let i = 0; i < lines.length; i++) {
    if (!isListHeading(lines[i] as string)) continue;
    verdicts[i] = 'cut';
    while (i + 1 < lines.length && !isProse(lines[i + 1] as string) && !isSignedDate(lines[i + 1] as string))
      verdicts[++i] = 'cut';
  }
}

/** Words of notices: a tail with running text about them is an annex, not an advert. */
const NOTICE_WORD = /巡视|巡察|整改|党委|党组|纪委/;

/** The first line that stays, said again below: a page that repeats its title at the end. */
const isSaidAgain = (line: string, lines: readonly string[], verdicts: readonly Verdict[], i: number): boolean => {
  const first = verdicts.indexOf('keep');
  return first >= 0 && first < i && line.length >= 6 && line === lines[first] && !isProse(line);
};

/** Tail: what follows the date of the signature and is neither annex nor contact; origin lines; a title said again. */
function judgeTail(lines: readonly string[], verdicts: Verdict[]): void {
  const signed = signatureEnd(lines);
  if (signed >= 0) {
    for (let i = signed + 1; i < lines.length; i++) {
      const line = lines[i] as string;
      if (/^附件?\s*\d*$/.test(line) || (isProse(line) && NOTICE_WORD.test(line))) break;
      if (!AFTER_SIGNATURE.test(line) && !line.includes('\t')) verdicts[i] = 'cut';
    }
  }
  for (let i = lines.length - 1; i > 0; i--) {
    if (verdicts[i] === 'cut') continue;
    const line = lines[i] as string;
    if (!isSignedDate(line) && (isPublicationLine(line) || REPRINT.test(line)) && i > lines.length - 4)
      verdicts[i] = 'publication';
    else if (isSaidAgain(line, lines, verdicts, i)) verdicts[i] = 'cut';
    else break;
  }
}

/** @param byWords what each line is by its words alone */
function judge(lines: readonly string[], byWords: readonly Verdict[]): Verdict[] {
  const verdicts = [...byWords];
  judgeLists(lines, verdicts);
  judgeHead(lines, verdicts);
  judgeTail(lines, verdicts);
  return verdicts;
}

/**
 * What becomes of each folded line of a whole text, in order.
 * Cutting a line may bring another into the head or the tail: judged again until nothing changes.
 */
export function judgeText(folded: readonly string[]): Verdict[] {
  const verdicts: Verdict[] = folded.map(() => 'keep');
  const byWords = folded.map((line): Verdict => (furnitureReason(line) ? 'cut' : 'keep'));
  for (let round = 0; round < HEAD_LINES; round++) {
    const left = folded.flatMap((_, i) => (verdicts[i] === 'keep' ? [i] : []));
    const found = judge(
      left.map((i) => folded[i] as string),
      left.map((i) => byWords[i] as Verdict),
    );
    if (found.every((verdict) => verdict === 'keep')) break;
    for (const [k, i] of left.entries()) verdicts[i] = found[k] as Verdict;
  }
  return verdicts;
}

interface Judged {
  start: number;
  end: number;
  verdict: Verdict;
}

function judgeLines(text: string): Judged[] {
  const lines = splitLines(text);
  const isSimplified = !hasTraditional(text);
  const verdicts = judgeText(lines.map((line) => foldLine(line.text, isSimplified)));
  return lines.map(({ start, end }, i) => ({ start, end, verdict: verdicts[i] as Verdict }));
}

/** The editor's name at the end of the last paragraph. */
const EDITOR_AT_END =
  /[(（【[] ?(?:责任编辑|责编|编辑|审核|校对|实习编辑) ?[:：][^()（）【】[\]\n]{0,30}[)）】\]](?=[ \t]*(?:\n|$))/g;

function inlineEdits(text: string): Edit[] {
  return [...text.matchAll(MARKS), ...text.matchAll(EDITOR_AT_END)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: '',
  }));
}

/** A whole line goes with its line break. */
function lineEdit(text: string, start: number, end: number): Edit {
  let from = start;
  while (from > 0 && text[from - 1] !== '\n') from--;
  const after = text.indexOf('\n', end);
  return { start: from, end: after < 0 ? text.length : after + 1, text: '' };
}

function titleEdit(text: string, judged: readonly Judged[]): Edit[] {
  const title = judged.find(({ verdict }) => verdict === 'keep');
  if (!title || title.end - title.start > 120) return [];
  const line = text.slice(title.start, title.end);
  const suffix = SPAM_SUFFIX.exec(line);
  return suffix && suffix.index >= 8 ? [{ start: title.start + suffix.index, end: title.end, text: '' }] : [];
}

const bySpan = (a: Edit, b: Edit): number => a.start - b.start || a.end - b.end;

/** Sorted and without overlaps: an edit inside an earlier one falls away. */
function disjoint(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  for (const edit of edits.toSorted(bySpan)) if (edit.start >= (kept.at(-1)?.end ?? 0)) kept.push(edit);
  return kept;
}

/** What belongs to the page: the edits that cut it, and the cut lines that state source, author and time of publication. */
export interface Furniture {
  readonly edits: readonly Edit[];
  readonly publicationLines: readonly string[];
}

/** Both at once, for a text is judged line by line only once; works on repaired Simplified text, also pasted and from aggregators. */
export function readFurniture(text: string): Furniture {
  const judged = judgeLines(text);
  const lines = judged.filter(({ verdict }) => verdict !== 'keep').map(({ start, end }) => lineEdit(text, start, end));
  return {
    edits: disjoint([...lines, ...titleEdit(text, judged), ...inlineEdits(text)]),
    publicationLines: judged
      .filter(({ verdict }) => verdict === 'publication')
      .map(({ start, end }) => text.slice(start, end)),
  };
}

/** Cuts what belongs to the page and not to the notice. */
export const pageFurniture: Repair = { name: 'page-furniture', find: (text) => [...readFurniture(text).edits] };
