import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mendWrapped } from '../../scraper/body/wrapped.ts';

const PARAGRAPHS = [
  '　　根据市委统一部署，2021年9月6日至11月12日，市委第三巡察组对示例港务集团有限公司党委开展了常规巡察，12月24日反馈了巡察意见。按照党务公开原则和巡察工作有关要求，现将巡察整改进展情况予以公布。',
  '　　一、履行整改主体责任情况',
  '　　集团党委坚持把巡察整改作为重大政治任务，成立由党委书记任组长的整改工作领导小组，先后召开党委会7次、专题会议16次，对照反馈的3个方面27个问题，制定整改措施1198条，收回投资款1,260万元，已完成1193条，完成率99.6%。',
  '　　1.针对“主责主业不够聚焦”的问题。修订“十四五”规划，明确港口主业投资占比不低于80%，清退与主业无关的参股企业5家。',
];

function wrap(paragraph: string, width: number): string[] {
  const lines = [''];
  let used = 0;
  for (const character of paragraph) {
    const own = character < '\u2000' ? 0.5 : 1;
    if (used + own > width) {
      lines.push('');
      used = 0;
    }
    lines[lines.length - 1] += character;
    used += own;
  }
  return lines;
}

describe('texts broken at a fixed width', () => {
  it.each([22, 28])('are mended where a program counted %i characters', (count) => {
    const broken = PARAGRAPHS.flatMap((paragraph) => paragraph.match(new RegExp(`.{1,${count}}`, 'gu')) ?? []);
    expect(mendWrapped(broken.join('\n'))).toBe(PARAGRAPHS.join('\n'));
  });

  it.each([19, 24, 31, 38])('are mended at %i characters, inside numbers too', (width) => {
    expect(mendWrapped(PARAGRAPHS.flatMap((paragraph) => wrap(paragraph, width)).join('\n'))).toBe(
      PARAGRAPHS.join('\n'),
    );
  });

  it('keep their paragraphs by blank lines where nothing is indented', () => {
    const flush = PARAGRAPHS.map((paragraph) => paragraph.trim());
    expect(mendWrapped(flush.map((paragraph) => wrap(paragraph, 25).join('\n')).join('\n\n'))).toBe(flush.join('\n\n'));
  });
});

describe('other texts stay as they are', () => {
  it.each([
    ['paragraphs', PARAGRAPHS.join('\n')],
    [
      'a list of units',
      Array.from({ length: 12 }, () => '北京市分公司 河北省分公司 江苏省分公司 浙江省分公司').join('\n'),
    ],
    [
      'rows of a table',
      Array.from({ length: 12 }, (_, i) => `${i}\t加强党的领导方面的问题\t制定整改措施若干条\t已完成`).join('\n'),
    ],
    ['short sentences', Array.from({ length: 12 }, (_, i) => `第${i}巡察组进驻示例公司开展常规巡察工作。`).join('\n')],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(mendWrapped(text)).toBe(text);
  });

  it('the texts in ../shared', () => {
    const shared = new URL('../../../shared/', import.meta.url);
    if (!existsSync(shared)) return;
    for (const folder of ['seeds/', 'corpus/short/', 'corpus/full/'])
      for (const name of readdirSync(new URL(folder, shared))) {
        if (name.endsWith('.md')) continue;
        const path = new URL(folder === 'corpus/full/' ? `${folder}${name}/text.txt` : folder + name, shared);
        const content = readFileSync(path, 'utf8');
        const text: string = name.endsWith('.json') ? JSON.parse(content).text : content;
        expect(mendWrapped(text), name).toBe(text);
      }
  });
});
