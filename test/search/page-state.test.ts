import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CONTEXTS,
  EMPTY_STATE,
  type PageState,
  readState,
  toggleChoice,
  writeState,
} from '../../src/search/browser/page-state.ts';

describe('the address of a search', () => {
  it('law: what is written is read back', () => {
    const state = fc.record<PageState>({
      q: fc.string({ maxLength: 80 }),
      chosen: fc.constantFrom({}, { year: ['2023', '2019'] }, { enterprise: ['a-b'], level: ['central'] }),
      sort: fc.constantFrom('relevance', 'date'),
      view: fc.constantFrom('list', 'concordance'),
      context: fc.constantFrom(...CONTEXTS),
      page: fc.integer({ min: 1, max: 500 }),
      since: fc.constantFrom(null, '2026-01-31'),
    });
    fc.assert(
      fc.property(state, (s) => {
        expect(readState(writeState(s, ''))).toEqual(s);
      }),
    );
  });

  it('says nothing about what is as usual, and leaves other parameters alone', () => {
    expect(writeState(EMPTY_STATE, '')).toBe('');
    expect(writeState({ ...EMPTY_STATE, q: '整 改' }, '?samples=hide&page=7')).toBe(
      '?samples=hide&q=%E6%95%B4+%E6%94%B9',
    );
  });

  it('takes nonsense as if it were not there', () => {
    expect(readState('?sort=up&view=x&n=-1&page=1e9&year=&since=x')).toEqual(EMPTY_STATE);
    expect(readState(`?q=${'字'.repeat(5000)}`).q.length).toBe(2000);
  });

  it('leaves a query out that no server would take in an address', () => {
    expect(writeState({ ...EMPTY_STATE, q: '字'.repeat(601) }, '')).toBe('');
  });

  it('goes back to the first page when a choice changes', () => {
    const chosen = toggleChoice({ ...EMPTY_STATE, page: 3 }, 'year', '2023');
    expect(chosen).toMatchObject({ page: 1, chosen: { year: ['2023'] } });
    expect(toggleChoice(chosen, 'year', '2023').chosen).toEqual({});
  });
});
