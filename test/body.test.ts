import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Body, readBody } from '../scraper/body.ts';
import { type Decoded, decode } from '../scraper/decode.ts';

/** What a fixture's about.json says beside the page and its text. Absent: as on an ordinary UTF-8 page. */
interface About {
  note: string;
  title: string | null;
  encoding?: string;
  decodeWarnings?: number;
  bodyWarnings?: number;
  publicationLines?: string[];
  attachments?: string[];
}

const PAGES = new URL('fixtures/pages/', import.meta.url);
const SHARED = new URL('../../shared/corpus/full/', import.meta.url);

const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
const linesOf = (text: string): string[] => text.split('\n').map(squeeze).filter(Boolean);

async function readFile(folder: URL): Promise<{ decoded: Decoded; body: Body }> {
  const decoded = await decode({ bytes: readFileSync(new URL('page.html', folder)), name: 'page.html' });
  return { decoded, body: readBody(decoded) };
}

describe('pages of many templates', () => {
  it.each(
    readdirSync(PAGES)
      .filter((name) => !name.includes('.'))
      .sort(),
  )('%s', async (name) => {
    const folder = new URL(`${name}/`, PAGES);
    const about: About = JSON.parse(readFileSync(new URL('about.json', folder), 'utf8'));
    const { decoded, body } = await readFile(folder);
    expect(body.title).toBe(about.title);
    expect(linesOf(body.text)).toEqual(linesOf(readFileSync(new URL('text.txt', folder), 'utf8')));
    expect(decoded).toMatchObject({ format: 'html', encoding: about.encoding ?? 'utf-8' });
    expect(decoded.warnings).toHaveLength(about.decodeWarnings ?? 0);
    expect(body.warnings).toHaveLength(about.bodyWarnings ?? 0);
    if (about.publicationLines) expect(body.publicationLines.map(squeeze)).toEqual(about.publicationLines.map(squeeze));
    if (about.attachments) expect(body.attachments).toEqual(about.attachments);
    expect(body.method).toBe('general');
  });

  it.skipIf(!existsSync(SHARED))('the full-length pages in ../shared', async () => {
    for (const id of readdirSync(SHARED).sort()) {
      const { body } = await readFile(new URL(`${id}/`, SHARED));
      const expected = linesOf(readFileSync(new URL(`${id}/text.txt`, SHARED), 'utf8'));
      expect(linesOf(body.text), id).toEqual(expected);
      expect(squeeze(body.title ?? ''), id).toBe(expected[0]);
    }
  });
});

const SENTENCE = '根据省委统一部署，2021年3月1日至5月20日，省委第二巡视组对示例集团党委进行了常规巡视，发现问题44个。';
const html = (content: string): Body => readBody({ format: 'html', content, encoding: 'utf-8', warnings: [] });

describe('hostile pages', () => {
  it('tables nested a million deep, 33 MB', () => {
    const page = `<html><body>${'<table><tr><td>'.repeat(1_000_000)}<p>${SENTENCE}</p>${'</td></tr></table>'.repeat(1_000_000)}`;
    expect(html(page).text).toBe(SENTENCE);
  }, 20_000);

  it.each([
    ['elements 100,000 deep', `${'<div>'.repeat(100_000)}<p>${SENTENCE}</p>${'</div>'.repeat(100_000)}`],
    [
      'a million tags left open and as many strays',
      `${'<b>'.repeat(1_000_000)}<p>${SENTENCE}</p>${'</i>'.repeat(1_000_000)}`,
    ],
    ['a million attributes', `<div ${'a=b '.repeat(1_000_000)}><p>${SENTENCE}</p></div>`],
    ['20,000 headings of lists', `${'<div><h3>相关新闻</h3></div>'.repeat(20_000)}<p>${SENTENCE}</p>`],
    ['a select that is never closed', `<select><option>一<option>二<p>${SENTENCE}</p>`],
    ['an end of the page in a tag', `<p>${SENTENCE}</p><p class="x`],
  ])('%s', (_, page) => {
    expect(html(page).text).toBe(SENTENCE);
  });

  it('200,000 characters without a break, megabytes of blanks', () => {
    expect(html(`<p>${'7项个'.repeat(70_000)}</p>`).text).toHaveLength(210_000);
    expect(html(`<p>${' '.repeat(2_000_000)}${'　'.repeat(1_000_000)}${SENTENCE}</p>`).text).toBe(SENTENCE);
  });

  it('refuses a page of a million cells in one line', () => {
    expect(() => html(`<table>${'<tr><td>1<td>2'.repeat(500_000)}</table>`)).toThrow(/^[^\n]*600,000 elements[^\n]*$/);
  });

  it('the head of a newspaper’s page states the day of its edition, a banner only that of the visit', () => {
    const page = (banner: string) =>
      html(
        `<div><b>示例日报</b> ${banner}</div><p>01版</p><p>02版</p><p>03版</p><p>04版</p><p>05版</p><h1>省委巡视向8家企业反馈情况</h1><div><p>${SENTENCE}</p><p>${SENTENCE}</p></div>`,
      ).publicationLines;
    expect(page('2024年01月19日 星期五 上一期 下一期')).toEqual(['示例日报 2024年01月19日 星期五 上一期 下一期']);
    expect(page('2024年01月19日 星期五 欢迎您')).toEqual([]);
  });

  it('keeps scripts, styles, templates and form fields out of title and text', () => {
    const body = html(
      `<title><script>alert(1)</script>示例集团党委关于巡视整改的通报</title><h1>示例集团党委关于巡视整改的通报<script>alert(2)</script></h1>
      <div><p>${SENTENCE}<script>alert(3)</script></p><style>p{}</style><template><p>模板中的999个问题。</p></template>
      <p>${SENTENCE.replace('44', '45')}</p><textarea>填写的888个问题。</textarea><svg><text>图中的777个。</text></svg></div>`,
    );
    expect(body.title).toBe('示例集团党委关于巡视整改的通报');
    expect(body.text.split('\n')).toEqual(['示例集团党委关于巡视整改的通报', SENTENCE, SENTENCE.replace('44', '45')]);
    expect(html(`<title><script>alert(1)</script>示例集团党委通报</title><p>${SENTENCE}</p>`).title).toBe(
      '示例集团党委通报',
    );
  });
});

