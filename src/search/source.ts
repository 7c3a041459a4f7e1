import { readRecord, readRegistries, readText, recordIds } from '../workspace.ts';
import { enterpriseNames } from './names.ts';
import { type SearchNotice, searchNotice } from './notice.ts';
import type { SearchSource } from './source-shape.ts';

/** What a workspace gives the search, its notices one at a time. */
export function openSearchSource(
  dir: string,
): Omit<SearchSource, 'notices'> & { readonly notice: (id: string) => SearchNotice } {
  const registries = readRegistries(dir);
  const known = {
    enterprises: new Map(registries.enterprises.map((enterprise) => [enterprise.id, enterprise])),
    rounds: new Map(registries.rounds.map((round) => [round.id, round])),
    sectors: new Map(registries.sectors.map((sector) => [sector.id, sector])),
    topics: new Map(registries.topics.map((topic) => [topic.id, topic])),
  };
  return {
    names: enterpriseNames(registries.enterprises),
    domainWords: [...registries.glossary.map(({ zh }) => zh), ...registries.topics.flatMap(({ terms }) => terms)],
    notice(id) {
      const record = readRecord(dir, id);
      return searchNotice(record, readText(dir, record), known);
    },
  };
}

/** Every record that the site shows, with its text where the archive is at hand. */
export function readSearchSource(dir: string, ids: readonly string[] = recordIds(dir)): SearchSource {
  const { names, domainWords, notice } = openSearchSource(dir);
  return { notices: ids.map(notice), names, domainWords };
}
