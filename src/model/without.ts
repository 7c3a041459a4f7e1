/** What one list has and another has not, each as often as it is too many; in its own order. */
export function without<T>(items: readonly T[], others: readonly T[], key: (item: T) => unknown = (item) => item): T[] {
  const left = new Map<unknown, number>();
  for (const other of others) left.set(key(other), (left.get(key(other)) ?? 0) + 1);
  return items.filter((item) => {
    const count = left.get(key(item)) ?? 0;
    if (count > 0) left.set(key(item), count - 1);
    return count === 0;
  });
}
