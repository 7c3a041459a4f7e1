import { hash } from 'node:crypto';
import {
  type Enterprise,
  type Evidence,
  type FigureCategory,
  MAX_QUOTE,
  type NoticeRecord,
  type NoticeSelectors,
  type OutlineNode,
  type PageEvidence,
  type Passages,
  type Round,
  splitSentences,
  type Topic,
} from '../src/model/index.ts';
import { type Body, readBody } from './body.ts';
import { checkRecord } from './check/index.ts';
import { classify } from './classify.ts';
import { findDates } from './dates.ts';
import { type Decoded, decode } from './decode.ts';
import { findContacts } from './extract/contacts.ts';
import { findGroupCount, findUnitCount } from './extract/counts.ts';
import { findDisclosure } from './extract/disclosure.ts';
import { findSubject } from './extract/enterprise.ts';
import { findFigures } from './extract/figures/index.ts';
import { headlineOf } from './extract/figures/scope.ts';
import { findFullNames, fullerName } from './extract/full-names.ts';
import { findGroups } from './extract/groups.ts';
import { findFeedbackDate, findInspectionDates } from './extract/inspection-dates.ts';
import { findLevel, rankBody } from './extract/level.ts';
import { findPublished } from './extract/published.ts';
import { findRounds } from './extract/round.ts';
import { findSignature } from './extract/signature.ts';
import { findTitle, titleLine } from './extract/title.ts';
import { findTypes } from './extract/types.ts';
import { findUnitList, findUnitTable } from './extract/unit-list.ts';
import { findUnits } from './extract/units.ts';
import type { Finding } from './finding.ts';
import { type Line, splitLines } from './lines.ts';
import { type EnterpriseIndex, indexEnterprises, linkEnterprise, mentionedEnterprise } from './link/enterprise.ts';
import { proposeId } from './link/id.ts';
import { linkRound } from './link/round.ts';
import { abbreviates } from './names.ts';
import { indexOutline, readOutline } from './outline.ts';
import { findQuantities } from './quantities.ts';
import { applyEdits, type Edit } from './repair/edit.ts';
import { repair } from './repair/index.ts';
import { pageFurniture, readFurniture } from './repair/page-furniture.ts';
import { repairedPassages } from './repair/passages.ts';

/** The reviewed tables that reading a notice needs. */
export interface Lookups {
  readonly enterprises: readonly Enterprise[];
  readonly rounds: readonly Round[];
  readonly topics: readonly Topic[];
}

/** The bytes of one capture, and what its source says of them. */
export interface ReadInput {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly url?: string | null;
  readonly contentType?: string;
  readonly publisher?: string | null;
  readonly retrievedAt: string;
  readonly selectors?: NoticeSelectors;
  readonly encoding?: string;
  readonly sample?: true;
}

export interface Reading {
  readonly record: NoticeRecord;
  /** The clean text that the record’s evidence points into. */
  readonly text: string;
  /** The text before the repairs. */
  readonly original: string;
  /** What the repairs changed of it. */
  readonly passages: Passages;
  readonly warnings: string[];
}

/** The whole reading of one capture. Throws InputError for what cannot be read. */
export async function readNotice(input: ReadInput, lookups: Lookups): Promise<Reading> {
  const decoded = await decode({
    bytes: input.bytes,
    name: input.name,
    ...(input.contentType === undefined ? {} : { contentType: input.contentType }),
    ...(input.encoding ? { encoding: input.encoding } : {}),
    ...(input.url ? { url: input.url } : {}),
  });
  const body = readBody(decoded, {
    ...(input.selectors ? { selectors: selectorsOf(input.selectors) } : {}),
    ...(input.url ? { url: input.url } : {}),
  });
  const clean = cleanBody(body, decoded.format);
  const facts = readFacts(clean, lookups);
  const unchecked: NoticeRecord = {
    id: '',
    ...(input.sample ? { sample: true } : {}),
    ...facts,
    lang: 'zh-Hans',
    sources: [
      {
        url: input.url ?? null,
        publisher: input.publisher ?? null,
        retrievedAt: input.retrievedAt,
        sha256: sha256(input.bytes),
        status: 'live',
      },
    ],
    repairs: clean.repairs.map(({ name }) => name),
    repairCounts: Object.fromEntries(clean.repairs.map(({ name, count }) => [name, count])),
    text: { sha256: sha256(clean.text), chars: clean.text.length },
    checks: [],
    corrections: [],
  };
  const record = { ...unchecked, id: proposeId(unchecked), checks: checkRecord(unchecked, clean.text) };
  return {
    record,
    text: clean.text,
    original: body.text,
    passages: clean.passages,
    warnings: [...decoded.warnings, ...body.warnings],
  };
}

