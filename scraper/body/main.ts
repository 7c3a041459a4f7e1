import {
  foldLine,
  furnitureReason,
  isBreadcrumb,
  isListHeading,
  isProse,
  isPublicationLine,
  signatureEnd,
} from '../repair/page-furniture.ts';
import type { PageLine } from './lines.ts';
import { ancestors, BLOCKS, type PageNode } from './tree.ts';

/** A line with what the choice of the text rests on. */
export interface JudgedLine extends PageLine {
  /** For matching against words of furniture. */
  folded: string;
  /** Characters of running text: what the text of a notice has and a menu has not. 0 for furniture. */
  mass: number;
  furniture: boolean;
  publication: boolean;
  /** Hidden, and shown elsewhere. */
  copy: boolean;
  /** Running text: a sentence, or a line too long for a heading. */
  prose: boolean;
}

/** Where the text of a page stands: the lines from `first` to `last`, in the element `container`. */
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
  /(?:^|[-_\s])(?:comments?|replys?|respond|foot(?:er)?|bottom|copyright|nav(?:bar|igation)?|menu|side(?:bar|nav)?|aside|relat(?:ed|ive)\w*|recommend\w*|tuijian|hot\w*|rank\w*|paihang|share\w*|bdshare\w*|toolbar|tools?|crumbs?|breadcrumbs?|position|location|login|search\w*|banner|advert\w*|ads?|gg|links?|friendlink\w*|yqlj|pager|pagination|prev|next|vote|digg|tags?|disclaimer|cookie\w*|popup|modal|dialog|qrcode|ewm|float\w*|xgxw|xgyd|xglj|about-?us|mega\w*|dropdown\w*)(?:$|[-_\s\d])/i;
const SURROUNDING_TAGS = new Set(['nav', 'footer', 'aside', 'menu', 'dialog']);
/** Of these a whole box inside the text is dropped, if it holds little of it. */
const INSERTED =
  /(?:^|[-_\s])(?:comments?|respond|jp-relatedposts|relatedposts?|related|recommend\w*|tuijian|sharedaddy|share|bdshare\w*|social\w*|ads?|advert\w*|adbox|gg|guanggao|vote|digg|newdigg|pager|pagination|prev|next|copyright|qrcode|ewm|erweima|summary|abstract|intro|lead|digest|zhaiyao|daodu|caption|toc|author-box|article-editor|editor-name|print-?(?:btn|tool)|toolbar|article-tool)(?:$|[-_\s\d])/i;
const INSERTED_TAGS = new Set(['nav', 'footer', 'aside', 'figcaption', 'dialog']);
/** Names of the box that holds the text; weak as well. */
const HOLDING =
  /(?:^|[-_\s])(?:articles?|art(?:icle)?-?(?:con|content|body|text|main)\w*|content\w*|con|conts?|contxt|entry-content|post-?(?:content|body)|detail\w*|news_?(?:con|content|text|body|detail)\w*|v_news_content|vsb_content\w*|trs_\w+|trs-\w+|zoom|ozoom|js_content|rich_media_content|founder-content|enpcontent|text|txt|zw|zhengwen|nr|neirong|main-?text|article_content|uc_content|fontzoom|cas_content|pages_content|view)(?:$|[-_\s\d])/i;

const nameOf = ({ attributes }: PageNode): string => `${attributes['id'] ?? ''} ${attributes['class'] ?? ''}`;

function weightOf(node: PageNode, known: Map<PageNode, number>): number {
  const before = known.get(node);
  if (before !== undefined) return before;
  const above = node.parent ? weightOf(node.parent, known) : 1;
  const surrounding =
    SURROUNDING_TAGS.has(node.name) || (SURROUNDING.test(nameOf(node)) && !HOLDING.test(nameOf(node)));
  const weight = surrounding ? above * 0.25 : above;
  known.set(node, weight);
  return weight;
}

const LINK_SHARE = 0.5;
const NUMBERED =
  /^(?:第?[一二三四五六七八九十]{1,3}(?:部分)?[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])/;

