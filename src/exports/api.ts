/** The static JSON API under /api/v1/: documented in docs/api.md, stable within the version. */
import type { Enterprise, Figure, FigureCategory, NoticeChange, NoticeRecord, Round } from '../model/index.ts';
import { FIGURE_CATEGORIES, RECORD_VERSION } from '../model/index.ts';
import { api, file } from '../urls.ts';
import type { Ledger } from '../views/ledger.ts';
import type { NoticeSummary } from '../views/summary.ts';
import type { DataFile } from './catalogue.ts';
import { json, openFile, type Written, writeFile } from './files.ts';
import type { Versions } from './versions.ts';

/** Version of the API: new keys raise the second number; anything else gets a new address. */
export const API_VERSION = '1.0.0';

/** Figures in one file of a category. */
const PART_ROWS = 20_000;

/** A file of the API as the indexes name it: its address with base. */
const entry = ({ path, bytes, sha256 }: Written) => ({ path: file(path), bytes, sha256 });

/** What the index says of a record without reading it. */
const recordEntry = (written: Written, n: NoticeSummary) => ({
  id: n.id,
  ...entry(written),
  sample: n.sample,
  docType: n.docType,
  title: n.title,
  enterpriseId: n.enterprise?.id ?? null,
  enterprise: n.enterprise?.name ?? null,
  roundId: n.round?.id ?? null,
  publishedDate: n.published,
  retrievedAt: n.retrievedAt,
});

const figureRow = (record: NoticeRecord, figure: Figure, index: number) => ({
  notice: record.id,
  figure: index + 1,
  sample: record.sample === true,
  enterpriseId: record.enterprise?.id ?? null,
  roundId: record.inspection.round?.id ?? null,
  publishedDate: record.publication.publishedDate,
  ...figure,
});

/** Figures of one category, in files of at most 20,000 rows; each a JSON array. */
function figureFiles(root: string) {
  const open = new Map<FigureCategory, { rows: number; file: ReturnType<typeof openFile> }>();
  const written = new Map<FigureCategory, { file: Written; rows: number }[]>();
  const finish = (category: FigureCategory): void => {
    const current = open.get(category);
    if (!current) return;
    current.file.write('\n]\n');
    written.set(category, [...(written.get(category) ?? []), { file: current.file.close(), rows: current.rows }]);
    open.delete(category);
  };
  const fileFor = (category: FigureCategory) => {
    if (open.get(category)?.rows === PART_ROWS) finish(category);
    const current = open.get(category);
    if (current) return current;
    const part = (written.get(category)?.length ?? 0) + 1;
    const fresh = { rows: 0, file: openFile(root, api.figures(category, part)) };
    open.set(category, fresh);
    return fresh;
  };
  return {
    add(record: NoticeRecord): void {
      record.figures.forEach((figure, index) => {
        const current = fileFor(figure.category);
        current.file.write(`${current.rows === 0 ? '[\n' : ',\n'}${JSON.stringify(figureRow(record, figure, index))}`);
        current.rows++;
      });
    },
    close() {
      for (const category of [...open.keys()]) finish(category);
      return (Object.keys(FIGURE_CATEGORIES) as FigureCategory[]).flatMap((category) => {
        const files = written.get(category);
        if (!files) return [];
        return [
          {
            category,
            label: FIGURE_CATEGORIES[category],
            figures: files.reduce((sum, { rows }) => sum + rows, 0),
            files: files.map(({ file: each, rows }) => ({ ...entry(each), figures: rows })),
          },
        ];
      });
    },
  };
}

const brief = ({ id, docType, title, published, sample }: NoticeSummary) => ({
  id,
  path: file(api.record(id)),
  docType,
  title,
  publishedDate: published,
  sample,
});

function writeEnterprises(root: string, ledger: Ledger): Written {
  const rows = ledger.registries.enterprises.map((enterprise: Enterprise) => {
    const notices = ledger.byEnterprise.get(enterprise.id) ?? [];
    const rounds = ledger.registries.rounds
      .filter(({ units }) => units.some((unit) => unit.enterprise === enterprise.id))
      .map(({ id }) => id);
    const whole = { ...enterprise, rounds, notices: notices.map(brief) };
    const written = writeFile(root, api.enterprise(enterprise.id), json(whole));
    const { id, name, short, sample } = enterprise;
    return { id, ...entry(written), name, short: short ?? null, sample: sample === true, notices: notices.length };
  });
  return writeFile(root, api.enterprises, json(rows));
}

function writeRounds(root: string, ledger: Ledger): Written {
  const rows = ledger.registries.rounds.map((round: Round) => {
    const notices = ledger.byRound.get(round.id) ?? [];
    const written = writeFile(root, api.round(round.id), json({ ...round, notices: notices.map(brief) }));
    const { id, term, number, body, kind, start, end, feedback, complete, units, sample } = round;
    return {
      id,
      ...entry(written),
      term,
      number,
      body,
      kind,
      start: start ?? null,
      end: end ?? null,
      feedback: feedback ?? null,
      complete,
      units: units.length,
      sample: sample === true,
      notices: notices.length,
    };
  });
  return writeFile(root, api.rounds, json(rows));
}

/** The change feed: what changed in each release, the latest first, and since then in this build. */
function writeChanges(root: string, { version, releases, unreleased }: Versions): Written {
  const count = (changes: readonly NoticeChange[]) => {
    const counts = { added: 0, changed: 0, corrected: 0, gone: 0 };
    for (const { kind } of changes) counts[kind]++;
    return counts;
  };
  const entries = releases.map((release) => {
    const written = writeFile(root, api.release(release.id), json(release));
    const { id, schema, notices, figures, note, changes } = release;
    return { id, ...entry(written), schema, notices, figures, note: note ?? null, counts: count(changes) };
  });
  const feed = { version, unreleased: { counts: count(unreleased), changes: unreleased }, releases: entries };
  return writeFile(root, api.changes, json(feed));
}

export interface ApiWriter {
  /** @param line the record as JSON */
  readonly add: (record: NoticeRecord, summary: NoticeSummary, line: string) => void;
  readonly close: (ledger: Ledger, versions: Versions, downloads: readonly DataFile[]) => Written[];
}

/** Writes the API while the records pass by; closing writes the indexes and gives every file but the records. */
export function openApi(root: string): ApiWriter {
  const records: ReturnType<typeof recordEntry>[] = [];
  const figures = figureFiles(root);
  let count = 0;
  return {
    add(record, summary, line) {
      records.push(recordEntry(writeFile(root, api.record(record.id), `${line}\n`), summary));
      figures.add(record);
      count += record.figures.length;
    },
    close(ledger, versions, downloads) {
      const indexes = {
        records: writeFile(root, api.records, json(records)),
        enterprises: writeEnterprises(root, ledger),
        rounds: writeRounds(root, ledger),
        figures: writeFile(root, api.categories, json(figures.close())),
        changes: writeChanges(root, versions),
      };
      const index = {
        name: 'zhenggai-ledger',
        api: API_VERSION,
        schema: RECORD_VERSION,
        version: versions.version,
        asOf: ledger.asOf,
        licence: 'CC-BY-4.0',
        counts: {
          records: records.length,
          samples: ledger.samples,
          figures: count,
          enterprises: ledger.registries.enterprises.length,
          rounds: ledger.registries.rounds.length,
        },
        indexes: Object.fromEntries(Object.entries(indexes).map(([name, written]) => [name, entry(written)])),
        downloads: downloads.map((each) => ({ name: each.name, format: each.format, ...entry(each) })),
      };
      return [...Object.values(indexes), writeFile(root, api.index, json(index))];
    },
  };
}
