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
    const before = text.slice(Math.max(sentence.start, quantity.start - 60), quantity.start);
    const after = text.slice(quantity.end, Math.min(sentence.end, quantity.end + 40));
    const edges = {
      before: quantity.start - (text[quantity.start - 1] === ' ' ? 1 : 0),
      after: quantity.end + (text[quantity.end] === ' ' ? 1 : 0),
    };
    contexts.push({
      quantity,
      sentence,
      words: text.slice(sentence.start, Math.min(sentence.end, sentence.start + 600)),
      before,
      clauseBefore: withItsSum(text.slice(Math.max(previousEnd, quantity.start - 60), edges.before)),
      after,
      clauseAfter: firstClause(text.slice(edges.after, Math.min(nextStart, quantity.end + 40))),
      edges,
      next: nextStart,
      section: sectionOf(quantity.start),
    });
  });
  return contexts;
}

const MARKS = signsOf('，,；;：:。！？\t');

/** The part after the last clause mark; 、 joins (追责、问责12人), so it does not end a clause here. */
export function lastClause(words: string, marks: Signs = MARKS): string {
  let at = words.length;
  while (at > 0 && !isOneOf(marks, words, at - 1)) at--;
  return words.slice(at);
}

const ONLY_SUM: ReadonlySet<string> = new Set(['共', '共计', '合计', '总计']);

/** The last clause; where it only says that the sum follows (逐一拟定措施，共86条), with the one before it. */
function withItsSum(words: string): string {
  const clause = lastClause(words);
  const mark = words.length - clause.length - 1;
  return clause.length <= 2 && ONLY_SUM.has(clause) && /[，,]/u.test(words.charAt(mark))
    ? words.slice(mark - lastClause(words.slice(0, mark)).length)
    : clause;
}

function firstClause(words: string): string {
  let end = 0;
  while (end < words.length && !isOneOf(CLAUSE_MARKS, words, end)) end++;
  return words.slice(0, end);
}
