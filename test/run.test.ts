import { mkdir, mkdtemp, readdir, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { p, wordFile } from '../demo/word-file.ts';
import { exitCodeOf, formatReport } from '../scraper/report.ts';
import { runScrape, type ScrapeOptions } from '../scraper/run.ts';
import { type NoticeRecord, SourceHealth } from '../src/model/index.ts';
import { startServer, type TestServer } from './server.ts';

let workspace: string;
let web: TestServer;
let clock: number;
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'zhenggai-run-'));
  web = await startServer();
  // Tables of its own: the repository’s 159 enterprises need not be read for every test.
  for (const table of ['enterprises', 'rounds']) await mkdir(join(workspace, 'content', table), { recursive: true });
  await writeFile(join(workspace, 'content/topics.yaml'), '[]\n');
  clock = Date.parse('2026-03-01T02:00:00Z');
});
afterEach(async () => {
  await web.close();
  await rm(workspace, { recursive: true });
});

const HOST = 'nengyuan.example';
const DAY = 86_400_000;

const notice = (
  n: number,
  extra = '',
) => `<html><head><title>通报</title></head><body><h1>中共示例${'甲乙丙丁戊己庚辛'[n]}能源集团有限公司委员会关于巡视整改进展情况的通报</h1>
<div class="body"><p>根据省委统一部署，2021年3月28日至6月15日，省委第六巡视组对示例${'甲乙丙丁戊己庚辛'[n]}能源集团有限公司党委进行了常规巡视。7月2${n}日，省委第六巡视组反馈了巡视意见。现将巡视整改进展情况予以公布。</p>
<p>一、整改工作总体情况</p><p>集团党委高度重视巡视整改工作，召开党委会专题研究，制定整改任务8${n}项、整改措施18${n}项，应完成的88项措施已全部完成，问责处理4${n}人次。${extra}</p>
<p>二、联系方式</p><p>电话：010-1234567${n}；电子邮箱：xunshi${n}@nengyuan.example。欢迎广大干部群众对巡视整改落实情况进行监督，如有意见建议请及时向我们反映，我们将认真研究并加以改进，不断提高整改质量。</p>
<p>中共示例${'甲乙丙丁戊己庚辛'[n]}能源集团有限公司委员会</p><p>2021年12月${n + 1}日</p></div></body></html>`;

const list = (...ids: number[]): string =>
  `<ul>${ids.map((id) => `<li><a href="/n/${id}.html">巡视整改通报之${id}</a><span>2021-12-0${id + 1}</span></li>`).join('')}</ul>`;

interface Declared {
  [key: string]: unknown;
}

