import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../scraper/cli.ts';
import { NoticeRecord } from '../src/model/index.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhenggai-cli-'));
});
afterEach(() => rm(folder, { recursive: true }));

const NOTICE = `中共示例能源集团有限公司委员会关于巡视整改进展情况的通报

根据省委统一部署，2021年3月28日至6月15日，省委第六巡视组对示例能源集团有限公司党委进行了常规巡视。7月22日，省委第六巡视组反馈了巡视意见。现将巡视整改进展情况予以公布。
一、整改工作总体情况
集团党委制定整改任务80项、整改措施185项，应完成的88项措施已全部完成。
二、联系方式
电话：010-12345678；电子邮箱：xunshi@nengyuan.example。

中共示例能源集团有限公司委员会
2021年12月3日
`;

/** Runs a command line in this process. */
async function zhenggai(...args: string[]) {
  let stdout = '';
  const lines: string[] = [];
  const code = await main(args, {
    out: async (text) => {
      stdout += text;
    },
    log: (line) => lines.push(line),
    progress: () => undefined,
  });
  return { code, stdout, stderr: lines.join('\n') };
}

/** Runs the real program. */
function run(args: string[], options: { input?: string; cut?: boolean } = {}) {
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((done) => {
    const child = spawn(process.execPath, ['bin/zhenggai.js', ...args]);
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
      if (options.cut) child.stdout.destroy();
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('close', (code) => done({ code, stdout, stderr }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
  });
}

async function put(name: string, content: string | Uint8Array = NOTICE): Promise<string> {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  return path;
}

/** Every file of a folder with its time of change. */
async function times(root: string): Promise<Record<string, number>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file, (await stat(file)).mtimeMs] as const)));
}

describe('the command line', () => {
  it('explains itself in both languages', async () => {
    const { code, stdout } = await zhenggai('--help');
    expect(code).toBe(0);
    for (const name of ['parse', 'ingest', 'scrape', 'check']) {
      expect(stdout).toContain(name);
      const help = await zhenggai(name, '--help');
      expect(help).toMatchObject({ code: 0, stderr: '' });
      expect(help.stdout).toMatch(/用法 Usage: zhenggai/);
      expect(help.stdout).toContain('--workspace DIR');
      expect(help.stdout).toMatch(/退出码 Exit codes/);
    }
  });

  it.each([
    [[], /no command given/],
    [['frobnicate'], /no such command: frobnicate/],
    [['constructor'], /no such command/],
    [['parse'], /no input/],
    [['parse', '--frob', 'x'], /Unknown option '--frob'/],
    [['parse', 'x', '--format', 'xml'], /--format is json or jsonl/],
    [['parse', 'x', '--format'], /--format/],
    [['parse', 'x', '--url', 'nonsense'], /--url is not an address/],
    [['parse', 'x', 'y', '--url', 'http://a.example/'], /--url is the address of one input/],
    [['ingest'], /no input/],
    [['ingest', 'x', '--url', 'ftp://a.example/'], /http\(s\)/],
    [['scrape', 'x'], /unexpected x/],
    [['scrape', '--since', 'yesterday'], /--since is a day/],
    [['scrape', '--source', 'nobody'], /no source nobody/],
    [['check', 'x'], /unexpected x/],
  ])('says what is wrong with %j, shows the usage, exits 2', async (args, message) => {
    const result = await zhenggai(...args);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toMatch(message);
    expect(result.stderr).toMatch(/用法 Usage/);
  });

  it('exits 2 for a workspace that cannot be read', async () => {
    for (const command of [['parse', 'x'], ['ingest', 'x'], ['scrape'], ['check']]) {
      expect(await zhenggai(...command, '--workspace', join(folder, 'none'))).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/workspace .*no such folder/),
      });
      expect(await zhenggai(...command, '--workspace', await put('file'))).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/is a file/),
      });
    }
    await put('ws/content/enterprises/a.yaml', 'id: [');
    expect(await zhenggai('parse', await put('n.txt'), '--workspace', join(folder, 'ws'))).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/enterprises\/a\.yaml: not YAML/),
    });
  });
});

