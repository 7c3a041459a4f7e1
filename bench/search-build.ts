/**
 * Builds the index of generated notices in a process of its own, so that its memory can be measured:
 * `node bench/search-build.ts COUNT WORKSPACE FOLDER` prints one line of JSON.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type NoticeRecord, recordPath, textPath } from '../src/model/index.ts';
import { writeSearchIndex } from '../src/search/write.ts';
import { type GeneratedNotice, generateNotices } from './search-corpus.ts';

export interface BuildResult {
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly files: number;
  /** Header, shards and names; everything that is read to find notices. */
  readonly indexMegabytes: number;
  /** Packed texts, which snippets and looks are read from. */
  readonly textMegabytes: number;
  readonly characters: number;
}

function recordOf(notice: GeneratedNotice): NoticeRecord {
  const { id, title, text, enterprise, docType, level, group, round, publishedDate, topics, headings } = notice;
  const sha256 = createHash('sha256').update(text).digest('hex');
  return {
    id,
    docType,
    title,
    lang: 'zh-Hans',
    sources: [{ url: null, publisher: null, retrievedAt: '2026-01-01T00:00:00.000Z', sha256, status: 'live' }],
    repairs: [],
    text: { sha256, chars: text.length },
    enterprise,
    units: [],
    inspection: {
      level,
      groups: [group],
      groupCount: 1,
      unitCount: null,
      round,
      types: [],
      start: null,
      end: null,
      feedbackDate: null,
    },
    publication: {
      publishedDate,
      signedDate: null,
      signer: null,
      disclosureStart: null,
      disclosureEnd: null,
      workingDays: null,
    },
    figures: [],
    headline: {},
    outline: headings.map((start, i) => ({
      number: '',
      level: 1,
      title: '',
      start,
      end: text.length,
      kind: 'heading',
      topics: i === 0 ? [...topics] : [],
      status: 'unstated',
      children: [],
    })),
    contacts: { phones: [], emails: [], postal: null, postcode: null, hours: null },
    evidence: {},
    checks: [],
    corrections: [],
  };
}

/** A workspace of generated notices: their records and texts. */
function writeWorkspace(count: number, dir: string): { ids: string[]; characters: number } {
  const save = (path: string, content: string): void => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  };
  const ids: string[] = [];
  let characters = 0;
  for (const notice of generateNotices({ count })) {
    const record = recordOf(notice);
    save(recordPath(record.id), JSON.stringify(record));
    save(textPath(record.id, record.text.sha256), notice.text);
    ids.push(record.id);
    characters += notice.text.length;
  }
  return { ids, characters };
}

const sizeOf = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { name }) => sum + statSync(join(folder, name)).size, 0);

async function build(count: number, workspace: string, folder: string): Promise<BuildResult> {
  const { ids, characters } = writeWorkspace(count, workspace);
  const start = performance.now();
  const { files, bytes } = await writeSearchIndex(workspace, ids, folder);
  const seconds = (performance.now() - start) / 1000;
  const [name = ''] = readdirSync(folder).filter((entry) => /^[0-9a-f]{8}$/.test(entry));
  const texts = sizeOf(join(folder, name, 'n'));
  return {
    seconds,
    peakMegabytes: process.resourceUsage().maxRSS / 1000,
    files,
    indexMegabytes: (bytes - texts) / 1e6,
    textMegabytes: texts / 1e6,
    characters,
  };
}

if (import.meta.main) {
  const [count = '100', workspace = 'workspace', folder = 'search-index'] = process.argv.slice(2);
  console.log(JSON.stringify(await build(Number(count), workspace, folder)));
}
