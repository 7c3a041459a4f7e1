import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { main } from '../scraper/cli.ts';
import { startServer, type TestServer } from './server.ts';

let workspace: string;
let web: TestServer;
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'zhenggai-probe-'));
  web = await startServer({
    'a.example/list/': '<ul><li><a href="/1.html">巡视整改通报</a></li><li><a href="/2.html">生产经营</a></li></ul>',
    'a.example/1.html':
      '<h1>中共示例能源集团有限公司委员会关于巡视整改进展情况的通报</h1><p>2021年7月22日，省委第六巡视组向示例能源集团有限公司党委反馈了巡视意见。现将整改进展情况予以公布，制定整改措施185项。</p>'.padEnd(
        3000,
        '。',
      ),
    'b.example/list/': { status: 403 },
  });
  const folder = join(workspace, 'content/sources');
  await mkdir(folder, { recursive: true });
  for (const id of ['a', 'b']) {
    const list = { form: 'html', url: `http://${id}.example/list/`, row: 'li' };
    const source = {
      id,
      name: `示例${id}`,
      kind: 'own',
      home: `http://${id}.example/`,
      lists: [list],
      titles: { any: ['巡视'] },
      enabled: false,
      verified: false,
      sample: true,
    };
    await writeFile(join(folder, `${id}.yaml`), stringify(source));
  }
});
afterEach(async () => {
  await web.close();
  await rm(workspace, { recursive: true });
});

async function sources(...args: string[]) {
  let stdout = '';
  const lines: string[] = [];
  const out = async (text: string) => {
    stdout += text;
  };
  const code = await main(['sources', ...args, '--workspace', workspace], {
    out,
    log: (line) => lines.push(line),
    progress: () => undefined,
  });
  return { code, stdout, stderr: lines.join('\n') };
}

describe('sources', () => {
  it('are listed with their state', async () => {
    const { code, stdout } = await sources('list');
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toBe('a\t示例a\town\t启用 enabled: 否 no\t已验证 verified: 否 no');
  });

  it('are probed one by one, and nothing is stored', async () => {
    const before = await readdir(workspace, { recursive: true });
    const reach = ['--connect-to', `*.example=127.0.0.1:${web.port}`, '--pace-scale', '0'];
    const { code, stdout, stderr } = await sources('probe', ...reach);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^a: 可用 works\n {2}http:\/\/a\.example\/list\/: 1 页 pages, 2 行 rows, 1 入选 wanted\n {4}巡视整改通报\n.*rectification/,
    );
    expect(stdout).toMatch(/b: 有问题 trouble\n[\s\S]*blocked: HTTP 403/);
    expect(stderr).toMatch(/1\/2 可用 work/);
    expect(await readdir(workspace, { recursive: true })).toEqual(before);
    await sources('probe', 'a', ...reach, '--save', join(workspace, 'examples'));
    expect(JSON.parse(await readFile(join(workspace, 'examples/a/probe.json'), 'utf8'))).toMatchObject({
      id: 'a',
      notice: { docType: 'rectification' },
    });
  });

  it('need to be named rightly', async () => {
    expect(await sources()).toMatchObject({ code: 2, stderr: expect.stringMatching(/say list or probe/) });
    expect(await sources('probe', 'nobody')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/no source nobody/),
    });
  });
});
