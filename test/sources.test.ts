import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { findAttachments } from '../scraper/attachments.ts';
import type { Answer } from '../scraper/fetch.ts';
import {
  absolute,
  dig,
  isWanted,
  pageText,
  readCountAfter,
  readDataDate,
  readFeedRows,
  readHtmlRows,
  readJsonRows,
  readList,
  readNextLink,
  readRowDate,
  readSitemap,
} from '../scraper/sources.ts';
import { Source, SourceList } from '../src/model/index.ts';

const BASE = 'http://a.example/list/index.html';

describe('rows of an HTML list', () => {
  const list = { row: 'li', link: 'a[href]' };

  it('are links with titles and dates, absolute and without fragments', () => {
    const html = `<ul><li><a href="../n/1.html#x" title="关于巡视整改进展情况的通报（全文）">关于巡视整改…</a><span>[2020-10-26]</span></li>
      <li>没有链接</li><li><a href="javascript:void(0)">脚本</a></li>
      <li><a href="http://b.example/2.html">  第二
      条 </a> 2021年3月5日</li></ul>`;
    expect(readHtmlRows(html, list, BASE)).toEqual([
      { url: 'http://a.example/n/1.html', title: '关于巡视整改进展情况的通报（全文）', date: '2020-10-26' },
      { url: 'http://b.example/2.html', title: '第二 条', date: '2021-03-05' },
    ]);
  });

  it('come from feeds and sitemaps in linear time, whatever surrounds them', () => {
    const bomb = `${'<x>'.repeat(200_000)}${'</y>'.repeat(200_000)}`;
    const start = performance.now();
    const feed = `${bomb}<item><title>通报</title><link>/1.html</link></item><item>${bomb}</item>`;
    expect(readFeedRows(feed, 'http://a.example/').map(({ url }) => url)).toEqual(['http://a.example/1.html']);
    expect(readSitemap(`${bomb}<url><loc>/2.html</loc></url>`, 'http://a.example/').rows).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(5_000);
  }, 60_000);

  it('take linear time on hostile nesting, and so do the documents that a page links to', () => {
    const bombs = ['<div>', '<b><p>', '<font color=1><div>', '<table><tr><td>', '<a href="x.pdf">', '<a href=y><div>'];
    for (const bomb of bombs) {
      const html = `${bomb.repeat(50_000)}<ul><li><a href="/1.html">巡视整改通报</a> 2021-12-03</li></ul>`;
      const start = performance.now();
      readHtmlRows(html, { row: 'li', link: 'a[href]' }, 'http://a.example/');
      findAttachments(html, 'http://a.example/');
      // a tree built as browsers do takes minutes; this takes a fraction of a second where the machine is free
      expect(performance.now() - start, bomb).toBeLessThan(5_000);
    }
  }, 60_000);

  it('keep the date apart from a title that ends in a digit', () => {
    const html = '<li><a href="/1">通报之2</a><span>2021-12-03</span></li>';
    expect(readHtmlRows(html, list, BASE)[0]).toMatchObject({ title: '通报之2', date: '2021-12-03' });
  });

  it('resolve against the page’s own base; a row may be the link itself', () => {
    const html = '<base href="/x/"><a class="r" href="1.html">甲</a>';
    expect(readHtmlRows(html, { row: 'a.r', link: 'a[href]' }, BASE)[0]?.url).toBe('http://a.example/x/1.html');
  });
});

describe('dates in lists', () => {
  it('are read in the forms that lists use, and never guessed', () => {
    expect(readRowDate('2020-10-26')).toBe('2020-10-26');
    expect(readRowDate('[2020/1/6]')).toBe('2020-01-06');
    expect(readRowDate('发布：2020.01.06 点击：20201')).toBe('2020-01-06');
    expect(readRowDate('20200106')).toBe('2020-01-06');
    expect(readRowDate('10-26')).toBeNull();
    expect(readRowDate('2020-13-45')).toBeNull();
    expect(readRowDate('电话 01020200106')).toBeNull();
  });

  it('of feeds and endpoints are in Beijing time', () => {
    expect(readDataDate('Mon, 26 Oct 2020 20:00:00 GMT')).toBe('2020-10-27');
    expect(readDataDate(1_603_728_000)).toBe('2020-10-27');
    expect(readDataDate(1_603_728_000_000)).toBe('2020-10-27');
    expect(readDataDate('2020-10-26 09:00:00')).toBe('2020-10-26');
    expect(readDataDate('2020-10-26T20:00:00Z')).toBe('2020-10-27');
    expect(readDataDate('soon')).toBeNull();
  });
});

