import { describe, expect, it } from 'vitest';
import { passagesOf, wantedPlaces } from '../../src/search/browser/passages.ts';
import { parseQuery } from '../../src/search/browser/query.ts';
import { plainNotice } from './asking.ts';

const options = { context: 3, limit: 10, join: true };
const text = '某通报\n一、总体情况\n一是整改，二是再整改完毕为止。三是整改\n类别\t整改\t4';
const notice = plainNotice(text, 1, { headings: [4] });
const find = (q: string, more: Partial<typeof options> = {}) => {
  const { query } = parseQuery(q, () => []);
  return query === null ? [] : passagesOf(notice, wantedPlaces(query, notice.text), { ...options, ...more });
};

describe('passagesOf', () => {
  it('joins near hits, stays within the line, says what is cut off', () => {
    expect(find('整改').map((passage) => passage.text)).toEqual([
      '一是整改，二是',
      '二是再整改完毕为',
      '。三是整改',
      '类别 整改 4',
    ]);
    expect(find('整改', { context: 8 })[0]).toMatchObject({
      marks: [
        { start: 2, end: 4 },
        { start: 8, end: 10 },
        { start: 17, end: 19 },
      ],
    });
    expect(find('整改')[1]?.cut).toEqual({ before: true, after: true });
  });

  it('gives every hit a line of its own where they must not be joined', () => {
    expect(find('整改', { context: 50, join: false }).every(({ marks }) => marks.length === 1)).toBe(true);
  });

  it('names the zone and the sentence', () => {
    expect(find('总体')[0]).toMatchObject({ zone: 'heading', sentence: 1 });
    expect(find('类别')[0]).toMatchObject({ zone: 'table', sentence: 4 });
    expect(find('某通')[0]).toMatchObject({ zone: 'title', sentence: 0 });
  });

  it('has no sentence for what does not stand in the clean text', () => {
    const record = { ...notice, body: 0 };
    expect(passagesOf(record, [{ start: 5, end: 6 }], options)[0]).toMatchObject({ zone: 'record', sentence: null });
  });
});

it('wantedPlaces joins what overlaps', () => {
  const { query } = parseQuery('整改 改落实 落', () => []);
  expect(query && wantedPlaces(query, '整改落实')).toEqual([{ start: 0, end: 4 }]);
});
