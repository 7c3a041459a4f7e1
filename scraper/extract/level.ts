import type { Level } from '../../src/model/index.ts';
import type { Finding } from '../finding.ts';
import { INSPECT, ORDINAL } from '../vocabulary.ts';

/**
 * The rank of the inspecting body, read from its own name: of a group (省委第三巡视组), of a round
 * (十二届市委第四轮), or of the body that inspects (集团党委对…开展巡察).
 */
const NAME = '[\\u4e00-\\u9fff]';

/** Ranks by the name of the body; the first that fits decides. `inspect` is 巡视 or 巡察. */
const BODIES: readonly { level: Level; pattern: RegExp }[] = [
  { level: 'central', pattern: /中央(?!企业|单位)/u },
  {
    level: 'ministry',
    pattern: new RegExp(
      `国务院国资委|国家局党[组委]|^国资委(?:党委|第.{1,3}巡视)|国家${NAME}{2,8}(?:局|总局|署|委)|(?<![省市区县])(?:外交|国防|教育|科技|财政|住建|交通运输|水利|农业农村|商务|文化和旅游|应急管理|工信|工业和信息化|公安|民政|司法|自然资源|生态环境)部|(?<!宣传|组织|统战|集团|俱乐)部(?:机关)?(?:党组|党委)`,
      'u',
    ),
  },
  // a department of a province or a city ranks as its government
  {
    level: 'province',
    pattern: new RegExp(`(?:省|自治区)(?:政府|人民政府)?(?:国资委|${NAME}{1,8}[厅局])|厅(?:机关)?(?:党组|党委)`, 'u'),
  },
  { level: 'city', pattern: new RegExp(`(?:市|州)(?:政府|人民政府)?(?:国资委|${NAME}{1,8}局)(?:党组|党委)`, 'u') },
  { level: 'province', pattern: /省委|自治区党委|兵团党委/u },
  { level: 'city', pattern: /自治州党委/u },
  { level: 'county', pattern: /区委|县委|旗委|(?:新区|开发区|高新区|园区)党?工委|区级|县级/u },
  { level: 'city', pattern: /市委|州委|地委|盟委|师市党委/u },
  { level: 'group', pattern: /集团|公司|联社|银行|党组|党委|[局院厂社]/u },
];

/** Rank of a body by its name, e.g. 省委第三巡视组, 海垦集团党委第八轮; null where the name says nothing. */
export function rankBody(name: string): Level | null {
  const found = BODIES.find(({ pattern }) => pattern.test(name));
  if (!found) return null;
  // 市委 with 巡视 is a municipality under the State Council: cities themselves say 巡察
  return found.level === 'city' && /市委/u.test(name) && /巡视/u.test(name) ? 'province' : found.level;
}

const ROUND = `(?:(?:今年|\\d{4}年)?(?:第${ORDINAL}|首)[轮批])`;
const KIND = '(?:常规|专项|提级|机动|区级|交叉|海外|“回头看”)*';
const ACT = `(?:${ROUND}?(?:\\d{1,3}个)?${KIND}(?:${INSPECT}))`;
const GOVERNMENT = `(?:国务院国资委|中央|${NAME}{0,3}?(?:自治区党委|自治州党委|兵团党委|师市党委|省委|市委|州委|区委|县委|旗委)|省政府|${NAME}{0,2}(?:省|市|自治区)(?:政府)?国资委)`;

/** A government’s body and its act of inspection. */
const BY_GOVERNMENT = new RegExp(
  `${GOVERNMENT}(?:党委|党组)?(?:[“”（）()\\d一-龥]{0,4})?${ACT}(?!工作规划|工作条例|制度|条例|员)|${GOVERNMENT}(?:党委|党组)?[^，,。；;\\n]{0,16}(?:安排|派出|派遣|委派|指派|部署|向|对)[^。；;\\n]{0,16}${INSPECT}|${GOVERNMENT}[^。；;\\n]{0,120}派出[^，,。；;\\n]{0,8}${INSPECT}组|国务院国资委党委[^。\\n]{0,24}${INSPECT}`,
  'u',
);

