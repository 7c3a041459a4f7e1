import type { CapturedFile, Decoded } from '../decode.ts';
import { InputError } from '../error.ts';

export async function readDocx(file: CapturedFile): Promise<Decoded> {
  throw new InputError(`${file.name}: Word documents cannot be read yet: give the text`);
}