describe('selectors of a source', () => {
  const page = `<h2 class="t">示例集团通报</h2><em class="d">2021-06-01</em><div class="a"><p>${SENTENCE}</p></div><div class="b"><p>${SENTENCE.repeat(3)}</p></div>`;
  const selected = (selectors: { body?: string; title?: string; date?: string }): Body =>
    readBody({ format: 'html', content: page, encoding: 'utf-8', warnings: [] }, { selectors });

  it('choose title, text and date', () => {
    expect(selected({ body: 'div.a', title: 'h2.t', date: '.d' })).toMatchObject({
      title: '示例集团通报',
      text: `示例集团通报\n${SENTENCE}`,
      publicationLines: ['2021-06-01'],
      method: 'selectors',
      warnings: [],
    });
  });

  it('fall back to the general method, with a warning, where they find nothing', () => {
    const body = selected({ body: '#gone' });
    expect(body.method).toBe('general');
    expect(body.warnings).toEqual([expect.stringContaining('“#gone” found nothing')]);
    expect(body.text).toContain(SENTENCE);
  });

  it('name a selector that is none', () => {
    expect(() => selected({ body: 'div[' })).toThrow(/selector “div\[” cannot be read/);
  });
});

describe('structure that text must keep', () => {
  const OTHER = '集团党委制定整改措施98条，已完成93条。';
  const lines = (content: string): string[] =>
    html(`<h1>示例集团党委整改通报</h1><div>${content}</div>`).text.split('\n').slice(1);

  it('numbers of ordered lists, lines of <br> and <pre>, headings in bold', () => {
    expect(
      lines(
        `<p>${SENTENCE}</p><ol><li>修订制度3项。</li><li>问责5人。</li></ol>${OTHER}<br><b>二、下一步</b><br><pre>第一行。\n第二行。</pre>`,
      ),
    ).toEqual([SENTENCE, '1.修订制度3项。', '2.问责5人。', OTHER, '二、下一步', '第一行。', '第二行。']);
  });

  it('a paragraph break that became two blanks', () => {
    expect(lines(`<p>　　${SENTENCE}　　${OTHER}</p>`)).toEqual([SENTENCE, OTHER]);
  });

  it('no line break of the source between Chinese characters', () => {
    expect(lines(`<p>根据省委\n   统一部署，巡视了Example\nGroup公司。</p><p>${SENTENCE}</p>`)[0]).toBe(
      '根据省委统一部署，巡视了Example Group公司。',
    );
  });

  it.each([
    ['督查组梳理问题\n87个，', '督查组梳理问题87个，'],
    ['整改率\n89.7%，', '整改率89.7%，'],
    ['问题87\n个，', '问题87个，'],
    ['示例集团公司\n2025号仓库', '示例集团公司 2025号仓库'],
  ])('no line break inside a number with its unit: %j', (broken, joined) => {
    expect(lines(`<p>${broken}</p><p>${SENTENCE}</p>`).join('')).toContain(joined);
  });

  it('no pinyin of ruby', () => {
    expect(lines(`<p><ruby>产<rt>chǎn</rt></ruby>业集团完成44项整改任务。</p><p>${SENTENCE}</p>`)[0]).toBe(
      '产业集团完成44项整改任务。',
    );
  });
});

describe('what a page says without text', () => {
  it('the date of its structured data', () => {
    const page = `<script type="application/ld+json">{"datePublished":"2024-04-12T09:00:00+08:00"}</script><p>${SENTENCE}</p>`;
    expect(html(page).meta).toEqual([{ name: 'datePublished', content: '2024-04-12T09:00:00+08:00' }]);
  });

  it('attachments by address and by name, frames, empty pages', () => {
    const linked = html(
      '<h1>示例集团党委整改通报</h1><a href="/d?id=3">整改通报.docx</a><iframe src="/viewer?f=/x/tb.pdf"></iframe><a href="javascript:x(\'a.pdf\')">a.pdf</a>',
    );
    expect(linked.attachments).toEqual(['/d?id=3', '/viewer?f=/x/tb.pdf']);
    expect(linked.warnings).toEqual([expect.stringContaining('read that file')]);
    expect(html('<iframe src="/inner.html"></iframe>').warnings).toEqual([
      expect.stringContaining('frames /inner.html'),
    ]);
    expect(html('<p>首页</p>').warnings).toEqual([expect.stringContaining('no running text')]);
  });
});
