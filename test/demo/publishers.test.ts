import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Publishers, startPublishers } from '../../demo/publishers.ts';
import { inEdition } from '../../demo/samples.ts';
import { TEMPLATES } from '../../demo/templates/index.ts';
import { visit } from './visit.ts';

let web: Publishers;
beforeAll(async () => {
  web = await startPublishers({ troubles: false });
});
afterAll(() => web.close());

const decode = (encoding: string, body: Buffer): string => iconv.decode(body, encoding);

/** The publishers as the web shows them at first. */
const shown = () => web.publishers.map((publisher) => inEdition(publisher, 1));

describe('sample publishers over HTTP', () => {
  it('serve every notice in the encoding of the publisher, with validators', async () => {
    for (const publisher of shown()) {
      for (const notice of publisher.notices) {
        const answer = await visit(web.port, `${publisher.host}${notice.path}`);
        expect(answer.status).toBe(200);
        expect(answer.headers.etag).toMatch(/^"[0-9a-f]{20}"$/);
        expect(Date.parse(answer.headers['last-modified'] ?? '')).not.toBeNaN();
        const html = decode(publisher.encoding, answer.body);
        expect(html).not.toContain('�');
        // of a document the page holds only the name; Big5 is written in Traditional characters
        if (notice.document !== undefined || publisher.encoding === 'big5') continue;
        const paragraph = notice.body.split('\n').find((line) => line.length > 40 && !/[<>"&|]/.test(line)) ?? '';
        expect(html).toContain(paragraph);
      }
    }
  });

  it('an old server names no charset; the page’s own meta says gb2312 and holds GBK', async () => {
    const answer = await visit(web.port, 'www.linjiang-port.example/news/show.asp?id=318');
    expect(answer.headers['content-type']).toBe('text/html');
    expect(answer.body.toString('latin1')).toContain('charset=gb2312');
    expect(decode('gbk', answer.body)).toContain('示例临江港务集团');
  });

  it('answer 304 to a visitor who has the page, 200 to one who has another', async () => {
    const address = 'www.yuanchuan.example/article/1042.html';
    const first = await visit(web.port, address);
    const etag = first.headers.etag ?? '';
    const modified = first.headers['last-modified'] ?? '';
    const again = await visit(web.port, address, { 'if-none-match': etag });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect((await visit(web.port, address, { 'if-modified-since': modified })).status).toBe(304);
    expect((await visit(web.port, address, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('lists lead through all pages to every notice', async () => {
    for (const publisher of shown().filter(({ template }) => template !== 'wechat')) {
      const template = TEMPLATES[publisher.template];
      const found: string[] = [];
      let pages = 0;
      for (let number = 1; number <= 20; number++) {
        const answer = await visit(web.port, `${publisher.host}${template.listPath(publisher.list.path, number)}`);
        if (answer.status !== 200) break;
        pages = number;
        found.push(decode(publisher.encoding, answer.body).replaceAll('&amp;', '&'));
      }
      // feeds and sitemaps hold everything at once
      if (!/xml/.test(template.listType ?? '')) expect(pages, publisher.id).toBeGreaterThan(1);
      for (const notice of publisher.notices) {
        expect(found.filter((html) => html.includes(notice.path)).length, notice.path).toBeGreaterThan(0);
      }
    }
  });

  it('have robots.txt, their own 404 page, and refuse an unknown host', async () => {
    for (const publisher of web.publishers) {
      const robots = await visit(web.port, `${publisher.host}/robots.txt`);
      expect(robots.body.toString()).toContain('Disallow: /admin/');
      const missing = await visit(web.port, `${publisher.host}/keine/seite.html`);
      expect(missing.status).toBe(404);
      if (publisher.encoding !== 'big5')
        expect(decode(publisher.encoding, missing.body)).toContain(publisher.site.slice(0, 4));
    }
    expect((await visit(web.port, 'nobody.example/')).status).toBe(421);
  });

  it('HEAD sends the headers alone', async () => {
    const answer = await visit(web.port, 'www.jiwei.example/xszg/index.html', {}, 'HEAD');
    expect([answer.status, answer.body.length]).toEqual([200, 0]);
    expect(Number(answer.headers['content-length'])).toBeGreaterThan(1000);
  });

  it('hostile text stays text', async () => {
    const answer = await visit(web.port, 'www.linjiang-port.example/news/show.asp?id=741');
    const html = decode('gbk', answer.body);
    expect(html).toContain('&lt;script&gt;window.hostile');
    expect(html).not.toMatch(/<script>window|<img src=x|<svg|<a href="javascript:window\.hostile/i);
  });
});

describe('faults', () => {
  it('replace one address, one visit at a time, and go away again', async () => {
    const address = 'www.jiwei.example/xwtt/202408/t20240805_480216.html';
    const busy = { status: 503, headers: { 'retry-after': '1' }, body: new Uint8Array() };
    web.setFault(address, ({ attempt }, healthy) => (attempt % 2 === 1 ? busy : healthy));
    const before = web.visits.filter((one) => one.address === address).length;
    const statuses = [await visit(web.port, address), await visit(web.port, address)].map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 503]);
    expect(web.visits.filter((one) => one.address === address).length).toBe(before + 2);
    web.setFault(address, null);
    expect((await visit(web.port, address)).status).toBe(200);
  });

  it('can take a whole host, and other hosts stay healthy', async () => {
    web.setFault('news.zhuanzai.example/*', () => ({ status: 403, headers: {}, body: Buffer.from('验证码') }));
    expect((await visit(web.port, 'news.zhuanzai.example/robots.txt')).status).toBe(403);
    expect((await visit(web.port, 'www.jiwei.example/robots.txt')).status).toBe(200);
    web.setFault('news.zhuanzai.example/*', null);
  });
});

describe('startPublishers', () => {
  it('says that the port is taken', async () => {
    await expect(startPublishers({ port: web.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
