import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  applyCorrections,
  Capture,
  countPublished,
  type Evidence,
  filledFields,
  NoticeRecord,
  type OutlineNode,
  type Source,
  SourceHealth,
  textPath,
  WORKSPACE,
} from '../src/model/index.ts';
import { listCaptures, sha256 } from './archive.ts';
import { inspectDrop } from './baseline.ts';
import { correctionProblems, correctionsById, loadCorrections } from './corrections.ts';
import { inspectReleases } from './inspect-releases.ts';
import { type Problem, schemaProblems } from './problem.ts';
import { type Loaded, loadRegistries, loadSources } from './workspace.ts';

/** What was looked at, and what is wrong with it. */
export interface Inspection {
  readonly problems: Problem[];
  readonly counts: {
    records: number;
    sample: number;
    evidence: number;
    texts: number;
    captures: number;
    sources: number;
  };
}

type Registries = Awaited<ReturnType<typeof loadRegistries>>;
type Quote = Pick<Evidence, 'start' | 'end' | 'quote'> & { readonly path: string };

/** Ids that records and tables may refer to. */
interface Known {
  readonly enterprises: ReadonlySet<string>;
  readonly rounds: ReadonlySet<string>;
  readonly topics: ReadonlySet<string>;
  readonly sectors: ReadonlySet<string>;
}

const knownIds = (registries: Registries): Known => ({
  enterprises: new Set(registries.enterprises.values.map(({ id }) => id)),
  rounds: new Set(registries.rounds.values.map(({ id }) => id)),
  topics: new Set(registries.topics.values.map(({ id }) => id)),
  sectors: new Set(registries.sectors.values.map(({ id }) => id)),
});

// ---- tables ----

function refer(
  file: string,
  path: string,
  id: string | null | undefined,
  known: ReadonlySet<string>,
  table: string,
): Problem[] {
  if (id === null || id === undefined || known.has(id)) return [];
  return [{ file, path, message: `no such id in ${table}`, value: id, advice: `add it to ${table}, or correct it` }];
}

function repeatedIds(values: readonly { readonly id: string }[], file: string): Problem[] {
  const seen = new Set<string>();
  return values.flatMap(({ id }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ file, path: 'id', message: 'given twice', value: id, advice: 'keep one of them' }];
  });
}

/** One name that leads to two enterprises would link notices by chance. */
function sharedNames(enterprises: Registries['enterprises']['values']): Problem[] {
  const owners = new Map<string, string>();
  return enterprises.flatMap(({ id, name, short, aliases }) =>
    [...new Set([name, ...(short ? [short] : []), ...aliases])].flatMap((each): Problem[] => {
      const owner = owners.get(each);
      owners.set(each, owner ?? id);
      if (owner === undefined || owner === id) return [];
      return [
        {
          file: `${WORKSPACE.enterprises}/${id}.yaml`,
          path: 'aliases',
          message: `also a name of ${owner}`,
          value: each,
          advice: 'a name may lead to one enterprise only',
        },
      ];
    }),
  );
}

function inspectTables(registries: Registries, known: Known): Problem[] {
  const { enterprises, rounds, topics, sectors, glossary } = registries;
  return [
    ...[enterprises, rounds, topics, sectors, glossary].flatMap(({ problems }) => problems),
    ...repeatedIds(topics.values, WORKSPACE.topics),
    ...repeatedIds(sectors.values, WORKSPACE.sectors),
    ...sharedNames(enterprises.values),
    ...enterprises.values.flatMap(({ id, parent, successor, sector }) => {
      const file = `${WORKSPACE.enterprises}/${id}.yaml`;
      return [
        ...refer(file, 'parent', parent, known.enterprises, WORKSPACE.enterprises),
        ...refer(file, 'successor', successor, known.enterprises, WORKSPACE.enterprises),
        ...refer(file, 'sector', sector, known.sectors, WORKSPACE.sectors),
      ];
    }),
    ...rounds.values.flatMap(({ id, units }) =>
      units.flatMap(({ enterprise }, index) =>
        refer(
          `${WORKSPACE.rounds}/${id}.yaml`,
          `units.${index}.enterprise`,
          enterprise,
          known.enterprises,
          WORKSPACE.enterprises,
        ),
      ),
    ),
  ];
}

