import type { Enterprise, NoticeRecord, OutlineNode, Round, Sector, Topic } from '../model/index.ts';
import { DOC_TYPES, LEVELS } from '../model/index.ts';
import { roundName } from '../views/labels.ts';
import type { FacetName } from './header.ts';
import type { PackedNotice } from './packed-notice.ts';

/** A notice as the search sees it. */
export interface SearchNotice extends PackedNotice {
  /** The values that it has in each facet. */
  readonly facets: Readonly<Record<FacetName, readonly FacetLabel[]>>;
  /** Day on which the site first had it; empty where no source says. */
  readonly added: string;
}

export interface FacetLabel {
  readonly id: string;
  readonly zh: string;
  readonly en?: string;
}

/** What ids stand for. */
export interface SearchRegistries {
  readonly enterprises: ReadonlyMap<string, Enterprise>;
  readonly rounds: ReadonlyMap<string, Round>;
  readonly sectors: ReadonlyMap<string, Sector>;
  readonly topics: ReadonlyMap<string, Topic>;
}

/** @param text the clean text, or null where the archive is not at hand: then the record's own words are searched */
export function searchNotice(record: NoticeRecord, text: string | null, registries: SearchRegistries): SearchNotice {
  const lines = text === null ? recordLines(record) : missingTitle(record, text);
  const searched = [...(text === null ? [] : [text]), ...lines].join('\n');
  const date = noticeDate(record);
  return {
    id: record.id,
    title: record.title ?? record.id,
    enterprise: record.enterprise?.name ?? '',
    date,
    docType: record.docType,
    sample: record.sample === true,
    text: searched,
    body: text?.length ?? 0,
    headings: text === null ? [] : headingStarts(record.outline, text.length),
    facets: facetsOf(record, date, registries),
    added: firstSeen(record),
  };
}

/** When it became public, or the nearest date that is known of it; empty where none is. A date without a year is none. */
function noticeDate({ publication, inspection }: NoticeRecord): string {
  const dates = [
    publication.publishedDate,
    publication.signedDate,
    inspection.feedbackDate,
    inspection.end,
    inspection.start,
  ];
  return dates.find((date) => date !== null && !date.startsWith('--')) ?? '';
}

const firstSeen = ({ sources }: NoticeRecord): string =>
  sources
    .map(({ retrievedAt }) => retrievedAt.slice(0, 10))
    .sort()
    .at(0) ?? '';

const missingTitle = ({ title }: NoticeRecord, text: string): string[] =>
  title === null || text.includes(title) ? [] : [title];

/** Everything that a record quotes or names, each once, a line each. */
function recordLines(record: NoticeRecord): string[] {
  const { title, enterprise, units, inspection, publication, figures, evidence, outline, contacts } = record;
  const lines = [
    title,
    enterprise?.name,
    inspection.round?.text,
    ...inspection.groups,
    publication.signer,
    ...units.map(({ name }) => name),
    ...flatten(outline).map(({ number, title: heading }) => number + heading),
    ...figures.map(({ quote }) => quote),
    ...Object.values(evidence).map(({ quote }) => quote),
    ...contacts.phones,
    ...contacts.emails,
    contacts.postal,
  ];
  return [...new Set(lines.filter((line): line is string => Boolean(line)))];
}

const flatten = (nodes: readonly OutlineNode[]): OutlineNode[] =>
  nodes.flatMap((node) => [node, ...flatten(node.children)]);

const headingStarts = (outline: readonly OutlineNode[], length: number): number[] => {
  const starts = flatten(outline)
    .filter(({ kind }) => kind === 'heading')
    .map(({ start }) => start)
    .filter((start) => start < length);
  return [...new Set(starts)].sort((a, b) => a - b);
};

function facetsOf(record: NoticeRecord, date: string, registries: SearchRegistries): SearchNotice['facets'] {
  const { inspection, docType, outline, enterprise } = record;
  const registered = enterprise?.id ? registries.enterprises.get(enterprise.id) : undefined;
  const enterpriseName = registered?.name ?? enterprise?.name;
  const { round } = inspection;
  return {
    enterprise: label(enterprise?.id ?? enterprise?.name, enterpriseName ? { zh: enterpriseName } : undefined),
    sector: label(registered?.sector, registered && registries.sectors.get(registered.sector)),
    level: label(inspection.level, inspection.level ? LEVELS[inspection.level] : undefined),
    group: [...new Set(inspection.groups)].flatMap((group) => label(group)),
    round: label(round?.id ?? round?.text, roundWords(round, registries)),
    year: label(date.slice(0, 4)),
    type: label(docType, DOC_TYPES[docType]),
    topic: topicsOf(outline).flatMap((id) => label(id, registries.topics.get(id))),
  };
}

/** A registered round goes by its name; any other by the words of the notice. */
function roundWords(round: NoticeRecord['inspection']['round'], { rounds }: SearchRegistries) {
  const registered = round?.id ? rounds.get(round.id) : undefined;
  if (registered) return { zh: roundName(registered, 'zh'), en: roundName(registered, 'en') };
  return round?.text ? { zh: round.text } : undefined;
}

const topicsOf = (outline: readonly OutlineNode[]): string[] => [
  ...new Set(flatten(outline).flatMap(({ topics }) => topics)),
];

/** A value with its label; none for a missing value, its id for one that no registry knows. */
function label(id: string | null | undefined, words?: { readonly zh: string; readonly en?: string }): FacetLabel[] {
  if (!id) return [];
  return [{ id, zh: words?.zh ?? id, ...(words?.en === undefined ? {} : { en: words.en }) }];
}
