import { describe, expect, it } from 'vitest';
import { diffHeadlines, diffSentences } from '../../src/model/index.ts';

describe('two versions of a text', () => {
  it('differ in sentences, not in their places', () => {
    const before = '甲公司整改完成。制定措施8项。\n其余照旧！';
    expect(diffSentences(before, '其余照旧！\n甲公司整改完成。制定措施9项。新增一句。')).toEqual({
      removed: ['制定措施8项。'],
      added: ['制定措施9项。', '新增一句。'],
    });
    expect(diffSentences(before, before)).toEqual({ removed: [], added: [] });
    expect(diffSentences('重复。重复。', '重复。')).toEqual({ removed: ['重复。'], added: [] });
  });

  it('differ in headline figures, stated or not', () => {
    expect(diffHeadlines({ issues: 16, tasks: 80 }, { tasks: 81, measures: 185 })).toEqual([
      { category: 'issues', from: 16, to: null },
      { category: 'tasks', from: 80, to: 81 },
      { category: 'measures', from: null, to: 185 },
    ]);
  });
});