const sha256 = (data: Uint8Array | string): string => hash('sha256', data, 'hex');

const selectorsOf = ({ body, title, date }: NoticeSelectors) => ({
  ...(body ? { body } : {}),
  ...(title ? { title } : {}),
  ...(date ? { date } : {}),
});

/** A clean text with what was taken off it. */
export interface CleanText {
  readonly text: string;
  readonly title: string | null;
  readonly repairs: readonly { name: string; count: number }[];
  readonly passages: Passages;
  readonly publicationLines: readonly string[];
  readonly meta: readonly { name: string; content: string }[];
}

/** Body → clean text: the repairs, then the furniture that pasted texts and Word exports carry with them. */
export function cleanBody(body: Body, format: Decoded['format']): CleanText {
  const { text, applied, rounds } = repair(body.text);
  const header = body.publicationLines.map((line) => repair(line).text);
  const title = body.title === null ? null : repair(body.title).text;
  if (format === 'html') {
    const passages = repairedPassages(body.text, text, rounds);
    return { text, title, repairs: applied, passages, publicationLines: header, meta: body.meta };
  }
  const { edits, publicationLines } = readFurniture(text);
  const whole = applyEdits(text, edits);
  const frame = cutFrame(whole);
  const clean = applyEdits(whole, frame);
  return {
    text: clean,
    title,
    passages: repairedPassages(body.text, clean, [...rounds, edits, frame]),
    repairs: edits.length ? [...applied, { name: pageFurniture.name, count: edits.length }] : applied,
    publicationLines: [...header, ...publicationLines, ...headLines(text)],
    meta: body.meta,
  };
}

/** Blanks around the text go, and menus above the title of a pasted page. */
function cutFrame(text: string): Edit[] {
  const end = text.trimEnd().length;
  const blank = end - text.slice(0, end).trimStart().length;
  const lines = splitLines(text.slice(blank, end).slice(0, 2000));
  const start = blank + (lines[Math.max(0, titleLine(lines))]?.start ?? 0);
  return [
    { start: 0, end: start, text: '' },
    { start: end, end: text.length, text: '' },
  ].filter((edit) => edit.end > edit.start);
}

const untilProse = (lines: readonly Line[]): readonly Line[] => {
  const prose = lines.findIndex((line) => /。/u.test(line.text) || line.text.length > 60);
  return prose < 0 ? lines : lines.slice(0, prose);
};

/** Short first lines may hold the date: 示例新闻 2022-11-11 阅读 1288. */
const headLines = (text: string): string[] =>
  untilProse(splitLines(text.slice(0, 1000)).slice(0, 6))
    .map((line) => line.text)
    .filter((line) => line.length <= 40 && /\d/u.test(line) && !/[。，；]|会议|召开|关于/u.test(line));

/** A name further on belongs to a partner or a supplier. */
const ONLY_NAME_WITHIN = 300;
/** How much of a text introduces the inspection; what comes later may speak of others. */
const LEAD = 1500;
/** An article on practice names many rounds; only its first lines tell which one it is about. */
const PRACTICE_LEAD = 280;
/** Groups and contacts of hostile texts are not looked for beyond this. */
const MOST = 200_000;

export type Facts = Omit<NoticeRecord, 'id' | 'lang' | 'sources' | 'repairs' | 'text' | 'checks' | 'corrections'>;

