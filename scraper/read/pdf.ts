import type { CapturedFile, Decoded } from '../decode.ts';
import { InputError } from '../error.ts';

export async function readPdf(file: CapturedFile): Promise<Decoded> {
  throw new InputError(`${file.name}: PDF files cannot be read yet: give the text`);
}