describe('parse', () => {
  it('gives the record alone for one input', async () => {
    const { code, stdout } = await zhenggai('parse', await put('a.txt'), '--url', 'http://a.example/1');
    expect(code).toBe(0);
    const record = NoticeRecord.parse(JSON.parse(stdout));
    expect(record.text.content).toBeUndefined();
    expect(record).toMatchObject({ docType: 'rectification', sources: [{ url: 'http://a.example/1' }] });
  });

  it('gives an array for several, a line each as jsonl, in order; one bad file does not stop the others', async () => {
    const inputs = [
      await put('a.txt'),
      await put('empty.txt', ''),
      join(folder, 'none.txt'),
      folder,
      await put('b.txt', NOTICE.replaceAll('80项', '90项')),
    ];
    const lines = await zhenggai('parse', ...inputs, '--format', 'jsonl');
    expect(lines.code).toBe(1);
    const results = lines.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(results.map(({ input }) => input)).toEqual(inputs);
    expect(results.map((result) => Object.keys(result).join())).toEqual([
      'input,record',
      'input,error',
      'input,error',
      'input,error',
      'input,record',
    ]);
    expect(results[2].error).toMatch(/none\.txt: no such file/);
    expect(results[3].error).toMatch(/is a folder/);
    expect(lines.stderr.split('\n').filter((line) => line.includes('empty.txt'))).toHaveLength(1);
    const array = await zhenggai('parse', ...inputs);
    expect(array.code).toBe(1);
    expect(JSON.parse(array.stdout)).toEqual(results);
  });

  it('says the same twice, and adds the text when asked', async () => {
    const path = await put('a.txt');
    const once = await zhenggai('parse', path, '--with-text');
    expect(await zhenggai('parse', path, '--with-text')).toEqual(once);
    const record = NoticeRecord.parse(JSON.parse(once.stdout));
    for (const { start, end, quote } of record.figures) expect(record.text.content?.slice(start, end)).toBe(quote);
  });

  it('writes nothing', async () => {
    const path = await put('ws/a.txt');
    const before = await times(folder);
    await zhenggai('parse', path, '--workspace', join(folder, 'ws'));
    expect(await times(folder)).toEqual(before);
  });

  it.each([
    ['empty', 'a.txt', ''],
    ['binary', 'a.html', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['of unknown kind', 'a.xyz', 'text'],
  ])('has one clear line for a file that is %s', async (_, name, content) => {
    const path = await put(name, content);
    const { code, stdout, stderr } = await zhenggai('parse', path);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.split('\n')).toHaveLength(1);
    expect(stderr).toContain(path);
    expect(stderr).not.toMatch(/internal error|at .*\.ts/);
  });

  it('reads a damaged file as far as it goes, says what is lost, and exits 1', async () => {
    const whole = Buffer.from(NOTICE);
    const path = await put(
      'a.txt',
      Buffer.concat([whole.subarray(0, 400), Buffer.from('ff80fe', 'hex'), whole.subarray(400)]),
    );
    const damaged = await zhenggai('parse', path);
    expect(damaged.code).toBe(1);
    expect(JSON.parse(damaged.stdout)).toMatchObject({ docType: 'rectification' });
    expect(damaged.stderr).toMatch(
      /a\.txt: .*could not be decoded.*: the file did not arrive whole: fetch or export it again$/,
    );
    const hopeless = await zhenggai('parse', await put('b.txt', Buffer.from('ff80fe81'.repeat(200), 'hex')));
    expect(hopeless).toMatchObject({ code: 1, stdout: '' });
    expect(hopeless.stderr.split('\n')).toHaveLength(1);
  });

  it('keeps control characters of a file name from the terminal', async () => {
    const { stderr } = await zhenggai('parse', `${folder}/\x1b[2J.txt`);
    expect(stderr).not.toContain('\x1b');
  });
});

describe('the program itself', () => {
  it('reads the standard input and keeps results and messages apart', async () => {
    const { code, stdout, stderr } = await run(['parse', '-', '--format', 'jsonl'], { input: NOTICE });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ input: '-', record: { docType: 'rectification' } });
  });

  it('gives all of a large output, and does not mind a reader that leaves', async () => {
    const paths = await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        put(`${i}.txt`, NOTICE.replace('80项', `${80 + i}项`) + '其他情况。'.repeat(1500)),
      ),
    );
    const whole = await run(['parse', ...paths, '--with-text']);
    expect(whole.code).toBe(0);
    expect(JSON.parse(whole.stdout)).toHaveLength(60);
    expect(whole.stdout.length).toBeGreaterThan(200_000);
    const cut = await run(['parse', ...paths, '--with-text'], { cut: true });
    expect(cut.stderr).not.toMatch(/EPIPE|Error/);
    expect(cut.code).toBe(0);
  }, 30_000);

  it('is found through a link, as npx does', async () => {
    const link = join(folder, 'zhenggai');
    await symlink(join(process.cwd(), 'bin/zhenggai.js'), link);
    const child = spawn(link, ['parse'], { env: { ...process.env } });
    const code = await new Promise((done) => child.on('close', done));
    expect(code).toBe(2);
  });
});

