import { type BitRow, bitCursor, bitRow, readGamma, rowBytes, writeGamma } from './bits.ts';
import { type Codes, readSymbol, writeSymbol } from './codes.ts';
import { readSet, writeSet } from './sets.ts';

/** What the result page shows of a notice: its facts in one line each and the text that was searched. */
export interface PackedNotice {
  readonly id: string;
  readonly title: string;
  readonly enterprise: string;
  /** Of the precision that is known; empty where no date is. */
  readonly date: string;
  /** Id of the document type. */
  readonly docType: string;
  readonly sample: boolean;
  /** What was searched: the clean text, then lines of the record that do not stand in it. */
  readonly text: string;
  /** Length of the clean text; 0 where it is not at hand and the record alone was searched. */
  readonly body: number;
  /** Where the heading lines begin in the text, ascending. */
  readonly headings: readonly number[];
}

/** Shared by all notices of an index. */
export interface Packing {
  readonly tokens: readonly string[];
  readonly codes: Codes;
}

const SEPARATOR = '\n';

/** The lines before the text. */
export const headLines = ({ id, title, enterprise, date, docType, sample }: Omit<PackedNotice, 'text'>): string =>
  [id, title, enterprise, date, docType, sample ? '1' : '']
    .map((line) => line.replaceAll(SEPARATOR, ' '))
    .join(SEPARATOR);

/** @param split gives the numbers of the tokens that make up a string, all of whose characters are tokens */
export function packNotice(notice: PackedNotice, split: (text: string) => Uint32Array, codes: Codes): Uint8Array {
  const row = bitRow();
  writeText(row, headLines(notice), split, codes);
  writeText(row, notice.text, split, codes);
  writeGamma(row, notice.body);
  writeGamma(row, notice.headings.length);
  writeSet(row, notice.headings, notice.text.length + 1);
  return rowBytes(row);
}

/** @throws RangeError where the bytes are no packed notice */
export function unpackNotice(bytes: Uint8Array, packing: Packing): PackedNotice {
  const cursor = bitCursor(bytes);
  const text = (): string => {
    const count = readGamma(cursor);
    if (count > bytes.length * 8) throw new RangeError(`a text of ${count} expressions in ${bytes.length} bytes`);
    const parts: string[] = [];
    for (let i = 0; i < count; i++) parts.push(packing.tokens[readSymbol(cursor, packing.codes)] ?? '');
    return parts.join('');
  };
  const [id = '', title = '', enterprise = '', date = '', docType = '', sample = ''] = text().split(SEPARATOR);
  const whole = text();
  const body = readGamma(cursor);
  const headings = [...readSet(cursor, readGamma(cursor), whole.length + 1)];
  return {
    id,
    title,
    enterprise,
    date,
    docType,
    sample: sample === '1',
    text: whole,
    body,
    headings,
  };
}

function writeText(row: BitRow, text: string, split: (text: string) => Uint32Array, codes: Codes): void {
  const tokens = split(text);
  writeGamma(row, tokens.length);
  for (const token of tokens) writeSymbol(row, codes, token);
}