export const isLinked = (line: PageLine): boolean => line.linked > line.text.length * LINK_SHARE;

/** How much running text a line holds. Menus and lists of titles have links or no punctuation. */
function massOf(line: PageLine, folded: string): number {
  if (isLinked(line)) return 0;
  const own = line.text.length - line.linked;
  if (line.row || isProse(folded)) return own;
  if (/[，,、：:]/.test(folded) && own >= 15) return own * 0.5;
  return NUMBERED.test(line.text) && own >= 6 ? own * 0.3 : 0;
}

/**
 * Words of notices. The sidebars of a page speak of other things: a line with one of these weighs more, and a heavier box
 * beside the title’s column continues the text only where it speaks of the same.
 */
const TOPICAL = /巡视|巡察|整改|党委|党组|纪委|反馈|巡視|黨委|黨組|紀委|反饋/;
const TOPICAL_WEIGHT = 2;

/** What a page hides may be the rest of a folded text; what it hides and shows too is a copy. */
const HIDDEN_WEIGHT = 0.5;
const COPY_WEIGHT = 0.05;

function judgeLine(line: PageLine, known: Map<PageNode, number>, shown: ReadonlySet<string>): JudgedLine {
  const folded = foldLine(line.text);
  const furniture =
    furnitureReason(folded) !== null || (line.linked > 0 && folded.length <= 120 && isBreadcrumb(folded));
  const publication = isPublicationLine(folded);
  const copy = line.hidden && shown.has(line.text);
  const seen = copy ? COPY_WEIGHT : line.hidden ? HIDDEN_WEIGHT : 1;
  const weight = furniture || (publication && !line.row) ? 0 : weightOf(line.block, known) * seen;
  return {
    ...line,
    folded,
    furniture,
    publication,
    copy,
    prose: isProse(folded),
    mass: massOf(line, folded) * weight * (TOPICAL.test(folded) ? TOPICAL_WEIGHT : 1),
  };
}

const isInside = (node: PageNode, container: PageNode): boolean => {
  for (const above of ancestors(node)) if (above === container) return true;
  return false;
};

/** The lines of an element: reading order keeps them together. */
interface Span {
  first: number;
  last: number;
}

function spansOf(lines: readonly PageLine[]): Map<PageNode, Span> {
  const spans = new Map<PageNode, Span>();
  for (const [i, { block }] of lines.entries())
    for (const node of ancestors(block)) {
      const span = spans.get(node);
      if (span) span.last = i;
      else spans.set(node, { first: i, last: i });
    }
  return spans;
}

/** Elements that hold a list under its heading; the box of a whole column holds more. */
const MAX_BOX_LEVELS = 3;
/** What stands under a heading of a list holds less of the page's text than this. */
const MAX_LIST_SHARE = 0.35;

/** The last line of the box that a heading opens, as long as most of the page's text is elsewhere; the heading's own line where it opens none. */
function endOfBox(at: number, heading: JudgedLine, spans: Map<PageNode, Span>, sums: readonly number[]): number {
  const most = (sums.at(-1) as number) * MAX_LIST_SHARE;
  let end = at;
  let box: PageNode | null = heading.block;
  for (let level = 0; level < MAX_BOX_LEVELS && box; level++) {
    const { first, last } = spans.get(box) as Span;
    if ((sums[last + 1] as number) - (sums[at + 1] as number) > most) break;
    end = last;
    if (first < at) break;
    box = box.parent;
  }
  return end;
}

/**
 * What a heading such as 相关新闻 or 网友评论 stands over is furniture: the rest of its box, sentences too;
 * in a flat page the links up to the next running text or heading.
 */
