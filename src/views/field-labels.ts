import { codebook } from '../exports/codebook.ts';
import type { Lang } from '../i18n/index.ts';
import { evidenceAnchor, figureAnchor } from '../urls.ts';
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

/** Where the fact at a path is shown on the page of its notice. */
export function fieldAnchor(path: string): string {
  const figure = /^figures\.(\d+)/.exec(path)?.[1];
  return figure === undefined ? evidenceAnchor(path) : figureAnchor(Number(figure));
}

const RULES: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  'done-within-total': { zh: '完成数不超过总数', en: 'Done is no more than there is' },
  'rate-agrees': { zh: '完成率与所写的数相符', en: 'The stated rate fits the stated counts' },
  'table-sums': { zh: '表中各行之和等于合计', en: 'The rows of a table sum to its total' },
  'dates-in-order': { zh: '日期先后相符', en: 'Dates are in order' },
  'working-days': { zh: '公示工作日数与起止日期相符', en: 'Working days fit the disclosure period' },
  'unit-names': { zh: '点名的单位数与所写的数相符', en: 'As many units are named as stated' },
  'items-counted': { zh: '整改事项数与问题数相符', en: 'As many items as issues' },
  'parts-sum': { zh: '分项之和不超过总数', en: 'Parts sum to no more than their whole' },
  'figure-repeated': { zh: '同一总数前后一致', en: 'A total that is stated again is the same' },
  'outline-gaps': { zh: '序号没有缺漏', en: 'No number of the outline is left out' },
  'text-ends': { zh: '正文完整结束', en: 'The text does not break off' },
};

/** What a rule tests; one that is not in the table keeps its file name. */
export const ruleLabel = (rule: string, lang: Lang): string => RULES[rule]?.[lang] ?? rule;
