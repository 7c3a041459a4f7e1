/** The names of an enterprise as the index keeps them for completion. */
export interface EnterpriseNames {
  readonly id: string;
  /** The registered name first. */
  readonly names: readonly string[];
  /** Syllables of each name, e.g. `zhong guo dian xin`. */
  readonly pinyin: readonly string[];
}