function markLists(lines: readonly JudgedLine[]): JudgedLine[] {
  const sums = [0];
  for (const { mass } of lines) sums.push((sums.at(-1) as number) + mass);
  const spans = spansOf(lines);
  const isEntry = (line: JudgedLine | undefined): boolean =>
    line !== undefined && !line.prose && line.heading === 0 && (isLinked(line) || line.mass === 0);
  const marked = new Set<number>();
  for (let at = 0; at < lines.length; at++) {
    const heading = lines[at] as JudgedLine;
    if (heading.row || !isListHeading(heading.folded)) continue;
    let end = endOfBox(at, heading, spans, sums);
    if (end === at) while (isEntry(lines[end + 1])) end++;
    for (let i = at; i <= end; i++) marked.add(i);
    at = end;
  }
  return lines.map((line, i) => (marked.has(i) ? { ...line, furniture: true, mass: 0 } : line));
}

export function judgeLines(lines: readonly PageLine[]): JudgedLine[] {
  const known = new Map<PageNode, number>();
  const shown = new Set(lines.flatMap(({ text, hidden }) => (hidden ? [] : [text])));
  return markLists(lines.map((line) => judgeLine(line, known, shown)));
}

/** A box that holds nearly all running text of a wider one is the better guess; below this share the wider one keeps it. */
const SHARE = 0.8;
/** Where no other box of its kind holds running text. */
const SHARE_OF_ITS_KIND = 0.65;
/** With the title inside it, less will do. */
const SHARE_WITH_TITLE = 0.45;

/** What is known of the boxes of a page. */
interface Boxes {
  mass: Map<PageNode, number>;
  /** Lines of running text inside. */
  count: Map<PageNode, number>;
  /** Boxes with a stated title in them. */
  titled: Set<PageNode>;
}

function weighBoxes(lines: readonly JudgedLine[], titleLines: ReadonlySet<number>): Boxes {
  const boxes: Boxes = { mass: new Map(), count: new Map(), titled: new Set() };
  for (const [i, line] of lines.entries()) {
    if (titleLines.has(i)) for (const node of ancestors(line.block)) boxes.titled.add(node);
    if (line.mass === 0) continue;
    for (const node of ancestors(line.block)) {
      boxes.mass.set(node, (boxes.mass.get(node) ?? 0) + line.mass);
      boxes.count.set(node, (boxes.count.get(node) ?? 0) + 1);
    }
  }
  return boxes;
}

/** What stands right under the title is the text, though comments below it may be longer; a lead of a sentence or two is not. */
const UNDER_TITLE = { least: 150, share: 0.25 };
/** In one box with the title less will do. */
const WITH_TITLE = { least: 40, share: 0.12 };

/** The last place of the title with most of the page's running text below it: a page may say its title again at its end. */
function lastAboveText(lines: readonly JudgedLine[], titleLines: ReadonlySet<number>): number {
  let below = lines.reduce((sum, { mass }) => sum + mass, 0) / 2;
  for (const [i, { mass }] of lines.entries()) {
    below -= mass;
    if (below < 0) return Math.max(-1, ...[...titleLines].filter((at) => at <= i));
  }
  return -1;
}

/**
 * Goes down from the page to the smallest box that still holds most of the running text.
 * `column`: the box around it that was taken for its title's sake, though another beside it holds more.
 */
function findContainer(
  root: PageNode,
  lines: readonly JudgedLine[],
  titleLines: ReadonlySet<number>,
): { container: PageNode; column: PageNode } {
  const { mass, count, titled } = weighBoxes(lines, titleLines);
  const massIn = (node: PageNode): number => mass.get(node) ?? 0;
  const title = lastAboveText(lines, titleLines);
  const afterTitle = title < 0 ? undefined : lines.find((line, i) => i > title && line.mass > 0 && line.prose);
  const under = new Set(afterTitle ? ancestors(afterTitle.block) : []);
  let at = root;
  let column = root;
  for (;;) {
    const children = at.children.filter((child) => massIn(child) > 0);
    const heaviest = children.toSorted((a, b) => massIn(b) - massIn(a))[0];
    if (!heaviest) return { container: at, column };
    const first = children.find((child) => under.has(child));
    const enough = first && titled.has(first) ? WITH_TITLE : UNDER_TITLE;
    const isText = first !== undefined && massIn(first) >= Math.max(enough.least, enough.share * massIn(heaviest));
    const isOther = first !== undefined && kindOf(first) !== kindOf(heaviest);
    const preferred = titled.has(at) && !titled.has(heaviest) && isText && isOther ? first : heaviest;
    // Parts of one text stand in boxes of one kind.
    const isPart = children.some((child) => child !== preferred && kindOf(child) === kindOf(preferred));
    const share = massIn(preferred) / massIn(at);
    const least = titled.has(preferred) ? SHARE_WITH_TITLE : isPart ? SHARE : SHARE_OF_ITS_KIND;
    if (preferred === heaviest && share < least) return { container: at, column };
    // A single long paragraph is no container: signature and headings stand beside it.
    const alone = count.get(preferred) === 1 && lines.some(({ block, mass: own }) => block === preferred && own > 0);
    if (preferred.name === 'p' || alone) return { container: at, column };
    if (preferred !== heaviest) column = preferred;
    at = preferred;
  }
}

