import type { OutlineNode, Topic } from '../src/model/index.ts';
import { sieve } from './gate.ts';
import { type Line, splitLines } from './lines.ts';
import { isOneOf, type Signs, signsOf } from './sticky.ts';
import { ONE_FINDING } from './vocabulary.ts';

/**
 * The outline of a notice: 一、 （一） 1. (1) 第一部分 2.1 at the beginning of a line,
 * un-numbered headings between paragraphs, and 一是/二是 inside them.
 */

const HAN = '一二三四五六七八九十';
const DIGITS = '0123456789';
/** The heading styles, outermost first, each with what it may begin with; the first group is the number as printed. */
const STYLES: readonly { name: string; level: number; begins: string; pattern: RegExp }[] = [
  { name: 'part', level: 1, begins: '第', pattern: new RegExp(`^(第[${HAN}]{1,3}(?:部分|章))[、：:\\s]*`, 'u') },
  { name: 'han', level: 1, begins: HAN, pattern: new RegExp(`^([${HAN}]{1,3}[、.．])`, 'u') },
  { name: 'han-bracket', level: 2, begins: '（(', pattern: new RegExp(`^([（(][${HAN}]{1,3}[）)])[、.．]?`, 'u') },
  {
    name: 'decimal',
    level: 2,
    begins: DIGITS,
    pattern: /^(\d{1,2}\.\d{1,2})(?:[.、．\s]|(?=[\u4e00-\u9fff“《]))(?!\s*(?:个|万|亿|元|%|％))/u,
  },
  {
    name: 'issue',
    level: 3,
    begins: '反问',
    pattern: new RegExp(`^((?:反馈)?问题(?:\\d{1,3}|[${HAN}]{1,3})[、.．：:])`, 'u'),
  },
  { name: 'padded', level: 1, begins: '0', pattern: /^(0\d)[ \u3000]*(?=[\u4e00-\u9fff“][^，,。；;]{1,30}$)/u },
  { name: 'arabic', level: 3, begins: DIGITS, pattern: /^(\d{1,3}[.．、])(?!\d)/u },
  { name: 'arabic-bracket', level: 4, begins: '（(', pattern: /^([（(]\d{1,3}[）)])[、.．]?/u },
  { name: 'circled', level: 4, begins: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', pattern: /^([①-⑳])/u },
];

const STYLES_BY_HEAD = Map.groupBy(
  STYLES.flatMap((style) => Array.from(style.begins, (head) => ({ ...style, head }))),
  ({ head }) => head,
);

interface Mark {
  number: string;
  style: string;
  level: number;
  start: number;
  bodyStart: number;
  line: Line;
}

const isDetail = (mark: Mark | undefined): boolean => mark?.style === 'arabic-bracket' || mark?.style === 'circled';

const HEADING_MAX = 40;
/** What no heading ends with: the lines of running text. */
const SENTENCE_END = /[。；;！!？?，,、：:…]$/u;
const SIGNATURE =
  /^(?:中共|中国共产党).{2,40}(?:党组|党委|委员会|支部)$|(?:党组|党委|委员会|公司|集团|办公室|领导小组)$/u;
const DATE_LINE = /^[（(]?[\d〇一二三四五六七八九十○]{2,4}\s*年[\d一二三四五六七八九十\s]{1,3}月/u;

function numberedMark(line: Line): Mark | null {
  for (const { name, level, pattern } of STYLES_BY_HEAD.get(line.text.charAt(0)) ?? []) {
    const match = pattern.exec(line.text);
    if (match?.[1] && line.text.length > match[0].length)
      return { number: match[1], style: name, level, start: line.start, bodyStart: line.start + match[0].length, line };
  }
  return null;
}

/** An un-numbered heading: a short line without end mark, between longer paragraphs. */
function isPlainHeading(line: Line, before: Line | undefined, after: Line | undefined): boolean {
  if (line.text.length < 4 || line.text.length > HEADING_MAX || SENTENCE_END.test(line.text)) return false;
  if (line.text.includes('\t') || /[ \u3000]{1,}\S+[ \u3000]+/u.test(line.text)) return false;
  if (SIGNATURE.test(line.text) || DATE_LINE.test(line.text) || /\d{6,}|@|https?:|[>|〉]/u.test(line.text))
    return false;
  if (
    /^(?:来源|作者|发布|时间|编辑|责任编辑|记者|电话|邮编|地址|附件|关键词|摘要|字号|浏览|上一|下一(?!步)|索引号)/u.test(
      line.text,
    )
  )
    return false;
  const isParagraph = (other: Line | undefined) =>
    other !== undefined && other.text.length > HEADING_MAX && /[。！!？?；;”…]$/u.test(other.text);
  return isParagraph(before) && (isParagraph(after) || (after !== undefined && numberedMark(after) !== null));
}

const HAN_DIGIT: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** 一 … 九十九 or Arabic digits as a number; NaN for anything else. */
function ordinal(number: string): number {
  const digits = /\d+/u.exec(number)?.[0];
  if (digits) return Number(digits);
  const han = new RegExp(`[${HAN}]+`, 'u').exec(number)?.[0] ?? '';
  const [tens, ones] = han.includes('十') ? han.split('十') : [undefined, han];
  const ten = tens === undefined ? 0 : tens === '' ? 10 : (HAN_DIGIT[tens] ?? Number.NaN) * 10;
  return ten + (ones ? (HAN_DIGIT[ones] ?? Number.NaN) : 0);
}

/** 四、… that lost its line break: after 。 inside a paragraph, and the next number of its row. */
const RUN_IN = new RegExp(`(?<=[。；;”])([${HAN}]{1,3}、)(?=[\\u4e00-\\u9fff“]{4,40}$)`, 'u');

function runInMark(line: Line, marks: readonly Mark[]): Mark | null {
  const match = RUN_IN.exec(line.text);
  if (!match?.[1]) return null;
  const last = marks.findLast((mark) => mark.style === 'han');
  if (!last || ordinal(match[1]) !== ordinal(last.number) + 1) return null;
  const start = line.start + match.index;
  return {
    number: match[1],
    style: 'han',
    level: 1,
    start,
    bodyStart: start + match[1].length,
    line: { start, end: line.end, text: line.text.slice(match.index) },
  };
}

function findMarks(lines: readonly Line[]): Mark[] {
  const marks: Mark[] = [];
  const plain: Mark[] = [];
  lines.forEach((line, index) => {
    if (index === 0) return; // the title
    const numbered = numberedMark(line);
    if (numbered) marks.push(numbered);
    else {
      const runIn = runInMark(line, marks);
      if (runIn) marks.push(runIn);
      else if (isPlainHeading(line, lines[index - 1], lines[index + 1]))
        plain.push({ number: '', style: 'plain', level: 1, start: line.start, bodyStart: line.start, line });
    }
  });
  // un-numbered headings structure a text only where numbers do not
  const usesNumbers = marks.some(({ level, style }) => level === 1 && style !== 'part');
  return usesNumbers ? marks : [...marks, ...plain].sort((a, b) => a.start - b.start);
}

/** 第一部分 stands above 一、: everything else moves one level down. */
function shiftUnderParts(marks: readonly Mark[]): Mark[] {
  if (!marks.some((mark) => mark.style === 'part')) return [...marks];
  return marks.map((mark) => (mark.style === 'part' ? mark : { ...mark, level: Math.min(mark.level + 1, 6) }));
}

const INLINE = new RegExp(`([${HAN}]{1,3}是)(?=\\S)(?<=(?:^|[\\n。；：，、:;,.”]|\\s)\\1)`, 'gu');

/** 一是 … 二是 … rows inside one section; a lone 一是 is no row. */
function findInline(text: string, start: number, end: number): { number: string; start: number }[] {
  const found: { number: string; start: number }[] = [];
  let row: { number: string; start: number }[] = [];
  const close = () => {
    if (row.length > 1) found.push(...row);
    row = [];
  };
  const region = text.slice(start, end);
  if (!region.includes('一是')) return [];
  for (const match of region.matchAll(INLINE)) {
    const number = match[1] ?? '';
    const value = ordinal(number);
    if (value === 1) close();
    if (value === row.length + 1) row.push({ number, start: start + match.index });
  }
  close();
  return found;
}

const FUTURE =
  /下一步|下步|今后|努力方向|工作打算|长期整改|需长期|后续|持续(?:巩固|深化|推进|强化|抓好)|巩固(?:深化|拓展|和扩大)?(?:巡视|巡察)?整改成果|不足与|存在的不足/u;
const ORGANISING = /(?:组织|责任|领导|认识|站位|总体|基本)(?:.{0,12})(?:情况|落实|推进|工作|抓实|落地)?$/u;

/** Whether the top-level section with this heading tells how single findings were rectified. */
function isRectifyingSection(heading: string, index: number, count: number): boolean {
  if (FUTURE.test(heading)) return false;
  // the only section tells it all; the only account may come first
  if (count === 1 && /整改|问题/u.test(heading)) return true;
  if (index === 0 && /(?:主要|重点|突出|具体|反馈)(?:的)?问题.{0,6}整改/u.test(heading)) return true;
  if (
    /问题|逐(?:条|项)|反馈意见|(?:具体|分项)(?:整改|落实|进展)*(?:情况|内容|事项|举措|做法)|重点.{0,6}整改|整改(?:任务|措施|落实|工作)?(?:落实)?(?:的)?(?:主要|具体|进展)?情况|落地见效/u.test(
      heading,
    ) &&
    index > 0
  )
    return true;
  return index > 0 && index < count - 1 && !ORGANISING.test(heading);
}

/** Several findings of their own, each in a paragraph, below one heading. */
const holdsFindings = (passage: string): boolean => (passage.match(FINDING_PARAGRAPHS)?.length ?? 0) > 1;
const FINDING_PARAGRAPHS = new RegExp(`\\n${ONE_FINDING}`, 'gu');

/** Headings are kept whole; of items and 一是 only the first words, so that a record never amounts to the text. */
const TITLE_LENGTH = { heading: 60, item: 36, inline: 16 } as const;

/** The first sentence, cut at the length of its kind. */
const titleOf = (text: string, kind: OutlineNode['kind']): string =>
  (/^[^。！？；\n]{1,80}/u.exec(text)?.[0] ?? '').slice(0, TITLE_LENGTH[kind]).trim();

const LABEL = '(?:(?:整改|完成|落实)(?:状态|进展|情况|结果|时限|成效)|(?<=\\n)(?:结果|状态|进展))[：:]\\s*';
/** What an item says of itself; the words must speak of its rectification, not of the business (5G稳步推进). */
const STATUS_WORDS: readonly (readonly [status: OutlineNode['status'], ...patterns: string[]])[] = [
  [
    'mostly-done',
    `(?:${LABEL})?(?:整改[^。；;，,]{0,8})?(?:已)?基本(?:完成整改|整改完成|整改到位|完成(?=[。；;，,）)】]))`,
  ],
  [
    'long-term',
    `${LABEL}(?:需)?(?:长期|持续)(?:坚持|整改|推进)`,
    '[（(【](?:长期坚持|持续推进|持续整改)[）)】]',
    '(?:整改|任务|该项工作)[^。；;，,]{0,8}(?:需要?)?长期(?:坚持|整改|推进)',
  ],
  [
    'done',
    `${LABEL}(?:(?:已|均已)(?:全部)?(?:完成|办结|销号|整改到位)|(?:全部)?(?:完成|办结|销号|整改到位)(?=[。；;，,并且\\n]|整改|$))`,
    '[（(【](?:已完成|已整改|已销号|已办结)(?:整改|销号)?[）)】]',
    '(?:整改|问题|任务|事项|信访)[^。；;，,\\d]{0,14}(?:已|均已|已经|现已)(?:经)?(?:全部|按期|如期)?(?:整改)?(?:完成|整改到位|办结|销号|整改完毕|解决到位)',
    '(?:^|[。；，,])(?:目前[，,]?|现)?(?:已|均已)(?:全部|按期)?(?:完成整改|整改完成|整改到位)',
    '已(?:根据|按照)[^。；;，,]{2,16}整改(?:完毕|完成|到位)',
  ],
  [
    'ongoing',
    `${LABEL}(?:正在|持续|阶段性)[^。；;，,]{0,10}`,
    '(?:取得|形成)(?:了)?(?:明显的?)?(?:阶段性|初步)(?:成效|成果|进展)',
    '(?:整改|任务)[^。；;，,]{0,10}正在[^。；;，,]{0,8}(?:推进|进行|落实)',
    '正在(?:推进)?整改',
  ],
];
const STATUSES = STATUS_WORDS.flatMap(([status, ...patterns]) =>
  patterns.map((pattern) => ({ status, pattern: new RegExp(pattern, 'u') })),
);
const mayState = sieve(STATUSES, ({ pattern }) => pattern);

function readStatus(text: string, start: number, end: number): Pick<OutlineNode, 'status' | 'statusEvidence'> {
  const own = text.slice(start, end);
  let found: { readonly status: OutlineNode['status']; readonly match: RegExpExecArray } | undefined;
  for (const { status, pattern } of mayState(own)) {
    if (found && found.status !== status) break;
    const match = pattern.exec(own);
    if (match && (!found || match.index < found.match.index)) found = { status, match };
  }
  if (!found) return { status: 'unstated' };
  const { status, match } = found;
  const at = start + match.index;
  return { status, statusEvidence: { start: at, end: at + match[0].length, quote: match[0] } };
}

/** How far into a heading or item its topic is looked for. */
const TOPIC_WINDOW = 60;

/** The terms of a lexicon by their first character, each with its topic. */
interface Lexicon {
  /** The first and the second characters of the terms. */
  readonly first: Signs;
  readonly second: Signs;
  readonly terms: ReadonlyMap<number, readonly { readonly term: string; readonly topic: Topic }[]>;
}
const lexicons = new WeakMap<readonly Topic[], Lexicon>();

/** Built once for a run’s topics. */
function lexiconOf(topics: readonly Topic[]): Lexicon {
  const known = lexicons.get(topics);
  if (known) return known;
  const rows = topics.flatMap((topic) => topic.terms.map((term) => ({ term, topic })));
  const built = {
    first: signsOf(rows.map(({ term }) => term.charAt(0)).join('')),
    second: signsOf(rows.map(({ term }) => term.charAt(1)).join('')),
    terms: Map.groupBy(rows, ({ term }) => term.charCodeAt(0)),
  };
  lexicons.set(topics, built);
  return built;
}

function named(passage: string, { first, second, terms }: Lexicon): Set<Topic> {
  const found = new Set<Topic>();
  for (let at = 0; at < passage.length; at++) {
    if (!isOneOf(first, passage, at) || !isOneOf(second, passage, at + 1)) continue;
    for (const { term, topic } of terms.get(passage.charCodeAt(at)) ?? [])
      if (passage.startsWith(term, at)) found.add(topic);
  }
  return found;
}

const without = (passage: string, words: readonly string[]): string =>
  words.reduce((rest, word) => rest.replaceAll(word, ''), passage);

/** Ids of the topics that a heading or the first words of an item name, in the order of the lexicon. */
export function findTopics(passage: string, topics: readonly Topic[]): string[] {
  const found = named(passage, lexiconOf(topics));
  const isMeant = ({ terms, not }: Topic): boolean => {
    if (!not.some((word) => passage.includes(word))) return true;
    const rest = without(passage, not);
    return terms.some((term) => rest.includes(term));
  };
  return [...found]
    .filter(isMeant)
    .sort((a, b) => topics.indexOf(a) - topics.indexOf(b))
    .map(({ id }) => id);
}

/**
 * Reads the outline of a clean text (title on the first line).
 * `hasItems`: whether numbered nodes may be rectification items, as in an enterprise’s own account.
 * Offsets are UTF-16 units of `text`; a node ends where the next one of its own or a higher level begins.
 */
export function readOutline(text: string, topics: readonly Topic[] = [], hasItems = true): OutlineNode[] {
  const lines = splitLines(text);
  const marks = shiftUnderParts(findMarks(lines));
  const tops = marks.filter((mark) => mark.level === 1);
  const closing = findClosing(lines, marks, text.length);
  const finest = marks.find(({ style }) => style === 'arabic' || style === 'issue')?.start ?? Number.POSITIVE_INFINITY;
  const roots: OutlineNode[] = [];
  const path: OutlineNode[] = [];
  const closeTo = (level: number, end: number) => {
    while ((path.at(-1)?.level ?? 0) >= level) (path.pop() as OutlineNode).end = end;
  };
  let rectifying = false;
  let top = -1;

  for (const [index, mark] of marks.entries()) {
    const ownEnd = marks[index + 1]?.start ?? closing;
    if (mark.level === 1) {
      top += 1;
      rectifying = isRectifyingSection(text.slice(mark.bodyStart, mark.line.end), top, tops.length);
    }
    const next = marks[index + 1];
    // (1) below 1. tells details of the item
    const isLeaf = (next?.level ?? 0) <= mark.level || (isDetail(next) && !isDetail(mark));
    const isItem =
      hasItems &&
      isLeaf &&
      mark.number !== '' &&
      mark.level >= 2 &&
      (rectifying || mark.style === 'issue' || tops.length === 0) &&
      !(isDetail(mark) && mark.start > finest) &&
      !holdsFindings(text.slice(mark.line.end, ownEnd));
    const kind = isItem ? 'item' : 'heading';
    const title = titleOf(text.slice(mark.bodyStart, Math.min(mark.line.end, mark.bodyStart + 100)), kind);
    const node: OutlineNode = {
      number: mark.number,
      level: mark.level,
      title: title || mark.number,
      start: mark.start,
      end: closing,
      kind,
      topics: findTopics(text.slice(mark.bodyStart, Math.min(mark.line.end, mark.bodyStart + TOPIC_WINDOW)), topics),
      ...(isItem ? readStatus(text, mark.bodyStart, ownEnd) : { status: 'unstated' as const }),
      children: [],
    };
    closeTo(mark.level, mark.start);
    (path.at(-1)?.children ?? roots).push(node);
    path.push(node);
    node.children.push(...inlineNodes(text, mark.bodyStart, ownEnd, Math.min(mark.level + 1, 6), topics));
  }
  const firstMark = marks[0]?.start ?? closing;
  const lead = inlineNodes(text, lines[0]?.end ?? 0, firstMark, 1, topics);
  return [...lead, ...roots];
}

function inlineNodes(text: string, start: number, end: number, level: number, topics: readonly Topic[]): OutlineNode[] {
  const found = findInline(text, start, end);
  return found.map((mark, index) => {
    const from = mark.start + mark.number.length;
    const title = titleOf(text.slice(from, Math.min(end, from + 100)), 'inline');
    return {
      number: mark.number,
      level,
      title: title || mark.number,
      start: mark.start,
      end: found[index + 1]?.start ?? end,
      kind: 'inline' as const,
      topics: findTopics(text.slice(from, Math.min(end, from + TOPIC_WINDOW)), topics),
      status: 'unstated' as const,
      children: [],
    };
  });
}

/** Where the body ends: the paragraph that asks for comments, or the signature, belongs to no section. */
function findClosing(lines: readonly Line[], marks: readonly Mark[], length: number): number {
  const last = marks.at(-1)?.start ?? 0;
  const closing = lines.find(
    ({ start, text }) =>
      start > last &&
      /^(?:欢迎|如有意见|公示期|公开期|监督方式|联系方式|联系电话|特此|中共[^，,。]{2,40}(?:党组|党委|委员会)$)/u.test(
        text,
      ),
  );
  return closing?.start ?? length;
}

/** Every node of the tree, parents before children. */
export function flattenOutline(nodes: readonly OutlineNode[]): OutlineNode[] {
  return nodes.flatMap((node) => [node, ...flattenOutline(node.children)]);
}

/** Where offsets lie in an outline; look-ups take logarithmic time. Inline 一是 do not count. */
export interface OutlineIndex {
  /** Outline path, e.g. 二/（一）/3; empty before the first heading. */
  readonly sectionOf: (offset: number) => string;
  /** Whether the offset lies inside a rectification item. */
  readonly inItem: (offset: number) => boolean;
}

interface Place {
  readonly node: OutlineNode;
  readonly path: string;
  readonly parent: Place | null;
}

export function indexOutline(outline: readonly OutlineNode[]): OutlineIndex {
  const places: Place[] = [];
  const visit = (nodes: readonly OutlineNode[], parent: Place | null) => {
    for (const node of nodes) {
      if (node.kind === 'inline') continue;
      const own = node.number.replace(/[、.．：:]$/u, '') || node.title.slice(0, 12);
      const place: Place = { node, path: parent ? `${parent.path}/${own}` : own, parent };
      places.push(place);
      visit(node.children, place);
    }
  };
  visit(outline, null);
  const placeAt = (offset: number): Place | null => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle]?.node.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    let place = places[low - 1] ?? null;
    while (place && offset >= place.node.end) place = place.parent;
    return place;
  };
  return {
    sectionOf: (offset) => placeAt(offset)?.path ?? '',
    inItem: (offset) => placeAt(offset)?.node.kind === 'item',
  };
}
