/**
 * A view computed on first use and kept for the build: thousands of pages share it.
 * For pure views of the ledger only; nothing that depends on a page belongs here.
 */
export function once<T>(compute: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: compute() };
    return kept.value;
  };
}
