import { escapeHtml, type Html } from '../html.ts';
import {
  isNumberCell,
  type NoticeRecord,
  type OutlineNode,
  type Passages,
  type Sentence,
  sentenceAnchor,
  splitSentences,
  type TableCell,
} from '../model/index.ts';
import { evidenceAnchor, figureAnchor, nodeAnchor } from '../urls.ts';
import { lastingAnchors } from './lasting.ts';
import { flattenOutline } from './summary.ts';
import { type Row, tableRows } from './text-tables.ts';

/** A stretch of the text that something points to. */
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly id: string;
  readonly kind: 'fig' | 'fact';
}

/** A heading longer than this runs on into its paragraph and is set as one. */
const MAX_HEADING = 60;

/**
 * The clean text as paragraphs and tables of sentences (`s-001` …, and an anchor that outlasts another reading) in which
 * every figure (`f-1` …) and every fact with evidence (`e-…`) is marked and every node of the outline (`o-1` …) has its
 * anchor. Overlapping marks are cut into pieces that name all they belong to; the id stands on the first piece. A
 * repaired passage carries both of its forms.
 */
export function renderText(text: string, record: NoticeRecord, passages: Passages = []): Html {
  const pen = penFor(text, record, passages);
  const rows = tableRows(text);
  const sentences = splitSentences(text).map((sentence, index) => ({ ...sentence, anchor: sentenceAnchor(index) }));
  const paragraphs = Map.groupBy(sentences, ({ paragraph }) => paragraph);
  const out = Array.from(paragraphs, ([number, members]) => {
    const row = rows.get(number);
    return row ? renderRow(members, row, text, pen) : renderParagraph(members, text, pen);
  });
  return { html: out.join('') };
}

interface Numbered extends Sentence {
  readonly anchor: string;
}

/** Writes stretches of one text, asked for in its order. */
interface Pen {
  /** The node of the outline that comes next. */
  readonly nextNode: () => OutlineNode | undefined;
  /** The anchors of the nodes that begin before the end of a sentence. */
  readonly nodes: (sentence: Sentence) => string;
  /** The anchor of a sentence that outlasts another reading. */
  readonly own: (sentence: Sentence) => string;
  readonly words: Words;
}

function penFor(text: string, record: NoticeRecord, passages: Passages): Pen {
  const words = repairedWords(text, passages);
  const lasting = lastingAnchors();
  const marks = collectMarks(record, text.length);
  const nodes = anchoredNodes(record.outline);
  let mark = 0;
  let node = 0;
  return {
    nextNode: () => nodes[node]?.node,
    nodes({ end }) {
      let anchors = '';
      while ((nodes[node]?.node.start ?? Number.POSITIVE_INFINITY) < end)
        anchors += `<a id="${nodes[node++]?.anchor}"></a>`;
      return anchors;
    },
    own: ({ start, end }) => `<a id="${lasting(text.slice(start, end))}"></a>`,
    words(start, end) {
      while ((marks[mark]?.end ?? Number.POSITIVE_INFINITY) <= start) mark++;
      return renderSentence(words, start, end, marks, mark);
    },
  };
}

function renderParagraph(sentences: readonly Numbered[], text: string, pen: Pen): string {
  const [first] = sentences;
  if (!first) return '';
  const { tag, attributes } = startParagraph(text, first, pen.nextNode());
  const inner = sentences.map(
    (sentence) =>
      `${pen.nodes(sentence)}<span class="s" id="${sentence.anchor}">${pen.own(sentence)}${pen.words(sentence.start, sentence.end)}</span>`,
  );
  return `<${tag}${attributes}>${inner.join('')}</${tag}>`;
}

const TABLE_START = '<div class="scroll" tabindex="0" role="region" aria-label="表格"><table><tbody>';
const TABLE_END = '</tbody></table></div>';

/**
 * A row of one sentence is that sentence; of several, each begins in its cell. The tabs between the cells stay: who
 * copies or searches meets them.
 */
function renderRow(sentences: readonly Numbered[], row: Row, text: string, pen: Pen): string {
  const [whole] = sentences.length === 1 ? sentences : [];
  const piece = (sentence: Numbered, { start, end }: TableCell): string => {
    const from = Math.max(sentence.start, start);
    const to = Math.min(sentence.end, end);
    if (from >= to) return '';
    if (from > sentence.start) return pen.words(from, to);
    const inner = pen.nodes(sentence) + pen.own(sentence) + pen.words(from, to);
    return whole ? inner : `<span class="s" id="${sentence.anchor}">${inner}</span>`;
  };
  const tag = row.isHead ? 'th' : 'td';
  const cells = row.cells.map((cell, index) => {
    const scope = row.isHead ? ' scope="col"' : '';
    const span = index === 0 && row.span > 1 ? ` colspan="${row.span}"` : '';
    const kind = isNumberCell(text.slice(cell.start, cell.end)) ? ' class="num"' : '';
    const tab = index < row.cells.length - 1 ? '\t' : '';
    return `<${tag}${scope}${span}${kind}>${sentences.map((sentence) => piece(sentence, cell)).join('')}${tab}</${tag}>`;
  });
  const own = whole ? ` class="s" id="${whole.anchor}"` : '';
  return `${row.isFirst ? TABLE_START : ''}<tr${own}>${cells.join('')}</tr>${row.isLast ? TABLE_END : ''}`;
}