async function declare(id = 'nengyuan', extra: Declared = {}, host = HOST) {
  const source = {
    id,
    name: `示例${id}`,
    kind: 'own',
    home: `http://${host}/`,
    lists: [{ form: 'html', url: `http://${host}/list/`, row: 'li' }],
    enabled: true,
    verified: false,
    sample: true,
    pace: { revisitDays: 0 },
    quietDays: 99_999,
    ...extra,
  };
  const folder = join(workspace, 'content/sources');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${id}.yaml`), stringify(source));
}

function serve(path: string, body: Parameters<TestServer['pages']['set']>[1], host = HOST) {
  web.pages.set(`${host}${path}`, body);
}

function publish(...ids: number[]) {
  serve('/list/', list(...ids));
  for (const id of ids) serve(`/n/${id}.html`, notice(id));
}

const scrape = (options: Partial<ScrapeOptions> = {}) =>
  runScrape({
    workspace,
    ...options,
    fetchOptions: {
      paceScale: 0,
      retries: 1,
      backoff: 0,
      timeout: 1,
      connectTo: { '*.example': `127.0.0.1:${web.port}` },
      now: () => clock,
      ...options.fetchOptions,
    },
  });

const first = async (options: Partial<ScrapeOptions> = {}) => (await scrape(options)).sources[0] as SourceHealth;

async function records(): Promise<NoticeRecord[]> {
  const folder = join(workspace, 'content/records');
  const names = (await readdir(folder)).sort();
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8'))));
}

/** Everything that must not change on an unchanged web. */
async function kept(): Promise<Record<string, number>> {
  const entries = await readdir(workspace, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const lasting = files.filter((file) => /content\/records|archive\/(captures|texts)/.test(file));
  return Object.fromEntries(
    await Promise.all(lasting.map(async (file) => [file, (await stat(file)).mtimeMs] as const)),
  );
}

describe('a scrape', () => {
  it('makes captures, texts and records of every listed notice, marked as samples', async () => {
    await declare();
    publish(0, 1, 2);
    const report = await scrape({ report: join(workspace, 'report.json') });
    expect(report.sources).toMatchObject([
      { state: 'ok', counts: { new: 3, failed: 0 }, lists: [{ pages: 1, rows: 3, wanted: 3 }], problems: [] },
    ]);
    expect(exitCodeOf(report)).toBe(0);
    expect(JSON.parse(await readFile(join(workspace, 'report.json'), 'utf8'))).toEqual(report);
    const stored = await records();
    expect(stored).toHaveLength(3);
    expect(stored.find(({ sources }) => sources[0]?.url?.endsWith('/0.html'))).toMatchObject({
      sample: true,
      docType: 'rectification',
      sources: [{ url: `http://${HOST}/n/0.html`, publisher: '示例nengyuan', status: 'live' }],
    });
    expect(formatReport(report)).toMatch(/nengyuan\s+正常 ok/);
    const health = SourceHealth.parse(
      JSON.parse(await readFile(join(workspace, 'content/health/nengyuan.json'), 'utf8')),
    );
    expect(health).toMatchObject({ notices: 3, newest: '2021-12-03', fill: { enterprise: 1, feedbackDate: 1 } });
  });

  it('writes nothing on an unchanged web, with and without validators, and whatever counters the pages carry', async () => {
    await declare();
    publish(0, 1, 2);
    serve('/n/1.html', (request, response) => {
      const known = request.headers['if-none-match'] === '"v1"';
      response
        .writeHead(known ? 304 : 200, { etag: '"v1"', 'content-type': 'text/html; charset=utf-8' })
        .end(known ? '' : notice(1));
    });
    let visits = 0;
    serve('/n/2.html', (_, response) => {
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(notice(2).replace('<head>', `<head><meta name="t" content="${visits++}">`));
    });
    await scrape();
    const before = await kept();
    for (let day = 1; day <= 3; day++) {
      clock += DAY;
      expect(await first()).toMatchObject({ state: 'ok', counts: { unchanged: 3, new: 0, changed: 0, reread: 0 } });
    }
    expect(await kept()).toEqual(before);
  });

  it('leaves known notices alone until they are due', async () => {
    await declare('nengyuan', { pace: { revisitDays: 7 } });
    publish(0, 1);
    await scrape();
    publish(0, 1, 2);
    clock += DAY;
    expect(await first()).toMatchObject({ counts: { new: 1, fresh: 2 } });
    clock += 8 * DAY;
    expect(await first()).toMatchObject({ counts: { unchanged: 3, fresh: 0 } });
  });

  it('keeps both versions of a notice that changes, under one id', async () => {
    await declare();
    publish(0);
    await scrape();
    const [before] = await records();
    serve('/n/0.html', notice(0, '截至目前，全部整改任务已经完成。').replace('180项', '188项'));
    clock += DAY;
    expect(await first()).toMatchObject({ counts: { changed: 1 } });
    const [after] = await records();
    expect(after?.versions).toEqual([
      { sha256: before?.text.sha256, since: '2026-03-01T02:00:00.000Z', url: `http://${HOST}/n/0.html`, changes: [] },
      {
        sha256: after?.text.sha256,
        since: '2026-03-02T02:00:00.000Z',
        url: `http://${HOST}/n/0.html`,
        changes: [{ category: 'measures', from: 180, to: 188 }],
      },
    ]);
    expect(after).toMatchObject({ id: before?.id, sources: [{ status: 'changed' }] });
    expect(after?.text.sha256).not.toBe(before?.text.sha256);
    expect(
      (await readdir(join(workspace, 'archive/texts', `${after?.id}`))).filter((name) => name.endsWith('.txt')),
    ).toHaveLength(2);
    expect(await readdir(join(workspace, 'archive/captures', HOST))).toHaveLength(4);
    const settled = await kept();
    clock += DAY;
    expect(await first()).toMatchObject({ counts: { unchanged: 1 } });
    expect(await kept()).toEqual(settled);
  });

  it('calls a page gone after three runs on different days only, and keeps its record', async () => {
    await declare();
    publish(0, 1);
    await scrape();
    web.pages.delete(`${HOST}/n/1.html`);
    const seen: object[] = [];
    for (const wait of [DAY, 3_600_000, DAY, DAY]) {
      clock += wait;
      const { state, counts } = await first();
      seen.push({ state, missing: counts.missing, gone: counts.gone });
    }
    expect(seen).toEqual([
      { state: 'ok', missing: 1, gone: 0 },
      { state: 'ok', missing: 1, gone: 0 },
      { state: 'ok', missing: 1, gone: 0 },
      { state: 'ok', missing: 0, gone: 1 },
    ]);
    const stored = await records();
    expect(stored).toHaveLength(2);
    expect(stored.map(({ sources }) => sources[0]?.status).sort()).toEqual(['gone', 'live']);
    serve('/n/1.html', notice(1));
    clock += 31 * DAY;
    await scrape();
    expect((await records()).every(({ sources }) => sources[0]?.status === 'live')).toBe(true);
  });

  it('recognises one notice at two publishers, the enterprise’s own page first', async () => {
    await declare();
    await declare('zhuanzai', { kind: 'mirror' }, 'mirror.example');
    publish(0);
    serve('/list/', '<ul><li><a href="/x.html">转载：巡视整改通报</a></li></ul>', 'mirror.example');
    serve('/x.html', notice(0).replace('</h1>', '</h1><p>来源：示例集团网站</p>'), 'mirror.example');
    const report = await scrape();
    expect(report.sources.map(({ id, counts }) => [id, counts.new, counts.added])).toEqual([
      ['nengyuan', 1, 0],
      ['zhuanzai', 0, 1],
    ]);
    const [record, ...others] = await records();
    expect(others).toEqual([]);
    expect(record?.sources.map(({ url }) => url)).toEqual([`http://${HOST}/n/0.html`, 'http://mirror.example/x.html']);
    const before = await kept();
    clock += DAY;
    await scrape();
    expect(await kept()).toEqual(before);
  });

  it('takes last year’s page at a new address for what it is', async () => {
    await declare();
    publish(0, 1);
    await scrape();
    const before = await records();
    // a new site: other addresses, other furniture, today’s date above the old text
    web.pages.delete(`${HOST}/n/0.html`);
    serve('/list/', '<ul><li><a href="/2026/a.html">巡视整改通报之0</a><span>2026-03-02</span></li></ul>');
    serve('/2026/a.html', notice(0).replace('<div class="body">', '<p>发布日期：2026-03-02</p><div class="body">'));
    clock += DAY;
    expect(await first()).toMatchObject({ counts: { new: 0, added: 1, missing: 1 } });
    const after = await records();
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    const moved = after.find(({ sources }) => sources.length === 2);
    expect(moved?.sources.map(({ url }) => url).sort()).toEqual([
      `http://${HOST}/2026/a.html`,
      `http://${HOST}/n/0.html`,
    ]);
  });

  it('reads only what is asked for by --source and --since', async () => {
    await declare();
    await declare('other', { enabled: false }, 'other.example');
    publish(0, 1, 2);
    const report = await scrape({ since: '2021-12-03' });
    expect(report.sources).toMatchObject([{ id: 'nengyuan', counts: { new: 1 } }]);
    serve('/list/', list(0), 'other.example');
    serve('/n/0.html', notice(5), 'other.example');
    expect((await scrape({ sources: ['other'] })).sources).toMatchObject([{ id: 'other', counts: { new: 1 } }]);
    await expect(scrape({ sources: ['none'] })).rejects.toThrow(/no source none: there are nengyuan, other/);
  });

  it('remembers what it asked today, over runs', async () => {
    await declare('nengyuan', { pace: { revisitDays: 0, perDay: 6 } });
    publish(0, 1, 2, 3, 4);
    expect(await first()).toMatchObject({ state: 'postponed', counts: { new: 4, postponed: 1 } });
    clock += DAY;
    expect(await first()).toMatchObject({ counts: { new: 1 } });
  });

  it('stops between two pages when told to, and goes on from there', async () => {
    await declare('nengyuan', { pace: { revisitDays: 0 } });
    publish(0, 1, 2, 3, 4);
    const controller = new AbortController();
    serve('/n/1.html', (_, response) => {
      controller.abort();
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(notice(1));
    });
    const stopped = await scrape({ fetchOptions: { signal: controller.signal } });
    expect(stopped).toMatchObject({
      interrupted: true,
      sources: [{ state: 'postponed', counts: { new: 2, postponed: 3 } }],
    });
    expect(exitCodeOf(stopped)).toBe(1);
    clock += 3_600_000;
    const logged: string[] = [];
    const report = await scrape({ log: (line) => logged.push(line) });
    expect(logged.join('\n')).toMatch(/going on with the run of/);
    expect(report.sources[0]).toMatchObject({ state: 'ok', counts: { new: 3, fresh: 2, unchanged: 0 } });
  });
});

