/**
 * What was computed for a key is kept until another is asked for: the pages of one notice in both languages are built
 * one after the other, and share it.
 */
export function latest<T>(compute: (key: string) => T): (key: string) => T {
  let kept: { readonly key: string; readonly value: T } | undefined;
  return (key) => {
    if (kept?.key !== key) kept = { key, value: compute(key) };
    return kept.value;
  };
}
