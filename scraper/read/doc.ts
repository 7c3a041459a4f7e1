import type { CapturedFile, Decoded } from '../decode.ts';
import { InputError } from '../error.ts';

export async function readDoc(file: CapturedFile): Promise<Decoded> {
  throw new InputError(`${file.name}: Word 97 documents cannot be read yet: give the text`);
}
