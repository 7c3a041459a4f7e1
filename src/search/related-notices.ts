import { latest } from '../views/latest.ts';
import { once } from '../views/once.ts';
import { recordIds, workspaceDir } from '../workspace.ts';
import { findRelated } from './related.ts';
import { openSearchSource } from './source.ts';
import { fold, makeFolding } from './terms.ts';
import { generalWords, makeSegmenter, spreadOfWords } from './words.ts';

export interface RelatedNotice {
  readonly id: string;
  /** The rare words that both notices have. */
  readonly shared: readonly string[];
}

/** More than a page shows: records that the pages left out are among them. */
const LIMIT = 10;

const getRelated = once(() => {
  const dir = workspaceDir();
  const ids = recordIds(dir);
  const { names, domainWords, notice } = openSearchSource(dir);
  const folding = makeFolding('');
  const segment = makeSegmenter(
    [...domainWords, ...names.flatMap(({ names: all }) => all)].map((word) => fold(word, folding)),
  );
  // texts one at a time: the pages are built in the same process
  const counts = spreadOfWords(
    ids.map((id) => () => fold(notice(id).text, folding)),
    segment,
  );
  const numberOf = new Map(ids.map((id, number) => [id, number]));
  const related = findRelated(counts, generalWords());
  return (id: string, limit: number): RelatedNotice[] =>
    related(numberOf.get(id) ?? -1, limit).map(({ notice: number, shared }) => ({
      id: ids[number] as string,
      shared,
    }));
});

/** The ten notices that share the most rare words with one, the nearest first. */
export const relatedNotices = latest((id): RelatedNotice[] => getRelated()(id, LIMIT));
