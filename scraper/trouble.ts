import type { Cause } from '../src/model/index.ts';

/** A page with status 200 that is not what it should be. */
export interface Trouble {
  readonly cause: Cause;
  /** Which sign gave it away, for the report. */
  readonly reason: string;
  /** missing: the notice is not there · stub: it is at `target` · empty: no text of its own (perhaps an attachment). */
  readonly kind: 'interstitial' | 'missing' | 'stub' | 'empty';
  readonly target?: string;
}

interface Sign {
  readonly cause: Cause;
  readonly what: string;
  /** Any of these, in the places that `where` names. */
  readonly words: readonly string[];
  /**
   * markup: anywhere in the source, for marks that no notice can contain · title: in the title of a page of any
   * length · short: in the visible text or title of a page too short to be a notice.
   */
  readonly where: 'markup' | 'title' | 'short';
}

/** A notice has more visible characters than this; interstitial pages have fewer. */
const SHORT = 600;
/** With scripts and fewer visible characters than this, a page is a shell that scripts fill. */
const SHELL = 40;

/**
 * Reviewed table of what interstitial pages say, the most telling first. Words that real notices use too
 * (验证码, 维护, 登录) count only on pages too short to be a notice.
 */
const SIGNS: readonly Sign[] = [
  {
    cause: 'blocked',
    what: 'challenge script (Ruishu)',
    words: ['$_ts=', '_$jsvmprt', 'window.$_ts'],
    where: 'markup',
  },
  { cause: 'blocked', what: 'challenge script (Jiasule)', words: ['__jsl_clearance'], where: 'markup' },
  {
    cause: 'blocked',
    what: 'challenge script (Aliyun WAF)',
    words: ['acw_sc__v2', 'aliyun_waf', 'aliyunwaf_'],
    where: 'markup',
  },
  {
    cause: 'blocked',
    what: 'challenge page (Cloudflare)',
    words: ['cf-chl-', '/cdn-cgi/challenge-platform/'],
    where: 'markup',
  },
  {
    cause: 'blocked',
    what: 'captcha or access check',
    words: [
      '验证码',
      '安全验证',
      '访问验证',
      '人机验证',
      '滑动验证',
      '拖动滑块',
      '拖动下方滑块',
      '完成验证',
      '环境异常',
      'captcha',
      'are you a robot',
      'just a moment',
      'checking your browser',
    ],
    where: 'short',
  },
  {
    cause: 'blocked',
    what: 'refusal page',
    words: [
      '访问过于频繁',
      '请求过于频繁',
      '操作频繁',
      '访问频率',
      '访问被拒绝',
      '访问被拦截',
      '请求被拦截',
      '已被拦截',
      '网站防火墙',
      '云防护',
      '拒绝访问',
      '没有权限访问',
      '无权访问',
      '非法请求',
      'access denied',
      'forbidden',
      'web application firewall',
    ],
    where: 'short',
  },
  {
    cause: 'moved',
    what: 'soft 404',
    words: [
      '页面不存在',
      '页面未找到',
      '页面找不到',
      '找不到页面',
      '找不到您',
      '找不到该页',
      '您访问的页面',
      '您要访问的页面',
      '您查看的页面',
      '内容不存在',
      '文章不存在',
      '信息不存在',
      '该内容已被发布者删除',
      '内容已删除',
      '文章已删除',
      '已下线',
      'page not found',
      'not be found',
      '404 not found',
      'error 404',
    ],
    where: 'short',
  },
  {
    cause: 'moved',
    what: 'soft 404',
    words: ['404 not found', '404错误', '404-', '页面不存在', '页面未找到', 'page not found'],
    where: 'title',
  },
  {
    cause: 'down',
    what: 'maintenance page',
    words: [
      '系统维护',
      '网站维护',
      '正在维护',
      '维护中',
      '升级改造',
      '系统升级',
      '暂停服务',
      '暂停访问',
      '服务暂停',
      '网站关闭',
      '临时关闭',
      'under maintenance',
      'temporarily unavailable',
    ],
    where: 'short',
  },
  {
    cause: 'down',
    what: 'error page',
    words: [
      'internal server error',
      'bad gateway',
      'gateway timeout',
      'service unavailable',
      '服务器错误',
      '系统错误',
      '系统繁忙',
      '数据库连接',
      'runtime error',
      'sql server',
      'stack trace',
    ],
    where: 'short',
  },
  {
    cause: 'blocked',
    what: 'login page',
    words: ['统一身份认证', '请先登录', '登录后查看', '密码登录', '扫码登录'],
    where: 'short',
  },
];

