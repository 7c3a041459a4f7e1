import { unzipSync } from 'fflate';
import { InputError } from '../error.ts';
import type { CapturedFile, Decoded } from './captured.ts';
import { type DocumentLine, readDocument } from './docx/document.ts';
import { readNumbering } from './docx/numbering.ts';
import { readStyles } from './docx/styles.ts';
import { linesUnderTitle } from './title.ts';

const PARTS = new Set(['word/document.xml', 'word/document2.xml', 'word/numbering.xml', 'word/styles.xml']);
/** A long notice has 1 MB of document.xml; what unpacks to more than this is a bomb. */
const MAX_PART = 64 * 1024 * 1024;
const MAX_ENTRIES = 20_000;

/** What other files in a zip are, by an entry that only they have. */
const OTHER_KINDS: [entry: RegExp, name: string][] = [
  [/^xl\//, 'an Excel workbook'],
  [/^ppt\//, 'a PowerPoint show'],
  [/^OFD\.xml$/i, 'an OFD document'],
  [/^META-INF\/container\.xml$/, 'an e-book'],
  [/^content\.xml$/, 'an OpenDocument file'],
];

function unpack({ bytes, name }: CapturedFile): { parts: Record<string, Uint8Array>; entries: string[] } {
  const entries: string[] = [];
  try {
    const parts = unzipSync(bytes, {
      filter: (entry) => {
        entries.push(entry.name);
        if (entries.length > MAX_ENTRIES)
          throw new InputError(`${name}: the archive has more than ${MAX_ENTRIES} entries: not a document`);
        if (!PARTS.has(entry.name)) return false;
        if (entry.originalSize > MAX_PART)
          throw new InputError(
            `${name}: ${entry.name} unpacks to ${Math.round(entry.originalSize / 1024 / 1024)} MB: not a notice, perhaps a zip bomb`,
          );
        return true;
      },
    });
    return { parts, entries };
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError(
      `${name}: the document is damaged (${cause instanceof Error ? cause.message : cause}): fetch it again, or save it anew with Word`,
      { cause },
    );
  }
}

const textOf = (part: Uint8Array | undefined): string => (part ? new TextDecoder().decode(part) : '');

function readParts(name: string, document: Uint8Array, parts: Record<string, Uint8Array>): DocumentLine[] {
  try {
    const styles = readStyles(textOf(parts['word/styles.xml']));
    const numbering = readNumbering(textOf(parts['word/numbering.xml']), (style) => styles.get(style)?.list ?? null);
    return readDocument(textOf(document), numbering, styles);
  } catch (cause) {
    throw cause instanceof InputError ? new InputError(`${name}: ${cause.message}`, { cause }) : cause;
  }
}

/**
 * DOCX → its lines. Read from the XML itself: the libraries that convert to HTML drop the automatic numbers (一、（一）1.),
 * on which the outline of a notice rests. Headers, footers, comments and notes are other parts of the file and stay out.
 */
export async function readDocx(file: CapturedFile): Promise<Decoded> {
  const { parts, entries } = unpack(file);
  const document = parts['word/document.xml'] ?? parts['word/document2.xml'];
  if (!document) {
    const kind =
      OTHER_KINDS.find(([entry]) => entries.some((name) => entry.test(name)))?.[1] ??
      'a zip archive without a Word document';
    throw new InputError(`${file.name}: the file is ${kind}, not a notice: give .docx, .pdf, a page or text`);
  }
  const lines = readParts(file.name, document, parts);
  if (lines.length === 0)
    throw new InputError(`${file.name}: the document holds no text (a scan?): give a text version`);
  const { title, lines: texts } = linesUnderTitle(lines);
  return { format: 'docx', content: texts.join('\n'), title, warnings: [] };
}
