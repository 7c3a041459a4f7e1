import type { Lang } from '../i18n/lang.ts';
import type { DocType, FigureCategory, InspectionType, ItemStatus, Level } from '../model/index.ts';
import { DOC_TYPES, FIGURE_CATEGORIES, INSPECTION_TYPES, ITEM_STATUSES, LEVELS } from '../model/labels.ts';

export const docTypeLabel = (type: DocType, lang: Lang): string => DOC_TYPES[type][lang];
export const levelLabel = (level: Level, lang: Lang): string => LEVELS[level][lang];
export const statusLabel = (status: ItemStatus, lang: Lang): string => ITEM_STATUSES[status][lang];
export const kindLabel = (type: InspectionType, lang: Lang): string => INSPECTION_TYPES[type][lang];

/** Label of a figure category; an unknown one is shown as it is. */
export const categoryLabel = (category: string, lang: Lang): string =>
  FIGURE_CATEGORIES[category as FigureCategory]?.[lang] ?? category;

const SUPERVISORS: Record<string, Record<Lang, string>> = {
  'central-sasac': { zh: '国务院国资委', en: 'SASAC of the State Council' },
  'central-finance': { zh: '中央金融企业', en: 'Central financial enterprise' },
  'central-culture': { zh: '中央文化企业', en: 'Central cultural enterprise' },
  'central-other': { zh: '其他中央部门', en: 'Other central department' },
};

/** The remark of a registry in the language of the page; one note serves both where it has no English. */
export const noteIn = ({ note, noteEn }: { note?: string | undefined; noteEn?: string | undefined }, lang: Lang) =>
  lang === 'en' ? (noteEn ?? note) : note;

/** Who supervises an enterprise: `provincial:江北省` → 江北省国资监管. */
export function supervisorLabel(supervisor: string, lang: Lang): string {
  const known = SUPERVISORS[supervisor];
  if (known) return known[lang];
  const province = /^provincial:(.+)$/.exec(supervisor)?.[1];
  if (!province) return supervisor;
  return lang === 'zh' ? `${province}国资监管` : `Provincial (${province})`;
}

const REPAIRS: Record<string, Record<Lang, string>> = {
  entities: { zh: '重复转义的实体', en: 'entities shown twice' },
  'leftover-tags': { zh: '残留标签', en: 'leftover tags' },
  bookmarks: { zh: 'Word 痕迹', en: 'traces of Word' },
  invisible: { zh: '不可见字符', en: 'invisible characters' },
  spaces: { zh: '缩进与特殊空格', en: 'indents and special spaces' },
  'paragraph-marks': { zh: '乱码段首', en: 'garbled indents' },
  'stray-symbols': { zh: '夹杂符号', en: 'strewn symbols' },
  'full-width': { zh: '全角字符', en: 'full-width characters' },
  'compatibility-forms': { zh: '兼容字形', en: 'compatibility forms' },
  'pinyin-annotations': { zh: '括注拼音', en: 'bracketed pinyin' },
  variants: { zh: '异体字', en: 'variant characters' },
  traditional: { zh: '繁体转简体', en: 'Traditional script' },
  'footnote-marks': { zh: '引注标记', en: 'source marks' },
  'spaced-characters': { zh: '字间空格', en: 'letter-spaced text' },
  'spaced-numbers': { zh: '数字中的空格', en: 'spaces inside numbers' },
  'spaced-addresses': { zh: '邮箱中的空格', en: 'spaces inside addresses' },
  'doubled-punctuation': { zh: '重复标点', en: 'doubled punctuation' },
  'lost-date-parts': { zh: '脱落的年月日', en: 'lost 年/月/日' },
  'page-furniture': { zh: '页面杂物', en: 'page furniture' },
};

/** Name of a repair for readers; one that is not in the table keeps its file name. */
export const repairLabel = (repair: string, lang: Lang): string => REPAIRS[repair]?.[lang] ?? repair;

const KINDS: Record<string, string> = {
  常规: 'routine',
  专项: 'special',
  回头看: 'look-back',
  机动: 'ad hoc',
  提级: 'raised-level',
  联动: 'joint',
};

/** Kind of a round as the registry has it, in the language of the page. */
export const roundKindLabel = (kind: string, lang: Lang): string => (lang === 'zh' ? kind : (KINDS[kind] ?? kind));

/** Name of a round: 十九届中央第三轮 / Third round of the 19th term → “19th term, round 3 (中央)”. */
export function roundName(round: { term: number; number: number; body: string }, lang: Lang): string {
  if (lang === 'zh') return `${chineseNumber(round.term)}届${round.body}第${chineseNumber(round.number)}轮`;
  const body = round.body === '中央' ? '' : ` (${round.body})`;
  // the number never stands alone on a line
  return `${ordinal(round.term)} term, round\u00A0${round.number}${body}`;
}

const ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' });
const ENDINGS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** 19th, 20th, 21st. */
const ordinal = (n: number): string => `${n}${ENDINGS[ORDINALS.select(n)] ?? 'th'}`;

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1…99 in Chinese numerals: 12 → 十二. */
function chineseNumber(n: number): string {
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  if (tens === 0) return DIGITS[ones] ?? String(n);
  return `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十${ones === 0 ? '' : (DIGITS[ones] ?? '')}`;
}
