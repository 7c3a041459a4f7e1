import { InputError } from './error.ts';
import type { CapturedFile, Decoded } from './read/captured.ts';
import { type Claim, readCharset } from './read/charset.ts';
import { beginsAsHtml, kindOf, looksLikeHtml, nameOfBinary } from './read/kind.ts';

export type { CapturedFile, Decoded } from './read/captured.ts';

/** A notice has some 10 kB, the longest pages some 2 MB; beyond this something is wrong. */
const MAX_TEXT_BYTES = 64 * 1024 * 1024;
/** Scans come as large PDFs. */
const MAX_DOCUMENT_BYTES = 128 * 1024 * 1024;
/** Where a meta tag is looked for. */
const META_BYTES = 32_768;

const HTML_ENDINGS = new Set([
  'htm',
  'html',
  'shtml',
  'shtm',
  'xhtml',
  'jhtml',
  'asp',
  'aspx',
  'jsp',
  'php',
  'jspx',
  'do',
  'action',
  'phtml',
]);
const TEXT_ENDINGS = new Set(['txt', 'md', 'text', 'markdown', '']);
/** Ways of naming the standard input. */
const STDIN = new Set(['-', 'stdin', '<stdin>']);

function endingOf(name: string): string {
  const path = /^https?:\/\//i.test(name) ? name.slice(name.indexOf('/', 8)).replace(/[?#].*$/s, '') : name;
  const file = path.slice(path.lastIndexOf('/') + 1);
  const dot = file.lastIndexOf('.');
  return dot > 0 ? file.slice(dot + 1).toLowerCase() : '';
}

const isUrl = (name: string): boolean => /^https?:\/\//i.test(name);

function claimsOf(file: CapturedFile, html: boolean): Claim[] {
  const claims: Claim[] = file.encoding ? [{ by: 'source', label: file.encoding }] : [];
  const header = /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(file.contentType ?? '')?.[1];
  if (header) claims.push({ by: 'HTTP header', label: header });
  if (!html) return claims;
  const head = Buffer.from(file.bytes.subarray(0, META_BYTES)).toString('latin1');
  const meta =
    /<meta\b[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head)?.[1] ??
    /^\s*<\?xml\b[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})/i.exec(head)?.[1];
  if (meta) claims.push({ by: 'meta tag', label: meta });
  return claims;
}

function checkSize(file: CapturedFile, max: number): void {
  if (file.bytes.length > max)
    throw new InputError(
      `${file.name}: ${Math.round(file.bytes.length / 1024 / 1024)} MB is too large for a notice (at most ${max / 1024 / 1024} MB): cut out the part that holds the notice`,
    );
}

function decodeCharacters(file: CapturedFile, format: 'html' | 'text'): Decoded {
  checkSize(file, MAX_TEXT_BYTES);
  const { text, encoding, warnings } = readCharset(file.bytes, claimsOf(file, format === 'html'));
  const content = text.replace(/^\ufeff/, '').replaceAll('\0', '');
  if (!content.trim())
    throw new InputError(`${file.name}: the file holds only white space: give a file with the notice in it`);
  return { format, content, encoding, warnings };
}

/** What a file without a telling first byte is: by its ending, its content type and its look. */
function characterFormat(file: CapturedFile): 'html' | 'text' {
  const type = (file.contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const ending = endingOf(file.name);
  if (beginsAsHtml(file.bytes) || (looksLikeHtml(file.bytes) && !TEXT_ENDINGS.has(ending))) return 'html';
  if (type === 'text/html' || type === 'application/xhtml+xml' || HTML_ENDINGS.has(ending)) return 'html';
  if (looksLikeHtml(file.bytes) && (isUrl(file.name) || STDIN.has(file.name))) return 'html';
  if (type === 'text/plain' || TEXT_ENDINGS.has(ending) || STDIN.has(file.name)) return 'text';
  throw new InputError(
    `${file.name}: unknown kind of file${ending ? ` “.${ending}”` : ''}${type ? ` (${type})` : ''}: give text (.txt, .md), a page (.html), .pdf, .docx or .doc`,
  );
}

/**
 * Bytes → characters, whatever they are: page, plain text, PDF, Word document.
 * Throws an InputError, one line with what to do, where a file is empty, binary, encrypted, unreadable, of unknown kind or too large.
 */
export async function decode(file: CapturedFile): Promise<Decoded> {
  if (file.bytes.length === 0) throw new InputError(`${file.name}: the file is empty: fetch or export it again`);
  checkSize(file, MAX_DOCUMENT_BYTES);
  const kind = kindOf(file.bytes);
  if (kind === 'pdf') return (await import('./read/pdf.ts')).readPdf(file);
  if (kind === 'zip') return (await import('./read/docx.ts')).readDocx(file);
  if (kind === 'ole') return (await import('./read/doc.ts')).readDoc(file);
  const binary = nameOfBinary(file.bytes);
  if (binary)
    throw new InputError(
      `${file.name}: the bytes are ${binary}, not a notice: give text, a page, a PDF or a Word document`,
    );
  return decodeCharacters(file, characterFormat(file));
}