describe('rows of other forms', () => {
  it('come from JSON and JSONP, with paths and templates', () => {
    const list = { rows: 'data.list', link: '/art/{id}.html', title: 'title', date: 'time' };
    const json = '{"data":{"list":[{"id":7,"title":"<em>巡视</em>整改","time":1603728000},{"id":8,"title":null}]}}';
    const rows = [
      { url: 'http://a.example/art/7.html', title: '巡视整改', date: '2020-10-27' },
      { url: 'http://a.example/art/8.html', title: '', date: null },
    ];
    expect(readJsonRows(json, list, BASE)).toEqual(rows);
    expect(readJsonRows(`callback(${json});`, list, BASE)).toEqual(rows);
    expect(() => readJsonRows('<html>', list, BASE)).toThrow(/not JSON/);
    expect(() => readJsonRows('{"data":{}}', list, BASE)).toThrow(/no array at data\.list/);
    expect(dig({ a: [{ b: 1 }] }, 'a.0.b')).toBe(1);
    expect(dig({}, '__proto__.x')).toBeUndefined();
  });

  it('come from RSS, Atom and sitemaps', () => {
    const rss =
      '<rss><channel><item><title>甲</title><link>http://a.example/1</link><pubDate>Mon, 26 Oct 2020 02:00:00 GMT</pubDate></item></channel></rss>';
    expect(readFeedRows(rss, BASE)).toEqual([{ url: 'http://a.example/1', title: '甲', date: '2020-10-26' }]);
    const atom =
      '<feed><entry><title>乙</title><link rel="alternate" href="/2"/><updated>2020-10-26T02:00:00Z</updated></entry></feed>';
    expect(readFeedRows(atom, BASE)).toEqual([{ url: 'http://a.example/2', title: '乙', date: '2020-10-26' }]);
    const map =
      '<urlset><url><loc>http://a.example/xszg/1</loc></url><url><loc>http://a.example/other</loc></url></urlset>';
    expect(readSitemap(map, BASE, '/xszg/').rows.map(({ url }) => url)).toEqual(['http://a.example/xszg/1']);
    expect(readSitemap('<sitemapindex><sitemap><loc>/s1.xml</loc></sitemap></sitemapindex>', BASE).further).toEqual([
      'http://a.example/s1.xml',
    ]);
  });
});

