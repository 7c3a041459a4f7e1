import type { Finding } from '../finding.ts';
import { gated } from '../gate.ts';

/** How the public may answer a notice; every value with the words it was read from. */
export interface FoundContacts {
  readonly phones: readonly Finding<string>[];
  readonly emails: readonly Finding<string>[];
  readonly postal: Finding<string> | null;
  readonly postcode: Finding<string> | null;
  readonly hours: Finding<string> | null;
}

/** The paragraphs that give contacts; a hotline in the running text of an article is none. */
const PARAGRAPH =
  /联系(?:方式|电话|人|地址|邮箱)|反馈方式|信函(?:[：:]|请寄)|(?:值班|受理|监督|咨询|投诉)电话|来电|信箱|监督(?:方式|电话)|反映|邮政信箱|通[信讯]地址|邮寄地址|来信|举报电话|意见建议|(?:电子)?邮箱|致电|打电话|拨打|电邮|^(?:受理|接听)时间|^(?:电 ?话|地 ?址|邮 ?(?:政 ?)?编)/u;
const isParagraph = gated(PARAGRAPH);
const AREA = '(?:[（(]?(0\\d{2,3})[）)]?[\\s—－–-]{0,2})';
const PHONE = new RegExp(`${AREA}?(\\d{7,8}|1\\d{10})(?:(?:转|-)(\\d{1,5}))?(?![\\d@])`, 'gu');
const PHONE_LABEL = /(?:电\s*话|来电请拨|请拨|拨打|致电|座机|手机|热线|联系方式|Tel|\t)[^\d\n]{0,14}$/iu;
const PHONE_LIST = /^[\s、，,/；;或和及]{1,3}$/u;
const EMAIL = /[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/gu;
const POSTCODE = /邮\s*(?:政\s*)?编\s*(?:码)?\s*(?:为)?[：:]?\s*(\d{6})(?!\d)|收[，,、（( ]{1,2}(\d{6})(?!\d)/u;
const POSTAL =
  /(?:邮政信箱|通[信讯]地址|邮寄地址|联系地址|来信地址|收信地址|信函地址|邮箱地址(?![:：]?\s*[A-Za-z])|地\s*址|(?:来信|信函|信件|函件)请寄|邮寄至|(?:信函|来函|来信|邮寄)(?=[：:])|(?:写信|来信|信件)?寄(?:到|至|往)|(?:举报|意见|邮政|监督)?信箱)(?:[（(](?:通[信讯]|邮寄)地址[）)])?\s*[：:]?\s*((?![、和及与等在])(?=[^，,；;。\n]{0,60}(?:[省市区县路街号楼厦箱]|收(?![集到回取听看])))[^，,；;。\n（(@]{6,80}(?:[（(](?![邮收])[^）)，,；;。\n]{1,12}[）)])?(?:[，,] ?(?!收件|联系|邮)[^，,；;。：:\n（(@\d]{2,24}(?:办公室|巡[视察]办|整改办|工作部|组织部|纪委|监督部|党委办|人力资源部)(?=[（(，,；;。\s]|$))?)/u;
const HOURS =
  /(?:接听|受理|接待|办公|来电|联系|工作(?=时间[：:\d]))[^，,。；;：:\d\n截]{0,8}时间(?:为)?[：:]?\s*([^，,；;。\n（()）]{4,40}(?:[，,]\s*(?:上午|下午|晚|\d{1,2}[:：])[^，,；;。\n（()）]{3,30})?)|[（(](?:[^（()）：:\n]{0,4}时间[：:])?((?:每个)?(?:工作日|周一至周五|法定工作日|每[天日](?=\d))[^）)\n]{0,40})[）)]|[（(]((?:上午|早上)?\d{1,2}[：:]\d{2}[^）)\n]{4,40})[）)]|((?:每个)?(?:工作日|周一至周五)(?:上午|每天)?\s*\d{1,2}[:：]\d{2}[^，,。；;\n受（()）]{2,30}(?:[，,、]\s*\d{1,2}[:：]\d{2}[^，,。；;\n受（()）]{2,20})?)/u;

interface Region {
  readonly start: number;
  readonly text: string;
}

/** A row of a table of phones belongs to the contacts that its first rows named. */
const inTable = (line: string, last: Region | undefined, start: number): boolean =>
  last !== undefined && line.includes('\t') && last.text.includes('\t') && last.start + last.text.length + 1 === start;

function contactRegions(text: string): Region[] {
  const regions: Region[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (isParagraph(line) || inTable(line, regions.at(-1), start)) regions.push({ start, text: line });
    start += line.length + 1;
  }
  return regions;
}

const at = (region: Region, index: number, quote: string, value: string): Finding<string> => ({
  value,
  start: region.start + index,
  end: region.start + index + quote.length,
  quote,
});

function findPhones(region: Region): Finding<string>[] {
  const found: Finding<string>[] = [];
  let area = '';
  let lastEnd = -1;
  for (const match of region.text.matchAll(PHONE)) {
    const before = region.text.slice(0, match.index);
    const chained = lastEnd >= 0 && PHONE_LIST.test(region.text.slice(lastEnd, match.index));
    if (!chained && !match[1] && !PHONE_LABEL.test(before)) continue;
    if (/(?:传\s*真|邮编|QQ|账号|微信)[^\d\n]{0,6}$/iu.test(before)) continue;
    area = match[1] ?? (chained && match[2]?.length !== 11 ? area : '');
    const value = `${area ? `${area}-` : ''}${match[2] ?? ''}${match[3] ? `转${match[3]}` : ''}`;
    found.push(at(region, match.index, match[0], value));
    lastEnd = match.index + match[0].length;
  }
  return found;
}

const unique = (findings: readonly Finding<string>[]): Finding<string>[] =>
  findings.filter(({ value }, index) => findings.findIndex((other) => other.value === value) === index);

/** Contacts from the paragraphs that ask the public to write or call. */
export function findContacts(text: string): FoundContacts {
  const regions = contactRegions(text);
  const first = (pattern: RegExp): Finding<string> | null => {
    for (const region of regions) {
      const match = pattern.exec(region.text);
      const value = match?.slice(1).find(Boolean)?.trim();
      if (match && value) return at(region, match.index + match[0].indexOf(value), value, value);
    }
    return null;
  };
  return {
    phones: unique(regions.flatMap(findPhones)),
    emails: unique(
      regions.flatMap((region) =>
        [...region.text.matchAll(EMAIL)].map((match) => at(region, match.index, match[0], match[0])),
      ),
    ),
    postal: first(POSTAL),
    postcode: first(POSTCODE),
    hours: first(HOURS),
  };
}
