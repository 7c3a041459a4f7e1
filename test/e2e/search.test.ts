import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openPage, type WatchedPage } from './browser.ts';
import { TEXTLESS } from './site.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(() => browser?.close());

const address = (query: string, locale = ''): string => `${inject('made')}${locale}/search/${query}`;

/** Opens the search page and waits until it has answered. */
async function search(query: string, options: Parameters<typeof openPage>[1] = {}, locale = ''): Promise<WatchedPage> {
  const watched = await openPage(browser, options);
  await watched.page.goto(address(query, locale));
  await settled(watched.page);
  return watched;
}

async function settled(page: Page): Promise<void> {
  await page.waitForSelector('#search-results:not([aria-busy])', { state: 'attached' });
  await page.waitForFunction(
    () =>
      globalThis.document?.querySelector('#search-status')?.textContent !== '' ||
      globalThis.document?.querySelector('#search-problems')?.textContent !== '',
  );
}

const status = (page: Page): Promise<string | null> => page.textContent('#search-status');
const ids = (page: Page): Promise<string[]> =>
  page.$$eval('.hit[data-id]', (items) => items.map((item) => item.getAttribute('data-id') ?? ''));

describe('a search', () => {
  it('shows what it found, marked, and leads to the sentence', async () => {
    const { page, errors } = await search('?q=小金库');
    expect(await status(page)).toMatch(/^\d+ 篇通报/);
    expect(await page.textContent('.hit mark')).toBe('小金库');
    const sentence = await page.getAttribute('.passages a', 'href');
    expect(sentence).toMatch(/^\/notices\/[a-z0-9-]+\/#s-\d{3}$/);
    await page.click('.passages a');
    await page.waitForURL(/#s-\d{3}$/);
    const anchor = new URL(page.url()).hash;
    expect(await page.textContent(anchor)).toContain('小金库');
    expect(errors).toEqual([]);
  });

  it('finds what crosses the borders of words, Traditional and full-width characters too', async () => {
    const { page } = await search('?q=視整改進展情');
    expect(await status(page)).toMatch(/^[1-9]\d* 篇通报/);
    expect(await page.textContent('#search-understood')).toContain('视整改进展情');
  });

  it('says how it understood the query, in both languages', async () => {
    const zh = await search(`?q=${encodeURIComponent('问责 -没有这样的话 OR 整改')}`);
    expect(await zh.page.textContent('#search-understood')).toBe(
      '理解为：含“问责” 且 （不含“没有这样的话” 或 含“整改”）',
    );
    const en = await search('?q=问责', {}, '/en');
    expect(await en.page.textContent('#search-understood')).toBe('Understood as: “问责”');
    expect(await en.page.getAttribute('.hit-title', 'href')).toMatch(/^\/en\/notices\//);
  });

  it('narrows by facets, keeps all of its state in the address, and goes back', async () => {
    const { page } = await search('?q=整改');
    const before = await status(page);
    await page.check('#search-facets input[data-facet="year"] >> nth=0');
    await page.waitForURL(/year=\d{4}/);
    await settled(page);
    const narrowed = await status(page);
    expect(narrowed).not.toBe(before);
    await page.selectOption('#search-tools select[aria-label="排序"]', 'date');
    await page.waitForURL(/sort=date/);
    await settled(page);
    const dates = await page.$$eval('.hit time', (all) => all.map((time) => time.textContent ?? ''));
    expect(dates).toEqual([...dates].sort().reverse());
    const again = await search(new URL(page.url()).search);
    expect(await ids(again.page)).toEqual(await ids(page));
    await page.goBack();
    await page.goBack();
    await settled(page);
    expect(await status(page)).toBe(before);
  });

  it('makes the rare values of a facet when they are unfolded', async () => {
    const { page } = await search('?q=整改');
    const values = (): Promise<string[]> =>
      page.$$eval('input[data-facet="enterprise"]', (boxes) => boxes.map((box) => box.getAttribute('value') ?? ''));
    expect(await values()).toHaveLength(8);
    const more = page.locator('.facet', { has: page.locator('input[data-facet="enterprise"]') }).locator('summary');
    const count = Number(/\d+/.exec((await more.textContent()) ?? '')?.[0]);
    await more.click();
    await page.waitForSelector('details input[data-facet="enterprise"]');
    const all = await values();
    expect(all).toHaveLength(8 + count);
    expect(new Set(all).size).toBe(all.length);
    await page.click('details input[data-facet="enterprise"] >> nth=0');
    await page.waitForURL(/enterprise=/);
    await settled(page);
    expect(await page.isChecked(`input[data-facet="enterprise"][value="${all[8]}"]`)).toBe(true);
  });

  it('turns pages without losing or repeating a notice', async () => {
    const { page } = await search('?q=整改&sort=date');
    const total = Number(/^\d+/.exec((await status(page)) ?? '')?.[0]);
    const seen = [...(await ids(page))];
    while (seen.length < total) {
      await page.click('#search-pager .next');
      await page.waitForFunction(
        (first) => globalThis.document?.querySelector('.hit')?.getAttribute('data-id') !== first,
        seen.at(-10),
      );
      await settled(page);
      seen.push(...(await ids(page)));
    }
    expect(new Set(seen).size).toBe(total);
  });

  it('searches the record of a notice whose text is not at hand, and says so', async () => {
    const { page } = await search('?q=整改&page=1&sort=date');
    for (;;) {
      const hit = await page.$(`.hit[data-id="${TEXTLESS}"]`);
      if (hit) {
        expect(await hit.textContent()).toContain('正文不在本站');
        return;
      }
      expect(await page.isEnabled('#search-pager .next')).toBe(true);
      const first = await page.getAttribute('.hit', 'data-id');
      await page.click('#search-pager .next');
      await page.waitForFunction(
        (id) => globalThis.document?.querySelector('.hit')?.getAttribute('data-id') !== id,
        first,
      );
      await settled(page);
    }
  });

  it('hides the samples where the reader has hidden them', async () => {
    const { page } = await search('?q=整改');
    await page.click('#samples');
    await page.waitForFunction(() =>
      globalThis.document?.querySelector('#search-status')?.textContent?.startsWith('0'),
    );
    expect(await ids(page)).toEqual([]);
  });
});

describe('the box', () => {
  it('answers while one types, completes names by initials, and is usable by keys alone', async () => {
    const { page, errors } = await search('');
    await page.keyboard.press('/');
    await page.keyboard.type('mlny');
    await page.waitForSelector('#search-suggestions li');
    expect(await page.textContent('#search-suggestions li')).toContain('岷岭能源');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=enterprise/);
    await settled(page);
    expect(await page.textContent('#search-understood')).toContain('企业＝岷岭能源');
    await page.fill('#search-input', '小金库');
    await page.waitForSelector('.hit mark');
    await page.keyboard.press('ArrowDown');
    const focused = () => page.evaluate(() => globalThis.document?.activeElement?.className ?? '');
    expect(await focused()).toBe('hit-title');
    await page.keyboard.press('ArrowDown');
    expect(
      await page.evaluate(() =>
        [...(globalThis.document?.querySelectorAll('.hit-title') ?? [])].indexOf(
          globalThis.document?.activeElement as never,
        ),
      ),
    ).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => globalThis.document?.activeElement?.id)).toBe('search-input');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/notices\//);
    expect(errors).toEqual([]);
  });

  it.each([
    ['', ''],
    ['?q=%20', ''],
    [`?q=${'整'.repeat(700)}`, '最多 500 字'],
    ['?q=，。；', ''],
    [`?q=${encodeURIComponent('.*+?^$()|[]{2,}\\')}`, ''],
    [`?q=${encodeURIComponent('<script>window.pwned=1</script><img src=x onerror="window.pwned=1">')}`, ''],
    [`?q=${encodeURIComponent('"小金库')}`, '引号没有成对'],
    [`?q=${encodeURIComponent('author:张三')}`, '没有“author”这个字段'],
    [`?q=${encodeURIComponent('-整改')}`, '只有排除词'],
    ['?q=整改&page=99&year=x&sort=y', ''],
  ])('takes %j without an error, with a hint', async (query, hint) => {
    const { page, errors } = await search(query);
    expect(await page.textContent('#search-understood')).toContain(hint);
    expect(await page.evaluate('window.pwned')).toBeUndefined();
    expect(await page.textContent('#search-problems')).toBe('');
    expect(errors).toEqual([]);
  });
});

