import type { Lang } from '../i18n/index.ts';
import type { DocType, FigureCategory } from '../model/index.ts';
import { FIGURE_CATEGORIES } from '../model/labels.ts';
import type { Absence } from './absence.ts';
import type { ComparableEnterprise, ComparableNotice } from './comparable.ts';
import { docTypeLabel } from './labels.ts';
import type { HeadlineFact } from './summary.ts';

export const MAX_COMPARED = 6;

/** The state of a comparison, as the address carries it. */
export interface CompareState {
  /** Ids of enterprises, at most six, each once. */
  readonly e: readonly string[];
  /** Ids of notices chosen instead of the newest rectification notice; several of one enterprise stand side by side. */
  readonly n: readonly string[];
  /** What the chart shows: a figure category, or lag, funnel, progress, topics. */
  readonly m: string;
  /** Counts per 100 issues instead of as stated. */
  readonly per: boolean;
}

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const ids = (list: string | null): string[] => [...new Set((list ?? '').split(',').filter((id) => ID.test(id)))];

/** Reads the query of an address; what does not belong is left out. */
export function readCompareState(query: URLSearchParams): CompareState {
  return {
    e: ids(query.get('e')).slice(0, MAX_COMPARED),
    n: ids(query.get('n')).slice(0, MAX_COMPARED),
    m: CHARTS.includes(query.get('m') as ChartKind) ? (query.get('m') as string) : 'issues',
    per: query.get('per') === '1',
  };
}

/** The query of a state, defaults left out; commas stay readable. */
export function compareQuery(state: CompareState): string {
  const parts = [
    state.e.length > 0 && `e=${state.e.join(',')}`,
    state.n.length > 0 && `n=${state.n.join(',')}`,
    state.m !== 'issues' && `m=${state.m}`,
    state.per && 'per=1',
  ].filter(Boolean);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/** One column: an enterprise with a notice that stands for it. */
export interface Compared {
  readonly enterprise: ComparableEnterprise;
  /** Its short name, with the month of the notice where the enterprise has several columns. */
  readonly label: string;
  readonly notice: ComparableNotice | null;
}

/** The chosen notices in the order of time, or else the newest rectification notice, or else the newest notice. */
export function chooseNotices(enterprise: ComparableEnterprise, chosen: readonly string[]): Compared[] {
  const name = enterprise.short ?? enterprise.name;
  const picked = enterprise.notices.filter((n) => chosen.includes(n.id));
  if (picked.length < 2) return [{ enterprise, label: name, notice: picked[0] ?? enterprise.notices[0] ?? null }];
  return picked
    .sort((a, b) => ((a.published ?? '') < (b.published ?? '') ? -1 : 1))
    .map((notice) => ({
      enterprise,
      label: `${name} ${notice.published?.slice(0, 7) ?? notice.round ?? notice.id}`,
      notice,
    }));
}

/** The columns of a comparison, at most six. */
export const columnsOf = (enterprises: readonly ComparableEnterprise[], chosen: readonly string[]): Compared[] =>
  enterprises.flatMap((enterprise) => chooseNotices(enterprise, chosen)).slice(0, MAX_COMPARED);

/** The choice with the notices of one enterprise replaced; its newest alone needs no mention. */
export function chooseFor(
  enterprise: ComparableEnterprise,
  chosen: readonly string[],
  ids: readonly string[],
): string[] {
  const others = chosen.filter((id) => !enterprise.notices.some((n) => n.id === id));
  const [only, ...more] = [...new Set(ids)];
  return more.length === 0 && only === enterprise.notices[0]?.id ? others : [...others, ...new Set(ids)];
}

/** The newest notice of an enterprise that is not yet a column. */
export const nextNotice = (
  enterprise: ComparableEnterprise,
  columns: readonly Compared[],
): ComparableNotice | undefined => enterprise.notices.find((n) => !columns.some(({ notice }) => notice?.id === n.id));

export const SPECIAL_CHARTS = ['lag', 'funnel', 'progress', 'topics'] as const;
/** The counts worth a chart. */
export const COUNT_CHARTS: readonly FigureCategory[] = [
  'issues',
  'tasks',
  'measures',
  'measuresDue',
  'measuresDone',
  'rules',
  'accountabilityCases',
  'accountabilityPersons',
  'discipline',
  'talks',
  'money',
];
type ChartKind = FigureCategory | (typeof SPECIAL_CHARTS)[number];
const CHARTS: readonly ChartKind[] = [...COUNT_CHARTS, ...SPECIAL_CHARTS];

/**
 * What a unit counts. 项, 个, 条 of one category count the same things; 人 and 人次 do not; 类 and 方面 are groups of
 * things, not things.
 */
export function unitClass(unit: string): string {
  if (['项', '个', '条', '份', '部'].includes(unit)) return '项';
  if (['人', '名', '位'].includes(unit)) return '人';
  if (['件', '起', '宗'].includes(unit)) return '件';
  return unit;
}

/** Why counts must not be drawn together; null where they may. */
export type Refusal =
  | { readonly why: 'unit'; readonly values: readonly string[] }
  | { readonly why: 'type'; readonly values: readonly string[] };

/** Tests whether the stated facts of a category mean the same in all notices. */
export function refusalOf(compared: readonly Compared[], category: FigureCategory, lang: Lang): Refusal | null {
  const stating = compared.flatMap(({ notice }) => {
    const fact = factOfNotice(notice, category);
    return notice && fact ? [{ notice, fact }] : [];
  });
  const units = new Map(stating.map(({ fact }) => [unitClass(fact.unit), fact.unit]));
  if (units.size > 1) return { why: 'unit', values: [...units.values()] };
  const types = new Set<DocType>(stating.map(({ notice }) => notice.type));
  if (types.size > 1) return { why: 'type', values: [...types].map((type) => docTypeLabel(type, lang)) };
  return null;
}

export const factOfNotice = (notice: ComparableNotice | null, category: string): HeadlineFact | undefined =>
  notice?.totals.find((fact) => fact.category === category);

/** A value to draw or to show: a number, or why there is none. Never 0 for missing. */
export type Measured =
  | { readonly value: number; readonly fact?: HeadlineFact }
  | { readonly absence: Absence | 'no-notice' };

/** A category as stated, or per 100 of the issues that the same notice states. */
export function measure(notice: ComparableNotice | null, category: FigureCategory, per: boolean): Measured {
  if (!notice) return { absence: 'no-notice' };
  const fact = factOfNotice(notice, category);
  if (!fact) return { absence: notice.absences[category] ?? 'not-stated' };
  if (!per || category === 'issues') return { value: fact.value, fact };
  const issues = factOfNotice(notice, 'issues');
  if (!issues || issues.value === 0) return { absence: notice.absences.issues ?? 'not-stated' };
  return { value: (fact.value / issues.value) * 100, fact };
}

/** Categories that at least one notice states, in their order. */
export function statedCategories(compared: readonly Compared[]): FigureCategory[] {
  return (Object.keys(FIGURE_CATEGORIES) as FigureCategory[]).filter((category) =>
    compared.some(({ notice }) => factOfNotice(notice, category)),
  );
}
