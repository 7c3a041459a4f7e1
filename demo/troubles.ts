import { z } from 'zod';
import type { Reply, Responder } from './reply.ts';

/**
 * What goes wrong at the sample publishers, by kind: answers that real sites gave, in invented words. A trouble stands in
 * the `publisher.yaml` with the cause that the scraper must tell, so that what is shown and what is tested are one.
 */

const page = (title: string, body: string): Uint8Array =>
  Buffer.from(
    `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`,
  );

const html = (status: number, title: string, body: string, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body: page(title, body),
});

const padded = (reply: Reply): Reply => ({
  ...reply,
  headers: { 'content-type': reply.headers['content-type'] ?? 'text/html' },
  body: Buffer.concat([reply.body, Buffer.alloc(1_000_000, ' ')]),
});

export const RESPONDERS = {
  /** 429 with Retry-After at the first visit, then well. */
  busy: ({ attempt }, healthy) =>
    attempt === 1 ? html(429, '请求过于频繁', '请稍后再试', { 'retry-after': '1' }) : healthy,
  /** Every other visit fails. */
  flaky: ({ attempt }, healthy) => (attempt % 2 === 1 ? html(503, '503', 'Service Unavailable') : healthy),
  /** Asks to come back tomorrow. */
  limited: () => html(429, '请求过于频繁', '今日访问次数已达上限', { 'retry-after': '86400' }),
  refused: () => html(403, '403 Forbidden', '<h1>403 Forbidden</h1>'),
  captcha: () => html(200, '安全验证', '<p>为保证您的正常访问，请拖动下方滑块完成验证</p><div id="nc"></div>'),
  /** How the reader of a chat program’s articles is turned away. */
  environment: () =>
    html(200, '', '<h2>环境异常</h2><p>当前环境异常，完成验证后即可继续访问。</p><a id="js_verify">去验证</a>'),
  'soft-404': () => html(200, '出错了', '<p>您访问的页面不存在或已被删除，3秒后返回首页。</p>'),
  maintenance: () => html(200, '系统维护', '<p>网站正在维护，预计明日8:00恢复访问，给您带来不便敬请谅解。</p>'),
  /** Sends the visitor round in a circle. */
  loop: ({ address }) => ({
    status: 302,
    headers: { location: `http://${address}` },
    body: new Uint8Array(),
  }),
  /** Never answers. */
  slow: () => 'hang',
  /** The page with a megabyte of nothing behind it. */
  oversized: (_, healthy) => padded(healthy),
} as const satisfies Readonly<Record<string, Responder>>;

const KINDS = Object.keys(RESPONDERS) as [keyof typeof RESPONDERS, ...(keyof typeof RESPONDERS)[]];

export const Trouble = z.strictObject({
  /** Where; `*` is the whole host but its robots.txt. */
  path: z.string().regex(/^(\*|\/\S*)$/, { error: '* or a path' }),
  kind: z.enum(KINDS),
  /** From this edition of the sample web on. */
  since: z.int().positive().default(1),
  /** What the report must call it; null where the scraper copes. */
  cause: z.enum(['blocked', 'moved', 'down', 'unread']).nullable(),
});
export type Trouble = z.infer<typeof Trouble>;
