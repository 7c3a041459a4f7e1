/** Bytes as they were fetched or handed in. */
export interface CapturedFile {
  bytes: Uint8Array;
  /** File name or URL: for the error lines, and for the ending. */
  name: string;
  /** The HTTP header of that name, with its charset. */
  contentType?: string;
  /** What the source says its pages are in; a claim like the others. */
  encoding?: string;
  url?: string;
}

/** The characters of a capture. Of a PDF or Word document: a paragraph a line, table cells separated by tabs. */
export type Decoded =
  | { format: 'html'; content: string; encoding: string; warnings: string[] }
  | { format: 'text'; content: string; encoding: string; warnings: string[] }
  | { format: 'pdf' | 'docx' | 'doc'; content: string; title: string | null; warnings: string[] };
