import { describe, expect, test } from 'vitest';
import { absenceOf } from '../../src/views/absence.ts';
import { headlineFacts, summarise } from '../../src/views/summary.ts';
import { makeNotice } from '../fixtures/notices.ts';

const { record } = makeNotice(1, { notices: 1 });
const summary = summarise(record);

describe('a summary', () => {
  test('leads every headline total to the figure that states it', () => {
    for (const fact of summary.headline) {
      const figure = record.figures[fact.figure ?? -1];
      expect(figure).toMatchObject({ category: fact.category, value: fact.value, scope: 'total' });
      expect(fact.quote).toBe(figure?.quote);
    }
  });

  test('counts items by status and passages by node', () => {
    expect(Object.values(summary.items).reduce((a, b) => a + b, 0)).toBe(summary.itemCount);
    expect(summary.itemCount).toBeGreaterThan(5);
    expect(summary.passages.every((p) => p.topics.length > 0)).toBe(true);
  });

  test('takes the waiting time from accounts of rectification only', () => {
    expect(summary.lag).toBeGreaterThan(0);
    expect(summarise({ ...record, docType: 'feedback' }).lag).toBeNull();
    const dateless = { ...record, publication: { ...record.publication, publishedDate: '2020-10' } };
    expect(summarise(dateless).lag).toBeNull();
    expect(summarise(dateless).year).toBe(2020);
  });

  test('keeps a total whose figure is not in the list', () => {
    const [fact] = headlineFacts({ ...record, figures: [], headline: { issues: 16 } });
    expect(fact).toMatchObject({ category: 'issues', value: 16, figure: null });
  });
});

describe('absence', () => {
  const without = (docType: typeof record.docType, figures = record.figures, chars = 100) =>
    summarise({ ...record, docType, figures, headline: {}, text: { ...record.text, chars } });

  test('not stated: the text was read and does not say it', () => {
    expect(absenceOf(without('rectification', []), 'measures')).toBe('not-stated');
    const part = record.figures.filter((f) => f.scope === 'part');
    expect(absenceOf(without('rectification', part), 'rules')).toBe('not-stated');
  });

  test('could not be read: totals were stated, but not settled on one; or there is no text', () => {
    expect(absenceOf(without('rectification'), 'measures')).toBe('not-read');
    expect(absenceOf(without('rectification', [], 0), 'measures')).toBe('not-read');
  });

  test('not applicable: feedback has no measures, a launch has no totals', () => {
    expect(absenceOf(without('feedback', []), 'measuresDone')).toBe('not-applicable');
    expect(absenceOf(without('feedback', []), 'issues')).toBe('not-stated');
    expect(absenceOf(without('launch', []), 'issues')).toBe('not-applicable');
  });
});
