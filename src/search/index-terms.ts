import type { Frame } from './frame.ts';
import type { FacetValue } from './header.ts';
import type { SearchNotice } from './notice.ts';
import { type TermWeights, weighTerms } from './ranking.ts';
import type { IndexTerm } from './shards.ts';
import type { BuildTools, SearchSource } from './source-shape.ts';
import { fold } from './terms.ts';
import { keywords } from './words.ts';

const KEYWORDS = 24;

/** Terms that weigh the ranking, and names that lead to an enterprise; one entry for each text. */
export function indexTerms(
  source: SearchSource,
  notices: readonly SearchNotice[],
  { folding, facets }: Frame,
  segmenter: BuildTools['segmenter'],
): IndexTerm[] {
  const folded = (text: string): string => fold(text, folding);
  const namesOf = new Map(source.names.map(({ id, names }) => [id, names.map(folded)]));
  const segment = segmenter([...source.domainWords, ...source.names.flatMap(({ names }) => names)].map(folded));
  const words = keywords(
    notices.map(
      ({ text }) =>
        () =>
          folded(text),
    ),
    segment,
    KEYWORDS,
  );
  const weights = weighTerms(
    notices.map(({ title, facets: own }, number) => ({
      title: segment(folded(title)),
      enterprise: own.enterprise.flatMap(({ id, zh }) => namesOf.get(id) ?? [folded(zh)]),
      topics: own.topic.map(({ zh }) => folded(zh)),
      keywords: words[number] ?? [],
    })),
  );
  return mergeTerms(weights, namedEnterprises(facets.enterprise, namesOf));
}

function namedEnterprises(
  enterprises: readonly FacetValue[],
  namesOf: ReadonlyMap<string, readonly string[]>,
): Map<string, number[]> {
  const named = new Map<string, number[]>();
  enterprises.forEach(({ id }, number) => {
    for (const name of new Set(namesOf.get(id) ?? [])) {
      if (name.length < 2) continue;
      const numbers = named.get(name);
      if (numbers) numbers.push(number);
      else named.set(name, [number]);
    }
  });
  return named;
}

function mergeTerms(weights: readonly TermWeights[], named: ReadonlyMap<string, number[]>): IndexTerm[] {
  const terms = new Map<string, IndexTerm>(
    weights.map(({ text, notices, values }) => [text, { text, weights: { notices, values } }]),
  );
  for (const [text, enterprises] of named) terms.set(text, { ...terms.get(text), text, enterprises });
  return [...terms.values()].filter(({ text }) => !text.includes('\n'));
}
