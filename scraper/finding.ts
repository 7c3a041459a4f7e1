/** A value read from a text, with the span it was read from: `text.slice(start, end) === quote`. */
export interface Finding<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** implied: a part of the value, such as the year, is inherited from elsewhere in the text. */
  readonly certainty?: 'implied';
}