async function inspectSources(
  workspace: string,
  { values, problems }: Loaded<Source>,
  known: Known,
  today: string,
): Promise<Problem[]> {
  const own = await Promise.all(
    values.map(async (source): Promise<Problem[]> => {
      const file = `${WORKSPACE.sources}/${source.id}.yaml`;
      const exceptions = [...source.tls, ...(source.robots ? [source.robots] : [])];
      const hasExample =
        source.example === undefined || (await stat(join(workspace, source.example)).catch(() => null)) !== null;
      return [
        ...refer(file, 'enterprise', source.enterprise, known.enterprises, WORKSPACE.enterprises),
        ...exceptions
          .filter(({ until }) => until < today)
          .map(
            ({ until }): Problem => ({
              file,
              message: 'an exception has ended',
              value: until,
              advice: 'renew it with its reason, or remove it',
              severity: 'warning',
            }),
          ),
        ...(hasExample ? [] : [{ file, path: 'example', message: 'no such folder', value: source.example }]),
      ];
    }),
  );
  return [...problems, ...own.flat()];
}

// ---- records ----

const outlineTopics = (nodes: readonly OutlineNode[], path: string): { path: string; id: string }[] =>
  nodes.flatMap((node, index) => [
    ...node.topics.map((id) => ({ path: `${path}.${index}.topics`, id })),
    ...outlineTopics(node.children, `${path}.${index}.children`),
  ]);

const outlineQuotes = (nodes: readonly OutlineNode[], path: string): Quote[] =>
  nodes.flatMap((node, index) => [
    ...(node.statusEvidence ? [{ ...node.statusEvidence, path: `${path}.${index}.statusEvidence` }] : []),
    ...outlineQuotes(node.children, `${path}.${index}.children`),
  ]);

/** Every quote of a record with its place in the text. */
export const quotesOf = (record: NoticeRecord): Quote[] => [
  ...Object.entries(record.evidence).map(([field, evidence]) => ({ ...evidence, path: `evidence.${field}` })),
  ...record.figures.map((figure, index) => ({ ...figure, path: `figures.${index}` })),
  ...outlineQuotes(record.outline, 'outline'),
];

function inspectEvidence(file: string, record: NoticeRecord, text: string): Problem[] {
  const advice = 'read the notice again with "zhenggai ingest" or "zhenggai scrape"';
  if (sha256(text) !== record.text.sha256) {
    return [
      {
        file: textPath(record.id, record.text.sha256),
        message: 'the text is not the one its name says',
        advice: 'remove the file and read the notice again',
      },
    ];
  }
  return quotesOf(record).flatMap(({ path, start, end, quote }) => {
    const found = text.slice(start, end);
    if (found === quote) return [];
    return [{ file, path, message: `the text at ${start}…${end} is not the quote “${quote}”`, value: found, advice }];
  });
}

/** Facts that stand in two places of a record must agree. */
function inspectWhole(file: string, record: NoticeRecord): Problem[] {
  const advice = 'read the notice again';
  const short = quotesOf(record).filter(({ start, end, quote }) => end - start !== quote.length);
  const headline = Object.entries(record.headline).filter(
    ([category, value]) =>
      !record.figures.some(
        (figure) => figure.category === category && figure.scope === 'total' && figure.value === value,
      ),
  );
  return [
    ...short.map(
      ({ path, start, end }): Problem => ({
        file,
        path,
        message: `the quote is not as long as ${start}…${end}`,
        advice,
      }),
    ),
    ...headline.map(
      ([category, value]): Problem => ({
        file,
        path: `headline.${category}`,
        message: 'no figure of scope total states it',
        value,
        advice,
      }),
    ),
    ...(record.sources.length === 0
      ? [{ file, path: 'sources', message: 'says nowhere where the notice was found', advice }]
      : []),
  ];
}