it('takes 2,000 typed characters without an error and without an address that no server takes', async () => {
  const { page, errors } = await search('');
  await page.fill('#search-input', '整'.repeat(2000));
  await page.waitForFunction(() => globalThis.document?.querySelector('#search-understood')?.textContent !== '');
  expect(await page.textContent('#search-understood')).toContain('最多 500 字');
  expect(page.url().length).toBeLessThan(500);
  expect(errors).toEqual([]);
});

describe('the concordance', () => {
  it('sets the hits below each other and exports all of them', async () => {
    const { page } = await search('?q=小金库&view=concordance');
    const rows = await page.$$eval('.concordance tbody tr', (all) =>
      all.map((row) => row.querySelector('mark')?.textContent),
    );
    expect(new Set(rows)).toEqual(new Set(['小金库']));
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#search-tools .export')]);
    const stream = await download.createReadStream();
    const csv = Buffer.concat(await Array.fromAsync(stream)).toString('utf8');
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    expect(csv.split('\r\n')[0]?.slice(1)).toBe('notice,title,enterprise,date,type,zone,before,hit,after,link');
    expect(csv.split('\r\n').length - 2).toBeGreaterThanOrEqual(rows.length);
  });
});

describe('a file of the index that does not come', () => {
  const broken = async (pattern: RegExp, times: number): Promise<WatchedPage> => {
    const watched = await openPage(browser);
    let left = times;
    await watched.page
      .context()
      .route(pattern, (route) => (left-- > 0 ? route.fulfill({ status: 200, body: 'half a fi' }) : route.continue()));
    await watched.page.goto(address('?q=巡视整改'));
    return watched;
  };

  it('is asked for again, and nothing is lost', async () => {
    const { page } = await broken(/search-index\/[0-9a-f]{8}\/[a-z0-9]+\.bin/, 2);
    await page.waitForSelector('.hit mark');
    await page.waitForFunction(() => globalThis.document?.querySelector('#search-problems')?.textContent === '');
    expect(await status(page)).toMatch(/^\d+ 篇通报/);
  });

  it('is named, no count is shown, and the reader can try again', async () => {
    const { page } = await broken(/search-index\/[0-9a-f]{8}\/[a-z0-9]+\.bin/, 1000);
    await page.waitForSelector('#search-problems button', { timeout: 30_000 });
    expect(await page.textContent('#search-problems')).toContain('巡视整改');
    expect(await status(page)).toBe('');
    expect(await ids(page)).toEqual([]);
    await page.context().unroute(/search-index\/[0-9a-f]{8}\/[a-z0-9]+\.bin/);
    await page.click('#search-problems button');
    await page.waitForSelector('.hit mark');
    expect(await page.textContent('#search-problems')).toBe('');
  });

  it('is told for each text that could not be read', async () => {
    const { page } = await broken(/search-index\/[0-9a-f]{8}\/n\/3\.bin/, 1000);
    await page.waitForSelector('#search-problems button', { timeout: 30_000 });
    expect(await page.textContent('#search-problems')).toMatch(/1 篇通报的正文没有读到/);
    expect(await page.textContent('#search-results')).toMatch(/第 \d+ 条的正文没有读到/);
    expect(await status(page)).toMatch(/^\d+ 篇通报/);
  });

  it('is the header: the page says so', async () => {
    const { page } = await broken(/search-index\/header\.bin/, 1000);
    await page.waitForSelector('#search-problems button', { timeout: 30_000 });
    expect(await page.textContent('#search-problems')).toContain('header.bin');
  });
});

