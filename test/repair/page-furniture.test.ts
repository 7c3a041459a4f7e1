import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../scraper/repair/edit.ts';
import { pageFurniture, readFurniture } from '../../scraper/repair/page-furniture.ts';

const SHARED = new URL('../../../shared/', import.meta.url);
const cut = (text: string): string => applyEdits(text, pageFurniture.find(text));
const cutLines = (lines: readonly string[]): string[] => cut(lines.join('\n')).split('\n').filter(Boolean);

const PROSE = '集团党委召开会议研究整改工作，对照反馈的3个方面27个问题，制定整改措施98条。';
const TITLE = '中共示例集团有限公司委员会关于巡察整改情况的通报';
const SIGNED = ['中共示例集团有限公司委员会', '2022年3月15日'];

/** Lines that are furniture wherever they stand. */
const FURNITURE = [
  '【 打 印 】【 关 闭 】',
  '字号：【大 中 小】',
  '【大 中 小】',
  '• 【字号：大',
  '• 小】',
  '分享到： 微信 新浪微博 QQ空间',
  '上一篇：集团召开2022年工作会议',
  '下一条：没有了',
  '浏览量：1024次',
  '您是本站第 1873345 位访问者',
  '（责任编辑：张某）',
  '编辑：小示',
  '【 第1页 第2页 】',
  '版权所有 示例集团有限公司 京ICP备00000000号',
  '主办单位：示例集团有限公司 技术支持：示例科技',
  '声明：凡本网注明来源的作品，转载请注明出处。',
  '微信扫一扫，关注示例集团公众号',
  '图为会议现场。',
  '会议现场（摄影：刘某）',
  '张某 摄',
  '本篇文章800字，读完约2分钟',
  '------分隔线----------------------------',
  '您的电子邮箱地址不会被公开。必填项已用*标注',
  '顶一下(12) 踩一下(0)',
  '打开微信',
  '海量资讯、精准解读，尽在示例APP',
  '点击上方蓝字关注我们',
];

/** Lines of notices that look a little like furniture, and must stay. */
const TEXT = [
  '当前位置不动产登记历史遗留问题已解决37个。',
  '一、分享经验做法，推广典型案例',
  '（二）关闭退出煤矿12处',
  '来源不明的捐赠款项已全部清退。',
  '编辑印发《廉洁从业手册》2000册',
  '公示时间：2022年3月16日至4月6日',
  '联系电话：0512-56780123；邮政编码：215600',
  '责任部门：党委办公室',
  '下一步，集团党委将持续抓好整改。',
  '上一轮巡察反馈问题已全部整改到位。',
  '3.打印复印费用超标问题',
  '附件：1.整改清单',
  '问题\t措施\t完成情况',
  '扫黑除恶专项斗争中移交线索4件',
  '收藏品违规采购问题：清退字画3幅',
  '评论员文章指出的问题已列入整改台账',
  '微信公众号管理混乱问题。关停并转账号26个。',
  '“版权所有”标识不规范的问题',
  '图书馆项目超概算问题',
  '作者单位整改情况另行通报',
  '44 人',
  '6 3',
  '大中小型企业',
];

describe('furniture', () => {
  it.each(FURNITURE)('%s', (line) => {
    expect(cutLines([TITLE, PROSE, line, PROSE])).toEqual([TITLE, PROSE, PROSE]);
    expect(cutLines([TITLE, PROSE, ...SIGNED, line])).toEqual([TITLE, PROSE, ...SIGNED]);
  });

  it('the head of a portal down to its breadcrumb', () => {
    expect(
      cutLines([
        '示例家居装修时尚门户网站',
        '首页 >> 国内财经',
        TITLE,
        '来源:示例财经 发布时间:2023-05-12 浏览量:',
        PROSE,
        '友情链接',
      ]),
    ).toEqual([TITLE, PROSE]);
    expect(cutLines(['NEWS', '新闻资讯', TITLE, PROSE])).toEqual([TITLE, PROSE]);
  });

  it('lists of other pages under their heading, up to the next running text', () => {
    expect(cutLines([TITLE, PROSE, '相关新闻', '集团召开安全生产例会', '集团完成吞吐量1.2亿吨', PROSE])).toEqual([
      TITLE,
      PROSE,
      PROSE,
    ]);
  });

  it('what follows the signature, but for annexes, contacts and tables', () => {
    const advert = [
      'X示例宽带办理服务',
      '截屏，微信识别二维码',
      '微信号：13000000000',
      '欢迎致电400-000-0000办理，首月免费！',
    ];
    const annex = ['附件：1.整改清单', '联系电话：0512-56780123', '序号\t问题', '1\t招标采购不规范'];
    expect(cutLines([TITLE, PROSE, ...SIGNED, ...annex, ...advert])).toEqual([TITLE, PROSE, ...SIGNED, ...annex]);
    expect(cutLines([TITLE, PROSE, ...SIGNED, '附件', '整改清单', PROSE])).toEqual([
      TITLE,
      PROSE,
      ...SIGNED,
      '附件',
      '整改清单',
      PROSE,
    ]);
  });

  it('a button that ran into the title', () => {
    expect(cutLines([`扫描二维码访问移动版 ${TITLE} `, PROSE])).toEqual([`${TITLE} `, PROSE]);
  });

  it('spam in a stolen title, the editor at the end of a paragraph, marks of Word and of a paywall', () => {
    expect(cutLines(['集团公司党组2024年第一批巡视进驻完毕 -示例k8娱乐客户端', PROSE])).toEqual([
      '集团公司党组2024年第一批巡视进驻完毕',
      PROSE,
    ]);
    expect(cutLines([TITLE, `${PROSE}(责任编辑：admin)`, `[bookmark: _GoBack]${PROSE}🔒`])).toEqual([
      TITLE,
      PROSE,
      PROSE,
    ]);
  });
});