/** Clean text → facts with evidence: classify, outline, extract, link. */
export function readFacts(clean: CleanText, lookups: Lookups): Facts {
  const { text } = clean;
  const lines = splitLines(text);
  const title = findTitle(text, lines, clean.title);
  const titleLine = title ? { start: title.start, end: title.end, text: title.value } : null;
  const docType = classify(text, lines, titleLine);
  const outline = readOutline(text, lookups.topics, docType.value === 'rectification');
  const { sectionOf, inItem } = indexOutline(outline);
  const sentences = splitSentences(text);
  const quantities = findQuantities(text);

  const published = findPublished({
    lines: clean.publicationLines,
    meta: clean.meta,
    text,
    findDates: (part, day) => findDates(part, { published: day ?? null }).dates,
  });
  const { dates, periods } = findDates(text, { published: published?.date ?? null });
  const dated = { text, docType: docType.value, sentences, dates, periods };
  const counts = { text, docType: docType.value, quantities };

  const lead = text.slice(0, docType.value === 'practice' ? PRACTICE_LEAD : LEAD);
  const whole = text.slice(0, MOST);
  const isOther = docType.value === 'other';
  const allGroups = isOther ? [] : findGroups(docType.value === 'practice' ? lead : whole.slice(0, 20_000));
  const groups = docType.value === 'rectification' ? withoutOwn(allGroups) : allGroups;
  const round = pickRound(findRounds(lead, title?.end), docType.value);
  const types = isOther ? [] : findTypes(lead);
  const level = levelOf(text, groups, round);
  const { start, end } = findInspectionDates(dated);
  const feedbackDate = findFeedbackDate(dated);
  const groupCount = findGroupCount(counts) ?? countNamedGroups(groups, docType.value, text);

  const fullNames = findFullNames(whole.slice(0, 8000));
  const named = isOther ? [] : namedUnits(text, docType.value, lines, fullNames);
  const subject = findSubject({ text, docType: docType.value, titleEnd: title?.end ?? 0, units: named });
  const index = enterpriseIndex(lookups);
  const enterprise = subject
    ? fullerName(subject, fullNames)
    : isOther
      ? null
      : (onlyName(docType.value, fullNames) ?? unnamedGroup(text.slice(0, LEAD), level?.value ?? null, index));
  const units = inspectedUnits(named, enterprise, docType.value, level, text);

  const signature =
    docType.value === 'rectification' || docType.value === 'feedback'
      ? findSignature(text, lines, dates)
      : { signer: null, signedDate: null };
  const disclosure = findDisclosure(text, dates, periods, quantities);
  const contacts = findContacts(whole);
  const figures = findFigures({ text, docType: docType.value, sentences, quantities, sectionOf, inItem });
  const headline = headlineOf(figures);
  const unitCount = findUnitCount(counts, figures);

  const enterpriseId = enterprise ? linkEnterprise(enterprise.value, index) : null;
  return {
    docType: docType.value,
    title: title?.value ?? null,
    enterprise: enterprise ? { id: enterpriseId, name: enterprise.value } : null,
    units: units.map(({ value }) => ({ name: value, id: linkEnterprise(value, index) })),
    inspection: {
      level: level?.value ?? null,
      groups: groups.map(({ value }) => value),
      groupCount: groupCount?.value ?? null,
      unitCount: unitCount?.value ?? null,
      round: roundOf(
        round,
        {
          level: level?.value ?? null,
          start: start?.value ?? null,
          feedbackDate: feedbackDate?.value ?? null,
          enterpriseId,
        },
        lookups.rounds,
      ),
      types: types.map(({ value }) => value),
      start: start?.value ?? null,
      end: end?.value ?? null,
      feedbackDate: feedbackDate?.value ?? null,
    },
    publication: {
      publishedDate: published?.date ?? null,
      signedDate: signature.signedDate?.value ?? null,
      signer: signature.signer?.value ?? null,
      disclosureStart: disclosure.start?.value ?? null,
      disclosureEnd: disclosure.end?.value ?? null,
      workingDays: disclosure.workingDays?.value ?? null,
    },
    figures,
    headline: Object.fromEntries([...headline].map(([category, { value }]) => [category, value])) as Partial<
      Record<FigureCategory, number>
    >,
    outline: outline as OutlineNode[],
    contacts: {
      phones: contacts.phones.map(({ value }) => value),
      emails: contacts.emails.map(({ value }) => value),
      postal: contacts.postal?.value ?? null,
      postcode: contacts.postcode?.value ?? null,
      hours: contacts.hours?.value ?? null,
    },
    evidence: {
      ...proof('docType', docType, text),
      ...proof('title', title, text),
      ...proof('enterprise', enterprise, text),
      ...proofs('units', units, text),
      ...proof('inspection.level', level, text),
      ...proofs('inspection.groups', groups, text),
      ...proof('inspection.groupCount', groupCount, text),
      ...proof('inspection.unitCount', unitCount, text),
      ...proof('inspection.round', round, text),
      ...proofs('inspection.types', types, text),
      ...proof('inspection.start', start, text),
      ...proof('inspection.end', end, text),
      ...proof('inspection.feedbackDate', feedbackDate, text),
      ...proof('publication.signedDate', signature.signedDate, text),
      ...proof('publication.signer', signature.signer, text),
      ...proof('publication.disclosureStart', disclosure.start, text),
      ...proof('publication.disclosureEnd', disclosure.end, text),
      ...proof('publication.workingDays', disclosure.workingDays, text),
      ...Object.fromEntries(
        [...headline].flatMap(([category, figure]) =>
          Object.entries(proof(`headline.${category}`, { ...figure, value: figure.value }, text)),
        ),
      ),
      ...proofs('contacts.phones', contacts.phones, text),
      ...proofs('contacts.emails', contacts.emails, text),
      ...proof('contacts.postal', contacts.postal, text),
      ...proof('contacts.postcode', contacts.postcode, text),
      ...proof('contacts.hours', contacts.hours, text),
    },
    ...(published
      ? {
          pageEvidence: {
            'publication.publishedDate': { quote: published.quote, from: published.from } satisfies PageEvidence,
          },
        }
      : {}),
  };
}

