import type { Lang } from '../i18n/index.ts';
import type { Enterprise, Topic } from '../model/index.ts';
import { page, paths, topicAnchor } from '../urls.ts';
import type { Ledger } from './ledger.ts';
import type { TopicView } from './topic.ts';

/** Rows that a page still shows at once. */
const MAX_ROWS = 150;

export interface MatrixCell {
  readonly topic: Topic;
  readonly count: number;
  /** 1 (little) … 5 (most). */
  readonly shade: number;
  readonly href: (lang: Lang) => string;
}

export interface TopicMatrix {
  readonly topics: readonly Topic[];
  readonly rows: readonly { readonly enterprise: Enterprise; readonly cells: readonly (MatrixCell | null)[] }[];
  /** Enterprises with passages that are not shown. */
  readonly left: number;
}

/** Enterprises × topics: number of passages, leading to all of them on the page of the enterprise. No passage is an empty cell. */
export function topicMatrix(ledger: Ledger, views: ReadonlyMap<string, TopicView>): TopicMatrix {
  const used = [...views.values()].filter((view) => view.passages.length > 0);
  const totals = new Map<string, number>();
  for (const view of used)
    for (const [id, passages] of view.perEnterprise) totals.set(id, (totals.get(id) ?? 0) + passages.length);
  const ids = [...totals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id);
  const known = ids.flatMap((id) => ledger.enterprises.get(id) ?? []);
  const most = Math.max(1, ...used.flatMap((view) => [...view.perEnterprise.values()].map((list) => list.length)));
  return {
    topics: used.map((view) => view.topic),
    rows: known.slice(0, MAX_ROWS).map((enterprise) => ({
      enterprise,
      cells: used.map((view) => cellOf(view, enterprise.id, most)),
    })),
    left: Math.max(0, known.length - MAX_ROWS),
  };
}

function cellOf(view: TopicView, enterprise: string, most: number): MatrixCell | null {
  const passages = view.perEnterprise.get(enterprise);
  if (!passages) return null;
  return {
    topic: view.topic,
    count: passages.length,
    shade: Math.max(1, Math.ceil((passages.length / most) * 5)),
    href: (lang) => `${page(lang, paths.enterprise(enterprise))}#${topicAnchor(view.topic.id)}`,
  };
}
