import type { NoticeRecord } from '../model/index.ts';
import { once } from '../views/once.ts';
import { flattenOutline } from '../views/summary.ts';
import { type DictionaryEntry, dictionary } from './dictionary.ts';
import { FIELD_WORDS, type Words } from './words.ts';

/** A field of the record for readers: what it is called and what it means, in both languages. */
export interface CodebookEntry {
  /** Path, with [] for the members of a list and * for any key. */
  readonly path: string;
  readonly type: string;
  readonly required: boolean;
  readonly title: Words;
  readonly description: Words;
}

const entryOf = ({ path, type, required, title, description }: DictionaryEntry): CodebookEntry => {
  const words = FIELD_WORDS[path];
  return {
    path,
    type,
    required,
    title: { zh: title, en: words?.en ?? path },
    description: { zh: words?.zh ?? '', en: description },
  };
};

/** Every field of the record in the order of the schema. */
export const codebook = once((): readonly CodebookEntry[] => dictionary().map(entryOf));

const byPath = once((): ReadonlyMap<string, CodebookEntry> => new Map(codebook().map((entry) => [entry.path, entry])));

/** What the model says of a field. Throws where there is none: a table must not describe what does not exist. */
export function fieldOf(path: string): CodebookEntry {
  const entry = byPath().get(path);
  if (!entry) throw new Error(`no field "${path}" in the record`);
  return entry;
}

/** A real value of a field with the sentence that states it. */
export interface Example {
  readonly notice: string;
  /** The value as JSON, at most 80 characters. */
  readonly value: string;
  /**
   * The words that it was read from, in their sentence where the text is at hand, at most 80 characters; null for what
   * no text states (ids, hashes, addresses).
   */
  readonly sentence: string | null;
}

/** The longest sentence shown: what may be quoted. */
const MAX_SENTENCE = 80;

type Span = { readonly start: number; readonly end: number; readonly quote: string };

/** The sentence around a quote, shortened at its ends so that the quote stays whole; the quote where there is no text. */
export function sentenceAround(text: string | null, { start, end, quote }: Span): string {
  if (text === null || text.slice(start, end) !== quote) return quote;
  const before = Math.max(...['。', '；', '！', '？', '\n'].map((mark) => text.lastIndexOf(mark, start - 1) + 1));
  const after = ['。', '；', '！', '？', '\n'].map((mark) => text.indexOf(mark, end)).filter((at) => at >= 0);
  const stop = Math.min(text.length, ...after.map((at) => (text[at] === '\n' ? at : at + 1)));
  if (stop - before <= MAX_SENTENCE) return text.slice(before, stop).trim();
  const spare = MAX_SENTENCE - quote.length - 2;
  if (spare <= 0) return quote;
  const from = Math.max(before, start - Math.ceil(spare / 2));
  const to = Math.min(stop, from + MAX_SENTENCE - 2);
  return `${from > before ? '…' : ''}${text.slice(from, to).trim()}${to < stop ? '…' : ''}`;
}

/** Scalar facts whose evidence has their own path. */
const SCALARS = [
  'docType',
  'title',
  'enterprise',
  'inspection.level',
  'inspection.groupCount',
  'inspection.unitCount',
  'inspection.round',
  'inspection.start',
  'inspection.end',
  'inspection.feedbackDate',
  'publication.publishedDate',
  'publication.signedDate',
  'publication.signer',
  'publication.disclosureStart',
  'publication.disclosureEnd',
  'publication.workingDays',
  'contacts.postal',
  'contacts.postcode',
  'contacts.hours',
] as const;
/** Lists whose members have evidence by index. */
const LISTS = {
  units: 'units[].name',
  'inspection.groups': 'inspection.groups',
  'inspection.types': 'inspection.types',
};

function at(record: NoticeRecord, path: string): unknown {
  let value: unknown = record;
  for (const key of path.split('.')) value = (value as Record<string, unknown> | null)?.[key];
  return value;
}

