import { InputError } from './error.ts';

/** How much of a text may be undecodable before it is no text at all. */
const HOPELESS = 0.2;
const REPLACEMENT = '\ufffd';

interface Decoded {
  /** The text as decoded, before any repair. */
  readonly original: string;
  readonly warnings: readonly string[];
}

function countReplacements(text: string): number {
  let count = 0;
  for (let at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, at + 1)) count++;
  return count;
}

/**
 * Whether bytes were lost on the way to the text: places that no encoding explains, or an end in the middle of a
 * character. Such a notice is read as far as it goes, but its file did not arrive whole. Throws InputError where so
 * much is lost that nothing can be read.
 */
export function isDamaged({ original, warnings }: Decoded, name: string): boolean {
  const lost = countReplacements(original);
  const visible = original.replace(/\s/g, '').length;
  if (lost > 0 && lost >= HOPELESS * visible) {
    throw new InputError(
      `${name}: ${lost} of ${visible} characters cannot be decoded in any known encoding: fetch or export the file again`,
    );
  }
  return lost > 0 || warnings.some((warning) => warning.includes('middle of a character'));
}

/** What to do about a damaged file. */
export const DAMAGE_ADVICE = 'the file did not arrive whole: fetch or export it again';
