import type { PdfPage } from './pages.ts';
import type { PdfLine } from './rows.ts';

/** Headers and footers stand in this part of a page's height. */
const MARGIN = 0.13;

const PAGE_NUMBER =
  /^[-—–－~·•\s]*(?:第|page|p\.?)?\s*[\divxlIVXL]{1,4}\s*页?\s*(?:[/／|,，、of\s]*(?:共|总)?\s*\d{1,4}\s*页?)?[-—–－~·•\s]*$/i;
/** What a browser prints around a page: its address and the time. */
const PRINTED =
  /^(?:https?:\/\/|file:\/\/)\S+(?:\s+\d+\s*[/／]\s*\d+)?$|^\d{4}[/-]\d{1,2}[/-]\d{1,2},? (?:上午|下午)?\d{1,2}:\d{2}/;

const isAtEdge = ({ y }: PdfLine, { height }: PdfPage): boolean => y > height * (1 - MARGIN) || y < height * MARGIN;

/** The same words on other pages, whatever the page number in them. */
const pattern = (text: string): string => text.replace(/\d+/g, '#').replace(/\s+/g, '');

/** Lines without page numbers and without the headers and footers that come back on other pages. */
export function withoutRunning(lines: readonly PdfLine[], pages: readonly PdfPage[]): PdfLine[] {
  const atEdge = (line: PdfLine): boolean => isAtEdge(line, pages[line.page] as PdfPage);
  const seen = new Map<string, Set<number>>();
  for (const line of lines) {
    if (!atEdge(line)) continue;
    const key = pattern(line.text);
    seen.set(key, (seen.get(key) ?? new Set()).add(line.page));
  }
  const often = Math.max(2, Math.ceil(pages.length * 0.3));
  const runs = (line: PdfLine): boolean => (seen.get(pattern(line.text))?.size ?? 0) >= often;
  return lines.filter(
    (line) => !atEdge(line) || !(PAGE_NUMBER.test(line.text) || PRINTED.test(line.text) || runs(line)),
  );
}
