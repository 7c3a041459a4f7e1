import type {
  DocType,
  Figure,
  FigureCategory,
  InspectionType,
  ItemStatus,
  Level,
  NoticeRecord,
  OutlineNode,
  StatedDate,
} from '../model/index.ts';
import { FIGURE_CATEGORIES, ITEM_STATUSES } from '../model/labels.ts';
import { daysBetween, yearOf } from './dates.ts';

/** A stated total with the figure it was read from. */
export interface HeadlineFact {
  readonly category: FigureCategory;
  readonly value: number;
  readonly unit: string;
  readonly approx: boolean;
  /** Index in `record.figures`; null where only the evidence of the total is known. */
  readonly figure: number | null;
  readonly quote: string | null;
}

/** Facts that the comparison shows with their words. */
const COMPARED_PATHS = [
  'docType',
  'inspection.level',
  'inspection.round',
  'inspection.groups.0',
  'inspection.start',
  'inspection.end',
  'inspection.feedbackDate',
  'publication.publishedDate',
] as const;
export type ComparedPath = (typeof COMPARED_PATHS)[number];

export interface FactQuote {
  readonly quote: string;
  /** Whether the words stand in the text, where they have an anchor, or on the page around it. */
  readonly inText: boolean;
}

/** A node of the outline that carries topics. */
export interface Passage {
  /** Index of the node, counted depth first from 0. */
  readonly node: number;
  readonly topics: readonly string[];
  readonly title: string;
  readonly status: ItemStatus;
}

/** What lists, matrices and comparisons need of a notice; small enough to keep ten thousand in memory. */
export interface NoticeSummary {
  readonly id: string;
  readonly sample: boolean;
  readonly docType: DocType;
  /** Null where the text has none. */
  readonly title: string | null;
  readonly enterprise: { readonly id: string | null; readonly name: string } | null;
  /** Ids of every registered enterprise that it names as inspected, its own included. */
  readonly enterpriseIds: readonly string[];
  readonly unitNames: number;
  readonly level: Level | null;
  readonly groups: readonly string[];
  readonly round: { readonly id: string | null; readonly text: string | null } | null;
  readonly types: readonly InspectionType[];
  readonly start: StatedDate | null;
  readonly end: StatedDate | null;
  readonly feedback: StatedDate | null;
  readonly published: StatedDate | null;
  readonly signed: StatedDate | null;
  /** Days from feedback to the publication of an account of rectification; null unless both dates state their day. */
  readonly lag: number | null;
  /** Of publication, or else of signature, feedback, entry. */
  readonly year: number | null;
  readonly headline: readonly HeadlineFact[];
  /** The words that the compared facts were read from, by path. */
  readonly quotes: Readonly<Partial<Record<ComparedPath, FactQuote>>>;
  /** Categories with at least one figure, and whether one of them is a total. */
  readonly stated: Readonly<Partial<Record<FigureCategory, 'total' | 'part'>>>;
  /** Figures per category. */
  readonly counts: Readonly<Partial<Record<FigureCategory, number>>>;
  readonly figures: number;
  readonly items: Readonly<Record<ItemStatus, number>>;
  readonly itemCount: number;
  readonly passages: readonly Passage[];
  readonly checks: readonly { readonly rule: string; readonly severity: 'error' | 'warning' }[];
  readonly repairs: readonly string[];
  readonly repairCounts: Readonly<Record<string, number>>;
  readonly corrections: number;
  /** Day of the latest correction. */
  readonly correctedOn: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly status: 'live' | 'changed' | 'gone' | null;
  /** Latest capture. */
  readonly retrievedAt: string | null;
  readonly chars: number;
}