/** A line that may continue a text beyond its box: running text, a table row; no link, no furniture. */
const belongs = (line: JudgedLine | undefined): boolean =>
  line !== undefined && !line.furniture && !line.copy && line.mass > 0;

/** A heading between two lines that belong. */
const isBridge = (line: JudgedLine, next: JudgedLine | undefined): boolean =>
  !line.furniture &&
  !line.publication &&
  !line.hidden &&
  !isLinked(line) &&
  belongs(next) &&
  line.block.parent === next?.block.parent;

/** A line right above the box found that begins its text, and no summary of it or pointer elsewhere. */
function precedes(line: JudgedLine): boolean {
  const { parent } = line.block;
  const isInserted = [line.block, ...(parent ? [parent] : [])].some((node) => INSERTED.test(nameOf(node)));
  return belongs(line) && line.linked === 0 && !isInserted;
}

/**
 * Whether a line right below the text found so far goes on with it: in the box beside it anything that looks like text,
 * further away what speaks of the same or is numbered, and what stands beside that.
 */
function continues(lines: readonly JudgedLine[], at: number, beside: PageNode): boolean {
  const line = lines[at] as JudgedLine;
  const next = lines[at + 1];
  const isNear = isInside(line.block, beside) || line.block.parent === lines[at - 1]?.block.parent;
  if (belongs(line)) return isNear || line.row || TOPICAL.test(line.folded) || NUMBERED.test(line.text);
  return isBridge(line, next) && (isNear || TOPICAL.test(next?.folded ?? ''));
}

/** How far below its text a signature may stand in a box of its own. */
const SIGNATURE_LINES = 4;

/** The last line of a signature and its date right below the text; the given line where there is none. */
function withSignature(lines: readonly JudgedLine[], last: number): number {
  const below = lines.slice(last, last + 1 + SIGNATURE_LINES).map(({ folded }) => folded);
  return last + Math.max(0, signatureEnd(below));
}

const kindOf = (node: PageNode | undefined): string => `${node?.name} ${node?.attributes['class'] ?? ''}`;

/** The elements around a node from the page down to it. */
const pathTo = (node: PageNode): PageNode[] => [...ancestors(node)].toReversed();

function sharedDepth(a: readonly PageNode[], b: readonly PageNode[]): number {
  let depth = 0;
  while (depth < a.length && a[depth] === b[depth]) depth++;
  return depth;
}

/** Blocks that hold one paragraph, heading or row. */
const isLeaf = ({ name, children }: PageNode): boolean =>
  /^(?:p|tr|h[1-6])$/.test(name) || (/^(?:li|dd|dt)$/.test(name) && !children.some((child) => BLOCKS.has(child.name)));

/**
 * Where the text ends for good: at a link or a piece of furniture after which only lesser text follows, outside the box of
 * all text so far and in boxes of another kind: comments, related articles with their first sentences, notes of the site.
 */
