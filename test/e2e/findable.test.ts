import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { expect, inject, test } from 'vitest';
import { SITE_ADDRESS } from './site.ts';

const folder = inject('madeFolder');
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const pages = globSync('**/index.html', { cwd: folder }).sort();
const head = (path: string) => load(read(path));
const addressOf = (path: string) => `${SITE_ADDRESS}/${path.replace(/index\.html$/, '')}`;

test('every page names its own address and that of the other language', () => {
  for (const path of pages) {
    const $ = head(path);
    const chinese = addressOf(path.replace(/^en\//, ''));
    const alternate = (lang: string) => $(`link[rel=alternate][hreflang="${lang}"]`).attr('href');
    expect($('link[rel=canonical]').attr('href'), path).toBe(addressOf(path));
    expect([alternate('zh-Hans'), alternate('en'), alternate('x-default')], path).toEqual([
      chinese,
      chinese.replace(`${SITE_ADDRESS}/`, `${SITE_ADDRESS}/en/`),
      chinese,
    ]);
    expect($('meta[property="og:url"]').attr('content'), path).toBe(addressOf(path));
  }
});

test('the page for what is missing stands for no address', () => {
  const $ = head('404.html');
  expect($('link[rel=canonical], link[hreflang]').length).toBe(0);
  expect($('meta[name=robots]').attr('content')).toBe('noindex');
});

test('the page for what is missing helps in both languages alike', () => {
  const $ = load(read('404.html'));
  const ways = (lang: string) =>
    $(`main section[lang="${lang}"] :is(a, form)`)
      .toArray()
      .map((e) => $(e).attr('href') ?? $(e).attr('action') ?? '');
  expect(ways('zh-Hans')).toContain('/search/');
  expect(ways('zh-Hans').length).toBeGreaterThan(6);
  expect(ways('en')).toEqual(ways('zh-Hans').map((path) => `/en${path}`));
  expect($('body').text()).not.toMatch(/跟随系统/);
});

test('the sitemap names pages that are there and may be indexed; invented ones say that they may not', () => {
  const $ = load(read('sitemap.xml'), { xml: true });
  const addresses = $('loc')
    .toArray()
    .map((loc) => $(loc).text());
  expect(addresses.length).toBeGreaterThan(20);
  for (const address of addresses) {
    const path = `${address.slice(SITE_ADDRESS.length + 1)}index.html`;
    expect(existsSync(join(folder, path)), path).toBe(true);
    expect(head(path)('meta[name=robots]').length, path).toBe(0);
  }
  for (const path of pages.filter((each) => /notices\/demo-/.test(each)))
    expect(head(path)('meta[name=robots]').attr('content'), path).toBe('noindex');
  expect(read('robots.txt')).toContain(`Sitemap: ${SITE_ADDRESS}/sitemap.xml`);
});

test('notices are reports based on their source, the data are a data set', () => {
  const linked = (path: string) => JSON.parse(head(path)('script[type="application/ld+json"]').text());
  expect(linked('notices/demo-01-r2/index.html')).toMatchObject({
    '@type': 'Report',
    url: `${SITE_ADDRESS}/notices/demo-01-r2/`,
    datePublished: '2020-03-25',
    isBasedOn: expect.stringMatching(/^http:\/\/demo-01\.example\//),
  });
  // a javascript: address is no source
  expect(linked('notices/hostile-notice/index.html').isBasedOn).toBeUndefined();
  for (const path of ['data/index.html', 'en/data/index.html']) expect(linked(path)['@type']).toBe('Dataset');
});

test.each(['', 'en/'])('a browser can take the search box with it: /%s', (lang) => {
  const $ = load(read(`${lang}opensearch.xml`), { xml: true });
  expect($('ShortName').text().length).toBeLessThanOrEqual(16);
  expect($('Url[type="text/html"]').attr('template')).toBe(`${SITE_ADDRESS}/${lang}search/?q={searchTerms}`);
});