/** Evidence of one fact; a quote longer than may be committed is cut, and its span with it. */
function proof(path: string, finding: Finding<unknown> | null, text: string): Record<string, Evidence> {
  if (!finding || finding.end <= finding.start) return {};
  const end = Math.min(finding.end, finding.start + MAX_QUOTE);
  return {
    [path]: {
      start: finding.start,
      end,
      quote: text.slice(finding.start, end),
      ...(finding.certainty ? { certainty: finding.certainty } : {}),
    },
  };
}

const proofs = (path: string, findings: readonly Finding<unknown>[], text: string): Record<string, Evidence> =>
  Object.assign({}, ...findings.map((finding, index) => proof(`${path}.${index}`, finding, text)));

/** An account of what 省委第三巡视组 found may name the enterprise's own groups as well: they inspected its units. */
function withoutOwn(groups: readonly Finding<string>[]): readonly Finding<string>[] {
  const [first] = groups;
  const rank = first ? rankBody(first.value) : null;
  return rank === null || rank === 'group' ? groups : groups.filter(({ value }) => rankBody(value) !== 'group');
}

/** A fragment may leave groups out; a whole notice has at least so many characters. */
const WHOLE_NOTICE = 800;

/** The groups that a whole account of one inspection names are all there were. */
function countNamedGroups(
  groups: readonly Finding<string>[],
  docType: NoticeRecord['docType'],
  text: string,
): Finding<number> | null {
  const [first] = groups;
  if (!first || text.length < WHOLE_NOTICE || (docType !== 'rectification' && docType !== 'progress-news')) return null;
  return { ...first, value: groups.length, certainty: 'implied' };
}

/** The best-named round; an article on practice is about a round only if it names it fully. */
function pickRound(rounds: readonly Finding<string>[], docType: NoticeRecord['docType']): Finding<string> | null {
  const [best] = rounds;
  if (!best || docType !== 'practice') return best ?? null;
  return /[届年委组]/u.test(best.value) ? best : null;
}

/** The level by the name of the first group, else of the round, else by the text. */
function levelOf(
  text: string,
  groups: readonly Finding<string>[],
  round: Finding<string> | null,
): Finding<NonNullable<NoticeRecord['inspection']['level']>> | null {
  const [group] = groups;
  const byGroup = group ? rankBody(group.value) : null;
  const byRound =
    round && /[央委组团]/u.test(round.value) ? rankBody(round.value + text.slice(round.end, round.end + 10)) : null;
  // 局党组第二巡视组 of 国家林草局党组2023年第二轮: the round says which office
  const isGeneric = group && byGroup === 'group' && byRound !== null && /^[局厅部委院]?党[委组]/u.test(group.value);
  if (group && byGroup && !isGeneric) return { ...group, value: byGroup };
  if (round && byRound) return { ...round, value: byRound };
  return findLevel(text.slice(0, 4000));
}