describe('documents and encodings', () => {
  it('are read whatever header and meta claim', async () => {
    await declare();
    serve('/list/', { headers: { 'content-type': 'text/html; charset=utf-8' }, body: iconv.encode(list(0, 1), 'gbk') });
    serve('/n/0.html', {
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: iconv.encode(notice(0), 'gb18030'),
    });
    serve('/n/1.html', { headers: { 'content-type': 'text/html; charset=gbk' }, body: notice(1) });
    expect(await first()).toMatchObject({ state: 'ok', counts: { new: 2 } });
    expect((await records()).map(({ enterprise }) => enterprise?.name)).toEqual(
      expect.arrayContaining([expect.stringContaining('示例甲能源集团'), expect.stringContaining('示例乙能源集团')]),
    );
  });

  it('follow an attachment where the page has no text of its own', async () => {
    await declare();
    serve('/list/', list(0));
    serve(
      '/n/0.html',
      '<html><head><title>关于巡视整改进展情况的通报</title></head><body><h1>关于巡视整改进展情况的通报</h1><p>附件：<a href="/files/1.docx">通报全文.docx</a></p><script>x()</script></body></html>',
    );
    const paragraphs = [...notice(3).matchAll(/<(?:h1|p)>([^<]+)</g)].map(([, text]) => p(text as string));
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    serve('/files/1.docx', { headers: { 'content-type': type }, body: wordFile({ body: paragraphs.join('') }) });
    expect(await first()).toMatchObject({ state: 'ok', counts: { new: 1 } });
    const [record] = await records();
    expect(record).toMatchObject({
      inspection: { feedbackDate: '2021-07-23' },
      enterprise: { name: '示例丁能源集团有限公司' },
    });
    expect(record?.sources.map(({ url }) => url)).toEqual([`http://${HOST}/n/0.html`, `http://${HOST}/files/1.docx`]);
    const names = await readdir(join(workspace, 'archive/captures', HOST));
    expect(
      names
        .filter((name) => !name.endsWith('.json'))
        .map((name) => name.split('.')[1])
        .sort(),
    ).toEqual(['docx', 'html']);
    const before = await kept();
    clock += DAY;
    expect(await first()).toMatchObject({ counts: { new: 0, changed: 0, added: 0, failed: 0 } });
    expect(await kept()).toEqual(before);
  });

  describe('that a page only links to', () => {
    const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    const PAGE =
      '<html><head><title>关于巡视整改进展情况的通报</title></head><body><h1>关于巡视整改进展情况的通报</h1><div>发布日期：2022-01-05</div><p>附件：<a href="/files/1.docx">通报全文.docx</a></p></body></html>';
    const documentOf = (html: string) => {
      const paragraphs = [...html.matchAll(/<(?:h1|p)>([^<]+)</g)].map(([, text]) => p(text as string));
      return { headers: { 'content-type': TYPE }, body: wordFile({ body: paragraphs.join('') }) };
    };
    const publishDocument = () => {
      serve('/list/', list(0));
      serve('/n/0.html', PAGE);
    };

    it('are not stored without them: a document that is down is asked for again', async () => {
      await declare();
      publishDocument();
      serve('/files/1.docx', { status: 503 });
      expect(await first()).toMatchObject({
        state: 'down',
        counts: { new: 0, failed: 1 },
        unread: [{ url: `http://${HOST}/n/0.html`, cause: 'down', reason: expect.stringContaining('/files/1.docx') }],
      });
      expect(await records()).toEqual([]);
      serve('/files/1.docx', documentOf(notice(3)));
      clock += DAY;
      expect(await first()).toMatchObject({ state: 'ok', counts: { new: 1, failed: 0 } });
    });

    it('keep what only the page knows, and are looked at with it', async () => {
      await declare();
      publishDocument();
      serve('/files/1.docx', documentOf(notice(3)));
      await scrape();
      const before = await kept();
      expect(await records()).toMatchObject([{ publication: { publishedDate: '2022-01-05' } }]);
      clock += DAY;
      expect(await first()).toMatchObject({ counts: { unchanged: 1, reread: 0, changed: 0 } });
      expect(await kept()).toEqual(before);
      // another document behind the same page is a changed notice, with the page’s date
      serve('/files/1.docx', documentOf(notice(3).replace('183项', '199项')));
      clock += DAY;
      expect(await first()).toMatchObject({ counts: { unchanged: 0, changed: 1 } });
      expect(await records()).toMatchObject([
        { publication: { publishedDate: '2022-01-05' }, headline: { measures: 199 }, versions: [{}, {}] },
      ]);
      const changed = await kept();
      clock += DAY;
      expect(await first()).toMatchObject({ counts: { unchanged: 1, reread: 0, changed: 0 } });
      expect(await kept()).toEqual(changed);
      serve('/files/1.docx', { status: 500 });
      clock += DAY;
      expect(await first()).toMatchObject({ state: 'down', counts: { failed: 1, unchanged: 0 } });
      expect(await kept()).toEqual(expect.objectContaining(changed));
    });
  });
});

