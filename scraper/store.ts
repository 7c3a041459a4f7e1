import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  diffHeadlines,
  FIGURE_CATEGORIES,
  filledFields,
  NoticeRecord,
  type NoticeSource,
  type Passages,
  recordPath,
  type TextVersion,
  WORKSPACE,
} from '../src/model/index.ts';
import { readText, savePassages, saveText } from './archive.ts';
import { InputError } from './error.ts';
import { freeId } from './link/id.ts';
import { couldBeSame, essence, type Facts, judgeOtherAddress, judgeSameAddress } from './link/identity.ts';
import { type Problem, problemLine, schemaProblems } from './problem.ts';
import { writeIfChanged } from './write.ts';

/** What must be known of every stored record to recognise a notice again. */
export interface Entry {
  readonly id: string;
  readonly textHash: string;
  readonly chars: number;
  readonly urls: readonly string[];
  readonly facts: Facts;
  /** The watched fields that it has. */
  readonly filled: readonly string[];
  readonly isSample: boolean;
}

/** A notice that was read, and where. */
export interface Reading {
  readonly record: NoticeRecord;
  readonly text: string;
  /** What was repaired in the text; absent where nobody knows. */
  readonly passages?: Passages;
  /** Exactly one: where these bytes came from. */
  readonly source: NoticeSource;
  /** Whether the page’s own text is another than at the last look; absent where nobody remembers. */
  readonly pageChanged?: boolean;
}

/**
 * new: a notice unknown so far · changed: a known one whose text is another now · added: a known one found at a
 * further place · reread: the same text, read into other facts (a better reader) · unchanged.
 */
export type Outcome = 'new' | 'changed' | 'added' | 'reread' | 'unchanged';

/** What storing a reading would do; `commit` does it. */
export interface Plan {
  readonly outcome: Outcome;
  readonly record: NoticeRecord;
  readonly text: string | null;
  readonly passages?: Passages;
  readonly previous: NoticeRecord | null;
  /** Notices that may be the same; a person decides. */
  readonly proposals: readonly string[];
}

/** Which of two places counts more: lower is better (own page, authority, handed in, media, mirror). */
export type RankSource = (source: NoticeSource, record: NoticeRecord) => number;

export interface Store {
  readonly problems: readonly Problem[];
  readonly entries: () => Iterable<Entry>;
  readonly idsByUrl: (url: string) => readonly string[];
  readonly has: (id: string) => boolean;
  readonly read: (id: string) => Promise<NoticeRecord>;
  /** Recognises the notice (or takes `known` for it) and claims its id; one at a time. Every plan is committed or abandoned. */
  readonly plan: (reading: Reading, known?: string) => Promise<Plan>;
  /** Gives up a plan that is not to be committed. */
  readonly abandon: (plan: Plan) => void;
  /** Writes what a plan says; may run beside other commits. Returns whether it wrote. */
  readonly commit: (plan: Plan) => Promise<boolean>;
  readonly setSourceStatus: (id: string, url: string, status: NoticeSource['status']) => Promise<boolean>;
}

const sortKeys = <T>(map: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

/**
 * A record in its one form: keys in the order of the schema, maps sorted.
 * Throws InputError, one line, where the record breaks its schema.
 */
export function orderRecord(record: NoticeRecord): NoticeRecord {
  const result = NoticeRecord.safeParse(record);
  if (!result.success) {
    const file = recordPath(typeof record?.id === 'string' ? record.id : '?');
    const problems = schemaProblems(result.error, record, file, 'left out: the record does not follow the schema');
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
    throw new InputError(`${problemLine(problems[0] as Problem)}${more}`);
  }
  const { headline, evidence, pageEvidence, repairCounts } = result.data;
  const order = Object.keys(FIGURE_CATEGORIES);
  const ordered: NoticeRecord = {
    ...result.data,
    headline: Object.fromEntries(Object.entries(headline).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))),
    evidence: sortKeys(evidence),
    ...(pageEvidence && { pageEvidence: sortKeys(pageEvidence) }),
    ...(repairCounts && { repairCounts: sortKeys(repairCounts) }),
  };
  const keys = Object.keys(NoticeRecord.shape) as (keyof NoticeRecord)[];
  return Object.fromEntries(
    keys.flatMap((key) => (ordered[key] === undefined ? [] : [[key, ordered[key]]])),
  ) as NoticeRecord;
}

