import type { NoticeSummary } from './summary.ts';

/** Notices newest first, and the same by what they are about. */
export interface NoticeIndex {
  readonly notices: readonly NoticeSummary[];
  readonly byId: ReadonlyMap<string, NoticeSummary>;
  /** Notices about or naming a registered enterprise. */
  readonly byEnterprise: ReadonlyMap<string, readonly NoticeSummary[]>;
  readonly byRound: ReadonlyMap<string, readonly NoticeSummary[]>;
}

export function indexNotices(summaries: readonly NoticeSummary[]): NoticeIndex {
  const notices = [...summaries].sort(byNewest);
  return {
    notices,
    byId: new Map(notices.map((n) => [n.id, n])),
    byEnterprise: groupBy(notices, (n) => n.enterpriseIds),
    byRound: groupBy(notices, (n) => (n.round?.id ? [n.round.id] : [])),
  };
}

/** The date that orders a notice: publication, or else signature, feedback, entry; '' where none is stated. */
export const orderDate = (n: NoticeSummary): string => {
  const date = n.published ?? n.signed ?? n.feedback ?? n.start ?? '';
  return date.startsWith('--') ? '' : date;
};

/** Newest first; undated ones last; ties by id, so that two builds agree. */
export function byNewest(a: NoticeSummary, b: NoticeSummary): number {
  const left = orderDate(a);
  const right = orderDate(b);
  if (left !== right) return left < right ? 1 : -1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The headline fact of a category, if the notice states it. */
export const factOf = (n: NoticeSummary, category: string): NoticeSummary['headline'][number] | undefined =>
  n.headline.find((fact) => fact.category === category);

function groupBy<T>(list: readonly T[], keys: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list)
    for (const key of keys(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  return groups;
}
