import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';
import { Converter } from 'opencc-js/cn2t';
import { documentOf } from './documents.ts';
import type { Reply } from './reply.ts';
import { inEdition, type Publisher, type SampleNotice } from './samples.ts';
import { TEMPLATES } from './templates/index.ts';
import { allRows, listPage } from './templates/template.ts';

/** Answers by address: `host/path?query`, without the scheme. */
export type Routes = ReadonlyMap<string, Reply>;

const toTraditional = Converter({ from: 'cn', to: 'hk' });

const encode = (publisher: Publisher, text: string): Uint8Array =>
  publisher.encoding === 'utf-8'
    ? Buffer.from(text, 'utf8')
    : iconv.encode(publisher.encoding === 'big5' ? toTraditional(text) : text, publisher.encoding);

/** Publishers write Chinese time; 08:00 where the page gives no hour. */
const lastModified = (date: string): string => {
  const [day, time = '08:00'] = date.split(' ');
  return new Date(`${day}T${time}:00+08:00`).toUTCString();
};

const etag = (body: Uint8Array): string => `"${createHash('sha256').update(body).digest('hex').slice(0, 20)}"`;

interface Kind {
  readonly type?: string;
  /** When it was last changed; absent: nobody knows, and nothing lets a visitor ask for it conditionally. */
  readonly date?: string | undefined;
  readonly status?: number;
}

/** Bytes or text as a publisher sends them. An old server that names no charset leaves it to the page’s own meta tag. */
export function replyOf(publisher: Publisher, content: string | Uint8Array, kind: Kind = {}): Reply {
  const { type = 'text/html', date, status = 200 } = kind;
  const isText = typeof content === 'string';
  const body = isText ? encode(publisher, content) : content;
  const charset = publisher.charset ?? (publisher.encoding === 'utf-8' ? 'utf-8' : undefined);
  return {
    status,
    headers: {
      'content-type': isText && charset ? `${type}; charset=${charset}` : type,
      server: publisher.encoding === 'utf-8' ? 'nginx' : 'Microsoft-IIS/6.0',
      ...(date !== undefined && { 'last-modified': lastModified(date), etag: etag(body) }),
    },
    body,
  };
}

const robotsOf = ({ forbids }: Publisher): Reply => ({
  status: 200,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: Buffer.from(
    ['User-agent: *', ...['/admin/', '/search', ...forbids].map((path) => `Disallow: ${path}`), ''].join('\n'),
  ),
});

function routesOf(publisher: Publisher): [string, Reply][] {
  const template = TEMPLATES[publisher.template];
  const { path: first, perPage } = publisher.list;
  const rows = allRows(publisher);
  const pages = Math.ceil(rows.length / perPage);
  const newest = rows[0]?.date;
  const at = (path: string): string => `${publisher.host}${path}`;
  const lists = Array.from({ length: pages }, (_, i): [string, Reply] => [
    at(template.listPath(first, i + 1)),
    replyOf(publisher, template.list(publisher, listPage(rows, i + 1, perPage)), {
      date: newest,
      ...(template.listType && { type: template.listType }),
    }),
  ]);
  return [
    [at('/robots.txt'), robotsOf(publisher)],
    [
      at('/'),
      replyOf(publisher, template.home?.(publisher) ?? template.list(publisher, listPage(rows, 1, perPage)), {
        date: newest,
      }),
    ],
    ...lists,
    ...publisher.headlines.map((headline): [string, Reply] => [
      at(headline.path),
      replyOf(publisher, template.headline(publisher, headline), { date: headline.date }),
    ]),
    ...publisher.notices.flatMap((notice): [string, Reply][] => [
      [at(notice.path), replyOf(publisher, template.notice(publisher, notice), { date: notice.date })],
      ...(notice.document === undefined ? [] : [documentRoute(publisher, notice, notice.document)]),
    ]),
  ];
}

function documentRoute(publisher: Publisher, notice: SampleNotice, path: string): [string, Reply] {
  const { type, bytes } = documentOf(notice, path);
  return [`${publisher.host}${path}`, replyOf(publisher, bytes, { type, date: notice.date })];
}

/** A publisher’s own page for an address that it does not have. */
export const missingReply = (publisher: Publisher): Reply =>
  replyOf(publisher, TEMPLATES[publisher.template].missing(publisher), { status: 404 });

/** Every healthy answer of every publisher in one edition. Throws where two pages claim one address. */
export function buildWeb(publishers: readonly Publisher[], edition = 1): Routes {
  const entries = publishers.flatMap((publisher) => routesOf(inEdition(publisher, edition)));
  const routes = new Map<string, Reply>();
  for (const [address, reply] of entries) {
    if (routes.has(address)) throw new Error(`two sample pages at ${address}: give one another path`);
    routes.set(address, reply);
  }
  return routes;
}
