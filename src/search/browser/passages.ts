import { type Sentence, sentenceAt, splitSentences } from '../../model/sentences.ts';
import type { PackedNotice } from '../packed-notice.ts';
import { nearPlaces, placesOf, type Span } from './evaluate.ts';
import type { Query } from './query.ts';

/** Where in a notice a hit stands. record: the text is not at hand, these are words that the record quotes. */
export type Zone = 'text' | 'table' | 'heading' | 'title' | 'record';

/** One hit with what stands around it. */
export interface Passage {
  readonly text: string;
  /** Hits within `text`. */
  readonly marks: readonly Span[];
  readonly zone: Zone;
  /** Index of its sentence in `splitSentences` of the clean text; null outside it. */
  readonly sentence: number | null;
  /** Where the first hit of the passage begins in the searched text. */
  readonly at: number;
  readonly cut: { readonly before: boolean; readonly after: boolean };
}

export interface PassageOptions {
  /** Characters shown on either side of a hit. */
  readonly context: number;
  readonly limit: number;
  /** Whether hits whose surroundings overlap are shown as one passage. */
  readonly join: boolean;
}

/** All places in a folded text that a question wants to see, ascending, none inside another. */
export function wantedPlaces(query: Query, folded: string): Span[] {
  return tidy(collect(query, folded));
}

function collect(query: Query, folded: string): Span[] {
  switch (query.kind) {
    case 'phrase':
      return placesOf(folded, query.text);
    case 'near':
      return nearPlaces(folded, query.first.text, query.second.text, query.distance);
    case 'and':
    case 'or':
      return query.parts.flatMap((part) => collect(part, folded));
    case 'field':
    case 'not':
      return [];
  }
}

function tidy(spans: Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last && span.start < last.end) {
      if (span.end > last.end) kept[kept.length - 1] = { start: last.start, end: span.end };
    } else kept.push(span);
  }
  return kept;
}

/** Passages around the places of a notice; a passage stays within its line. */
export function passagesOf(notice: PackedNotice, places: readonly Span[], options: PassageOptions): Passage[] {
  const passages: Passage[] = [];
  let sentences: Sentence[] | null = null;
  for (let i = 0; i < places.length && passages.length < options.limit; i++) {
    const marks = [places[i] as Span];
    const line = lineAround(notice.text, (marks[0] as Span).start);
    let end = Math.min(line.end, (marks[0] as Span).end + options.context);
    while (options.join && i + 1 < places.length && (places[i + 1] as Span).start < end) {
      marks.push(places[++i] as Span);
      end = Math.min(line.end, (marks.at(-1) as Span).end + options.context);
    }
    const at = (marks[0] as Span).start;
    const start = Math.max(line.start, at - options.context);
    // what follows the last place does not change the sentences before it
    sentences ??= splitSentences(notice.text.slice(0, Math.min(notice.body, (places.at(-1) as Span).end)));
    passages.push({
      text: notice.text.slice(start, end).replaceAll('\t', ' '),
      marks: marks.map((mark) => ({ start: mark.start - start, end: Math.min(mark.end, end) - start })),
      zone: zoneOf(notice, at, line),
      sentence: at < notice.body ? Math.max(0, sentenceAt(sentences, at)) : null,
      at,
      cut: { before: start > line.start, after: end < line.end },
    });
  }
  return passages;
}

/** How a notice begins, for a question that no place answers. */
export function openingOf(notice: PackedNotice, length: number): string {
  const body = notice.text.startsWith(notice.title) ? notice.text.slice(notice.title.length) : notice.text;
  return body.trim().slice(0, length).replace(/\s+/g, ' ');
}

function lineAround(text: string, at: number): Span {
  const end = text.indexOf('\n', at);
  return { start: text.lastIndexOf('\n', at - 1) + 1, end: end < 0 ? text.length : end };
}

function zoneOf({ text, body, headings, title }: PackedNotice, at: number, line: Span): Zone {
  if (body === 0) return 'record';
  if (at >= body || text.slice(line.start, line.end) === title) return 'title';
  if (headings.includes(line.start)) return 'heading';
  return text.slice(line.start, line.end).includes('\t') ? 'table' : 'text';
}
