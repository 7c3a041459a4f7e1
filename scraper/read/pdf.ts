import { InputError } from '../error.ts';
import type { CapturedFile, Decoded } from './captured.ts';
import { readPages } from './pdf/pages.ts';
import { joinParagraphs } from './pdf/paragraphs.ts';
import { linesOfPage } from './pdf/rows.ts';
import { withoutRunning } from './pdf/running.ts';
import { linesUnderTitle } from './title.ts';

/** A scan has no characters, or no more than a stamp or a page number on each page. */
const MIN_CHARACTERS_A_PAGE = 15;
/** Fonts without a character table give signs from the private-use area. */
const MAX_UNREADABLE = 0.1;

function unreadableShare(text: string): number {
  return (text.match(/[\p{Co}\ufffd]/gu)?.length ?? 0) / Math.max(text.length, 1);
}

/** PDF → paragraphs: page numbers, running heads and watermarks gone, broken lines mended, cells of a row separated by tabs. */
export async function readPdf({ bytes, name }: CapturedFile): Promise<Decoded> {
  const pages = await readPages(bytes, name);
  const lines = withoutRunning(
    pages.flatMap((page, number) => linesOfPage(page, number)),
    pages,
  );
  const paragraphs = joinParagraphs(lines, pages);
  const characters = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  if (characters < MIN_CHARACTERS_A_PAGE * pages.length)
    throw new InputError(
      `${name}: the PDF holds pictures, not characters (a scan of ${pages.length} ${pages.length === 1 ? 'page' : 'pages'}): run it through OCR, or give the text`,
    );
  const { title, lines: texts } = linesUnderTitle(paragraphs);
  const content = texts.join('\n');
  const unreadable = unreadableShare(content);
  if (unreadable > MAX_UNREADABLE)
    throw new InputError(
      `${name}: the fonts of the PDF do not say which characters they show (${Math.round(unreadable * 100)} % unreadable): run it through OCR, or give the text`,
    );
  return {
    format: 'pdf',
    content,
    title,
    warnings: unreadable > 0 ? [`${Math.ceil(unreadable * content.length)} characters of the PDF are unreadable`] : [],
  };
}
