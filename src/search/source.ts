import { readRecord, readRegistries, readText, recordIds } from '../workspace.ts';
import { enterpriseNames } from './names.ts';
import { searchNotice } from './notice.ts';
import type { SearchSource } from './source-shape.ts';

/** What a workspace gives the search: every record that the site shows, with its text where the archive is at hand. */
export function readSearchSource(dir: string, ids: readonly string[] = recordIds(dir)): SearchSource {
  const registries = readRegistries(dir);
  const known = {
    enterprises: new Map(registries.enterprises.map((enterprise) => [enterprise.id, enterprise])),
    sectors: new Map(registries.sectors.map((sector) => [sector.id, sector])),
    topics: new Map(registries.topics.map((topic) => [topic.id, topic])),
  };
  const notices = ids.map((id) => {
    const record = readRecord(dir, id);
    return searchNotice(record, readText(dir, record), known);
  });
  const names = enterpriseNames(registries.enterprises);
  const domainWords = [...registries.glossary.map(({ zh }) => zh), ...registries.topics.flatMap(({ terms }) => terms)];
  return { notices, names, domainWords };
}
