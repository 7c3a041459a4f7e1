import { describe, expect, test } from 'vitest';
import { flattenOutline, indexOutline, readOutline } from '../scraper/outline.ts';
import type { OutlineNode } from '../src/model/index.ts';

const show = (nodes: readonly OutlineNode[]): string[] =>
  flattenOutline(nodes).map(
    ({ number, level, kind }) => `${number}${level}${kind === 'heading' ? '' : kind === 'item' ? '*' : '~'}`,
  );

const NOTICE = `关于巡视整改情况的通报
根据部署，开展了巡视。
一、履行主体责任情况
（一）统一思想认识。
二、主要问题整改情况
（一）关于党的领导方面
1.针对“落实不力”的问题。一是召开会议。二是修订制度。
2.针对“监督缺位”的问题。已完成整改。
三、下一步打算
（一）持续巩固成果。
中共示例集团有限公司党委
2024年5月1日`;

describe('numbered headings', () => {
  test('一、（一）1. and 一是, with rectification items', () => {
    expect(show(readOutline(NOTICE))).toEqual([
      '一、1',
      '（一）2',
      '二、1',
      '（一）2',
      '1.3*',
      '一是4~',
      '二是4~',
      '2.3*',
      '三、1',
      '（一）2',
    ]);
  });

  test('nodes end where the next of their level begins; the signature belongs to none', () => {
    const outline = readOutline(NOTICE);
    const nodes = flattenOutline(outline);
    for (const { start, end, children } of nodes) {
      expect(end).toBeGreaterThan(start);
      for (const child of children) expect(child.start >= start && child.end <= end).toBe(true);
    }
    expect(NOTICE.slice(outline.at(-1)?.end)).toMatch(/^中共示例集团/);
  });

  test('the section of an offset', () => {
    const { sectionOf, inItem } = indexOutline(readOutline(NOTICE));
    const at = NOTICE.indexOf('修订制度');
    expect(sectionOf(at)).toBe('二/（一）/1');
    expect(inItem(at)).toBe(true);
    expect(sectionOf(0)).toBe('');
  });

  test('an item says how far it has come', () => {
    const item = flattenOutline(readOutline(NOTICE)).find(({ number }) => number === '2.');
    expect(item?.status).toBe('done');
    expect(item?.statusEvidence && NOTICE.slice(item.statusEvidence.start, item.statusEvidence.end)).toBe(
      item?.statusEvidence?.quote,
    );
  });
});

describe('other shapes', () => {
  test('反馈问题1：… are items', () => {
    const text =
      '公告\n巡察整改进展公布。\n反馈问题1：主业不牢。\n整改落实情况：一是落实议题。二是印发纲要。\n反馈问题2：市场开发不够。\n整改落实情况：已完成。';
    expect(show(readOutline(text)).filter((one) => !one.includes('~'))).toEqual(['反馈问题1：3*', '反馈问题2：3*']);
  });

  test('第一部分 stands above 一、', () => {
    const text = '题\n导语。\n第一部分 组织情况\n一、统一思想\n内容。\n第二部分 整改情况\n一、落实任务\n内容。';
    expect(show(readOutline(text))).toEqual(['第一部分1', '一、2', '第二部分1', '一、2*']);
  });

  test('un-numbered headings between paragraphs', () => {
    const paragraph = '这是一个足够长的段落，讲述巡察工作如何开展，讲述整改如何落实，讲述制度如何建立健全。';
    expect(
      show(readOutline(`标题\n${paragraph}\n精准画像，把问题看准\n${paragraph}\n精准督改，把成果用好\n${paragraph}`)),
    ).toEqual(['1', '1']);
    expect(
      readOutline(`标题\n${paragraph}\n下一步工作打算\n${paragraph}\n下一篇：迎新春\n${paragraph}`).map(
        ({ title }) => title,
      ),
    ).toEqual(['下一步工作打算']);
  });

  test.each(['', '标题', '2024.5.1 公告\n1.5亿元投资完成。', '一是一、二是二，实事求是。'])(
    'no outline: %s',
    (text) => {
      expect(readOutline(text)).toEqual([]);
    },
  );

  test('100,000 numbered lines are read in linear time', () => {
    const text = `题\n${Array.from({ length: 100_000 }, (_, index) => `${(index % 99) + 1}.内容`).join('\n')}`;
    expect(flattenOutline(readOutline(text))).toHaveLength(100_000);
  }, 20_000);
});

test('（1） below 1. tells details of the item and does not take its place', () => {
  const text = `关于巡视整改情况的通报
一、总体情况
召开会议部署。
二、逐项整改情况
（一）党的领导方面
1．关于“站位不高”问题
（1）完善战略。
（2）调优结构。
2．关于“监督薄弱”问题。派驻专员。
三、下一步打算
持续巩固。`;
  expect(show(readOutline(text))).toEqual(['一、1', '二、1', '（一）2', '1．3*', '（1）4', '（2）4', '2．3*', '三、1']);
});

test('a heading above several findings, each in a paragraph without a number, is no item', () => {
  const text = `关于巡视整改情况的通报
一、组织整改情况
成立领导小组。
二、重点问题整改情况
（一）聚焦主责主业方面
针对“投资把关不严”问题。退出2户企业。
针对“基地管理松散”问题。收回土地。
（二）聚焦队伍建设方面
修订制度4项。
三、下一步打算
持续巩固。`;
  expect(show(readOutline(text))).toEqual(['一、1', '二、1', '（一）2', '（二）2*', '三、1']);
});

test('the account of the findings may come first; rows of a table are items', () => {
  const text = `关于巡察反馈问题整改情况的公示
一、主要问题整改情况
1.办法不多。\t新建公园26处\t已完成
2.责任悬空。\t挂牌83株\t正在推进
二、下一步打算
持续巩固。`;
  expect(show(readOutline(text))).toEqual(['一、1', '1.3*', '2.3*', '二、1']);
});

test('below 第一部分 un-numbered headings structure the text', () => {
  const paragraph = '这是一个足够长的段落，讲述巡察工作如何开展，讲述整改如何落实，讲述制度如何建立健全。';
  const outline = readOutline(`标题\n第一部分 总体情况\n${paragraph}\n压实责任\n${paragraph}\n健全机制\n${paragraph}`);
  expect(outline[0]?.children.map(({ title }) => title)).toEqual(['压实责任', '健全机制']);
});

test('the findings of the only section are items', () => {
  const outline = readOutline('标题\n一、整改情况\n1.学习不深入。整改状态：已完成。\n2.清收不力。整改状态：基本完成。');
  expect(outline[0]?.children.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
    'item done',
    'item mostly-done',
  ]);
  expect(readOutline('标题\n一、下一步整改打算\n1.抓学习。\n2.抓清收。')[0]?.children.map(({ kind }) => kind)).toEqual([
    'heading',
    'heading',
  ]);
});

test('findings under 具体情况 are items, and what they say of themselves in brackets or after a label is their status', () => {
  const text = `示例集团党委关于巡视整改情况的通报
一、总体情况
共制定措施80条。
二、具体情况
（一）党的领导弱化
1.关于“学习不深入”问题。（已完成整改）
修订制度2项。
2.关于“会议不规范”问题。【基本完成】
开会3次。
3.支部薄弱。
结果：完成。
4.制度执行不严。
整改成效：持续推进。`;
  const items = flattenOutline(readOutline(text)).filter(({ kind }) => kind === 'item');
  expect(items.map(({ status }) => status)).toEqual(['done', 'mostly-done', 'done', 'long-term']);
});
