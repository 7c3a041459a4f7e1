import type { Enterprise, NoticeRecord, NoticeSource, Source } from '../../src/model/index.ts';

const RANKS = { own: 0, authority: 1, media: 3, mirror: 4 } as const;
/** Handed in by a person, or from a place that is no registered source. */
const UNKNOWN = 2;

function hostOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).hostname : null;
}

const isWithin = (host: string, domain: string) => host === domain || host.endsWith(`.${domain}`);

/**
 * How much a place counts, lower is better: the enterprise’s own page first, a mirror last. A mirror that is damaged
 * must never replace what the enterprise itself says.
 */
export function rankSources(
  sources: readonly Source[],
  enterprises: readonly Enterprise[],
): (source: NoticeSource, record: Pick<NoticeRecord, 'enterprise'>) => number {
  const kinds = new Map<string, Source['kind']>();
  for (const source of sources) {
    for (const url of [source.home, ...source.lists.map((list) => list.url), ...source.known]) {
      const host = hostOf(url);
      if (host && !kinds.has(host)) kinds.set(host, source.kind);
    }
  }
  const domains = new Map(enterprises.flatMap(({ id, domain }) => (domain ? [[id, domain] as const] : [])));
  return ({ url }, { enterprise }) => {
    const host = hostOf(url);
    if (host === null) return UNKNOWN;
    const domain = enterprise?.id ? domains.get(enterprise.id) : undefined;
    if (domain && isWithin(host, domain)) return RANKS.own;
    const kind = kinds.get(host);
    return kind ? RANKS[kind] : UNKNOWN;
  };
}
