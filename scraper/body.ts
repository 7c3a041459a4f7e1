import { readStructuredDate } from './body/json-ld.ts';
import { linesOf, type PageLine } from './body/lines.ts';
import { commonBox, findMain, isInside, isLinked, type JudgedLine, judgeLines, withoutInserted } from './body/main.ts';
import { select } from './body/select.ts';
import { type FoundTitle, findTitle, statedPlaces } from './body/title.ts';
import { type PageNode, type PageTree, parsePage } from './body/tree.ts';
import { readWechatDate } from './body/wechat.ts';
import { mendWrapped } from './body/wrapped.ts';
import type { Decoded } from './decode.ts';
import { foldLine, judgeText, signatureEnd } from './repair/page-furniture.ts';

/** The notice on a page, with the damage it carries: the repairs come after this. */
export interface Body {
  title: string | null;
  /** The title on the first line, a paragraph a line, table cells joined by tabs. */
  text: string;
  /** Lines beside the title: 发布时间：… 来源：… */
  publicationLines: string[];
  /** What the head of the page says by machine: PubDate, article:published_time, … */
  meta: { name: string; content: string }[];
  /** selectors: by the source's own; general: by the density of running text; whole: the file is the notice. */
  method: 'selectors' | 'general' | 'whole';
  /** Addresses of PDF and Word files that the page links: the text is there when the page itself holds none. */
  attachments: string[];
  warnings: string[];
}

export interface BodyHints {
  selectors?: { body?: string; title?: string; date?: string };
  url?: string;
}

