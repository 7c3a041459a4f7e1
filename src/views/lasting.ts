/** Anything but letters, digits and characters: what a better reading of a page most often changes. */
const UNSTEADY = /[^\p{L}\p{N}]/gu;

/** FNV-1a over the UTF-16 units: short, quick and the same everywhere. */
function hash(words: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) sum = Math.imul(sum ^ words.charCodeAt(i), 0x01000193);
  return sum >>> 0;
}

/**
 * Anchors of sentences that outlast another reading of the page, one after the other: made of the words themselves,
 * where `s-001` counts. Of equal sentences the second ends in -2.
 */
export function lastingAnchors(): (sentence: string) => string {
  const seen = new Map<string, number>();
  return (sentence) => {
    const anchor = `q-${hash(sentence.replace(UNSTEADY, '')).toString(36)}`;
    const times = (seen.get(anchor) ?? 0) + 1;
    seen.set(anchor, times);
    return times === 1 ? anchor : `${anchor}-${times}`;
  };
}
