import type { Figure, NoticeRecord, OutlineNode } from '../../src/model/index.ts';
import type { FullCase, GoldFigure, ShortCase } from './gold.ts';
import { compareLists, compareValue, gramScore, type Tally } from './tally.ts';

/** What the texts’ labels leave out. */
const UNLABELLED = new Set(['other', 'meetings', 'trainings']);
const labelled = (figures: readonly Figure[]): Figure[] => figures.filter(({ category }) => !UNLABELLED.has(category));

/** A figure that the label lists once may be found as often as the text repeats it. */
function compareShortFigures(document: string, wanted: readonly GoldFigure[], found: readonly Figure[]): Tally {
  const name = ({ category, value }: { category: string; value: number }) => `${category} ${value}`;
  const once = [...new Map(labelled(found).map((figure) => [name(figure), figure])).keys()];
  return compareLists(document, 'figures', [...new Map(wanted.map((figure) => [name(figure), figure])).keys()], once);
}

/** The record of a short text against its label. */
export function compareShort(
  { id, gold, cleanText, text: raw }: ShortCase,
  record: NoticeRecord,
  text: string,
): Tally[] {
  const value = (field: string, wanted: unknown, found: unknown) => compareValue(id, field, wanted, found);
  const list = (field: string, wanted: readonly unknown[], found: readonly unknown[]) =>
    compareLists(id, field, wanted, found);
  const { inspection } = record;
  return [
    value('docType', gold.docType, record.docType),
    list(
      'units',
      gold.inspectedUnits,
      record.units.map(({ name }) => name),
    ),
    value('unitCount', gold.unitCount, inspection.unitCount),
    value('level', gold.level, inspection.level),
    list('groups', gold.groups, inspection.groups),
    value('groupCount', gold.groupCount, inspection.groupCount),
    value('round', gold.round, inspection.round?.text),
    list('types', gold.inspectionType, inspection.types),
    value('start', gold.period?.start, inspection.start),
    value('end', gold.period?.end, inspection.end),
    value('feedbackDate', gold.feedbackDate, inspection.feedbackDate),
    value('publishedDate', gold.publishedDate, record.publication.publishedDate),
    compareShortFigures(id, gold.figures, record.figures),
    gramScore(id, cleanText ?? raw, text),
  ];
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
  const wrongScope = matched.filter(([wanted, figure]) => wanted.scope !== figure.scope);
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

const flatten = (nodes: readonly OutlineNode[]): OutlineNode[] =>
  nodes.flatMap((node) => [node, ...flatten(node.children)]);

/** Of several right answers the one that was given, else the first. */
const accepted = (
  found: readonly string[],
  wanted: readonly string[],
  also: readonly (readonly string[])[] = [],
): readonly string[] =>
  [wanted, ...also].find((answer) => answer.length === found.length && answer.every((one) => found.includes(one))) ??
  wanted;

/** The record of a full page against its label. */
export function compareFull(one: FullCase, record: NoticeRecord, text: string): Tally[] {
  const { id, gold } = one;
  const value = (field: string, wanted: unknown, found: unknown) => compareValue(id, field, wanted, found);
  const list = (field: string, wanted: readonly unknown[], found: readonly unknown[]) =>
    compareLists(id, field, wanted, found);
  const { inspection, publication, contacts } = record;
  const nodes = flatten(record.outline);
  const numbered = nodes.filter(({ kind }) => kind !== 'inline');
  return [
    gramScore(id, one.text, text),
    value('docType', gold.docType, record.docType),
    value('title', gold.title, record.title),
    value('enterprise', gold.enterprise?.name, record.enterprise?.name),
    list(
      'units',
      gold.units.map(({ name }) => name),
      record.units.map(({ name }) => name),
    ),
    value('level', gold.inspection.level, inspection.level),
    list(
      'groups',
      accepted(inspection.groups, gold.inspection.groups, gold.inspection.groupsAccept),
      inspection.groups,
    ),
    value('groupCount', gold.inspection.groupCount, inspection.groupCount),
    value('unitCount', gold.inspection.unitCount, inspection.unitCount),
    value('round', gold.inspection.round?.text, inspection.round?.text),
    list('types', accepted(inspection.types, gold.inspection.types, gold.inspection.typesAccept), inspection.types),
    value('start', gold.inspection.start, inspection.start),
    value('end', gold.inspection.end, inspection.end),
    value('feedbackDate', gold.inspection.feedbackDate, inspection.feedbackDate),
    ...(['publishedDate', 'signedDate', 'signer', 'disclosureStart', 'disclosureEnd', 'workingDays'] as const).map(
      (field) => value(field, gold.publication[field], publication[field]),
    ),
    list('phones', gold.contacts.phones, contacts.phones),
    list('emails', gold.contacts.emails, contacts.emails),
    ...(['postal', 'postcode', 'hours'] as const).map((field) => value(field, gold.contacts[field], contacts[field])),
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
