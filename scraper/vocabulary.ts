/** Pieces of patterns that several extractors share; each is a source string for `new RegExp(…, 'u')`. */

/** 巡视 or 巡察, the two words for inspection. */
export const INSPECT = '(?:巡视巡察|巡视|巡察)';

/** Numbers of rounds and groups: 一 … 九十九, 六, 12. */
export const ORDINAL = '(?:[一二三四五六七八九十]{1,3}|\\d{1,2})';

/** How a paragraph on one finding begins that has no number: 针对“…”问题。一是…; 对“…”的反馈，… */
export const ONE_FINDING = '[针面]?对[“‘]';

/** Committees of places, lowest rank last; what stands before them may name the place. */
export const PLACE_COMMITTEE = '(?:自治区党委|兵团党委|师市党委|省委|市委|州委|盟委|地委|区委|县委|旗委|党工委|工委)';

/** Committees of enterprises, ministries and departments. */
export const UNIT_COMMITTEE = '(?:党委|党组|委员会)';

/** What a name of an enterprise ends in, the longest first. */
export const ENTERPRISE_SUFFIX =
  '(?:股份有限公司|有限责任公司|控股有限公司|集团有限公司|投资公司|有限公司|股份公司|股份|总公司|分公司|子公司|集团公司|公司|集团|分行|支行|农商行|信用社|银行|联合社|联社|研究院|研究所|设计院|报业|报社|出版社|电视台|管理局|专卖局|事业部|中心区|度假区|开发区|中心|分厂|总厂|工厂|厂|铁路局|局|委员会|管委会|学院|大学|医院|协会|交易所)';

/** Words that may stand before a name without belonging to it, the longest first. */
const LEADING_WORDS = new RegExp(
  `^(?:${[
    '被巡[视察](?:单位|企业|公司|党组织)|(?:部|省|市|区|县|所|下|直)属(?:国有|国企)?(?:企业|单位|国企)|根据|按照|依照|关于|对于|截至|研究|审议|部署|对照|此前|近日|日前|当天|当日|同时|同期|会上|期间|随后|其中|通过|接受|迎接|会同|配合|协助|成立|派出|组建|进驻|来自|结合|围绕|针对|开展|进行',
    '完成|收到|听取|读罢|读完|读了|翻开|这是|贯彻|落实|传达|学习|推动|推进|先后|分别|已经|陆续|全面|认真|集中|分头|一行|组织|同步|包括|现场|要求|高标准|会议|为了|以及|来到|前往|抵达|我国',
    // place names that begin with such a character stay whole: 自治区, 经开区, 和平区, 即墨, 从化
    '记者(?:走进|从|在)|对着|巡视了?|巡察了?|反馈了?|和(?![平田县静龙])|与|及|并|将(?!乐)|为|是|从(?![化江])|到|把|被|在|向(?!阳)|对|由|经(?![开济])|受|请|按|给|让(?!胡)|据|赴|即(?!墨)|原(?![平阳])|该|本(?![溪钢])|各|议|自(?![治贡])',
  ].join('|')})+`,
  'u',
);

/** A name without the words before it: 对中国电信 → 中国电信. Names that begin with such a character (中, 国, 原…) are kept by the caller’s own test. */
export const stripLeadingWords = (name: string): string => name.replace(LEADING_WORDS, '');

/** Chinese numbers below a hundred, as they number rounds and groups. */
export function readOrdinal(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  const digit = (char: string): number => '一二三四五六七八九'.indexOf(char) + 1;
  const [tens, ones] = text.includes('十') ? text.split('十') : ['0', text];
  const ten = tens === '0' ? 0 : tens ? digit(tens) : 1;
  return ten * 10 + (ones ? digit(ones) : 0);
}

/** 1 … 99 as Chinese texts number rounds and groups: 12 → 十二. */
export function writeOrdinal(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const digit = (n: number): string => ' 一二三四五六七八九'.charAt(n);
  return `${tens > 1 ? digit(tens) : ''}${tens > 0 ? '十' : ''}${ones ? digit(ones) : ''}`;
}
