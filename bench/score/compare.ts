import type { Figure, NoticeRecord, OutlineNode } from '../../src/model/index.ts';
import type { FullCase, GoldFigure, ShortCase } from './gold.ts';
import { compareLists, compareValue, gramScore, type Tally } from './tally.ts';

/** The answers to a field that are right: the label’s own, and what it lists under `fieldAccept`. */
const answersOf = (labels: object, field: string): unknown[] => {
  const known = labels as Readonly<Record<string, unknown>>;
  const also = known[`${field}Accept`];
  return [known[field], ...(Array.isArray(also) ? also : [])];
};

const differences = (a: readonly unknown[], b: readonly unknown[]): number =>
  a.filter((one) => !b.includes(one)).length + b.filter((one) => !a.includes(one)).length;

/** Of several right lists the one nearest to what was found. */
function acceptedList<T>(
  labels: object,
  field: string,
  found: readonly unknown[],
  name: (one: T) => unknown,
): unknown[] {
  const lists = answersOf(labels, field)
    .filter((answer) => answer === null || Array.isArray(answer))
    .map((answer) => ((answer ?? []) as T[]).map(name));
  return lists.reduce((best, list) => (differences(list, found) < differences(best, found) ? list : best));
}

/** Of several right values the one that was found, else the label’s own. */
function acceptedValue<T>(labels: object, field: string, found: unknown, name: (one: T) => unknown): unknown {
  const values = answersOf(labels, field).map((answer) =>
    answer === null || typeof answer === 'string' ? answer : name(answer as T),
  );
  // the answer may be null: found by place
  const right = values.findIndex((value) => (value ?? null) === (found ?? null));
  return values[Math.max(0, right)];
}

const itself = (one: unknown): unknown => one;

/** What the texts’ labels leave out. */
const UNLABELLED = new Set(['other', 'meetings', 'trainings']);
const labelled = (figures: readonly Figure[]): Figure[] => figures.filter(({ category }) => !UNLABELLED.has(category));

/** A figure that the label lists once may be found as often as the text repeats it. */
function compareShortFigures(document: string, gold: ShortCase['gold'], found: readonly Figure[]): Tally {
  const name = ({ category, value }: { category: string; value: number }) => `${category} ${value}`;
  const wanted = new Set(gold.figures.map(name));
  const optional = (gold.figuresOptional ?? []).map(({ value }) => value);
  const once = new Map(labelled(found).map((figure) => [name(figure), figure]));
  const counted = [...once].filter(([key, { value }]) => wanted.has(key) || !optional.includes(value));
  return compareLists(
    document,
    'figures',
    [...wanted],
    counted.map(([key]) => key),
  );
}

/** The record of a short text against its label. */
export function compareShort(
  { id, gold, cleanText, text: raw }: ShortCase,
  record: NoticeRecord,
  text: string,
): Tally[] {
  const value = (field: string, found: unknown, labels: object = gold, key = field) =>
    compareValue(id, field, acceptedValue(labels, key, found, itself), found);
  const list = (field: string, key: string, found: readonly string[]) =>
    compareLists(id, field, acceptedList(gold, key, found, itself), found);
  const { inspection } = record;
  const period = acceptedPeriod(gold, inspection);
  return [
    value('docType', record.docType),
    list(
      'units',
      'inspectedUnits',
      record.units.map(({ name }) => name),
    ),
    value('unitCount', inspection.unitCount),
    value('level', inspection.level),
    list('groups', 'groups', inspection.groups),
    value('groupCount', inspection.groupCount),
    value('round', inspection.round?.text ?? null),
    list('types', 'inspectionType', inspection.types),
    value('start', inspection.start, period),
    value('end', inspection.end, period),
    value('feedbackDate', inspection.feedbackDate),
    value('publishedDate', record.publication.publishedDate),
    compareShortFigures(id, gold, record.figures),
    gramScore(id, cleanText ?? raw, text),
  ];
}

interface Period {
  readonly start: string | null;
  readonly end: string | null;
}

const NO_PERIOD: Period = { start: null, end: null };

function acceptedPeriod(gold: ShortCase['gold'], { start, end }: Period): Period {
  const periods = answersOf(gold, 'period').map((period) => (period as Period | null) ?? NO_PERIOD);
  return periods.find((period) => period.start === start && period.end === end) ?? periods[0] ?? NO_PERIOD;
}

const overlap = (a: { start?: number; end?: number }, b: { start?: number; end?: number }): boolean =>
  (a.start ?? 0) < (b.end ?? 0) && (b.start ?? 0) < (a.end ?? 0);