describe('a saved search', () => {
  const saved = (page: Page): Promise<string[]> =>
    page.$$eval('.saved-list li', (items) => items.map((item) => item.textContent ?? ''));
  /** Opens the empty search page as a reader who last looked on a day. */
  const visit = async (seen: string, locale = ''): Promise<WatchedPage> => {
    const watched = await openPage(browser);
    const kept = [{ search: '?q=%E5%B0%8F%E9%87%91%E5%BA%93', seen, label: '小金库' }];
    await watched.page.goto(address('', locale));
    await watched.page.evaluate(`localStorage.setItem('zhenggai-searches', ${JSON.stringify(JSON.stringify(kept))})`);
    await watched.page.reload();
    await settled(watched.page);
    await watched.page.waitForSelector('.saved-list .news:not(:empty)');
    return watched;
  };

  it('is kept by its words, is on the empty page, and is forgotten again', async () => {
    const { page, errors } = await search('?q=小金库');
    await page.check('#search-facets input[data-facet="year"] >> nth=0');
    await page.waitForURL(/year=\d{4}/);
    await settled(page);
    await page.click('#search-tools .save');
    expect(await page.getAttribute('#search-tools .save', 'aria-pressed')).toBe('true');
    await page.goto(address(''));
    await settled(page);
    expect(await saved(page)).toEqual([expect.stringMatching(/^小金库 · \d{4}.*之后没有新增/)]);
    await page.click('.saved-list a');
    await page.waitForSelector('.hit mark');
    expect(new URL(page.url()).search).toMatch(/^\?q=.*&year=\d{4}&since=\d{4}-\d{2}-\d{2}$/);
    expect(await page.getAttribute('#search-tools .save', 'aria-pressed')).toBe('true');
    await page.click('#search-tools .save');
    expect(await page.getAttribute('#search-tools .save', 'aria-pressed')).toBe('false');
    await page.goto(address(''));
    await settled(page);
    expect(await saved(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('counts and marks what was added since the last visit, once', async () => {
    const { page, errors } = await visit('2020-01-01');
    const count = Number(/新增 (\d+) 篇/.exec((await saved(page))[0] ?? '')?.[1]);
    expect(count).toBeGreaterThan(0);
    await page.click('.saved-list a');
    await page.waitForSelector('.hit .fresh');
    expect(await status(page)).toBe(`${count} 篇通报 · 其中 2020-01-01 之后新增 ${count} 篇`);
    await page.goto(address(''));
    await page.waitForSelector('.saved-list .news:not(:empty)');
    expect((await saved(page))[0]).toContain('之后没有新增');
    expect(errors).toEqual([]);
  });

  it('is not searched for where the index says that nothing was added, in either language', async () => {
    const { page } = await visit('2099-01-01', '/en');
    const asked: string[] = [];
    page.on('request', (sent) => asked.push(sent.url()));
    await page.reload();
    await page.waitForSelector('.saved-list .news:not(:empty)');
    expect((await saved(page))[0]).toContain('nothing new since 2099-01-01');
    expect(asked.filter((url) => /search-index\/[0-9a-f]{8}\//.test(url))).toEqual([]);
  });

  it('says so where the news could not be read', async () => {
    const { page } = await visit('2099-01-01');
    await page.context().route(/search-index\/[0-9a-f]{8}\//, (route) => route.fulfill({ status: 404 }));
    await page.evaluate(
      `localStorage.setItem('zhenggai-searches', localStorage.getItem('zhenggai-searches').replace('2099', '2020'))`,
    );
    await page.reload();
    await page.waitForSelector('.saved-list .news:not(:empty)');
    expect((await saved(page))[0]).toContain('没能核对');
  });
});

describe('without JavaScript', () => {
  it('there is a hint and a plain list', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(address('?q=整改'));
    expect(await page.textContent('main')).toContain('检索需要 JavaScript');
    expect(await page.$$eval('main .entry h3 a', (links) => links.length)).toBeGreaterThan(10);
  });
});

it.each([1280, 390])('fits a width of %i without a sideways scroll', async (width) => {
  for (const query of ['', '?q=整改', '?q=整改&view=concordance']) {
    const { page } = await search(query, { viewport: { width, height: 800 } });
    const overflow = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = globalThis.document?.documentElement ?? { scrollWidth: 0, clientWidth: 0 };
      return scrollWidth - clientWidth;
    });
    expect(overflow).toBeLessThanOrEqual(0);
  }
});
