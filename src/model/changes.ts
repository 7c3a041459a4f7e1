import type { Correction } from './check.ts';
import { valueAt } from './correct.ts';
import type { Figure } from './figure.ts';
import { FIGURE_CATEGORIES } from './labels.ts';
import type { NoticeRecord } from './record.ts';
import { without } from './without.ts';

/** What a notice says, as far as a reader of the data would notice a change: facts by path, figures without their place. */
export interface FactSheet {
  readonly id: string;
  /** Facts by their path in the record; what is not stated is left out. */
  readonly facts: Readonly<Record<string, FactValue>>;
  /** One line a figure, see `figureLine`; sorted. */
  readonly figures: readonly string[];
  /** The corrections that hold: path and new value as JSON; sorted. */
  readonly corrections: readonly string[];
  /** No place shows it any more. */
  readonly gone?: true;
}
export type FactValue = string | number | readonly string[];

/** The facts that are compared, in the order in which changes are told. Lists are compared whole. */
const SCALARS = [
  'docType',
  'title',
  'enterprise.id',
  'enterprise.name',
  'inspection.level',
  'inspection.groups',
  'inspection.groupCount',
  'inspection.unitCount',
  'inspection.round.id',
  'inspection.round.text',
  'inspection.types',
  'inspection.start',
  'inspection.end',
  'inspection.feedbackDate',
  'publication.publishedDate',
  'publication.signedDate',
  'publication.signer',
  'publication.disclosureStart',
  'publication.disclosureEnd',
  'publication.workingDays',
  'contacts.phones',
  'contacts.emails',
  'contacts.postal',
  'contacts.postcode',
  'contacts.hours',
] as const;

/** Every path of a fact sheet, in order. */
export const FACT_PATHS: readonly string[] = [
  ...SCALARS,
  'units',
  ...Object.keys(FIGURE_CATEGORIES).map((category) => `headline.${category}`),
];

/** `issues=16个 total`, `completionRate≈98.5% part`, `measures=2–3项 part`: what a figure says, wherever it stands. */
export const figureLine = ({ category, value, min, unit, approx, scope }: Figure): string =>
  `${category}${approx ? '≈' : '='}${min === undefined ? '' : `${min}–`}${value}${unit} ${scope}`;

const isFact = (value: unknown): value is FactValue =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);

const correctionLine = ({ field, to }: Correction): string => `${field} ${JSON.stringify(to)}`;

/** The fact sheet of a record. */
export function factSheet(record: NoticeRecord): FactSheet {
  const facts: Record<string, FactValue> = {};
  for (const path of FACT_PATHS) {
    const value = path === 'units' ? record.units.map(({ name }) => name) : valueAt(record, path);
    if (isFact(value)) facts[path] = value;
  }
  return {
    id: record.id,
    facts,
    figures: record.figures.map(figureLine).sort(),
    corrections: record.corrections.map(correctionLine).sort(),
    ...(record.sources.length > 0 && record.sources.every(({ status }) => status === 'gone') && { gone: true }),
  };
}

/** One fact that differs; null where it is not stated. */
export interface FieldChange {
  readonly field: string;
  readonly from: FactValue | null;
  readonly to: FactValue | null;
}

/** What differs between two states of a notice. */
export interface SheetChange {
  readonly fields: readonly FieldChange[];
  readonly figuresAdded: readonly string[];
  readonly figuresRemoved: readonly string[];
}

/** The facts and figures that differ. */
export function compareSheets(
  before: Pick<FactSheet, 'facts' | 'figures'>,
  after: Pick<FactSheet, 'facts' | 'figures'>,
): SheetChange {
  const fields = FACT_PATHS.flatMap((field): FieldChange[] => {
    const [from, to] = [before.facts[field] ?? null, after.facts[field] ?? null];
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ field, from, to }];
  });
  return {
    fields,
    figuresAdded: without(after.figures, before.figures),
    figuresRemoved: without(before.figures, after.figures),
  };
}

export const isSameSheet = ({ fields, figuresAdded, figuresRemoved }: SheetChange): boolean =>
  fields.length + figuresAdded.length + figuresRemoved.length === 0;
