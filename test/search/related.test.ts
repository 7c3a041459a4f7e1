import { expect, it } from 'vitest';
import { findRelated } from '../../src/search/related.ts';
import { spreadOfWords } from '../../src/search/words.ts';

/** Twelve texts of the same boilerplate, two of them about the same dike, one of them about another thing that two share. */
const texts = Array.from({ length: 12 }, (_, i) => `巡视 整改 巡视 整改 独${i} 独${i}`);
texts[2] += ' 堤坝 防汛 堤坝 防汛 可以 可以';
texts[7] += ' 堤坝 防汛 堤坝 防汛 可以 可以 问卷 问卷';
texts[9] += ' 问卷 问卷';
const counts = spreadOfWords(
  texts.map((text) => () => text),
  (text) => text.split(' '),
);

it('relates notices by the rare words that both say more than once, never by boilerplate', () => {
  const related = findRelated(counts, new Set(['可以']));
  expect(related(2, 5)).toEqual([{ notice: 7, shared: ['堤坝', '防汛'] }]);
  expect(related(7, 5)).toEqual([{ notice: 2, shared: ['堤坝', '防汛'] }]);
});

it('takes one common word for chance, and knows nothing of a notice that it does not have', () => {
  const related = findRelated(counts);
  expect(related(9, 5)).toEqual([]);
  expect(related(-1, 5)).toEqual([]);
});

it('says nothing where so few notices are at hand that any word is rare', () => {
  const few = spreadOfWords(
    texts.slice(2, 8).map((text) => () => text),
    (text) => text.split(' '),
  );
  expect(findRelated(few)(0, 5)).toEqual([]);
});