const ATTACHMENT = /\.(?:pdf|docx?|wps)(?:[?#].*)?$/i;
const LINKS = ['href', 'src', 'data', 'pdfsrc', 'data-url'];

function* elementsOf(node: PageNode): Generator<PageNode> {
  for (const child of node.children) {
    if (child.name === '') continue;
    yield child;
    yield* elementsOf(child);
  }
}

/** Download handlers hide the ending; the words of the link still name it. */
const namesDocument = (node: PageNode): boolean => node.name === 'a' && ATTACHMENT.test(wordsOf(node).trim());

const wordsOf = (node: PageNode): string => (node.name === '' ? node.data : node.children.map(wordsOf).join(''));

function attachmentsOf(root: PageNode): string[] {
  const found = new Set<string>();
  for (const node of elementsOf(root))
    for (const name of LINKS) {
      const address = node.attributes[name]?.trim();
      if (!address || address.length > 2000 || /^(?:javascript|data):/i.test(address)) continue;
      if (ATTACHMENT.test(address) || (name === 'href' && namesDocument(node))) found.add(address);
    }
  return [...found];
}

const squeeze = (text: string): string => text.replace(/[\s\u3000\u00a0]+/g, '');

/** Index of the first running text at or after a line; the number of lines where there is none. */
function firstProse(lines: readonly JudgedLine[], from: number): number {
  const at = lines.findIndex((line, i) => i >= from && line.mass > 0 && (line.prose || line.row));
  return at < 0 ? lines.length : at;
}

/** A box that says the beginning of the text, or the description in the page's head, before the text does. */
function isSummary(line: JudgedLine, i: number, lines: readonly JudgedLine[], description: string): boolean {
  const words = squeeze(line.text);
  if (i >= NEAR || words.length < 10) return false;
  return (
    lines.some((other, k) => k > i && other.text.length > 0 && squeeze(other.text).startsWith(words)) ||
    (description.length > words.length &&
      description.startsWith(words) &&
      lines.length > i + 3 &&
      squeeze(
        lines
          .slice(i + 1)
          .map(({ text }) => text)
          .join(''),
      ).includes(words))
  );
}

/** A link that names an attachment belongs to the text; other lines that are links lead away from it. */
const isAttachmentLine = (line: JudgedLine): boolean =>
  /^附件|^附[::]|\.(?:pdf|docx?|xlsx?|wps)/i.test(line.folded) || /^\d[.、]/.test(line.folded);

const EDITOR_AT_END =
  /[（(【[]\s*(?:责任编辑|责编|责任编辑|編輯|编辑|审核|校对|責任編輯)\s*[:：][^（）()【】[\]]{0,30}[）)】\]]$/;

/** What a page hides without a sentence in it are words for search engines; the rest of a folded text has sentences. */
function withoutKeywords(lines: readonly JudgedLine[]): JudgedLine[] {
  const kept: JudgedLine[] = [];
  let run: JudgedLine[] = [];
  const endRun = (): void => {
    if (run.some(({ folded }) => /[。；！？]/.test(folded))) kept.push(...run);
    run = [];
  };
  for (const line of lines) {
    if (line.hidden) run.push(line);
    else {
      endRun();
      kept.push(line);
    }
  }
  endRun();
  return kept;
}

/** The lines of the text proper: what the page has put before, between and after them is gone. */
function ownLines(
  lines: readonly JudgedLine[],
  title: FoundTitle | null,
  description: string,
): { own: JudgedLine[]; publication: JudgedLine[] } {
  const named = title ? squeeze(title.text) : '';
  const visible = withoutKeywords(lines).filter(
    (line, i) => !line.furniture && !line.copy && !(i < HEADER_LINES && squeeze(line.text) === named),
  );
  const prose = firstProse(visible, 0);
  const unlinked = visible.filter((line, i) => !isLinked(line) || isAttachmentLine(line) || (i > prose && line.prose));
  const head = firstProse(unlinked, 0);
  const isHeader = (line: JudgedLine, i: number): boolean => i < head && (line.publication || isStamp(line));
  const publication = unlinked.filter(isHeader);
  const texts = unlinked
    .filter((line, i) => !isHeader(line, i))
    .filter((line, i, all) => !isSummary(line, i, all, description));
  const verdicts = judgeText([foldLine(title?.text ?? ''), ...texts.map(({ folded }) => folded)]).slice(1);
  const kept = texts.filter((line, i) => verdicts[i] === 'keep' || line.row);
  const signed = signatureEnd(kept.map(({ folded }) => folded));
  const box = signed >= 0 ? commonBox(kept.slice(0, signed + 1)) : null;
  return {
    own: kept
      .filter((line, i) => i <= signed || box === null || isInside(line.block, box))
      .map((line) => ({ ...line, text: line.text.replace(EDITOR_AT_END, '').trimEnd() })),
    publication: [...publication, ...texts.filter((line, i) => verdicts[i] === 'publication' && !line.row)],
  };
}

/** A short line under the title with a date and no sentence: 原创 党群部 示例集团 2024-04-12 17:00 */
const isStamp = ({ folded }: JudgedLine): boolean =>
  folded.length <= 60 &&
  /(?:19|20)\d\d[-./年] ?\d{1,2}[-./月] ?\d{1,2}/.test(folded) &&
  !/[，。；“《]/.test(folded) &&
  !/^[(（]/.test(folded);

/** How many lines above the title may state its publication: the date of the day in the page's banner stands further up. */
const NEAR = 4;
const HEADER_LINES = 12;

/** The banner's date of the day: a date with its weekday above the title. */
const TODAY = /(?:星期|周)[一二三四五六日天]/;

/** 示例日报 2024年01月19日 星期五 上一期 下一期: the head of a newspaper’s page is the day of its edition. */
const EDITION = /报 ?.{0,8}(?:19|20)\d\d年\d{1,2}月\d{1,2}日.{0,12}(?:[上下前后]一?期|版)/;

/** Publication lines between the lines above the title and the first running text. */
function publicationOf(lines: readonly JudgedLine[], title: FoundTitle | null, prose: number): JudgedLine[] {
  const top = Math.min(prose, ...(title?.lines ?? []));
  return lines.filter(
    (line, i) =>
      i < prose &&
      !line.hidden &&
      (EDITION.test(line.folded) ||
        (i >= top - NEAR &&
          (i > top ? line.publication || isStamp(line) : line.publication && !TODAY.test(line.folded)) &&
          line.linked <= line.text.length * 0.7)),
  );
}

function selectLines(root: PageNode, selector: string | undefined, warnings: string[]): PageLine[] {
  if (!selector) return [];
  const nodes = select(root, selector);
  const lines = nodes.flatMap((node) => linesOf(node));
  if (lines.length === 0)
    warnings.push(
      `selector “${selector}” found ${nodes.length === 0 ? 'nothing' : `${nodes.length} empty element(s)`}: read by the general method`,
    );
  return lines;
}

interface Choice {
  lines: readonly JudgedLine[];
  title: FoundTitle | null;
  method: Body['method'];
  publication: JudgedLine[];
}

/** By the source's own selectors. */
function chooseSelected(page: PageTree, lines: readonly JudgedLine[], selected: readonly PageLine[]): Choice {
  const own = judgeLines(selected);
  const start = lines.findIndex(({ text, block }) => text === own[0]?.text && block === own[0]?.block);
  const prose = firstProse(lines, Math.max(0, start));
  const title = findTitle(page, lines, prose);
  const shown = new Set(title?.lines.map((i) => (lines[i] as JudgedLine).block));
  return {
    lines: own.filter(({ block }) => !shown.has(block)),
    title,
    method: 'selectors',
    publication: publicationOf(lines, title, prose),
  };
}

/** A line right under the title that belongs to it: ——…纪实, （2022年3月15日） */
const isSubtitle = (line: JudgedLine | undefined): boolean =>
  line !== undefined &&
  !line.furniture &&
  !line.publication &&
  !isLinked(line) &&
  /^(?:[—–-]{2}|[（(].{2,60}[）)]$)/.test(line.text);

/** By the density of running text. */
function chooseDense(page: PageTree, lines: readonly JudgedLine[]): Choice {
  const main = findMain(page.root, lines, statedPlaces(page, lines));
  const prose = main ? firstProse(lines, main.first) : lines.length;
  const title = findTitle(page, lines, prose);
  if (!main)
    return {
      lines: [],
      title,
      method: 'general',
      publication: publicationOf(lines, title, Math.min(prose, Math.max(-1, ...(title?.lines ?? [])) + HEADER_LINES)),
    };
  // What the title leaves above itself is the page's: menus, the column, the page of a newspaper.
  const below = Math.max(-1, ...(title?.lines ?? [])) + 1;
  const first = below < main.first && isSubtitle(lines[below]) ? below : Math.max(main.first, below);
  return {
    lines: withoutInserted(lines.slice(first, main.last + 1), main.container),
    title,
    method: 'general',
    publication: publicationOf(lines, title, prose),
  };
}

const descriptionOf = (page: PageTree): string =>
  squeeze(page.meta.find(({ name }) => /^(?:og:)?description$/i.test(name))?.content ?? '');

function readPage(html: string, hints: BodyHints): Body {
  const page = parsePage(html, hints.url);
  const warnings: string[] = [];
  const lines = judgeLines(linesOf(page.root));
  const selected = selectLines(page.root, hints.selectors?.body, warnings);
  const choice = selected.length > 0 ? chooseSelected(page, lines, selected) : chooseDense(page, lines);
  const chosenTitle = selectLines(page.root, hints.selectors?.title, warnings)
    .map(({ text }) => text)
    .join('');
  const dates = selectLines(page.root, hints.selectors?.date, warnings).map(({ text }) => text);
  const title = chosenTitle || choice.title?.text || null;
  const { own, publication } = ownLines(
    choice.lines,
    title === null ? null : { text: title, lines: [] },
    descriptionOf(page),
  );
  const attachments = attachmentsOf(page.root);
  if (own.length === 0) warnings.push(emptyReason(page, html, attachments));
  return {
    title,
    text: [...(title === null ? [] : [title]), ...own.map(({ text }) => text)].join('\n'),
    publicationLines: [
      ...new Set([...dates, ...choice.publication.map(({ text }) => text), ...publication.map(({ text }) => text)]),
    ],
    meta: [...page.meta, ...readStructuredDate(html), ...readWechatDate(html)],
    method: choice.method,
    attachments,
    warnings,
  };
}

/** Addresses of frames: on old sites, and where a viewer shows the notice. */
const framesOf = (root: PageNode): string[] =>
  [...elementsOf(root)].flatMap(({ name, attributes }) =>
    /^i?frame$/.test(name) && attributes['src'] ? [attributes['src']] : [],
  );

function emptyReason(page: PageTree, html: string, attachments: readonly string[]): string {
  if (attachments.length > 0)
    return `the page holds no text of its own but links ${attachments.join(', ')}: read that file`;
  const [frame] = framesOf(page.root);
  if (frame) return `the page holds no text of its own but frames ${frame.slice(0, 200)}: read that address`;
  if (/<script\b/i.test(html))
    return 'the page holds no text: a script fills it in; save the page from a browser, or read the address that the script asks';
  return `the page holds no running text (title: ${page.title.trim().slice(0, 60) || 'none'})`;
}

const plain = (content: string): string => content.replace(/\r\n?/g, '\n');

/** Decoded characters → the notice on them. Never throws for a page without text: the warnings say what is wrong with it. */
export function readBody(decoded: Decoded, hints: BodyHints = {}): Body {
  if (decoded.format === 'html') return readPage(decoded.content, hints);
  const text = decoded.format === 'text' ? mendWrapped(plain(decoded.content)) : plain(decoded.content);
  const title = 'title' in decoded ? decoded.title : null;
  return { title, text, publicationLines: [], meta: [], method: 'whole', attachments: [], warnings: [] };
}
