import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Publishers, startPublishers } from '../../demo/publishers.ts';
import { inEdition, readPublishers } from '../../demo/samples.ts';
import { prepareWorkspace } from '../../demo/workspace.ts';
import { main } from '../../scraper/cli.ts';
import { inspectWorkspace } from '../../scraper/inspect.ts';
import { exitCodeOf, formatReport } from '../../scraper/report.ts';
import { runScrape } from '../../scraper/run.ts';
import type { NoticeRecord, RunReport, SourceHealth } from '../../src/model/index.ts';

/**
 * The sample web over real HTTP on five days: as it is at first, the same again, changed, and changed for so long that a
 * page that is not there is gone. Every trouble that a publisher declares must stand in the report with its cause.
 */

const DAY = 86_400_000;

let web: Publishers;
let workspace: string;
let clock = Date.parse('2026-03-01T02:00:00Z');

/** What one day left behind. */
interface Day {
  readonly report: RunReport;
  readonly records: readonly NoticeRecord[];
  /** Every lasting file with the moment of its last change. */
  readonly files: Readonly<Record<string, number>>;
}
let first: Day;
let again: Day;
let changed: Day;
let gone: Day;

const samples = (): NoticeRecord[] =>
  readdirSync(join(workspace, 'content/records'))
    .map((name): NoticeRecord => JSON.parse(readFileSync(join(workspace, 'content/records', name), 'utf8')))
    .filter(({ sample }) => sample);

const lastingFiles = (): Record<string, number> =>
  Object.fromEntries(
    readdirSync(workspace, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => /content\/records|archive\/(captures|texts)/.test(file))
      .map((file) => [file.slice(workspace.length + 1), statSync(file).mtimeMs]),
  );

async function live(...sources: string[]): Promise<Day> {
  const report = await runScrape({
    workspace,
    sources,
    fetchOptions: { paceScale: 0, retries: 1, connectTo: web.connectTo, now: () => clock },
  });
  clock += DAY;
  return { report, records: samples(), files: lastingFiles() };
}

beforeAll(async () => {
  workspace = mkdtempSync(join(tmpdir(), 'zhenggai-sample-web-'));
  prepareWorkspace(workspace);
  web = await startPublishers();
  first = await live();
  again = await live();
  web.setEdition(2);
  changed = await live();
  await live('sample-metro');
  gone = await live('sample-metro');
}, 180_000);
afterAll(async () => {
  await web.close();
  rmSync(workspace, { recursive: true, force: true });
});

const healthOf = ({ report }: Day, id: string): SourceHealth => {
  const health = report.sources.find((source) => source.id === id);
  if (!health) throw new Error(`${id}: not in the report`);
  return health;
};

/** The record that has a page at this address. */
const recordAt = ({ records }: Day, url: string): NoticeRecord | undefined =>
  records.find(({ sources }) => sources.some((source) => source.url === url));

/** Every trouble that a publisher declares, with the edition of the web that shows it. */
const troubles = readPublishers().flatMap((publisher) =>
  publisher.troubles.map((trouble) => ({ ...trouble, source: publisher.source, host: publisher.host })),
);

describe('a declared trouble', () => {
  it('is there in every kind that matters', () => {
    const kinds = troubles.map(({ kind }) => kind);
    for (const kind of ['busy', 'flaky', 'slow', 'oversized', 'loop', 'captcha', 'environment', 'soft-404'] as const) {
      expect(kinds).toContain(kind);
    }
  });

  it.each(troubles)('$source $path ($kind) is called $cause', ({ source, host, path, since, cause }) => {
    const health = healthOf(since === 1 ? first : changed, source);
    if (path === '*') {
      expect(health).toMatchObject({ state: cause, problems: [expect.stringContaining('list http://')] });
      return;
    }
    const about = health.unread.filter(({ url }) => url === `http://${host}${path}`);
    expect(about.map((line) => line.cause)).toEqual(cause === null ? [] : [cause]);
    // what the scraper copes with leaves no trace in the state, the rest is loud
    expect(health.state).toBe(cause === null ? 'ok' : 'partial');
    if (cause !== null) {
      expect(health.problems.join('\n')).toContain(`1 ${cause}`);
      expect(formatReport(first.report)).toContain(`${source}: ${cause}: http://${host}${path}: `);
    }
  });

  it('takes nothing else with it: every notice of every publisher is read', () => {
    for (const publisher of web.publishers.map((one) => inEdition(one, 1))) {
      for (const notice of publisher.notices) {
        const url = `http://${publisher.host}${notice.path}`;
        expect(recordAt(first, url), url).toMatchObject({ sample: true });
      }
    }
    expect(exitCodeOf(first.report)).toBe(1);
    expect(first.report.problems).toEqual([]);
  });

  it('of robots.txt is obeyed: the part was never asked for', () => {
    const forbidden = 'www.xinghe-e.example/news/internal/20511';
    expect(healthOf(first, 'sample-xinghe').unread).toEqual([
      { url: `http://${forbidden}`, cause: 'blocked', reason: 'robots.txt forbids it' },
    ]);
    expect(web.visits.some(({ address }) => address === forbidden)).toBe(false);
  });

  it('of a Retry-After is waited out', () => {
    const busy = web.visits.filter(({ address }) => address === 'www.jinsui.example/2023/06/tuijinhui/');
    expect(busy.length).toBeGreaterThanOrEqual(2);
  });
});

