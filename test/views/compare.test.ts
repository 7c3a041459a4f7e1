import { describe, expect, test } from 'vitest';
import { comparable } from '../../src/views/comparable.ts';
import {
  type Compared,
  chooseFor,
  chooseNotices,
  columnsOf,
  compareQuery,
  measure,
  nextNotice,
  readCompareState,
  refusalOf,
  unitClass,
} from '../../src/views/compare.ts';
import { summarise } from '../../src/views/summary.ts';
import { makeNotice } from '../fixtures/notices.ts';

const compared = [0, 1].flatMap((i): Compared[] => {
  const notice = summarise(makeNotice(i, { notices: 2 }).record);
  const enterprise = {
    id: `demo-0${i + 1}`,
    name: '示例',
    aliases: [],
    supervisor: 'central-sasac',
    sector: 'energy',
    verified: false,
    source: 'knowledge',
  };
  const view = {
    enterprise,
    notices: [notice],
    rectifications: [notice],
    rounds: [],
    parent: null,
    successor: null,
    subsidiaries: [],
    predecessors: [],
  };
  return chooseNotices(comparable(view), []);
});
const [first] = compared as [Compared];
const changed = (notice: Partial<NonNullable<Compared['notice']>>): Compared => ({
  ...first,
  notice: { ...(first.notice as NonNullable<Compared['notice']>), ...notice },
});

describe('several notices of one enterprise', () => {
  const notice = first.notice as NonNullable<Compared['notice']>;
  const of = (id: string, published: string) => ({ ...notice, id, published });
  const one = { ...first.enterprise, notices: [of('c', '2023-04-12'), of('b', '2020-03-25'), of('a', '2016-05-28')] };
  const ids = (columns: readonly Compared[]) => columns.map((c) => c.notice?.id);

  test('stand side by side in the order of time, told apart by their month', () => {
    expect(ids(columnsOf([one], []))).toEqual(['c']);
    const columns = columnsOf([one], ['c', 'a', 'unknown']);
    expect(columns.map(({ label }) => label)).toEqual(['示例 2016-05', '示例 2023-04']);
    expect(nextNotice(one, columns)?.id).toBe('b');
    expect(nextNotice(one, columnsOf([one], ['a', 'b', 'c']))).toBeUndefined();
  });

  test('are never more than six', () => {
    const many = { ...one, notices: Array.from({ length: 9 }, (_, i) => of(`n-${i}`, `20${10 + i}-01-01`)) };
    expect(
      columnsOf(
        [many, one],
        many.notices.map((n) => n.id),
      ),
    ).toHaveLength(6);
  });

  test('are chosen apart from those of others; the newest alone needs no mention', () => {
    expect(chooseFor(one, ['x', 'b'], ['a'])).toEqual(['x', 'a']);
    expect(chooseFor(one, ['x', 'b'], ['c'])).toEqual(['x']);
    expect(chooseFor(one, ['x'], ['c', 'a', 'a'])).toEqual(['x', 'c', 'a']);
    expect(chooseFor(one, ['x', 'b'], [])).toEqual(['x']);
  });
});

test('why a total is not there is told for every category, stated by many or few', () => {
  const feedback = { ...makeNotice(0, { notices: 2 }).record, docType: 'feedback' as const, headline: {}, figures: [] };
  const unread = { ...feedback, docType: 'rectification' as const, text: { ...feedback.text, chars: 0 } };
  const of = (record: typeof feedback | typeof unread) => {
    const notice = summarise(record);
    const enterprise = { ...first.enterprise, supervisor: 'x', sector: 'x', verified: false, source: 'x', aliases: [] };
    const none = { rounds: [], parent: null, successor: null, subsidiaries: [], predecessors: [] };
    const view = { enterprise: { ...enterprise, short: '示例', sample: true as const }, notices: [notice], ...none };
    return comparable({ ...view, rectifications: [notice] }).notices[0] ?? null;
  };
  for (const [record, completion, issues, any] of [
    [feedback, 'not-applicable', 'not-stated', 'not-stated'],
    [unread, 'not-read', 'not-read', 'not-read'],
  ] as const) {
    expect(measure(of(record), 'completionRate', false)).toEqual({ absence: completion });
    expect(measure(of(record), 'issues', false)).toEqual({ absence: issues });
    expect(of(record)?.absence).toBe(any);
  }
});