const inspectReferences = (file: string, record: NoticeRecord, known: Known): Problem[] => [
  ...refer(file, 'enterprise.id', record.enterprise?.id, known.enterprises, WORKSPACE.enterprises),
  ...record.units.flatMap(({ id }, index) =>
    refer(file, `units.${index}.id`, id, known.enterprises, WORKSPACE.enterprises),
  ),
  ...refer(file, 'inspection.round.id', record.inspection.round?.id, known.rounds, WORKSPACE.rounds),
  ...outlineTopics(record.outline, 'outline').flatMap(({ path, id }) =>
    refer(file, path, id, known.topics, WORKSPACE.topics),
  ),
];

/** Which notice has a text or an address: a second one is a duplicate. */
interface Owners {
  readonly ids: Map<string, string>;
  readonly texts: Map<string, string>;
}

function inspectDuplicates(file: string, record: NoticeRecord, { ids, texts }: Owners): Problem[] {
  const sameId = ids.get(record.id);
  const sameText = texts.get(record.text.sha256);
  ids.set(record.id, sameId ?? file);
  texts.set(record.text.sha256, sameText ?? file);
  return [
    ...(sameId
      ? [
          {
            file,
            path: 'id',
            message: `two records with one id: ${sameId} has it too`,
            value: record.id,
            advice: 'give one of them its own id, or remove it',
          },
        ]
      : []),
    ...(sameText && !sameId
      ? [
          {
            file,
            path: 'text.sha256',
            message: `the same text as ${sameText}`,
            advice: 'one notice is one record with several sources: remove one',
          },
        ]
      : []),
  ];
}

/** What a reader of the record should know, though it breaks nothing. */
const notices = (file: string, record: NoticeRecord): Problem[] =>
  record.checks
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message }) => ({ file, message: `check ${rule}: ${message}`, severity: 'warning' as const }));

async function readRecord(
  workspace: string,
  file: string,
): Promise<{ record: NoticeRecord | null; problems: Problem[] }> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(join(workspace, file), 'utf8'));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return {
      record: null,
      problems: [
        {
          file,
          message: code ? `cannot be read (${code})` : `not JSON: ${message}`,
          advice: 'restore it from the repository’s history',
        },
      ],
    };
  }
  const result = NoticeRecord.safeParse(value);
  if (result.success) return { record: result.data, problems: [] };
  return { record: null, problems: schemaProblems(result.error, value, file, 'repair it, or read the notice again') };
}

// ---- archive ----

/** What the archive must hold of a record: its text, and bytes of one of its places. */
function inspectArchived(
  file: string,
  record: NoticeRecord,
  hasText: boolean,
  captured: ReadonlyMap<string, string[]>,
): Problem[] {
  const advice = 'restore the archive from its copy, or fetch the notice again';
  const hasBytes = record.sources.some(({ sha256: hash }) => captured.has(hash.slice(0, 12)));
  return [
    ...(hasText
      ? []
      : [
          {
            file,
            path: 'text.sha256',
            message: 'the archive does not hold this text',
            value: record.text.sha256,
            advice,
          },
        ]),
    ...(hasBytes
      ? []
      : [{ file, path: 'sources', message: 'the archive holds the bytes of none of its places', advice }]),
  ];
}

