import type { Topic } from '../model/index.ts';
import type { Ledger } from './ledger.ts';
import type { NoticeSummary, Passage } from './summary.ts';

/** A passage with the notice that holds it. */
export interface FoundPassage {
  readonly notice: NoticeSummary;
  readonly passage: Passage;
}

export interface TopicView {
  readonly topic: Topic;
  /** Newest notice first, in the order of the text. */
  readonly passages: readonly FoundPassage[];
  /** Passages per enterprise id. */
  readonly perEnterprise: ReadonlyMap<string, readonly FoundPassage[]>;
  readonly notices: number;
}

/** Every topic of the lexicon with its passages, in one pass over the notices. */
export function topicViews(ledger: Ledger): Map<string, TopicView> {
  const found = new Map<string, FoundPassage[]>([...ledger.topics.keys()].map((id) => [id, []]));
  for (const notice of ledger.notices)
    for (const passage of notice.passages)
      for (const topic of passage.topics) found.get(topic)?.push({ notice, passage });
  return new Map(
    [...ledger.topics].map(([id, topic]) => {
      const passages = found.get(id) ?? [];
      return [id, { topic, passages, perEnterprise: groupByEnterprise(passages), notices: countNotices(passages) }];
    }),
  );
}

function groupByEnterprise(passages: readonly FoundPassage[]): Map<string, FoundPassage[]> {
  const groups = new Map<string, FoundPassage[]>();
  for (const found of passages) {
    const id = found.notice.enterprise?.id;
    if (!id) continue;
    const group = groups.get(id);
    if (group) group.push(found);
    else groups.set(id, [found]);
  }
  return groups;
}

const countNotices = (passages: readonly FoundPassage[]): number => new Set(passages.map((p) => p.notice.id)).size;