/** What stands in the file of a record: its one form, without the text’s content. */
export function formatRecord(record: NoticeRecord): string {
  const { content: _content, ...text } = record.text;
  return `${JSON.stringify(orderRecord({ ...record, text }), null, 2)}\n`;
}

/** Adds a place to those where the notice is known, best first. What is known of a place stays unless its text changed. */
export function mergeSources(
  known: readonly NoticeSource[],
  found: NoticeSource,
  textChanged: boolean,
  rank: (source: NoticeSource) => number,
): NoticeSource[] {
  const isSame = (source: NoticeSource) =>
    found.url === null ? source.sha256 === found.sha256 : source.url === found.url;
  const before = known.find(isSame);
  const kept = known.filter((source) => source !== before && !(source.url === null && source.sha256 === found.sha256));
  const now: NoticeSource = !before
    ? found
    : textChanged
      ? { ...found, publisher: found.publisher ?? before.publisher, status: 'changed' }
      : {
          ...before,
          publisher: before.publisher ?? found.publisher,
          status: before.status === 'gone' ? 'live' : before.status,
        };
  const place = before ? known.indexOf(before) : kept.length;
  return [...kept.slice(0, place), now, ...kept.slice(place)]
    .map((source, index) => ({ source, index }))
    .sort((a, b) => rank(a.source) - rank(b.source) || a.index - b.index)
    .map(({ source }) => source);
}

/** The text that a record begins with, where its page never changed. */
const firstVersion = ({ text, sources }: NoticeRecord): TextVersion => ({
  sha256: text.sha256,
  since: sources[0]?.retrievedAt ?? new Date(0).toISOString(),
  url: sources[0]?.url ?? null,
  changes: [],
});

/** A page that changed adds a version; a better reading of the same page replaces the latest. */
function withVersions(
  record: NoticeRecord,
  before: NoticeRecord,
  source: NoticeSource,
  pageChanged: boolean,
): NoticeRecord {
  const { sha256 } = record.text;
  if (!pageChanged || sha256 === before.text.sha256) {
    if (!before.versions) return record;
    return {
      ...record,
      versions: before.versions.map((version, index, all) =>
        index === all.length - 1 ? { ...version, sha256 } : version,
      ),
    };
  }
  const changes = diffHeadlines(before.headline, record.headline);
  const version = { sha256, since: source.retrievedAt, url: source.url, changes };
  return { ...record, versions: [...(before.versions ?? [firstVersion(before)]), version] };
}

const factsOf = ({ docType, title, enterprise, inspection, publication }: NoticeRecord): Facts => ({
  docType,
  title,
  enterprise,
  inspection,
  publication,
});

const entryOf = (record: NoticeRecord): Entry => ({
  id: record.id,
  textHash: record.text.sha256,
  chars: record.text.chars,
  urls: record.sources.flatMap(({ url }) => url ?? []),
  facts: factsOf(record),
  filled: filledFields(record),
  isSample: record.sample === true,
});

/** Texts that differ more in length are not even proposed as duplicates. */
const MIN_LENGTH_RATIO = 0.3;

/** Under what a notice is filed, so that it need not be compared with all others: its enterprise and its title. */
const subjectKeys = ({ enterprise, title }: Facts): string[] => [
  ...(enterprise ? [`enterprise ${enterprise.id ?? enterprise.name}`] : []),
  ...(title ? [`title ${essence(title).slice(0, 60)}`] : []),
];

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