/** The captures of the archive, whole and as their descriptions say. */
async function inspectCaptures(workspace: string): Promise<{ problems: Problem[]; count: number }> {
  const entries = await readdir(join(workspace, WORKSPACE.captures), { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  const files = entries
    .filter((entry) => entry.isFile())
    .sort((a, b) => (join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1));
  const problems: Problem[] = [];
  let count = 0;
  for (const entry of files) {
    const path = join(entry.parentPath, entry.name);
    const file = `${WORKSPACE.captures}/${basename(dirname(path))}/${entry.name}`;
    if (!/^\d{8}T\d{6}Z-[0-9a-f]{12}(-\d+)?\.[a-z]+\.json$/.test(entry.name)) continue;
    count++;
    const described = Capture.safeParse(
      await readFile(path, 'utf8')
        .then(JSON.parse)
        .catch(() => null),
    );
    const bytes = await readFile(path.slice(0, -'.json'.length)).catch(() => null);
    const advice = 'restore the archive from its copy; a capture is never changed';
    if (!described.success) problems.push({ file, message: 'the description of the capture is broken', advice });
    else if (bytes === null) problems.push({ file, message: 'the bytes of the capture are missing', advice });
    else if (sha256(bytes) !== described.data.sha256)
      problems.push({ file, message: 'the bytes are not those that were captured', advice });
  }
  return { problems, count };
}

async function inspectHealth(workspace: string): Promise<Problem[]> {
  const names = (await readdir(join(workspace, WORKSPACE.health)).catch((): string[] => [])).filter((name) =>
    name.endsWith('.json'),
  );
  const found = await Promise.all(
    names.map(async (name) => {
      const file = `${WORKSPACE.health}/${name}`;
      const value = await readFile(join(workspace, file), 'utf8')
        .then(JSON.parse)
        .catch(() => null);
      const result = SourceHealth.safeParse(value);
      return result.success
        ? []
        : schemaProblems(result.error, value, file, 'remove it: the next scrape writes it anew');
    }),
  );
  return found.flat();
}

export interface InspectOptions {
  /** Whether the archive has to hold every text and, for each record, bytes that it names; a fresh clone has none. */
  readonly mustHaveArchive?: boolean;
  /** YYYY-MM-DD. */
  readonly today?: string;
}

/**
 * Looks at everything in a workspace: tables, sources, records (schema, evidence against the archived text, references,
 * duplicates), corrections, captures. Reads only. Records are read one by one, so the memory stays flat.
 */
export async function inspectWorkspace(
  workspace: string,
  step: (done: number, all: number) => void = () => undefined,
  { mustHaveArchive = false, today = new Date().toISOString().slice(0, 10) }: InspectOptions = {},
): Promise<Inspection> {
  const registries = await loadRegistries(workspace);
  const known = knownIds(registries);
  const sources = await loadSources(workspace);
  const corrections = await loadCorrections(workspace);
  const corrected = correctionsById(corrections);
  const problems = [
    ...inspectTables(registries, known),
    ...(await inspectSources(workspace, sources, known, today)),
    ...corrections.flatMap((each) => each.problems),
    ...(await inspectHealth(workspace)),
    ...(await inspectReleases(workspace)),
  ];
  const counts = { records: 0, sample: 0, evidence: 0, texts: 0, captures: 0, sources: sources.values.length };
  const filled: string[][] = [];
  const captured = mustHaveArchive ? await listCaptures(workspace) : new Map<string, string[]>();
  const owners: Owners = { ids: new Map(), texts: new Map() };
  const names = (await readdir(join(workspace, WORKSPACE.records)).catch((): string[] => []))
    .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
    .sort();
  for (const [index, name] of names.entries()) {
    const file = `${WORKSPACE.records}/${name}`;
    const { record, problems: own } = await readRecord(workspace, file);
    problems.push(...own);
    step(index + 1, names.length);
    if (record === null) continue;
    counts.records++;
    if (record.sample) counts.sample++;
    else filled.push(filledFields(record));
    problems.push(...inspectDuplicates(file, record, owners));
    if (`${record.id}.json` !== name)
      problems.push({
        file,
        path: 'id',
        message: 'differs from the file name',
        value: record.id,
        advice: 'rename one of them',
      });
    const entries = corrected.get(record.id) ?? [];
    problems.push(...inspectWhole(file, record), ...inspectReferences(file, record, known));
    problems.push(...notices(file, applyCorrections(record, entries).record));
    problems.push(...correctionProblems(record, entries, corrections));
    const text = await readFile(join(workspace, textPath(record.id, record.text.sha256)), 'utf8').catch(() => null);
    if (mustHaveArchive) problems.push(...inspectArchived(file, record, text !== null, captured));
    if (text === null) continue;
    counts.texts++;
    counts.evidence += quotesOf(record).length;
    problems.push(...inspectEvidence(file, record, text));
  }
  for (const { file, entries } of corrections) {
    for (const { id, field } of entries) {
      if (!owners.ids.has(id))
        problems.push({
          file,
          path: `${id}: ${field}`,
          message: 'no record has this id',
          advice: 'correct the id or remove the correction',
        });
    }
  }
  problems.push(...(await inspectDrop(workspace, countPublished(filled))).problems);
  const captures = await inspectCaptures(workspace);
  counts.captures = captures.count;
  return { problems: [...problems, ...captures.problems], counts };
}
