/**
 * The web that bench/scrape.ts scrapes, in a process of its own so that it does not count as the scraper’s memory:
 * `hosts` publishers under .example, each with a paginated list of generated notices. Prints its port.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rectificationNotice } from './notices.ts';

const PER_LIST_PAGE = 100;
const [hosts = 1, perHost = 100, chars = 4000] = process.argv.slice(2).map(Number);

const html = (title: string, body: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body><div class="nav"><a href="/">首页</a> <a href="/list/1.html">公示公告</a></div>${body}<div class="foot">版权所有</div></body></html>`;

function notice(index: number): string {
  const [title = '', ...lines] = rectificationNotice(index, chars).split('\n');
  const name = `（第${index}号）`;
  return html(
    title,
    `<h1>${title}</h1><div class="content">${lines.map((line) => `<p>${line}</p>`).join('')}<p>${name}</p></div>`,
  );
}

function list(host: number, page: number): string {
  const first = (page - 1) * PER_LIST_PAGE;
  const rows = Array.from(
    { length: Math.max(0, Math.min(PER_LIST_PAGE, perHost - first)) },
    (_, i) => host * perHost + first + i,
  );
  return html(
    '列表',
    `<ul>${rows.map((n) => `<li><a href="/n/${n}.html">巡视整改通报（第${n}号）</a> <span>2021-01-01</span></li>`).join('')}</ul>`,
  );
}

const server = createServer((request, response) => {
  const host = Number(/^h(\d+)\./.exec(request.headers.host ?? '')?.[1] ?? -1);
  const [, kind, number] = /^\/(n|list)\/(\d+)\.html$/.exec(request.url ?? '') ?? [];
  const isKnown = host >= 0 && host < hosts && kind !== undefined;
  response.writeHead(isKnown ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
  response.end(isKnown ? (kind === 'n' ? notice(Number(number)) : list(host, Number(number))) : 'not here');
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
