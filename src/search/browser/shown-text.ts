import type { Span } from './evaluate.ts';

/** The words that an element shows, and where in the page each of them stands. */
export interface ShownText {
  /** Lines are apart, as they are in the index. */
  readonly text: string;
  readonly rangeOf: (span: Span) => Range;
}

/** A row is one line, its cells keep their tabs. */
const BLOCK = 'p, li, tr, h2, h3, h4, h5, h6';

/** Reads what is visible now: a repaired passage holds its other form as well, hidden. */
export function shownText(root: Element): ShownText {
  const nodes: Text[] = [];
  const starts: number[] = [];
  let text = '';
  let block: Element | null = null;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent?.checkVisibility()) continue;
    const around = parent.closest(BLOCK);
    if (around !== block && text !== '') text += '\n';
    block = around;
    nodes.push(node as Text);
    starts.push(text.length);
    text += (node as Text).data;
  }
  const place = (offset: number): [Text, number] => {
    let low = 0;
    for (let high = starts.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return [nodes[low] as Text, offset - (starts[low] as number)];
  };
  return {
    text,
    rangeOf({ start, end }) {
      const range = document.createRange();
      range.setStart(...place(start));
      const [last, offset] = place(end - 1);
      range.setEnd(last, offset + 1);
      return range;
    },
  };
}
