/** Replace `text.slice(start, end)` by `text`. Edits of one repair are sorted and do not overlap. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A damaged place with more than one possible reading, or none: left as it stands, for a person to look at. */
export interface Doubt {
  readonly repair: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** What it may have been; empty where no reading is possible. */
  readonly readings: readonly string[];
}

/** One kind of damage: finds what to replace; never touches clean text; finds nothing in its own result. */
export interface Repair {
  readonly name: string;
  readonly find: (text: string) => Edit[];
  /** Damage that it recognises and leaves. */
  readonly doubt?: (text: string) => Doubt[];
}

/**
 * One edit for each match of a global pattern.
 * `write` gives what stands there afterwards, or null to leave the match as it is.
 */
export function editMatches(text: string, pattern: RegExp, write: (match: RegExpExecArray) => string | null): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(pattern)) {
    const written = write(match);
    if (written === null || written === match[0]) continue;
    edits.push({ start: match.index, end: match.index + match[0].length, text: written });
  }
  return edits;
}

export const byStart = (a: Edit, b: Edit): number => a.start - b.start || a.end - b.end;

/** The edits in order; of two that overlap the later one is dropped. */
export function disjoint(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  let end = -1;
  for (const edit of [...edits].sort(byStart)) {
    if (edit.start < end) continue;
    kept.push(edit);
    end = Math.max(edit.end, edit.start);
  }
  return kept;
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of edits) {
    pieces.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}