describe('ingest', () => {
  const ws = () => join(folder, 'ws');
  const ingest = async (...args: string[]) => {
    await mkdir(ws(), { recursive: true });
    return zhenggai('ingest', ...args, '--workspace', ws());
  };

  it('takes folders in as captures, texts and records; the same bytes again write nothing', async () => {
    await put('in/a.txt');
    await put('in/deep/b.txt', NOTICE.replaceAll('示例能源', '示例航运'));
    await put('in/README.md', 'about this folder');
    await put('in/.hidden', 'x');
    const first = await ingest(join(folder, 'in'), '--publisher', '示例省纪委', '--by', '甲');
    expect(first.code).toBe(0);
    const records = await readdir(join(ws(), 'content/records'));
    expect(records).toEqual([
      'shi-li-hang-yun-ji-tuan-rectification-20210722.json',
      'shi-li-neng-yuan-ji-tuan-rectification-20210722.json',
    ]);
    const record = NoticeRecord.parse(
      JSON.parse(await readFile(join(ws(), 'content/records', records[1] as string), 'utf8')),
    );
    expect(record.sources).toMatchObject([{ url: null, publisher: '示例省纪委', status: 'live' }]);
    const captures = await readdir(join(ws(), 'archive/captures/shi-li-sheng-ji-wei'));
    expect(captures).toHaveLength(4);
    const described = await readFile(
      join(ws(), 'archive/captures/shi-li-sheng-ji-wei', captures.find((name) => name.endsWith('.json')) as string),
      'utf8',
    );
    expect(JSON.parse(described)).toMatchObject({ by: '甲', kind: 'notice', url: null });
    const before = await times(ws());
    expect(await ingest(join(folder, 'in'), '--publisher', '示例省纪委')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('2 无变化'),
    });
    expect(await times(ws())).toEqual(before);
    expect((await zhenggai('check', '--workspace', ws())).stdout).toBe('');
  });

  it('keeps the id when the same notice comes with its address', async () => {
    const path = await put('a.txt');
    await ingest(path);
    const named = await ingest(path, '--url', 'http://www.a.example/1.html');
    expect(named.code).toBe(0);
    const names = await readdir(join(ws(), 'content/records'));
    expect(names).toHaveLength(1);
    const record = JSON.parse(await readFile(join(ws(), 'content/records', names[0] as string), 'utf8'));
    expect(record.sources).toMatchObject([{ url: 'http://www.a.example/1.html' }]);
  });

  it('saves everything else when some files are bad, and exits 1', async () => {
    await put('in/a.txt');
    await put('in/empty.txt', '');
    await put('in/picture.html', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
    await put('in/x.xyz', 'what');
    const result = await ingest(join(folder, 'in'), join(folder, 'none'));
    expect(result.code).toBe(1);
    for (const name of ['empty.txt', 'picture.html', 'x.xyz', 'none']) {
      expect(
        result.stderr.split('\n').filter((line) => line.includes(name)),
        name,
      ).toHaveLength(1);
    }
    expect(await readdir(join(ws(), 'content/records'))).toHaveLength(1);
  });

  it.skipIf(process.getuid?.() === 0)('names a folder that it may not read', async () => {
    await put('in/locked/a.txt');
    await chmod(join(folder, 'in/locked'), 0o000);
    const result = await ingest(join(folder, 'in'));
    await chmod(join(folder, 'in/locked'), 0o700);
    expect(result).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/locked: cannot be read: check its permissions/),
    });
  });

  it('waits for no one: a workspace in use is said to be', async () => {
    await put(
      'ws/archive/lock.json',
      JSON.stringify({
        pid: process.pid,
        host: (await import('node:os')).hostname(),
        since: '2026-01-01',
        command: 'scrape',
      }),
    );
    expect(await ingest(await put('a.txt'))).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/in use by scrape, process/),
    });
  });
});
