import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { inspectWorkspace } from '../scraper/inspect.ts';
import type { NoticeRecord } from '../src/model/index.ts';
import { seeded } from './fixtures/random.ts';
import { startServer, type TestServer } from './server.ts';

/** A few in every test run; ZHENGGAI_KILLS=50 for the count that docs/unattended.md states. */
const KILLS = Number(process.env.ZHENGGAI_KILLS ?? 8);
const HOSTS = 3;
const PER_HOST = 24;
/** robots.txt and the list of each host, which every run asks for. */
const ALWAYS = 2 * HOSTS;
/** So long after an answer at most: while its page is read and stored. */
const MAX_MS = 80;

let web: TestServer;
let workspace: string;

const notice = (host: number, n: number) => {
  const name = `示例${'东西南北'[host]}${'甲乙丙丁戊己庚辛壬癸子丑'[n % 12]}${'江湖'[Math.floor(n / 12)]}能源集团有限公司`;
  const items = Array.from(
    { length: 20 },
    (_, i) => `<p>${i + 1}.关于第${i + 1}个问题。制定措施${i + n + 1}项，完成${i + 1}项，问责${host + i + 1}人次。</p>`,
  );
  return `<html><body><h1>中共${name}委员会关于巡视整改进展情况的通报</h1><p>2021年7月${n + 1}日，省委第六巡视组向${name}党委反馈了巡视意见。现将整改进展情况予以公布。</p>${items.join('')}</body></html>`;
};

beforeAll(async () => {
  web = await startServer();
  workspace = await mkdtemp(join(tmpdir(), 'zhenggai-kill-'));
  for (const table of ['enterprises', 'rounds', 'sources'])
    await mkdir(join(workspace, 'content', table), { recursive: true });
  await writeFile(join(workspace, 'content/topics.yaml'), '[]\n');
  for (let host = 0; host < HOSTS; host++) {
    const name = `h${host}.example`;
    const rows = Array.from({ length: PER_HOST }, (_, n) => `<li><a href="/n/${n}.html">整改通报${n}</a></li>`);
    web.pages.set(`${name}/list/`, `<ul>${rows.join('')}</ul>`);
    for (let n = 0; n < PER_HOST; n++) web.pages.set(`${name}/n/${n}.html`, notice(host, n));
    const source = {
      id: `h${host}`,
      name: `示例${host}`,
      kind: 'own',
      home: `http://${name}/`,
      lists: [{ form: 'html', url: `http://${name}/list/`, row: 'li' }],
      pace: { revisitDays: 0, perDay: 1_000_000, seconds: 0.06, jitter: 0 },
      enabled: true,
      verified: false,
      sample: true,
    };
    await writeFile(join(workspace, 'content/sources', `h${host}.yaml`), stringify(source));
  }
});
afterAll(async () => {
  await web.close();
  await rm(workspace, { recursive: true });
});

function start(): { child: ChildProcess; ended: Promise<number | null>; stderr: () => string } {
  const child = spawn(process.execPath, [
    'bin/zhenggai.js',
    'scrape',
    '--workspace',
    workspace,
    '--connect-to',
    `*.example=127.0.0.1:${web.port}`,
  ]);
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdout.resume();
  return { child, ended: new Promise((done) => child.on('close', done)), stderr: () => stderr };
}

const ids = async () =>
  (await readdir(join(workspace, 'content/records')).catch((): string[] => []))
    .filter((name) => !name.startsWith('.'))
    .sort();

async function storedRecords(): Promise<NoticeRecord[]> {
  return Promise.all(
    (await ids()).map(async (name) => JSON.parse(await readFile(join(workspace, 'content/records', name), 'utf8'))),
  );
}

describe(`killed at ${KILLS} random moments`, () => {
  it('a run loses nothing, makes nothing twice, and the store is always valid', async () => {
    const random = seeded(Number(process.env.ZHENGGAI_SEED ?? 7));
    let seen: string[] = [];
    let killed = 0;
    let storing = 0;
    for (let round = 0; round < KILLS; round++) {
      // Begin anew now and then, so that kills hit first runs as well as later ones.
      if (round % 4 === 0) {
        for (const part of ['content/records', 'content/health', 'archive'])
          await rm(join(workspace, part), { recursive: true, force: true });
        seen = [];
      }
      // By the progress of its work and not by the clock: starting takes longer than the whole work on a busy machine.
      const answers = web.requests.length + 1 + random() * (ALWAYS + HOSTS * PER_HOST - seen.length - 1);
      const { child, ended } = start();
      const watch = setInterval(() => {
        if (web.requests.length < answers) return;
        clearInterval(watch);
        setTimeout(() => child.kill('SIGKILL'), random() * MAX_MS);
      }, 1);
      if ((await ended) === null) killed++;
      clearInterval(watch);
      const { problems } = await inspectWorkspace(workspace);
      expect(problems).toEqual([]);
      const now = await ids();
      expect(now).toEqual(expect.arrayContaining(seen));
      // some records were there, not yet all: it was in the middle of the work
      if (now.length > seen.length && now.length < HOSTS * PER_HOST) storing++;
      seen = now;
    }
    const { ended, stderr } = start();
    expect(await ended, stderr()).toBe(0);
    const records = await storedRecords();
    expect(records).toHaveLength(HOSTS * PER_HOST);
    expect(new Set(records.flatMap(({ sources }) => sources.map(({ url }) => url))).size).toBe(HOSTS * PER_HOST);
    expect(records.every(({ sources }) => sources.length === 1)).toBe(true);
    const { problems, counts } = await inspectWorkspace(workspace);
    expect(problems).toEqual([]);
    expect(counts).toMatchObject({ records: HOSTS * PER_HOST, texts: HOSTS * PER_HOST });
    expect(counts.captures).toBe(HOSTS * PER_HOST);
    const all = await readdir(workspace, { recursive: true });
    expect(all.filter((path) => path.endsWith('.tmp') || path.endsWith('lock.json'))).toEqual([]);
    // a run that ended before its moment came was not killed
    expect(killed).toBeGreaterThanOrEqual(KILLS / 2);
    if (process.env.ZHENGGAI_KILLS)
      console.info(`${killed} of ${KILLS} runs were killed under way, ${storing} with the records half stored`);
  }, 600_000);
});
