import { escapeHtml, readBlocks } from './markup.ts';
import { pdfFile, setParagraphs } from './pdf-file.ts';
import type { SampleNotice } from './samples.ts';
import { p, wordFile } from './word-file.ts';

/** The document that holds a notice’s text: what the path ends in, .pdf or .docx. Throws for any other. */
export function documentOf({ title, body }: SampleNotice, path: string): { type: string; bytes: Uint8Array } {
  const paragraphs = readBlocks(body).map((block) => {
    if (block.kind === 'table') throw new Error(`${path}: a sample document has no tables`);
    return block.text;
  });
  if (path.endsWith('.pdf')) {
    return { type: 'application/pdf', bytes: pdfFile(setParagraphs([title, ...paragraphs])) };
  }
  if (path.endsWith('.docx')) {
    return {
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes: wordFile({ body: [title, ...paragraphs].map((text) => p(escapeHtml(text))).join('') }),
    };
  }
  throw new Error(`${path}: a sample document is a .pdf or a .docx`);
}
