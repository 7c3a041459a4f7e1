import { describe, expect, it } from 'vitest';
import { escapeHtml, readBlocks } from '../../demo/markup.ts';

describe('escapeHtml', () => {
  it('leaves no character that could open a tag or close an attribute', () => {
    expect(escapeHtml('<a href="x">&</a>')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;');
  });
});

describe('readBlocks', () => {
  it('tells headings, paragraphs, tables and the signature apart', () => {
    const body = [
      '根据部署，开展了巡视。',
      '',
      '一、总体情况',
      '见下表。',
      '| 方面 | 问题 |',
      '| --- | --- |',
      '| 党的领导 | 3 |',
      '以上。',
      '中共示例集团委员会',
      '2025年3月10日',
    ].join('\n');
    expect(readBlocks(body)).toEqual([
      { kind: 'paragraph', text: '根据部署，开展了巡视。' },
      { kind: 'heading', text: '一、总体情况' },
      { kind: 'paragraph', text: '见下表。' },
      {
        kind: 'table',
        rows: [
          ['方面', '问题'],
          ['党的领导', '3'],
        ],
      },
      { kind: 'paragraph', text: '以上。' },
      { kind: 'signature', text: '中共示例集团委员会' },
      { kind: 'signature', text: '2025年3月10日' },
    ]);
  });

  it('two tables with a line between them stay two', () => {
    expect(readBlocks('| a |\n中间。\n| b |\n末尾。').map(({ kind }) => kind)).toEqual([
      'table',
      'paragraph',
      'table',
      'paragraph',
    ]);
  });

  it('a news item ends without a signature', () => {
    expect(readBlocks('第一段。\n第二段。').map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph']);
  });

  it('empty text has no blocks', () => {
    expect(readBlocks('')).toEqual([]);
  });
});
