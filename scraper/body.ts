import { linesOf, type PageLine } from './body/lines.ts';
import { findMain, type JudgedLine, judgeLines } from './body/main.ts';
import { select } from './body/select.ts';
import { type FoundTitle, findTitle } from './body/title.ts';
import { type PageNode, type PageTree, parsePage } from './body/tree.ts';
import type { Decoded } from './decode.ts';
import { isProse, signatureEnd } from './repair/page-furniture.ts';

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

function attachmentsOf(root: PageNode): string[] {
  const found = new Set<string>();
  for (const { attributes } of elementsOf(root))
    for (const name of LINKS) {
      const address = attributes[name]?.trim();
      if (address && address.length < 2000 && ATTACHMENT.test(address) && !/^javascript:/i.test(address))
        found.add(address);
    }
  return [...found];
}

/** Index of the first running text. */
const firstProse = (lines: readonly JudgedLine[]): number =>
  lines.findIndex(({ folded, mass }) => mass > 0 && isProse(folded));

/** What the title leaves above itself is the page's: menus, the column, the page of a newspaper. */
function belowTitle(lines: readonly JudgedLine[], title: FoundTitle | null): JudgedLine[] {
  const last = Math.max(-1, ...(title?.lines ?? []));
  const above = lines.slice(0, last + 1).reduce((sum, { mass }) => sum + mass, 0);
  const all = lines.reduce((sum, { mass }) => sum + mass, 0);
  return last >= 0 && above < all / 10 ? lines.slice(last + 1) : lines.filter((_, i) => !title?.lines.includes(i));
}

/** The chosen lines without what stands between them and belongs to the page. */
function ownLines(lines: readonly JudgedLine[], title: FoundTitle | null): JudgedLine[] {
  const squeezed = title ? squeeze(title.text) : '';
  const below = belowTitle(lines, title).filter(
    (line, i) => !line.furniture && !line.hidden && !(i < HEADER_LINES && squeeze(line.text) === squeezed),
  );
  const start = firstProse(below);
  const kept = below.filter((line, i) => i >= start || !line.publication);
  const signed = signatureEnd(kept.map(({ folded }) => folded));
  return kept.filter(
    (line, i) => signed < 0 || i <= signed || line.mass > 0 || /^附件|^附[:：]|电话|邮|地址/.test(line.folded),
  );
}

const squeeze = (text: string): string => text.replace(/[\s\u3000\u00a0]+/g, '');

/** How many lines above and below the title may state its publication: the date of the day in the page's banner stands further up. */
const NEAR = 4;
const HEADER_LINES = 12;

function publicationOf(lines: readonly JudgedLine[], first: number, title: FoundTitle | null): string[] {
  const top = Math.min(first, ...(title?.lines ?? [first]));
  const near = (line: JudgedLine, i: number): boolean =>
    i >= top - NEAR &&
    i < first + HEADER_LINES &&
    line.publication &&
    !line.hidden &&
    line.linked <= line.text.length * 0.7;
  return lines.filter(near).map(({ text }) => text);
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

function readPage(html: string, hints: BodyHints): Body {
  const page = parsePage(html, hints.url);
  const warnings: string[] = [];
  const lines = judgeLines(linesOf(page.root));
  const { meta } = page;
  const attachments = attachmentsOf(page.root);
  const selected = selectLines(page.root, hints.selectors?.body, warnings);
  const chosenTitle = selectLines(page.root, hints.selectors?.title, warnings)
    .map(({ text }) => text)
    .join('');
  const dates = selectLines(page.root, hints.selectors?.date, warnings).map(({ text }) => text);
  const main = selected.length > 0 ? null : findMain(page.root, lines);
  const first = main
    ? main.first
    : Math.max(
        0,
        lines.findIndex(({ text }) => text === selected[0]?.text),
      );
  const title: FoundTitle | null = chosenTitle
    ? { text: chosenTitle, lines: [] }
    : findTitle(page, lines, main || selected.length > 0 ? first : lines.length - 1);
  const chosen = main ? lines.slice(main.first, main.last + 1) : judgeLines(selected);
  const shift = main ? main.first : lines.length;
  const own = ownLines(chosen, title && { ...title, lines: title.lines.map((i) => i - shift) });
  if (own.length === 0) warnings.push(emptyReason(page, html, attachments));
  const paragraphs = own.map(({ text }) => text);
  return {
    title: title?.text ?? null,
    text: [...(title ? [title.text] : []), ...paragraphs].join('\n'),
    publicationLines: dates.length > 0 ? dates : publicationOf(lines, first, title),
    meta,
    method: selected.length > 0 ? 'selectors' : 'general',
    attachments,
    warnings,
  };
}

function emptyReason(page: PageTree, html: string, attachments: readonly string[]): string {
  if (attachments.length > 0)
    return `the page holds no text of its own but links ${attachments.join(', ')}: read that file`;
  if (/<script\b/i.test(html))
    return 'the page holds no text: a script fills it in; save the page from a browser, or read the address that the script asks';
  return `the page holds no running text (title: ${page.title.trim().slice(0, 60) || 'none'})`;
}

const plain = (content: string): string => content.replace(/\r\n?/g, '\n');

/** Decoded characters → the notice on them. Never throws for a page without text: the warnings say what is wrong with it. */
export function readBody(decoded: Decoded, hints: BodyHints = {}): Body {
  if (decoded.format === 'html') return readPage(decoded.content, hints);
  const text = plain(decoded.content);
  const title = 'title' in decoded ? decoded.title : null;
  return { title, text, publicationLines: [], meta: [], method: 'whole', attachments: [], warnings: [] };
}