describe('the address', () => {
  test('carries the whole state and nothing but it', () => {
    const state = readCompareState(new URLSearchParams('e=a,b,a,c&m=lag&per=1&n=x-1&evil=1'));
    expect(state).toEqual({ e: ['a', 'b', 'c'], n: ['x-1'], m: 'lag', per: true });
    expect(compareQuery(state)).toBe('?e=a,b,c&n=x-1&m=lag&per=1');
    expect(readCompareState(new URLSearchParams(compareQuery(state).slice(1)))).toEqual(state);
  });

  test('is not trusted', () => {
    const state = readCompareState(new URLSearchParams('e=<script>,../x,a,b,c,d,e,f,g&m=constructor'));
    expect(state.e).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(state.m).toBe('issues');
    expect(compareQuery(readCompareState(new URLSearchParams()))).toBe('');
  });
});

describe('a value', () => {
  test('that is missing is never a number', () => {
    const without = changed({ totals: [], absences: { issues: 'not-read' } });
    expect(measure(without.notice, 'issues', false)).toEqual({ absence: 'not-read' });
    expect(measure(without.notice, 'talks', false)).toEqual({ absence: 'not-stated' });
    expect(measure(null, 'issues', false)).toEqual({ absence: 'no-notice' });
  });

  test('per 100 issues needs the issues of the same notice', () => {
    const fact = { unit: '项', approx: false, figure: 0, quote: null } as const;
    const half = changed({
      totals: [
        { ...fact, category: 'issues', value: 50 },
        { ...fact, category: 'rules', value: 25 },
      ],
    });
    expect(measure(half.notice, 'rules', true)).toMatchObject({ value: 50 });
    expect(measure(half.notice, 'issues', true)).toMatchObject({ value: 50 });
    const none = changed({ totals: [{ ...fact, category: 'rules', value: 25 }], absences: { issues: 'not-stated' } });
    expect(measure(none.notice, 'rules', true)).toEqual({ absence: 'not-stated' });
    const zero = changed({
      totals: [
        { ...fact, category: 'issues', value: 0 },
        { ...fact, category: 'rules', value: 25 },
      ],
    });
    expect(measure(zero.notice, 'rules', true)).toHaveProperty('absence');
  });
});

describe('counts of different meaning are refused', () => {
  const persons = (unit: string) =>
    changed({ totals: [{ category: 'accountabilityPersons', value: 9, unit, approx: false, figure: 0, quote: null }] });

  test('人 beside 人次, but not 人 beside 名 or 项 beside 条', () => {
    expect(refusalOf([persons('人'), persons('人次')], 'accountabilityPersons', 'zh')).toEqual({
      why: 'unit',
      values: ['人', '人次'],
    });
    expect(refusalOf([persons('人'), persons('名')], 'accountabilityPersons', 'zh')).toBeNull();
    expect([unitClass('项'), unitClass('条'), unitClass('类')]).toEqual(['项', '项', '类']);
  });

  test('an account of rectification beside feedback', () => {
    expect(refusalOf([first, changed({ type: 'feedback' })], 'issues', 'zh')).toEqual({
      why: 'type',
      values: ['整改通报', '巡视反馈'],
    });
    expect(refusalOf(compared, 'issues', 'zh')).toBeNull();
  });

  test('who states nothing cannot disagree', () => {
    expect(
      refusalOf([persons('人'), changed({ totals: [], type: 'feedback' })], 'accountabilityPersons', 'zh'),
    ).toBeNull();
  });
});