interface Paragraph {
  readonly tag: string;
  readonly attributes: string;
}

function startParagraph(text: string, { start, paragraph }: Sentence, node: OutlineNode | undefined): Paragraph {
  const newline = text.indexOf('\n', start);
  const length = (newline < 0 ? text.length : newline) - start;
  if (paragraph === 0 && length <= MAX_HEADING) return { tag: 'p', attributes: ' class="text-title"' };
  const begins = node !== undefined && node.start >= start && node.start < start + 4;
  if (!begins || node.kind === 'inline') return { tag: 'p', attributes: '' };
  if (node.kind === 'heading' && length <= MAX_HEADING) return { tag: node.level === 1 ? 'h3' : 'h4', attributes: '' };
  return { tag: 'p', attributes: ' class="text-item"' };
}

/** Nodes in the order of the text, with the anchors of their depth-first order. */
const anchoredNodes = (outline: readonly OutlineNode[]): { node: OutlineNode; anchor: string }[] =>
  flattenOutline(outline)
    .map((node, i) => ({ node, anchor: nodeAnchor(i) }))
    .sort((a, b) => a.node.start - b.node.start);

function collectMarks(record: NoticeRecord, length: number): Mark[] {
  const figures = record.figures.map(({ start, end }, i): Mark => ({ start, end, id: figureAnchor(i), kind: 'fig' }));
  const facts = Object.entries(record.evidence).map(
    ([path, { start, end }]): Mark => ({ start, end, id: evidenceAnchor(path), kind: 'fact' }),
  );
  return [...figures, ...facts]
    .filter((m) => m.start < m.end && m.end <= length)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** One sentence, cut at every border of a mark. `from` is the first mark that may reach into it. */
function renderSentence(words: Words, start: number, end: number, marks: readonly Mark[], from: number): string {
  const here: Mark[] = [];
  for (let i = from; i < marks.length && (marks[i]?.start ?? end) < end; i++) {
    const mark = marks[i];
    if (mark && mark.end > start) here.push(mark);
  }
  if (here.length === 0) return words(start, end);
  const cuts = new Set([start, end]);
  for (const mark of here) {
    cuts.add(Math.max(start, mark.start));
    cuts.add(Math.min(end, mark.end));
  }
  const borders = [...cuts].sort((a, b) => a - b);
  let out = '';
  for (let i = 0; i + 1 < borders.length; i++) {
    const a = borders[i] ?? start;
    const b = borders[i + 1] ?? end;
    out += renderPiece(
      words(a, b),
      here.filter((mark) => mark.start <= a && mark.end >= b),
      a,
    );
  }
  return out;
}

function renderPiece(inner: string, marks: readonly Mark[], start: number): string {
  if (marks.length === 0) return inner;
  const [first, ...more] = marks.filter((mark) => mark.start === start);
  const kind = marks.some((mark) => mark.kind === 'fig') ? 'fig' : 'fact';
  const anchors = more.map((mark) => `<a id="${mark.id}"></a>`).join('');
  const id = first ? ` id="${first.id}"` : '';
  return `<mark class="${kind}"${id} data-m="${marks.map((mark) => mark.id).join(' ')}">${anchors}${inner}</mark>`;
}

/** The HTML of a stretch of the text. Stretches are asked for in the order of the text. */
type Words = (from: number, to: number) => string;

/**
 * Plain words, and repaired ones with the form that the page had beside them. What stands character for character may
 * be cut anywhere; of any other passage the original form stands whole with its beginning.
 */
function repairedWords(text: string, passages: Passages): Words {
  let next = 0;
  return (from, to) => {
    let out = '';
    let told = from;
    for (; next < passages.length; next++) {
      const [start, length, original] = passages[next] ?? [0, 0, ''];
      const [first, last] = [Math.max(start, from), Math.min(start + length, to)];
      if (start >= to) break;
      if (last > first) {
        const was = original.length === length ? original.slice(first - start, last - start) : original;
        out += escapeHtml(text.slice(told, first));
        out += `<span class="repaired"><ins>${escapeHtml(text.slice(first, last))}</ins><del>${
          original.length === length || first === start ? escapeHtml(was) : ''
        }</del></span>`;
        told = last;
      }
      if (start + length > to) break;
    }
    return out + escapeHtml(text.slice(told, to));
  };
}
