/** Text as HTML character data and attribute value. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export type Block =
  | { readonly kind: 'heading' | 'paragraph' | 'signature'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

const isRow = (line: string): boolean => line.startsWith('|');
const isRule = (line: string): boolean => /^\|[\s|-]+\|$/.test(line);
/** Both scripts, as a damaged copy has Traditional headings. */
const isHeading = (line: string): boolean => /^[一二三四五六七八九十]{1,3}、/.test(line) && line.length <= 60;
/** The signer and the date at the end: short and without a full stop. */
const isSignature = (line: string): boolean => line.length <= 60 && !/[。；;]/.test(line);

const cells = (line: string): string[] =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

/** The body of a notice file as blocks, in order. */
export function readBlocks(body: string): Block[] {
  const lines = body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const end = lines.slice(-2).every(isSignature) ? lines.length - 2 : lines.length;
  const blocks: Block[] = [];
  let rows: string[][] | null = null;
  for (const [i, line] of lines.entries()) {
    if (isRule(line)) continue;
    if (isRow(line)) {
      if (!rows) {
        rows = [];
        blocks.push({ kind: 'table', rows });
      }
      rows.push(cells(line));
      continue;
    }
    rows = null;
    blocks.push({ kind: i >= end ? 'signature' : isHeading(line) ? 'heading' : 'paragraph', text: line });
  }
  return blocks;
}