describe('trouble', () => {
  /** State, problem and exit code of a second run, after a good first one. */
  async function breakThen(break_: () => void, extra: Declared = {}) {
    await declare('nengyuan', extra);
    publish(0, 1, 2, 3, 4, 5);
    expect(await first()).toMatchObject({ counts: { new: 6 } });
    const before = await kept();
    break_();
    clock += DAY;
    const report = await scrape();
    // Whatever happens, nothing that was published is lost.
    expect(Object.keys(await kept())).toEqual(expect.arrayContaining(Object.keys(before)));
    expect(await records()).toHaveLength(6);
    const [health] = report.sources;
    return {
      state: health?.state,
      problem: health?.problems[0],
      problems: health?.problems,
      code: exitCodeOf(report),
      counts: health?.counts,
      lastGood: health?.lastGood,
    };
  }

  it.each<[string, string, RegExp, () => void]>([
    ['blocked', 'a refusal', /HTTP 403/, () => serve('/list/', { status: 403, body: 'no' })],
    [
      'blocked',
      'a captcha with status 200',
      /captcha/,
      () => serve('/list/', '<html><title>安全验证</title><body>请完成安全验证</body></html>'),
    ],
    [
      'blocked',
      'a challenge script',
      /Ruishu/,
      () => serve('/list/', { status: 200, body: '<script>$_ts=window.$_ts</script>' }),
    ],
    ['blocked', 'robots.txt', /robots\.txt forbids/, () => serve('/robots.txt', 'User-agent: *\nDisallow: /\n')],
    ['blocked', 'an unending 429', /429/, () => serve('/list/', { status: 429, headers: { 'retry-after': '100000' } })],
    ['moved', 'a missing list', /HTTP 404/, () => web.pages.delete(`${HOST}/list/`)],
    ['moved', 'a soft 404', /soft 404/, () => serve('/list/', '<html><body>您访问的页面不存在</body></html>')],
    ['moved', 'a redesign', /zero rows/, () => serve('/list/', `<div>${'全新改版的网站首页。'.repeat(100)}</div>`)],
    [
      'moved',
      'a shell for scripts',
      /scripts fill/,
      () => serve('/list/', '<div id="app"></div><script src="a.js"></script>'),
    ],
    ['moved', 'a stub', /redirect stub/, () => serve('/list/', '<script>location.href="http://new.example/"</script>')],
    [
      'moved',
      'a redirect elsewhere',
      /parking\.example/,
      () => serve('/list/', { status: 302, headers: { location: 'http://parking.example/' } }),
    ],
    ['moved', 'a redirect loop', /redirects/, () => serve('/list/', { status: 302, headers: { location: '/list/' } })],
    ['moved', 'fewer rows than before', /2 rows, 6 at the last look/, () => serve('/list/', list(0, 1))],
    ['down', 'a failing server', /HTTP 502/, () => serve('/list/', { status: 502 })],
    ['down', 'maintenance', /maintenance/, () => serve('/list/', '<html><body>网站维护中，请稍后再试</body></html>')],
    ['down', 'silence', /no complete answer/, () => serve('/list/', () => undefined)],
    ['down', 'an empty page', /empty page/, () => serve('/list/', '')],
  ])('is told apart: %s by %s', async (state, _, line, break_) => {
    const asked = web.requests.length;
    const result = await breakThen(break_);
    // A publisher that refuses us or is down is not asked for its notices.
    const notices = web.requests.slice(asked).filter(({ address }) => address.includes('/n/'));
    if (state !== 'moved') expect(notices.length).toBe(6);
    expect(result).toMatchObject({ state, code: 1, lastGood: '2026-03-01T02:00:00.000Z' });
    expect(result.problem).toMatch(line);
  });

  it('of single notices makes a source partial, and names them', async () => {
    const result = await breakThen(() => {
      serve('/n/0.html', { status: 403 });
      serve('/n/1.html', '<html><body>系统繁忙，请稍后再试</body></html>');
    });
    expect(result).toMatchObject({ state: 'partial', code: 1, counts: { failed: 2, unchanged: 4 } });
    expect(result.problem).toBe('2 notices failed: 1 blocked, 1 down');
  });

  it('of all notices is the source’s own, though its list is fine', async () => {
    const result = await breakThen(() => {
      for (let id = 0; id < 6; id++)
        serve(`/n/${id}.html`, '<html><title>验证</title><body>请输入验证码</body></html>');
    });
    // after five refusals in a row the rest is left alone
    expect(result).toMatchObject({ state: 'blocked', code: 1, counts: { failed: 5, postponed: 1 } });
    expect(result.problems).toContain('1 notice not asked for: left alone in this run: 5 refusals in a row');
  });

  it('is no trouble where a flaky server recovers', async () => {
    let asked = 0;
    const result = await breakThen(() =>
      serve('/list/', (_, response) => {
        if (asked++ === 0) response.writeHead(503).end();
        else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(list(0, 1, 2, 3, 4, 5));
      }),
    );
    expect(result).toMatchObject({ state: 'ok', code: 0 });
  });

  it('of an unexpected number of rows is loud', async () => {
    const extra = { lists: [{ form: 'html', url: `http://${HOST}/list/`, row: 'li', expect: { min: 5, max: 20 } }] };
    expect(await breakThen(() => serve('/list/', list(0, 1, 2, 3)), extra)).toMatchObject({
      state: 'moved',
      problem: expect.stringMatching(/4 rows, expected 5 to 20/),
    });
  });

  it('is none where robots.txt forbids a part: the part is left alone, and said to be', async () => {
    const result = await breakThen(() => serve('/robots.txt', 'User-agent: *\nDisallow: /n/0.html\n'));
    expect(result).toMatchObject({ state: 'ok', code: 0, counts: { postponed: 1, unchanged: 5, failed: 0 } });
    expect(result.problem).toBe('1 notice not asked for: robots.txt forbids it');
  });

  it('that a person has looked into is left alone, with the reason in the source', async () => {
    const url = `http://${HOST}/n/0.html`;
    const break_ = () => serve('/n/0.html', { status: 403 });
    expect(await breakThen(break_)).toMatchObject({ state: 'partial', code: 1 });
    await declare('nengyuan', { skip: [{ url, reason: '发布者已撤下，只余一行标题' }] });
    clock += DAY;
    const asked = web.requests.length;
    expect(await first()).toMatchObject({ state: 'ok', problems: [], counts: { unchanged: 5, failed: 0 } });
    expect(web.requests.slice(asked).some(({ address }) => address.endsWith('/n/0.html'))).toBe(false);
    expect(await records()).toHaveLength(6);
  });

  it('of a page that is too large concerns that page', async () => {
    const result = await breakThen(() => serve('/n/0.html', 'x'.repeat(300_000)), {
      pace: { revisitDays: 0, maxBytes: 100_000 },
    });
    expect(result).toMatchObject({ state: 'partial', counts: { unread: 1, unchanged: 5 } });
  });

  it('of silence over the years is an alarm, not a failure', async () => {
    const result = await breakThen(() => undefined, { quietDays: 365 });
    expect(result).toMatchObject({
      state: 'quiet',
      code: 0,
      problem: expect.stringMatching(/nothing new for \d+ days; 365 are usual/),
    });
  });

  it('of one publisher leaves the others alone', async () => {
    await declare();
    await declare('kaput', {}, 'kaput.example');
    publish(0, 1);
    const report = await scrape();
    expect(report.sources.map(({ id, state }) => [id, state])).toEqual([
      ['kaput', 'moved'],
      ['nengyuan', 'ok'],
    ]);
    expect(exitCodeOf(report)).toBe(1);
    expect(await records()).toHaveLength(2);
  });

  it('with the workspace’s own files is named and worked around', async () => {
    await declare();
    publish(0, 1);
    await scrape();
    const names = (await readdir(join(workspace, 'content/records'))).sort();
    await writeFile(join(workspace, 'content/records', names[0] as string), '{"torn');
    await writeFile(join(workspace, 'content/sources/bad.yaml'), 'id: bad\nname: x\n');
    clock += DAY;
    const report = await scrape();
    expect(report.problems).toEqual(
      [
        expect.stringMatching(/sources\/bad\.yaml: kind/),
        expect.any(String),
        expect.any(String),
        expect.any(String),
        expect.stringMatching(/not JSON/),
      ]
        .filter(Boolean)
        .slice(-report.problems.length),
    );
    expect(await readFile(join(workspace, 'content/records', names[0] as string), 'utf8')).toBe('{"torn');
    await unlink(join(workspace, 'content/records', names[0] as string));
  });
});