describe('text that stays', () => {
  it.each(TEXT)('%s', (line) => {
    const lines = [TITLE, PROSE, line, PROSE, ...SIGNED];
    expect(cutLines(lines)).toEqual(lines);
  });

  it('a list of units after the text, without any heading', () => {
    const units = [
      '北京市分公司 河北省分公司 江苏省分公司',
      '财务部 人力资源部 采购管理部',
      '示例集邮有限公司 新闻宣传中心',
    ];
    expect(cutLines([TITLE, PROSE, ...units])).toEqual([TITLE, PROSE, ...units]);
  });
});

describe('publication lines', () => {
  it.each([
    [['作者:来源:示例报发布时间:2022-09-30'], ['作者:来源:示例报发布时间:2022-09-30']],
    [['2020-10-26 17:38:48'], ['2020-10-26 17:38:48']],
    [
      ['发布时间:', '2025-06-27', '作者:', '来源:'],
      ['发布时间:', '2025-06-27', '作者:', '来源:'],
    ],
    [['【发布日期:2021-12-21】 【阅读:次】'], ['【发布日期:2021-12-21】 【阅读:次】']],
    [
      ['[ 作者：党组工作部　来源：本站　点击数：6327　更新时间：2015-5-4 ]'],
      ['[ 作者：党组工作部　来源：本站　点击数：6327　更新时间：2015-5-4 ]'],
    ],
    [['（二〇二二年三月十五日）'], []],
  ])('%j', (head, expected) => {
    const text = [TITLE, ...head, PROSE].join('\n');
    expect(readFurniture(text).publicationLines).toEqual(expected);
    expect(cutLines(text.split('\n'))).toEqual([TITLE, ...head.filter((line) => !expected.includes(line)), PROSE]);
  });

  it('are no signed dates', () => {
    expect(readFurniture([TITLE, PROSE, ...SIGNED].join('\n')).publicationLines).toEqual([]);
  });
});

describe('laws', () => {
  it('nothing is cut from the clean texts of full-length notices, and no sentence from the short ones', () => {
    const full = new URL('corpus/full/', SHARED);
    if (!existsSync(full)) return;
    for (const id of readdirSync(full))
      expect(pageFurniture.find(readFileSync(new URL(`${id}/text.txt`, full), 'utf8')), id).toEqual([]);
    const short = new URL('corpus/short/', SHARED);
    for (const file of readdirSync(short)) {
      const { text, cleanText } = JSON.parse(readFileSync(new URL(file, short), 'utf8'));
      const whole: string = cleanText ?? text;
      for (const { start, end } of pageFurniture.find(whole))
        expect(whole.slice(start, end), file).not.toMatch(/[。；]/);
    }
  });

  it('cutting twice is cutting once', () => {
    const line = fc.constantFrom(
      ...FURNITURE,
      ...TEXT,
      PROSE,
      TITLE,
      ...SIGNED,
      '相关新闻',
      '首页 > 新闻',
      '2020-10-26',
      '',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const once = cut(lines.join('\n'));
        expect(pageFurniture.find(once)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('time grows linearly', () => {
    for (const piece of [
      '相关新闻\n',
      '附件\n',
      '首页 > ',
      '示例集团党组\n2021年3月1日\n',
      '【打印】',
      '上一篇：',
      '来源：',
      ' ',
      '（责任编辑：',
    ]) {
      const started = performance.now();
      pageFurniture.find(piece.repeat(Math.ceil(200_000 / piece.length)));
      expect(performance.now() - started, piece).toBeLessThan(3000);
    }
    const started = performance.now();
    pageFurniture.find(`甲${'\t'.repeat(200_000)}`);
    expect(performance.now() - started, 'tabs').toBeLessThan(3000);
  });
});

describe('the five real documents', () => {
  const SEEDS: [file: string, kept: RegExp, gone: RegExp, publication: string[]][] = [
    ['000_2bbcfa48607cf81d.txt', /2020年3月21日\s*$/, /宽带|微信/, ['2020-10-26 17:38:48']],
    ['001_0887cf02ffef6267.txt', /2024年7月8日\s*$/, /^$/, []],
    ['002_fc818a2f8b61bca3.txt', /全面提升。\s*$/, /bookmark/, []],
    [
      '003_54f6f86931d90365.txt',
      /^五化建设\(“五化并举”构筑国企清廉堤坝\)\n/,
      /装修|国内财经|友情链接|浏览量/,
      ['来源:峰值财经 发布时间:2023-05-12 浏览量:'],
    ],
    ['004_4597477e2a17ce22.txt', /新闻宣传中心\s*$/, /作者:/, ['作者:来源:中国邮政报发布时间:2022-09-30']],
  ];
  it.each(SEEDS)('%s', (file, kept, gone, publication) => {
    const path = new URL(`seeds/${file}`, SHARED);
    if (!existsSync(path)) return;
    const text = readFileSync(path, 'utf8');
    const clean = cut(text).trim();
    expect(clean).toMatch(kept);
    expect(clean).not.toMatch(gone);
    expect(readFurniture(text).publicationLines).toEqual(publication);
  });
});
