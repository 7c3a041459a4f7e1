export interface SearchRow {
  readonly what: string;
  readonly notices: number;
  readonly figure: string;
  readonly value: number;
  readonly goal?: string;
}

/** One query and the notices that hold it, by a plain scan. */
export interface Truth {
  readonly q: string;
  readonly ids: ReadonlySet<string>;
}