describe('pages of a list', () => {
  const page = (html: string): Answer => ({
    kind: 'page',
    url: BASE,
    finalUrl: BASE,
    status: 200,
    headers: {},
    attempts: 1,
    bytes: Buffer.from(html),
  });
  const missing: Answer = { kind: 'failure', url: BASE, attempts: 1, cause: 'moved', reason: 'HTTP 404', status: 404 };
  const rows = (...ids: number[]) => ids.map((id) => `<li><a href="/n/${id}.html">通报${id}</a></li>`).join('');
  const web = (pages: Record<string, Answer>) => {
    const asked: string[] = [];
    const get = async (url: string) => {
      asked.push(url);
      return pages[url] ?? missing;
    };
    return { asked, get };
  };
  const list = (pages: object) => SourceList.parse({ form: 'html', url: BASE, row: 'li', pages });

  it('are counted by script, from the mark on the first page', async () => {
    const { asked, get } = web({
      [BASE]: page(`${rows(1, 2)}<script>createPageHTML(2, 0, "index", "html")</script>`),
      'http://a.example/list/index_1.html': page(rows(3)),
      'http://a.example/list/index_2.html': page(rows(9)),
    });
    const reading = await readList(
      list({ by: 'number', pattern: 'index_{n}.html', second: 1, countAfter: 'createPageHTML(' }),
      get,
      undefined,
    );
    expect(reading.rows).toHaveLength(3);
    expect(asked).toHaveLength(2);
    expect(readCountAfter('createPageHTML( "12"', 'createPageHTML(')).toBe(12);
    expect(readCountAfter('nothing', 'createPageHTML(')).toBeNull();
  });

  it('end at the first missing page, at one that repeats, or at the most', async () => {
    const further = (n: number) => `http://a.example/list/index_${n}.html`;
    const ending = web({ [BASE]: page(rows(1)), [further(2)]: page(rows(2)) });
    expect(
      (await readList(list({ by: 'number', pattern: 'index_{n}.html' }), ending.get, undefined)).problem,
    ).toBeNull();
    expect(ending.asked).toHaveLength(3);
    const repeating = web({ [BASE]: page(rows(1)), [further(2)]: page(rows(1)), [further(3)]: page(rows(3)) });
    expect(
      (await readList(list({ by: 'number', pattern: 'index_{n}.html' }), repeating.get, undefined)).rows,
    ).toHaveLength(1);
    const endless = web({
      [BASE]: page(rows(1)),
      ...Object.fromEntries(Array.from({ length: 50 }, (_, i) => [further(i + 2), page(rows(i + 2))])),
    });
    expect(
      (await readList(list({ by: 'number', pattern: 'index_{n}.html', max: 4 }), endless.get, undefined)).pages,
    ).toBe(4);
  });

  it('are followed by their link, never in a circle', async () => {
    const two = 'http://a.example/list/two.html';
    const { get } = web({
      [BASE]: page(`${rows(1)}<a class="next" href="two.html">下一页</a>`),
      [two]: page(`${rows(2)}<a class="next" href="index.html">`),
    });
    expect((await readList(list({ by: 'link', selector: 'a.next' }), get, undefined)).rows).toHaveLength(2);
    expect(readNextLink('<a>', 'a.next', BASE)).toBeNull();
  });

  it('that fail in the middle leave the rows so far, and say where', async () => {
    const blocked: Answer = { ...missing, cause: 'blocked', reason: 'HTTP 403: refused', status: 403 };
    const { get } = web({ [BASE]: page(rows(1)), 'http://a.example/list/index_2.html': blocked });
    const reading = await readList(list({ by: 'number', pattern: 'index_{n}.html' }), get, undefined);
    expect(reading).toMatchObject({ pages: 1, problem: { cause: 'blocked', reason: 'page 2: HTTP 403: refused' } });
    expect(reading.rows).toHaveLength(1);
  });

  it('without rows are a problem with its cause, never a quiet day', async () => {
    const cause = async (html: string) =>
      (await readList(list({ by: 'link', selector: 'a.next' }), web({ [BASE]: page(html) }).get, undefined)).problem;
    expect(await cause(`<div>${'新的页面。'.repeat(200)}</div>`)).toMatchObject({
      cause: 'moved',
      reason: expect.stringContaining('zero rows'),
    });
    expect(await cause('<html><body>请完成安全验证</body></html>')).toMatchObject({ cause: 'blocked' });
    expect(await cause('<html><body>网站维护中，请稍后访问</body></html>')).toMatchObject({ cause: 'down' });
    expect(await cause('<script>location.href="/new/"</script>')).toMatchObject({ cause: 'moved' });
  });
});

describe('what a source declares', () => {
  const source = (extra: object) =>
    Source.safeParse({
      id: 'a',
      name: '示例',
      kind: 'own',
      home: 'http://a.example/',
      known: ['http://a.example/1'],
      enabled: true,
      verified: false,
      sample: true,
      ...extra,
    });

  it('takes rows by plain words of their titles', () => {
    const { data } = source({ titles: { any: ['巡视', '巡察'], not: ['招聘'] } });
    if (!data) throw new Error('expected a source');
    expect(isWanted({ url: '', title: '巡视整改通报', date: null }, data)).toBe(true);
    expect(isWanted({ url: '', title: '巡察干部招聘', date: null }, data)).toBe(false);
    expect(isWanted({ url: '', title: '生产经营', date: null }, data)).toBe(false);
  });

  it('needs an example before it may be enabled, a reason for exceptions, and .example for samples', () => {
    expect(source({ sample: undefined }).success).toBe(false);
    expect(source({ sample: undefined, example: 'test/fixtures/x' }).success).toBe(true);
    expect(source({ tls: [{ host: 'a.example', reason: '', until: '2026-01-01' }] }).success).toBe(false);
    expect(source({ home: 'http://a.cn/' }).success).toBe(false);
    expect(source({ known: [] }).success).toBe(false);
    expect(source({ pages: 1 }).success).toBe(false);
  });
});

describe('characters', () => {
  it('are decoded by what the bytes are, unless the source knows better', () => {
    const html = '<meta charset="utf-8"><p>关于巡视整改进展情况的通报，现将有关情况予以公布。</p>';
    const bytes = new Uint8Array(iconv.encode(html, 'gbk'));
    expect(pageText({ bytes, headers: { 'content-type': 'text/html; charset=utf-8' } })).toBe(html);
    expect(pageText({ bytes, headers: {} }, 'gb18030')).toBe(html);
  });

  it('make addresses absolute, or none', () => {
    expect(absolute(' /a ', BASE)).toBe('http://a.example/a');
    expect(absolute('mailto:a@b.c', BASE)).toBeNull();
    expect(absolute('#top', BASE)).toBeNull();
    expect(absolute(undefined, BASE)).toBeNull();
  });
});
