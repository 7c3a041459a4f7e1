import { InputError } from '../error.ts';
import type { CapturedFile, Decoded } from './captured.ts';

/** Names of streams inside a compound file, as they stand in its directory (UTF-16LE). */
const holds = (bytes: Uint8Array, stream: string): boolean =>
  Buffer.from(bytes).includes(Buffer.from(stream, 'utf16le'));

/**
 * Compound files: Word 97–2003, Excel 97–2003, WPS, and encrypted .docx. No kept library reads the Word kind whole (its
 * automatic numbering is lost, so 一、 and （一） would silently vanish): each gets a line that says what to do.
 */
export function readDoc({ bytes, name }: CapturedFile): Promise<Decoded> {
  if (holds(bytes, 'EncryptedPackage'))
    throw new InputError(`${name}: the document is encrypted: save it without a password`);
  if (holds(bytes, 'Workbook'))
    throw new InputError(
      `${name}: the file is an Excel workbook, not a notice: give the notice as .docx, .pdf or text`,
    );
  if (holds(bytes, 'PowerPoint Document'))
    throw new InputError(
      `${name}: the file is a PowerPoint show, not a notice: give the notice as .docx, .pdf or text`,
    );
  throw new InputError(
    `${name}: cannot read a Word 97–2003 document (.doc, .wps): save it as .docx or .pdf, for example with soffice --headless --convert-to docx`,
  );
}
