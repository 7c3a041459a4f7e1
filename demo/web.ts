import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';
import type { Publisher } from './samples.ts';
import { TEMPLATES } from './templates/index.ts';
import { allRows } from './templates/template.ts';

/** What a publisher answers: everything that goes over the wire. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Answers by address: `host/path?query`, without the scheme. */
export type Routes = ReadonlyMap<string, Reply>;

const encode = (publisher: Publisher, html: string): Uint8Array =>
  publisher.encoding === 'gbk' ? iconv.encode(html, 'gbk') : Buffer.from(html, 'utf8');

/** Publishers write Chinese time; 08:00 where the page gives no hour. */
const lastModified = (date: string): string => {
  const [day, time = '08:00'] = date.split(' ');
  return new Date(`${day}T${time}:00+08:00`).toUTCString();
};

const etag = (body: Uint8Array): string => `"${createHash('sha256').update(body).digest('hex').slice(0, 20)}"`;

/** A page as its publisher sends it. An old server that names no charset leaves it to the page’s own meta tag. */
export function htmlReply(publisher: Publisher, html: string, date?: string, status = 200): Reply {
  const body = encode(publisher, html);
  return {
    status,
    headers: {
      'content-type': publisher.encoding === 'utf-8' ? 'text/html; charset=utf-8' : 'text/html',
      server: publisher.encoding === 'utf-8' ? 'nginx' : 'Microsoft-IIS/6.0',
      ...(date !== undefined && { 'last-modified': lastModified(date), etag: etag(body) }),
    },
    body,
  };
}

const textReply = (text: string): Reply => ({
  status: 200,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: Buffer.from(text, 'utf8'),
});

const ROBOTS = 'User-agent: *\nDisallow: /admin/\nDisallow: /search\n';

function routesOf(publisher: Publisher): [string, Reply][] {
  const template = TEMPLATES[publisher.template];
  const { path: first, perPage } = publisher.list;
  const rows = allRows(publisher);
  const pages = Math.ceil(rows.length / perPage);
  const newest = rows[0]?.date;
  const at = (path: string): string => `${publisher.host}${path}`;
  const lists = Array.from({ length: pages }, (_, i): [string, Reply] => [
    at(template.listPath(first, i + 1)),
    htmlReply(
      publisher,
      template.list(publisher, { rows: rows.slice(i * perPage, (i + 1) * perPage), number: i + 1, pages }),
      newest,
    ),
  ]);
  return [
    [at('/robots.txt'), textReply(ROBOTS)],
    [at('/'), lists[0]?.[1] ?? missingReply(publisher)],
    ...lists,
    ...publisher.headlines.map((headline): [string, Reply] => [
      at(headline.path),
      htmlReply(publisher, template.headline(publisher, headline), headline.date),
    ]),
    ...publisher.notices.map((notice): [string, Reply] => [
      at(notice.path),
      htmlReply(publisher, template.notice(publisher, notice), notice.date),
    ]),
  ];
}

/** A publisher’s own page for an address that it does not have. */
export const missingReply = (publisher: Publisher): Reply =>
  htmlReply(publisher, TEMPLATES[publisher.template].missing(publisher), undefined, 404);

/** Every healthy answer of every publisher. Throws where two pages claim one address. */
export function buildWeb(publishers: readonly Publisher[]): Routes {
  const entries = publishers.flatMap(routesOf);
  const routes = new Map<string, Reply>();
  for (const [address, reply] of entries) {
    if (routes.has(address)) throw new Error(`two sample pages at ${address}: give one another path`);
    routes.set(address, reply);
  }
  return routes;
}
