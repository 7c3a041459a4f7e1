import { describe, expect, it } from 'vitest';
import { readWechatDate } from '../../scraper/body/wechat.ts';
import { readNotice } from '../../scraper/pipeline.ts';

const PAGE = (script: string) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title></title></head><body>
<h1 class="rich_media_title" id="activity-name">中共示例能源集团有限公司委员会关于巡视整改进展情况的通报</h1>
<em id="publish_time"></em>
<div class="rich_media_content" id="js_content" style="visibility: hidden;"><section><p>根据省委统一部署，省委第六巡视组对示例能源集团有限公司党委进行了常规巡视。2021年7月22日，省委第六巡视组反馈了巡视意见。现将巡视整改进展情况予以公布。</p></section><p>集团党委制定整改任务80项、整改措施185项，全部整改任务已经完成，取得明显成效。</p></div>
<div class="rich_media_tool">微信扫一扫关注该公众号</div><script>${script}</script></body></html>`;

describe('WeChat articles', () => {
  it('have their date in a script, in Beijing time', () => {
    expect(readWechatDate(PAGE('var ct = "1638547200";'))).toEqual([{ name: 'publish_time', content: '2021-12-04' }]);
    expect(readWechatDate(PAGE("window.cgiData = {create_time: '1638520200' * 1}"))).toEqual([
      { name: 'publish_time', content: '2021-12-03' },
    ]);
    expect(readWechatDate(PAGE('var product = "1638547200";'))).toEqual([]);
    expect(readWechatDate('<p>var ct = "1638547200"</p>')).toEqual([]);
  });

  it('are read without the client’s furniture', async () => {
    const bytes = Buffer.from(PAGE('var ct = "1638547200";'));
    const input = {
      bytes,
      name: 'https://mp.weixin.qq.com/s/x',
      contentType: 'text/html',
      retrievedAt: '2026-01-01T00:00:00.000Z',
    };
    const { record, text } = await readNotice(input, { enterprises: [], rounds: [], topics: [] });
    expect(record).toMatchObject({
      publication: { publishedDate: '2021-12-04' },
      inspection: { feedbackDate: '2021-07-22' },
    });
    expect(record.pageEvidence?.['publication.publishedDate']).toMatchObject({ from: 'meta' });
    expect(text).not.toContain('微信扫一扫');
  });
});
