import type { DocType } from '../../src/model/index.ts';
import type { Finding } from '../finding.ts';
import { abbreviates, holdsOtherWords } from '../names.ts';
import { ENTERPRISE_SUFFIX, stripLeadingWords } from '../vocabulary.ts';

/** What the subject of a notice is read from. */
export interface SubjectSource {
  readonly text: string;
  readonly docType: DocType;
  /** Where the title ends; the first paragraph follows. */
  readonly titleEnd: number;
  /** The inspected units, in the order of the text. */
  readonly units: readonly Finding<string>[];
}

const COMMITTEE = '(?:党组|党委|委员会|党总支|党支部|党工委)';
const NAME = '[\\u4e00-\\u9fff（）()]';
/** 中共甲公司党组关于…, 甲公司党委巡察整改进展公告, 甲公司召开巡视整改推进会 */
const TITLE = new RegExp(
  `^(?:关于)?(?:中共|中国共产党)?(${NAME}{3,36}?)\\s*(?:${COMMITTEE}|(?=关于|巡视整改|巡察整改|[：:]|召开|开展|扎实|深入|持续|全力|有序|研究部署|传达|纪委))`,
  'u',
);
/** 8月13日下午，甲公司党委召开…; 中国电信四川公司认真贯彻… */
const SUBJECT = new RegExp(
  `(?:^|[\\n。，,：:]|[日午])(${NAME}{2,30}?${ENTERPRISE_SUFFIX})(?:${COMMITTEE})?(?:\\d{1,2}月\\d{1,2}日(?:上午|下午)?)?(?:[（(][^）)]{0,24}[）)])?(?:${COMMITTEE})?(?:坚决|高度|积极|召开|听取|举行|举办|组织|主持|认真|深入|坚持|党委|党组|始终|把|建起|收到|将|近年来|通过|迎来|推动|以[^，,。]{0,12}(?:巡[视察]|整改)|(?:下属|所属|旗下)的|(?:近日|日前)?宣布|就[^，,。]{2,16}(?:巡[视察]|反馈))`,
  'u',
);
/** 记者从甲集团获悉 */
const HEARD = new RegExp(`从(${NAME}{2,30}?${ENTERPRISE_SUFFIX})(?:党委|党组)?(?:获悉|了解到)`, 'u');
/** 中国甲乙党组召开…: names of central enterprises need no suffix before their committee. */
const CENTRAL = new RegExp(`^(?:中国|国家)(?!共产党|机关)[\\u4e00-\\u9fff]{2,8}(?=${COMMITTEE})`, 'u');
/** 岚江矿业党委巡察整改公示: an account names whose it is, whatever the name ends in. */
const ACCOUNTANT = new RegExp(`^[\\u4e00-\\u9fff]{4,14}(?<!支部|总支)(?=${COMMITTEE}(?:关于|巡视|巡察))`, 'u');
const WHOLE_NAME = new RegExp(`${ENTERPRISE_SUFFIX}(?:[（(]${NAME}{2,12}[）)])?$`, 'u');
/** Words that stand for the enterprise without naming it. */
const ANONYMOUS =
  /^(?:集团|集团公司|公司|总公司|本公司|我行|我公司|省公司|企业|单位|省属企业|中央企业|国有企业|各.{0,6}|.{0,2}银行|.{0,1}集团)$/u;

const finding = (value: string, start: number): Finding<string> => ({
  value,
  start,
  end: start + value.length,
  quote: value,
});

function fromTitle(text: string, titleEnd: number, docType: DocType): Finding<string> | null {
  const title = text.slice(0, titleEnd).replace(/\n/gu, ' ');
  const match = TITLE.exec(title);
  const name = match?.[1];
  const fromName = name === undefined ? '' : title.slice(title.indexOf(name));
  const isWhole =
    name !== undefined &&
    (WHOLE_NAME.test(name) ||
      CENTRAL.exec(fromName)?.[0] === name ||
      (docType === 'rectification' && ACCOUNTANT.exec(fromName)?.[0] === name));
  if (!match || !name || !isWhole || ANONYMOUS.test(name) || holdsOtherWords(name)) return null;
  // 甲报业集团（甲日报社）: the second name stands for the first
  const first = /^(.{4,}?)[（(][^）)]*[）)]$/u.exec(name)?.[1];
  return finding(first && WHOLE_NAME.test(first) ? first : name, match.index + match[0].indexOf(name));
}

function fromSubject(text: string, from: number): Finding<string> | null {
  const lead = text.slice(from, from + 400);
  const match = SUBJECT.exec(lead) ?? HEARD.exec(lead);
  const raw = match?.[1];
  if (!match || !raw) return null;
  const name = stripLeadingWords(raw);
  const kept = WHOLE_NAME.test(name) && name.length >= 3 ? name : raw;
  if (ANONYMOUS.test(kept) || ANONYMOUS.test(name) || holdsOtherWords(kept)) return null;
  return finding(kept, from + match.index + match[0].lastIndexOf(kept));
}

/** The title’s name, or the text’s where the title only shortens it: 海曲公司 of 海曲省电力公司. */
const longer = (titled: Finding<string> | null, subject: Finding<string> | null): Finding<string> | null =>
  titled && subject && abbreviates(titled.value, subject.value) ? subject : (titled ?? subject);

/** The one enterprise that a notice is about, or null where it is about several or about none. */
export function findSubject({ text, docType, titleEnd, units }: SubjectSource): Finding<string> | null {
  const titled = fromTitle(text, titleEnd, docType);
  switch (docType) {
    case 'rectification':
      // the inspected unit may be named in the text only: 甲集团就原乙集团巡察整改的公告
      // nor may it be shortened there: 云阳省分公司 of the title’s 示例人寿保险股份有限公司云阳省分公司
      // nor called by its place: 市城发集团 of 岚江城发集团
      return units[0] &&
        titled &&
        (titled.value.endsWith(units[0].value.replace(/^[省市区县州]/u, '')) ||
          abbreviates(units[0].value, titled.value))
        ? titled
        : (units[0] ?? titled ?? fromSubject(text, titleEnd));
    case 'feedback':
    case 'launch':
      return units.length === 1 ? (units[0] ?? null) : null;
    case 'progress-news':
      return longer(titled, fromSubject(text, titleEnd)) ?? (units.length === 1 ? (units[0] ?? null) : null);
    case 'practice':
      return units.length > 1 ? null : (titled ?? fromSubject(text, titleEnd) ?? units[0] ?? null);
    case 'other':
      return null;
  }
}