function findTail(lines: readonly JudgedLine[], first: number, last: number): number {
  const massAfter = new Array<number>(last + 2).fill(0);
  for (let i = last; i >= first; i--) massAfter[i] = (massAfter[i + 1] ?? 0) + (lines[i] as JudgedLine).mass;
  let box: PageNode[] | null = null;
  let end = first;
  let before = 0;
  let interrupted = false;
  for (let i = first; i <= last; i++) {
    const line = lines[i] as JudgedLine;
    if (line.mass === 0) {
      interrupted ||= line.furniture || isLinked(line);
      continue;
    }
    const path = pathTo(line.block);
    const shared: number = box ? sharedDepth(box, path) : 0;
    if (
      interrupted &&
      box &&
      shared < box.length &&
      (massAfter[i] as number) < before &&
      kindOf(box[shared]) !== kindOf(path[shared]) &&
      box[shared] !== undefined
    )
      return end;
    // A row or paragraph alone is no box yet.
    box = box ? box.slice(0, shared) : isLeaf(line.block) ? path.slice(0, -1) : path;
    before += line.mass;
    end = i;
    interrupted = false;
  }
  return last;
}

/** A title with a comma weighs a little; a sentence that repeats it is no title. */
const MAX_TITLE_MASS = 40;

/** Unit lists, short last lines and signatures hold no running text: they belong to it inside its own innermost box. */
function withRest(lines: readonly JudgedLine[], first: number, end: number, last: number): number {
  const box = commonBox(lines.slice(first, end + 1).filter(({ mass }) => mass > 0));
  let rest = end;
  while (box && rest < last && isInside((lines[rest + 1] as JudgedLine).block, box)) rest++;
  return rest;
}

/** The page’s text: the box found, with the lines right before and after it that continue it. Null where nothing on the page is running text. */
export function findMain(root: PageNode, lines: readonly JudgedLine[], titleLines: readonly number[]): MainPart | null {
  if (!lines.some(({ mass }) => mass > 0)) return null;
  const titles = new Set(titleLines);
  const { container, column } = findContainer(root, lines, titles);
  const beside = container.parent && isInside(container.parent, column) ? container.parent : column;
  let first = lines.findIndex((line) => isInside(line.block, container));
  let last = lines.findLastIndex((line) => isInside(line.block, container));
  while (first > 0 && !titles.has(first - 1) && precedes(lines[first - 1] as JudgedLine)) first--;
  while (last + 1 < lines.length && continues(lines, last + 1, beside)) last++;
  const start = Math.max(
    first,
    ...titleLines.filter((i) => i >= first && i <= last && (lines[i] as JudgedLine).mass < MAX_TITLE_MASS),
  );
  return { container, first, last: withSignature(lines, withRest(lines, start, findTail(lines, start, last), last)) };
}

/** A box inside the text that holds more of it than this is part of it, whatever its name. */
const MAX_INSERTED = 0.25;

/** The lines of a text without the boxes that the page has put into it: adverts, share buttons, related articles, captions. */
export function withoutInserted(lines: readonly JudgedLine[], container: PageNode): JudgedLine[] {
  const length = new Map<PageNode, number>();
  const boxes = lines.map((line) => {
    for (const node of ancestors(line.block)) {
      if (node === container) return null;
      if (INSERTED_TAGS.has(node.name) || INSERTED.test(nameOf(node))) {
        length.set(node, (length.get(node) ?? 0) + line.text.length);
        return node;
      }
    }
    return null;
  });
  const total = lines.reduce((sum, { text }) => sum + text.length, 0);
  return lines.filter((_, i) => {
    const box = boxes[i];
    return !box || (length.get(box) ?? 0) > total * MAX_INSERTED;
  });
}

/** The innermost element that holds all of these lines. */
export function commonBox(lines: readonly JudgedLine[]): PageNode | null {
  let common: PageNode[] | null = null;
  for (const { block } of lines) {
    const path = [...ancestors(block)].toReversed();
    if (common === null) common = path;
    else {
      let depth = 0;
      while (depth < common.length && common[depth] === path[depth]) depth++;
      common = common.slice(0, depth);
    }
  }
  return common?.at(-1) ?? null;
}

export { isInside };