describe('the second run on an unchanged web', () => {
  it('writes nothing', () => {
    expect(again.files).toEqual(first.files);
    for (const { counts } of again.report.sources) {
      expect(counts).toMatchObject({ new: 0, changed: 0, added: 0, reread: 0, missing: 0 });
    }
  });
});

describe('documents', () => {
  it.each([
    ['PDF', 'http://www.qinglan-pharma.example/xxgk/215.html', 'pdf', '2023-09-18', 138],
    ['DOCX', 'http://www.qinglan-pharma.example/xxgk/276.html', 'docx', '2025-06-30', 46],
  ])('of the form %s are the notice, the page tells when it was put up', (_, url, ending, published, measures) => {
    const record = recordAt(first, url);
    expect(record).toMatchObject({
      docType: 'rectification',
      enterprise: { id: 'sample-qinglan-pharma' },
      publication: { publishedDate: published },
      headline: { measures },
    });
    expect(record?.sources.map((source) => source.url)).toEqual([
      url,
      expect.stringMatching(new RegExp(`\\.${ending}$`)),
    ]);
    expect(record?.text.chars).toBeGreaterThan(800);
  });
});

describe('a probe', () => {
  it('tries a source of any kind: its list, and a notice with its document', async () => {
    let said = '';
    const out = async (text: string) => {
      said += text;
    };
    const quiet = { out, log: () => undefined, progress: () => undefined };
    const connectTo = Object.entries(web.connectTo).map(([host, target]) => `${host}=${target}`);
    const kinds = [
      'sample-qinglan',
      'sample-xinghe',
      'sample-metro',
      'sample-jinsui',
      'sample-tianheng',
      'sample-dongwan',
    ];
    const flags = ['--workspace', workspace, '--pace-scale', '0', '--connect-to', connectTo.join(',')];
    expect(await main(['sources', 'probe', ...kinds, ...flags], quiet)).toBe(1);
    expect(said).toContain('its text is in http://www.qinglan-pharma.example/ueditor/file/20250630/1751240.docx');
    expect(said).toContain('中共示例星河电子信息集团有限公司委员会关于巡视集中整改阶段工作情况的通报');
    // by now the web is that of some days later
    expect(said).toMatch(/dongwan[\s\S]*blocked: captcha/);
  });
});

describe('some days later', () => {
  it('a page that changed has both versions and says what changed', () => {
    const url = 'http://www.jinsui.example/2023/10/zhenggai/';
    expect(healthOf(changed, 'sample-jinsui').counts).toMatchObject({ changed: 1, new: 0 });
    const record = recordAt(changed, url);
    expect(record?.id).toBe(recordAt(first, url)?.id);
    expect(record?.versions).toHaveLength(2);
    expect(record?.versions?.[1]?.changes).toContainEqual({ category: 'measuresDone', from: 102, to: 107 });
  });

  it('a page that disappeared is missing, gone on the third day, and its record stays', () => {
    const url = 'http://www.jz-metro.example/notice/2021-neixun-fankui/';
    expect(healthOf(changed, 'sample-metro').counts).toMatchObject({ missing: 1, gone: 0 });
    expect(recordAt(changed, url)?.sources[0]?.status).toBe('live');
    expect(healthOf(gone, 'sample-metro').counts).toMatchObject({ missing: 0, gone: 1 });
    expect(recordAt(gone, url)?.sources[0]?.status).toBe('gone');
  });

  it('a publisher that locked us out keeps its records, and is not asked for its notices', () => {
    const before = healthOf(first, 'sample-dongwan');
    expect(before.state).toBe('ok');
    const now = healthOf(changed, 'sample-dongwan');
    expect(now).toMatchObject({
      state: 'blocked',
      notices: before.notices,
      lastGood: healthOf(again, 'sample-dongwan').lookedAt,
    });
    const records = ({ records }: Day) => records.filter(({ sources }) => sources[0]?.url?.includes('dongwan-auto'));
    expect(records(gone)).toEqual(records(first));
    expect(records(gone)).toHaveLength(2);
  });

  it('nothing was lost and the workspace is whole', async () => {
    expect(Object.keys(gone.files)).toEqual(expect.arrayContaining(Object.keys(first.files)));
    const { problems } = await inspectWorkspace(workspace);
    // one sample contradicts itself on purpose: the check that says so is a warning
    expect(problems.filter(({ severity }) => severity !== 'warning')).toEqual([]);
  });
});
