/** Names of the files of an index, from its folder. */
export const indexPaths = {
  /** Says which build is the current one: eight hexadecimal digits, then the header. */
  header: 'header.bin',
  shard: (build: string, shard: number): string => `${build}/${shard.toString(36)}.bin`,
  notice: (build: string, notice: number): string => `${build}/n/${notice.toString(36)}.bin`,
  /** Every Traditional character, for a query that needs it. */
  variants: (build: string): string => `${build}/variants.bin`,
  /** Names of the enterprises with their pinyin, for completion. */
  names: (build: string): string => `${build}/names.bin`,
} as const;
