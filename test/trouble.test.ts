import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recogniseTrouble, stubTarget, visibleText } from '../scraper/trouble.ts';

const page = (title: string, body: string) => `<html><head><title>${title}</title></head><body>${body}</body></html>`;
const NOTICE = '根据中央统一部署，2019年3月28日至6月15日，中央第六巡视组对集团党组进行了常规巡视。'.repeat(20);

describe('pages that are not what they should be', () => {
  it.each([
    ['blocked', 'interstitial', page('', '<script>$_ts=window["$_ts"];</script>')],
    ['blocked', 'interstitial', page('', '<script>document.cookie="__jsl_clearance_s=1"</script>')],
    ['blocked', 'interstitial', page('安全验证', '<div>请拖动滑块完成验证</div>')],
    ['blocked', 'interstitial', page('', '<p>当前环境异常，完成验证后即可继续访问。</p>')],
    ['blocked', 'interstitial', page('', '<p>您的请求被拦截，网站防火墙</p>')],
    [
      'blocked',
      'interstitial',
      page(
        '登录',
        '<form><input name=u><input type="password" name=p>欢迎使用本系统，如有疑问请联系管理员处理，谢谢您的配合与支持。</form>',
      ),
    ],
    ['moved', 'missing', page('提示', '<p>抱歉，您访问的页面不存在或已删除</p>')],
    ['moved', 'missing', page('404 Not Found', `<p>${NOTICE}</p>`)],
    ['moved', 'missing', page('', '<p>该内容已被发布者删除</p>')],
    ['moved', 'stub', '<html><head><meta http-equiv="refresh" content="0; url=/new/index.html"></head></html>'],
    ['moved', 'stub', '<script>window.location.href = "/new/";</script>'],
    ['moved', 'empty', page('集团网站', '<div id="app"></div><script src="/app.js"></script>')],
    ['down', 'interstitial', page('', '<h1>系统维护</h1><p>本站正在升级，请稍后再试</p>')],
    ['down', 'interstitial', page('', '<h1>502 Bad Gateway</h1><hr>nginx')],
    ['down', 'empty', '<html></html>'],
  ])('are %s (%s)', (cause, kind, html) => {
    expect(recogniseTrouble(html)).toMatchObject({ cause, kind });
  });

  it('are never notices of normal length, whatever words these use', () => {
    for (const words of ['验证码', '系统维护', '请先登录', '拒绝访问', '页面不存在', '$_ts=']) {
      expect(recogniseTrouble(page('关于巡视整改进展情况的通报', `<p>${NOTICE}</p><p>${words}</p>`))).toBeNull();
    }
  });

  const folder = '../shared/corpus/full';
  it.skipIf(!existsSync(folder))(`are none of the pages in ${folder}`, () => {
    for (const name of readdirSync(folder)) {
      expect(recogniseTrouble(readFileSync(`${folder}/${name}/page.html`, 'latin1'))).toBeNull();
    }
  });
});

describe('visible text', () => {
  it('leaves out scripts, styles and comments', () => {
    expect(
      visibleText(
        '<title>t</title>甲<script>if (a<b) x()</script><style>p{}</style><!-- <p>no</p> -->乙&nbsp;<b>丙</b>',
      ),
    ).toBe('甲 乙 丙');
  });

  it('takes linear time on hostile input', () => {
    const started = performance.now();
    visibleText('<script>'.repeat(300_000));
    visibleText('<!--'.repeat(300_000));
    visibleText('<'.repeat(2_000_000));
    recogniseTrouble('<meta '.repeat(300_000));
    stubTarget('location '.repeat(300_000));
    recogniseTrouble('<title'.repeat(300_000));
    recogniseTrouble('<input '.repeat(300_000));
    expect(performance.now() - started).toBeLessThan(4000);
  });
});
