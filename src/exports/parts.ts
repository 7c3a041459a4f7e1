import type { Figure, FigureCategory } from '../model/index.ts';
import { FIGURE_CATEGORIES } from '../model/labels.ts';
import type { NoticeSummary } from '../views/summary.ts';

/** Rows in one file of the figures index: about 2 MB. */
export const PART_ROWS = 20_000;

/**
 * A figure as the table in the browser reads it: index of its notice in `notices`, its number (`#f-…`), category,
 * value, lower end or null, unit, approximate (1), total (1), section, quote.
 */
export type FigureRow = [number, number, FigureCategory, number, number | null, string, 0 | 1, 0 | 1, string, string];
/** The notice of a row: id, enterprise or null, published or null, year or null, sample (1). */
export type NoticeRow = [string, string | null, string | null, number | null, 0 | 1];

/** A file of the figures index. */
export interface FiguresPart {
  readonly notices: NoticeRow[];
  readonly rows: FigureRow[];
}

/** What the figures page loads first. */
export interface FiguresIndex {
  readonly categories: readonly {
    readonly category: FigureCategory;
    readonly rows: number;
    /** Names of its files, see `indexes.figuresPart`. */
    readonly parts: readonly string[];
  }[];
}

const CATEGORIES = Object.keys(FIGURE_CATEGORIES) as FigureCategory[];

/** The index alone, from the counts of the notices. Categories in their order, empty ones left out. */
export function figuresIndex(notices: readonly NoticeSummary[]): FiguresIndex {
  const rows = new Map<FigureCategory, number>();
  for (const notice of notices)
    for (const [category, n] of Object.entries(notice.counts) as [FigureCategory, number][])
      rows.set(category, (rows.get(category) ?? 0) + n);
  return {
    categories: CATEGORIES.flatMap((category) => {
      const n = rows.get(category);
      if (!n) return [];
      return [
        { category, rows: n, parts: Array.from({ length: Math.ceil(n / PART_ROWS) }, (_, i) => partName(category, i)) },
      ];
    }),
  };
}

const partName = (category: FigureCategory, i: number): string => (i === 0 ? category : `${category}-${i + 1}`);

/**
 * Collects figures into parts of one category each; feed it notice by notice. A part is given away as soon as it is
 * full, so that the memory stays flat.
 */
export function collectParts(emit: (name: string, part: FiguresPart) => void): {
  add: (notice: NoticeSummary, figures: readonly Figure[]) => void;
  close: () => void;
} {
  const open = new Map<FigureCategory, { part: FiguresPart; number: number }>();
  const partFor = (category: FigureCategory): FiguresPart => {
    const current = open.get(category);
    if (current && current.part.rows.length < PART_ROWS) return current.part;
    if (current) emit(partName(category, current.number), current.part);
    const fresh = { part: { notices: [], rows: [] }, number: current ? current.number + 1 : 0 };
    open.set(category, fresh);
    return fresh.part;
  };
  return {
    add(notice, figures) {
      figures.forEach((figure, index) => {
        const { notices, rows } = partFor(figure.category);
        if (notices.at(-1)?.[0] !== notice.id) notices.push(noticeRow(notice));
        rows.push(figureRow(figure, index, notices.length - 1));
      });
    },
    close() {
      for (const [category, { part, number }] of open) emit(partName(category, number), part);
      open.clear();
    },
  };
}

const noticeRow = ({ id, enterprise, published, year, sample }: NoticeSummary): NoticeRow => [
  id,
  enterprise?.name ?? null,
  published,
  year,
  sample ? 1 : 0,
];

const figureRow = (f: Figure, index: number, notice: number): FigureRow => [
  notice,
  index + 1,
  f.category,
  f.value,
  f.min ?? null,
  f.unit,
  f.approx ? 1 : 0,
  f.scope === 'total' ? 1 : 0,
  f.section,
  f.quote,
];