async function readStored(workspace: string, id: string): Promise<NoticeRecord> {
  const file = recordPath(id);
  const text = await readFile(join(workspace, file), 'utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(`${file}: not JSON (${(error as Error).message}): restore it from the repository’s history`);
  }
  const result = NoticeRecord.safeParse(value);
  if (result.success) return result.data;
  throw new InputError(problemLine(schemaProblems(result.error, value, file, 'repair or restore it')[0] as Problem));
}

/**
 * The one door for records. Reads what is stored (a broken file is a problem, its name stays taken and is never
 * overwritten), recognises a notice that is known, validates, and writes only what differs.
 */
export async function openStore(workspace: string, rankSource: RankSource = () => 0): Promise<Store> {
  const entries = new Map<string, Entry>();
  const broken = new Set<string>();
  /** Planned and not yet written. */
  const pending = new Map<string, NoticeRecord>();
  /** The last write of each id that is under way. */
  const writes = new Map<string, Promise<unknown>>();
  const byUrl = new Map<string, string[]>();
  const byText = new Map<string, string[]>();
  const bySubject = new Map<string, string[]>();
  const problems: Problem[] = [];

  function index(record: NoticeRecord): void {
    const before = entries.get(record.id);
    const entry = entryOf(record);
    for (const url of entry.urls) if (!before?.urls.includes(url)) add(byUrl, url, entry.id);
    if (before?.textHash !== entry.textHash) add(byText, entry.textHash, entry.id);
    const keysBefore = before ? subjectKeys(before.facts) : [];
    for (const key of subjectKeys(entry.facts)) if (!keysBefore.includes(key)) add(bySubject, key, entry.id);
    entries.set(entry.id, entry);
  }

  const names = await readdir(join(workspace, WORKSPACE.records)).catch((): string[] => []);
  for (const name of names.filter((each) => each.endsWith('.json') && !each.startsWith('.')).sort()) {
    const id = name.slice(0, -'.json'.length);
    const file = `${WORKSPACE.records}/${name}`;
    try {
      const record = await readStored(workspace, id);
      const other = entries.has(record.id) ? recordPath(record.id) : null;
      if (record.id === id) index(record);
      else {
        broken.add(id);
        problems.push({
          file,
          path: 'id',
          message:
            other || names.includes(`${record.id}.json`)
              ? `two records with one id: ${recordPath(record.id)} has it too`
              : 'differs from the file name',
          value: record.id,
          advice: 'give one of them its own id or remove it; the file is left out of this run',
        });
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      broken.add(id);
      const message = error.message.startsWith(`${file}: `) ? error.message.slice(file.length + 2) : error.message;
      problems.push({ file, message, advice: 'the file is left as it is and out of this run' });
    }
  }

  const sideOf = async (entry: Entry) => ({
    facts: entry.facts,
    text: await readText(workspace, entry.id, entry.textHash),
  });

  async function recognise({ record, text, source }: Reading): Promise<{ id: string | null; proposals: string[] }> {
    const mine = { facts: factsOf(record), text };
    const proposals: string[] = [];
    const sameText = (byText.get(record.text.sha256) ?? []).find(
      (id) => entries.get(id)?.textHash === record.text.sha256,
    );
    if (sameText) return { id: sameText, proposals };
    const atAddress: readonly string[] = (source.url !== null && byUrl.get(source.url)) || [];
    for (const id of atAddress) {
      const entry = entries.get(id);
      if (entry && judgeSameAddress(mine, await sideOf(entry)) === 'same') return { id, proposals };
    }
    for (const id of new Set(subjectKeys(mine.facts).flatMap((key) => bySubject.get(key) ?? []))) {
      const entry = entries.get(id);
      if (!entry || !couldBeSame(entry.facts, mine.facts)) continue;
      if (Math.min(entry.chars, text.length) < MIN_LENGTH_RATIO * Math.max(entry.chars, text.length)) continue;
      const verdict = judgeOtherAddress(mine, await sideOf(entry));
      if (verdict === 'same') return { id, proposals };
      if (verdict === 'maybe') proposals.push(id);
    }
    return { id: null, proposals };
  }

  const current = async (id: string) => pending.get(id) ?? readStored(workspace, id);

  /** From now on the record counts as stored: whoever is recognised next sees it. */
  function claim(made: Plan): Plan {
    pending.set(made.record.id, made.record);
    index(made.record);
    return made;
  }

  async function plan(reading: Reading, named?: string): Promise<Plan> {
    const { record, text, source } = reading;
    const passages = reading.passages && { passages: reading.passages };
    const { id, proposals } = named === undefined ? await recognise(reading) : { id: named, proposals: [] };
    if (id === null) {
      const fresh = {
        ...record,
        id: freeId(record, (taken) => entries.has(taken) || broken.has(taken)),
        sources: [source],
      };
      return claim({ outcome: 'new', record: orderRecord(fresh), text, ...passages, previous: null, proposals });
    }
    const previous = await current(id);
    const sameText = previous.text.sha256 === record.text.sha256;
    const isKnown = previous.sources.some((known) =>
      source.url === null ? known.sha256 === source.sha256 : known.url === source.url,
    );
    const merge = (textChanged: boolean) =>
      mergeSources(previous.sources, source, textChanged, (each) => rankSource(each, previous));
    const first = merge(false)[0];
    const isFirst = source.url === null ? first?.sha256 === source.sha256 : first?.url === source.url;
    const pageChanged = isKnown && (reading.pageChanged ?? (isFirst && !sameText));
    const sources = merge(pageChanged);
    // The facts are those of the best place; a worse copy only adds where else the notice stands.
    const facts =
      isFirst || sameText
        ? withVersions({ ...record, id, sources }, previous, source, pageChanged)
        : { ...previous, sources };
    const next = { ...facts, ...(previous.sample && { sample: previous.sample }) };
    const isSameFile = formatRecord(next) === formatRecord(previous);
    const outcome = isSameFile ? 'unchanged' : !isKnown ? 'added' : pageChanged ? 'changed' : 'reread';
    const isRead = isFirst || sameText;
    return claim({ outcome, record: next, text: isRead ? text : null, ...(isRead && passages), previous, proposals });
  }

  async function write({ record, text, passages }: Plan): Promise<boolean> {
    const data = formatRecord(record);
    if (broken.has(record.id))
      throw new InputError(`${recordPath(record.id)}: holds a broken record: repair or remove it first`);
    if (text !== null) await saveText(workspace, record.id, record.text.sha256, text);
    if (passages) await savePassages(workspace, record.id, record.text.sha256, passages);
    const wrote = await writeIfChanged(join(workspace, recordPath(record.id)), data);
    if (pending.get(record.id) === record) pending.delete(record.id);
    return wrote;
  }

  function commit(made: Plan): Promise<boolean> {
    const before = writes.get(made.record.id) ?? Promise.resolve();
    const mine = before.then(
      () => write(made),
      () => write(made),
    );
    writes.set(made.record.id, mine);
    return mine.finally(() => {
      if (writes.get(made.record.id) === mine) writes.delete(made.record.id);
    });
  }

  async function setSourceStatus(id: string, url: string, status: NoticeSource['status']): Promise<boolean> {
    const record = await current(id);
    const sources = record.sources.map((source) => (source.url === url ? { ...source, status } : source));
    return commit(
      claim({ outcome: 'reread', record: { ...record, sources }, text: null, previous: record, proposals: [] }),
    );
  }

  return {
    problems,
    entries: () => entries.values(),
    idsByUrl: (url) => byUrl.get(url) ?? [],
    has: (id) => entries.has(id) || broken.has(id),
    read: current,
    plan,
    abandon: ({ record, previous }) => {
      pending.delete(record.id);
      if (previous) index(previous);
    },
    commit,
    setSourceStatus,
  };
}