function roundOf(
  round: Finding<string> | null,
  clues: Omit<Parameters<typeof linkRound>[0], 'text'>,
  rounds: readonly Round[],
): NoticeRecord['inspection']['round'] {
  const id = linkRound({ ...clues, text: round?.value ?? null }, rounds);
  return round || id !== null ? { id, text: round?.value ?? null } : null;
}

/** News of a rectification that calls its enterprise 集团 throughout, and names but one. */
function onlyName(docType: NoticeRecord['docType'], names: readonly Finding<string>[]): Finding<string> | null {
  const [only, second] = names;
  return docType === 'progress-news' && only && !second && only.start < ONLY_NAME_WITHIN
    ? { ...only, certainty: 'implied' }
    : null;
}

/** 集团公司党组 without a name: the registered enterprise that the first paragraphs speak of. */
function unnamedGroup(
  lead: string,
  level: NoticeRecord['inspection']['level'],
  index: EnterpriseIndex,
): Finding<string> | null {
  const found = level === 'group' ? mentionedEnterprise(lead, index) : null;
  if (!found) return null;
  const quote = lead.slice(found.start, found.end);
  return { value: quote, start: found.start, end: found.end, quote, certainty: 'implied' };
}

const longest = <T>(a: readonly T[], b: readonly T[]): readonly T[] => (b.length > a.length ? b : a);

/** 甲集团公司党组2023年巡视反馈工作: the name before is that of the body that inspects. */
const inspectsItself = (text: string, nameEnd: number): boolean =>
  /^党[组委](?:\d{4}年)?(?:第[一二三四五六七八九十]+[轮批])?巡[视察](?!整改)/u.test(text.slice(nameEnd, nameEnd + 16));

/** Names of inspected units, from the lists and sentences where texts of this kind give them. */
function namedUnits(
  text: string,
  docType: NoticeRecord['docType'],
  lines: Parameters<typeof findUnitList>[0],
  fullNames: readonly Finding<string>[],
): Finding<string>[] {
  const limit = { rectification: 700, practice: 700, 'progress-news': 1500, feedback: 4000, launch: 4000, other: 0 }[
    docType
  ];
  const named = findUnits(text.slice(0, limit));
  if (docType !== 'feedback' && docType !== 'launch') return named;
  const listed = longest(findUnitList(lines), findUnitTable(text.slice(0, MOST)));
  if (listed.length > named.length) return [...listed];
  // a report on several feedbacks may name its enterprises one by one
  return named.length === 0 && docType === 'feedback'
    ? fullNames.filter(({ end }) => !inspectsItself(text, end))
    : named;
}

/** Whether the words that name the inspecting body name this enterprise: 太钢集团党委的巡察. */
const inspects = (name: string, { value, start, end }: Finding<string>, text: string): boolean =>
  value === 'group' && text.slice(Math.max(0, start - 12), end).includes(name.slice(0, 4));

/** Two enterprises under one leadership may account together; more are none of them. */
const MOST_JOINT = 2;

function inspectedUnits(
  named: readonly Finding<string>[],
  enterprise: Finding<string> | null,
  docType: NoticeRecord['docType'],
  level: Finding<string> | null,
  text: string,
): readonly Finding<string>[] {
  if (docType === 'other') return [];
  // a place tells how all that it inspected rectified
  if (docType === 'rectification') return named.length > MOST_JOINT ? named : enterprise ? [enterprise] : [];
  const [only] = named;
  if (
    named.length === 1 &&
    only &&
    enterprise &&
    (only.value.charAt(0) === enterprise.value.charAt(0) || abbreviates(only.value, enterprise.value))
  )
    return [enterprise];
  // an enterprise that rectifies was inspected, unless it is the inspecting body itself
  if (
    docType === 'progress-news' &&
    named.length === 0 &&
    enterprise &&
    // an enterprise’s own inspections are 巡察: where nobody is named, 巡视 comes from above
    (level ? !inspects(enterprise.value, level, text) : text.includes('巡视'))
  )
    return [enterprise];
  return named;
}

const indexes = new WeakMap<Lookups, EnterpriseIndex>();

/** The index of a run’s registry, built once. */
function enterpriseIndex(lookups: Lookups): EnterpriseIndex {
  const known = indexes.get(lookups) ?? indexEnterprises(lookups.enterprises);
  indexes.set(lookups, known);
  return known;
}
