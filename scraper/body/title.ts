import type { JudgedLine } from './main.ts';
import type { PageTree } from './tree.ts';

/** A title found on a page: its words, and the lines of the page that show it. */
export interface FoundTitle {
  text: string;
  lines: number[];
}

const META_TITLES = ['articletitle', 'og:title', 'twitter:title', 'dc.title', 'title', 'headline', 'contenttitle'];
const MIN_TITLE = 5;
const MAX_TITLE = 160;

/** For comparing titles: no white space, no punctuation variants. */
const squeeze = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/["'“”‘’「」『』"]/g, '');

/** “通报 - 青禾农商银行”, “南浦日报·清廉周刊 - 通报”, “通报_反馈整改_江北网”: site and column names around a title. */
const SITE_SEPARATOR = /\s*(?:[_|｜]+|\s[-–—]+\s?|[-–—]{2,}|\s[·»>]\s|(?<=[^\d\w\s])-(?=[^\d\w\s]))\s*/;

const NOTICE_WORD = /巡视|巡察|整改|通报|公告|情况|巡視|通報|會議|会议|反馈|反饋/;

/** The part of a <title> that is the notice's: the longest, among equals the first. */
function withoutSite(title: string): string {
  const parts = title.split(SITE_SEPARATOR).filter(Boolean);
  const weigh = (part: string): number => part.length + (NOTICE_WORD.test(part) ? 6 : 0);
  return parts.reduce((best, part) => (weigh(part) > weigh(best) ? part : best), parts[0] ?? title).trim();
}

/** What the head of the page says the title is, in order of trust. */
function statedTitles({ title, meta }: PageTree): string[] {
  const metas = META_TITLES.flatMap((name) =>
    meta.filter((entry) => entry.name.toLowerCase() === name).map(({ content }) => content),
  );
  return [...metas, title]
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => squeeze(text).length >= MIN_TITLE);
}

const cut = (text: string): string => text.replace(/(?:\.{3}|…+)$/, '');

/** Whether words on the page are the stated title, whole, in a longer form with the site's name, or cut short by dots. */
function agrees(words: string, stated: string): boolean {
  const shown = squeeze(words);
  const said = squeeze(stated);
  return (
    shown.length >= MIN_TITLE &&
    (said === shown ||
      said.includes(shown) ||
      (cut(said) !== said && cut(said).length >= MIN_TITLE && shown.startsWith(cut(said))))
  );
}

const join = (lines: readonly JudgedLine[]): string => lines.map(({ text }) => text).join('');

const isCandidate = (line: JudgedLine): boolean =>
  !line.furniture &&
  !line.publication &&
  !line.hidden &&
  !line.row &&
  line.linked <= line.text.length / 2 &&
  line.text.length <= MAX_TITLE &&
  !/。$/.test(line.text);

/** A title may take up to three lines: the enterprise, what the notice is, and a round in brackets. */
const MAX_TITLE_LINES = 3;

function runsFrom(lines: readonly JudgedLine[], start: number): JudgedLine[][] {
  const runs: JudgedLine[][] = [];
  for (let n = 1; n <= MAX_TITLE_LINES; n++) {
    const run = lines.slice(start, start + n);
    if (run.length < n || !run.every(isCandidate)) break;
    runs.push(run);
  }
  return runs;
}

/** The lines that show a stated title, the last place before the text that does so and the longest run there. */
function findStated(lines: readonly JudgedLine[], until: number, stated: readonly string[]): FoundTitle | null {
  let best: { found: FoundTitle; score: number } | null = null;
  for (let i = 0; i <= until; i++) {
    for (const run of runsFrom(lines, i)) {
      const words = join(run);
      if (!stated.some((title) => agrees(words, title))) continue;
      const exact = stated.some(
        (title) => squeeze(title) === squeeze(words) || squeeze(withoutSite(title)) === squeeze(words),
      );
      const score =
        squeeze(words).length + (exact ? 1000 : 0) + (run.some(({ heading }) => heading > 0) ? 20 : 0) + i / 1000;
      if (!best || score > best.score) best = { found: { text: words, lines: run.map((_, k) => i + k) }, score };
    }
  }
  return best?.found ?? null;
}

/** Lines of one heading element are one title. */
function findHeading(lines: readonly JudgedLine[], until: number): FoundTitle | null {
  let best: { at: number; score: number } | null = null;
  for (let i = 0; i <= until && i < lines.length; i++) {
    const line = lines[i] as JudgedLine;
    if (line.heading === 0 || line.heading > 3 || !isCandidate(line) || line.text.length < MIN_TITLE) continue;
    const score =
      (4 - line.heading) * 10 + (NOTICE_WORD.test(line.text) ? 15 : 0) + Math.min(line.text.length, 20) + i / 1000;
    if (!best || score > best.score) best = { at: i, score };
  }
  if (!best) return null;
  const { block } = lines[best.at] as JudgedLine;
  const indices = lines.flatMap((line, i) =>
    line.block === block && i <= until + MAX_TITLE_LINES && isCandidate(line) ? [i] : [],
  );
  return { text: join(indices.map((i) => lines[i] as JudgedLine)), lines: indices };
}

/**
 * The title of the notice whose text begins in line `first`: words near the text that the head of the page states too,
 * else a heading, else what <title> says without the site's name. Null where the page has none.
 */
export function findTitle(page: PageTree, lines: readonly JudgedLine[], first: number): FoundTitle | null {
  const stated = statedTitles(page);
  const until = Math.min(first + MAX_TITLE_LINES, lines.length - 1);
  const shown = findStated(lines, until, stated);
  if (shown && squeeze(shown.text).length >= 8) return shown;
  const heading = findHeading(lines, until);
  if (heading && (!shown || heading.text.length > shown.text.length)) return heading;
  if (shown) return shown;
  const said = stated[0];
  return said ? { text: cut(withoutSite(said)) === said ? said : withoutSite(said), lines: [] } : null;
}
