import { plainLines } from './lines.ts';
import { isLinked, type JudgedLine } from './main.ts';
import type { PageNode, PageTree } from './tree.ts';
import { ancestors } from './tree.ts';

/** A title found on a page: its words, and the lines of the page that show it. */
export interface FoundTitle {
  text: string;
  lines: number[];
}

const META_TITLES = [
  'articletitle',
  'og:title',
  'twitter:title',
  'dc.title',
  'title',
  'headline',
  'contenttitle',
  'pagetitle',
];
const MIN_TITLE = 5;
const MAX_TITLE = 120;
/** A title may take up to four lines: the enterprise, its committee, what the notice is, a round in brackets. */
const MAX_TITLE_LINES = 4;

/** For comparing titles: no white space, no quotes. */
const squeeze = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/["'“”‘’「」『』]/g, '');

/** “通报 - 青禾农商银行”, “南浦日报·清廉周刊 - 通报”, “通报_反馈整改_江北网”: site and column names around a title. */
const SITE_SEPARATOR =
  /\s*(?:[_|｜]+|\s[-–—]+\s?|\s?[-–—]+\s|[-–—]{2,}|\s[·»>]\s|(?<=[^\d\w\s])-(?=[^\d\w\s])|(?<=[^\d\s])-(?=\w))\s*/;

const NOTICE_WORD =
  /巡视|巡察|整改|通报|公告|情况|巡視|通報|情況|会议|會議|反馈|反饋|召开|召開|报告|報告|启动|啟動|动员|動員/;
const KIND_AT_END = /(?:通报|通報|公告|报告|報告|情况|情況|说明|說明|公示|启示|方案)(?:[（(][^（）()]{1,20}[）)])?$/;
const OWNER_AT_END = /(?:公司|集团|集團|委员会|委員會|党组|黨組|党委|黨委|银行|銀行|局|厅|院|[）)])$/;
const CONTINUES = /^(?:关于|關於|的|对|對|巡|整改|党|黨|委员会|情况|进展|落实|[（(])/;

/** The part of a <title> that is the notice's: the longest, among equals the first. */
function withoutSite(title: string): string {
  const parts = title.split(SITE_SEPARATOR).filter(Boolean);
  const weigh = (part: string): number => part.length + (NOTICE_WORD.test(part) ? 6 : 0);
  return parts.reduce((best, part) => (weigh(part) > weigh(best) ? part : best), parts[0] ?? title).trim();
}

/** A title may hold markup that its template did not expect. */
const withoutMarkup = (text: string): string =>
  (text.includes('<') ? plainLines(text.slice(0, 2000)).join('') : text.slice(0, 2000)).replace(/\s+/g, ' ').trim();

/** What the head of the page says the title is. */
function statedTitles({ title, meta }: PageTree): string[] {
  const metas = META_TITLES.flatMap((name) =>
    meta.filter((entry) => entry.name.toLowerCase() === name).map(({ content }) => content),
  );
  return [...new Set([...metas, title].map(withoutMarkup))].filter((text) => squeeze(text).length >= MIN_TITLE);
}

const cut = (text: string): string => text.replace(/(?:\.{2,}|…+)$/, '');

/** How far words on the page are the stated title: 1 the same, less in a longer form with the site's name or cut short by dots, 0 not at all. */
function agreement(words: string, stated: string): number {
  const shown = squeeze(words);
  const said = squeeze(stated);
  if (said === shown || squeeze(withoutSite(stated)) === shown) return 1;
  if (cut(said) !== said && cut(said).length >= MIN_TITLE && shown.startsWith(cut(said))) return 0.9;
  // The page's own words inside a longer <title>, but not the enterprise's name alone.
  return said.includes(shown) && shown.length >= 8 && (NOTICE_WORD.test(words) || shown.length > said.length * 0.6)
    ? 0.7
    : 0;
}

const TITLE_NAME = /(?:^|[-_\s])(?:[\w]*tit(?:le)?s?|bt|biaoti|headline|subject|h1|artibodytitle)(?:$|[-_\s\d])|title/i;

/** Elements around a line that may mark it as a title; further out stands the page. */
const NAMED_LEVELS = 3;

function isNamedTitle(block: PageNode): boolean {
  let level = 0;
  for (const { attributes } of ancestors(block)) {
    if (level++ >= NAMED_LEVELS) return false;
    if (TITLE_NAME.test(`${attributes['id'] ?? ''} ${attributes['class'] ?? ''}`)) return true;
  }
  return false;
}

function isCentred(block: PageNode): boolean {
  let level = 0;
  for (const { name, attributes } of ancestors(block)) {
    if (level++ >= NAMED_LEVELS) return false;
    if (
      name === 'center' ||
      /^(?:center|middle)$/i.test(attributes['align'] ?? '') ||
      /text-align\s*:\s*center/i.test(attributes['style'] ?? '')
    )
      return true;
  }
  return false;
}

const isCandidate = (line: JudgedLine | undefined): line is JudgedLine =>
  line !== undefined &&
  !line.furniture &&
  !line.publication &&
  !line.hidden &&
  !line.row &&
  !isLinked(line) &&
  line.text.length <= MAX_TITLE &&
  !/[。；]$/.test(line.text) &&
  !/^[（(]?\d{4}年/.test(line.text);

const join = (lines: readonly JudgedLine[]): string => lines.map(({ text }) => text).join('');

/** Two lines that look alike and read on: then they may be one title. */
function readsOn(above: JudgedLine, below: JudgedLine): boolean {
  if (above.block === below.block)
    return above.heading > 0 || CONTINUES.test(below.text) || OWNER_AT_END.test(above.text) || !above.prose;
  const alike =
    above.heading === below.heading &&
    isBold(above) === isBold(below) &&
    isCentred(above.block) === isCentred(below.block);
  return alike && !KIND_AT_END.test(above.text) && (CONTINUES.test(below.text) || OWNER_AT_END.test(above.text));
}

const isBold = ({ bold, text }: JudgedLine): boolean => bold > text.length / 2;

interface Candidate extends FoundTitle {
  score: number;
}

/** How much a run of lines looks like the title of the text that begins at `prose`. */
function scoreOf(run: readonly JudgedLine[], at: number, prose: number, stated: readonly string[]): number {
  const first = run[0] as JudgedLine;
  const text = join(run);
  const length = squeeze(text).length;
  if (length < MIN_TITLE || length > MAX_TITLE) return 0;
  const agreed = Math.max(0, ...stated.map((title) => agreement(text, title)));
  return (
    agreed * 6 +
    (first.heading > 0 ? 3 - first.heading * 0.4 : 0) +
    (isNamedTitle(first.block) ? 1.5 : 0) +
    (isCentred(first.block) ? 1 : 0) +
    (isBold(first) && first.heading === 0 ? 1 : 0) +
    (NOTICE_WORD.test(text) ? 1.5 : 0) +
    (KIND_AT_END.test(text) ? 1 : 0) +
    (run.length > 1 ? 0.5 : 0) -
    (length < 8 ? 1.5 : 0) -
    (first.prose ? 1.5 : 0) -
    Math.min(2, Math.max(0, prose - at) * 0.12)
  );
}

/** What has no heading, no style, no word of a title is none. */
const LEAST_SCORE = 2;

/** The lines above the text that show its title best; null where none looks like one. */
function findShown(
  lines: readonly JudgedLine[],
  from: number,
  until: number,
  prose: number,
  stated: readonly string[],
): Candidate | null {
  let best: Candidate | null = null;
  for (let at = Math.max(0, from); at <= until; at++) {
    const run: JudgedLine[] = [];
    while (run.length < MAX_TITLE_LINES) {
      const next = lines[at + run.length];
      if (!isCandidate(next) || (run.length > 0 && !readsOn(run.at(-1) as JudgedLine, next))) break;
      run.push(next);
      const score = scoreOf(run, at, prose, stated);
      if (score >= LEAST_SCORE && (!best || score > best.score))
        best = { text: join(run), lines: run.map((_, k) => at + k), score };
    }
  }
  return best;
}

const SUBTITLE = /^[—―－-]{1,2}/;
const MAX_MAIN = 40;

/** 动真碰硬改到底 / ——某集团巡视整改工作推进纪实: a subtitle reads on from the line above it. */
function withMain(title: FoundTitle, lines: readonly JudgedLine[]): FoundTitle {
  const [first = 0] = title.lines;
  const main = lines[first - 1];
  if (!SUBTITLE.test(title.text) || !isCandidate(main) || main.text.length > MAX_MAIN) return title;
  return { text: `${main.text}${title.text}`, lines: [first - 1, ...title.lines] };
}

/** Every place that shows a stated title outside menus: where the page's column of text stands. */
export function statedPlaces(page: PageTree, lines: readonly JudgedLine[]): number[] {
  const stated = statedTitles(page);
  return lines.flatMap((line, i) =>
    isCandidate(line) && line.text.length >= 8 && stated.some((title) => agreement(line.text, title) >= 0.7) ? [i] : [],
  );
}

/** Lines above the text among which the title is looked for; further up stands the banner. */
const ABOVE = 40;

/**
 * The title of the text whose first running text stands in line `prose`: the words above it that look most like a title,
 * best those that the head of the page states too; else what <title> says without the site's name. Null where the page has none.
 */
export function findTitle(page: PageTree, lines: readonly JudgedLine[], prose: number): FoundTitle | null {
  const stated = statedTitles(page);
  const until = Math.min(prose, lines.length - 1);
  const shown = findShown(lines, until - ABOVE, until, prose, stated);
  if (shown) return withMain(shown, lines);
  const said =
    stated.map(withoutSite).find((title) => NOTICE_WORD.test(title)) ??
    (stated[0] ? withoutSite(stated[0]) : undefined);
  return said ? { text: cut(said), lines: [] } : null;
}
