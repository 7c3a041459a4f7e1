import {
  foldLine,
  furnitureReason,
  isBreadcrumb,
  isListHeading,
  isProse,
  isPublicationLine,
} from '../repair/page-furniture.ts';
import type { PageLine } from './lines.ts';
import { ancestors, type PageNode } from './tree.ts';

/** A line with what the choice of the text rests on. */
export interface JudgedLine extends PageLine {
  /** For matching against words of furniture. */
  folded: string;
  /** Characters of running text: what the text of a notice has and a menu has not. 0 for furniture. */
  mass: number;
  furniture: boolean;
  publication: boolean;
}

/** Where the text of a page stands: the element that holds it and the lines of it, in reading order. */
export interface MainPart {
  container: PageNode;
  first: number;
  last: number;
}

/**
 * Names that templates give to what surrounds a text. Weak hints: they lower the weight of a line, never exclude it,
 * since many a template calls its text “news-list-right” or “article-footer”.
 */
const SURROUNDING =
  /(?:^|[-_\s])(?:comments?|replys?|respond|foot(?:er)?|bottom|copyright|nav(?:bar|igation)?|menu|side(?:bar|nav)?|aside|relat(?:ed|ive)\w*|recommend\w*|tuijian|hot\w*|rank\w*|paihang|share\w*|bdshare\w*|toolbar|tools?|crumbs?|breadcrumbs?|position|location|login|search\w*|banner|advert\w*|ads?|gg|links?|friendlink\w*|yqlj|pager|pagination|prev|next|context|vote|digg|tags?|disclaimer|statement|cookie\w*|popup|modal|dialog|qrcode|ewm|float\w*|xgxw|xgyd|xglj|about-?us|profile|widget)(?:$|[-_\s\d])/i;
const SURROUNDING_TAGS = new Set(['nav', 'footer', 'aside', 'menu', 'figcaption', 'dialog']);
/** Names of the box that holds the text; weak as well. */
const HOLDING =
  /(?:^|[-_\s])(?:articles?|art(?:icle)?-?(?:con|content|body|text|main)\w*|content\w*|con|conts?|contxt|entry-content|post-?(?:content|body)|detail\w*|news_?(?:con|content|text|body|detail)\w*|v_news_content|vsb_content\w*|trs_\w+|trs-\w+|zoom|ozoom|js_content|rich_media_content|founder-content|enpcontent|text|txt|zw|zhengwen|nr|neirong|main-?text|article_content|uc_content|fontzoom|cas_content|pages_content|view)(?:$|[-_\s\d])/i;

const nameOf = ({ attributes }: PageNode): string => `${attributes['id'] ?? ''} ${attributes['class'] ?? ''}`;

function weightOf(node: PageNode, known: Map<PageNode, number>): number {
  const before = known.get(node);
  if (before !== undefined) return before;
  const above = node.parent ? weightOf(node.parent, known) : 1;
  const surrounding = SURROUNDING_TAGS.has(node.name) || SURROUNDING.test(nameOf(node));
  const holding = HOLDING.test(nameOf(node));
  const weight = holding ? Math.max(above, 0.6) : surrounding ? above * 0.25 : above;
  known.set(node, weight);
  return weight;
}

const LINK_SHARE = 0.5;
const NUMBERED =
  /^(?:第?[一二三四五六七八九十]{1,3}(?:部分)?[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])/;

/** How much running text a line holds. Menus and lists of titles have links or no punctuation. */
function massOf(line: PageLine, folded: string, furniture: boolean): number {
  const length = line.text.length;
  if (furniture || line.linked > length * LINK_SHARE) return 0;
  const own = length - line.linked;
  if (line.row) return own;
  if (isProse(folded)) return own;
  if (/[，,、：:]/.test(folded) && length >= 15) return own * 0.5;
  return NUMBERED.test(line.text) && length >= 6 ? own * 0.3 : 0;
}

export function judgeLines(lines: readonly PageLine[]): JudgedLine[] {
  const known = new Map<PageNode, number>();
  return lines.map((line) => {
    const folded = foldLine(line.text);
    const furniture =
      furnitureReason(folded) !== null ||
      isListHeading(folded) ||
      (line.linked > 0 && folded.length <= 120 && isBreadcrumb(folded));
    const weight = weightOf(line.block, known) * (line.hidden ? 0.05 : 1);
    return {
      ...line,
      folded,
      furniture,
      publication: isPublicationLine(folded),
      mass: massOf(line, folded, furniture) * weight,
    };
  });
}

/** A box that holds nearly all running text of a wider one is the better guess; below this share the wider one keeps it. */
const SHARE = 0.8;

/** Goes down from the page to the smallest box that still holds most of the running text. */
function findContainer(root: PageNode, lines: readonly JudgedLine[]): PageNode {
  const mass = new Map<PageNode, number>();
  const count = new Map<PageNode, number>();
  for (const line of lines) {
    if (line.mass === 0) continue;
    for (const node of ancestors(line.block)) {
      mass.set(node, (mass.get(node) ?? 0) + line.mass);
      count.set(node, (count.get(node) ?? 0) + 1);
    }
  }
  let at = root;
  for (;;) {
    let best: PageNode | null = null;
    for (const child of at.children) if ((mass.get(child) ?? 0) > (best ? (mass.get(best) ?? 0) : 0)) best = child;
    if (!best || (mass.get(best) ?? 0) < SHARE * (mass.get(at) ?? 0)) return at;
    // A single long paragraph is no container: signature and headings stand beside it.
    if (
      best.name === 'p' ||
      best.name === 'li' ||
      (count.get(best) === 1 && lines.some(({ block, row }) => block === best && (row || best.children.length > 0)))
    )
      return at;
    at = best;
  }
}

const isInside = (node: PageNode, container: PageNode): boolean => {
  for (const above of ancestors(node)) if (above === container) return true;
  return false;
};

/** A line that may continue a text beyond its box: running text, a table row, a signature; no link, no furniture. */
const belongs = (line: JudgedLine): boolean =>
  !line.furniture && !line.publication && !line.hidden && line.linked <= line.text.length * LINK_SHARE && line.mass > 0;

/** The page's text: the box found, with the lines right before and after it that continue it. Null where nothing on the page is running text. */
export function findMain(root: PageNode, lines: readonly JudgedLine[]): MainPart | null {
  if (!lines.some(({ mass }) => mass > 0)) return null;
  const container = findContainer(root, lines);
  const inside = lines.flatMap((line, i) => (isInside(line.block, container) ? [i] : []));
  let first = inside[0];
  let last = inside.at(-1);
  if (first === undefined || last === undefined) return null;
  while (first > 0 && belongs(lines[first - 1] as JudgedLine)) first--;
  while (last + 1 < lines.length && belongs(lines[last + 1] as JudgedLine)) last++;
  return { container, first, last };
}
