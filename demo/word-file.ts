import { strToU8, zipSync } from 'fflate';

/** The parts of a Word file that tests write out: the XML between the root tags. */
export interface WordParts {
  body: string;
  numbering?: string;
  styles?: string;
  /** Further parts by path, whole. */
  others?: Record<string, string>;
}

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const part = (root: string, content: string): Uint8Array =>
  strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} ${NAMESPACES}>${content}</w:${root}>`);

/** Bytes of a .docx as Word packs it. */
export function wordFile({ body, numbering, styles, others = {} }: WordParts): Uint8Array {
  const parts = {
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    ...(numbering ? { 'word/numbering.xml': part('numbering', numbering) } : {}),
    ...(styles ? { 'word/styles.xml': part('styles', styles) } : {}),
    ...Object.fromEntries(Object.entries(others).map(([path, content]) => [path, strToU8(content)])),
  };
  // one moment for all, so that the same text gives the same bytes
  return zipSync(parts, { mtime: new Date(2020, 0, 1) });
}

/** A paragraph of one run per argument; a string beginning with “<” is taken as XML. */
export const p = (...runs: string[]): string =>
  `<w:p>${runs.map((run) => (run.startsWith('<') ? run : `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`)).join('')}</w:p>`;