/** An enterprise that inspects its own units. */
const BY_ENTERPRISE = new RegExp(
  [
    `(?:党委|党组|集团|公司|集团公司)${ROUND}?(?:的)?(?:\\d{1,3}个|第${ORDINAL})${KIND}${INSPECT}组`,
    `(?:党委|党组|集团|集团公司)(?:${ROUND}|今年首批|今年第${ORDINAL}批)${KIND}(?:${INSPECT}|“回头看”)`,
    `(?:集团|公司|局|院|厂)${NAME}{0,4}(?:党委|党组)[^。；;\\n]{0,30}(?:对|派出|开展|部署|启动|统一安排|派遣|(?<!召)开)[^。；;\\n]{0,34}(?:进驻|(?:${ROUND}|${KIND})${INSPECT}(?!整改))`,
    // 甲集团党委巡察工作规划, 集团党组巡视组, 甲集团选人用人专项巡察组, 本届党组共开展巡视8轮
    `(?:集团|公司|局|院|厂|银行|联社)${NAME}{0,2}(?:党委|党组)${INSPECT}(?!整改|工作领导)`,
    `(?<![\\u4e00-\\u9fff])集团(?:公司)?${INSPECT}组(?!工作)`,
    `(?:集团|公司|局|院|厂)[^。；;，,\\n]{0,4}内部${INSPECT}`,
    `内部${INSPECT}(?=反馈|发现|移交|的\\d)`,
    // 甲院党委召开会议，对内部巡察整改成效打分; 部署第三轮巡察的准备工作; 受甲集团党委指派，巡察组…
    `(?:集团|公司|局|院|厂|银行)(?:党委|党组)[^。；;\\n]{0,30}内部${INSPECT}`,
    `(?<![省市区县州盟旗])(?:党委|党组)[^。；;\\n]{0,24}部署(?:${NAME}{0,2}|\\d{4}年)?第${ORDINAL}轮${INSPECT}`,
    `(?:集团|公司|局|院|厂)(?:党委|党组)?(?:第一次|首次)?(?:派出|指派|委派)[^。；;\\n]{0,8}${INSPECT}组`,
    `集团[^。；;\\n]{0,14}${INSPECT}(?:格局|矩阵)`,
    `(?:集团|公司|局|院|厂|银行|联社)(?:${NAME}{0,6}专项|党委第${ORDINAL})${INSPECT}组`,
    `(?:集团|公司|局|院|厂|银行|联社)(?:党委|党组)(?:在[^，,。；;\\n]{1,16})?召开[^，,。；;\\n]{0,12}(?:轮${INSPECT}|${INSPECT}工作领导小组|${INSPECT}(?:工作)?(?:动员|部署)会)`,
    `第${ORDINAL}轮内部${INSPECT}`,
    `本届(?:党委|党组)[^。；;\n]{0,10}${INSPECT}`,
    // 甲集团党委把巡察…, 推行“推磨式”巡察
    `(?:集团|公司|局|院|厂|银行|联社)(?:党委|党组)(?:把|将|推行|探索|建立|创新|坚持)[^。；;\n]{0,24}${INSPECT}(?!整改|反馈|意见|问题|组反馈|组移交|移交)`,
    `(?:集团|公司|局|院|厂)把党委${INSPECT}`,
    `(?<![省市区县州盟旗中央部])党[组委](?:近年来|一直|始终)?(?:把|将|建立|推行|探索|构建|创新)[^，,。；;\n]{0,8}${INSPECT}(?!整改|反馈|意见|问题|组)`,
    `(?:集团|公司|局|院|厂)(?:探索|推行|创新|深化|构建)[^，,。；;\\n]{0,8}${INSPECT}(?!整改|反馈|意见)`,
    `(?:共|先后)?组织[一二三四五六两\\d]+轮${INSPECT}`,
    `自己的${INSPECT}`,
    `党委[^，,。；;]{0,10}内部${INSPECT}`,
    `集团${INSPECT}(?:人员|专员|办)`,
    `(?:党委|党组)的${INSPECT}${INSPECT}?整改`,
    `集团[^，,。]{0,6}被${INSPECT}`,
    // 总公司党委巡视整改, 集团以“一张网”思路整合内部巡视力量
    `(?:总公司|集团公司|总行|总局)党[委组]${INSPECT}`,
    `(?:集团|公司|银行)以[^，,。；;\\n]{2,18}内部${INSPECT}`,
    `接受${NAME}{0,4}${INSPECT}的${NAME}{2,20}公司`,
  ].join('|'),
  'u',
);

const OF_MINISTRY = /(?:[\u4e00-\u9fff]部|国家[\u4e00-\u9fff]{2,8}(?:局|总局|署|委))党[组委]$/u;

/** The level that the running text itself names, where no group and no round does. */
export function findLevel(text: string): Finding<Level> | null {
  const government = BY_GOVERNMENT.exec(text);
  const enterprise = BY_ENTERPRISE.exec(text);
  const match = government && (!enterprise || government.index <= enterprise.index) ? government : enterprise;
  if (!match) return null;
  // 自然资源部党组部署2024年第一轮巡视: the words before say whose Party group it is
  const body = text.slice(Math.max(0, match.index - 12), match.index + 2);
  const level = match !== enterprise ? rankBody(match[0]) : OF_MINISTRY.test(body) ? 'ministry' : 'group';
  if (!level) return null;
  const quote = match[0].slice(0, 80);
  return { value: level, start: match.index, end: match.index + quote.length, quote };
}
