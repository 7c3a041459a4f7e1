import * as OpenCC from 'opencc-js';

/** A notice in clean Simplified Chinese, invented, with everything that damage likes to hit. */
export const CLEAN_NOTICE = `中共示例能源集团有限公司党组关于巡视整改进展情况的通报
根据中央统一部署，2019年3月28日至6月15日，中央第六巡视组对示例能源集团有限公司党组（以下简称“党组”）开展了常规巡视，7月22日反馈了巡视意见。按照《中国共产党巡视工作条例》有关规定，现将巡视整改进展情况予以公布。
一、履行主体责任，扎实推进整改
（一）统一思想认识。党组着力深化学习，先后召开党组会9次、专题会议12次，了解干部职工意见，征求有关部门建议，对照反馈的16个具体问题，分解为80项整改任务，制定185项整改措施，建立台账，逐项销号。
（二）压实责任。党组书记与31家二级单位签订责任书，后续里程碑节点按月调度，于年底前完成；余额4036.78万元已清退，完成率97.2%，腾退办公用房12,400平方米，2.13亿元损失得到挽回。
1.关于“重业务、轻党建”的整改。一是修订制度38项，其中新建21项。二是对3名干部诫勉谈话，给予党纪政务处分58人，问责74人次，只有1起案件仍在核查。三是面向发展，发扬斗争精神，反复检视，复制推广经验，显著提升质效。
类别\t反馈问题（个）\t完成率
党的领导\t12\t91.7%
二、下一步打算
持续做好“后半篇文章”，准备开展“回头看”。2020年9月18日至10月30日公示，共25个工作日。联系电话：010-66293348（工作日8:30至17:00）；电子邮箱：xszg@shili.com.cn；邮编：100033。
中共示例能源集团有限公司党组
2020年10月26日`;

/** Pseudo-random numbers in [0, 1), the same in every run. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const SYLLABLES = 'yī guó jiǎn zǔ chǎn shí xiàn lǜ nǚ xué huì zé zhuān ér àn'.split(' ');
const HIDDEN = ['\u200b', '\ufeff', '\u00ad', '\u2060', '\ue5e5', '\uf0b7', '\u200e'];
const UNIT = '项个件人次名家份起万亿%年月日';
const NUMBER = new RegExp(
  `(?<=[一-鿿，、])(?:(?:19|20)\\d\\d(?=年)|\\d{1,3}(?:\\.\\d+)?|\\d{4}\\.\\d+)(?=[${UNIT}])`,
  'g',
);

type Damage = (clean: string, random: () => number) => string;

const traditional = OpenCC.Converter({ from: 'cn', to: 't' });
const pick = <T>(values: readonly T[], random: () => number): T => values[Math.floor(random() * values.length)] as T;

/** Traditional text with a reading after most characters that changed. */
function annotate(write: (reading: string) => string): Damage {
  return (clean, random) => {
    const before = Array.from(clean);
    return Array.from(traditional(clean))
      .map((character, at) =>
        character !== before[at] && random() < 0.6 ? character + write(pick(SYLLABLES, random)) : character,
      )
      .join('');
  };
}

function eachNumber(share: number, write: (number: string) => string): Damage {
  return (clean, random) => clean.replace(NUMBER, (number) => (random() < share ? write(number) : number));
}

const FULL_DATE = /(?<!\d)(20\d\d)年(\d{1,2})月(\d{1,2})日/g;

/** Of a paragraph; the rows of tables have no indent. */
const LINE_START = /(?<=^|\n)(?!.*\t)/g;

/** What pages do to a text, each kind by its name. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  'pinyin (half-width brackets)': annotate((reading) => `(${reading})`),
  'pinyin (full-width brackets)': annotate((reading) => `（${reading}）`),
  'pinyin with an inner space': annotate((reading) => `(${reading} )`),
  'pinyin set apart on both sides': annotate((reading) => ` (${reading}) `),
  'pinyin with several readings': annotate((reading) => `(${reading} / ${reading})`),
  'pinyin with combining tone marks': annotate((reading) => `(${reading})`.normalize('NFD')),
  Traditional: traditional,
  'Traditional, Taiwan': OpenCC.Converter({ from: 'cn', to: 'tw' }),
  'Traditional, Hong Kong': OpenCC.Converter({ from: 'cn', to: 'hk' }),
  'Traditional and Simplified mixed': (clean, random) => {
    const other = Array.from(traditional(clean));
    return Array.from(clean, (character, at) => (random() < 0.4 ? other[at] : character)).join('');
  },
  'hidden characters': (clean, random) =>
    Array.from(clean, (character) => (random() < 0.05 ? character + pick(HIDDEN, random) : character)).join(''),
  'stray symbols': (clean, random) =>
    clean.replace(/(?<=[一-鿿])(?=[一-鿿])/g, () => (random() < 0.03 ? pick(['𝕴', '🎃', '♋'], random) : '')),
  'entities shown twice': (clean) =>
    clean.replaceAll('“', '&ldquo;').replaceAll('”', '&amp;rdquo;').replaceAll('：', '&#65306;'),
  'full-width digits and letters': (clean) =>
    clean.replace(/[0-9A-Za-z]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
  'spaces around numbers': eachNumber(0.7, (number) => ` ${number} `),
  'no-break spaces around numbers': eachNumber(0.7, (number) => `\u00a0${number}\u00a0`),
  'spaces inside numbers': eachNumber(0.7, (number) =>
    number.length > 1 ? `${number[0]} ${number.slice(1)}` : number,
  ),
  'line breaks after numbers': (clean) => clean.replace(/(?<=[^\n]{20}[一-鿿]\d{2,3})(?=[项个件人家])/g, '\n'),
  'line breaks inside numbers': (clean) => clean.replace(/(?<=[^\n]{20}[一-鿿]\d)(?=\d{1,2}[项个件人家])/g, '\n'),
  'spaced e-mail address': (clean) => clean.replace('@shili.com', ' @shili. com'),
  'Word bookmarks': (clean) => clean.replaceAll('。\n', '。[bookmark: _GoBack]\n'),
  'leftover tags': (clean) => clean.replaceAll('。\n', '。</p><p style="text-indent:2em">'),
  'doubled punctuation': (clean) => clean.replaceAll('。', '。。').replaceAll('、', '、、'),
  'lost 年': (clean) => clean.replace(FULL_DATE, '$1$2月$3日'),
  'lost 月': (clean) => clean.replace(FULL_DATE, '$1年$2$3日'),
  'lost 年 and 月': (clean) => clean.replace(FULL_DATE, '$1$2$3日'),
  'unreadable 月': (clean) => clean.replace(FULL_DATE, '$1年$2?$3日'),
  'letter-spaced title': (clean) => clean.replace(/^.*/, (title) => Array.from(title).join(' ')),
  indents: (clean) => clean.replace(LINE_START, '\u3000\u3000'),
  'lost indents': (clean) => clean.replace(LINE_START, '????'),
  'lost line breaks': (clean) => clean.replaceAll('。\n', '。\u3000\u3000'),
  'Windows line ends': (clean) => clean.replaceAll('\n', '\r\n'),
  radicals: (clean) => clean.replaceAll('工', '⼯').replaceAll('人', '⼈').replaceAll('长', '⻓'),
  'Japanese forms': (clean) => clean.replaceAll('对', '対').replaceAll('发', '発').replaceAll('关', '関'),
};