/** A prediction that overlaps an optional figure is neither right nor wrong. */
function compareFigures({ id, gold }: FullCase, found: readonly Figure[]): Tally[] {
  const left = labelled(found);
  const matched: [GoldFigure, Figure][] = [];
  const missing: GoldFigure[] = [];
  for (const wanted of gold.figures) {
    const index = left.findIndex(
      (figure) => figure.category === wanted.category && figure.value === wanted.value && overlap(figure, wanted),
    );
    if (index < 0) missing.push(wanted);
    else matched.push([wanted, ...(left.splice(index, 1) as [Figure])]);
  }
  const extra = left.filter((figure) => !gold.figuresOptional.some((optional) => overlap(figure, optional)));
  const show = ({ category, value, quote }: GoldFigure | Figure) => `${category} ${value} “${quote}”`;
  const wrongScope = matched.filter(([wanted, figure]) => !answersOf(wanted, 'scope').includes(figure.scope));
  const wrongApprox = matched.filter(([wanted, figure]) => wanted.approx !== figure.approx);
  const same = (wanted: string, unit: string) =>
    wanted === unit || (/^[人名]$/u.test(wanted) && /^[人名]$/u.test(unit));
  const wrongUnit = matched.filter(([wanted, figure]) => !same(wanted.unit, figure.unit));
  const attribute = (
    field: string,
    wrong: readonly [GoldFigure, Figure][],
    note: (pair: [GoldFigure, Figure]) => string,
  ): Tally => ({
    document: id,
    field,
    right: matched.length - wrong.length,
    extra: wrong.length,
    missing: wrong.length,
    notes: wrong.map(note),
  });
  return [
    {
      document: id,
      field: 'figures',
      right: matched.length,
      extra: extra.length,
      missing: missing.length,
      notes: [...missing.map((figure) => `missing ${show(figure)}`), ...extra.map((figure) => `extra ${show(figure)}`)],
    },
    attribute('figure scope', wrongScope, ([wanted, figure]) => `${wanted.scope} not ${figure.scope}: ${show(figure)}`),
    attribute('figure approx', wrongApprox, ([, figure]) => show(figure)),
    attribute('figure unit', wrongUnit, ([wanted, figure]) => `${wanted.unit} not ${figure.unit}: ${show(figure)}`),
  ];
}

function compareHeadline({ id, gold }: FullCase, record: NoticeRecord): Tally {
  const found = record.headline as Readonly<Record<string, number>>;
  const keys = [...new Set([...Object.keys(gold.headline), ...Object.keys(found)])].filter(
    (key) => !UNLABELLED.has(key),
  );
  const accepts = (key: string, value: number | undefined) =>
    value === gold.headline[key] || (gold.headlineAccept[key] ?? []).includes(value ?? null);
  const wrong = keys.filter((key) => !accepts(key, found[key]));
  return {
    document: id,
    field: 'headline',
    right: keys.filter((key) => accepts(key, found[key]) && key in found).length,
    extra: wrong.filter((key) => key in found).length,
    missing: wrong.filter((key) => key in gold.headline).length,
    notes: wrong.map((key) => `${key}: ${gold.headline[key] ?? '–'} not ${found[key] ?? '–'}`),
  };
}

/** A number may be given with or without its extension or area code; a fax number is neither right nor wrong. */
function comparePhones({ id, gold }: FullCase, found: readonly string[]): Tally {
  const { phones, phonesAccept = {}, phonesOptional = [] } = gold.contacts;
  const wanted = phones.map((phone) => (phonesAccept[phone] ?? []).find((other) => found.includes(other)) ?? phone);
  return compareLists(
    id,
    'phones',
    wanted,
    found.filter((phone) => wanted.includes(phone) || !phonesOptional.includes(phone)),
  );
}

const flatten = (nodes: readonly OutlineNode[]): OutlineNode[] =>
  nodes.flatMap((node) => [node, ...flatten(node.children)]);

interface Named {
  readonly name: string;
}

/** The record of a full page against its label. */
export function compareFull(one: FullCase, record: NoticeRecord, text: string): Tally[] {
  const { id, gold } = one;
  const list = (field: string, wanted: readonly unknown[], found: readonly unknown[]) =>
    compareLists(id, field, wanted, found);
  const values = (labels: object, found: object, fields: readonly string[]) =>
    fields.map((field) => {
      const given = (found as Readonly<Record<string, unknown>>)[field];
      return compareValue(id, field, acceptedValue(labels, field, given, itself), given);
    });
  const names = (field: string, labels: object, found: readonly string[], name: (one: string) => unknown = itself) =>
    compareLists(id, field, acceptedList(labels, field, found, name), found);
  const { inspection, publication, contacts } = record;
  const nodes = flatten(record.outline);
  const numbered = nodes.filter(({ kind }) => kind !== 'inline');
  const enterprise = record.enterprise?.name ?? null;
  const round = inspection.round?.text ?? null;
  const units = record.units.map(({ name }) => name);
  return [
    gramScore(id, one.text, text),
    ...values(gold, record, ['docType', 'title']),
    compareValue(
      id,
      'enterprise',
      acceptedValue<Named>(gold, 'enterprise', enterprise, ({ name }) => name),
      enterprise,
    ),
    compareLists(
      id,
      'units',
      acceptedList<Named>(gold, 'units', units, ({ name }) => name),
      units,
    ),
    ...values(gold.inspection, inspection, ['level']),
    names('groups', gold.inspection, inspection.groups),
    ...values(gold.inspection, inspection, ['groupCount', 'unitCount']),
    compareValue(
      id,
      'round',
      acceptedValue<{ text: string }>(gold.inspection, 'round', round, (label) => label?.text),
      round,
    ),
    names('types', gold.inspection, inspection.types),
    ...values(gold.inspection, inspection, ['start', 'end', 'feedbackDate']),
    ...values(gold.publication, publication, [
      'publishedDate',
      'signedDate',
      'signer',
      'disclosureStart',
      'disclosureEnd',
      'workingDays',
    ]),
    comparePhones(one, contacts.phones),
    names('emails', gold.contacts, contacts.emails),
    ...values(gold.contacts, contacts, ['postal', 'postcode', 'hours']),
    ...compareFigures(one, record.figures),
    compareHeadline(one, record),
    list(
      'outline',
      gold.outline.map(({ number, start }) => `${number}@${start}`),
      numbered.map(({ number, start }) => `${number}@${start}`),
    ),
    list(
      'outline items',
      gold.outline.filter(({ item }) => item).map(({ start }) => start),
      numbered.filter(({ kind }) => kind === 'item').map(({ start }) => start),
    ),
    list(
      'outline inline',
      gold.outlineInline.map(({ start }) => start),
      nodes.filter(({ kind }) => kind === 'inline').map(({ start }) => start),
    ),
  ];
}
