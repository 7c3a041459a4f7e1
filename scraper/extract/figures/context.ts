import type { FigureCategory, Sentence } from '../../../src/model/index.ts';
import type { Quantity } from '../../quantities.ts';
import { isOneOf, type Signs, signsOf } from '../../sticky.ts';

/** A quantity with the words around it, as the rules see it. Offsets are those of the text. */
export interface QuantityContext {
  readonly quantity: Quantity;
  readonly sentence: Sentence;
  /** The whole sentence, with the end mark. */
  readonly words: string;
  /** The sentence up to the quantity, at most 60 characters. */
  readonly before: string;
  /** The clause up to the quantity: since the last ，；：or the quantity before it; without the space before the quantity. */
  readonly clauseBefore: string;
  /** The whole clause up to the quantity, whatever numbers stand in it, at most 60 characters. */
  readonly clause: string;
  /** The rest of the sentence, at most 40 characters. */
  readonly after: string;
  /** The rest of the clause: up to the next ，；： or quantity; without the space after the quantity. */
  readonly clauseAfter: string;
  /** Where `clauseBefore` ends and `clauseAfter` begins. */
  readonly edges: { readonly before: number; readonly after: number };
  /** Where the next quantity of the sentence starts. */
  readonly next: number;
  /** The outline path of the place. */
  readonly section: string;
}

/** What a rule makes of a quantity: its category, and how far its words reach to both sides. */
export interface Reading {
  readonly category: FigureCategory;
  readonly start: number;
  readonly end: number;
}

const CLAUSE_MARKS = signsOf('，,；;：:。、！!？?\t');

const LONGEST_BEFORE = 60;
const LONGEST_AFTER = 40;

/** The contexts of all quantities, in the order of the text; linear in their number. */
export function contextsOf(
  text: string,
  quantities: readonly Quantity[],
  sentences: readonly Sentence[],
  sectionOf: (offset: number) => string,
): QuantityContext[] {
  const contexts: QuantityContext[] = [];
  let at = 0;
  quantities.forEach((quantity, index) => {
    while (at < sentences.length - 1 && (sentences[at]?.end ?? 0) <= quantity.start) at++;
    const sentence = sentences[at];
    if (!sentence || quantity.start < sentence.start) return;
    const previousEnd = Math.max(sentence.start, quantities[index - 1]?.end ?? 0);
    const nextStart = Math.min(sentence.end, quantities[index + 1]?.start ?? sentence.end);
    const reach = quantity.start - LONGEST_BEFORE;
    const beforeStart = Math.max(sentence.start, reach);
    const clauseFrom = clauseStart(text, beforeStart, quantity.start);
    const edges = {
      before: quantity.start - (text[quantity.start - 1] === ' ' ? 1 : 0),
      after: quantity.end + (text[quantity.end] === ' ' ? 1 : 0),
    };
    contexts.push({
      quantity,
      sentence,
      words: text.slice(sentence.start, Math.min(sentence.end, sentence.start + 600)),
      before: text.slice(beforeStart, quantity.start),
      clause: text.slice(clauseFrom, quantity.start),
      clauseBefore: withItsSum(text, Math.max(previousEnd, reach), clauseFrom, edges.before),
      after: text.slice(quantity.end, Math.min(sentence.end, quantity.end + LONGEST_AFTER)),
      clauseAfter: text.slice(
        edges.after,
        clauseEnd(text, edges.after, Math.min(nextStart, quantity.end + LONGEST_AFTER)),
      ),
      edges,
      next: nextStart,
      section: sectionOf(quantity.start),
    });
  });
  return contexts;
}

const MARKS = signsOf('，,；;：:。！？\t');

/** Where the clause begins that ends at `to`, not before `from`; 、 joins (追责、问责12人), so it does not end a clause here. */
export function clauseStart(text: string, from: number, to: number, marks: Signs = MARKS): number {
  let at = to;
  while (at > from && !isOneOf(marks, text, at - 1)) at--;
  return at;
}

const ONLY_SUM: ReadonlySet<string> = new Set(['共', '共计', '合计', '总计']);
const LONGEST_SUM = 2;

/** The clause before a quantity, not before `from`; where it only says that the sum follows (逐一拟定措施，共86条), with the one before it. */
function withItsSum(text: string, from: number, clauseFrom: number, to: number): string {
  const start = Math.max(from, clauseFrom);
  const isSum = to - start <= LONGEST_SUM && ONLY_SUM.has(text.slice(start, to));
  return text.slice(
    isSum && start > from && /[，,]/u.test(text.charAt(start - 1)) ? clauseStart(text, from, start - 1) : start,
    to,
  );
}

function clauseEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && !isOneOf(CLAUSE_MARKS, text, at)) at++;
  return at;
}
