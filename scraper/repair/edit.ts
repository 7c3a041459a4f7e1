/** Replace `text.slice(start, end)` by `text`. Edits of one repair are sorted and do not overlap. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One kind of damage: finds what to replace; never touches clean text; finds nothing in its own result. */
export interface Repair {
  readonly name: string;
  readonly find: (text: string) => Edit[];
}