/** The fields of a record that a sentence of its text states, each with its value and the span. */
function* statedFields(record: NoticeRecord): Generator<{ path: string; value: unknown; span: Span }> {
  for (const path of SCALARS) {
    const span = record.evidence[path];
    const value = at(record, path);
    if (!span || value === null || value === undefined) continue;
    if (path === 'enterprise') yield { path: 'enterprise.name', value: record.enterprise?.name, span };
    else if (path === 'inspection.round')
      yield { path: 'inspection.round.text', value: record.inspection.round?.text, span };
    else yield { path, value, span };
  }
  for (const [list, path] of Object.entries(LISTS)) {
    const span = record.evidence[`${list}.0`];
    const value = at(record, `${list}.0`);
    if (span && value !== undefined) yield { path, value: list === 'units' ? record.units[0]?.name : value, span };
  }
  for (const list of ['phones', 'emails'] as const) {
    const span = record.evidence[`contacts.${list}.0`];
    if (span) yield { path: `contacts.${list}`, value: record.contacts[list][0], span };
  }
  for (const figure of record.figures) {
    yield { path: 'figures[].value', value: figure.value, span: figure };
    yield { path: 'figures[].unit', value: figure.unit, span: figure };
    yield { path: 'figures[].category', value: figure.category, span: figure };
    yield { path: 'figures[].scope', value: figure.scope, span: figure };
    if (figure.approx) yield { path: 'figures[].approx', value: true, span: figure };
    if (figure.min !== undefined) yield { path: 'figures[].min', value: figure.min, span: figure };
    if (figure.section !== '') yield { path: 'figures[].section', value: figure.section, span: figure };
  }
  for (const [category, value] of Object.entries(record.headline)) {
    const span = record.evidence[`headline.${category}`];
    if (span) yield { path: 'headline', value: { [category]: value }, span };
  }
  for (const node of flattenOutline(record.outline)) {
    const span = node.statusEvidence;
    if (span) yield { path: 'outline[].status', value: node.status, span };
  }
}

/** The first value at a path of the codebook; undefined where the record has none. */
function firstAt(value: unknown, path: readonly string[]): unknown {
  const [step, ...rest] = path;
  if (step === undefined || value === null || value === undefined) return value;
  const list = step.endsWith('[]');
  const object = value as Record<string, unknown>;
  const next = step === '*' ? Object.values(object)[0] : object[list ? step.slice(0, -2) : step];
  return firstAt(list ? (next as unknown[] | undefined)?.[0] : next, rest);
}

/** A value as JSON, cut where it is long. */
function shown(value: unknown): string {
  const json = JSON.stringify(value);
  return json.length > MAX_SENTENCE ? `${json.slice(0, MAX_SENTENCE - 1)}…` : json;
}

const isStated = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** Adds what a record shows of fields that have no example yet. */
function addExamples(into: Map<string, Example>, record: NoticeRecord, text: () => string | null): void {
  for (const { path, value, span } of statedFields(record)) {
    if (into.get(path)?.sentence) continue;
    into.set(path, { notice: record.id, value: shown(value), sentence: sentenceAround(text(), span) });
  }
  for (const { path } of codebook()) {
    if (into.has(path)) continue;
    const value = firstAt(record, path.split('.'));
    if (isStated(value)) into.set(path, { notice: record.id, value: shown(value), sentence: null });
  }
}

/** Collects one real sentence per field: that of the first notice that states it, real notices before samples. */
export function collectExamples(): {
  readonly add: (record: NoticeRecord, text: () => string | null) => void;
  readonly examples: () => ReadonlyMap<string, Example>;
} {
  const real = new Map<string, Example>();
  const samples = new Map<string, Example>();
  return {
    add: (record, text) => addExamples(record.sample ? samples : real, record, text),
    examples: () => new Map([...samples, ...real]),
  };
}
