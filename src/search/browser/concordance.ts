import { BOM, csvLine } from '../../exports/csv.ts';
import { el } from './dom.ts';
import type { Passage } from './passages.ts';
import { passageLink, zoneTag } from './results.ts';
import type { Say, Surroundings } from './say.ts';
import type { Hit } from './session.ts';

/** A hit in the middle of its line, as linguists and historians read them. */
export interface Line {
  readonly before: string;
  readonly hit: string;
  readonly after: string;
}

export function lineOf({ text, marks, cut }: Passage): Line {
  const { start, end } = marks[0] ?? { start: 0, end: 0 };
  return {
    before: (cut.before ? '…' : '') + text.slice(0, start),
    hit: text.slice(start, end),
    after: text.slice(end) + (cut.after ? '…' : ''),
  };
}

/** All hits of some notices, one a line, the hits below each other. */
export function concordanceTable(hits: readonly Hit[], around: Surroundings, say: Say): HTMLElement {
  const head = (['before', 'hit', 'after', 'notice'] as const).map((name) =>
    el('th', { scope: 'col', class: name === 'hit' ? 'middle' : name }, say(name)),
  );
  const rows = hits.flatMap((hit) =>
    hit.passages.map((passage) => {
      const { before, hit: middle, after } = lineOf(passage);
      return el(
        'tr',
        { 'data-sample': hit.sample },
        el('td', { class: 'before', lang: 'zh-Hans' }, el('div', {}, el('span', {}, before))),
        el(
          'td',
          { class: 'hit-word', lang: 'zh-Hans' },
          el('a', { class: 'hit-title', href: passageLink(around, hit.id, passage) }, el('mark', {}, middle)),
        ),
        el('td', { class: 'after', lang: 'zh-Hans' }, el('div', {}, after)),
        el(
          'td',
          { class: 'from' },
          zoneTag(passage.zone, say),
          el('span', { lang: 'zh-Hans', title: hit.title }, hit.enterprise || hit.title),
          ' ',
          el('span', { class: 'nw' }, hit.date),
        ),
      );
    }),
  );
  return el(
    'div',
    { class: 'scroll' },
    el('table', { class: 'concordance' }, el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...rows)),
  );
}

/** One line for each hit, for a spreadsheet; columns are named in English for every reader’s script. */
export function concordanceCsv(hits: readonly Hit[], around: Surroundings, origin: string): string {
  const head = csvLine(['notice', 'title', 'enterprise', 'date', 'type', 'zone', 'before', 'hit', 'after', 'link']);
  const lines = hits.flatMap((hit) =>
    hit.passages.map((passage) => {
      const { before, hit: middle, after } = lineOf(passage);
      const { id, title, enterprise, date, docType } = hit;
      const link = new URL(passageLink(around, id, passage), origin).href;
      return csvLine([id, title, enterprise || null, date || null, docType, passage.zone, before, middle, after, link]);
    }),
  );
  return BOM + head + lines.join('');
}
