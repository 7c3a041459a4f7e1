import { codebook } from '../exports/codebook.ts';
import type { Lang } from '../i18n/index.ts';
import { factWords, type NoticeRecord } from '../model/index.ts';
import { evidenceAnchor, factAnchor, figureAnchor } from '../urls.ts';
import { categoryLabel } from './labels.ts';
import { once } from './once.ts';

const titles = once(() => new Map(codebook().map(({ path, title }) => [path, title])));

/** What the accuracy of the reader is measured by, where it is not the last part of the path of a field. */
const MEASURED: Readonly<Record<string, string>> = {
  'text (4-grams)': 'text',
  'figure scope': 'figures[].scope',
  'figure approx': 'figures[].approx',
  'figure unit': 'figures[].unit',
  'outline items': 'outline[].kind',
  'outline inline': 'outline[].children',
};
const GROUPS = ['', 'inspection.', 'publication.', 'contacts.'];

/** What a measured field is called; null for one that the record does not have. */
export function measuredLabel(field: string, lang: Lang): string | null {
  for (const group of GROUPS) {
    const title = titles().get(MEASURED[field] ?? `${group}${field}`);
    if (title) return title[lang];
  }
  return null;
}

/** What the fact at a path of a record is called: inspection.groups.0 → 巡视组, headline.issues → 问题; null for none. */
export function fieldLabel(path: string, lang: Lang): string | null {
  const total = /^headline\.(\w+)$/.exec(path)?.[1];
  if (total) return categoryLabel(total, lang);
  return titles().get(path.replace(/\.\d+$/, ''))?.[lang] ?? null;
}

/** Where the fact at a path is shown on the page of its notice; null where it is not. */
export function fieldAnchor(path: string, record: NoticeRecord): string | null {
  const [kind, name = ''] = path.split('.');
  if (kind === 'figures') return record.figures[Number(name)] ? figureAnchor(Number(name)) : null;
  if (kind === 'headline') return name in record.headline ? factAnchor({ category: name, figure: null }) : null;
  return factWords(record).some((words) => words.path === path) ? evidenceAnchor(path) : null;
}

const RULES: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  'done-within-total': { zh: '完成数与总数', en: 'Done against total' },
  'rate-agrees': { zh: '完成率与所写的数', en: 'Stated rate against stated counts' },
  'table-sums': { zh: '表中各行与合计', en: 'Rows of a table against its total' },
  'dates-in-order': { zh: '日期先后', en: 'Order of the dates' },
  'working-days': { zh: '公示工作日数与起止日期', en: 'Working days against disclosure period' },
  'unit-names': { zh: '点名的单位与单位数', en: 'Named units against their stated number' },
  'items-counted': { zh: '整改事项数与问题数', en: 'Items against issues' },
  'parts-sum': { zh: '分项与总数', en: 'Parts against their whole' },
  'figure-repeated': { zh: '前后所写的同一总数', en: 'A total against its repetition' },
  'outline-gaps': { zh: '序号是否连续', en: 'Gaps in the numbering' },
  'text-ends': { zh: '正文是否完整', en: 'Whether the text breaks off' },
};

/** What a rule compares; one that is not in the table keeps its file name. */
export const ruleLabel = (rule: string, lang: Lang): string => RULES[rule]?.[lang] ?? rule;