/** The text between tags outside of scripts and styles, white space collapsed. One pass; never slower than linear. */
export function visibleText(html: string): string {
  const parts: string[] = [];
  const lower = html.toLowerCase();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      parts.push(html.slice(at));
      break;
    }
    parts.push(html.slice(at, open), ' ');
    const hidden = /^<(script|style|noscript|title|template)[\s>]/.exec(lower.slice(open, open + 12))?.[1];
    const end = hidden
      ? lower.indexOf(`</${hidden}`, open)
      : lower.startsWith('<!--', open)
        ? lower.indexOf('-->', open)
        : open;
    const close = end < 0 ? -1 : html.indexOf('>', end);
    if (close < 0) break;
    at = close + 1;
  }
  return parts
    .join('')
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function titleOf(html: string): string {
  const open = /<title[^>]{0,200}>/i.exec(html);
  if (!open) return '';
  const from = open.index + open[0].length;
  const to = html.indexOf('<', from);
  return html.slice(from, to < 0 ? from + 200 : Math.min(to, from + 200)).trim();
}

/** Where a page of a few words sends the browser by meta refresh or script; null where it does not. */
export function stubTarget(html: string): string | null {
  const meta = /<meta[^>]{0,200}http-equiv\s{0,5}=\s{0,5}["']?refresh["']?[^>]{0,200}/i.exec(html)?.[0];
  const byMeta = meta && /url\s{0,5}=\s{0,5}["']?([^"'>\s;]{1,500})/i.exec(meta)?.[1];
  if (byMeta) return byMeta;
  return /location(?:\.href|\.replace\(|\.assign\()?\s{0,5}[=(]?\s{0,5}["']([^"']{1,500})["']/.exec(html)?.[1] ?? null;
}

/**
 * What is wrong with a page that came with a good status; null where nothing shows. A page of normal length is only
 * doubted for marks that no notice can contain.
 */
export function recogniseTrouble(html: string): Trouble | null {
  const text = visibleText(html);
  const title = titleOf(html);
  const isShort = text.length < SHORT;
  const places = { markup: html, title: title.toLowerCase(), short: isShort ? `${title} ${text}`.toLowerCase() : '' };
  for (const { cause, what, words, where } of SIGNS) {
    // Pages of normal length carry firewall scripts too: only on a page without text does the mark mean a challenge.
    if (where === 'markup' && !isShort) continue;
    const word = words.find((each) => places[where].includes(each));
    if (word) return { cause, reason: `${what} (“${word}”)`, kind: what === 'soft 404' ? 'missing' : 'interstitial' };
  }
  if (!isShort) return null;
  if (text.length < SHELL) {
    const target = stubTarget(html);
    if (target) return { cause: 'moved', reason: `redirect stub to ${target}`, kind: 'stub', target };
    if (/<script/i.test(html)) {
      return { cause: 'moved', reason: 'a shell that scripts fill: no text without JavaScript', kind: 'empty' };
    }
    if (text === '') return { cause: 'down', reason: 'an empty page', kind: 'empty' };
  }
  if (/<input[^>]{0,200}type\s{0,5}=\s{0,5}["']?password/i.test(html))
    return { cause: 'blocked', reason: 'login form', kind: 'interstitial' };
  return null;
}