/** Condenses a record. */
export function summarise(record: NoticeRecord): NoticeSummary {
  const { inspection, publication } = record;
  const nodes = flattenOutline(record.outline);
  const [source] = record.sources;
  const items = nodes.filter((node) => node.kind === 'item');
  return {
    id: record.id,
    sample: record.sample === true,
    docType: record.docType,
    title: record.title,
    enterprise: record.enterprise,
    enterpriseIds: enterpriseIds(record),
    unitNames: record.units.length,
    level: inspection.level,
    groups: inspection.groups,
    round: inspection.round,
    types: inspection.types,
    start: inspection.start,
    end: inspection.end,
    feedback: inspection.feedbackDate,
    published: publication.publishedDate,
    signed: publication.signedDate,
    lag: record.docType === 'rectification' ? daysBetween(inspection.feedbackDate, publication.publishedDate) : null,
    year: firstYear(publication.publishedDate, publication.signedDate, inspection.feedbackDate, inspection.start),
    headline: headlineFacts(record),
    quotes: factQuotes(record),
    stated: statedCategories(record.figures),
    counts: countCategories(record.figures),
    figures: record.figures.length,
    items: countStatuses(items),
    itemCount: items.length,
    passages: nodes.flatMap((node, index) =>
      node.topics.length > 0
        ? [{ node: index, topics: node.topics, title: `${node.number}${node.title}`, status: node.status }]
        : [],
    ),
    checks: record.checks.map(({ rule, severity }) => ({ rule, severity })),
    repairs: record.repairs,
    repairCounts: record.repairCounts ?? {},
    corrections: record.corrections.length,
    correctedOn: record.corrections.reduce<string | null>((last, { on }) => (last && last > on ? last : on), null),
    publisher: source?.publisher ?? null,
    url: source?.url ?? null,
    status: source?.status ?? null,
    retrievedAt: record.sources.reduce<string | null>(
      (latest, s) => (latest && latest > s.retrievedAt ? latest : s.retrievedAt),
      null,
    ),
    chars: record.text.chars,
  };
}

/** The nodes of an outline, depth first: their index is their anchor. */
export function flattenOutline(outline: readonly OutlineNode[]): OutlineNode[] {
  const nodes: OutlineNode[] = [];
  const visit = (list: readonly OutlineNode[]): void => {
    for (const node of list) {
      nodes.push(node);
      visit(node.children);
    }
  };
  visit(outline);
  return nodes;
}

/** The stated totals in the order of the categories, each with the figure that states it. */
export function headlineFacts(record: NoticeRecord): HeadlineFact[] {
  const facts: HeadlineFact[] = [];
  for (const category of Object.keys(FIGURE_CATEGORIES) as FigureCategory[]) {
    const value = record.headline[category];
    if (value === undefined) continue;
    const figure = findTotal(record.figures, category, value);
    const found = figure === null ? undefined : record.figures[figure];
    facts.push({
      category,
      value,
      unit: found?.unit ?? '',
      approx: found?.approx ?? false,
      figure,
      quote: found?.quote ?? record.evidence[`headline.${category}`]?.quote ?? null,
    });
  }
  return facts;
}

function factQuotes(record: NoticeRecord): NoticeSummary['quotes'] {
  const quotes: Partial<Record<ComparedPath, FactQuote>> = {};
  for (const path of COMPARED_PATHS) {
    const quote = record.evidence[path]?.quote ?? record.pageEvidence?.[path]?.quote;
    if (quote !== undefined) quotes[path] = { quote, inText: path in record.evidence };
  }
  return quotes;
}

function findTotal(figures: readonly Figure[], category: FigureCategory, value: number): number | null {
  const same = (figure: Figure): boolean => figure.category === category && figure.value === value;
  const total = figures.findIndex((figure) => same(figure) && figure.scope === 'total');
  const index = total >= 0 ? total : figures.findIndex(same);
  return index >= 0 ? index : null;
}

function statedCategories(figures: readonly Figure[]): Partial<Record<FigureCategory, 'total' | 'part'>> {
  const stated: Partial<Record<FigureCategory, 'total' | 'part'>> = {};
  for (const { category, scope } of figures) if (stated[category] !== 'total') stated[category] = scope;
  return stated;
}

function countCategories(figures: readonly Figure[]): Partial<Record<FigureCategory, number>> {
  const counts: Partial<Record<FigureCategory, number>> = {};
  for (const { category } of figures) counts[category] = (counts[category] ?? 0) + 1;
  return counts;
}

function countStatuses(items: readonly OutlineNode[]): Record<ItemStatus, number> {
  const counts = Object.fromEntries(Object.keys(ITEM_STATUSES).map((status) => [status, 0])) as Record<
    ItemStatus,
    number
  >;
  for (const item of items) counts[item.status]++;
  return counts;
}

function enterpriseIds(record: NoticeRecord): string[] {
  const ids = [record.enterprise?.id, ...record.units.map((unit) => unit.id)];
  return [...new Set(ids.filter((id): id is string => typeof id === 'string'))];
}

function firstYear(...dates: (StatedDate | null)[]): number | null {
  for (const date of dates) {
    const year = yearOf(date);
    if (year !== null) return year;
  }
  return null;
}
