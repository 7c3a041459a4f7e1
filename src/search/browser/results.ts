import { sentenceAnchor } from '../../model/sentences.ts';
import { FACETS, type FacetName } from '../header.ts';
import { button, type Child, el } from './dom.ts';
import type { Span } from './evaluate.ts';
import type { Passage, Zone } from './passages.ts';
import { noticeLink, type Say, type Surroundings } from './say.ts';
import type { FacetCount, FacetCounts, Hit } from './session.ts';

const ZONE_LABELS = { table: 'zoneTable', heading: 'zoneHeading', title: 'zoneTitle', record: 'zoneRecord' } as const;

/** The sentence of a passage on its notice page; the top of the page for what stands in no sentence. */
export const passageLink = (around: Surroundings, id: string, { sentence }: Passage): string =>
  noticeLink(around, id, sentence === null ? null : sentenceAnchor(sentence));

/** Words with some of them marked. */
function markedText(text: string, marks: readonly Span[]): Child[] {
  const pieces: Child[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    pieces.push(text.slice(at, start), el('mark', {}, text.slice(start, end)));
    at = end;
  }
  return [...pieces, text.slice(at)];
}

const passageText = ({ text, marks, cut }: Passage): Child[] => [
  cut.before && '…',
  ...markedText(text, marks),
  cut.after && '…',
];

export function zoneTag(zone: Zone, say: Say): HTMLElement | false {
  return zone !== 'text' && el('span', { class: 'tag' }, say(ZONE_LABELS[zone]));
}

/** One notice with its passages. */
export function hitItem(hit: Hit, around: Surroundings, say: Say): HTMLElement {
  const shown = hit.titleMarks.length + hit.passages.reduce((sum, { marks }) => sum + marks.length, 0);
  return el(
    'li',
    { class: 'hit', 'data-id': hit.id, 'data-sample': hit.sample },
    el(
      'h3',
      {},
      el(
        'a',
        { class: 'hit-title', href: noticeLink(around, hit.id, firstAnchor(hit)), lang: 'zh-Hans' },
        ...markedText(hit.title, hit.titleMarks),
      ),
    ),
    hitMeta(hit, around, say),
    hit.passages.length > 0 &&
      el(
        'ul',
        { class: 'passages', lang: 'zh-Hans' },
        ...hit.passages.map((passage) =>
          el(
            'li',
            {},
            zoneTag(passage.zone, say),
            el('a', { class: 'passage', href: passageLink(around, hit.id, passage) }, ...passageText(passage)),
          ),
        ),
      ),
    hit.opening !== '' && el('p', { class: 'opening', lang: 'zh-Hans' }, `${hit.opening}…`),
    hit.places > shown && el('p', { class: 'hint' }, say('morePlaces', { n: hit.places - shown })),
  );
}

const firstAnchor = ({ passages: [first] }: Hit): string | null =>
  first === undefined || first.sentence === null ? null : sentenceAnchor(first.sentence);

function hitMeta(hit: Hit, around: Surroundings, say: Say): HTMLElement {
  return el(
    'p',
    { class: 'meta' },
    hit.fresh && el('span', { class: 'tag fresh' }, say('fresh')),
    hit.sample && el('span', { class: 'tag sample' }, say('sample')),
    el('span', { class: 'tag' }, around.types[hit.docType] ?? hit.docType),
    hit.date === '' ? el('span', { class: 'absent' }, say('noDate')) : el('time', { datetime: hit.date }, hit.date),
    hit.enterprise !== '' && el('span', { lang: 'zh-Hans' }, hit.enterprise),
    hit.places > 0 && el('span', {}, say('places', { n: hit.places })),
    !hit.archived && el('span', { class: 'care' }, say('recordOnly')),
  );
}

/** A place in the list whose text could not be read. */
export const missingItem = (place: number, say: Say): HTMLElement =>
  el('li', { class: 'hit' }, el('p', { class: 'care' }, say('textMissing', { n: place })));

/** All facets that part the results. What is rare in a long one is fetched and made when the reader unfolds it. */
export function facetLists(
  facets: Readonly<Record<FacetName, FacetCounts>>,
  around: Surroundings,
  say: Say,
  toggle: (name: FacetName, id: string) => void,
  whole: (name: FacetName) => Promise<readonly FacetCount[]>,
): HTMLElement[] {
  return FACETS.filter((name) => parts(facets[name])).map((name) => {
    const { values, more } = facets[name];
    const item = (value: FacetCount): HTMLElement => facetItem(name, value, around, toggle);
    const shown = new Set(values.map(({ id }) => id));
    const unfold = async (rest: HTMLElement): Promise<void> => {
      const all = await whole(name);
      rest.append(...all.filter(({ id }) => !shown.has(id)).map(item));
    };
    return el(
      'fieldset',
      { class: 'facet' },
      el('legend', {}, say(name)),
      ...values.map(item),
      more > 0 && folded(say('more', { n: more }), unfold),
    );
  });
}

/** A facet with one value only tells the reader nothing to choose. */
const parts = ({ values, more }: FacetCounts): boolean =>
  values.length + more > 1 || values.some(({ chosen }) => chosen);

function folded(label: string, unfold: (details: HTMLElement) => Promise<void>): HTMLElement {
  const details = el('details', {}, el('summary', {}, label));
  details.addEventListener('toggle', () => {
    // what did not come is asked for again at the next unfolding
    if (details.open && details.childElementCount === 1) void unfold(details);
  });
  return details;
}

function facetItem(
  name: FacetName,
  { id, zh, en, count, chosen }: FacetCount,
  { lang }: Surroundings,
  toggle: (name: FacetName, id: string) => void,
): HTMLElement {
  const box = el('input', { type: 'checkbox', checked: chosen, 'data-facet': name, value: id });
  box.addEventListener('change', () => toggle(name, id));
  const words = lang === 'en' && en !== undefined ? el('span', {}, en) : el('span', { lang: 'zh-Hans' }, zh);
  return el('label', {}, box, words, el('span', { class: 'count' }, count.toLocaleString()));
}

/** Links to the pages around the current one. */
export function pager(page: number, pages: number, say: Say, go: (page: number) => void): HTMLElement[] {
  if (pages < 2) return [];
  return [
    button(say('previous'), () => go(page - 1), { disabled: page <= 1, class: 'previous' }),
    el('span', {}, say('pageOf', { page, pages })),
    button(say('next'), () => go(page + 1), { disabled: page >= pages, class: 'next' }),
  ];
}
