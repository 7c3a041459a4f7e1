import { type NoticeRecord, valueAt } from '../model/index.ts';
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

/** A fact that the text states, by its field of the codebook; evidence of objects and totals is that of what they name. */
function statedFact(record: NoticeRecord, path: string): { path: string; value: unknown } {
  if (path === 'enterprise') return { path: 'enterprise.name', value: record.enterprise?.name };
  if (path === 'inspection.round') return { path: 'inspection.round.text', value: record.inspection.round?.text };
  const [root = '', key = ''] = path.split('.');
  const value = valueAt(record, path);
  if (root === 'headline') return { path: root, value: { [key]: value } };
  if (root === 'units') return { path: 'units[].name', value: record.units[Number(key)]?.name };
  return { path: path.replace(/\.\d+$/, ''), value };
}

const FIGURE_FIELDS = ['value', 'unit', 'category', 'scope', 'approx', 'min', 'section'] as const;

/** The fields of a record that a sentence of its text states, each with its value and the span. */
function* statedFields(record: NoticeRecord): Generator<{ path: string; value: unknown; span: Span }> {
  for (const [path, span] of Object.entries(record.evidence)) yield { ...statedFact(record, path), span };
  // that a figure is not approximate, no sentence states
  for (const figure of record.figures)
    for (const key of FIGURE_FIELDS)
      if (figure[key] !== false) yield { path: `figures[].${key}`, value: figure[key], span: figure };
  for (const { status, statusEvidence: span } of flattenOutline(record.outline))
    if (span) yield { path: 'outline[].status', value: status, span };
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
    if (!isStated(value) || into.get(path)?.sentence) continue;
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
